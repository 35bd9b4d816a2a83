"""Times that no clock shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_COLON = re.compile(r":(?<=[0-9]:)(?P<minute>[0-9]{2})(?![\d_:]|[.,-]\d|(?![ap]\.?m\b|[AP]\.?M\b)[^\W\d_])")
_HOUR = re.compile(r"(?<![\w.,:/$-])[0-9]{1,2}\Z")
_AT = re.compile(r"\b(?:at|until|till|by|from|since|around|before|after|o'clock)[ \u00a0]\Z", re.IGNORECASE)
_HALF = re.compile(r"[ \u00a0]?(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)")
_LATE_HALF = re.compile(
    r"(?<=t |y |m |l )(?P<hour>1[3-9]|2[0-3])(?P<half>[ \u00a0]?(?:[ap]\.[ \u00a0]?m\.?|[ap]m)(?!\w))"
)
_ZONE = re.compile(
    r"[ \u00a0](?:local time|o['’]clock|GMT|UTC|CET|Moscow time|Beijing time|MSK|EST|EDT|hours\b|on the clock"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in the (?:morning|evening))"
)


_HOURS, _NOON = 24, 12


class ImpossibleTime(Check):
    """A time of day that does not exist, or a 24-hour time with a.m. or p.m.

    What it flags:
        "at 12:75", "25:10 local time", and "15:30 p.m.", where p.m. says again what the 15 says.

    Why it matters:
        A reader who wants to be there at the hour is misled; one of the digits was lost or swapped.

    When it is wrong:
        Scores, verses and recordings ("at 25:10 in the film") look like times; only numbers that the words around them
        make a time are flagged.

    Sources:
        ISO 8601 (time of day); The Chicago Manual of Style, chapter “Numbers”.
    """

    id = "impossible-time"
    category = Category.DATE_TIME
    severity = Severity.MAJOR
    confidence = 0.93
    languages = ENGLISH
    cross_fire = frozenset({"score-with-colon"})
    fixable = Fixable.SOMETIMES
    messages = {"time": "There is no such time", "half": "A 24-hour time needs no “{half}”"}
    bad = (
        "The ship left at [[12:75]] and returned by [[25:10]] local time.",
        "Doors open at 15:30[[ p.m.->]] and close at 23:45[[pm->]] sharp.",
        "The alarm rang at [[8:60]] a.m. on Monday, and again at [[24:30]] on Tuesday.",
        "The session begins at [[15 p.m.->3 p.m.]] on Friday.",
    )
    good = (
        "The ship left at 12:45 and returned by 24:00 local time.",
        "Doors open at 3:30 p.m. and close at 00:15 a.m.",
        "The goal fell at 25:10 in the film; she ran it in 12:75 at best.",
        "They won 85:79, as Isaiah 25:10 foretold.",
        "At 12:30:75 of the recording a voice is heard.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _COLON.finditer(prose):
            hours = _HOUR.search(prose, max(0, match.start() - 4), match.start())
            if hours is None:
                continue
            hour, minute = int(hours.group()), int(match["minute"])
            span = Span(hours.start(), match.end())
            half = _HALF.match(prose, span.end)
            zone = _ZONE.match(prose, span.end)
            at = _AT.search(prose, max(0, span.start - 9), span.start)
            if minute < 60 and (hour < _HOURS or (hour == _HOURS and (minute == 0 or not at))):
                if half and 13 <= hour <= 23:
                    yield self._half(segment, prose, half)
                continue
            if half or zone or (at and hour < _HOURS):
                yield self.finding(segment, span, "time")
        for match in _LATE_HALF.finditer(prose):
            if _AT.search(prose, max(0, match.start() - 9), match.start()):
                yield self._late_half(segment, prose, match)

    def _late_half(self, segment: Segment, prose: str, match: re.Match[str]) -> Finding:
        """A finding at an hour after noon with a.m. or p.m."""
        end = match.end() - (prose[match.end() - 1] == "." and not prose[match.end() : match.end() + 2].strip())
        span = Span(match.start(), end)
        half = prose[match.start("half") : end]
        fix = replace(span, f"{int(match['hour']) - _NOON}{half}")
        return self.finding(segment, span, "half", fixes=[fix], severity=Severity.MINOR, half=half.strip())

    def _half(self, segment: Segment, prose: str, half: re.Match[str]) -> Finding:
        """A finding at the a.m. or p.m.; a stop that also ends the sentence stays."""
        end = half.end()
        after = prose[end : end + 2].strip()
        if prose[end - 1] == "." and (not after or after[0].isupper()):
            end -= 1
        span = Span(half.start(), end)
        fix = replace(span, "")
        return self.finding(segment, span, "half", fixes=[fix], severity=Severity.MINOR, half=half["half"])
