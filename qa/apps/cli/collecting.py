"""Reading documents for their names: what `qa names` and `qa index` share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.apps.cli import options as shared
from qa.apps.cli.interrupt import Interrupts, stop_status
from qa.apps.cli.main import CLEAN, PROBLEMS, UsageFailure
from qa.apps.cli.output import problem_line
from qa.apps.cli.progress import Progress
from qa.core.document import Document
from qa.core.finding import Problem
from qa.report.display import counted

if TYPE_CHECKING:
    from qa.engine.names import Collected, NameFields

lang_option = click.option("--lang", metavar="TAG", help="Language of the texts; only English ones are read.")
date_field_option = click.option(
    "--date-field", metavar="FIELD", help="Field that holds a record's date; without it date, where there is one."
)
feed_field_option = click.option(
    "--feed-field",
    metavar="FIELD",
    help="Field that tells the feed, system or translator a record came from; without it feed, system or translator.",
)
progress_option = click.option(
    "--progress/--no-progress", default=None, help="Progress on standard error; by default on a terminal."
)


class Collecting:
    """Hands the names of each document on, until the last one or Ctrl-C."""

    def __init__(self, asked: shared.Request, given: dict[str, Any], inputs: Sequence[str | Problem]) -> None:
        """asked, given: settings and options of the command. inputs: what `find_inputs` found."""
        self._asked, self._given, self._inputs = asked, given, inputs
        self.problems: list[Problem] = []
        self.interrupted = False
        self._stopped = CLEAN
        self._read = 0
        self._seen = {"date": False, "feed": False}

    def run(self, take: Callable[[Collected], None], *, machine: bool = False) -> None:
        """Read everything. take: gets documents whole, also at Ctrl-C. machine: whether problems are told as JSON."""
        from qa.engine.names import collect_names  # noqa: PLC0415 - slow to import

        interrupts = Interrupts()
        with Progress(self._given["progress"], self._inputs) as progress, interrupts.handled():
            results = collect_names(self._documents(progress), self._jobs(), self._fields())
            try:
                with closing(results):  # type: ignore[type-var]
                    for result in results:
                        with interrupts.held():
                            if isinstance(result, Problem):
                                self.problems.append(result)
                                progress.clear()
                                click.echo(problem_line(result, machine=machine), err=True)
                            else:
                                self._note_fields(result)
                                take(result)
            except KeyboardInterrupt as stop:
                self.interrupted = True
                self._stopped = stop_status(stop)
        self._tell_lost_fields(machine=machine)

    def status(self, otherwise: int = CLEAN) -> int:
        """The exit status: stopped, problems, or what the command would say."""
        if self.interrupted:
            return self._stopped
        return PROBLEMS if self.problems else otherwise

    def _note_fields(self, document: Collected) -> None:
        if document.names is not None:
            self._seen["date"] = self._seen["date"] or bool(document.names.date)
            self._seen["feed"] = self._seen["feed"] or bool(document.names.feed)

    def _tell_lost_fields(self, *, machine: bool) -> None:
        """A field that was asked for and that no record has is most likely misspelt."""
        for kind, seen in self._seen.items():
            name = self._given[f"{kind}_field"]
            if name and not seen and self._read and not machine:
                what = "holds a day such as 2026-03-01" if kind == "date" else "is there"
                note = Problem(f"--{kind}-field {name}", f"in no record this field {what}; check its name")
                click.echo(problem_line(note, machine=False), err=True)

    def _documents(self, progress: Progress) -> Iterator[Document | Problem]:
        options = replace(self._asked.read_options(self._given["input_format"]), kept_fields=self._fields().all)
        for item in shared.read_inputs(self._inputs, options, self._given["stdin_filename"]):
            if isinstance(item, Document):
                self._read += 1
                progress.advance(item, counted(self._read, "document"))
            yield item

    def _fields(self) -> NameFields:
        from qa.engine.names import DATE_FIELDS, FEED_FIELDS, NameFields  # noqa: PLC0415

        date, feed = self._given["date_field"], self._given["feed_field"]
        return NameFields((date,) if date else DATE_FIELDS, (feed,) if feed else FEED_FIELDS)

    def _jobs(self) -> int:
        return self._asked.settings.jobs or os.cpu_count() or 1


def inputs_of(paths: Sequence[str], output: Path | None) -> list[str | Problem]:
    """The files that `paths` name; raises UsageFailure for none, and where `output` is one of them."""
    if not paths:
        raise UsageFailure("nothing to read; name a file or a folder, or - for standard input")
    from qa.read import find_inputs  # noqa: PLC0415 - help does without

    inputs = list(find_inputs(paths))
    taken = {os.path.realpath(found) for found in inputs if isinstance(found, str) and found != "-"}
    if output is not None and os.path.realpath(output) in taken:
        raise UsageFailure(f"{output} is one of the inputs and would be overwritten; choose another name")
    return inputs
