"""`qa names`: the table of name families over all inputs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.apps.cli import options as shared
from qa.apps.cli.collecting import (
    Collecting,
    date_field_option,
    feed_field_option,
    inputs_of,
    lang_option,
    progress_option,
)
from qa.apps.cli.main import CLEAN, FOUND
from qa.apps.cli.output import report_stream, style_for

if TYPE_CHECKING:
    from qa.engine.name_index import ArchiveIndex
    from qa.engine.names import Collected
    from qa.report.family_base import FamilySummary
    from qa.text.names.archive.families import ArchiveFamily

_DEFAULT_LEAST = 0.7
_UNSURE_LEAST = 0.5
"""Where `--only unsure` is asked for and nothing lower: at the usual default nothing is unsure."""


@click.command("names", short_help="List names that are spelt in more than one way.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "-f",
    "form",
    type=shared.Choice(["terminal", "jsonl", "csv", "html"]),
    default="terminal",
    show_default=True,
    help="Form of the table.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the table to a file, whole or not at all.",
)
@click.option(
    "--min-confidence",
    type=shared.Fraction(0, 1),
    metavar="P",
    help=f"Join spellings that are one name with at least this probability; {_DEFAULT_LEAST} by default,"
    f" {_UNSURE_LEAST} with --only unsure.",
)
@click.option(
    "--only",
    type=shared.Choice(["error", "style", "unsure", "all"]),
    default="all",
    show_default=True,
    help="Show errors, matters of style, what is less than 70 % sure, or all that --min-confidence lets through.",
)
@click.option("--top", type=shared.Count(1), metavar="N", help="Show the first N names only.")
@click.option(
    "--index",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Judge together with the archive that qa index put into this file, and show what concerns the inputs.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Decisions of editors on names to respect (qa decide).",
)
@click.option(
    "--house-list",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Names as the house writes them, which are preferred to all but what an editor decided.",
)
@shared.config_option
@lang_option
@date_field_option
@feed_field_option
@shared.jobs_option
@progress_option
@shared.reading_options
@shared.color_option
def command(paths: tuple[str, ...], config_file: Path | None, **given: Any) -> int:
    """List the names that are spelt in more than one way, over all inputs together.

    PATH is a file, a folder, a pattern such as "news/**/*.md", or - for standard input. Each name stands with all its
    spellings, how often and where they occur, which one is to be preferred and why, and whether the others are errors
    or a matter of style. With an index, names are shown that the inputs do not spell as preferred; without inputs, all
    of its names. Ctrl-C ends the reading; what was read is judged. Exit status 1: there are such names.
    """
    inputs = inputs_of(paths, given["output"]) if paths or not given["index"] else []
    least = given.pop("min_confidence")
    if least is None:
        least = _UNSURE_LEAST if given["only"] == "unsure" else _DEFAULT_LEAST
    asked = shared.request(given, config_file)
    run = _Run(given["index"])
    collecting = Collecting(asked, given, inputs)
    collecting.run(run.take, machine=given["form"] != "terminal")
    found = run.families(asked, least)
    if given["index"] and paths:
        found = [family for family in found if run.concerns(family)]
    shown = _shown(found, given["only"], given["top"])
    summary = run.summary
    summary.hidden = len(found) - len(shown)
    summary.problems, summary.interrupted = collecting.problems, collecting.interrupted
    from qa.report.families import write_families  # noqa: PLC0415 - help does without

    with report_stream(given["output"]) as stream:
        write_families(given["form"], shown, summary, stream, style_for(given["color"], stream, os.environ))
    return collecting.status(FOUND if shown else CLEAN)


class _Run:
    """The archive of one run, and that of an index."""

    def __init__(self, index: Path | None) -> None:
        """Open the index; raises ConfigError where it cannot be used."""
        from qa.engine.name_index import ArchiveIndex  # noqa: PLC0415
        from qa.report.family_base import FamilySummary  # noqa: PLC0415
        from qa.text.names.archive.state import NameArchive  # noqa: PLC0415

        self._index: ArchiveIndex | None = ArchiveIndex(index) if index else None
        self._archive = NameArchive()
        self._replaced: set[str] = set()
        self._written: set[str] = set()
        self.summary: FamilySummary = FamilySummary()

    def take(self, document: Collected) -> None:
        """Take in one document, unless the index has it; one that has changed since replaces the index's."""
        known = self._index.digest_of(document.key) if self._index else None
        if self._index and document.names is not None:
            self._written.update(name.written for name in document.names.names)
        if known == document.digest:
            self.summary.known += 1
            return
        if known is not None:
            self._replaced.add(document.key)
        if document.names is None:
            self.summary.foreign += 1
        else:
            self._archive.add(document.names)

    def concerns(self, family: ArchiveFamily) -> bool:
        """Whether the inputs have a spelling of the family that is not the preferred one."""
        return any(form.written in self._written for form in family.forms if form.written != family.preferred)

    def families(self, asked: shared.Request, least: float) -> list[ArchiveFamily]:
        """What is spelt in more than one way."""
        from qa.engine.materials import load_materials  # noqa: PLC0415
        from qa.engine.name_decisions import read_name_decisions  # noqa: PLC0415
        from qa.text.names.archive.families import archive_families  # noqa: PLC0415

        decisions = read_name_decisions(asked.settings.decisions)
        if self._index:
            indexed = self._index.archive(self._replaced)
            self.summary.indexed = indexed.documents
            self._archive = indexed.merge(self._archive)
        self.summary.documents = self._archive.documents
        self.summary.spellings = len(self._archive.tallies)
        house = load_materials(asked.settings).house_list
        return archive_families(self._archive, least=least, decisions=decisions, house=house)


def _shown(families: Sequence[ArchiveFamily], only: str, top: int | None) -> list[ArchiveFamily]:
    """The families that the user wants to see."""
    return [family for family in families if only in ("all", family.verdict)][:top]
