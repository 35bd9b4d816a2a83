"""Places of words that a consistency check compares, and their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_REFERENCE = re.compile(r"\W*(?:\d+\.?\s)?[A-Z][\w'’-]+, (?:[A-Z]\. ?)+.{0,300}?\(\d{4}[a-z]?\)")
_PART = re.compile(r"[^\W\d_]+")
_LONGEST_REFERENCE = 500


def places_of(wanted: frozenset[str], texts: Sequence[Analysis], *, parts: bool = True) -> Iterator[Place]:
    """Occurrences of words of `wanted` (lower case), also as parts of hyphenated words and before 's."""
    for text in texts:
        words = text.words
        index = words.index
        for form in wanted.intersection(index):
            for ordinal in index[form]:
                yield Place(text, words.span(ordinal), form)
        if not parts:
            continue
        for key in [key for key in index if "-" in key or "'" in key]:
            for part in _PART.finditer(key):
                if part.group() in wanted:
                    for ordinal in index[key]:
                        span = Span(part.start(), part.end()).shift(words.starts[ordinal])
                        if span.of(text.text).lower() == part.group():
                            yield Place(text, span, part.group())


def with_case_of(written: str, form: str) -> str:
    """`form` with the capitals of `written`: all, the first, or none."""
    if len(written) > 1 and written.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form


def is_in_reference(place: Place) -> bool:
    """Whether a place stands in an entry of a list of works, "Moreau, A. (2012). A study of colour"."""
    prose, start = place.text.text, place.span.start
    line = prose.rfind("\n", 0, start) + 1
    return start - line < _LONGEST_REFERENCE and _REFERENCE.match(prose, line) is not None


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
