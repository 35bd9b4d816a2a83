"""`qa fix`: safe fixes made in the files, or shown."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.apps.cli import options as shared
from qa.apps.cli.main import CLEAN, FOUND, PROBLEMS, UsageFailure
from qa.apps.cli.output import problem_line, style_for
from qa.core.finding import Problem
from qa.report.display import counted, visible

if TYPE_CHECKING:
    from collections import Counter

    from qa.apps.repair import Repairer, Repairs

_DIFF_COLORS = {"+": "32", "-": "31", "@": "36"}


@click.command("fix", short_help="Repair what can be repaired with certainty.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--diff", is_flag=True, help="Show what would change and change nothing; exit status 1 if anything would."
)
@shared.checking_options
@shared.jobs_option
@shared.reading_options
@shared.color_option
def command(paths: tuple[str, ...], diff: bool, config_file: Path | None, **given: Any) -> int:
    """Repair what can be repaired with certainty.

    Only fixes marked safe are made, and nothing else in a file is touched, not a byte. A file is replaced when its new
    content is complete. With - the text of standard input comes out repaired on standard output.
    """
    asked = shared.request(given, config_file)
    if not paths:
        raise UsageFailure("nothing to repair; name a file or a folder, or - for standard input")
    from qa.apps.repair import Repairer  # noqa: PLC0415 - `qa fix --help` does without
    from qa.read import STDIN, find_inputs  # noqa: PLC0415

    problems: list[Problem] = []
    failed = shared.tell_plugin_problems(asked.registry)

    def tell(problem: Problem) -> None:
        problems.append(problem)
        click.echo(problem_line(problem, machine=False), err=True)

    stdin_name = (given["stdin_filename"] or STDIN) if STDIN in paths else None
    files = []
    for found in find_inputs(paths):
        if isinstance(found, Problem):
            tell(found)
        else:
            files.append(stdin_name or STDIN if found == STDIN else found)
    repairer = Repairer(asked.checker(), asked.read_options(given["input_format"]), tell)
    before = _load(repairer, files if diff else [], stdin_name)
    done = repairer.repair(files, asked.settings.jobs or os.cpu_count() or 1)
    if diff:
        _show_diff(repairer, done, before, color=style_for(given["color"], sys.stdout, os.environ).color)
    elif stdin_name is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(repairer.contents[stdin_name])
        sys.stdout.buffer.flush()
    _summarise(done, diff=diff)
    if problems or failed:
        return PROBLEMS
    return FOUND if diff and any(repairs.made for repairs in done.values()) else CLEAN


def _load(repairer: Repairer, files: list[str], stdin_name: str | None) -> dict[str, bytes]:
    """Take the content of standard input and of `files` into memory; what cannot be read the reader will tell."""
    if stdin_name is not None:
        repairer.contents[stdin_name] = sys.stdin.buffer.read()
    for path in files:
        if path != stdin_name:
            with suppress(OSError):
                repairer.contents[path] = Path(path).read_bytes()
    return dict(repairer.contents)


def _show_diff(repairer: Repairer, done: dict[str, Repairs], before: dict[str, bytes], *, color: bool) -> None:
    """Write what would change in each file to standard output."""
    from qa.apps.repair import unified  # noqa: PLC0415

    for path, repairs in done.items():
        if repairs.made:
            encoding = repairs.encoding or "utf-8"
            lines = unified(path, before[path], repairer.contents[path], encoding)
            if color or sys.stdout.isatty():
                shown = "utf-8" if encoding.startswith(("utf-16", "utf-32")) else encoding
                for line in lines:
                    click.echo(_shown(line.decode(shown, "replace"), color=color), color=color)
            else:
                click.echo(b"".join(lines), nl=False)


def _shown(line: str, *, color: bool) -> str:
    """A line of a diff for people; nothing in it may move the cursor."""
    line = visible(line.rstrip("\r\n"))
    code = _DIFF_COLORS.get(line[:1]) if color else None
    return f"\x1b[{code}m{line}\x1b[0m" if code else line


def _summarise(done: dict[str, Repairs], *, diff: bool) -> None:
    """Tell on standard error what was done, file by file."""
    total = 0
    for repairs in done.values():
        total += repairs.made.total()
        if repairs.made:
            click.echo(f"{visible(repairs.path)}: {_counts(repairs.made)}", err=True)
        if repairs.refused:
            what = "cannot be made without touching something else, left as they are"
            click.echo(f"{visible(repairs.path)}: {_counts(repairs.refused)} {what}", err=True)
    verb = "would be made" if diff else "made"
    changed = sum(bool(repairs.made) for repairs in done.values())
    noun = "fix" if total == 1 else "fixes"
    click.echo(f"{total:,} {noun} {verb} in {changed:,} of {counted(len(done), 'file')}.", err=True)


def _counts(counter: Counter[str]) -> str:
    listed = ", ".join(f"{check} {count}" for check, count in sorted(counter.items()))
    return f"{counter.total():,} ({listed})"
