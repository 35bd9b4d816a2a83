"""Decimal point and decimal comma in one article, in languages that have both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order, matches
from qa.checks.numbers._odd_one_out import is_running_prose, report, split_by_use
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_NUMBER = re.compile(
    r"[.,](?<=[0-9].)[0-9]{1,2}(?![\w.,]?\d)"
    r"(?=[ \u00a0\u202f]?(?:%|por ciento|millones|millón|grados|km|kg|mm|cm))"
)
_WHOLE = re.compile(r"(?<![\w.,:/-])[0-9]+\Z")
_POINT, _COMMA = "3.5", "3,5"
_CLOSE = 0.86


class MixedDecimalMark(Check):
    """A decimal point in one place and a decimal comma in another.

    What it flags:
        The rarer of "3.5 %" and "3,5 %" in one Spanish article; Spanish has both, by country. Only before a percent
        sign, unit or magnitude, where no list and no date can be meant. In languages with one decimal mark
        `foreign-decimal-mark` judges each number by itself.

    Why it matters:
        A house writes one mark. The other was carried over from the source, and a reader may take it for a thousands
        mark.

    When it is wrong:
        In quotations and tables, which are left alone.

    Sources:
        Real Academia Española, Ortografía de la lengua española (2010), on the decimal mark; CLDR number symbols.
    """

    id = "mixed-decimal-mark"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = frozenset({"es"})
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"odd": "“{text}”: other numbers here are written like “{usual}” ({counts})"}
    bad = (
        Example("Subió un 3,5 % en mayo, un 2,75 % en junio y un [[4.5->4,5]] % en julio.", lang="es"),
        Example("Hubo 1.2 millones en mayo, 3.4 millones en junio y [[5,6->5.6]] millones en julio.", lang="es"),
        Example("El puente mide 1,5 km, la playa 2,5 km y el camino [[3.5->3,5]] km en total.", lang="es"),
    )
    good = (
        Example("Subió un 3,5 % en mayo y un 2,75 % en junio.", lang="es"),
        Example("Subió un 3,5 % y un 2.75 %.", lang="es"),
        Example("Subió un 3,5 % y un 2,75 %; la versión 2.5 llegó el 1.5 a las 8.30 horas.", lang="es"),
        Example("Subió un 3,5 % y un 2,75 %; “un 2.5 % más”, dijo.", lang="es"),
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        places = []
        for text, match in matches(_NUMBER, texts):
            whole = _WHOLE.search(text.text, max(0, match.start() - 12), match.start())
            if whole and is_running_prose(text, span := Span(whole.start(), match.end())):
                places.append(Place(text, span, _POINT if match.group()[0] == "." else _COMMA))
        split = split_by_use(in_order(places))
        if split:
            yield from report(self, split, _remarked, _CLOSE)


def _remarked(written: str, usual: str) -> str:
    """The number with the usual decimal mark."""
    return written.replace(",", ".") if usual == _POINT else written.replace(".", ",")
