"""One name of the source with several spellings in the translation (F. Huang, A. Emami and I. Zitouni, EMNLP 2008)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.core.category import Severity
from qa.text.names.exclusions import never_same
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.relation import relate
from qa.text.names.source.differences import is_derivation
from qa.text.names.source.places import english_name

if TYPE_CHECKING:
    from qa.text.lexicon import Lexicon
    from qa.text.names.source.renderings import Aligned, Rendering, SourceName

_LEAST_SIMILARITY = 0.7
_LEAST_KNOWN = 0.8
_COMMON = 3.5
_LEAST_SCORE = 0.6
_LARGE = 100_000
"""Inhabitants from which on a place is known under several names rather than misspelt."""


def rendering_claims(aligned: Aligned) -> Iterator[Claim]:
    """A claim for each spelling beside the preferred one of its source name."""
    for name in aligned.names:
        if len(name.renderings) > 1:
            yield from _claims(name)


def _claims(name: SourceName) -> Iterator[Claim]:
    lexicon = name.renderings[0].alignments[0].target.text.lexicon
    ranked = sorted(name.renderings, key=lambda each: _rank(each, lexicon), reverse=True)
    best = ranked[0]
    for odd in ranked[1:]:
        if not _comparable(odd, best, lexicon):
            continue
        style = odd.accepted and best.accepted
        tied = len(odd.alignments) == len(best.alignments)
        conflict = (tied and (style or not best.accepted)) or _speaks_against(odd, best, lexicon)
        yield Claim(
            message="renderings",
            places=[each.target for each in odd.alignments],
            preferred=None if conflict else best.written,
            source=odd.alignments[0].source.written,
            forms=(best.written, odd.written),
            others=[each.target for each in best.alignments],
            why=(_counts(name),),
            confidence=0.93 if style else 0.95,
            severity=Severity.MINOR if style else Severity.MAJOR,
        )


def _rank(rendering: Rendering, lexicon: Lexicon) -> tuple[int, bool, bool, int]:
    """What makes a spelling the preferred one: frequency, a scheme that gives it, that it is known, its place."""
    first = rendering.alignments[0].target
    position = -(first.text.ordinal * 1_000_000 + first.span.start)
    return len(rendering.alignments), rendering.accepted, _is_known(rendering.folded, lexicon), position


def _speaks_against(odd: Rendering, best: Rendering, lexicon: Lexicon) -> bool:
    """Whether the rarer spelling is accepted or known and the frequent one is not: then no fix is offered."""
    if odd.accepted != best.accepted:
        return odd.accepted
    return _is_known(odd.folded, lexicon) and not _is_known(best.folded, lexicon)


def _is_known(folded: str, lexicon: Lexicon) -> bool:
    return lexicon.is_word(folded) or gazetteer().knows(folded)


def _comparable(odd: Rendering, best: Rendering, lexicon: Lexicon) -> bool:
    """Whether two spellings of a source name are a slip or a mixture, and not two words of English."""
    names = gazetteer()
    one, other = odd.folded, best.folded
    if is_exonym(odd) or is_exonym(best):
        return False
    if is_derivation(one, other) or never_same(one, other) or min(odd.similarity, best.similarity) < _LEAST_SIMILARITY:
        return False
    if names.is_demonym(one) or names.is_demonym(other):
        return False
    if not _same_form(odd, best) and _differ_at_the_end(one, other):
        return False
    known = [_is_known(folded, lexicon) for folded in (one, other)]
    if not all(known):
        return not any(names.is_country(folded) for folded in (one, other)) or not _is_known(one, lexicon)
    return _known_twice(odd, best, lexicon)


def _known_twice(odd: Rendering, best: Rendering, lexicon: Lexicon) -> bool:
    """The same for two spellings that are both established: one bearer with two spellings, or two bearers?"""
    names = gazetteer()
    one, other = odd.folded, best.folded
    if any(names.is_country(folded) for folded in (one, other)) or names.renamed(one, other):
        return False
    if _is_one_large_place(one, other):
        return False
    if not (names.is_person(one) and names.is_person(other)) and max(map(lexicon.frequency, (one, other))) > _COMMON:
        return False
    if min(odd.similarity, best.similarity) < _LEAST_KNOWN:
        return False
    if not odd.accepted_for & best.accepted_for and not _overlap(_beside(odd), _beside(best)):
        return bool(odd.source_forms & best.source_forms) and relate(one, other).score >= _LEAST_SCORE
    return not _different_bearers(odd, best)


def _is_one_large_place(one: str, other: str) -> bool:
    """Whether a well-known place has both names ("Torino" and "Turin")."""
    shared = set(gazetteer().places(one)) & set(gazetteer().places(other))
    return any(place.population >= _LARGE for place in shared)


def _different_bearers(odd: Rendering, best: Rendering) -> bool:
    """Whether the source gives the two spellings different neighbours, so that they may be two people."""
    one, other = _beside(odd), _beside(best)
    return bool(one) and bool(other) and not _overlap(one, other)


def _beside(rendering: Rendering) -> set[str]:
    """The capitalised words that stand beside it in the source."""
    return {word for each in rendering.alignments for word in each.source.beside}


def _overlap(one: set[str], other: set[str]) -> bool:
    """Whether two sets of source words share one, whatever its ending."""
    return any(a[:4] == b[:4] for a in one for b in other)


def is_exonym(rendering: Rendering) -> bool:
    """Whether a spelling is the English name of a place that the source calls otherwise."""
    return any(
        (english := english_name(each.source.form, each.unit.lang)) is not None and fold(english) == rendering.folded
        for each in rendering.alignments
    )


def _same_form(odd: Rendering, best: Rendering) -> bool:
    """Whether a scheme gives both spellings for one nominative, or both render the same source form."""
    return bool(odd.source_forms & best.source_forms) or bool(odd.accepted_for & best.accepted_for)


def _differ_at_the_end(one: str, other: str) -> bool:
    """Whether two words differ in their last vowels only, as inflected forms do."""
    return one.rstrip("aeiouy") == other.rstrip("aeiouy")


def _counts(name: SourceName) -> str:
    """How often each spelling occurs: "Belousov 4, Belusov 1"."""
    return ", ".join(f"{each.written} {len(each.alignments)}" for each in name.renderings)
