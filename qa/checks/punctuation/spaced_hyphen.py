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
_BEFORE = re.compile(r"(?<![\w-])(\w+) $")
_AFTER = re.compile(r"[a-z]+(?![\w’'])")
_LONGEST = 24
# Never words by themselves.
_PREFIXES = frozenset("non pre anti multi semi inter micro mid pseudo quasi intra trans re counter".split())
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
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"spaced": "Blanks around the hyphen of “{word}”"}
    bad = (
        "The long[[ - ->-]]term plan of the council failed.",
        "The ferry carries non[[ - ->-]]members too.",
        "It was part of a three[[ - ->-]]year plan.",
    )
    good = (
        "The long-term plan failed, and so did the three-year plan.",
        "The plan was long - and expensive - but it worked.",
        "They came in the year 1990 - year of the flood - and stayed.",
        "She knows where to go - to the sea.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if " - " not in prose:
            return
        for match in _HYPHEN.finditer(prose):
            at = match.start()
            before = _BEFORE.search(prose, max(0, at - _LONGEST), at)
            after = _AFTER.match(prose, at + 2)
            if before is None or after is None or not _is_compound(text, before[1].lower(), after[0], after.end()):
                continue
            span = Span(at - 1, at + 2)
            fixes = [replace(span, "-", Applicability.SUGGEST)]
            yield self.finding(segment, span, "spaced", fixes=fixes, word=f"{before[1]}-{after[0]}")


def _is_compound(text: Analysis, before: str, after: str, end: int) -> bool:
    """Whether two words on the two sides of a hyphen are one; the second ends at `end`."""
    if before in _PREFIXES:
        return after not in _LOOSE
    if before in _LOOSE or after in _LOOSE:
        return False
    goes_on = text.text[end : end + 2].strip().isalpha() and text.text[end : end + 1] == " "
    if after in _UNITS:
        return goes_on and before in _NUMBERS
    return not before.isdigit() and text.lexicon.frequency(f"{before}-{after}") >= _KNOWN
