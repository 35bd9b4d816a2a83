"""Two accepted names of one place in one archive: "Kiev" in some articles, "Kyiv" in others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from qa.text.names.archive.evidence import Weighed
from qa.text.names.archive.state import AFTER, BEFORE, Tally
from qa.text.names.gazetteer import gazetteer

_LEAST_PEOPLE = 100_000
_ALIKE = 0.5
_PROBABILITY, _NOT_ALIKE = 0.85, 0.6
"""Old articles, and articles about old times, lawfully have the old name, above all one that sounds otherwise, which
may be the name of another place as well ("Salisbury")."""


def renamed_pairs(
    by_key: Mapping[str, Sequence[str]], tallies: Mapping[str, Tally]
) -> Iterator[tuple[str, str, Weighed]]:
    """Pairs of spellings that name one large place, each once, in alphabetical order, with the link between them.

    by_key: spellings by their bare letters. Spellings that mostly stand in longer names ("Dynamo Kiev") are left out.
    """
    known = gazetteer()
    by_place: defaultdict[int, set[str]] = defaultdict(set)
    for key in by_key:
        for place in known.english_places(key):
            if place.population >= _LEAST_PEOPLE or place.kind in ("country", "capital"):
                by_place[place.id].add(key)
    for first, second in sorted({pair for keys in by_place.values() for pair in combinations(sorted(keys), 2)}):
        names = known.renamed(first, second)
        if names:
            alike = OSA.normalized_similarity(first, second) >= _ALIKE
            probability = _PROBABILITY if alike else _NOT_ALIKE
            reason = f"{names[0]} and {names[1]} are names of one place, {names[1]} the newer one"
            for one in by_key[first]:
                for two in by_key[second]:
                    if _stands_free(tallies[one]) and _stands_free(tallies[two]):
                        yield min(one, two), max(one, two), Weighed(probability, "style", (reason,))


def _stands_free(tally: Tally) -> bool:
    """Whether at least half of the mentions have no other name word beside them."""
    beside = sum(mentions for marked, mentions in tally.neighbours.items() if marked[0] in (BEFORE, AFTER))
    return 2 * beside <= tally.mentions
