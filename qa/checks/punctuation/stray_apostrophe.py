"""Apostrophe or single quotation mark left behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_BEHIND_WORD = re.compile(r"['’](?=\s+[\w“\"]|[,;:]\s)(?<![’']['’])")
_WORD_BEFORE = re.compile(r"([\w’'.-]+)$")
_MOST = 30
# Letters dropped in speech, units of feet and minutes, and forms that end in an apostrophe by right.
_CLIPPED = frozenset(
    "o th an ol t wi lil em ma mo po bo gov govt nat int intl dep th' ye de yo al el ca do n r d".split()
)


class StrayApostrophe(Check):
    """An apostrophe or single quotation mark hangs on a word that is neither a plural owner nor the end of a quotation.

    What it flags:
        “the best match' with”, “85%' of”: a closing mark behind a word that does not end in a sound of s, where no
        single quotation mark is open.

    Why it matters:
        It is the rest of a quotation or of a possessive whose other half was lost.

    When it is wrong:
        Dropped letters of speech (“doin'”), feet and minutes and owners such as “the players' bus” are left alone;
        words of other languages that end in an apostrophe may be flagged.

    Sources:
        MQM, punctuation; The Chicago Manual of Style, section on the possessive of plurals.
    """

    id = "stray-apostrophe"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"stray": "“{text}” behind “{word}” belongs to nothing"}
    bad = (
        "It was the best match[['->]] with the prince.",
        "About 85%[['->]] of the cases were found in May.",
        "He met with[[’->]] the governor, and the harbour's[['->]] keeper came too.",
    )
    good = (
        "The players' bus and James' boat met the bosses' train.",
        "He was doin' nothin' for ol' times' sake.",
        "She called it a ‘great match’ with the prince.",
        "The board is 5' long and 6' wide.",
        "He said, 'We came with' and fell silent.",
        "Rock 'n' roll and rock n' roll are here to stay.",
        "The books were called ‘un-English’ by the critics.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        string = text.text
        if "'" not in text.characters and "’" not in text.characters:
            return
        for match in _BEHIND_WORD.finditer(string):
            at = match.start()
            before = string[max(0, at - _MOST) : at].rstrip(",")
            word = _WORD_BEFORE.search(before)
            shown = word[1] if word else before[-1:]
            if not before or before[-1].isspace() or not (before[-1].isalnum() or before[-1] == "%"):
                continue
            if _may_end_so(shown, text) or text.quotations.inside(at) or _opened(text, at):
                continue
            span = Span(at, at + 1)
            yield self.finding(segment, span, "stray", fixes=[replace(span, "", Applicability.SUGGEST)], word=shown)


def _may_end_so(word: str, text: Analysis) -> bool:
    """Whether a word may lawfully end in an apostrophe."""
    lower = word.lower().replace("’", "'")
    if lower.endswith("'s"):
        return lower == "'s"  # the letter in marks
    if lower[-1:] in "szx" or lower[-1:].isdigit() or lower in _CLIPPED:
        return True
    # "doin'" for doing; a name or a foreign word ends as it likes.
    return text.lexicon.is_dictionary_word(f"{lower}g") or not (lower.endswith("%") or text.lexicon.is_word(lower))


def _opened(text: Analysis, at: int) -> bool:
    """Whether a single quotation mark is open in the block before `at`."""
    return any(
        mark.style == "single" and mark.side != "close" and mark.span.start < at for mark in text.quotations.marks
    )
