"""Decimal fractions of a thousand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import Fix, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_BEFORE = re.compile(
    r"(?P<low>(?<![\w.,])\d+(?:[.,]\d+)?\s?(?:[-–]|to|and)\s?)?"
    r"(?P<number>(?<![\d.,])\d+(?:[.,]\d{1,3})?)[ \u00a0\u202f](?P<thousand>thousands?)\Z"
)
_WHOLE = 0.88
_LARGEST = 2_000


class ScaledNumber(Check):
    """A number counted in thousands with a decimal fraction.

    What it flags:
        "8.6 thousand clubs", also with a comma ("8,6 thousand"), which English writes 8,600. Whole thousands in digits
        ("8 thousand clubs") are flagged with less confidence.

    Why it matters:
        Russian, Ukrainian, Chinese and other languages count this way in running text; English counts so in tables
        only. It is a sure sign of a word-for-word translation.

    When it is wrong:
        In tables and headings whose unit is a thousand, which are left alone, as are quotations and whole thousands in
        headlines.

    Sources:
        The Chicago Manual of Style, chapter “Numbers” (numbers with "million" and above are spelled so, thousands are
        written in digits); The Associated Press Stylebook, "numerals".
    """

    id = "scaled-number"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.SOMETIMES
    messages = {
        "fraction": "“{text}”: English writes the number out",
        "whole": "“{text}”: in running text the number is written out",
    }
    bad = (
        "The region has [[8.6 thousand->8,600]] libraries and 37 theatres.",
        "The fleet carried [[5.12 thousand->5,120]] tonnes of salt, [[12,5 thousand->12,500]] of wheat.",
        "It would cost another $[[1.5 thousand->1,500]] to mend.",
        "The town sold [[8 thousand->8,000]] boats in May.",
        "The herd counts [[4.5–5.5 thousand]] head.",
        "He was paid [[0.75 thousand->750]] rubles for the lot.",
    )
    good = (
        "The region has 8,600 libraries, several thousand readers and tens of thousands of books.",
        "It has 5.12 million inhabitants and one and a half thousand bridges.",
        "A thousand gulls and two thousand seals live on the island.",
        "“We counted 8.6 thousand seals”, the ranger said.",
        "In 2021 thousands of them left.",
        "By version 2.5 thousands had switched.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        for word in ("thousand", "thousands"):
            for ordinal in text.words.places(word):
                end = text.words.ends[ordinal]
                match = _BEFORE.search(text.text, max(0, end - 50), end)
                if match is None:
                    continue
                whole = match["number"].isdecimal() and not re.search("[.,]", match["low"] or "")
                if word == "thousands" and (whole or not text.text[end : end + 4].strip().startswith("of")):
                    continue
                finding = self._finding(segment, text, match, whole=whole)
                if finding:
                    yield finding

    def _finding(self, segment: Segment, text: Analysis, match: re.Match[str], *, whole: bool) -> Finding | None:
        span = Span(match.start(), match.end())
        role = text.role_at(span.start)
        if text.quotations.inside(span.start) or role is Role.CELL or (whole and role is not Role.BODY):
            return None
        goes_on = text.text[span.end : span.end + 2].strip()[:1].isdigit()  # "26 million 773 thousand 135"
        if whole and (int(match["number"]) > _LARGEST or match["low"] or goes_on):
            return None
        number = Decimal(match["number"].replace(",", ".")) * 1000
        fixes: list[Fix] = [] if match["low"] else [replace(span, f"{int(number):,}")]
        if whole:
            return self.finding(segment, span, "whole", fixes=fixes, confidence=_WHOLE)
        return self.finding(segment, span, "fraction", fixes=fixes)
