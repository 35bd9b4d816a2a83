"""A blank inside a time of day."""

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

# Starts at the colon between a digit and a blank.
_TIME = re.compile(r":(?<=\d:)[ \u00a0](?P<minutes>[0-5]\d)(?![\w%]|[.,:/-]\d| \d| (?:million|billion|per))")
_HOUR = re.compile(r"(?:^|[ (\u00a0–-])(?P<hour>[01]?\d|2[0-4])$")
_BEFORE = re.compile(
    r"\b(?:at|from|to|until|till|by|before|after|around|about|between|and|of|is|was|since|midnight|noon|than|on)"
    r"(?: the| approximately| exactly| about)?$"
)
_AFTER = re.compile(r" ?(?:[ap]\.?m\b|o[’']clock|hours?\b|GMT|UTC|local|on |in the )", re.IGNORECASE)


class SpaceInsideTime(Check):
    """A blank stands behind the colon of a time of day.

    What it flags:
        "at 10: 00 a.m.", "from 22: 30 to 23: 00".

    Why it matters:
        The time falls apart, also at the end of a line; no style writes it so.

    When it is wrong:
        Where a label ends in a number and a list follows ("at gate 10: 20 men"). A time is taken for one only behind
        a word such as “at” or “until”, or before “a.m.” and the like.

    Sources:
        New Hart's Rules, on times of day; ISO 8601.
    """

    id = "space-inside-time"
    category = Category.TIME_FORMAT
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"space": "Blank inside the time {time}"}
    bad = (
        "The meeting begins at 10:[[ ->]]00 a.m. in the hall.",
        "The best time is from 22:[[ ->]]30 to 23:[[ ->]]00.",
        "The harbour was closed until 18:[[ ->]]00 on the 9th.",
    )
    good = (
        "The meeting begins at 10:00 a.m. in the hall.",
        "Present in room 10: 20 men and 30 women.",
        "These came in 2020: 15 boats. The ratio is 10: 20 or so.",
        "Genesis 10: 20 was read; Lenk beat Dara 10: 11.",
        "He left at 10: 20 men stayed behind.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose = text.text
        if ": " not in prose and ":\u00a0" not in prose:
            return
        for match in _TIME.finditer(prose):
            hour = _HOUR.search(prose, max(0, match.start() - 4), match.start())
            if hour is None:
                continue
            start = hour.start("hour")
            led = _BEFORE.search(prose[max(0, start - 24) : start].rstrip(" \u00a0"))
            clock = _AFTER.match(prose, match.end()) is not None
            ends = not prose[match.end() : match.end() + 2].strip()[:1].isalnum()
            if clock or (led and (ends or prose.startswith((" to ", " until ", " and "), match.end()))):
                span = Span(match.start() + 1, match.start("minutes"))
                time = f"{hour['hour']}:{match['minutes']}"
                yield self.finding(segment, span, "space", fixes=[replace(span, "", Applicability.SAFE)], time=time)
