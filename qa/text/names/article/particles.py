"""Small words in front of a name in two forms: "van der Lenk" beside "von der Lenk"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from qa.core.span import Span
from qa.text.names.article.links import Link, Outcome
from qa.text.names.uses import Spelling

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.use import Use

_SURE = 0.93
_OF_PEOPLE = frozenset(
    "van von vom zu zur de del della di da do dos du der den dem ten ter bin ibn ben al el af av".split()
)


def particle_links(
    spellings: Mapping[str, Spelling], texts: Sequence[Analysis]
) -> Iterator[tuple[Link, Spelling, Spelling]]:
    """Links between a name with two different particles, and both as spellings of their own, particle included.

    A name without its particle is no slip. Where both have given names of their own they are two people.
    """
    for written in sorted(_behind_particles(texts)):
        spelling = spellings.get(written)
        if spelling is None or spelling.count < 2:
            continue
        groups: defaultdict[str, list[Use]] = defaultdict(list)
        for use in spelling.uses:
            if use.particle and set(use.particle.split()) <= _OF_PEOPLE:
                groups[use.particle].append(use)
        for one, two in combinations(groups, 2):
            if _may_be_one(one, two) and not _have_own_names(groups[one], groups[two]):
                odd, main = sorted((one, two), key=lambda particle: (len(groups[particle]), -groups[particle][0].word))
                first = _with_particle(odd, spelling, groups[odd], texts)
                second = _with_particle(main, spelling, groups[main], texts)
                reason = f"“{odd}” and “{main}” before one name"
                yield Link(first.written, second.written, _SURE, Outcome.ERROR, (reason,)), first, second


def _behind_particles(texts: Sequence[Analysis]) -> set[str]:
    """The words that stand directly behind a particle."""
    return {
        text.words.texts[at + 1]
        for text in texts
        for particle in _OF_PEOPLE & text.words.vocabulary
        for at in text.words.places(particle)
        if at + 1 < len(text.words)
    }


def _may_be_one(one: str, two: str) -> bool:
    first, second = one.split(), two.split()
    if len(first) != len(second):
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(differing) == 1 and OSA.distance(*differing[0]) == 1


def _have_own_names(one: Sequence[Use], two: Sequence[Use]) -> bool:
    first, second = ({use.before for use in uses} - {""} for uses in (one, two))
    return bool(first and second and first.isdisjoint(second))


def _with_particle(particle: str, spelling: Spelling, uses: Sequence[Use], texts: Sequence[Analysis]) -> Spelling:
    written = f"{particle} {spelling.written}"
    number = len(particle.split())
    return Spelling(
        written,
        [use._replace(span=Span(texts[use.text].words.starts[use.word - number], use.span.end)) for use in uses],
    )
