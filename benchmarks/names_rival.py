"""The usual recipe for names of two spellings: capitalised words one edit apart. It stands beside the checker's row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.checker import Claim
from benchmarks.sets import Range, Text

NAME = "edit distance"
_CHECK = "edit-distance-name"
_FEWEST_LETTERS = 5
"""Of 3 to 6 letters, what is best for the rival on the planted slips by F1; 6 raise precision, and cost much recall."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


def claims(texts: Sequence[Text]) -> list[list[Claim]]:
    """A claim for the rarer one of two spellings, with its most frequent neighbour, for each text.

    It stands at the first mention, with all other mentions of both as related places: fewer false alarms than the
    checker, which has a finding at each mention, would be counted for.
    """
    return [_claims(text.text) for text in texts]


def _claims(text: str) -> list[Claim]:
    places = capitalised(text)
    found: list[Claim] = []
    for odd, others in _neighbours(places).items():
        kept = max(others, key=lambda other: (len(places[other]), -places[other][0][0]))
        first, *more = places[odd]
        found.append(
            Claim(
                _CHECK,
                *first,
                odd,
                severity="major",
                related=(*more, *places[kept]),
                forms=(kept, odd),
                suggestion=kept if len(places[kept]) > len(places[odd]) else None,
            )
        )
    return found


def capitalised(text: str) -> dict[str, list[Range]]:
    """Words of five letters and more that begin with a capital, without a possessive 's, and where each stands."""
    places: defaultdict[str, list[Range]] = defaultdict(list)
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match.group())
        if len(word) >= _FEWEST_LETTERS and word[0].isupper():
            places[word].append((match.start(), match.start() + len(word)))
    return dict(places)


def _neighbours(places: Mapping[str, Sequence[Range]]) -> dict[str, list[str]]:
    """Each spelling with those one edit or one swap of neighbours away that are more frequent, or stand earlier."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only this part needs it

    # The rarer first, of equally frequent ones the later.
    ranked = sorted(places, key=lambda word: (len(places[word]), -places[word][0][0]))
    found: dict[str, list[str]] = {}
    for at, odd in enumerate(ranked):
        near = [other for other in ranked[at + 1 :] if OSA.distance(odd, other, score_cutoff=1) <= 1]
        if near:
            found[odd] = near
    return found
