"""Characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u034f": "combining grapheme joiner",
    "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u180e": "Mongolian vowel separator",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\u2061": "function application",
    "\u2062": "invisible times",
    "\u2063": "invisible separator",
    "\u2064": "invisible plus",
    "\u3164": "Hangul filler",
    "\ufeff": "byte order mark",
}
_INVISIBLE = frozenset(_NAMES)
_CLASS = "".join(_NAMES)
_RUN = RarePattern(rf"[{_CLASS}][{_CLASS} \u00a0]*")
# Scripts whose letters join, or that mark breaks between words without a blank: Arabic to Sinhala, Thai to Myanmar,
# Khmer, Mongolian, Kana and Han; emoji are joined to families and professions by U+200D.
_JOINING = RarePattern(
    r"[\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u1980-\u1aaf\u200e\u200f\u20e3\u2190-\u2bff\u3030-\u30ff\u3400-\u9fff"
    r"\ua840-\ua87f\uac00-\ud7af\ufb50-\ufdff\ufe00-\ufe0f\ufe70-\ufefc\U0001e900-\U0001e95f\U0001f000-\U0001faff"
    r"\U000e0020-\U000e007f]"
)
_JOINERS = frozenset("\u034f\u180e\u200c\u200d\u2060")
# Scripts of Thailand, Laos, Tibet, Burma and Cambodia mark breaks between words by U+200B.
_UNSPACED = RarePattern(r"[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf]")
_HYPHENATED = 3
_LONG_WORD = re.compile(r"[^\W\d_]{7}")
_FEWEST_LONG = 2
_INSIDE_WORD = re.compile(r"[A-Za-z\u00c0-\u052f]\u00ad+[a-z\u00df-\u052f]")
_UNSURE = 0.8
_LONELY = 0.92


class InvisibleCharacter(Check):
    """A character without width stands inside the text, where nothing needs it.

    What it flags:
        Zero-width spaces and joiners, byte order marks inside the text, stray soft hyphens, fillers. The finding covers
        the blanks that the invisible character keeps apart.

    Why it matters:
        The word is not found by a search, counts as misspelt, breaks in odd places, and two blanks hide as one.

    When it is wrong:
        In scripts that need joiners (Persian, the scripts of India, Khmer, Thai) and in emoji the check is silent; so
        it is where a whole text has been hyphenated with soft hyphens.

    Sources:
        The Unicode Standard, chapters 23.2 (layout controls) and 23.8 (byte order mark); Unicode Standard Annex #14.
    """

    id = "invisible-character"
    category = Category.CHARACTER_ENCODING
    severity = Severity.MINOR
    confidence = 0.97
    fixable = Fixable.ALWAYS
    messages = {"invisible": "Invisible character: {name}"}
    bad = (
        "The hall covers an area of [[\u200b \u200b ->]]more than 500 square metres.",
        "The fac[[\u200b->]]tory employs forty people.",
        "He spoke [[\ufeff->]]first and left early.",
        "The agree[[\u00ad->]]ment was signed in Lima.",
        "They said[[\u200b \u200b-> ]]nothing at all.",
        "A shelf[[\u200c->]]ful of books fell down.",
        Example("天气[[\u200b->]]很好，[[\ufeff->]]我们走了。", lang="zh"),
        Example("لم تغادر[[\u200b->]] العبّارة.", lang="ar"),
        "The parlia[[\u00ad->]]mentary committee, ambassadors, councillors, shareholders and journalists met.",
    )
    good = (
        "The scientist 👩\u200d🔬 waved to the family 👨\u200d👩\u200d👧.",
        Example("می\u200cخواهم به خانه بروم.", lang="fa"),
        Example("क्\u200dष", lang="hi"),
        Example("ภาษา\u200bไทย", lang="th"),
        "The in\u00adter\u00adna\u00adtion\u00adal com\u00admit\u00adtee met in Lima.",
        "The name is written می\u200cخواهم in Persian.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if text.characters.isdisjoint(_INVISIBLE):
            return
        hyphenated = text.text.count("\u00ad") > _HYPHENATED
        for match in _RUN.finditer(text.text):
            span, right = _repair(text.text, match)
            name = _NAMES[match[0][0]]
            before, after = text.text[max(0, span.start - 1) : span.start], text.text[span.end : span.end + 1]
            if _is_needed(match[0], before + after) or (hyphenated and name == "soft hyphen"):
                continue
            fix = replace(span, right, Applicability.SAFE, "one blank" if right else "(delete)")
            # Between two letters a soft hyphen may be a typesetter's, who would set more; anywhere else it is lost.
            is_hint = _INSIDE_WORD.match(text.text, max(0, span.start - 1)) is not None
            confidence = (_LONELY if _has_long_words(text.text) else _UNSURE) if is_hint else self.confidence
            yield self.finding(segment, span, "invisible", fixes=[fix], confidence=confidence, name=name)


def _is_needed(run: str, around: str) -> bool:
    """Whether the letters `around` need what is in `run`: joiners, and in unspaced scripts breaks between words."""
    signs = set(run) - {" ", "\u00a0"}
    if signs <= _JOINERS:
        return _JOINING.search(around) is not None
    return signs <= {"\u200b", *_JOINERS} and _UNSPACED.search(around) is not None


def _has_long_words(text: str) -> bool:
    """Whether more long words stand in the text than would have stayed without a hyphen."""
    return sum(1 for _ in islice(_LONG_WORD.finditer(text), _FEWEST_LONG)) == _FEWEST_LONG


def _repair(text: str, match: re.Match[str]) -> tuple[Span, str]:
    """What must go and what comes in its place: the run, with its blanks only where they are one too many."""
    start, end = match.span()
    run = match[0]
    core = run.rstrip(" \u00a0")
    inner_blank = any(blank in core for blank in " \u00a0")
    if start == 0 or text[start - 1].isspace():
        return Span(start, end), ""
    if inner_blank:
        return Span(start, end), "" if text[end : end + 1].isspace() else " "
    return Span(start, start + len(core)), ""
