"""`qa check`: the main job."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from qa.apps.cli import options as shared
from qa.apps.cli.interrupt import Interrupts, stop_status
from qa.apps.cli.main import CLEAN, FOUND, PROBLEMS, UsageFailure
from qa.apps.cli.output import problem_line, report_stream, require_folder, style_for
from qa.apps.cli.progress import Progress
from qa.core.document import Document
from qa.core.finding import Problem
from qa.report import REPORTERS, Reporter, RunInfo, Summary, make_reporter
from qa.report.display import visible

if TYPE_CHECKING:
    from qa.engine.checker import Checker
    from qa.engine.run import DocumentResult


@click.command("check", short_help="Find what is wrong in translated texts.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "-f",
    "form",
    type=shared.Choice(list(REPORTERS)),
    default="terminal",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report to a file, whole or not at all.",
)
@shared.checking_options
@shared.fail_on_option
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write all findings as a baseline, so that later runs show only new ones.",
)
@shared.jobs_option
@click.option("--progress/--no-progress", default=None, help="Progress on standard error; by default on a terminal.")
@shared.reading_options
@shared.color_option
def command(paths: tuple[str, ...], config_file: Path | None, **given: Any) -> int:
    """Find what is wrong in translated texts.

    PATH is a file, a folder, a pattern such as "news/**/*.md", or - for standard input. Every finding names the exact
    characters, the reason and how sure it is; what can be repaired with certainty `qa fix` repairs.
    """
    asked = shared.request(given, config_file)
    if not paths:
        raise UsageFailure("nothing to check; name a file or a folder, or - for standard input")
    from qa.read import find_inputs  # noqa: PLC0415 - `qa check --help` does without

    inputs = list(find_inputs(paths))
    _spare_inputs(inputs, [given["output"], given["write_baseline"]])
    if given["write_baseline"]:
        require_folder(given["write_baseline"])
    changes: dict[str, Any] = {"baseline": None} if given["write_baseline"] else {}
    checker = asked.checker(**changes)
    if not checker.plan.checks and not checker.plan.skipped:
        raise UsageFailure("no check is left to run; --select and --ignore leave none (qa config tells who set them)")
    run = _Run(checker, machine=given["form"] != "terminal", keep=bool(given["write_baseline"]))
    documents = shared.read_inputs(inputs, asked.read_options(given["input_format"]), given["stdin_filename"])
    with report_stream(given["output"]) as stream, Progress(given["progress"], inputs) as progress:
        run.progress = progress
        reporter = make_reporter(given["form"], stream, style_for(given["color"], stream, os.environ))
        run.report(documents, reporter, stream)
    run.notes()
    if given["write_baseline"] and not run.summary.interrupted:
        run.write_baseline(given["write_baseline"])
    return run.status(accepted=bool(given["write_baseline"]))


def _spare_inputs(inputs: list[str | Problem], outputs: list[Path | None]) -> None:
    """Refuse to write a report over a text that is to be checked."""
    taken = {os.path.realpath(found) for found in inputs if isinstance(found, str) and found != "-"}
    for output in outputs:
        if output is not None and os.path.realpath(output) in taken:
            raise UsageFailure(f"{output} is one of the inputs and would be overwritten; choose another name")


_CRASHES_TOLD = 3
"""A check that crashes on every document of an archive is told this often, then counted."""


class _Run:
    """One run of a checker with what it adds up to."""

    def __init__(self, checker: Checker, *, machine: bool, keep: bool) -> None:
        """machine: whether problems are told as JSON. keep: whether findings are kept for a baseline."""
        self.checker = checker
        self.summary = Summary()
        self.progress: Progress | None = None
        self._machine, self._keep = machine, keep
        self._kept: list[DocumentResult] = []
        self._crashes: Counter[str] = Counter()
        self._interrupts = Interrupts()
        self._stopped = CLEAN
        level = checker.settings.fail_on
        from qa.core.category import Severity  # noqa: PLC0415

        self._failing = frozenset(severity for severity in Severity if level.reached_by(severity))

    def report(self, documents: Iterator[Document | Problem], reporter: Reporter, stream: TextIO) -> None:
        """Check all documents and report them; Ctrl-C ends the run early, its report whole."""
        with self._interrupts.handled():
            with self._interrupts.held():
                reporter.start(self._info())
            try:
                self._early_problems()
                results = self.checker.run(documents, self._jobs())
                with closing(results):  # type: ignore[type-var]
                    for result in results:
                        with self._interrupts.held():
                            self._take(result, reporter)
            except KeyboardInterrupt as stop:
                self.summary.interrupted = True
                self._stopped = stop_status(stop)
            with self._interrupts.held(then_raise=False):
                if self.progress is not None:
                    self.progress.clear()
                reporter.finish(self.summary)
                stream.flush()

    def _take(self, result: DocumentResult | Problem, reporter: Reporter) -> None:
        if isinstance(result, Problem):
            self._problem(result)
            return
        self.summary.add(result.findings, self._failing)
        if self.progress is not None:
            self.progress.step(result.document, self.summary)
        self._hidden_progress(lambda: reporter.document(result.document, result.findings))
        for problem in result.problems:
            self._problem(problem)
        if self._keep:
            # The text is not needed for a baseline and may be large.
            self._kept.append(replace(result, document=replace(result.document, segments=())))

    def _hidden_progress(self, write: Callable[[], None]) -> None:
        if self.progress is not None and sys.stdout.isatty():
            self.progress.clear()
        write()

    def _early_problems(self) -> None:
        """What kept checks from running at all."""
        for problem in self.checker.registry.problems:
            self._problem(problem)
        for skip in self.checker.plan.skipped:
            if skip.explicit:
                self._problem(Problem(skip.check, f"this check was left out: it {skip.reason}", "need"))

    def _problem(self, problem: Problem) -> None:
        self.summary.problems.append(problem)
        if self.progress is not None:
            self.progress.clear()
        if problem.kind == "check" and not self._machine:
            self._crashes[problem.what] += 1
            if self._crashes[problem.what] > _CRASHES_TOLD:
                return
        click.echo(problem_line(problem, machine=self._machine), err=True)

    def notes(self) -> None:
        """Crashes that came too often to tell each, and ignores that silenced nothing; to people only."""
        for what, times in self._crashes.items():
            if times > _CRASHES_TOLD:
                click.echo(f"qa: and {times - _CRASHES_TOLD} documents more: {visible(what)}", err=True)
        if self._machine or self.summary.interrupted:
            return
        ran = [check.id for check in self.checker.plan.checks]
        for unused in self.checker.suppression.unused(ran, self.checker.registry.checks):
            note = Problem(unused.where, f"{unused.what}, which silenced nothing; remove it", line=unused.line)
            click.echo(problem_line(note, machine=False), err=True)

    def write_baseline(self, path: Path) -> None:
        """Keep what was found as known."""
        from qa.engine.suppress import write_baseline  # noqa: PLC0415

        try:
            number = write_baseline(self._kept, path)
        except OSError as error:
            raise UsageFailure(f"cannot write the baseline {path} ({error.strerror})") from error
        click.echo(f"qa: {number} findings written to {path}", err=True)

    def status(self, *, accepted: bool) -> int:
        """The exit status. accepted: whether all findings were just written to a baseline."""
        if self.summary.interrupted:
            return self._stopped
        if self.summary.problems:
            return PROBLEMS
        return FOUND if self.summary.failing and not accepted else CLEAN

    def _jobs(self) -> int:
        return self.checker.settings.jobs or os.cpu_count() or 1

    def _info(self) -> RunInfo:
        from qa.engine.signature import signature  # noqa: PLC0415
        from qa.version import __version__  # noqa: PLC0415

        parts = signature(self.checker.settings, self.checker.registry, self.checker.plan)
        return RunInfo(__version__, [type(check) for check in self.checker.plan.checks], parts, self._failing)
