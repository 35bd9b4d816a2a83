"""What an archive adds to the opinion of a pair of spellings, and when it forbids to join them.

A slip is rare beside the right form, shares its neighbours, and turns up in few documents. Two people each have
neighbours of their own, many documents, and now and then one document together. A spelling that comes out of one feed
only, again and again, is a habit of that feed and no slip.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, log

from qa.text.names.archive.knowledge import ArchiveKnowledge
from qa.text.names.archive.opinion import ArchiveOpinion, is_ordinary
from qa.text.names.archive.state import AFTER, BEFORE, NameArchive, Tally
from qa.text.names.statistics import PairStatistics, SpellingStatistics

_HABIT_DOCUMENTS = 3
"""Documents of one feed from which a spelling is its habit."""
_FOREIGN_SHARE = 0.1
"""Largest share of the usual spelling's documents that may come from the feed with the habit."""
_TOGETHER = 3
"""Documents with both spellings from which being together often speaks for two names, and below which for a slip."""
_RARITY, _MOST_COMPANION = 0.6, 4.0
_SAME_TITLE = 0.7
_OTHER_COMPANIONS, _OTHER_COMPANIONS_OFTEN = -2.5, -4.0
_ASYMMETRY, _BOTH_COMMON = 0.3, 0.6
_SLIP_BESIDE, _MOST_BESIDE = 0.5, 3.0
_SUREST = 0.99
"""Highest probability that is not a decision: the weights were set by reading, not measured on judged archives."""
_LETTERS_ALONE, _ORDINARY_WORD = -1.5, -1.5
_SMALLEST_WORLD = 500
"""Documents that an archive counts as having at least: in two articles, everything would be there by chance."""
_SPELLINGS_OF_WORLD = 5000
_FEWEST_LETTERS, _FEWEST_EVER = 5, 4
"""Letters of the shorter spelling below which only a shared companion joins, and below which nothing does."""
_OTHER_BEARERS = -4.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """An opinion with the archive's evidence. habit: the odd spelling belongs to one feed."""

    probability: float
    outcome: str
    reasons: tuple[str, ...]
    habit: bool = False


