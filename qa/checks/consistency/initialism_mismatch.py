"""An initialism in brackets that is not made of the initials of the name before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.consistency._initialisms import (
    SMALL_WORDS,
    Introduction,
    can_stand_for,
    in_other_order,
    initials,
    introductions,
    one_letter_apart,
    sound_alike,
)
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Need
from qa.core.finding import Evidence, Finding

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Initialisms of names in other languages that English texts keep, one letter off from the English name.
_KEPT = frozenset(
    "FSB KGB GRU SVR FSO MVD SBU PKK YPG YPJ SDF CGT FARC ELN PRI PAN FIFA FIBA CERN DGSE DGSI BND AFD CDU CSU FDP SPD"
    " PSOE UGT CCOO CNT ANC MPLA IRGC IDF RAI RAN RAS UOC ROC KMT PLA RIC".split()
)
_FEWEST_WORDS = 3
_OTHER_LETTER = 0.6


class InitialismMismatch(Check):
    """The initialism in brackets differs in one letter from the initials of the name before it.

    What it flags:
        "National Swimming Community (NSK)", "Office of Citizen Services (OSC)": same number of letters, one other than
        it should be, or two neighbours exchanged. Where the two letters are not those that one sound has in two
        languages (C and S, C and K), the initialism may be an older or a foreign one; confidence is lower then.

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
        "A member of the General Confederation of Millers ([[GKM]]) spoke.",
    )
    good = (
        "The National Swimming Community (NSC) chose a new head.",
        "The Federal Security Service (FSB) denied it.",
        "The Office for National Statistics (ONS) counted them.",
        "The Anglo-Dutch Tea Company (ADTC) was sold.",
        "Two members (NSK) of the National Swimming Community left.",
        "The International Tea Council (UNESCO) met.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        if "(" not in text.text:
            return
        for introduction in introductions(text):
            name = _name_of(introduction)
            span, letters = introduction.place
            if len(name) < _FEWEST_WORDS or letters in _KEPT or introduction.fits:
                continue
            own = {initials(name), "".join(word[0] for word in name).upper()}
            near = sorted(own & (one_letter_apart(letters) | in_other_order(letters)))
            if near and not can_stand_for(letters, [*name, "s"]) and text.lexicon.frequency(letters) == 0:
                shown = " ".join(name)
                sure = sound_alike(letters, near[0])
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


def _name_of(introduction: Introduction) -> list[str]:
    """The capitalised words right before the bracket, with the small words between them."""
    name: list[str] = []
    for word in reversed(introduction.name):
        if not (word[0].isupper() and not word.isupper()) and word not in SMALL_WORDS:
            break
        name.insert(0, word)
    while name and name[0].lower() in SMALL_WORDS:
        del name[0]
    return name
