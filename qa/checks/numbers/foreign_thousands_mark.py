"""The thousands mark of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.numbers._quantities import (
    COUNTED_AFTER,
    CURRENCY_BEFORE,
    DECIMAL_COMMA,
    GROUPING,
    MEASURE_AFTER,
    is_quantity,
)
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_POINT = re.compile(r"\.(?<=[0-9]\.)[0-9]{3}(?:\.[0-9]{3})*(?:,[0-9]{1,2})?(?![\w.,-]?\d|\w)")
# One group before the plural of what is no measure; averages are smaller.
_PLURAL_AFTER = re.compile(r" [^\W\d_]{3,}s\b")
_LARGE = re.compile(r"[1-9][0-9]{1,2}\.[0-9]{3}|[1-9]\.[0-9]00")
_NO_COUNT = frozenset(
    "inches yards ounces pounds gallons carats points times degrees radians volts amps watts joules pints runs goals"
    " was is has does this its thus plus minus years months weeks days".split()
)
_BLANK = re.compile(r" (?<=[0-9].)[0-9]{3}(?: [0-9]{3})*(?![\w.,/:-]?\d|[\w'’])")
_NOUN_BEFORE = re.compile(r"(?:\b[A-Z][a-z]+\.?|[0-9]) \Z")
_SWISS = re.compile(r"['’](?<=[0-9].)[0-9]{3}(?:['’][0-9]{3})*(?![\w'’])")
_ZEROS = re.compile(r"[1-9][0-9]{0,2}\.000")
_HUNDREDS = re.compile(r"[1-9][0-9]{2}\.000")
_LONG_WORD_AFTER = re.compile(r" [a-z]{4,}")
_UNIT_PRICE = re.compile(r" (?:an?|per|each)\b|/")
_COMMA = re.compile(r",(?<=[0-9],)[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]{1,2})?(?![\w.,-]?\d|\w)")
_FIRST = re.compile(r"(?<![\w.,/:+-])[1-9][0-9]{0,2}\Z")
_COMMA_GROUPS = re.compile(r"[0-9],[0-9]{3}(?![\d,])")
_WORD_AFTER = re.compile(r"[ \u00a0\u202f](?:[€$%]|[^\W\d_]{3})")
_NO_UNIT_AFTER = re.compile(r" (?:of|were|are|have|had|came)\b|[.;!?](?!\w)")
_ONE_GROUP = 0.9
_BESIDE_COMMAS = 0.86
_BLANKS = 0.86
"""Blanks between groups are the house style of some desks, so profile news leaves them alone."""


class ForeignThousandsMark(Check):
    """Groups of digits divided by the mark that is the decimal mark of the language.

    What it flags:
        "1.250.000 people", "2.500 soldiers", "$10.000", "1'500'000", "12 000 people" and "1.250,50" in English;
        "1,250,000" in German. One group of three digits is flagged only before something that is counted whole, or with
        three zeros.

    Why it matters:
        The reader takes 2.500 for two and a half.

    When it is wrong:
        In scientific texts, which divide groups by narrow blanks: only plain blanks are flagged, and only where no
        number has a comma (`mixed-thousands-mark` judges those). In version numbers, catalogue numbers and addresses of
        machines; a number needs a counted thing or a currency
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
        "The army has [[250 000->250,000]] soldiers. The tower cost [[1 250 000->1,250,000]] euros.",
        "The yard made up to [[150.000->150,000]] separate parts in a year.",
        "They sold [[854.000->854,000]] specimens, [[10.826->10,826]] exhibits and [[2.500->2,500]] stamps.",
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
        "The stone weighs 41.375 carats; by rule FAR 39.104 contracts end. He averaged 1.345 goals.",
        "On May 15 300 people came; in room 12 400 chairs stood, and 5\u202f000 more were on order.",
        Example("Die Stadt hat 1.250.000 Einwohner, die Zahl Pi ist 3,142.", lang="de"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        english = text.base_lang == "en"
        if english:
            yield from self._swiss(segment, prose)
            yield from self._blanks(segment, prose)
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

    def _blanks(self, segment: Segment, prose: str) -> Iterator[Finding]:
        """Groups of digits divided by plain blanks, in texts that have no commas for it."""
        if _COMMA_GROUPS.search(prose):
            return
        for match in _BLANK.finditer(prose):
            first = _FIRST.search(prose, max(0, match.start() - 5), match.start())
            if first is None or _NOUN_BEFORE.search(prose, max(0, first.start() - 20), first.start()):
                continue
            span = Span(first.start(), match.end())
            counted = COUNTED_AFTER.match(prose, span.end) or CURRENCY_BEFORE.search(
                prose, max(0, span.start - 5), span.start
            )
            if counted or match.group().endswith("000") or match.group().count(" ") > 1:
                fixed = span.of(prose).replace(" ", ",")
                fix = replace(span, fixed)
                yield self.finding(segment, span, "mark", fixes=[fix], confidence=_BLANKS, fixed=fixed)

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
        if COUNTED_AFTER.match(prose, span.end) or _is_before_plural(prose, span) or _has_zeros(prose, span):
            return _ONE_GROUP
        # "of 2,900 signatures only 1.250 were valid": no unit, tens, and commas elsewhere in the text
        plain = written.endswith("0") and _NO_UNIT_AFTER.match(prose, span.end)
        return _BESIDE_COMMAS if plain and len(_COMMA_GROUPS.findall(prose)) > 1 else 0


def _has_zeros(prose: str, span: Span) -> bool:
    """Whether the number has three zeros behind hundreds, to which nothing is measured ("150.000 separate parts")."""
    is_counted = _HUNDREDS.fullmatch(span.of(prose)) and _LONG_WORD_AFTER.match(prose, span.end)
    return bool(is_counted) and not MEASURE_AFTER["en"].match(prose, span.end)


def _is_before_plural(prose: str, span: Span) -> bool:
    """Whether a plural follows that is no measure, so that "10.826 exhibits" is a whole number."""
    following = _PLURAL_AFTER.match(prose, span.end)
    if following is None or not _LARGE.fullmatch(span.of(prose)) or MEASURE_AFTER["en"].match(prose, span.end):
        return False
    before = (
        _NOUN_BEFORE.search(prose, max(0, span.start - 20), span.start) or prose[span.start - 3 : span.start].isupper()
    )
    return not before and following.group().strip() not in _NO_COUNT


def _swapped(written: str, lang: str) -> str:
    """The number with the marks of `lang`."""
    if lang == "en":
        return written.translate(str.maketrans(".,", ",."))
    return GROUPING[lang].join(part.replace(".", ",") for part in written.split(","))
