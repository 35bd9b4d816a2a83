"""Which spellings of a document are worth comparing: those whose letters are near one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from qa.text.names.uses import Spelling

_FEWEST_LETTERS = 4
_LEAST_SIMILARITY = 0.58
"""Share of letters that two spellings have in common (1 - OSA distance / length of the longer one): "Gerasimov" and
"Guerassimov" have 0.73, "Zelensky" and "Selenskyj" 0.67."""


def candidate_pairs(spellings: Mapping[str, Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs of different spellings that may be one name, each once, in the order in which they first stand."""
    listed = [spelling for spelling in spellings.values() if len(spelling.key) >= _FEWEST_LETTERS]
    keys = [spelling.key for spelling in listed]
    for at, one in enumerate(listed[:-1]):
        near = process.extract(
            one.key,
            keys[at + 1 :],
            scorer=OSA.normalized_similarity,
            score_cutoff=_LEAST_SIMILARITY,
            limit=None,
        )
        for _, _, ordinal in sorted(near, key=lambda found: found[2]):
            two = listed[at + 1 + ordinal]
            if one.key != two.key:
                yield one, two
