"""Names of Latin-script languages, which English carries over letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.slips import SlipKind, slip
from qa.text.names.source.differences import is_derivation
from qa.text.names.source.endings import nominatives
from qa.text.names.source.places import english_name
from qa.text.names.source.romanise import Script, script_of
from qa.text.names.translit import likeness

if TYPE_CHECKING:
    from qa.text.names.source.align import Alignment
    from qa.text.names.source.renderings import Aligned, Rendering, SourceName

_WITH_CASES = frozenset({"pl", "cs", "sk", "sl", "hr", "bs", "sr", "et", "fi", "hu", "lt", "lv", "tr", "sq", "eu"})
"""Languages in whose sources a name may be inflected, so that it is no model for the English spelling."""
_FEWEST_LETTERS = 5
_ADAPTED = 1.2
"""Likeness above which two spellings differ as two languages do, not by a slip."""
_NEVER_A_HABIT = frozenset({SlipKind.DOUBLED, SlipKind.UNDOUBLED, SlipKind.SWAPPED, SlipKind.SWAPPED_SYLLABLES})


def letter_claims(aligned: Aligned) -> Iterator[Claim]:
    """A claim for each unknown spelling one edit away from a source name that the translation lacks there."""
    for name in aligned.names:
        if script_of(name.forms[0]) is not Script.LATIN:
            continue
        right = {each.folded for each in name.renderings if each.accepted}
        for rendering in name.renderings:
            # beside an accepted spelling it is a second rendering, which is another rule
            if not rendering.accepted and not right and _is_miscopied(rendering):
                yield _claim(name, rendering)


def _claim(name: SourceName, rendering: Rendering) -> Claim:
    source = rendering.alignments[0].source.written
    inflects = name.lang in _WITH_CASES
    return Claim(
        message="letters",
        places=[each.target for each in rendering.alignments],
        preferred=None if inflects else source,
        source=source,
        forms=(source, rendering.written),
        confidence=0.92,
    )


def _is_miscopied(rendering: Rendering) -> bool:
    """Whether a spelling is unknown, one edit from its source form and no form, derivation or exonym of it."""
    first = rendering.alignments[0]
    folded, source = rendering.folded, fold(first.source.form)
    lexicon = first.target.text.lexicon
    english = english_name(first.source.form, first.unit.lang)
    if english is not None and fold(english) == folded:
        return False
    if min(len(folded), len(source)) < _FEWEST_LETTERS or lexicon.is_word(folded) or gazetteer().knows(folded):
        return False
    if lexicon.is_dictionary_word(source) or _is_inflection(first) or is_derivation(folded, source):
        return False
    return all(
        any(_is_slip(folded, fold(form)) for form in nominatives(each.source.form, each.unit.lang))
        for each in rendering.alignments
    )


def _is_slip(folded: str, source: str) -> bool:
    """Whether one slip made the spelling of the source form, and no habit of English ("Vojvodina" for "Voivodina")."""
    found = slip(folded, source)
    if found is None or found.kind is SlipKind.TWO:
        return False
    if likeness(folded, source) <= _ADAPTED or found.kind in _NEVER_A_HABIT:
        return True
    return found.kind is SlipKind.ADDED and "h" not in (Counter(source) - Counter(folded))


def _is_inflection(alignment: Alignment) -> bool:
    """Whether the spelling and the source form differ in their last letters only."""
    folded, source = alignment.target.folded, fold(alignment.source.form)
    return folded[:-1] == source[:-1] or folded.startswith(source) or source.startswith(folded)
