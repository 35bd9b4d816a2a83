"""Abbreviations of large numbers that are not English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role, Segment
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_MEANINGS = {
    "mln": "million", "mio": "million", "млн": "million", "bln": "billion", "mld": "billion", "mlrd": "billion",
    "mrd": "billion", "млрд": "billion", "trln": "trillion", "трлн": "trillion", "tys": "thousand", "тыс": "thousand",
    "thous": "thousand", "тис": "thousand",
}  # fmt: skip
# News agencies have used these two in English, so desks may allow them.
_IN_USE = frozenset({"mln", "bln"})
_IN_USE_CONFIDENCE = 0.9
_NUMBER_BEFORE = re.compile(r"[0-9](?P<blank>[ \u00a0\u202f]?)\Z")
_SPELLINGS = frozenset(_MEANINGS)
_GLUED = re.compile(rf"[0-9](?P<word>{'|'.join(_MEANINGS)}|Mio|Mrd|Mld)\b")
_ABBREVIATION_STOP = re.compile(r"\.(?=[ \u00a0][a-z]|[,;:)])")


class ForeignNumberAbbreviation(Check):
    """An abbreviation such as "mln" or "Mrd." after a number in English text.

    What it flags:
        "5 mln", "3,2 Mrd.", "200 tys." and the like outside tables and headings.

    Why it matters:
        The abbreviations were carried over from Russian, German, Polish or another source; readers of English expect
        "5 million".

    When it is wrong:
        In financial tables and headlines, where "mln" and "bln" were in use; those are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Numbers” (large numbers); New Hart's Rules, chapter “Numbers and dates”.
    """

    id = "foreign-number-abbreviation"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {"word": "“{text}” is no English abbreviation: “{meaning}”"}
    bad = (
        "It cost 5 [[mln->million]] rubles and brought in 3.2 [[mlrd->billion]].",
        "The town gave 1.5 [[Mio.->million]] euros for the bridge.",
        "They paid $2[[mln-> million]] in March and 7 [[bln->billion]] in April.",
    )
    good = (
        "It cost 5 million rubles and brought in $3bn.",
        "Mio came third and MLN stands for a party.",
        "MRD was founded in 1998; the 5th MLD followed.",
        "The lab of Mrd. Smith",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        for word in text.words.vocabulary & _SPELLINGS:
            for ordinal in text.words.places(word):
                finding = self._at(segment, text, text.words.span(ordinal), word)
                if finding:
                    yield finding
        for match in _GLUED.finditer(text.text):  # "2mln" is one word for the analysis
            finding = self._at(segment, text, Span(*match.span("word")), match["word"].lower())
            if finding:
                yield finding

    def _at(self, segment: Segment, text: Analysis, span: Span, word: str) -> Finding | None:
        prose = text.text
        number = _NUMBER_BEFORE.search(prose, max(0, span.start - 3), span.start)
        if number is None or text.role_at(span.start) in {Role.TITLE, Role.HEADING, Role.CELL}:
            return None
        if span.of(prose).isupper() and not prose[span.start] > "я":
            return None
        stop = _ABBREVIATION_STOP.match(prose, span.end)
        span = Span(span.start, stop.end() if stop else span.end)
        meaning = _MEANINGS[word]
        sure = _IN_USE_CONFIDENCE if word in _IN_USE else self.confidence
        fixed = meaning if number["blank"] else f" {meaning}"
        return self.finding(segment, span, "word", fixes=[replace(span, fixed)], confidence=sure, meaning=meaning)
