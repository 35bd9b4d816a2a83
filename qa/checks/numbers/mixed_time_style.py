"""Times of day in one article that follow different clocks or spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order, matches
from qa.checks.numbers._odd_one_out import is_running_prose, report, split_by_use
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_TWENTY_FOUR = "15:45"
_HALF = re.compile(r"[0-9][ \u00a0]?(?P<half>[ap]\.[ \u00a0]?m\b\.?|[ap]m\b|[AP]\.[ \u00a0]?M\b\.?|[AP]M\b)")
_HOUR_BEFORE = re.compile(r"(?<![\w.,:/$€£-])(?P<hour>1?[0-9])(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?[ \u00a0]?\Z")
_COLON = re.compile(r":(?<=[0-9]:)[0-5][0-9](?![\w:]|[.,-]\d)")
_LATE_HOUR = re.compile(r"(?<![\w.,:/$-])(?:1[3-9]|2[0-3]|0[0-9])\Z")
_AT = re.compile(r"\b(?:at|until|till|by|from|since|around|about|before|after|to|between)[ \u00a0]\Z", re.IGNORECASE)
_ZONE_AFTER = re.compile(r"[ \u00a0]\(?(?:GMT|UTC|Z\b|MSK\b|[A-Z]{1,3}T\b|hours\b|Central European)")
_LETTERS = {"am": "am", "pm": "pm", "a.m": "a.m.", "p.m": "p.m."}
_CLOSE = 0.9
_PADDED, _BARE = "09:30", "9:30"
_EARLY_HOUR = re.compile(r"(?<![\w.,:/$-])0?[0-9]\Z")
# Not "by", "in" and "about", which durations and scores have.
_CLOCK = re.compile(r"\b(?:at|until|till|from|since|before|after)[ \u00a0]\Z", re.IGNORECASE)


class MixedTimeStyle(Check):
    """Times of day of one article are written in different ways.

    What it flags:
        The rarer of the 12-hour and the 24-hour clock ("9.30 p.m." beside "19:00"), and the rarer spelling of "a.m.",
        "am" and "AM"; where both are as frequent, the later one. Also "9:05" beside "09:30" on the 24-hour clock.

    Why it matters:
        A house writes times one way, and a reader who compares two of them should not have to convert.

    When it is wrong:
        Where both clocks are given on purpose. Titles, tables, quotations, parentheses and times before GMT, UTC and
        the like are not counted.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; New Hart's Rules, chapter “Numbers and dates”.
    """

    id = "mixed-time-style"
    category = Category.TIME_FORMAT
    severity = Severity.MINOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"odd": "“{text}”: other times here are written like “{usual}” ({counts})"}
    bad = (
        "It opens at 17:00, the match begins at 19:00, and all ends by [[9.30 p.m.->21:30]] at the latest.",
        "It opens at 5 p.m., closes at 7:30 p.m. and opens again at [[21:30->9:30 p.m.]] for the guests.",
        "Doors open at 5 p.m. and 7 p.m., on Sundays at 8 [[AM->a.m.]] sharp.",
        "The match begins at 5 pm. The doors open at [[15:30->3:30 pm]] sharp.",
        "The last bus leaves at 23:15 or after 00:30; on Sundays it leaves after [[0:20->00:20]] sharp.",
        "It opens at 09:30 and at 17:00, on Sundays at [[9:05->09:05]] sharp.",
        "Doors open at 5pm and 7pm, on Sundays at 8 [[a.m.->am]] sharp.",
    )
    good = (
        "It opens at 5 p.m. and closes at 7:30 p.m. sharp.",
        "It opens at 17:00 and closes at 9:30 or 10:15 in the evening.",
        "It opens at 9:30 and closes at 17:00; the last bus leaves at 00:30 or at 01:15 GMT.",
        "It opens at 09:30. She led by 2:10 and ran it in 4:05.",
        "It begins at 00:38 BST and ends at 7:13 p.m. (EDT).",
        "It begins at 5 p.m. (15:00 GMT) and 7 p.m., or 17:00 UTC in the log.",
        "She ran it in 13:45 and 14:20; he came at 5 p.m. and 6 p.m.",
        "“Come at 17:00”, she wrote; the doors opened at 5 p.m. and 7 p.m.",
        "I am 5 and she is 6. The AM band and FM.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        halves = [place for text, match in matches(_HALF, texts) if (place := _half(text, match))]
        if not halves:
            yield from self._zeros(texts)
            return
        usual = f"3:45 {Counter(place.form for place in halves).most_common(1)[0][0]}"
        whole = [Place(place.text, _with_hour(place), usual) for place in halves]
        late = [place for text, match in matches(_COLON, texts) if (place := _late(text, match))]
        split = split_by_use(in_order(whole + late), ties=True)
        if split:
            yield from report(self, split, _converted, _CLOSE)
            if split.usual == _TWENTY_FOUR:
                return
        split = split_by_use(in_order(halves), ties=True)
        if split:
            yield from report(self, split, _respelled, _CLOSE)

    def _zeros(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Hours without the zero in front that other hours have; midnight is compared with all, others with others."""
        early = in_order(place for text, match in matches(_COLON, texts) if (place := _early(text, match)))
        padded = [place for place in early if place.form == _PADDED]
        if not padded:
            return
        morning = any(not place.written.startswith("00") for place in padded)
        bare = [place for place in early if place.form == _BARE and (morning or place.written.startswith("0"))]
        split = split_by_use(in_order([*padded, *bare]), {_BARE: 1}, ties=True)
        if split and split.usual == _PADDED:
            yield from report(self, split, _padded, _CLOSE)


