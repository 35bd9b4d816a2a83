"""The decimal mark of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.numbers._quantities import CURRENCY_BEFORE, DECIMAL_COMMA, MEASURE_AFTER
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

# Anchored on the mark, which is rarer than digits.
_COMMA = re.compile(r",(?<=[0-9],)(?P<decimals>[0-9]+)(?![0-9,]|\.[0-9])")
_POINT = re.compile(r"\.(?<=[0-9]\.)(?P<decimals>[0-9]{1,2})(?![0-9.]|,[0-9])")
_WHOLE = re.compile(r"(?<![\w.,/:])[0-9]+\Z")
_MAGNITUDE = re.compile(r"[ \u00a0\u202f]thousands?\b")
# Figures of these have a fraction, and no list follows.
_FRACTION_BEFORE = re.compile(r"\b(?:magnitude|average|rating|coefficient|ratio|index)(?: of| was| is)[ \u00a0]\Z")
_POINTS_AFTER = re.compile(r"[ \u00a0](?:(?:percentage )?points?|days|weeks|months|years)\b")
_WITHOUT_UNIT = 0.88
_SWISS_AND_LIECHTENSTEIN = ("-ch", "-li")


class ForeignDecimalMark(Check):
    """A decimal comma in English, a decimal point in a language with the comma.

    What it flags:
        "1,5 percent", "12,5 million" and "$17,45" in English; "1.5 Prozent" in German. Only before a unit, percent sign
        or magnitude or behind a currency, where no list can be meant; in English also "0,51".

    Why it matters:
        The mark was carried over from the source. Where three digits follow, the value changes by a factor of 1,000.

    When it is wrong:
        In quoted data or tables that keep the source's form, and in South African English, which may use the comma;
        Swiss German and Italian with a country tag are left alone, and Spanish, which has both marks.

    Sources:
        CLDR number symbols; BIPM, The International System of Units, 5.4.4; Duden, "Zahlen und Ziffern".
    """

    id = "foreign-decimal-mark"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.95
    languages = frozenset({"en"}) | DECIMAL_COMMA
    needs = frozenset({Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"mark": "The decimal mark of this language is “{mark}”: {fixed}"}
    bad = (
        "Prices rose by [[1,5->1.5]] percent, rents by [[12,75->12.75]]%.",
        "Some [[2,4->2.4]] million people live here, on [[0,51->0.51]] mg of salt.",
        "The quake had a magnitude of [[6,2->6.2]] and the rate rose by [[0,25->0.25]] points.",
        "The index of the harbour stood at [[0,75->0.75]] today.",
        "The ticket costs $[[17,45->17.45]] and the way is [[3,5->3.5]] km long.",
        Example("Die Preise stiegen um [[1.5->1,5]] Prozent, die Mieten um [[2.25->2,25]] %.", lang="de"),
        Example("Цены выросли на [[1.5->1,5]] процента, до [[2.4->2,4]] млн рублей.", lang="ru"),
        Example("Les prix ont augmenté de [[1.5->1,5]] %.", lang="fr"),
    )
    good = (
        "Prices rose by 1.5 percent to 1,234 million and later by 12.75 percent.",
        "See chapters 3,5 and 7, and Psalm 3,5.",
        "In rows 1,2,3 percent signs are missing.",
        "The knights stood on squares 2,3 and 4,5 of the grid.",
        "It costs $1,234 and weighs 10,500 kg.",
        Example("Die Preise stiegen um 1,5 Prozent; um 8.30 Uhr kamen 12.500 Menschen.", lang="de"),
        Example("Die Preise stiegen um 1.5 Prozent.", lang="de-CH"),
        Example("Версия 2.5 вышла 1.5.2023, цены выросли на 1,5 процента.", lang="ru"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        english = text.base_lang == "en"
        if not english and (text.lang or "").lower().endswith(_SWISS_AND_LIECHTENSTEIN):
            return
        prose = text.text
        for match in (_COMMA if english else _POINT).finditer(prose):
            whole = _WHOLE.search(prose, max(0, match.start() - 12), match.start())
            if whole is None:
                continue
            sure = self._is_decimal(text, whole, match)
            if not sure:
                continue
            span = Span(whole.start(), match.end())
            fixed = f"{whole.group()}{'.' if english else ','}{match['decimals']}"
            yield self.finding(
                segment,
                span,
                "mark",
                fixes=[replace(span, fixed, Applicability.SAFE if sure >= self.confidence else Applicability.SUGGEST)],
                confidence=sure,
                mark="." if english else ",",
                fixed=fixed,
            )

    def _is_decimal(self, text: Analysis, whole: re.Match[str], match: re.Match[str]) -> float:
        """How surely the number is a decimal fraction; 0 for not."""
        prose, digits = text.text, len(match["decimals"])
        zero = whole.group() == "0"
        if digits > 2 and not zero:
            return 0
        if _MAGNITUDE.match(prose, match.end()):
            return 0  # "8,6 thousand" is another check's: the whole number is written out
        if MEASURE_AFTER[text.base_lang].match(prose, match.end()):
            return self.confidence
        if text.base_lang == "en" and (
            _POINTS_AFTER.match(prose, match.end())
            or _FRACTION_BEFORE.search(prose, max(0, whole.start() - 20), whole.start())
        ):
            return self.confidence
        currency = CURRENCY_BEFORE.search(prose, max(0, whole.start() - 5), whole.start())
        if currency and prose[match.end() : match.end() + 1] != "-":
            return self.confidence
        alone = zero and digits > 1 and text.base_lang == "en" and not text.quotations.inside(match.start())
        return _WITHOUT_UNIT if alone else 0
