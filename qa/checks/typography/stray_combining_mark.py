"""Accents without a letter, and letters written in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_MARKS = frozenset(map(chr, range(0x300, 0x370)))
_ALONE = re.compile(r"(?:(?<=[\s,.;:!?()\[\]“”‘’\"'—–\d-])|\A)[\u0300-\u036f]+(?=\s|[^\W\d_])")
_DECOMPOSED = re.compile(r"[A-Za-z\u0370-\u03ff\u0400-\u04ff][\u0300-\u036f]+")


class StrayCombiningMark(Check):
    """An accent stands without its letter, or a letter is spelt with a separate accent here and as one character there.

    What it flags:
        Combining marks after a blank, a mark or a digit; letters followed by a combining mark where the same text
        has the same letter as a single character.

    Why it matters:
        A lost letter in the first case; in the second, two words that look the same and do not compare as equal.

    When it is wrong:
        Where a text shows accents by themselves.

    Sources:
        The Unicode Standard, chapter 2.11 (combining characters); Unicode Standard Annex #15, normalization forms.
    """

    id = "stray-combining-mark"
    category = Category.CHARACTER_ENCODING
    severity = Severity.MINOR
    confidence = 0.92
    fixable = Fixable.SOMETIMES
    messages = {
        "alone": "Combining accent without a letter",
        "decomposed": "“{right}” as letter and separate accent; elsewhere in the text it is one character",
    }
    bad = (
        "The caf [[\u0301]]and the bar were closed.",
        "The café and the caf[[e\u0301->é]] are two words now.",
        "Señor Ñiguez met Se[[n\u0303->ñ]]or Peña.",
    )
    good = (
        "The café was closed.",
        "The word cafe\u0301 is always written so: cafe\u0301.",
        "Lithuanian has e\u0307\u0301 in dictionaries, with ė beside it.",
        Example("Ударение: за\u0301мок и замо\u0301к.", lang="ru"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if text.characters.isdisjoint(_MARKS):
            return
        for match in _ALONE.finditer(text.text):
            yield self.finding(segment, Span(*match.span()), "alone")
        for match in _DECOMPOSED.finditer(text.text):
            right = unicodedata.normalize("NFC", match[0])
            if len(right) == 1 and right in text.characters:
                span = Span(*match.span())
                fix = replace(span, right, Applicability.SAFE)
                yield self.finding(segment, span, "decomposed", fixes=[fix], right=right)
