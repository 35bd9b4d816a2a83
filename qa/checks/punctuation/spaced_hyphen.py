"""Blanks around the hyphen of a compound."""

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

# Starts at the hyphen between two blanks and small words or numbers.
_HYPHEN = re.compile(r"-(?<=[^\W_] .) (?=[a-z])")
_BEFORE = re.compile(r"(?<![\w'’.,-])(?:[^\W\d_]+|\d+)$")
_AFTER = re.compile(r"[a-z]+(?![\w'’-])")
# No words by themselves.
_PREFIXES = frozenset("anti non multi semi ultra neo inter micro macro pseudo quasi".split())
_SHORT_PREFIXES = frozenset("pre re co".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split())
_UNITS = frozenset(
    "year month day week hour minute second meter metre kilometer kilometre mile foot inch storey story point member"
    " seat page dollar ton tonne degree".split()
)
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_DIGITS = frozenset("one two three four five six seven eight nine".split())
# Less often written with a hyphen than this, a pair of words may meet at a dash.
_FEWEST_SEEN = 4
# The second word of a compound that may also begin an insertion: "the firm - based in Lenk - grew".
_PARTICIPLES = frozenset("based made led built run held born owned known called backed funded paid".split())
_NOUN_FOLLOWS = re.compile(r" [a-z]{3,}|[.,;:)]| -")


class SpacedHyphen(Check):
    """The hyphen of a compound has a blank on each side.

    What it flags:
        "a 3 - year - old girl", "state - owned firms", "anti - epidemic measures".

    Why it matters:
        The hyphen turns into a dash, and the reader takes the compound for two parts of the sentence.

    When it is wrong:
        Where a dash stands between two words that are elsewhere joined by a hyphen ("it was high - risk was higher").

    Sources:
        The Chicago Manual of Style, on hyphens and dashes; counts of compounds in 18 million words of English.
    """

    id = "spaced-hyphen"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"spaced": "Blanks around the hyphen of “{compound}”"}
    bad = (
        "A 3[[ - ->-]]year[[ - ->-]]old girl won the cup.",
        "The state[[ - ->-]]owned yard makes high[[ - ->-]]quality boats.",
        "They praised the anti[[ - ->-]]storm wall and the re[[ - ->-]]election.",
        "Twenty[[ - ->-]]five boats left.",
    )
    good = (
        "A 3-year-old girl won the well-known cup - it is old.",
        "The yard - based in Lenk - is old, and the firm - owned by the state - is new.",
        "Open 12 - 14 and 7 - during the day.",
        "The price is high - risk is part of it.",
        "He had one - year after year he showed it.",
        "The trade grew by two - year on year.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose = text.text
        if " - " not in prose:
            return
        reach = -1
        for match in _HYPHEN.finditer(prose):
            before = _BEFORE.search(prose, max(0, match.start() - 24), match.start() - 1)
            after = _AFTER.match(prose, match.end())
            if before is None or after is None:
                continue
            goes_on = before.start() == reach
            if not (goes_on and after.group() in {"old", "long", "high", "wide", "deep", "term"}) and not self._is_compound(
                text, before.group(), after.group(), after.end()
            ):
                continue
            reach = match.end()
            span = Span(match.start() - 1, match.end())
            compound = f"{before.group()}-{after.group()}"
            yield self.finding(
                segment, span, "spaced", fixes=[replace(span, "-", Applicability.SUGGEST)], compound=compound
            )

    def _is_compound(self, text: Analysis, first: str, second: str, end: int) -> bool:
        """Whether the two words are joined by a hyphen, not parted by a dash."""
        small, lexicon, prose = first.lower(), text.lexicon, text.text
        if lexicon.is_function_word(second) and small not in _SHORT_PREFIXES:
            return False
        if small in _PREFIXES or (small in _SHORT_PREFIXES and lexicon.is_word(f"{small}-{second}")):
            return True
        if small in _TENS and second in _DIGITS:
            return True
        if second in _UNITS:
            return (small.isdigit() or small in _NUMBERS) and (
                prose.startswith(" - ", end) or re.match(r" [a-z]{3,}", prose[end : end + 8]) is not None
            )
        forms = lexicon.compound_forms(small, second)
        if forms is None or forms.hyphenated < _FEWEST_SEEN or second in _PARTICIPLES:
            return False
        return _NOUN_FOLLOWS.match(prose, end) is not None
