"""The names of one document that are spelt in more than one way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.text.names.article.accents import accent_links
from qa.text.names.article.candidates import candidate_pairs
from qa.text.names.article.features import is_inflected
from qa.text.names.article.judge import judge
from qa.text.names.article.links import Link, Outcome
from qa.text.names.article.particles import particle_links
from qa.text.names.article.phrases import phrase_links
from qa.text.names.article.reasons import reasons_of
from qa.text.names.article.renamings import free_uses, renaming_links
from qa.text.names.gazetteer import gazetteer
from qa.text.names.statistics import SpellingStatistics, pair_statistics, statistics_of_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.text.analysis import Analysis
    from qa.text.names.decisions import NameDecisions
    from qa.text.names.uses import Spelling

_DECIDED = 0.99
_REASON = ("somebody decided that both are one name",)
LEAST = 0.5
"""Confidence below which a pair is not worth a look even in a review list."""


@dataclass(frozen=True, slots=True)
class Family:
    """One name with all its spellings, and the links that hold them together, the surest first."""

    spellings: tuple[Spelling, ...]
    links: tuple[Link, ...]
    right: str | None = None
    """The right spelling, where what joins them says so already."""

    @property
    def statistics(self) -> list[SpellingStatistics]:
        """The numbers of each spelling, in the same order."""
        return [statistics_of_spelling(spelling) for spelling in self.spellings]

    @property
    def main(self) -> str:
        """The better established spelling of the surest link."""
        return self.links[0].main

    def link_of(self, written: str, other: str | None = None) -> Link:
        """The surest link of a spelling, if possible that with another one."""
        own = [link for link in self.links if written in (link.odd, link.main)]
        direct = [link for link in own if other in (link.odd, link.main)]
        return (direct or own)[0]

    def outcome_of(self, written: str, kept: str) -> Outcome:
        """How bad a spelling is beside the one to keep."""
        link = self.link_of(written, kept)
        if kept in (link.odd, link.main):
            return link.outcome
        return Outcome.STYLE if all(link.outcome is Outcome.STYLE for link in self.links) else Outcome.ERROR


def find_families(
    spellings: Mapping[str, Spelling], texts: Sequence[Analysis], decisions: NameDecisions | None = None
) -> list[Family]:
    """The families of a document, each with at least two spellings.

    decisions: what people decided about pairs of spellings; it is not judged again.
    """
    if not texts:
        return []
    phrases = [*particle_links(spellings, texts), *phrase_links(texts)]
    renamed = list(renaming_links(spellings, texts))
    done = {frozenset((link.odd, link.main)) for link in renamed} | {_differing_words(link) for link, _, _ in phrases}
    apart: set[frozenset[str]] = set()
    links = [*accent_links(spellings, texts), *_judged(spellings, texts, done, apart)]
    if decisions:
        links = [*_decided(spellings, decisions), *_undecided(links, decisions)]
        renamed = [*_undecided(renamed, decisions)]
        phrases = [phrase for phrase in phrases if decisions.verdict(phrase[0].odd, phrase[0].main) != "other"]
        apart |= {pair for pair, verdict in decisions.pairs.items() if verdict == "other"}
    return [
        *(Family((main, odd), (link,), link.main) for link, odd, main in phrases),
        *(
            Family(tuple(free_uses(spellings[name], texts) for name in _names(group)), tuple(group))
            for group in _grouped(renamed)
        ),
        *(Family(tuple(spellings[name] for name in _names(group)), tuple(group)) for group in _grouped(links, apart)),
    ]


def _decided(spellings: Mapping[str, Spelling], decisions: NameDecisions) -> Iterator[Link]:
    """Links between spellings that people called one name, however different they look."""
    for pair, verdict in sorted(decisions.pairs.items(), key=lambda item: sorted(item[0])):
        here = sorted((spellings[name] for name in sorted(pair) if name in spellings), key=lambda one: one.count)
        if verdict != "other" and len(here) > 1:
            outcome = Outcome.STYLE if verdict == "style" else Outcome.ERROR
            yield Link(here[0].written, here[-1].written, _DECIDED, outcome, _REASON)


def _undecided(links: Iterable[Link], decisions: NameDecisions) -> Iterator[Link]:
    return (link for link in links if decisions.verdict(link.odd, link.main) is None)


def _differing_words(link: Link) -> frozenset[str]:
    """The words that two phrases do not share: they are no slip of each other outside the phrase."""
    return frozenset(set(link.odd.split()) ^ set(link.main.split()))


def _judged(
    spellings: Mapping[str, Spelling],
    texts: Sequence[Analysis],
    done: set[frozenset[str]],
    apart: set[frozenset[str]],
) -> Iterator[Link]:
    """Links between spellings whose letters are near one another, but for those `done`.

    Pairs of a name and a word made from it are added to `apart`: they are in no family together.
    """
    lexicon = texts[0].lexicon
    statistics: dict[str, SpellingStatistics] = {}
    keys = {spelling.key for spelling in spellings.values()}
    singular = {name: one for name, one in spellings.items() if not (one.key.endswith("s") and one.key[:-1] in keys)}
    for one, two in candidate_pairs(singular):
        if frozenset((one.written, two.written)) in done or _is_part_with_ending(one, two):
            continue
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
        if judgement.comparison.values["excluded"] or _are_place_and_people(one.key, two.key):
            apart.add(frozenset((one.written, two.written)))
            continue
        if judgement.confidence >= LEAST:
            odd, main = judgement.comparison.odd, judgement.comparison.main
            reasons = reasons_of(judgement.comparison)
            yield Link(odd.written, main.written, judgement.confidence, judgement.outcome, reasons)


def _is_part_with_ending(one: Spelling, two: Spelling) -> bool:
    """Whether one stands only inside words with hyphens and the other differs from it by an ending ("Lenko-Tveit")."""
    parts = [all(use.part for use in spelling.uses) for spelling in (one, two)]
    return parts[0] != parts[1] and is_inflected(one.key, two.key)


def _are_place_and_people(one: str, two: str) -> bool:
    """Whether one folded name is a word for the people of a place and the other is not."""
    known = gazetteer()
    return known.is_demonym(one) != known.is_demonym(two)


def _names(links: Iterable[Link]) -> list[str]:
    """The spellings of some links, each once."""
    return list(dict.fromkeys(name for link in links for name in (link.main, link.odd)))


def _grouped(links: Iterable[Link], apart: set[frozenset[str]] | None = None) -> list[list[Link]]:
    """Links joined into families around their surest link.

    A spelling joins the family of the spelling that it is surest to belong to, unless it is `apart` from another one
    there; two families are never made one, so that a chain of small steps cannot join two names.
    """
    groups: list[list[Link]] = []
    member: dict[str, list[Link]] = {}
    for link in sorted(links, key=lambda link: -link.confidence):
        if apart and frozenset((link.odd, link.main)) in apart:
            continue
        ones, others = member.get(link.odd), member.get(link.main)
        if ones is None and others is None:
            group = [link]
            groups.append(group)
            member[link.odd] = member[link.main] = group
        elif ones is others and ones is not None:
            ones.append(link)
        elif ones is None or others is None:
            group = ones if ones is not None else others or []
            new = link.main if ones is not None else link.odd
            if apart and any(frozenset((new, name)) in apart for name in _names(group)):
                continue
            group.append(link)
            member[link.odd] = member[link.main] = group
    return groups
