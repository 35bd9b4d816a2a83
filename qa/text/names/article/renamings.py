"""Two accepted names of one place in one text: "Kiev" beside "Kyiv"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from qa.text.names.article.links import Link, Outcome
from qa.text.names.gazetteer import gazetteer
from qa.text.names.statistics import pair_statistics
from qa.text.names.uses import Spelling

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.use import Use

_ALIKE = 0.5
_SURE = 0.93
_UNSURE = 0.82
"""Names that do not sound alike may stand for two times: "Leningrad" before 1991."""
_LEAST_PEOPLE = 100_000
_DISHES = frozenset({"chicken"})
_AFTER = frozenset("duck opera man mix cat cats gray delight".split())


def renaming_links(spellings: Mapping[str, Spelling], texts: Sequence[Analysis]) -> Iterator[Link]:
    """Links between the names of one place; only names that stand by themselves count.

    "Dynamo Kiev", "Peking University", "chicken Kiev" and names in quotation marks keep their form.
    """
    known = gazetteer()
    by_place: defaultdict[int, list[Spelling]] = defaultdict(list)
    for spelling in spellings.values():
        for place in known.english_places(spelling.key):
            if place.population >= _LEAST_PEOPLE or place.kind in ("country", "capital"):
                by_place[place.id].append(spelling)
    seen: set[frozenset[str]] = set()
    for group in by_place.values():
        for one, two in combinations(group, 2):
            pair = frozenset((one.written, two.written))
            if one.key == two.key or pair in seen:
                continue
            seen.add(pair)
            names = known.renamed(one.key, two.key)
            free = all(any(_stands_free(use, texts) for use in each.uses) for each in (one, two))
            if names and free and not pair_statistics(one, two, texts).glossed:
                yield _link(one, two, names)


def free_uses(spelling: Spelling, texts: Sequence[Analysis]) -> Spelling:
    """A spelling with only those of its uses that stand by themselves."""
    return Spelling(spelling.written, [use for use in spelling.uses if _stands_free(use, texts)])


def _link(one: Spelling, two: Spelling, names: tuple[str, str]) -> Link:
    odd, main = sorted((one, two), key=lambda spelling: spelling.count)
    alike = OSA.normalized_similarity(one.key, two.key) >= _ALIKE
    reason = f"{names[0]} and {names[1]} are names of one place, {names[1]} the newer one"
    return Link(odd.written, main.written, _SURE if alike else _UNSURE, Outcome.STYLE, (reason,))


def _stands_free(use: Use, texts: Sequence[Analysis]) -> bool:
    """Whether a name is no part of a longer name, dish or title, nor spoken about."""
    if use.before or use.after or use.left in _DISHES or use.right in _AFTER:
        return False
    text = texts[use.text].text
    return text[use.span.start - 1 : use.span.start] not in tuple("\"“'‘«(")
