"""Dates in one article that follow different orders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order
from qa.checks.numbers._dates import DAY_AFTER, DAY_BEFORE, MONTHS, YEAR_AFTER, last_day
from qa.checks.numbers._odd_one_out import Split, is_running_prose, report, split_by_use
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_MONTH_FIRST, _DAY_FIRST, _FIGURES = "May 15", "15 May", "in figures"
_NUMERIC = re.compile(r"[0-9](?<![\w.,/:-].)[0-9]{0,3}([./-])[0-9]{1,2}\1[0-9]{1,4}(?![\w/-]|[.,:]\d)")
_FULL_DATE = re.compile(r"(?:[12]\d{3}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1(?:[12]\d{3}))")
# Names of events and places: "the 7 October attack", "26 July Movement", "September 11 Memorial".
_NAMED = re.compile(
    r"[ \u00a0-](?:(?:bomb|terror(?:ist)?|suicide)[ \u00a0])?"
    r"(?:attacks?|bomb(?:er|ing)s?|massacre|protests?|movement|uprising|riots?|coup|holidays?|revolution|[A-Z][a-z]+)"
)
_EVENTS = frozenset({("september", 11), ("july", 4)})
_DATELINE = re.compile(r"[^\n]{0,60}?(?:[-–—:(]|\bMoscow\b)")
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TWENTIES = [f"twenty-{unit}" for unit in _UNITS]
_DAY_WORDS = [*_UNITS, *_TEENS, "twentieth", *_TWENTIES, "thirtieth", "thirty-first"]
# "March first to April fifteenth", but not "In March first results came" and "May first ask".
_WORD_AFTER = re.compile(
    rf"[ \u00a0](?P<word>{'|'.join(sorted(_DAY_WORDS, key=len, reverse=True))})"
    r"(?=[.,;:!?)]|[ \u00a0](?:to|and|or|until|till|through|at|in|of|by|for|from|when|with|as)\b|\s*\Z)"
)
_ON = re.compile(r"\b(?:on|from|until|till|to|by|through|since|before|after|between|and)[ \u00a0]\Z", re.IGNORECASE)
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_MONTHS = MONTHS["en"]
_FORM = {"plain": "May 15", "ordinal": "May 15th"}
_IN_WORDS = "May fifteenth"
_CLOSE = 0.9


class MixedDateStyle(Check):
    """Dates of one article are written in different orders or styles.

    What it flags:
        The rarer of "May 15" and "15 May", a date in figures ("3/4/2024") where the others name the month, and "May
        15th" where the others are "May 15"; where both are as frequent, the later one. "May fifteenth" is always the
        odd one beside dates in digits.

    Why it matters:
        A house writes dates one way; figures can be read in two ways besides.

    When it is wrong:
        In datelines, titles, tables and quotations, and in names of events ("the 7 October attack"), all of which are
        left alone. "The 15th of May" is a turn of speech and not counted.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; New Hart's Rules, chapter “Numbers and dates”.
    """

    id = "mixed-date-style"
    category = Category.DATE_FORMAT
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.SOMETIMES
    messages = {"odd": "“{text}”: other dates here are written like “{usual}” ({counts})"}
    bad = (
        "It opened on May 3, closed on June 7 and opened again on [[5 August->August 5]].",
        "On 14 March 2023 and on 9 April 2024 they counted; the count of [[3/4/2024]] is lost.",
        "It began on March 7 and went on until [[March 13th->March 13]]; nothing came on April 2.",
        "The deal of [[3/4/2024]] ends on May 15, 2026.",
        "It opened on May 3 and closed on [[7 June->June 7]].",
        "On Friday, May 3, they met. It runs from [[June first->June 1]] to [[July twenty-first->July 21]].",
        "On 3 May, 7 June and [[August 5, 2021->5 August 2021]] the river rose.",
    )
    good = (
        "It opened on May 3, closed on June 7, and reopened in August 2021.",
        "It opened on May 3 and June 7; “we came on 5 August”, she said.",
        "It opened on May 3 and June 7, on the 9th of August.",
        "It opened on May 3 and June 7, before the July 4th holiday.",
        "After the attacks of September 11th they met on May 3 and on June 7.",
        "After the 7 October attack they met on May 3 and on June 7.",
        "On May 3 they met. In March first results came, and after April second graders sang.",
        "It runs from June first to July twenty-first.",
        "They may 3 times come: on June 7, on July 8 and on July 9.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        named = [place for text in texts for place in _named_months(text)]
        if not named:
            return
        words = [place for text in texts for place in _in_words(text)]
        if words:
            digits = in_order(Place(place.text, place.span, _order(place)) for place in named)
            yield from report(self, Split(in_order(words), digits[0].form, digits), _rewritten, _CLOSE)
        orders = [Place(place.text, place.span, _order(place)) for place in named]
        orders += [place for text in texts for place in _numeric(text)]
        split = split_by_use(in_order(orders), {_FIGURES: 1}, ties=True)
        if split and split.usual != _FIGURES:
            yield from report(self, split, _rewritten, _CLOSE)
            if split.usual == _DAY_FIRST:
                return
        month_first = [place for place in named if _order(place) == _MONTH_FIRST]
        endings = [Place(place.text, place.span, _FORM[place.form]) for place in month_first]
        split = split_by_use(in_order(endings), {_FORM["ordinal"]: 1}, ties=True)
        if split and split.usual == _FORM["plain"]:
            yield from report(self, split, _rewritten, _CLOSE)


def _named_months(text: Analysis) -> Iterator[Place]:
    """Dates with the month's name; the form tells whether the day has an ending."""
    prose = text.text
    index = text.words.index
    for name in _MONTHS.keys() & index.keys():
        for ordinal in index[name]:
            start, end = text.words.starts[ordinal], text.words.ends[ordinal]
            if not prose[start].isupper():
                continue
            before = DAY_BEFORE.search(prose, max(0, start - 12), start)
            after = None if before else DAY_AFTER.match(prose, end)
            match = before or after
            if (
                match is None
                or (before and (before["of"] or before["ending"]))
                or not 1 <= int(match["day"]) <= last_day(_MONTHS[name], None)
            ):
                continue
            year = YEAR_AFTER.match(prose, end) if before else None
            span = Span(before.start(), year.end() if year else end) if before else Span(start, match.end())
            event = match["ending"] in _ENDINGS and (name, int(match["day"])) in _EVENTS
            if event or _NAMED.match(prose, span.end) or _is_dateline(text, span) or not is_running_prose(text, span):
                continue
            yield Place(text, span, "ordinal" if match["ending"] in _ENDINGS else "plain")


