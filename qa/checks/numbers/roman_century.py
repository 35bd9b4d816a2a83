"""Centuries numbered the way other languages do it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_ROMAN = r"(?:X{1,2}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|V)"
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<low>{_ROMAN})(?:th|st|nd|rd)?(?P<gap>\s?[-–—]\s?|\sto\s|\sand\s|,\s))?"
    rf"(?P<roman>{_ROMAN})(?:th|st|nd|rd)?[\s-]\Z"
)
_DIGITS_BEFORE = re.compile(r"(?:\bthe|\bof|\bearly|\blate|\bmid|[Tt]he)[ -](?P<digits>[1-9]|1\d|2[01])[ \u00a0]\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s-]*\Z")
_HYPHENATED = re.compile(r"-century\b(?<=[IVXthsnrd]-century)")
_VALUES = {"I": 1, "V": 5, "X": 10}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


class RomanCentury(Check):
    """A century in Roman numerals, or in digits without the ending of an ordinal.

    What it flags:
        "the XVIII century", "the XIX–XX centuries", "the 19 century", which English writes "18th century" or
        "eighteenth century".

    Why it matters:
        Slavic and Romance languages number centuries with Roman numerals; in English it shows the source through.

    When it is wrong:
        Behind a name, where the numeral belongs to a king or a war ("under Louis XIV centuries of custom ended"); such
        numerals are left alone, as are quotations.

    Sources:
        The Chicago Manual of Style, chapter “Numbers” (centuries); The Associated Press Stylebook, "century".
    """

    id = "roman-century"
    category = Category.DATE_FORMAT
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {
        "roman": "Century in Roman numerals: English writes “{fixed}”",
        "digits": "The number of a century is an ordinal: “{fixed}”",
    }
    bad = (
        "The tower dates from the [[XVIII->18th]] century.",
        "A church of the [[XVI–XVII->16th–17th]] centuries stands beside it.",
        "In the late [[XIXth->19th]] century the [[20->20th]] century seemed far away.",
        "They collect [[XII->12th]]-century seals and [[XXI->21st]] century stamps.",
    )
    good = (
        "The tower dates from the 18th century, the church from the sixteenth century.",
        "Under Louis XIV century-old customs were abolished.",
        "After World War II centuries of isolation ended.",
        "It was his 20 century in all, and a 5 century record.",
        "The sign says “tower of the XVIII century”.",
        "Pope John XXIII opened the council; chapter XIX tells of a century of wars.",
        "Twentieth Century Fox made it in the 20th century.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        for word in ("century", "centuries"):
            for ordinal in text.words.places(word):
                start = text.words.starts[ordinal]
                if text.text[start].islower() and not text.quotations.inside(start):
                    yield from self._before(segment, text.text, start)
        for match in _HYPHENATED.finditer(text.text):
            if not text.quotations.inside(match.start()):
                yield from self._before(segment, text.text, match.start() + 1)

    def _before(self, segment: Segment, prose: str, start: int) -> Iterator[Finding]:
        """The numeral before the word at `start`, if it is written the foreign way."""
        digits = _DIGITS_BEFORE.search(prose, max(0, start - 12), start)
        if digits and prose.startswith("century", start):
            span = Span(*digits.span("digits"))
            fixed = _ordinal(int(digits["digits"]))
            yield self.finding(segment, span, "digits", fixes=[replace(span, fixed)], fixed=fixed)
        match = _BEFORE.search(prose, max(0, start - 24), start)
        if match is None:
            return
        named = _WORD_BEFORE.search(prose, max(0, match.start() - 20), match.start())
        if named and named[1][0].isupper() and named[1] not in {"The", "In", "Of", "From", "Early", "Late", "Mid"}:
            return
        span = Span(match.start(), match.end() - 1)
        fixed = _ordinal(_value(match["roman"]))
        if match["low"]:
            fixed = f"{_ordinal(_value(match['low']))}{match['gap']}{fixed}"
        yield self.finding(segment, span, "roman", fixes=[replace(span, fixed)], fixed=fixed)


def _value(roman: str) -> int:
    """The value of a Roman numeral made of I, V and X."""
    values = [_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _ordinal(value: int) -> str:
    """The number with its English ending."""
    return f"{value}{'th' if 10 < value < 20 else _ENDINGS.get(value % 10, 'th')}"
