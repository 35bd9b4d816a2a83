"""Reports of name families, by their names on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from qa.report.base import Style
from qa.report.family_base import FamilySummary
from qa.text.names.archive.families import ArchiveFamily

FORMS = ("terminal", "jsonl", "csv", "html")


def write_families(
    form: str, families: Sequence[ArchiveFamily], summary: FamilySummary, stream: TextIO, style: Style | None = None
) -> None:
    """Write the families to `stream`. form: one of `FORMS`."""
    if form == "terminal":
        from qa.report.family_terminal import write_terminal  # noqa: PLC0415 - one of four is used

        write_terminal(families, summary, stream, style or Style())
    elif form == "html":
        from qa.report.family_html import write_html  # noqa: PLC0415

        write_html(families, summary, stream)
    else:
        from qa.report.family_tables import write_csv, write_jsonl  # noqa: PLC0415

        (write_jsonl if form == "jsonl" else write_csv)(families, stream)
