"""Percentages with the sign and with the word in one article."""

from __future__ import annotations

import re
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

# Anchored on what is rare; the number is looked for backwards.
# "100%" is a turn of speech: "we are 100% sure".
_SIGN = re.compile(r"%(?<=[0-9]%)(?<!\D100%)(?!\w)")
_WORD = re.compile(r"[Pp]er[ \u00a0\u202f]?cent\b|pct\b(?<=[0-9] pct)")
_FORMS = {len("pct"): "pct", len("percent"): "percent", len("per cent"): "per cent"}
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)*[ \u00a0\u202f-]?\Z")
_CLOSE = 0.9  # three against two, one against one


class MixedPercentStyle(Check):
    """Percentages are written with the sign, with “percent” or with “per cent” in one article.

    What it flags:
        The rarer form in running text: "8.7%" where the rest of the article writes "13 percent", or "per cent" where it
        writes "percent". Where both are as frequent, the later one.

    Why it matters:
        A desk chooses one form. The mixture shows that the article was translated piecemeal and not read again.

    When it is wrong:
        Where the sign is wanted for a reason. Titles, captions, lists, tables, quotations and figures in parentheses
        are not counted; numbers written as words ("five percent") go with either form.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; New Hart's Rules, chapter “Numbers and dates”; The Associated
        Press Stylebook, "percentages".
    """

    id = "mixed-percent-style"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.SOMETIMES
    messages = {"odd": "“{text}”: the rest of the article writes “{usual}” ({counts})"}
    bad = (
        "Exports fell by 12 percent in March and 14 percent in April. Imports rose by [[9.3%->9.3 percent]].",
        "Of the voters 45% stayed at home, 30% came late and [[25 percent->25%]] voted twice.",
        "Some 60 per cent came by bus and 30 per cent on foot. The rest, 10 [[percent->per cent]], did not say.",
        "Unemployment fell to 6 percent in March. A year ago it had stood at [[7%->7 percent]].",
        "Some 8 percent came by bus and 9 percent on foot, while 12 [[pct->percent]] stayed at home.",
        "A [[5-percent]] rise in May and 7% in June cost the town dear, as 8% of the jobs and 3% of the boats went.",
        "A 5-percent rise in May and 7 percent in June cost the town dear, as [[8%->8 percent]] of the jobs went.",
    )
    good = (
        "Exports fell by 12 percent in March. Imports rose by 9.3 percent.",
        "Five percent of the voters stayed at home, 45% came late and 30% came twice.",
        "“We lost 5% of the seals and 7% of the gulls”, the ranger said. The ministry speaks of 3 percent.",
        "Turnout reached 45 percent (up 3% on the year) and later 50 percent.",
        "The rate rose from 3% to 4%, that is by one percentage point.",
        "We are 100% sure that 5 percent came.",
        "What percent of the gulls returned? The ranger counted 7% and the ministry 9%.",
        "Seals down 8%\n\nThe number of seals in the bay fell by 8 percent in March.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        places = _words(texts)
        figures = [place for place in places if place.span.of(place.text.text)[0].isdigit()]
        signs = _signs(texts) if figures else []
        split = split_by_use(in_order(figures + signs), ties=True) if signs else None
        if split and ("%" in (split.usual, *(place.form for place in split.odd))):
            yield from report(self, split, _rewritten, _CLOSE)
            return
        words = [Place(place.text, _unit(place), place.form) for place in places]
        split = split_by_use(words, ties=True)
        if split:
            yield from report(self, split, _rewritten, _CLOSE)


def _words(texts: Sequence[Analysis]) -> list[Place]:
    """Percentages with the word; the span holds the number where it is in digits, else the word alone."""
    found = []
    for text, match in matches(_WORD, texts):
        number = _NUMBER_BEFORE.search(text.text, max(0, match.start() - 20), match.start())
        span = Span(number.start() if number else match.start(), match.end())
        if is_running_prose(text, span):
            found.append(Place(text, span, _FORMS[len(match.group())]))
    return found


def _signs(texts: Sequence[Analysis]) -> list[Place]:
    found = []
    for text, match in matches(_SIGN, texts):
        number = _NUMBER_BEFORE.search(text.text, max(0, match.start() - 20), match.start())
        if number and is_running_prose(text, span := Span(number.start(), match.end()), parentheses=False):
            found.append(Place(text, span, "%"))
    return found


def _unit(place: Place) -> Span:
    """The word without the number before it."""
    start = place.span.end - len(place.form)
    return Span(start, place.span.end)


def _rewritten(written: str, usual: str) -> str:
    """What is written, in the usual form; empty where that is unsure."""
    number = re.match(r"[0-9.,]*[0-9]", written)
    if number is None:
        return usual
    if "-" in written:
        return ""
    return number.group() + ("%" if usual == "%" else f" {usual}")
