"""What reports of name families share: the sum of a run, and a family as a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from qa.core.finding import Problem
from qa.report.display import counted
from qa.text.names.archive.families import VERDICTS, ArchiveFamily


@dataclass(slots=True)
class FamilySummary:
    """The sum of a run.

    documents: how many were added up, those of an index included (indexed: how many of them). foreign: left out because
    of their language. known: passed over because the index has them. spellings: distinct ones. hidden: families that
    `--top` or `--only` left out of the report.
    """

    documents: int = 0
    indexed: int = 0
    foreign: int = 0
    known: int = 0
    spellings: int = 0
    hidden: int = 0
    problems: list[Problem] = field(default_factory=list)
    interrupted: bool = False


def family_record(family: ArchiveFamily) -> dict[str, Any]:
    """A family as one JSON object."""
    record: dict[str, Any] = {
        "preferred": family.preferred,
        "verdict": family.verdict,
        "confidence": round(family.confidence, 3),
    }
    record |= {name: True for name in ("decided", "habit") if getattr(family, name)}
    record["forms"] = [
        {
            "text": form.written,
            "mentions": form.mentions,
            "documents": form.documents,
            "confidence": round(form.confidence, 3),
            "examples": list(form.examples),
            **({"first": form.first, "last": form.last} if form.first else {}),
            **({"feeds": dict(form.feeds)} if form.feeds else {}),
        }
        for form in family.forms
    ]
    record["evidence"] = list(family.evidence)
    return record


def closing_line(families: Sequence[ArchiveFamily], summary: FamilySummary) -> str:
    """The sum of a run in a few sentences."""
    documents = counted(summary.documents, "document")
    if summary.indexed:
        documents += f" ({summary.indexed:,} from the index)"
    if not summary.documents:
        text = "No document was read."
    elif not families and not summary.hidden:
        text = f"No name is spelt in two ways in {documents}."
    else:
        by_verdict = Counter(family.verdict for family in families)
        parts = ", ".join(f"{by_verdict[verdict]:,} {verdict}" for verdict in VERDICTS if by_verdict[verdict])
        parts = parts.replace(" error", " wrong").replace(" style", " a matter of style")
        names = "1 name is" if len(families) == 1 else f"{len(families):,} names are"
        text = f"{names} spelt in two or more ways in {documents}{': ' + parts if parts else ''}."
    if summary.hidden:
        text += f" {summary.hidden:,} more not shown."
    if summary.foreign:
        text += f" {counted(summary.foreign, 'document')} not in English left out."
    if summary.known:
        text += f" {counted(summary.known, 'document')} already in the index."
    if summary.problems:
        text += f" {counted(len(summary.problems), 'problem')}: not everything could be read."
    if summary.interrupted:
        text += " Stopped before the end."
    return text
