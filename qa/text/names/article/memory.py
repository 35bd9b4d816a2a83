"""What an archive remembers of names, as far as one article needs it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from qa.text.names.article.judge import judge
from qa.text.names.article.links import Link, Outcome
from qa.text.names.article.preference import Reason, Support
from qa.text.names.article.reasons import reasons_of
from qa.text.names.keys import blocking_keys
from qa.text.names.statistics import PairStatistics, SpellingStatistics, statistics_of_spelling

if TYPE_CHECKING:
    from qa.text.lexicon import Lexicon
    from qa.text.names.uses import Spelling

_SURE = 0.9
_ESTABLISHED = 5
"""Documents from which an archive's spelling is the one that it uses."""
_TIMES = 10
"""How many times as many documents the archive's spelling has as the one in the article."""
_CLEAR = 5
_FEWEST_LETTERS = 5


class Archive(Protocol):
    """Look-ups in the names of many documents; `qa.engine.name_index.ArchiveIndex` is one."""

    @property
    def digest(self) -> str:
        """Hash of what it was made from."""

    def statistics(self, written: str) -> SpellingStatistics | None:
        """What is known of exactly this spelling; None for one that it does not have."""

    def neighbours(self, key: str) -> Sequence[str]:
        """The spellings whose bare letters are `key` or near it."""


@dataclass(frozen=True)
class NamesInMemory:
    """An archive small enough to be held in memory, by spelling."""

    spellings: Mapping[str, SpellingStatistics]

    @classmethod
    def of(cls, *spellings: SpellingStatistics) -> NamesInMemory:
        """An archive of these spellings."""
        return cls({spelling.written: spelling for spelling in spellings})

    def __str__(self) -> str:
        """The spellings with their documents, for people."""
        return ", ".join(f"{name} in {one.documents} documents" for name, one in sorted(self.spellings.items()))

    @property
    def digest(self) -> str:
        """Hash of the spellings and their numbers."""
        content = repr(sorted(self.spellings.items())).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(content, digest_size=6).hexdigest()

    def statistics(self, written: str) -> SpellingStatistics | None:
        """What is known of exactly this spelling; None for one that it does not have."""
        return self.spellings.get(written)

    def neighbours(self, key: str) -> Sequence[str]:
        """The spellings whose bare letters share a blocking key with `key`."""
        keys = blocking_keys(key)
        return [name for name, one in sorted(self.spellings.items()) if not keys.isdisjoint(blocking_keys(one.key))]


def archive_links(
    spellings: Mapping[str, Spelling], archive: Archive, lexicon: Lexicon
) -> Iterator[tuple[Link, SpellingStatistics]]:
    """Links from spellings of an article to another spelling that the archive uses, with the archive's numbers.

    The archive has the other one in at least five documents and ten times as many as the article's. A companion or a
    title must be common to both, and the article's spelling must be no known name: a name that is new is no slip, and
    two people may be called nearly alike.
    """
    for spelling in spellings.values():
        if len(spelling.key) < _FEWEST_LETTERS:
            continue
        here = statistics_of_spelling(spelling)
        known = archive.statistics(spelling.written)
        documents = known.documents if known else 0
        if documents >= _ESTABLISHED:
            continue
        best = _best(here, documents, spellings, archive, lexicon)
        if best is not None:
            yield best


def _best(
    here: SpellingStatistics,
    documents: int,
    spellings: Mapping[str, Spelling],
    archive: Archive,
    lexicon: Lexicon,
) -> tuple[Link, SpellingStatistics] | None:
    found: list[tuple[Link, SpellingStatistics]] = []
    for written in archive.neighbours(here.key):
        there = archive.statistics(written)
        if there is None or written in spellings or there.key == here.key:
            continue
        if there.documents < max(_ESTABLISHED, _TIMES * documents):
            continue
        judgement = judge(here, there, PairStatistics(), lexicon)
        values = judgement.comparison.values
        shared = values["same_before"] or values["same_after"] or values["same_title"]
        if judgement.comparison.odd is here and judgement.confidence >= _SURE and shared and not values["odd_known"]:
            reasons = (
                f"the archive has “{written}” in {there.documents:,} documents",
                *reasons_of(judgement.comparison),
            )
            found.append((Link(here.written, written, judgement.confidence, Outcome.ERROR, reasons), there))
    return max(found, key=lambda link: (link[0].confidence, link[1].documents), default=None)


def from_archive(archive: Archive) -> Support:
    """The spelling that the archive has in clearly more documents than any other of a family."""

    def support(family: Sequence[SpellingStatistics]) -> Reason | None:
        counts = {spelling.written: _documents(archive, spelling.written) for spelling in family}
        first, second, *_ = sorted(counts, key=lambda written: -counts[written])
        if counts[first] < max(_ESTABLISHED, _CLEAR * counts[second]):
            return None
        numbers = f"{counts[first]:,} documents, “{second}” in {counts[second]:,}"
        return Reason("other-occurrence", f"the archive has “{first}” in {numbers}", first)

    return support


def _documents(archive: Archive, written: str) -> int:
    found = archive.statistics(written)
    return found.documents if found else 0
