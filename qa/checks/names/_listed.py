"""Where the forms of a list of names stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.house_list import HouseList, Listed

_PARTS = re.compile(r"[^\W_]+")


class Occurrence(NamedTuple):
    """A listed form in a text. exact: whether its capitals are those of the list rather than all of them."""

    span: Span
    form: str
    listed: Listed
    exact: bool


def occurrences(text: Analysis, house: HouseList) -> list[Occurrence]:
    """The listed forms in `text` in order, as written or in capitals throughout; of overlapping ones the longest."""
    kept: list[Occurrence] = []
    for each in sorted(_all(text, house), key=lambda each: (each.span.start, -each.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept


def _all(text: Analysis, house: HouseList) -> Iterator[Occurrence]:
    by_first = house.by_first_word
    vocabulary = text.words.vocabulary
    parts = {part for word in vocabulary if not word.isalnum() for part in _PARTS.findall(word)}
    there = vocabulary | parts
    for word in sorted(by_first.keys() & there):
        for form in by_first[word]:
            if " " in form and not there.issuperset(_PARTS.findall(form.lower())):
                continue
            listed = house.forms[form]
            for match in _pattern(form).finditer(text.text):
                exact = match["form"] is not None
                if exact or form.upper() != listed.name.preferred.upper():
                    yield Occurrence(Span(*match.span()), form, listed, exact)


def _pattern(form: str) -> re.Pattern[str]:
    """The form (group `form`) or its capitals, not inside a longer word."""
    return re.compile(rf"(?<![^\W_])(?:(?P<form>{_flexible(form)})|{_flexible(form.upper())})(?![^\W_])")


def _flexible(form: str) -> str:
    """A pattern for `form` in which any blank and apostrophe stands for those of the list."""
    return re.sub(r"['’]", "['’]", re.escape(form).replace(r"\ ", r"[^\S\n]+"))
