"""Whether two spellings are one name that is spelt in two ways, how sure that is, and how bad."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from qa.text.names.article.features import Comparison, compare
from qa.text.names.article.links import Outcome
from qa.text.names.article.rules import is_case_ending, is_listed_form, is_namesake, is_one_full_name
from qa.text.names.article.trees import Trees
from qa.text.names.article.vetoes import veto
from qa.text.names.gazetteer import gazetteer
from qa.text.names.seen import seen

if TYPE_CHECKING:
    from qa.text.lexicon import Lexicon
    from qa.text.names.statistics import PairStatistics, SpellingStatistics

BANDS = ((0.0, 0.0), (0.25, 0.60), (0.38, 0.80), (0.45, 0.90), (0.75, 0.93), (0.90, 0.96), (0.97, 0.98), (1.0, 0.99))
"""Score of the trees, and the confidence that goes with it, set so that at .90 and above nine in ten claims on the
development sets are right (docs/names.md has the counts)."""

_BY_RULE = 0.91
_LEAST_OF_ENDING = 0.12
"""Score from which a case ending is believed: texts translated from Slavic languages have many of them, the passages
that the trees were taught with have few."""
_FOREIGN_FORM = 0.84
"""Most that another language's name of a place is believed to be a slip of its English name: titles have it."""
_FEWEST_SEEN = 5
_LEAST_SHARE = 0.05


class Judgement(NamedTuple):
    """confidence: 0 to 1, that both are one name and a careful editor would make them alike."""

    confidence: float
    outcome: Outcome
    comparison: Comparison


def judge(
    one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics, lexicon: Lexicon, crowd: int = 1
) -> Judgement:
    """Judge two spellings whose keys differ. crowd: how many spellings the document has."""
    comparison = compare(one, two, pair, lexicon, crowd)
    if veto(comparison):
        return Judgement(0.0, Outcome.ERROR, comparison)
    score = _trees().probability(comparison.values)
    confidence = calibrated(score)
    ending = score >= _LEAST_OF_ENDING and is_case_ending(comparison)
    if ending or any(rule(comparison) for rule in (is_namesake, is_listed_form, is_one_full_name)):
        confidence = max(confidence, _BY_RULE)
    if comparison.values["ever_strange"] and _is_foreign_form(comparison):
        confidence = min(confidence, _FOREIGN_FORM)
    return Judgement(confidence, _outcome(comparison), comparison)


def calibrated(score: float) -> float:
    """The confidence that belongs to a score of the trees, between the bands by straight lines."""
    at = min(max(bisect_right(BANDS, (score, 1.0)), 1), len(BANDS) - 1)
    (low, bottom), (high, top) = BANDS[at - 1], BANDS[at]
    return bottom + (top - bottom) * (score - low) / (high - low)


@cache
def _trees() -> Trees:
    return Trees.read((resources.files("qa.text") / "data" / "names" / "judge.json").read_text(encoding="utf-8"))


def _outcome(comparison: Comparison) -> Outcome:
    """Style where name lists join both spellings and either is in use by itself, else an error.

    In use are given names, what edited English prose has often enough, and what is a name of its own beside the shared
    one: "Zelenskyy" is, "Khruschev" is only ever listed as a form of "Khrushchev".
    """
    odd, main = comparison.odd, comparison.main
    known = gazetteer()
    if not known.shares_item(odd.key, main.key):
        return Outcome.ERROR
    rarer, oftener = sorted((seen(odd.written), seen(main.written)))
    in_use = rarer >= _FEWEST_SEEN and rarer >= oftener * _LEAST_SHARE
    own = bool(known.person_items(odd.key) - known.person_items(main.key))
    given = bool(odd.after and main.after) and not (odd.before or main.before)
    return Outcome.STYLE if in_use or own or given else Outcome.ERROR


def _is_foreign_form(comparison: Comparison) -> bool:
    """Whether the odd spelling is what another language calls the place that the main one is in English."""
    known = gazetteer()
    odd, main = comparison.odd.key, comparison.main.key
    if known.is_place(odd) or not known.is_place(main):
        return False
    return not {place.id for place in known.places(odd)}.isdisjoint(place.id for place in known.english_places(main))
