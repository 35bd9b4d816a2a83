"""Places where one thing is written in several forms, and how a finding counts and shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Evidence, Related
from qa.core.span import Span

if TYPE_CHECKING:
    import re

    from qa.text.analysis import Analysis

MOST_RELATED = 12
"""Places of the other forms that a finding lists; the counts in its evidence name all."""


class Place(NamedTuple):
    """One occurrence. form: the way it is written, for comparing and for showing ("percent", "5 May", "colour")."""

    text: Analysis
    span: Span
    form: str

    @property
    def written(self) -> str:
        """The characters at the place."""
        return self.span.of(self.text.text)

    @property
    def position(self) -> tuple[int, Span]:
        """Where it stands in the document, for sorting."""
        return self.text.ordinal, self.span

    @property
    def is_lower(self) -> bool:
        """Whether the first character is a small letter."""
        return self.text.text[self.span.start].islower()


def matches(pattern: re.Pattern[str], texts: Sequence[Analysis]) -> Iterator[tuple[Analysis, re.Match[str]]]:
    """Every match of `pattern` in the texts, with its text."""
    for text in texts:
        for match in pattern.finditer(text.text):
            yield text, match


def in_order(places: Iterable[Place]) -> list[Place]:
    """Places as they stand in the document."""
    return sorted(places, key=lambda place: place.position)


def rarer_first(one: list[Place], two: list[Place]) -> tuple[list[Place], list[Place]]:
    """The group with fewer places, of equal ones that which comes in later; then the other one."""

    def rank(places: list[Place]) -> tuple[int, int, int]:
        first = places[0]
        return len(places), -first.text.ordinal, -first.span.start

    return (one, two) if rank(one) < rank(two) else (two, one)


def counts(places: Iterable[Place]) -> str:
    """How often each form occurs, the most frequent first: "percent 4, % 1"."""
    found = Counter(place.form for place in places)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{form} {count}" for form, count in ranked[:MOST_RELATED])


def evidence_of(places: Iterable[Place]) -> list[Evidence]:
    """The counts of all forms, as evidence."""
    return [Evidence("count", counts(places))]


def related_of(places: Sequence[Place]) -> list[Related]:
    """The first of the places, for a finding that stands elsewhere."""
    return [Related(place.text.segment.id, place.span, place.written) for place in places[:MOST_RELATED]]
