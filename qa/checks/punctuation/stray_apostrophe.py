"""Apostrophe or single quotation mark left behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_after
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Fixable, Need
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
_LOST_LETTERS = "gdtkfhe"
# End in s and own nothing.
_OWN_NOTHING = frozenset("as is was has this his its us does thus plus less across perhaps always towards".split())
# What never follows an owner: the noun it owns comes first.
_NO_NOUN = frozenset(
    "in on at to for from by with into during is are was were has have had will would can could took made said says"
    " that which who because when while".split()
)
# A mark behind a blank, or behind a word of more than letters dropped, closes.
_CLOSING = re.compile(r"(?<=[ \u00a0])['’](?=[\s.,;:!?)]|$)|(?<=[^\Ws_])['’](?![\w'’])")
# "the'old town' of", "the old' quarter'": an opening mark that lost its blank or has it behind, so that the next one
# closes; no contraction has such an end.
_GLUED = re.compile(r"(?:[^\W\d_]{2}['’](?!(?:s|t|d|m|ve|re|ll|em|er|clock)\b)[^\W\d_]{2}|[^\W\ds_]['’] )[^\n.!?]*$")
_REACH = 160
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class StrayApostrophe(Check):
    """An apostrophe or single quotation mark hangs on a word that is neither a plural owner nor the end of a quotation.

    What it flags:
        “the best match' with”, “85%' of”, “made progress' in”: a closing mark behind a word that cannot own what
        follows, where no single quotation mark is open; and “known as' the old town'”, where it should open.

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
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {
        "stray": "“{text}” behind “{word}” belongs to nothing",
        "opening": "“{text}” hangs on “{word}”, but seems to open what follows",
    }
    bad = (
        "It was the best match[['->]] with the prince.",
        "About 85%[['->]] of the cases were found in May.",
        "He met with[[’->]] the governor.",
        "The harbour's[['->]] keeper came too.",
        "They made great progress[['->]] in May.",
        "That is[['->]] the rule of the game.",
        "He won the 9th[['->]] game.",
        Example("It is known as[[']] the old town ' of Lenk.", fixed="It is known as 'the old town ' of Lenk."),
        "The ferry left on May 10,[['->]] 1958.",
        "The captain,[['->]] an old man, slept.",
        "“The storm took two boats, but the ferry still[['->]] runs,” she said.",
    )
    good = (
        "The players' bus and James' boat met the bosses' train.",
        "He was doin' nothin' for ol' times' sake.",
        "She called it a ‘great match’ with the prince.",
        "The board is 5' long and 6' wide.",
        "“It was min’ to keep an’ han’ on,” said he. “I wan’ no mo’ of it.”",
        "He said, 'We came with' and fell silent.",
        "They praised the'old town' of Lenk. The company' s chairman left.",
        "Rock 'n' roll and rock n' roll are here to stay.",
        "The books were called ‘un-English’ by the critics.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        string = text.text
        if "'" not in text.characters and "’" not in text.characters:
            return
        opened = -1  # end of the paragraph in which a mark on the wrong side opened: the others there close it
        for match in _BEHIND_WORD.finditer(string):
            at = match.start()
            if at < opened or _GLUED.search(string, max(0, at - _REACH), at) or string.startswith(" s ", match.end()):
                continue
            before = string[max(0, at - _MOST) : at]
            word = _WORD_BEFORE.search(before.rstrip(","))
            shown = word[1] if word else before.rstrip(",")[-1:]
            if not shown or not (shown[-1].isalnum() or shown[-1] == "%") or before[-1].isspace():
                continue
            if (before[-1] != "," and _may_end_so(shown, word_after(string, match.end() + 1), text)) or _opened(
                text, at
            ):
                continue
            found = self._report(segment, text, at, shown)
            block = text.block_at(at)
            opened = block.span.end if block and found.message_id == "opening" else opened
            yield found

    def _report(self, segment: Segment, text: Analysis, at: int, word: str) -> Finding:
        """The finding at `at`: a mark too many, or an opening one on the wrong side of the blank."""
        span, block = Span(at, at + 1), text.block_at(at)
        blank = text.text[at + 1 : at + 2]
        if blank.isspace() and block and _CLOSING.search(text.text, at + 2, min(block.span.end, at + _REACH)):
            fix = replace(Span(at, at + 2), blank + text.text[at], title="(move the mark)")
            return self.finding(segment, span, "opening", fixes=[fix], word=word)
        return self.finding(segment, span, "stray", fixes=[replace(span, "", Applicability.SUGGEST)], word=word)


def _may_end_so(word: str, following: str, text: Analysis) -> bool:
    """Whether a word before the word `following` may lawfully end in an apostrophe."""
    lower = word.lower().replace("’", "'")
    if lower.endswith("'s"):
        return lower == "'s"  # the letter in marks
    if _ORDINAL.fullmatch(lower):
        return False
    if lower[-1:] in "szx":
        owns_nothing = lower in _OWN_NOTHING or (following in _NO_NOUN and text.lexicon.is_usually_lower(lower))
        return not (owns_nothing and word.islower())
    if lower[-1:].isdigit() or lower in _CLIPPED:
        return True
    is_word = lower.endswith("%") or text.lexicon.is_word(lower)
    # "doin'" for doing, "min'" for mind; a name or a foreign word ends as it likes.
    return not is_word or (not text.lexicon.is_function_word(lower) and _is_clipped(lower, text))


def _is_clipped(lower: str, text: Analysis) -> bool:
    """Whether a letter may have been dropped from the end of the word."""
    return any(text.lexicon.is_dictionary_word(lower + letter) for letter in _LOST_LETTERS)


def _opened(text: Analysis, at: int) -> bool:
    """Whether a single quotation mark stands open before `at`."""
    return any(
        mark.style == "single" and mark.side != "close" and mark.span.start < at for mark in text.quotations.marks
    )
