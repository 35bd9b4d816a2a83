"""Dates that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.numbers._dates import (
    DAY_AFTER,
    DAY_BEFORE,
    GREGORIAN_SINCE,
    MONTHS,
    WEEKDAYS,
    YEAR_AFTER,
    last_day,
    weekday,
)
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Need
from qa.core.document import Segment
from qa.core.finding import Evidence, Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_NUMERIC = re.compile(
    r"(?P<a>[0-9](?<![\w.,/:-].)[0-9]{0,3})(?P<mark>[./-])(?P<b>[0-9]{1,2})(?P=mark)(?P<c>[0-9]{2,4})(?![\w/-]|[.,:]\d)"
)
_YEAR_LAST = re.compile(r"(?:19[3-9]|20[0-4])\d")
_LAST = 31
_OLD_CALENDAR = re.compile(r"\s?\((?:Julian|Old Style|O\.?S)")
_ON = re.compile(
    r"\b(?:on|by|until|till|from|since|before|after|of|dated|am|le|el|il)[ \u00a0](?:the[ \u00a0])?\Z", re.IGNORECASE
)
# Behind "June 31" a noun would make the number a count: "In June 31 people came".
_DAY_ENDS = re.compile(
    r"\s*(?:[.;:!?)”\"»—–]|,(?!\d)|$|(?:and|to|in|at|as|for|with|by|or|when|after|before|of|until|is|was|will|the)\b)"
)
_TO = re.compile(r"(?:[ \u00a0](?:to|and)[ \u00a0]|[-–])(?P<day>\d\d)(?P<ending>st|nd|rd|th)?(?![\w%]|[.,:/-]\d)")
_BEFORE_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]+(?:-feira)?),?[ \u00a0](?:den |the |le |el |il |de )?\Z")


class ImpossibleDate(Check):
    """A date that does not exist, or whose weekday does not fit.

    What it flags:
        "31 June", "February 29, 2023", "May 32nd", "2023-13-05", "31.06.2023", and "Monday, May 16, 2023", which was a
        Tuesday.

    Why it matters:
        The reader is told something that cannot be, and the true date is in the source.

    When it is wrong:
        In stories about such dates. Quotations that consist of the date are left alone, and so are years before 1924,
        when not every country had the Gregorian calendar.

    Sources:
        ISO 8601 (calendar dates); the Gregorian rule for leap years.
    """

    id = "impossible-date"
    category = Category.DATE_TIME
    severity = Severity.MAJOR
    confidence = 0.95
    languages = frozenset(MONTHS)
    needs = frozenset({Need.WORDS})
    messages = {
        "day": "There is no such date: the month has {days} days",
        "numbers": "There is no such date",
        "weekday": "The weekday does not fit: {date} was a {right}",
    }
    bad = (
        "The bridge opens on [[31 June]] and closes on [[February 30]].",
        "He was born on [[29 February 2023]], they say, or on [[February 29th, 2021]].",
        "The deal of [[May 32nd]] was signed on [[2023-13-05]] or [[31.06.2023]].",
        "The fair runs from June 28 to [[31]], and the next from April 29–[[31st]].",
        "They met on [[Monday]], May 16, 2023, and on [[Friday]] 15 May 2023.",
        Example("Die Brücke öffnet am [[31. Juni]] und schließt am [[30. Februar 2024]].", lang="de"),
        Example("Мост откроется [[31 июня]].", lang="ru"),
        Example("Le pont ouvre le [[31 juin 2023]].", lang="fr"),
    )
    good = (
        "The bridge opens on 30 June.",
        "The bridge closes on February 29, 2024.",
        "In June 31 people were hurt, in April 45, and you may 31 times repeat it.",
        "They met on Tuesday, May 16, 2023, and on Monday, May 15, 2023.",
        "By the old calendar it was Friday, 29 February 1900.",
        "It falls on Monday 16 February 2100 (Julian).",
        "Version 31.13.2 came on 2023-12-31 or 31.12.2023 or 12/31/2023.",
        "From June 3 to 31 people a day came; on May 28 and 31 they met.",
        "Since June 31,000 people have come; June 31 people follow.",
        "The ballad of “February 30” is his best.",
        Example("Die Brücke öffnet am 31. Mai.", lang="de"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        months = MONTHS[text.base_lang]
        index = text.words.index
        for name in months.keys() & index.keys():
            for ordinal in index[name]:
                span = text.words.span(ordinal)
                if text.base_lang not in {"en", "de"} or text.text[span.start].isupper():
                    yield from self._named(segment, text, span, months[name])
        for match in _NUMERIC.finditer(text.text):
            if not _exists(match):
                yield self.finding(segment, Span(*match.span()), "numbers")

    def _named(self, segment: Segment, text: Analysis, name: Span, month: int) -> Iterator[Finding]:
        """Findings at the name of a month."""
        prose = text.text
        before = DAY_BEFORE.search(prose, max(0, name.start - 12), name.start)
        after = DAY_AFTER.match(prose, name.end) if text.base_lang == "en" and before is None else None
        match = before or after
        if match is None:
            return
        year_match = YEAR_AFTER.match(prose, name.end) if before else None
        year = int(year_match["year"]) if year_match else int(after["year"]) if after and after["year"] else None
        day = int(match["day"])
        start = match.start("day") if before else name.start
        end = (year_match.end() if year_match else name.end) if before else match.end()
        if 1 <= day <= last_day(month, year):
            yield from self._weekday(segment, text, Span(start, end), (year, month, day))
            if after and year is None:
                yield from self._until(segment, prose, match.end(), (month, day))
            return
        if not _is_day(prose, match, Span(start, end), day, sure=year is not None or bool(match["ending"]), named=name):
            return
        span = Span(start, end if year or (after and match["ending"]) else match.end("day") if after else name.end)
        yield self.finding(segment, span, "day", days=last_day(month, year))

    def _until(self, segment: Segment, prose: str, at: int, first: tuple[int, int]) -> Iterator[Finding]:
        """A finding at the last day of a range, "June 28 to 31"."""
        until, (month, day) = _TO.match(prose, at), first
        last = last_day(month, None)
        if until and max(day, last) < int(until["day"]) <= _LAST and _DAY_ENDS.match(prose, until.end()):
            yield self.finding(segment, Span(until.start("day"), until.end()), "day", days=last)

    def _weekday(
        self, segment: Segment, text: Analysis, span: Span, date: tuple[int | None, int, int]
    ) -> Iterator[Finding]:
        """A finding where a weekday before the date does not fit."""
        year, month, day = date
        if year is None or year < GREGORIAN_SINCE:
            return
        match = _BEFORE_WEEKDAY.search(text.text, max(0, span.start - 24), span.start)
        names = WEEKDAYS.get(text.base_lang, {})
        number = names.get(match["name"].lower()) if match else None
        actual = weekday(year, month, day)
        if match is None or number is None or actual is None or actual == number:
            return
        if _OLD_CALENDAR.match(text.text, span.end):
            return
        right = next(name for name, value in names.items() if value == actual)
        shown = right.capitalize() if match["name"][0].isupper() else right
        where = Span(*match.span("name"))
        written = span.of(text.text)
        evidence = (Evidence("rule", f"{year:04}-{month:02}-{day:02} fell on a {shown}"),)
        yield self.finding(segment, where, "weekday", evidence=evidence, date=written, right=shown)


def _is_day(prose: str, match: re.Match[str], span: Span, day: int, *, sure: bool, named: Span) -> bool:
    """Whether a number too large for the month is meant as a day of it."""
    if day == 0 or prose[span.start - 1 : span.start] in {"“", '"', "«", "„", "’", "'"}:
        return False
    if match.start() > named.start:  # "June 31"
        return sure if day > 31 else sure or _DAY_ENDS.match(prose, span.end) is not None
    on = _ON.search(prose, max(0, span.start - 12), span.start)
    return day <= 31 or (day < 40 and (sure or on is not None))


def _exists(match: re.Match[str]) -> bool:
    """Whether figures are no date, or one that can be read as one, in either order."""
    first, second, last = match["a"], match["b"], match["c"]
    if match["mark"] == "-":
        if (len(first), len(second), len(last)) != (4, 2, 2) or first[0] not in "12":
            return True
        return 1 <= int(second) <= 12 and 1 <= int(last) <= last_day(int(second), int(first))
    if len(first) > 2 or not _YEAR_LAST.fullmatch(last):
        return True
    readings = ((int(first), int(second)), (int(second), int(first)))
    return any(1 <= month <= 12 and 1 <= day <= last_day(month, int(last)) for day, month in readings)
