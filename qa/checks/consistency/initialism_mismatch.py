"""An initialism in brackets that is not made of the initials of the name before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.consistency._initialisms import (
    KEPT,
    can_stand_for,
    introductions,
    is_near,
    sound_alike,
    uses,
)
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Need
from qa.core.finding import Evidence, Finding

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_OTHER_LETTER = 0.6


class InitialismMismatch(Check):
    """The initialism in brackets differs in one letter from the initials of the name before it.

    What it flags:
        "National Swimming Community (NSK)", "Office of Citizen Services (OSC)": same number of letters, one other than
        it should be, or two neighbours exchanged. Where the two letters are not those that one sound has in two
        languages (C and S, C and K), the initialism may be an older or a foreign one; confidence is lower then, unless
        the text goes on with yet another.

    Why it matters:
        Either the name or the initialism is wrong, often because one was translated and the other kept.

    When it is wrong:
        Where the initialism is that of the name in its own language, that of an older name, or an official code. Those
        that English texts commonly keep ("Federal Security Service (FSB)") are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Abbreviations”.
    """

    id = "initialism-mismatch"
    category = Category.TERM_INCONSISTENCY
    severity = Severity.MINOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.LEXICON})
    messages = {"letters": "“{text}” in brackets after “{name}”, whose initials are {initials}"}
    bad = (
        "The National Swimming Community ([[NSK]]) chose a new head.",
        "They wrote to the Office of Rural Roads ([[RORR]]) in vain, and to the Office of River Locks ([[OLR]]).",
        "The General Confederation of Millers ([[CCM]]) met in May. The WCM will strike.",
        "A member of the General Confederation of Millers ([[GKM]]) spoke.",
    )
    good = (
        "The National Swimming Community (NSC) chose a new head.",
        "The Federal Security Service (FSB) denied it.",
        "The Office for National Statistics (ONS) counted them.",
        "The Landing Pontoon Experimental (LPX) was sunk.",
        "The Anglo-Dutch Tea Company (ADTC) was sold.",
        "Two members (NSK) of the National Swimming Community left.",
        "The International Tea Council (UNESCO) met.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        if "(" not in text.text:
            return
        for introduction in introductions(text):
            span, letters = introduction.place
            if letters in KEPT or introduction.fits:
                continue
            name, near = introduction.near
            if near and not can_stand_for(letters, [*name, "s"]) and text.lexicon.frequency(letters) == 0:
                shown = " ".join(name)
                sure = sound_alike(letters, near[0]) or _is_replaced(text, letters, near[0])
                yield self.finding(
                    segment,
                    span,
                    "letters",
                    confidence=self.confidence if sure else _OTHER_LETTER,
                    evidence=[Evidence("rule", f"initials of {shown}: {near[0]}")],
                    forms=[letters, near[0]],
                    name=shown if len(shown) <= 45 else f"… {name[-1]}",
                    initials=near[0],
                )


def _is_replaced(text: Analysis, letters: str, own: str) -> bool:
    """Whether the letters are not taken up and the text goes on with others that are as near to the initials."""
    found = [use.letters for use in uses(text)]
    brackets = sum(each.place.letters == letters for each in introductions(text))
    return found.count(letters) == brackets and any(
        is_near(other, letters, own) and text.lexicon.frequency(other) == 0 for other in set(found)
    )
