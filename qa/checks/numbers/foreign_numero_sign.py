"""Numero signs and abbreviations that are not English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_SIGN = re.compile(r"(?<!\w)№№?[ \u00a0]?(?=[0-9])|(?<!\w)[Nn][°º][ \u00a0]?(?=[0-9])|(?<!\w)Nr\.?[ \u00a0](?=[0-9])")

_NAME_BEFORE = re.compile(r"([^\W\d_a-z][^\W\d_]+),?[ \u00a0]\Z")


class ForeignNumeroSign(Check):
    """The numero sign № or a foreign abbreviation for "number" before digits in English.

    What it flags:
        "№ 5", "n° 5" and "Nr. 5", which English writes "No. 5".

    Why it matters:
        The sign belongs to Russian typography and is hardly known to readers of English; "n°" is French, "Nr." German.

    When it is wrong:
        In quotations and in names that carry the sign, and in texts on typography.

    Sources:
        The Chicago Manual of Style, chapter “Abbreviations” ("no." for "number"); the Unicode Standard on U+2116.
    """

    id = "foreign-numero-sign"
    category = Category.LOCALE
    severity = Severity.MINOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"sign": "“{sign}” is not English: “{fixed}”"}
    bad = (
        "She teaches at school [[№ ->No. ]]5 in the old town.",
        "The order [[№->No. ]]127 was signed; see article [[n° ->No. ]]12.",
        "He lives in house [[Nr. ->No. ]]7.",
        "Houses [[№№ ->Nos. ]]5 and 7 burned down.",
    )
    good = (
        "She teaches at school No. 5 and wears Chanel No. 5.",
        "At 45° N the sign “№ 5” was seen.",
        "The sign № stands alone.",
        "The museum is in Travesía del Mercado nº 3.",
        "The rover 8ЕЛ№204 drove off.",
        "NR 12 is a road, and n is 5.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        if not text.characters & {"№", "°", "º"} and "Nr" not in text.text:
            return
        for match in _SIGN.finditer(text.text):
            if text.quotations.inside(match.start()):
                continue
            before = _NAME_BEFORE.search(text.text, max(0, match.start() - 24), match.start())
            if before and not match.group().startswith("№") and not text.lexicon.is_dictionary_word(before[1]):
                continue  # a foreign address: "Travesía del Mercado nº 3"
            span = Span(*match.span())
            fixed = "Nos. " if match.group().startswith("№№") else "No. "
            fixes = [replace(span, fixed)]
            yield self.finding(segment, span, "sign", fixes=fixes, sign=match.group().strip(), fixed=fixed.strip())
