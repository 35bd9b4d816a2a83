"""Blanks around the hyphen of a compound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
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
_PARTICIPLES = frozenset("based made led built run held born known called backed paid".split())
# Participles and adjectives that mostly end compounds.
_HEADS = frozenset("owned oriented stricken funded related sized friendly intensive minded".split())
_NEXT = re.compile(r" ([a-z]{3,})")
_ENDS = re.compile(r"[.,;:)\"”]| -| (?:and|or) ")
_THIRD = frozenset("old long high wide deep term".split())
_LONGEST = 24


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
        "The yard - related to the old one - is new. The harbour - funded by the town - is deep.",
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
            before = _BEFORE.search(prose, max(0, match.start() - _LONGEST), match.start() - 1)
            after = _AFTER.match(prose, match.end())
            if before is None or after is None:
                continue
            is_third = before.start() == reach and after.group() in _THIRD
            if is_third or _is_compound(text, before.group().lower(), after):
                reach = match.end()
                span = Span(match.start() - 1, match.end())
                compound = f"{before.group()}-{after.group()}"
                yield self.finding(segment, span, "spaced", fixes=[replace(span, "-")], compound=compound)


def _is_compound(text: Analysis, first: str, after: re.Match[str]) -> bool:
    """Whether two words are joined by a hyphen, not parted by a dash."""
    second, lexicon = after.group(), text.lexicon
    if first in _SHORT_PREFIXES:
        return lexicon.is_word(f"{first}-{second}")
    if lexicon.is_function_word(second):
        return False
    if first in _PREFIXES or (first in _TENS and second in _DIGITS):
        return True
    follower = _NEXT.match(text.text, after.end())
    before_noun = follower is not None and not lexicon.is_function_word(follower[1])
    if second in _UNITS:
        return (first.isdigit() or first in _NUMBERS) and (before_noun or text.text.startswith(" - ", after.end()))
    ends = second not in _PARTICIPLES and _ENDS.match(text.text, after.end()) is not None
    is_usual = (second in _HEADS and before_noun and not lexicon.is_function_word(first)) or _is_seen(
        text, first, second
    )
    return is_usual and (before_noun or ends)


def _is_seen(text: Analysis, first: str, second: str) -> bool:
    """Whether the two are often written with a hyphen."""
    forms = text.lexicon.compound_forms(first, second)
    return forms is not None and forms.hyphenated >= _FEWEST_SEEN
