"""The families of an archive: spellings that are one name, each judged against the preferred one.

Spellings are gathered around the preferred form like a star, not along a chain: “Marlow” and “Marlowe” may be one
name, “Marlowe” and “Harlowe” a slip, yet “Marlow” and “Harlowe” are not joined by that. A spelling that only another
member of the family vouches for must be likely enough beside the preferred form itself. Two spellings that must not be
one name never stand in one family, whatever joins them to a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from qa.text.names.archive.blocking import near_pairs
from qa.text.names.archive.evidence import ArchiveEvidence, Weighed
from qa.text.names.archive.knowledge import ArchiveKnowledge, GazetteerKnowledge
from qa.text.names.archive.opinion import archive_opinion, is_ordinary
from qa.text.names.archive.preference import ArchivePreference
from qa.text.names.archive.renamings import renamed_pairs
from qa.text.names.archive.state import NameArchive
from qa.text.names.decisions import NameDecisions
from qa.text.names.fold import name_key
from qa.text.names.house_list import HouseList
from qa.text.names.relation import relate
from qa.text.names.statistics import SpellingStatistics

FamilyVerdict: TypeAlias = Literal["error", "style", "unsure"]
VERDICTS: tuple[FamilyVerdict, ...] = ("error", "style", "unsure")
SURE = 0.7
"""Probability below which a family is unsure."""
ALIKE = 0.3
"""Likeness to the preferred form that a spelling needs when another member vouches for it (`Relation.score`)."""
_MOST_EVIDENCE = 6
_BIG = 50
"""Neighbours from which the statistics of a spelling are kept for the next pair."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a family.

    confidence: probability that it is the same name as the preferred one; 1 for that itself. examples: labels of
    documents that have it. first, last: ISO days, "" where unknown. feeds: documents by feed.
    """

    written: str
    mentions: int
    documents: int
    confidence: float = 1.0
    examples: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    feeds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArchiveFamily:
    """Spellings of one name. forms: the preferred one first, if any document has it, then by number of documents.

    verdict: `error` (one spelling is wrong), `style` (both are lawful), `unsure` (too little speaks for one name).
    decided: an editor has decided it. habit: a spelling is that of one feed.
    """

    preferred: str
    verdict: FamilyVerdict
    confidence: float
    forms: tuple[Form, ...]
    evidence: tuple[str, ...]
    decided: bool = False
    habit: bool = False


Edges: TypeAlias = dict[str, dict[str, Weighed]]


@dataclass(slots=True)
class _Joins:
    """What joins spellings and what forbids to join them."""

    edges: Edges = field(default_factory=lambda: defaultdict(dict))
    vetoes: set[tuple[str, str]] = field(default_factory=set)

    def join(self, one: str, two: str, weighed: Weighed) -> None:
        self.edges[one][two] = self.edges[two][one] = weighed

    def veto(self, one: str, two: str) -> None:
        self.vetoes.add((min(one, two), max(one, two)))

    def is_vetoed(self, one: str, two: str) -> bool:
        return (min(one, two), max(one, two)) in self.vetoes


def archive_families(
    archive: NameArchive,
    *,
    least: float = SURE,
    decisions: NameDecisions | None = None,
    house: HouseList | None = None,
    knowledge: ArchiveKnowledge | None = None,
) -> list[ArchiveFamily]:
    """All families of an archive, errors first, the surest first.

    least: probability from which two spellings are joined. Decisions join and part spellings whatever is judged.
    """
    decisions = decisions or NameDecisions()
    knowledge = knowledge or GazetteerKnowledge()
    preference = ArchivePreference(archive.tallies, knowledge, decisions, house)
    joins = _joins(archive, decisions, knowledge, least)
    found = [
        _family(star, archive, joins, preference, decisions)
        for component in _components(joins.edges)
        for star in _stars(component, joins, preference)
    ]
    found.sort(key=lambda family: (VERDICTS.index(family.verdict), -round(family.confidence, 2), family.preferred))
    return found


def _joins(archive: NameArchive, decisions: NameDecisions, knowledge: ArchiveKnowledge, least: float) -> _Joins:
    joins = _Joins()
    _join_decided(joins, archive, decisions)
    by_key = spellings_by_key(archive.tallies)
    evidence = ArchiveEvidence(archive, knowledge)
    statistics = _Statistics(archive)
    for one, two in _candidates(by_key):
        if decisions.verdict(one, two) is not None:
            continue
        first, second = statistics.of(one), statistics.of(two)
        opinion = archive_opinion(first, second, archive.together(one, two))
        if opinion is None:
            continue
        weighed = evidence.weigh(opinion, first, second)
        if weighed is None:
            joins.veto(one, two)
        elif weighed.probability >= least:
            joins.join(one, two, weighed)
    for one, two, weighed in renamed_pairs(by_key, archive.tallies):
        if decisions.verdict(one, two) is None and weighed.probability >= least:
            joins.join(one, two, weighed)
    return joins


def _join_decided(joins: _Joins, archive: NameArchive, decisions: NameDecisions) -> None:
    """Join and part what people decided about, as far as the archive has it."""
    for forms, verdict in decisions.pairs.items():
        one, two = sorted(forms)
        if verdict == "other":
            joins.veto(one, two)
        elif one in archive.tallies and two in archive.tallies:
            outcome = "style" if verdict == "style" else "error"
            joins.join(one, two, Weighed(1.0, outcome, ("an editor decided that they are one name",)))


def spellings_by_key(written: Iterable[str]) -> dict[str, list[str]]:
    """Spellings by their bare letters, in alphabetical order."""
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(written):
        by_key[name_key(form)].append(form)
    return by_key


def _candidates(by_key: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of spellings that differ in accents and the like only, and all whose keys are near."""
    for forms in by_key.values():
        for place, one in enumerate(forms):
            for two in forms[place + 1 :]:
                yield one, two
    keys = list(by_key)
    for first, second in near_pairs(keys):
        for one in by_key[keys[first]]:
            for two in by_key[keys[second]]:
                yield min(one, two), max(one, two)


