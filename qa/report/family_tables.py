"""For programs and spreadsheets: one JSON object for each family, or one CSV row for each spelling."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from qa.report.family_base import family_record
from qa.report.record import json_line
from qa.text.names.archive.families import ArchiveFamily

COLUMNS = (
    "preferred",
    "verdict",
    "family_confidence",
    "spelling",
    "confidence",
    "mentions",
    "documents",
    "examples",
    "first",
    "last",
    "feeds",
    "evidence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_jsonl(families: Sequence[ArchiveFamily], stream: TextIO) -> None:
    """A family a line."""
    stream.writelines(json_line(family_record(family)) + "\n" for family in families)


def write_csv(families: Sequence[ArchiveFamily], stream: TextIO) -> None:
    """A spelling a row; the rows of a family follow each other."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for family in families:
        for form in family.forms:
            rows.writerow(
                map(
                    _cell,
                    (
                        family.preferred,
                        family.verdict,
                        f"{family.confidence:.3f}",
                        form.written,
                        f"{form.confidence:.3f}",
                        str(form.mentions),
                        str(form.documents),
                        "; ".join(form.examples),
                        form.first,
                        form.last,
                        "; ".join(f"{feed} {documents}" for feed, documents in form.feeds.items()),
                        "; ".join(family.evidence),
                    ),
                )
            )


def _cell(text: str) -> str:
    """`text` that no spreadsheet takes for a formula and UTF-8 can carry."""
    text = text.encode("utf-8", "replace").decode()
    return f"'{text}" if text.startswith(_FORMULA) else text
