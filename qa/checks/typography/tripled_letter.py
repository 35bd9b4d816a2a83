"""One letter three times in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_TRIPLE = re.compile(r"([a-z])\1\1")
_THREE = re.compile(r"([a-z])\1\1+")
_DRAWN_OUT = re.compile(r"(?:([aeiouyhmrszw])\1\1)")
_FEWEST_LETTERS = 5
_USUAL = 2.5
_DRAWN = 0.75


class TripledLetter(Check):
    """A letter stands three times in a row in a word that has it once or twice.

    What it flags:
        Words such as “commmittee” that become a known word when the third letter goes.

    Why it matters:
        No English word has three equal letters in a row; it is a typing or joining error.

    When it is wrong:
        In drawn-out speech ("loooong"): where the word proper has the letter once and it is one that people draw out,
        the confidence is low, and short words ("sooo") are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Spelling, Distinctive Treatment of Words, and Compounds” (a hyphen avoids
        three equal letters, as in bell-like); MQM typology, spelling.
    """

    id = "tripled-letter"
    category = Category.SPELLING
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"tripled": "“{letter}” three times: “{right}”?"}
    bad = (
        "The [[commmittee->committee]] met in June.",
        "They [[reallly->really]] wanted to go.",
        "An [[agreeement->agreement]] was signed.",
        "The [[govvvernment->government]] resigned.",
        "The [[ASSSEMBLY->ASSEMBLY]] voted on Tuesday.",
    )
    good = (
        "See part xviii and chapter iii at www.example.org, size XXX.",
        "Sooo good, and nooo, hmmm, brrr, aaargh!",
        "The AAA rating, the IEEE and the WWW.",
        "A bell-like tone and a cross-section.",
        "Schifffahrt and Betttuch are German.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        words = text.words
        for word in text.uncounted:
            triple = _TRIPLE.search(word)
            right = self._repair(word, text) if triple else None
            if triple is None or right is None:
                continue
            for ordinal in words.places(word):
                written = words.texts[ordinal]
                fixed = _in_case_of(written, right)
                span = words.span(ordinal)
                fix = replace(span, fixed)
                is_drawn = len(right) == len(word) - 2 and _DRAWN_OUT.search(word) is not None
                confidence = _DRAWN if is_drawn else self.confidence
                letter = triple[1]
                yield self.finding(
                    segment, span, "tripled", fixes=[fix], confidence=confidence, letter=letter, right=fixed
                )

    def _repair(self, word: str, text: Analysis) -> str | None:
        """The word with two letters or one in the place of three, where that is a word and no drawn-out one."""
        if len(word) < _FEWEST_LETTERS or text.lexicon.is_word(word):
            return None
        known = text.lexicon
        twice = _THREE.sub(r"\1\1", word)
        if len(twice) == len(word) - 1 and known.is_dictionary_word(twice) and known.frequency(twice) >= _USUAL:
            return twice
        once = _THREE.sub(r"\1", word)
        is_slip = len(once) >= _FEWEST_LETTERS - 1 and len(once) == len(word) - 2
        return once if is_slip and known.is_dictionary_word(once) and known.frequency(once) >= _USUAL else None


def _in_case_of(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    return right.capitalize() if written[0].isupper() else right
