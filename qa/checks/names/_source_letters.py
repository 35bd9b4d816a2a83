"""Names of Latin-script languages, which English carries over letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.source.differences import is_derivation
from qa.text.names.source.places import english_name
from qa.text.names.source.romanise import Script, script_of
from qa.text.names.translit import likeness

if TYPE_CHECKING:
    from qa.text.names.source.align import Alignment
    from qa.text.names.source.renderings import Aligned, Rendering, SourceName

_WITHOUT_CASES = frozenset({"de", "fr", "es", "it", "pt", "nl", "ro", "ca", "gl", "sv", "da", "nb", "no"})
"""Languages whose names stand in the source as they stand in English; of others the source form may be inflected."""
_FEWEST_LETTERS = 5
_MOST_EDITS = 1.0
_ADAPTED = 1.2
"""Likeness above which two spellings differ as two languages do, not by a slip."""


def letter_claims(aligned: Aligned) -> Iterator[Claim]:
    """A claim for each unknown spelling one edit away from a source name that the translation lacks there."""
    for name in aligned.names:
        if script_of(name.forms[0]) is not Script.LATIN:
            continue
        right = {each.folded for each in name.renderings if each.accepted}
        for rendering in name.renderings:
            # beside an accepted spelling it is a second rendering, which is another rule
            if not rendering.accepted and not right and _is_miscopied(rendering, aligned):
                yield _claim(name, rendering)


def _claim(name: SourceName, rendering: Rendering) -> Claim:
    source = rendering.alignments[0].source.written
    inflects = name.lang not in _WITHOUT_CASES
    return Claim(
        message="letters",
        places=[each.target for each in rendering.alignments],
        preferred=None if inflects else source,
        source=source,
        forms=(source, rendering.written),
        confidence=0.92,
    )


def _is_miscopied(rendering: Rendering, aligned: Aligned) -> bool:
    """Whether a spelling is unknown, one edit from its source form and no form, derivation or exonym of it."""
    first = rendering.alignments[0]
    folded, source = rendering.folded, fold(first.source.form)
    lexicon = first.target.text.lexicon
    if min(len(folded), len(source)) < _FEWEST_LETTERS or lexicon.is_word(folded) or gazetteer().knows(folded):
        return False
    if lexicon.is_dictionary_word(source) or _is_inflection(first, aligned) or is_derivation(folded, source):
        return False
    if likeness(folded, source) > _ADAPTED:  # "Voivodina" and "Vojvodina": English writes it so
        return False
    return all(_edits(each, aligned) <= _MOST_EDITS for each in rendering.alignments)


def _is_inflection(alignment: Alignment, aligned: Aligned) -> bool:
    """Whether the spelling and the source form differ in their last letters only."""
    folded, source = alignment.target.folded, fold(alignment.source.form)
    return folded[:-1] == source[:-1] or folded.startswith(source) or source.startswith(folded)


def _edits(alignment: Alignment, aligned: Aligned) -> float:
    """Edits between the spelling and the nearest accepted one."""
    spellings = aligned.aligner.spellings(alignment.source.form, alignment.unit.lang)
    return min(each.distance(alignment.target.folded) for each in spellings)
