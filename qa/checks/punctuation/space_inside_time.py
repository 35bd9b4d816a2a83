"""Blank inside a time of day."""

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

_COLON = re.compile(r":(?:(?<=\d:)(?P<behind>[ \u00a0])|(?<=\d[ \u00a0]:)(?P<before>))(?=[0-5]\d(?![\d:.,%]))")
_HOUR = re.compile(r"(?<![\d.,:/-])(?:[01]?\d|2[0-4])[ \u00a0]?$")
_INTRODUCED = re.compile(
    r"\b(?:at|from|to|until|till|by|before|after|around|about|between|since|as of)"
    r"(?: \d\d?[: ]{1,2}\d\d (?:and|to|or))? \d\d?[ \u00a0]?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d\d ?(?:[ap]\.?m\b|GMT|UTC|[CE][ES]?T\b|o’clock)", re.IGNORECASE)
_LEAD = 24


class SpaceInsideTime(Check):
    """A blank stands beside the colon of a time of day.

    What it flags:
        "at 22: 00", "8: 30 p.m.", "from 10 :15".

    Why it matters:
        The line can break inside, and programs no longer read the time. Translation systems leave the blank behind
        every colon.

    When it is wrong:
        In ratios and verses of scripture, which are left alone unless a word such as "at" stands before them.

    Sources:
        The Chicago Manual of Style, chapter “Numbers” (time of day).
    """

    id = "space-inside-time"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"inside": "Blank inside the time “{time}”"}
    bad = (
        "The ferry left at 22[[: ->:]]00 and came back in the morning.",
        "The hall opens from 8[[: ->:]]30 to 16[[: ->:]]45 every day.",
        "It was 8[[ :->:]]30 p.m. when the lights went out.",
    )
    good = (
        "The ferry left at 10:00 p.m. and came back at 8:30 a.m.",
        "He read John 3: 16 and Luke 2: 10 to them.",
        "The map has a scale of 1: 50 or 1 : 20.",
        "They came to page 12: 30 lines of verse.",
        "The club won 3: 10 boats took part.",
        "Read chapter 3: 10 ways to save, and add sugar and salt in a ratio of 10: 25.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if ":" not in text.characters:
            return
        for match in _COLON.finditer(prose):
            at = match.start()
            hour = _HOUR.search(prose, max(0, at - 3), at)
            minute = match.end()
            if hour is None or not (_CLOCK.match(prose, minute) or _INTRODUCED.search(prose, max(0, at - _LEAD), at)):
                continue
            span = Span(at, minute) if match["behind"] else Span(at - 1, at + 1)
            time = f"{hour.group().strip()}:{prose[minute : minute + 2]}"
            yield self.finding(segment, span, "inside", fixes=[replace(span, ":", Applicability.SAFE)], time=time)
