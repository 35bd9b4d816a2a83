"""Large numbers in figures and how their digits are grouped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qa.checks.numbers._quantities import CURRENCY_BEFORE, GROUPING, MEASURE_AFTER, is_quantity
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

GROUPED_LANGUAGES = frozenset(GROUPING)
UNGROUPED = "10000"
_BLANKS = "\u00a0\u202f\u2009"
_NUMBER = re.compile(
    r"[0-9](?<![\w.,/:+#№-].)[0-9]*"
    r"(?:(?P<mark>[., \u00a0\u202f\u2009])[0-9]{3}(?![0-9])(?:(?P=mark)[0-9]{3}(?![0-9]))*)?"
)
# Races have names: "the 1500 metres", "a 3000-meter steeplechase".
_RACE = re.compile(r"(?:1500|[2358]000|10000)[ \u00a0-](?:m|met(?:re|er)s?)\b")
_NEXT_WORDS = re.compile(r"[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?")
_PLURALS = frozenset("people men women children police troops cattle sheep fish staff feet acre hectare".split())
_NO_NUMBER_AFTER = re.compile(r"\w|[.,:/-]\d")
_MONTH_BEFORE = re.compile(r"\b(?:[A-Z][a-z]+\.?|[a-zа-я]{3,9})[ \u00a0]\Z")
_FEWEST = 4
_MODEL = 5
_SHORT_WORD, _LONGEST_UNIT = 3, 4


class Figure(NamedTuple):
    """A number of four digits or more that counts something. form: "10,000", "10 000", "10.000" or "10000"."""

    text: Analysis
    span: Span
    form: str
    digits: int


def figures_of(text: Analysis) -> Iterator[Figure]:
    """Numbers with groups, and those of four to nine digits without that are quantities."""
    prose = text.text
    usual = GROUPING[text.base_lang]
    for match in _NUMBER.finditer(prose):
        start, end = match.span()
        if end - start < _FEWEST or _NO_NUMBER_AFTER.match(prose, end):
            continue
        mark = match["mark"]
        written = match.group()
        if not mark:
            if end - start <= 9 and written[0] != "0" and _counts(text, start, end):
                yield Figure(text, Span(start, end), UNGROUPED, end - start)
            continue
        first = written.index(mark)
        digits = sum(character.isdecimal() for character in written)
        if first > 3 or written[0] == "0" or (usual == "," and mark == ".") or (usual != "," and mark == ","):
            continue
        blank = mark in " \u00a0\u202f\u2009"
        if blank and not _is_grouping_blank(prose, start, written):
            continue
        yield Figure(text, Span(start, end), f"10{' ' if blank else mark}000", digits)


def _counts(text: Analysis, start: int, end: int) -> bool:
    """Whether digits without a mark count something; in English not races and, from five digits, models."""
    prose = text.text
    if not is_quantity(prose, start, end, text.base_lang):
        return False
    if text.base_lang != "en":
        return True
    if _RACE.match(prose, start):
        return False
    return end - start < _MODEL or not _is_model(prose, start, end)


def _is_model(prose: str, start: int, end: int) -> bool:
    """Whether a singular follows, as in "the 68040 processor was"."""
    following = _NEXT_WORDS.match(prose, end)
    if following is None or CURRENCY_BEFORE.search(prose, max(0, start - 5), start):
        return False
    first = following[1]
    if len(first) <= _LONGEST_UNIT or first in _PLURALS or first.endswith("s") or MEASURE_AFTER["en"].match(prose, end):
        return False
    second = following[2] or ""
    return not second.endswith("s") or len(second) <= _SHORT_WORD


def _is_grouping_blank(prose: str, start: int, written: str) -> bool:
    """Whether a blank between digits divides groups: "10 000", not "on May 15 300 people came"."""
    if written[-4] in _BLANKS or written.count(" ") > 1:
        return True
    before = prose[max(0, start - 12) : start]
    return written.endswith("000") and not (_MONTH_BEFORE.search(before) and before.strip()[:1].isupper())


def regrouped(written: str, usual: str) -> str:
    """The number with the mark of the usual form."""
    digits = re.sub(r"\D", "", written)
    groups = f"{int(digits):,}"
    mark = "\u00a0" if usual[2] == " " else usual[2]
    return groups.replace(",", mark)
