"""The names of one document that are spelt in more than one way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.text.names.candidates import candidate_pairs
from qa.text.names.judge import Judgement, Outcome, judge
from qa.text.names.statistics import SpellingStatistics, pair_statistics, statistics_of_spelling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.text.analysis import Analysis
    from qa.text.names.uses import Spelling

LEAST = 0.3
"""Confidence below which a pair is not worth a look even in a review list."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two spellings that were judged to be one name. odd: the less established one."""

    odd: str
    main: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Family:
    """One name with all its spellings, and the links that hold them together, the surest first."""

    spellings: tuple[SpellingStatistics, ...]
    links: tuple[Link, ...]

    @property
    def outcome(self) -> Outcome:
        """STYLE only where no link is an error."""
        outcomes = {link.judgement.outcome for link in self.links}
        return Outcome.STYLE if outcomes == {Outcome.STYLE} else Outcome.ERROR

    def confidence(self, written: str) -> float:
        """How sure it is that a spelling belongs to the family."""
        return max(link.judgement.confidence for link in self.links if written in (link.odd, link.main))

    def outcome_of(self, written: str, preferred: str | None) -> Outcome:
        """How bad a spelling is beside the preferred one, or beside the others."""
        direct = [
            link.judgement.outcome
            for link in self.links
            if written in (link.odd, link.main) and preferred in (link.odd, link.main, None)
        ]
        return Outcome.STYLE if direct and set(direct) == {Outcome.STYLE} else self.outcome


def find_families(spellings: Mapping[str, Spelling], texts: Sequence[Analysis]) -> list[Family]:
    """The families of a document, each with at least two spellings."""
    if not texts:
        return []
    lexicon = texts[0].lexicon
    statistics: dict[str, SpellingStatistics] = {}
    links: list[Link] = []
    for one, two in candidate_pairs(spellings):
        for spelling in (one, two):
            if spelling.written not in statistics:
                statistics[spelling.written] = statistics_of_spelling(spelling)
        judgement = judge(
            statistics[one.written],
            statistics[two.written],
            pair_statistics(one, two, texts),
            lexicon,
            len(spellings),
        )
        if judgement.confidence >= LEAST:
            comparison = judgement.comparison
            links.append(Link(comparison.odd.written, comparison.main.written, judgement))
    return [_family(group, statistics) for group in _grouped(links)]


def _grouped(links: Iterable[Link]) -> list[list[Link]]:
    """Links joined into families around their surest link.

    A spelling joins the family of the spelling that it is surest to belong to; so a chain of small steps cannot join
    two names whose own link was refused, unless both hold to the same spelling.
    """
    groups: list[list[Link]] = []
    member: dict[str, list[Link]] = {}
    for link in sorted(links, key=lambda link: -link.judgement.confidence):
        ones, others = member.get(link.odd), member.get(link.main)
        if ones is None and others is None:
            group = [link]
            groups.append(group)
            member[link.odd] = member[link.main] = group
        elif ones is others and ones is not None:
            ones.append(link)
        elif ones is None or others is None:
            group = ones if ones is not None else others or []
            group.append(link)
            member[link.odd] = member[link.main] = group
    return groups


def _family(links: Sequence[Link], statistics: Mapping[str, SpellingStatistics]) -> Family:
    written = dict.fromkeys(name for link in links for name in (link.main, link.odd))
    return Family(tuple(statistics[name] for name in written), tuple(links))
