"""The spellings of many documents, added up so that parts merge in any order and give the same sums.

A document becomes a `DocumentNames`: plain tuples, cheap to send between processes and to keep. A `NameArchive` is what
any number of them add up to. Nothing is cut off while adding up, save the examples, of which the smallest labels are
kept: the one cut under which order and grouping make no difference. Memory follows the number of distinct spellings
and of distinct neighbours, not the number of documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qa.text.names.archive.blocking import is_near, near_pairs
from qa.text.names.fold import name_key
from qa.text.names.statistics import PairStatistics, SpellingStatistics, pair_statistics
from qa.text.names.uses import Spelling

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

EXAMPLES = 3
"""Documents named for each spelling."""
BEFORE, AFTER, TITLE, PARTICLE = "<>^~"
"""What a neighbour is, told by the first character of its entry: name word before or behind, title, particles."""
_MOST_NEIGHBOURS = 300
_FEW_SPELLINGS = 250
"""Spellings of one document up to which comparing all pairs costs less than blocking."""

Pair: TypeAlias = tuple[str, str]


class NameCount(NamedTuple):
    """One spelling in one document, see `SpellingStatistics`.

    neighbours: marked word, number of mentions, marked word, ... (`BEFORE`, ...).
    """

    written: str
    mentions: int
    proven: int
    foreign: int
    neighbours: tuple[str | int, ...]


class DocumentNames(NamedTuple):
    """What an archive takes from one document.

    label: what people call the document. date: ISO day, "" for none. feed: the feed, system or translator that it came
    from, "" for none. pairs: spellings that stand near each other as strings, the smaller first, with the numbers of
    `PairStatistics` but the first.
    """

    label: str
    date: str
    feed: str
    names: tuple[NameCount, ...]
    pairs: tuple[tuple[str, str, int, int, int], ...]


def document_names(
    spellings: Mapping[str, Spelling], texts: Sequence[Analysis], label: str, date: str = "", feed: str = ""
) -> DocumentNames:
    """The part of an archive that one document is. spellings: from `qa.text.names.uses.name_uses`."""
    ordered = [spellings[written] for written in sorted(spellings)]
    return DocumentNames(label, date, feed, tuple(map(_count, ordered)), tuple(_pairs(ordered, texts)))


def _count(spelling: Spelling) -> NameCount:
    neighbours: Counter[str] = Counter()
    for use in spelling.uses:
        for mark, word in zip(
            (BEFORE, BEFORE, AFTER, AFTER, TITLE, PARTICLE),
            (use.before, use.first, use.after, use.last, use.title, use.particle),
            strict=True,
        ):
            if word:
                neighbours[mark + word] += 1
    flat = tuple(item for pair in sorted(neighbours.items()) for item in pair)
    proven, foreign = sum(use.proven for use in spelling.uses), sum(use.foreign for use in spelling.uses)
    return NameCount(spelling.written, spelling.count, proven, foreign, flat)


def _pairs(spellings: list[Spelling], texts: Sequence[Analysis]) -> Iterator[tuple[str, str, int, int, int]]:
    """The pairs of one document that an archive may have to judge, in alphabetical order."""
    for place, other in sorted(_near_places(spellings)):
        one, two = spellings[place], spellings[other]
        together = pair_statistics(one, two, texts)
        yield one.written, two.written, together.same_sentence, together.adjacent, together.glossed


def _near_places(spellings: list[Spelling]) -> Iterator[tuple[int, int]]:
    """Places of near spellings, the smaller first: the same test as for the whole archive.

    Where there are many, only those that share a blocking key are tested, as in the whole archive.
    """
    if len(spellings) <= _FEW_SPELLINGS:
        for place, one in enumerate(spellings):
            for other in range(place + 1, len(spellings)):
                if is_near(one.key, spellings[other].key):
                    yield place, other
        return
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for place, spelling in enumerate(spellings):
        by_key[spelling.key].append(place)
    for places in by_key.values():
        yield from combinations(places, 2)
    keys = list(by_key)
    for first, second in near_pairs(keys):
        for pair in product(by_key[keys[first]], by_key[keys[second]]):
            yield min(pair), max(pair)


@dataclass(slots=True)
class Tally:
    """One spelling in an archive.

    examples: labels of documents, the smallest `EXAMPLES` of all. first, last: ISO days, "" for none. feeds: documents
    by feed. neighbours: mentions by marked word (`BEFORE`, ...).
    """

    documents: int = 0
    mentions: int = 0
    proven: int = 0
    foreign: int = 0
    examples: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    feeds: dict[str, int] = field(default_factory=dict)
    neighbours: dict[str, int] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Take in what another part has seen of the same spelling."""
        self.documents += other.documents
        self.mentions += other.mentions
        self.proven += other.proven
        self.foreign += other.foreign
        self.examples = _smallest(self.examples, other.examples)
        self.first = min(filter(None, (self.first, other.first)), default="")
        self.last = max(self.last, other.last)
        _add_counts(self.feeds, other.feeds.items())
        _add_counts(self.neighbours, other.neighbours.items())

    def count(self, name: NameCount, document: DocumentNames) -> None:
        """Take in one document."""
        self.documents += 1
        self.mentions += name.mentions
        self.proven += name.proven
        self.foreign += name.foreign
        if len(self.examples) < EXAMPLES or document.label < self.examples[-1]:
            self.examples = _smallest(self.examples, (document.label,))
        if document.date:
            self.first = min(self.first or document.date, document.date)
            self.last = max(self.last, document.date)
        if document.feed:
            _add_counts(self.feeds, ((intern(document.feed), 1),))
        flat = iter(name.neighbours)
        _add_counts(self.neighbours, zip(flat, flat, strict=True))  # type: ignore[arg-type]  # word and number take turns

    def statistics(self, written: str) -> SpellingStatistics:
        """The same as the judgement of a pair wants it, with the commonest neighbours only.

        Words that are no names (`left`, `right`) are not kept: they would double the memory and say little when added
        up over everything that is written about somebody.
        """
        kinds: dict[str, Counter[str]] = {mark: Counter() for mark in (BEFORE, AFTER, TITLE, PARTICLE)}
        kept = self.neighbours.items()
        if len(kept) > _MOST_NEIGHBOURS:
            # A cut when judging, not when adding up, where it would make the sums depend on the order of the parts.
            kept = sorted(kept, key=lambda item: (-item[1], item[0]))[:_MOST_NEIGHBOURS]  # type: ignore[assignment]
        for marked, mentions in kept:
            kinds[marked[0]][marked[1:]] = mentions
        return SpellingStatistics(
            written,
            name_key(written),
            documents=self.documents,
            mentions=self.mentions,
            proven=self.proven,
            before=kinds[BEFORE],
            after=kinds[AFTER],
            titles=kinds[TITLE],
            particles=kinds[PARTICLE],
            foreign=self.foreign,
        )