class ArchiveEvidence:
    """The evidence of one archive."""

    def __init__(self, archive: NameArchive, knowledge: ArchiveKnowledge) -> None:
        """Count how many spellings each companion stands beside: half the world is called John."""
        self._archive, self._knowledge = archive, knowledge
        self._company: Counter[str] = Counter()
        for tally in archive.tallies.values():
            self._company.update(marked[1:] for marked in tally.neighbours if marked[0] in (BEFORE, AFTER))
        self._spellings = max(len(archive.tallies), _SPELLINGS_OF_WORLD)

    def weigh(self, opinion: ArchiveOpinion, one: SpellingStatistics, two: SpellingStatistics) -> Weighed | None:
        """`opinion` with what the archive says; None where the two must not be joined."""
        together = self._archive.together(one.written, two.written)
        shared = (one.before.keys() & two.before.keys()) | (one.after.keys() & two.after.keys())
        own = not shared and bool(one.before or one.after) and bool(two.before or two.after)
        reasons = list(opinion.reasons)
        if one.key == two.key:
            # “Nicolas” and “Nicolás” are two people, where each has a family name of his own; “Quebec” is one place.
            places = self._knowledge.english_place((one.written, two.written))
            odds = _OTHER_BEARERS if own and not places else 0.0
        elif self._are_two(one, two, together, shared=bool(shared), own=own):
            return None
        else:
            odds = self._companions(one, two, shared, own=own, reasons=reasons)
            odds += self._numbers(one, two, reasons, shared=bool(shared))
            odds += self._together(one, two, together, reasons, own=own)
            odds += self._without_companions(one, two, together) if not shared else 0.0
        odds += log(opinion.probability / (1 - opinion.probability))
        probability = min(_SUREST, 1 / (1 + exp(-odds)))
        habit = self._habit(self._archive.tallies[opinion.odd], self._archive.tallies[opinion.main])
        if habit:
            reasons.insert(0, f"“{opinion.odd}” is the spelling of “{habit}”, “{opinion.main}” that of others")
        return Weighed(probability, "style" if habit else opinion.outcome, tuple(reasons), bool(habit))

    def _are_two(
        self, one: SpellingStatistics, two: SpellingStatistics, together: PairStatistics, *, shared: bool, own: bool
    ) -> bool:
        """Two attested names with companions of their own, two that keep appearing together, short ones without any."""
        if min(len(one.key), len(two.key)) < (_FEWEST_EVER if shared else _FEWEST_LETTERS):
            return True
        if own and self._knowledge.is_attested(one.written) and self._knowledge.is_attested(two.written):
            return True
        rarer = min(one.documents, two.documents)
        return together.documents >= _TOGETHER and 2 * together.documents >= rarer and not shared

    def _companions(
        self, one: SpellingStatistics, two: SpellingStatistics, shared: set[str], *, own: bool, reasons: list[str]
    ) -> float:
        """Shared companions count by their rarity; companions of one's own speak for two names."""
        odds = 0.0
        titles = one.titles.keys() & two.titles.keys()
        if titles:
            odds += _SAME_TITLE
        if shared:
            best = min(shared, key=lambda word: (self._company[word], word))
            reasons.append(f"both stand beside “{best.title()}”")
            rarity = log((self._spellings + 1) / (self._company[best] + 1))
            odds += min(_MOST_COMPANION, _RARITY * rarity)
            odds += _OTHER_COMPANIONS if _is_borrowed(one, two, shared, best) else 0.0
        elif titles:
            reasons.append(f"both are “{min(titles)}”")
        if own:
            fewer = min(side.before.total() + side.after.total() for side in (one, two))
            odds += _OTHER_COMPANIONS_OFTEN if fewer >= _TOGETHER else _OTHER_COMPANIONS
        return odds

    def _numbers(self, one: SpellingStatistics, two: SpellingStatistics, reasons: list[str], *, shared: bool) -> float:
        """Much rarer than the other speaks for a slip, both common against one."""
        more, fewer = (one, two) if one.documents >= two.documents else (two, one)
        odds = _ASYMMETRY * log((more.documents + 1) / (fewer.documents + 1))
        if fewer.documents >= _TOGETHER and not shared:
            odds -= _BOTH_COMMON * log(fewer.documents)
        if more.documents >= 5 * fewer.documents:
            documents = f"{more.documents:,} documents"
            reasons.append(f"“{more.written}” is in {documents}, “{fewer.written}” in {fewer.documents:,}")
        return odds

    def _together(
        self,
        one: SpellingStatistics,
        two: SpellingStatistics,
        together: PairStatistics,
        reasons: list[str],
        *,
        own: bool,
    ) -> float:
        """A rare spelling that only stands where a common one does is a slip; two names are together by chance."""
        expected = one.documents * two.documents / max(self._archive.documents, _SMALLEST_WORLD)
        rarer = min(one.documents, two.documents)
        if not together.documents:
            if expected >= _TOGETHER:
                reasons.append(f"never in one document, where chance would give {expected:.0f}")
                return 0.5
            return 0.0
        if together.documents == rarer < _TOGETHER and not own:
            reasons.append("the rarer one stands only where the other does")
            return min(_MOST_BESIDE, _SLIP_BESIDE * log(max(together.documents / expected, 1.0)))
        return -1.0 if together.documents >= _TOGETHER else 0.0

    def _without_companions(self, one: SpellingStatistics, two: SpellingStatistics, together: PairStatistics) -> float:
        """What letters alone are worth, and how little next to an ordinary word ("Quarter", "Bay")."""
        odds = 0.0 if together.documents or one.titles.keys() & two.titles.keys() else _LETTERS_ALONE
        odds += _ORDINARY_WORD if is_ordinary(one.written) or is_ordinary(two.written) else 0.0
        return odds

    def _habit(self, odd: Tally, main: Tally) -> str:
        """The feed that alone writes the odd spelling, where others write the usual one; "" for none."""
        if len(odd.feeds) != 1:
            return ""
        ((feed, documents),) = odd.feeds.items()
        if documents < max(_HABIT_DOCUMENTS, odd.documents):
            return ""
        elsewhere = sum(main.feeds.values()) - main.feeds.get(feed, 0)
        return feed if elsewhere and main.feeds.get(feed, 0) <= _FOREIGN_SHARE * main.documents else ""


def _is_borrowed(one: SpellingStatistics, two: SpellingStatistics, shared: set[str], best: str) -> bool:
    """Whether the rarer spelling has a life of its own.

    Most of its companions are its own, or the shared one is more its own than the other's: where “Louie Gohlert” is the
    usual name and “Louis Gohlert” stands once, “Louie” is no slip for all the people called Louis.
    """
    main, odd = (one, two) if (one.documents, one.mentions) >= (two.documents, two.mentions) else (two, one)
    common = sum(side[word] for side in (odd.before, odd.after) for word in shared)
    total = odd.before.total() + odd.after.total()
    return 2 * common < total or odd.before[best] + odd.after[best] > main.before[best] + main.after[best]
