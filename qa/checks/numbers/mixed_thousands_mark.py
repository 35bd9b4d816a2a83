"""Large numbers of one article that are grouped in different ways, or some not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order
from qa.checks.numbers._groups import GROUPED_LANGUAGES, UNGROUPED, Figure, figures_of, regrouped
from qa.checks.numbers._odd_one_out import Split, is_running_prose, report, split_by_use
from qa.checks.numbers._quantities import CURRENCY_BEFORE, MEASURE_AFTER
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Granularity, Need
from qa.core.finding import Finding

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_CLOSE = 0.9
_FOUR_DIGITS = 0.87
_COMMA, _BLANK = "10,000", "10 000"


class MixedThousandsMark(Check):
    """Numbers from 10,000 are grouped in one place and not, or differently, in another.

    What it flags:
        The odd one out of "10,000", "10 000" and "10000". In English the comma is taken as the usual form wherever it
        occurs. Numbers of four digits without a mark are flagged only with a unit or currency, where as many of the
        same unit ("1000 rubles" beside "6,100 rubles") or most of the article's numbers of four digits have one.

    Why it matters:
        A house groups digits one way. Mixed forms show that figures were carried over from the source.

    When it is wrong:
        Where digits are a code, year or label. Only numbers with a currency before or a counted word behind are judged,
        and none in quotations, titles and tables.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; BIPM, The International System of Units, 5.4.4; CLDR number
        symbols.
    """

    id = "mixed-thousands-mark"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.93
    granularity = Granularity.DOCUMENT
    languages = GROUPED_LANGUAGES
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    cross_fire = frozenset({"ungrouped-number"})
    messages = {"odd": "“{text}”: other numbers here are written like “{usual}” ({counts})"}
    bad = (
        "Some 12,000 people came in May and 15,500 in June. They paid [[90000000->90,000,000]] rubles.",
        "The town spent $25,000 on salt and [[10 000->10,000]] euros on sand.",
        "It carried 1,354 kg of salt, 2,800 kg of sand and [[2500->2,500]] kg of wheat.",
        "A bet of [[1000->1,000]] rubles will bring 6,100 rubles.",
        "They paid $1,250 in May and $[[3400->3,400]] in June.",
        Example("Es kamen 12.000 Menschen im Mai, 15.500 im Juni und [[14000->14.000]] Kinder.", lang="de"),
    )
    good = (
        "Some 12,000 people came in May, and 15,500 in June 2023; 1500 stayed.",
        "Asteroid 19521 passed at 12,000 km, and flight 10457 left.",
        "The code is 10000, the price 10,000 rubles; call 25000 or write to Springfield 62704.",
        "They paid 1000 rubles, 2000 rubles and 1,500 rubles.",
        "They paid 10000 rubles and 25000 rubles.",
        "It carried 1,354 kg in 2500 bags.",
        "The 1,354 runners of the 1500-meter race and 12,000 guests saw the 68040 processor.",
        "On May 10 000 was the code and 12,000 people came.",
        Example("Es kamen 12.000 Menschen, 80331 München blieb leer.", lang="de"),
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        figures = [figure for text in texts for figure in figures_of(text)]
        forms = {figure.form for figure in figures}
        if len(forms) < 2 or not forms - {UNGROUPED}:
            return
        large = [figure for figure in figures if figure.digits > 4 or figure.form != UNGROUPED]
        split = self._split(large)
        if split:
            yield from report(self, split, regrouped, _CLOSE)
        if _COMMA in forms:
            yield from self._four_digits(figures)

    @staticmethod
    def _split(figures: Sequence[Figure]) -> Split | None:
        places = in_order(
            Place(figure.text, figure.span, figure.form)
            for figure in figures
            if figure.form != UNGROUPED or is_running_prose(figure.text, figure.span)
        )
        commas = [place for place in places if place.form == _COMMA]
        if commas:
            odd = [place for place in places if place.form != _COMMA and is_running_prose(place.text, place.span)]
            return Split(odd, _COMMA, commas) if odd else None
        split = split_by_use(places, {UNGROUPED: 1})
        return split if split and split.usual != UNGROUPED else None

    def _four_digits(self, figures: Sequence[Figure]) -> Iterator[Finding]:
        """Numbers of four digits without a mark before a unit, if as many of this unit or most of all have one."""
        four = [figure for figure in figures if figure.digits == 4]
        grouped = [figure for figure in four if figure.form == _COMMA]
        bare = [
            (figure, unit)
            for figure in four
            if figure.form == UNGROUPED and (unit := _unit_of(figure)) and is_running_prose(figure.text, figure.span)
        ]
        if not bare or not grouped:
            return
        same = Counter(_unit_of(figure) for figure in grouped)
        of_unit = Counter(unit for _, unit in bare)
        for sure, close in ((True, _CLOSE), (False, _FOUR_DIGITS)):
            odd = [figure for figure, unit in bare if (same[unit] >= of_unit[unit]) is sure]
            if odd and (sure or len(grouped) > len(bare)):
                yield from report(self, Split(_places(odd), _COMMA, _places(grouped)), regrouped, close)


def _places(figures: Iterable[Figure]) -> list[Place]:
    """Figures in the order of the document, for a report."""
    return in_order(Place(figure.text, figure.span, figure.form) for figure in figures)


def _unit_of(figure: Figure) -> str:
    """The currency sign before a figure or the unit behind it, without plural s; empty where there is neither."""
    prose, span = figure.text.text, figure.span
    before = CURRENCY_BEFORE.search(prose, max(0, span.start - 5), span.start)
    if before:
        return before.group().strip()
    behind = MEASURE_AFTER["en"].match(prose, span.end)
    return behind.group().strip(" \u00a0-").removesuffix("s") if behind else ""