class _Statistics:
    """Statistics of spellings, made once for those that cost most."""

    def __init__(self, archive: NameArchive) -> None:
        self._tallies = archive.tallies
        self._made: dict[str, SpellingStatistics] = {}

    def of(self, written: str) -> SpellingStatistics:
        made = self._made.get(written)
        if made is None:
            tally = self._tallies[written]
            made = tally.statistics(written)
            for company in (made.before, made.after):
                for word in [word for word in company if len(word) == 1 or is_ordinary(word)]:
                    del company[word]  # “Neither Lenk nor Tveit”: a capital at the start of a sentence, no given name
            if len(tally.neighbours) >= _BIG:
                self._made[written] = made
        return made


def _components(edges: Edges) -> Iterator[list[str]]:
    """Spellings that hang together in whatever way, in alphabetical order."""
    seen: set[str] = set()
    for start in sorted(edges):
        if start in seen:
            continue
        reached, waiting = {start}, [start]
        while waiting:
            fresh = edges[waiting.pop()].keys() - reached
            reached |= fresh
            waiting += fresh
        seen |= reached
        yield sorted(reached)


def _stars(component: Sequence[str], joins: _Joins, preference: ArchivePreference) -> Iterator[list[str]]:
    """The families in a component: again and again the preferred form and what belongs to it."""
    remaining = preference.ranked(component)
    while len(remaining) > 1:
        star = _star(remaining, joins)
        if len(star) > 1:
            yield star
        remaining = [form for form in remaining if form not in star]


def _star(remaining: Sequence[str], joins: _Joins) -> list[str]:
    """The first of the forms, those joined to it, the surest first, and those that one of these vouches for."""
    center, *others = remaining
    direct = joins.edges[center]
    star = [center]
    others.sort(key=lambda form: -direct[form].probability if form in direct else 0.0)
    for form in others:
        if any(joins.is_vetoed(form, other) for other in star):
            continue
        if form in direct or _is_vouched_for(form, star, joins):
            star.append(form)
    return star


def _is_vouched_for(form: str, star: Sequence[str], joins: _Joins) -> bool:
    """Whether a form is joined to a member of a star and alike enough to its center, or joined by an editor."""
    links = [joins.edges[form][other] for other in star if other in joins.edges[form]]
    if not links:
        return False
    return max(link.probability for link in links) == 1.0 or relate(form, star[0]).score >= ALIKE


def _family(
    star: Sequence[str], archive: NameArchive, joins: _Joins, preference: ArchivePreference, decisions: NameDecisions
) -> ArchiveFamily:
    center, *others = star
    # What another member vouches for has the outcome and the reasons of that link.
    weighed = {
        form: max(
            (joins.edges[form][other] for other in star if other in joins.edges[form]),
            key=lambda link: link.probability,
        )
        for form in others
    }
    others.sort(key=lambda form: (-archive.tallies[form].documents, -archive.tallies[form].mentions, form))
    errors = [each.probability for each in weighed.values() if each.outcome == "error"]
    confidence = max(errors or [each.probability for each in weighed.values()])
    verdict: FamilyVerdict = "unsure" if confidence < SURE else "error" if errors else "style"
    wanted = preference.above_archive(star)
    reasons = [reason for form in others for reason in weighed[form].reasons]
    why = preference.reason(center, others) if wanted in (None, center) else f"“{wanted}” is wanted by list or decision"
    return ArchiveFamily(
        wanted or center,
        verdict,
        confidence,
        tuple(_form(form, archive, weighed[form].probability if form != center else 1.0) for form in (center, *others)),
        tuple(dict.fromkeys([why, *reasons]))[:_MOST_EVIDENCE],
        decided=any(decisions.verdict(center, form) for form in others),
        habit=any(each.habit for each in weighed.values()),
    )


def _form(written: str, archive: NameArchive, confidence: float) -> Form:
    tally = archive.tallies[written]
    feeds = dict(sorted(tally.feeds.items()))
    return Form(written, tally.mentions, tally.documents, confidence, tally.examples, tally.first, tally.last, feeds)
