"""A letter of another script inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.typography._look_alikes import CYRILLIC, LATIN_TO_CYRILLIC, LATIN_TO_GREEK, as_latin
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_BORDER = re.compile(rf"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_WORD = re.compile(rf"[{_LATIN}{_OTHER}]+")
_OTHER_LETTER = re.compile(f"[{_OTHER}]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_GREEK_LETTER = re.compile("[\u0370-\u03ff]")
_FEWEST_LETTERS = 3
_BORROWED = re.compile(rf"(?:[A-Z]{{2,}}|[A-Z][a-z]+)[{_OTHER}]{{1,3}}")


class MixedScriptWord(Check):
    """A word holds a letter of another script that only looks right.

    What it flags:
        Cyrillic or Greek letters inside a Latin word, or Latin ones inside a Cyrillic or Greek word, where every
        letter of the rarer script has a double in the other. The fix puts the doubles in their place.

    Why it matters:
        The word cannot be found, sorted or spell-checked, and it is a known trick to disguise words.

    When it is wrong:
        Where letters were mixed on purpose, as in some brand names. Greek letters that serve as symbols (μm, TGFβ) and
        Cyrillic endings of Latin abbreviations are not flagged.

    Sources:
        Unicode Technical Standard #39, Unicode Security Mechanisms, confusables.txt and section 5 (mixed scripts).
    """

    id = "mixed-script-word"
    category = Category.CHARACTER_ENCODING
    severity = Severity.MINOR
    confidence = 0.97
    fixable = Fixable.ALWAYS
    messages = {"look-alike": "“{text}” in “{word}” is {script}, not {own}"}
    bad = (
        "The government of M[[о->o]]ldova resigned.",
        "Health mini[[ѕ->s]]ters spoke of [[С->C]]OVID in Lima.",
        "The word [[Τ->T]]itanic was painted on it.",
        "He came from M[[ос->oc]]ha on Monday.",
        Example("Он жил в М[[o->о]]скве и писал стихи.", lang="ru"),
    )
    good = (
        "A sheet 5 μm thick, 3 kΩ, the TGFβ pathway and ΔT.",
        "The Russian word Москва stands for Moscow.",
        "The T-34 and the Т-34 look alike.",
        Example("Он отправил SMSку и получил VIPа в HR-отделе.", lang="ru"),
        Example("Наш IT-отдел купил iPhone и SIM-карту.", lang="ru"),
        "The pН value is written with two letters.",
    )
    cross_fire = frozenset({"foreign-script-run"})

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if not _OTHER_LETTER.search("".join(text.characters)):
            return
        done = 0
        for match in _BORDER.finditer(text.text):
            if match.start() < done:
                continue
            start = match.start()
            while start > done and _WORD.match(text.text, start - 1):
                start -= 1
            word = _WORD.match(text.text, start)
            if word is None:
                continue
            done = word.end()
            found = _intruders(word[0], text.base_lang)
            if found is None:
                continue
            (first, last), right, script, own = found
            span = Span(start + first, start + last)
            yield self.finding(
                segment, span, "look-alike", fixes=[replace(span, right)], word=word[0][:40], script=script, own=own
            )


def _intruders(word: str, lang: str) -> tuple[tuple[int, int], str, str, str] | None:
    """Where the letters of the rarer script stand in `word`, what the place should hold, and the two scripts' names."""
    if len(word) < _FEWEST_LETTERS or (lang in CYRILLIC and _BORROWED.fullmatch(word)):
        return None
    latin = [place for place, letter in enumerate(word) if _LATIN_LETTER.match(letter)]
    other = [place for place, letter in enumerate(word) if not _LATIN_LETTER.match(letter)]
    foreign = "Greek" if _GREEK_LETTER.match(word[other[0]]) else "Cyrillic"
    rare, script, own = (other, foreign, "Latin") if len(latin) >= len(other) else (latin, "Latin", foreign)
    first, last = rare[0], rare[-1] + 1
    if script == "Latin":
        right = word[first:last].translate(LATIN_TO_GREEK if own == "Greek" else LATIN_TO_CYRILLIC)
        sound = not _LATIN_LETTER.search(right)
    else:
        right = "".join(as_latin(letter) or letter for letter in word[first:last])
        sound = len(latin) >= len(other) + (foreign == "Greek") and all(_LATIN_LETTER.match(letter) for letter in right)
    return ((first, last), right, script, own) if sound else None