def _in_words(text: Analysis) -> Iterator[Place]:
    """Dates whose day is a word: "on May fifteenth"."""
    prose, index = text.text, text.words.index
    for name in _MONTHS.keys() & index.keys():
        for ordinal in index[name]:
            start, end = text.words.starts[ordinal], text.words.ends[ordinal]
            day = _WORD_AFTER.match(prose, end)
            if day is None or not prose[start].isupper() or not _ON.search(prose, max(0, start - 8), start):
                continue
            span = Span(start, day.end())
            if _DAY_WORDS.index(day["word"]) < last_day(_MONTHS[name], None) and is_running_prose(text, span):
                yield Place(text, span, _IN_WORDS)


def _order(place: Place) -> str:
    return _DAY_FIRST if place.written[0].isdigit() else _MONTH_FIRST


def _numeric(text: Analysis) -> Iterator[Place]:
    for match in _NUMERIC.finditer(text.text):
        span = Span(*match.span())
        if _FULL_DATE.fullmatch(match.group()) and is_running_prose(text, span, parentheses=False):
            yield Place(text, span, _FIGURES)


def _is_dateline(text: Analysis, span: Span) -> bool:
    """Whether the date stands at the start of its paragraph, as in "MOSCOW, May 15 —" or "Beijing, 3 May (Xinhua)"."""
    block = text.block_at(span.start)
    if block is None or span.start - block.span.start > 50:
        return False
    before = text.text[block.span.start : span.start]
    after = text.text[span.end : span.end + 4].strip()[:1]
    return (
        after in {"-", "–", "—", "(", ":", "/", "|"}
        or (not before.strip() and span.end >= block.span.end - 1)
        or (before.strip(" ,(").isupper())
    )


def _rewritten(written: str, usual: str) -> str:
    """The date in the usual order; empty for one in figures, whose order is unsure."""
    match = re.fullmatch(r"(\d{1,2})[ \u00a0]([^\W\d_]+\.?)(?:,?[ \u00a0](\d{4}))?", written)
    if match and usual == _MONTH_FIRST:
        return f"{match[2]} {match[1]}" + (f", {match[3]}" if match[3] else "")
    month, _, word = written.replace("\u00a0", " ").partition(" ")
    if word in _DAY_WORDS:
        day = _DAY_WORDS.index(word) + 1
        return f"{day} {month}" if usual == _DAY_FIRST else f"{month} {day}"
    match = re.fullmatch(r"([^\W\d_]+\.?)[ \u00a0](\d{1,2})(?:st|nd|rd|th)?(?:,?[ \u00a0](\d{4}))?", written)
    if match is None:
        return ""
    if usual == _DAY_FIRST:
        return f"{match[2]} {match[1]}" + (f" {match[3]}" if match[3] else "")
    return f"{match[1]} {match[2]}" + (f", {match[3]}" if match[3] else "")
