"""The thousands mark of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.numbers._quantities import COUNTED_AFTER, CURRENCY_BEFORE, DECIMAL_COMMA, GROUPING, is_quantity
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_POINT = re.compile(r"\.(?<=[0-9]\.)[0-9]{3}(?:\.[0-9]{3})*(?:,[0-9]{1,2})?(?![\w.,-]?\d|\w)")
_SWISS = re.compile(r"['’](?<=[0-9].)[0-9]{3}(?:['’][0-9]{3})*(?![\w'’])")
_ZEROS = re.compile(r"[1-9][0-9]{0,2}\.000")
_UNIT_PRICE = re.compile(r" (?:an?|per|each)\b|/")
_COMMA = re.compile(r",(?<=[0-9],)[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]{1,2})?(?![\w.,-]?\d|\w)")
_FIRST = re.compile(r"(?<![\w.,/:+-])[1-9][0-9]{0,2}\Z")
_COMMA_GROUPS = re.compile(r"[0-9],[0-9]{3}(?![\d,])")
_WORD_AFTER = re.compile(r"[ \u00a0\u202f](?:[€$%]|[^\W\d_]{3})")
_NO_UNIT_AFTER = re.compile(r" (?:of|were|are|have|had|came)\b|[.;!?](?!\w)")
_ONE_GROUP = 0.9
_BESIDE_COMMAS = 0.86


class ForeignThousandsMark(Check):
    """Groups of digits divided by the mark that is the decimal mark of the language.

    What it flags:
        "1.250.000 people", "2.500 soldiers", "$10.000", "1'500'000" and "1.250,50" in English; "1,250,000" in German.
        One group of three digits is flagged only before something that is counted whole, or with three zeros.

    Why it matters:
        The reader takes 2.500 for two and a half.

    When it is wrong:
        In version numbers, catalogue numbers and addresses of machines; a number needs a counted thing or a currency
        beside it to be flagged.

    Sources:
        CLDR number symbols; BIPM, The International System of Units, 5.4.4.
    """

    id = "foreign-thousands-mark"
    category = Category.NUMBER_FORMAT
    severity = Severity.MAJOR
    confidence = 0.95
    languages = frozenset({"en"}) | DECIMAL_COMMA
    fixable = Fixable.ALWAYS
    messages = {"mark": "Thousands mark of another language: {fixed}"}
    bad = (
        "The town has [[1.250.000->1,250,000]] inhabitants.",
        "Some [[2.500->2,500]] soldiers crossed the river, [[14.000->14,000]] people fled.",
        "The bill came to €[[1.250,50->1,250.50]] in all.",
        "The prize is $[[10.000->10,000]], or [[9'500'000->9,500,000]] francs.",
        "Of 2,900 signatures and 8,400 letters only [[1.250->1,250]] were valid.",
        Example("Die Stadt hat [[1,250,000->1.250.000]] Einwohner.", lang="de"),
        Example("Das kostet [[1,250.50->1.250,50]] € im Jahr.", lang="de"),
    )
    good = (
        "The town has 1,250,000 inhabitants and 2.5 million visitors.",
        "The part weighs 2.500 kg and the gallon costs $3.999.",
        "Exports fell to $1.345 billion.",
        "The machine at 192.168.100.200 runs version 1.250.000 again.",
        "He hit .325 and later 1.250 in the league.",
        "Pi is about 3.142 or 3.14.",
        Example("Die Stadt hat 1.250.000 Einwohner, die Zahl Pi ist 3,142.", lang="de"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        english = text.base_lang == "en"
        if english:
            yield from self._swiss(segment, prose)
        for match in (_POINT if english else _COMMA).finditer(prose):
            first = _FIRST.search(prose, max(0, match.start() - 5), match.start())
            if first is None:
                continue
            span = Span(first.start(), match.end())
            sure = self._confidence(prose, span, english=english)
            if sure:
                fixed = _swapped(span.of(prose), text.base_lang)
                yield self.finding(segment, span, "mark", fixes=[replace(span, fixed)], confidence=sure, fixed=fixed)

    def _swiss(self, segment: Segment, prose: str) -> Iterator[Finding]:
        """Groups of digits divided by apostrophes; two groups, or one before something that is counted."""
        for match in _SWISS.finditer(prose):
            first = _FIRST.search(prose, max(0, match.start() - 5), match.start())
            if first is None:
                continue
            span = Span(first.start(), match.end())
            fixed = re.sub("['’]", ",", span.of(prose))
            if fixed.count(",") > 1 or COUNTED_AFTER.match(prose, span.end):
                yield self.finding(segment, span, "mark", fixes=[replace(span, fixed)], fixed=fixed)

    def _confidence(self, prose: str, span: Span, *, english: bool) -> float:
        """How surely the mark divides thousands; 0 for not."""
        written = span.of(prose)
        mark, decimal = (".", ",") if english else (",", ".")
        if written.count(mark) > 1 or decimal in written:
            if not english:
                return self.confidence if _WORD_AFTER.match(prose, span.end) else 0
            machine = written.count(".") == 3 and "," not in written  # 192.168.100.200
            return self.confidence if not machine and is_quantity(prose, span.start, span.end) else 0
        if not english:
            return 0
        if CURRENCY_BEFORE.search(prose, max(0, span.start - 5), span.start):
            zeros = _ZEROS.fullmatch(written) and not _UNIT_PRICE.match(prose, span.end)
            return self.confidence if zeros else 0
        if COUNTED_AFTER.match(prose, span.end):
            return _ONE_GROUP
        # "of 2,900 signatures only 1.250 were valid": no unit, tens, and commas elsewhere in the text
        plain = written.endswith("0") and _NO_UNIT_AFTER.match(prose, span.end)
        return _BESIDE_COMMAS if plain and len(_COMMA_GROUPS.findall(prose)) > 1 else 0


def _swapped(written: str, lang: str) -> str:
    """The number with the marks of `lang`."""
    if lang == "en":
        return written.translate(str.maketrans(".,", ",."))
    return GROUPING[lang].join(part.replace(".", ",") for part in written.split(","))