@dataclass(slots=True)
class NameArchive:
    """What any number of documents add up to. tallies: by spelling. pairs: near spellings that share documents."""

    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    pairs: dict[Pair, PairStatistics] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[DocumentNames]) -> NameArchive:
        """The archive of some documents."""
        archive = cls()
        for document in documents:
            archive.add(document)
        return archive

    def add(self, document: DocumentNames) -> None:
        """Take in one document; it is not recognised if it comes again."""
        self.documents += 1
        for name in document.names:
            tally = self.tallies.get(name[0])
            if tally is None:
                tally = self.tallies[name[0]] = Tally()
            tally.count(NameCount(*name), document)
        for one, two, *numbers in document.pairs:
            self._add_pair((intern(one), intern(two)), PairStatistics(1, *numbers))

    def merge(self, other: NameArchive) -> NameArchive:
        """This archive after taking in another, which stays as it is."""
        self.documents += other.documents
        for written, tally in other.tallies.items():
            mine = self.tallies.get(written)
            if mine is None:
                self.tallies[written] = replace(tally, feeds=dict(tally.feeds), neighbours=dict(tally.neighbours))
            else:
                mine.add(tally)
        for pair, together in other.pairs.items():
            self._add_pair(pair, together)
        return self

    def together(self, one: str, two: str) -> PairStatistics:
        """How two spellings stand to each other."""
        return self.pairs.get((min(one, two), max(one, two)), PairStatistics())

    def _add_pair(self, pair: Pair, together: PairStatistics) -> None:
        known = self.pairs.get(pair)
        self.pairs[pair] = together if known is None else known + together


def _smallest(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    """The smallest labels of both, each once: associative, because what is cut off can never come back."""
    return tuple(sorted({*one, *two})[:EXAMPLES])


def _add_counts(counts: dict[str, int], more: Iterable[tuple[str, int]]) -> None:
    for word, number in more:
        counts[intern(word)] = counts.get(word, 0) + number
