"""What an archive adds to the opinion of a pair of spellings, and when it forbids to join them.

A slip is rare beside the right form, shares its neighbours, and turns up in few documents. Two people each have
neighbours of their own, many documents, and now and then one document together. A spelling that comes out of one feed
only, again and again, is a habit of that feed and no slip.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp, log

from qa.text.names.archive import NameArchive, Tally
from qa.text.names.knowledge import Knowledge
from qa.text.names.opinion import Opinion
from qa.text.names.statistics import PairStatistics, SpellingStatistics

_HABIT_DOCUMENTS = 3
"""Documents of one feed from which a spelling is its habit."""
_FOREIGN_SHARE = 0.1
"""Largest share of the usual spelling's documents that may come from the feed with the habit."""
_TOGETHER = 3
"""Documents with both spellings from which being together often tells something."""
_ASYMMETRY = 0.25
_BOTH_COMMON = 0.5
_COMPANION = 0.2
_LIMIT = 1.5
"""Log-odds that one kind of evidence may add or take."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A opinion with the archive's evidence. habit: the odd spelling belongs to one feed."""

    probability: float
    outcome: str
    reasons: tuple[str, ...]
    habit: bool = False


class ArchiveEvidence:
    """The evidence of one archive."""

    def __init__(self, archive: NameArchive, knowledge: Knowledge, frequency: Mapping[str, int]) -> None:
        """frequency: in how many documents each folded word stands as a name word."""
        self._archive, self._knowledge, self._frequency = archive, knowledge, frequency

    def weigh(self, opinion: Opinion, one: SpellingStatistics, two: SpellingStatistics) -> Weighed | None:
        """`opinion` with what the archive says; None where the two must not be joined."""
        together = self._archive.together(one.written, two.written)
        shared, own = self._companions(one, two)
        if self._are_two(one, two, together, shared=bool(shared), own=own):
            return None
        reasons = list(opinion.reasons)
        # Spellings that differ in accents and the like are one name whatever their numbers.
        odds = log(opinion.probability / (1 - opinion.probability)) if 0 < opinion.probability < 1 else 9.0
        if one.key != two.key:
            odds += self._asymmetry(one, two, reasons, shared=bool(shared))
            odds += self._shared_weight(shared, reasons) if shared else -1.0 if own else 0.0
            odds += self._apart(one, two, together, reasons, shared=bool(shared))
        probability = 1 / (1 + exp(-odds))
        habit = self._habit(self._archive.tallies[opinion.odd], self._archive.tallies[opinion.main])
        if habit:
            reasons.insert(0, f"“{opinion.odd}” is the spelling of “{habit}”, “{opinion.main}” that of others")
        return Weighed(probability, "style" if habit else opinion.outcome, tuple(reasons), bool(habit))

    def _companions(self, one: SpellingStatistics, two: SpellingStatistics) -> tuple[set[str], bool]:
        """Name words that both have at the same side, and whether both have such words but share none."""
        shared = (one.before.keys() & two.before.keys()) | (one.after.keys() & two.after.keys())
        own = not shared and bool(one.before or one.after) and bool(two.before or two.after)
        return shared, own

    def _are_two(
        self, one: SpellingStatistics, two: SpellingStatistics, together: PairStatistics, *, shared: bool, own: bool
    ) -> bool:
        """Two attested names with neighbours of their own, or two names that keep appearing side by side."""
        if one.key == two.key:
            return False
        if own and self._knowledge.is_attested(one.written) and self._knowledge.is_attested(two.written):
            return True
        rarer = min(one.documents, two.documents)
        return together.documents >= _TOGETHER and 2 * together.documents >= rarer and not shared

    def _asymmetry(
        self, one: SpellingStatistics, two: SpellingStatistics, reasons: list[str], *, shared: bool
    ) -> float:
        """Much rarer than the other speaks for a slip, both common against one."""
        more, fewer = (one, two) if one.documents >= two.documents else (two, one)
        weight = _ASYMMETRY * log((more.documents + 1) / (fewer.documents + 1))
        if fewer.documents >= 5 and not shared:
            weight -= _BOTH_COMMON * log(fewer.documents)
        if more.documents >= 5 * fewer.documents:
            documents = f"{more.documents:,} documents"
            reasons.append(f"“{more.written}” is in {documents}, “{fewer.written}” in {fewer.documents:,}")
        return _within(weight)

    def _shared_weight(self, shared: set[str], reasons: list[str]) -> float:
        """Shared neighbours count by their rarity: half the world stands behind “John”."""
        total = max(self._archive.documents, 1)
        rarity: Callable[[str], float] = lambda word: log((total + 1) / (self._frequency.get(word, 0) + 1))  # noqa: E731
        best = sorted(shared, key=lambda word: (-rarity(word), word))
        reasons.append(f"both stand beside “{best[0].title()}”")
        return _within(_COMPANION * sum(rarity(word) for word in best[:5]))

    def _apart(
        self,
        one: SpellingStatistics,
        two: SpellingStatistics,
        together: PairStatistics,
        reasons: list[str],
        *,
        shared: bool,
    ) -> float:
        """Never together although chance would have it: two ways to write one name. Often together: two names."""
        expected = one.documents * two.documents / max(self._archive.documents, 1)
        if not together.documents and expected >= _TOGETHER and shared:
            reasons.append(f"never in one document, where chance would give {expected:.0f}")
            return 0.5
        if together.documents >= _TOGETHER and together.documents > 2 * expected and not shared:
            return -1.0
        return 0.0

    def _habit(self, odd: Tally, main: Tally) -> str:
        """The feed that alone writes the odd spelling, where others write the usual one; "" for none."""
        if len(odd.feeds) != 1:
            return ""
        ((feed, documents),) = odd.feeds.items()
        if documents < max(_HABIT_DOCUMENTS, odd.documents):
            return ""
        elsewhere = sum(main.feeds.values()) - main.feeds.get(feed, 0)
        return feed if elsewhere and main.feeds.get(feed, 0) <= _FOREIGN_SHARE * main.documents else ""


def _within(weight: float) -> float:
    return max(-_LIMIT, min(_LIMIT, weight))