def _early(text: Analysis, match: re.Match[str]) -> Place | None:
    """A time before ten o'clock behind a word that makes it a time; the form tells whether it has the zero."""
    hour = _EARLY_HOUR.search(text.text, max(0, match.start() - 3), match.start())
    if hour is None or not _CLOCK.search(text.text, max(0, hour.start() - 9), hour.start()):
        return None
    span = Span(hour.start(), match.end())
    if not is_running_prose(text, span, parentheses=False) or _ZONE_AFTER.match(text.text, span.end):
        return None
    return Place(text, span, _PADDED if len(hour.group()) > 1 else _BARE)


def _padded(written: str, _: str) -> str:
    """The time with a zero in front."""
    return f"0{written}"


def _half(text: Analysis, match: re.Match[str]) -> Place | None:
    """The a.m. or p.m. behind an hour; the form tells its spelling."""
    span = Span(*match.span("half"))
    hour = _HOUR_BEFORE.search(text.text, max(0, span.start - 8), span.start)
    if hour is None or not 1 <= int(hour["hour"]) <= 12:
        return None
    if not is_running_prose(text, span, parentheses=False) or _ZONE_AFTER.match(text.text, span.end):
        return None
    found = match["half"]
    form = ("P.M." if found[0].isupper() else "p.m.") if "." in found else "PM" if found.isupper() else "pm"
    return Place(text, span, form)


def _with_hour(place: Place) -> Span:
    prose = place.text.text
    hour = _HOUR_BEFORE.search(prose, max(0, place.span.start - 8), place.span.start)
    return Span(hour.start() if hour else place.span.start, place.span.end)


def _late(text: Analysis, match: re.Match[str]) -> Place | None:
    """A time that only the 24-hour clock has, behind a word that makes it a time."""
    hour = _LATE_HOUR.search(text.text, max(0, match.start() - 3), match.start())
    if hour is None or not _AT.search(text.text, max(0, hour.start() - 9), hour.start()):
        return None
    span = Span(hour.start(), match.end())
    if not is_running_prose(text, span, parentheses=False) or _ZONE_AFTER.match(text.text, span.end):
        return None
    return None if _HALF.match(text.text, span.end - 1) else Place(text, span, _TWENTY_FOUR)


def _converted(written: str, usual: str) -> str:
    """The time on the other clock."""
    if usual == _TWENTY_FOUR:
        match = re.match(r"(\d+)(?:[:.](\d\d))?[ \u00a0]?([apAP])", written)
        if match is None:
            return ""
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        return f"{hour}:{match[2] or '00'}"
    hour, minute = map(int, written.split(":"))
    half = _respelled("p" if hour >= 12 else "a", usual)
    return f"{hour % 12 or 12}:{minute:02} {half}"


def _respelled(written: str, usual: str) -> str:
    """The a.m. or p.m. in the usual spelling."""
    first = written[0].lower()
    small = f"{first}.m." if "." in usual else f"{first}m"
    return small.upper() if usual.isupper() else small
