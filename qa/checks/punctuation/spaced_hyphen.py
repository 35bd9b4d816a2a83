"""Compound whose hyphen has blanks around it."""

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

_HYPHEN = re.compile(r"-(?<=\w -)(?= [a-z]{2})")
# "6.5 - 7.5%": the first number is the smaller one and no year, or the dash stands for a verb ("in 2019 - 5 million").
_RANGE = re.compile(
    r"[ \u00a0]-[ \u00a0](?<=\d...)(?=(?P<most>\d+(?:\.\d+)?)(?:%|[ \u00a0](?:percent|per cent|degrees|km"
    r"|kilomet(?:er|re)s|met(?:er|re)s|cm|mm|kg|tons|tonnes|years|months|weeks|days|hours|minutes|people|dollars|rubles|euros)\b))"
)
_LEAST = re.compile(r"(?<![\w.,:/$€£-])(\d+(?:\.\d+)?)%?$")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_BEFORE = re.compile(r"(?<![\w-])(\w+) $")
_AFTER = re.compile(r"[a-z]+(?![\w’'])")
_LONGEST = 24
# Never words by themselves.
_PREFIXES = frozenset(
    "non pre anti multi semi inter micro mid pseudo quasi intra trans re counter co ultra neo".split()
)
_NUMBERS = frozenset("one two three four five six seven eight nine ten twelve twenty thirty fifty hundred half".split())
_UNITS = frozenset(
    "year month week day hour minute second dimensional storey story step stage member man woman person point star"
    " bedroom mile metre meter foot inch party way time fold page seat door wheel".split()
)
# Words that may begin what a dash adds.
_LOOSE = frozenset(
    "to in on off up out by of at for and or the a an as is was are were be with from that who it he she they we i you"
    " this so not no all but".split()
)
_KNOWN = 3.0
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_DIGITS = frozenset("one two three four five six seven eight nine".split())
# Participles and adjectives that mostly end compounds, and the third part of "3 - year - old".
_HEADS = frozenset("owned oriented stricken funded related sized friendly intensive minded".split())
_THIRD = frozenset("old long high wide deep term".split())
_FEWEST_SEEN = 4
"""Hyphenated occurrences in the table of compounds from which a pair of words before a noun is one."""
_NEXT = re.compile(r" ([a-z]{3,})")


class SpacedHyphen(Check):
    """A hyphen inside a compound has a blank on both sides.

    What it flags:
        "long - term", "non - member", "a three - year plan": words that are a compound with a hyphen, and prefixes that
        are nothing without their word.

    Why it matters:
        The hyphen looks like a dash and cuts the sentence; it shows that the text was cut into pieces for a machine.

    When it is wrong:
        Where a dash stands between two words that happen to make a compound. A hyphen whose neighbours are small words
        is left alone.

    Sources:
        The Chicago Manual of Style, chapter “Spelling, Distinctive Treatment of Words, and Compounds”.
    """

    id = "spaced-hyphen"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.93
    languages = ENGLISH
    needs = frozenset({Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {
        "spaced": "Blanks around the hyphen of “{word}”",
        "range": "Blanks around the dash of a range of numbers",
    }
    bad = (
        "The long[[ - ->-]]term plan of the council failed.",
        "The rate is 6.5[[ - ->–]]7.5% a year, and the trip takes 5[[ - ->–]]7 days.",
        "The ferry carries non[[ - ->-]]members too.",
        "It was part of a three[[ - ->-]]year plan.",
        "A 3[[ - ->-]]year[[ - ->-]]old girl won the cup, and a state[[ - ->-]]owned yard paid for it.",
    )
    good = (
        "The long-term plan failed, and so did the three-year plan.",
        "The plan was long - and expensive - but it worked.",
        "They came in the year 1990 - year of the flood - and stayed.",
        "The yard - owned by the town - is old, and the price went up by two - year after year.",
        "She knows where to go - to the sea.",
        "In 2018 it was 4 million, in 2019 - 2100 tons; it fell by 7 - 5% of it in May.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if " - " not in prose:
            return
        for match in _RANGE.finditer(prose):
            least = _LEAST.search(prose, max(0, match.start() - 12), match.start())
            if least and float(least[1]) < float(match["most"]) and not _FIRST_YEAR <= float(least[1]) <= _LAST_YEAR:
                span = Span(*match.span())
                yield self.finding(segment, span, "range", fixes=[replace(span, "–")])
        reach = -1
        for match in _HYPHEN.finditer(prose):
            at = match.start()
            before = _BEFORE.search(prose, max(0, at - _LONGEST), at)
            after = _AFTER.match(prose, at + 2)
            if before is None or after is None:
                continue
            is_third = before.start() == reach and after[0] in _THIRD
            if not is_third and not _is_compound(text, before[1].lower(), after[0], after.end()):
                continue
            reach = at + 2
            span = Span(at - 1, at + 2)
            fixes = [replace(span, "-", Applicability.SUGGEST)]
            yield self.finding(segment, span, "spaced", fixes=fixes, word=f"{before[1]}-{after[0]}")


def _is_compound(text: Analysis, before: str, after: str, end: int) -> bool:
    """Whether two words on the two sides of a hyphen are one; the second ends at `end`."""
    if before in _PREFIXES:
        return after not in _LOOSE
    if before in _TENS and after in _DIGITS:
        return True
    follower = _NEXT.match(text.text, end)
    before_noun = follower is not None and not text.lexicon.is_function_word(follower[1])
    if after in _UNITS:
        return (before_noun or text.text.startswith(" - ", end)) and (before in _NUMBERS or before.isdigit())
    return _is_written_so(text, before, after, before_noun)


def _is_written_so(text: Analysis, before: str, after: str, before_noun: bool) -> bool:
    """Whether two words are usually joined by a hyphen where they stand together."""
    forms = text.lexicon.compound_forms(before, after)
    if before_noun and forms is not None and forms.hyphenated >= _FEWEST_SEEN and after not in _LOOSE:
        return True
    if before in _LOOSE or after in _LOOSE:
        return False
    is_known = not before.isdigit() and text.lexicon.frequency(f"{before}-{after}") >= _KNOWN
    return is_known or (before_noun and after in _HEADS)
