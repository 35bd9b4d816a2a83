"""Which spelling of a name is the one to keep, and what says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.text.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from qa.text.lexicon import Lexicon
    from qa.text.names.statistics import SpellingStatistics

_OFTEN = 2
"""A spelling that stands this many times as often as another is the usual one of the article."""


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


def preferred(family: Sequence[SpellingStatistics], lexicon: Lexicon, supports: Sequence[Support] = ()) -> Preference:
    """The spelling of a family to keep, by order of evidence.

    What the caller brings along (`supports`, strongest first) decides; then the gazetteer's English name of a place;
    then, where they agree or only one speaks, what is attested and what the article has most. Where the attested
    spelling is the rarer one of the article, nothing is preferred.
    """
    reasons = [reason for reason in (support(family) for support in supports) if reason is not None]
    if reasons:
        return Preference(reasons[0].spelling, tuple(reasons))
    return _from_the_article(family, lexicon)


def _from_the_article(family: Sequence[SpellingStatistics], lexicon: Lexicon) -> Preference:
    reasons = tuple(_reasons(family, lexicon))
    votes = [reason.spelling for reason in reasons]
    if not votes or len(set(votes)) > 1:
        return Preference(_stronger(family, reasons), reasons)
    return Preference(votes[0], reasons)


def _stronger(family: Sequence[SpellingStatistics], reasons: Sequence[Reason]) -> str | None:
    """The spelling that wins although the reasons differ: a much used English name over a few more mentions."""
    by_kind = {reason.kind: reason.spelling for reason in reasons}
    counts = {spelling.written: spelling.mentions for spelling in family}
    attested, usual = by_kind.get("lexicon"), by_kind.get("count")
    if attested is not None and usual is not None and counts[usual] <= counts[attested] + 1:
        return attested
    return None


def _reasons(family: Sequence[SpellingStatistics], lexicon: Lexicon) -> Iterator[Reason]:
    attested = _attested(family, lexicon)
    if attested is not None:
        yield attested
    ranked = sorted(family, key=lambda spelling: -spelling.mentions)
    if ranked[0].mentions >= _OFTEN * ranked[1].mentions or (
        ranked[0].mentions > ranked[1].mentions and attested is None
    ):
        yield Reason("count", f"this text mostly has “{ranked[0].written}”", ranked[0].written)


def _attested(family: Sequence[SpellingStatistics], lexicon: Lexicon) -> Reason | None:
    """The one spelling that word lists know, or that edited English uses far more."""
    often: Mapping[str, float] = {spelling.written: lexicon.frequency(spelling.written) for spelling in family}
    ranked = sorted(family, key=lambda spelling: -often[spelling.written])
    first, second = ranked[0].written, ranked[1].written
    if often[first] >= often[second] + 1.0:
        return Reason("lexicon", f"edited English writes “{first}”", first)
    known = [spelling for spelling in family if gazetteer().knows(spelling.key)]
    if len(known) == 1 and often[first] == 0:
        return Reason("lexicon", f"“{known[0].written}” is a known name, no other spelling here is", known[0].written)
    return None
