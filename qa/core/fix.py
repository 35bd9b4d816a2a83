"""Repairs as data: edits of a segment's text with a level of safety."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from qa.core.span import Span


class Applicability(StrEnum):
    """How far a repair may be trusted.

    SAFE: right whenever the finding is; `qa fix` applies it. SUGGEST: likely, for a person to accept. DISPLAY: shows
    the direction only, the text may need more.
    """

    SAFE = "safe"
    SUGGEST = "suggest"
    DISPLAY = "display"


class Edit(NamedTuple):
    """Put `text` in the place of `span` (code points of the segment's text); an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to repair a finding: edits that do not overlap, made all together or not at all."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SUGGEST


def replace(span: Span, text: str, applicability: Applicability = Applicability.SUGGEST, title: str = "") -> Fix:
    """A fix that puts `text` in the place of `span`; the title is the new text, or what is done with it."""
    return Fix(title or text or "(delete)", (Edit(span, text),), applicability)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all edits made; raises ValueError when two of them overlap or one lies outside."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.span.start < done or edit.span.end > len(text):
            raise ValueError(f"edits overlap or lie outside at offset {edit.span.start}")
        parts += text[done : edit.span.start], edit.text
        done = edit.span.end
    parts.append(text[done:])
    return "".join(parts)


def compatible_fixes(fixes: Sequence[Fix]) -> list[Fix]:
    """The fixes that can be made together: in the order given, each one that touches no edit already taken.

    Touching counts as a conflict: two insertions at one place have no certain order, and two neighbouring deletions
    were each judged against the text as it was.
    """
    taken: list[Span] = []
    chosen: list[Fix] = []
    for fix in fixes:
        if not any(_touches_any(edit.span, taken) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                insort(taken, edit.span)
    return chosen


def _touches_any(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` touches one of `taken`, which are sorted and do not overlap: only neighbours can."""
    place = bisect_right(taken, span)
    return any(span.touches(other) for other in taken[max(0, place - 1) : place + 1])
