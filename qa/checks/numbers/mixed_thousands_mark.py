"""Large numbers of one article that are grouped in different ways, or some not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order
from qa.checks.numbers._groups import GROUPED_LANGUAGES, UNGROUPED, Figure, figures_of, regrouped
from qa.checks.numbers._odd_one_out import Split, is_running_prose, report, split_by_use
from qa.checks.numbers._quantities import MEASURE_AFTER
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
        occurs. Numbers of four digits without a mark are flagged only before a unit, where the article's other numbers
        of four digits have one.

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
        Example("Es kamen 12.000 Menschen im Mai, 15.500 im Juni und [[14000->14.000]] Kinder.", lang="de"),
    )
    good = (
        "Some 12,000 people came in May, and 15,500 in June 2023; 1500 stayed.",
        "Asteroid 19521 passed at 12,000 km, and flight 10457 left.",
        "The code is 10000, the price 10,000 rubles; call 25000 or write to Springfield 62704.",
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
        """Numbers of four digits without a mark before a unit, if most others have one."""
        grouped = [figure for figure in figures if figure.digits == 4 and figure.form == _COMMA]
        bare = [
            figure
            for figure in figures
            if figure.digits == 4
            and figure.form == UNGROUPED
            and MEASURE_AFTER["en"].match(figure.text.text, figure.span.end)
            and is_running_prose(figure.text, figure.span)
        ]
        if bare and len(grouped) > len(bare):
            odd, rest = ([Place(each.text, each.span, each.form) for each in part] for part in (bare, grouped))
            split = Split(in_order(odd), _COMMA, in_order(rest))
            yield from report(self, split, regrouped, _FOUR_DIGITS)
