"""Places of forms that a consistency check compares, and how a finding names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Evidence, Related
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

MOST_RELATED = 12
"""Places of the other forms that a finding lists; the counts in its evidence name all."""
_PART = re.compile(r"[^\W\d_]+")


class Place(NamedTuple):
    """One occurrence of a form: `form` is what is compared (lower case), the span what is written."""

    segment: int
    span: Span
    form: str
    text: Analysis

    @property
    def written(self) -> str:
        """The characters at the place."""
        return self.span.of(self.text.text)

    @property
    def is_lower(self) -> bool:
        """Whether the first character is a small letter."""
        return self.text.text[self.span.start].islower()

    def related(self) -> Related:
        """The place as another form of a finding."""
        return Related(self.text.segment.id, self.span, self.written)


def places_of(wanted: frozenset[str], texts: Sequence[Analysis], *, parts: bool = True) -> Iterator[Place]:
    """Occurrences of words of `wanted` (lower case), also as parts of hyphenated words and before 's."""
    for number, text in enumerate(texts):
        words = text.words
        index = words.index
        for form in wanted.intersection(index):
            for ordinal in index[form]:
                yield Place(number, words.span(ordinal), form, text)
        if not parts:
            continue
        for key in [key for key in index if "-" in key or "'" in key]:
            for part in _PART.finditer(key):
                if part.group() in wanted:
                    for ordinal in index[key]:
                        span = Span(part.start(), part.end()).shift(words.starts[ordinal])
                        if span.of(text.text).lower() == part.group():
                            yield Place(number, span, part.group(), text)


def in_order(places: Iterable[Place]) -> list[Place]:
    """Places as they stand in the document."""
    return sorted(places, key=lambda place: (place.segment, place.span))


def rarer_first(one: list[Place], two: list[Place]) -> tuple[list[Place], list[Place]]:
    """The group with fewer places, of equal ones that which comes in later; then the other one."""

    def rank(places: list[Place]) -> tuple[int, int, int]:
        return len(places), -places[0].segment, -places[0].span.start

    return (one, two) if rank(one) < rank(two) else (two, one)


def counts(places: Iterable[Place]) -> str:
    """How often each form occurs, the most frequent first: "metre 3, meter 1"."""
    found: dict[str, int] = {}
    for place in places:
        found[place.form] = found.get(place.form, 0) + 1
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{form} {count}" for form, count in ranked[:MOST_RELATED])


def evidence_of(places: Sequence[Place]) -> list[Evidence]:
    """The counts of all forms, as evidence."""
    return [Evidence("count", counts(places))]


def with_case_of(written: str, form: str) -> str:
    """`form` with the capitals of `written`: all, the first, or none."""
    if len(written) > 1 and written.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form


def is_in_name(place: Place) -> bool:
    """Whether a capital at the place may belong to a name or a headline rather than to the start of a sentence."""
    if place.is_lower:
        return False
    text = place.text
    sentence = text.sentence_at(place.span.start)
    first = sentence is not None and not any(
        character.isalnum() for character in text.text[sentence.span.start : place.span.start]
    )
    if not first or place.written.isupper():
        return True
    following = re.compile(r"[\s,;:]*(\w)").match(text.text, place.span.end)
    return following is not None and following[1].isupper()
