"""Bracket without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Need
from qa.core.finding import Finding

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis


class UnpairedBracket(Check):
    """A bracket opens and never closes, or closes and never opened.

    What it flags:
        The round, square, curly or lenticular bracket that lacks its partner in its paragraph.

    Why it matters:
        Words were lost or moved: the other half of the aside is somewhere else or gone.

    When it is wrong:
        List markers such as “a)”, emoticons and half-open intervals are known.

    Sources:
        MQM, unpaired marks.
    """

    id = "unpaired-bracket"
    category = Category.UNPAIRED_MARKS
    severity = Severity.MINOR
    confidence = 0.93
    needs = frozenset({Need.QUOTATIONS})
    messages = {
        "open": "Bracket “{text}” opens here and never closes",
        "close": "Bracket “{text}” closes what never opened",
    }
    bad = (
        "The mayor [[(]]in office since May said no.",
        "The mayor, in office since May[[)]], said no.",
        "The league [[[]]KHL said no.",
    )
    good = (
        "The mayor (in office since May) said no.",
        "Bring a) a boat and b) a map.",
        "He was glad :) and she was not :(",
        "The share lies in the interval [0, 1) by definition.",
        "1) Open the box. 2) Close it.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for mark in text.quotations.unpaired_brackets:
            yield self.finding(segment, mark.span, mark.side)
