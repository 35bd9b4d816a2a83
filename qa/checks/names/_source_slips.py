"""A spelling that only a slip of the hand makes of what the schemes of the source language give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.text.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from qa.text.names.source.renderings import Aligned, Rendering, SourceName

_FEWEST_LETTERS = 6
_VOWELS = frozenset("aeiouy")
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
                yield _claim(name, rendering, right)


_WITHOUT_SCHEMES = frozenset({"de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "ro", "sv", "da", "no", "nb", "fi"})
"""Latin-script languages: their names are carried over letter by letter, which is another rule."""


def _claim(name: SourceName, rendering: Rendering, right: str) -> Claim:
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
    found = [
        swapped
        for swapped in _swaps(rendering.folded)
        if aligned.aligner.similarity(form, lang, swapped) == 1.0
    ]
    known = [swapped for swapped in found if gazetteer().knows(swapped)]
    return next(iter(known or found), None)


def _swaps(folded: str) -> Iterator[str]:
    """The word with two neighbours, or two consonants of near syllables, in each other's place."""
    for first in range(1, len(folded)):
        for second in range(first + 1, min(first + 1 + _FARTHEST, len(folded))):
            one, two = folded[first], folded[second]
            if one == two or (second > first + 1 and (one in _VOWELS or two in _VOWELS)):
                continue
            yield folded[:first] + two + folded[first + 1 : second] + one + folded[second + 1 :]
