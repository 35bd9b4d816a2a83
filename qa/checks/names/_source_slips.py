"""A spelling that only a slip of the hand makes of what the schemes of the source language give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.text.names.gazetteer import gazetteer
from qa.text.names.slips import slip
from qa.text.names.source.differences import is_derivation
from qa.text.names.translit import likeness

if TYPE_CHECKING:
    from qa.text.names.source.renderings import Aligned, Rendering

_FEWEST_LETTERS = 6
_VOWELS = frozenset("aeiouy")
_ONE_EDIT = 1.0
_ADAPTED = 0.5
"""Likeness from which on two spellings differ as two romanisations do."""
_FARTHEST = 3
"""Letters between two consonants that change places ("Geramisov" has one between)."""


def slip_claims(aligned: Aligned) -> Iterator[Claim]:
    """A claim for each spelling that is no one's, but becomes an accepted one when two letters change places."""
    for name in aligned.names:
        if name.lang in _WITHOUT_SCHEMES:
            continue
        for rendering in name.renderings:
            if len(rendering.folded) < _FEWEST_LETTERS or rendering.accepted or _is_known(rendering):
                continue
            right = _swapped_back(rendering, aligned)
            if right is not None and right not in {each.folded for each in name.renderings}:
                yield _claim(rendering, right)


_WITHOUT_SCHEMES = frozenset({"de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "ro", "sv", "da", "no", "nb", "fi"})
"""Latin-script languages: their names are carried over letter by letter, which is another rule."""


def _claim(rendering: Rendering, right: str) -> Claim:
    written = right[0].upper() + right[1:]
    return Claim(
        message="slip",
        places=[each.target for each in rendering.alignments],
        preferred=written,
        source=rendering.alignments[0].source.written,
        forms=(written, rendering.written),
        confidence=0.92,
    )


def _is_known(rendering: Rendering) -> bool:
    lexicon = rendering.alignments[0].target.text.lexicon
    return lexicon.is_word(rendering.folded) or gazetteer().knows(rendering.folded)


def _swapped_back(rendering: Rendering, aligned: Aligned) -> str | None:
    """The accepted spelling that two letters in each other's place turned into this one; None where there is none."""
    alignment = rendering.alignments[0]
    form, lang = alignment.source.form, alignment.unit.lang
    found = [swapped for swapped in _swaps(rendering.folded) if aligned.aligner.similarity(form, lang, swapped) == 1.0]
    known = [swapped for swapped in found if gazetteer().knows(swapped)]
    return next(iter(known or found), None)


def _known_neighbour(rendering: Rendering, aligned: Aligned) -> str | None:
    """A known name that is the usual spelling of the source form, one slip away; None where languages differ so."""
    alignment = rendering.alignments[0]
    folded = rendering.folded
    for each in aligned.aligner.spellings(alignment.source.form, alignment.unit.lang):
        right = each.usual
        if right == folded or not gazetteer().knows(right) or each.distance(folded) < _ONE_EDIT:
            continue
        if slip(folded, right) and likeness(folded, right) < _ADAPTED and not is_derivation(folded, right):
            return right
    return None


def _swaps(folded: str) -> Iterator[str]:
    """The word with two neighbours, or two consonants of near syllables, in each other's place."""
    for first in range(1, len(folded)):
        for second in range(first + 1, min(first + 1 + _FARTHEST, len(folded))):
            one, two = folded[first], folded[second]
            vowels = (one in _VOWELS) + (two in _VOWELS)
            # "ya" and "ay" are spellings of two languages, not a slip
            if one == two or vowels == 2 or (second > first + 1 and vowels):
                continue
            yield folded[:first] + two + folded[first + 1 : second] + one + folded[second + 1 :]
