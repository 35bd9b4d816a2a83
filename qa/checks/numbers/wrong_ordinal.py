"""Ordinal numbers with the wrong ending, or with a blank before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# "11st" may be a weight in stone, so "st" counts only where the words around it make it an ordinal.
_ENDING = re.compile(r"[0-9](?P<blank>[ \u00a0]?)(?P<ending>th|nd|rd|st|TH|ND|RD)\b")
_POSSESSIVE = re.compile(r"(?:['’]s|\b(?:his|her|its|their|our|my))[ \u00a0]\Z")
_NUMBER_BEFORE = re.compile(r"(?<![\w.,/:-])(?P<the>the[ \u00a0])?(?P<digits>\d{1,3}(?:,?\d{3})*)\Z", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(r"[ -](?:century|place|anniversary|birthday|edition|time|minute|year|day|floor|round)\b")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


class WrongOrdinal(Check):
    """An ordinal number with the wrong ending, or with a blank before its ending.

    What it flags:
        "21th", "2rd", "11st place", "19 th century".

    Why it matters:
        The ending is fixed by the last digits, so another one is a plain slip of the kind that tables and templates of
        translation systems produce.

    When it is wrong:
        "12st" as a weight in stone, which is left alone unless the word after it wants an ordinal; jokes about such
        endings.

    Sources:
        The Chicago Manual of Style, chapter “Numbers” (ordinals); CLDR plural rules for English ordinals.
    """

    id = "wrong-ordinal"
    category = Category.SPELLING
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"ending": "“{text}”: the ordinal is “{fixed}”", "blank": "Blank inside the ordinal “{fixed}”"}
    bad = (
        "The ship was launched in the [[21th->21st]] year of his reign.",
        "She came in [[2th->2nd]], her sister [[3th->3rd]].",
        "They finished in [[11st->11th]] place on the [[12nd->12th]] day, May [[22th->22nd]].",
        "A tower of the 19[[ ->]]th century.",
        "It was the club's 3000[[ ->]]th League match.",
        "It was the [[102th->102nd]] session.",
    )
    good = (
        "The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd, 101st and 112th came.",
        "He weighed 12st 4lb before and 11st after.",
        "He lives at 5 St James's Square, near 22 Rd Lane.",
        "The 2d Cavalry met at 105th Street, 1,000th in the list.",
        "Take the nth root of 10 th units.",
        "In version 2.1th nothing changed.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _ENDING.finditer(prose):
            number = _NUMBER_BEFORE.search(prose, max(0, match.start() - 16), match.start() + 1)
            if number is None:
                continue
            digits, found = number["digits"], match["ending"]
            ending = "th" if digits[-2:-1] == "1" else _ENDINGS.get(digits[-1], "th")
            if match["blank"]:
                # "th" is no word; "st", "nd" and "rd" may be a street's or a road's
                name = prose[match.end() : match.end() + 2].strip()[:1].isupper() and found != "th"
                if (
                    found == ending
                    and (number["the"] or _POSSESSIVE.search(prose, max(0, number.start() - 7), number.start()))
                    and not name
                ):
                    span = Span(*match.span("blank"))
                    fix = replace(span, "", Applicability.SAFE)
                    yield self.finding(segment, span, "blank", fixes=[fix], fixed=digits + ending)
                continue
            if found.lower() == ending:
                continue
            if found == "st" and not (number["the"] or _ORDINAL_AFTER.match(prose, match.end())):
                continue
            span = Span(number.start("digits"), match.end())
            fixed = digits + (ending.upper() if found.isupper() else ending)
            yield self.finding(segment, span, "ending", fixes=[replace(span, fixed)], fixed=fixed)
