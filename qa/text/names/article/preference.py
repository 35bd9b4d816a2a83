"""Which spelling of a name is the one to keep, and what says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.text.lexicon import Lexicon
from qa.text.names.gazetteer import gazetteer
from qa.text.names.seen import seen

if TYPE_CHECKING:
    from qa.text.names.statistics import SpellingStatistics

_OFTEN = 2
"""A spelling that stands this many times as often as another is the usual one of the article."""
_MUCH_OFTENER = 5
_FEW_SEEN = 4


class Reason(NamedTuple):
    """Evidence for one spelling. kind: as in `qa.core.finding.Evidence`; text: in words."""

    kind: str
    text: str
    spelling: str


class Preference(NamedTuple):
    """spelling: the one to keep; None where the evidence conflicts or is missing. reasons: for it and against it."""

    spelling: str | None
    reasons: tuple[Reason, ...]


Support = Callable[[Sequence["SpellingStatistics"]], Reason | None]
"""Evidence from outside the article: the source text, a house list, an archive."""


def preferred(
    family: Sequence[SpellingStatistics], supports: Sequence[Support] = (), memories: Sequence[Support] = ()
) -> Preference:
    """The spelling of a family to keep, by order of evidence.

    What the caller brings along decides (`supports`, strongest first); then the newer one of a place's two accepted
    names; then what is remembered of earlier texts (`memories`); then what edited English or name lists have, and what
    the article has most, where they agree or only one of them speaks. Where the article clearly prefers another
    spelling than the lists, none is preferred.
    """
    reasons = [reason for reason in (support(family) for support in supports) if reason is not None]
    reasons += [reason for reason in (_newer_name(family), *(memory(family) for memory in memories)) if reason]
    if reasons:
        return Preference(reasons[0].spelling, tuple(reasons))
    attested, usual = _attested(family), _usual(family)
    found = tuple(reason for reason in (attested, usual) if reason is not None)
    if attested is None or usual is None or attested.spelling == usual.spelling:
        return Preference(found[0].spelling if found else None, found)
    counts = {spelling.written: spelling.mentions for spelling in family}
    close = counts[usual.spelling] <= counts[attested.spelling] + 1
    return Preference(attested.spelling if close else None, found)


def _newer_name(family: Sequence[SpellingStatistics]) -> Reason | None:
    known = gazetteer()
    for one in family:
        for two in family:
            names = known.renamed(one.key, two.key)
            if names and names[1].lower() == two.written.lower():
                return Reason("lexicon", f"{names[1]} is the newer name, {names[0]} the older one", two.written)
    return None


def _usual(family: Sequence[SpellingStatistics]) -> Reason | None:
    """What the article has most."""
    ranked = sorted(family, key=lambda spelling: -spelling.mentions)
    if ranked[0].mentions == ranked[1].mentions:
        return None
    return Reason("count", f"this text mostly has “{ranked[0].written}”", ranked[0].written)


def _attested(family: Sequence[SpellingStatistics]) -> Reason | None:
    """The one spelling that edited English uses far more than the others, or that alone is in the name lists."""
    ranked = sorted(family, key=lambda spelling: -seen(spelling.written))
    first, second = ranked[0].written, ranked[1].written
    if Lexicon("en").is_dictionary_word(first):
        return None  # counted as the word it also is
    if seen(first) >= max(_FEW_SEEN, _MUCH_OFTENER * seen(second)):
        return Reason("lexicon", f"edited English prose writes “{first}”", first)
    known = [spelling.written for spelling in family if gazetteer().knows(spelling.key)]
    if len(known) == 1 and not seen(second):
        return Reason("lexicon", f"name lists have “{known[0]}” and no other spelling here", known[0])
    return None
