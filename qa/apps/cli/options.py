"""Options that several commands share, and the run that they describe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qa.apps.cli.main import CLEAN, PROBLEMS
from qa.apps.cli.output import problem_line
from qa.config.schema import PROFILES, FailOn
from qa.core.document import Document
from qa.core.finding import Problem
from qa.read.base import FORMATS

if TYPE_CHECKING:
    from qa.config import MergedConfig, Settings
    from qa.engine.checker import Checker
    from qa.engine.registry import Registry
    from qa.read import ReadOptions

Command = TypeVar("Command", bound=Callable[..., Any])
SETTINGS = (
    "profile",
    "lang",
    "source_lang",
    "select",
    "ignore",
    "preview",
    "min_confidence",
    "fail_on",
    "jobs",
    "baseline",
    "decisions",
    "house_list",
    "index",
    "text_field",
    "source_field",
    "id_field",
    "doc_field",
    "encoding",
)
"""Options that are settings of `qa.toml` under the same name."""


def _ids(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> list[str] | None:  # noqa: ARG001
    """The ids of a repeated option, each value a list separated by commas; None where it was not given."""
    return [name.strip() for names in value for name in names.split(",") if name.strip()] or None


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


class Choice(click.Choice):  # type: ignore[type-arg]  # generic only in later releases of click
    """One of some words; a misspelt one brings the nearest to mind."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word that `value` stands for."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            from qa.config.place import did_you_mean  # noqa: PLC0415 - only an error needs it

            hint = did_you_mean(str(value), map(str, self.choices))
            raise click.BadParameter(error.message.rstrip(".") + hint, ctx, param) from None


class Fraction(click.FloatRange):
    """A number from 0 to 1, called so in messages."""

    name = "number from 0 to 1"


class Count(click.IntRange):
    """A whole number within bounds, called so in messages."""

    name = "whole number"


config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Configuration file; by default the nearest qa.toml or [tool.qa] from here upwards.",
)
checking_options = _options(
    click.option("--profile", type=Choice(PROFILES), help="Set of checks and least confidence to start from."),
    click.option("--lang", metavar="TAG", help="Language of the texts, such as en or pt-BR."),
    click.option("--source-lang", metavar="TAG", help="Language the texts were translated from."),
    click.option(
        "--select",
        multiple=True,
        callback=_ids,
        metavar="IDS",
        help="Run exactly these checks (comma-separated; may be repeated).",
    ),
    click.option("--ignore", multiple=True, callback=_ids, metavar="IDS", help="Leave these checks out."),
    click.option(
        "--preview/--no-preview", default=None, help="Also run checks whose precision is not yet established."
    ),
    click.option(
        "--min-confidence",
        type=Fraction(0, 1),
        metavar="P",
        help="Show only findings that are right with at least this probability (0 to 1).",
    ),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Known findings that are not shown again.",
    ),
    click.option(
        "--decisions",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Decisions of editors (accept, ignore) to respect.",
    ),
    click.option(
        "--house-list",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Names as the house writes them: one a line, or CSV with a header (see docs/config.md).",
    ),
    click.option(
        "--index",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Names of earlier documents to judge by, made with qa index.",
    ),
    config_option,
)
reading_options = _options(
    click.option(
        "--input-format",
        type=Choice([form.id for form in FORMATS]),
        help="Read all inputs in this format, whatever their names say.",
    ),
    click.option("--encoding", metavar="NAME", help="Character encoding of inputs that do not say."),
    click.option("--text-field", metavar="FIELD", help="Field or column of a record that holds the text."),
    click.option("--source-field", metavar="FIELD", help="Field or column of a record that holds the source text."),
    click.option("--id-field", metavar="FIELD", help="Field or column of a record that holds its id."),
    click.option("--doc-field", metavar="FIELD", help="Field or column whose equal values make one document."),
    click.option("--stdin-filename", metavar="NAME", help="Read standard input (-) as if it were a file of this name."),
)
fail_on_option = click.option(
    "--fail-on", type=Choice([str(level) for level in FailOn]), help="Mildest severity that gives exit status 1."
)
jobs_option = click.option(
    "--jobs", "-j", type=Count(0, 1024), metavar="N", help="Processes to use; 0 for one per processor core."
)
color_option = click.option(
    "--color",
    type=Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, ready to run."""

    merged: MergedConfig
    settings: Settings
    registry: Registry

    def checker(self, **changes: Any) -> Checker:
        """The checker of these settings, some of them changed."""
        from qa.engine.checker import Checker  # noqa: PLC0415 - slow to import, needed when a run starts

        return Checker(replace(self.settings, **changes), self.registry)

    def read_options(self, input_format: str | None) -> ReadOptions:
        """How inputs are to be read; `input_format` overrules what their names say."""
        from qa.read import ReadOptions  # noqa: PLC0415

        names = ("lang", "source_lang", "text_field", "source_field", "id_field", "doc_field", "encoding")
        return ReadOptions(**{name: getattr(self.settings, name) for name in names}, format=input_format)


def request(given: dict[str, Any], config_file: Path | None) -> Request:
    """Settings from all layers, held against the checks at hand; raises ConfigError."""
    from qa.config import read_config, settle  # noqa: PLC0415
    from qa.engine.registry import discover  # noqa: PLC0415

    overrides = {name: given[name] for name in SETTINGS if given.get(name) is not None}
    for name in ("baseline", "decisions", "house_list", "index"):
        if name in overrides:
            overrides[name] = str(overrides[name])
    merged = read_config(overrides, directory=Path.cwd(), config_file=config_file)
    registry = discover(merged.plugins)
    return Request(merged, settle(merged, registry.checks), registry)


def tell_plugin_problems(registry: Registry) -> int:
    """Tell people which plugins could not be loaded; the exit status that follows."""
    for problem in registry.problems:
        click.echo(problem_line(problem, machine=False), err=True)
    return PROBLEMS if registry.problems else CLEAN


def read_inputs(
    inputs: Sequence[str | Problem], options: ReadOptions, stdin_filename: str | None
) -> Iterator[Document | Problem]:
    """The documents of all inputs, and problems at their places."""
    from qa.read import STDIN, read  # noqa: PLC0415

    for found in inputs:
        if isinstance(found, Problem):
            yield found
        else:
            yield from read(found, options, sys.stdin.buffer, stdin_name=stdin_filename or STDIN)
