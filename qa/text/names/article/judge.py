"""Whether two spellings are one name that is spelt in two ways, how sure that is, and how bad."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from qa.text.names.article.features import Comparison, compare
from qa.text.names.article.links import Outcome
from qa.text.names.article.trees import Trees
from qa.text.names.gazetteer import gazetteer
from qa.text.names.seen import seen
from qa.text.names.slips import SlipKind

if TYPE_CHECKING:
    from qa.text.lexicon import Lexicon
    from qa.text.names.statistics import PairStatistics, SpellingStatistics

BANDS = ((0.0, 0.0), (0.30, 0.60), (0.45, 0.80), (0.55, 0.90), (0.75, 0.93), (0.90, 0.96), (0.97, 0.98), (1.0, 0.99))
"""Score of the trees, and the share of pairs with it that careful readers call one name (docs/names.md): the trees were
taught with far more slips than articles have."""

_SURE_SLIPS = frozenset(
    f"slip_{kind.name.lower()}"
    for kind in (SlipKind.SWAPPED, SlipKind.SWAPPED_SYLLABLES, SlipKind.DOUBLED, SlipKind.NEIGHBOUR_KEY)
)
"""Slips that are seldom another language's word: "Parti" and "Ballon" differ from English words in other ways."""
_MOST_ALONE = 2
_BY_RULE = 0.91
_LEAST_OF_ENDING = 0.12
"""Score from which a case ending is believed: texts translated from Slavic languages have many of them, the passages
that the trees were taught with have few."""
_FEWEST_SEEN = 5
_LEAST_SHARE = 0.05
_SHARED = ("same_before", "same_after", "same_left", "same_right", "same_title")


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
    if is_namesake(comparison) or (score >= _LEAST_OF_ENDING and is_case_ending(comparison)):
        confidence = max(confidence, _BY_RULE)
    return Judgement(confidence, _outcome(comparison), comparison)


def veto(comparison: Comparison) -> str:
    """Why two spellings are never reported, whatever else speaks for it; empty for no reason."""
    values = comparison.values
    if values["adjacent"] or values["listed"]:
        return "side by side in one name or list"
    same_person = values["same_before"] and not values["other_after"]
    if values["excluded"] and not same_person:
        return comparison.excluded
    if values["gender"] and not (same_person or is_case_ending(comparison)):
        return comparison.excluded
    known = values["odd_known"] and values["main_known"]
    apart = values["both_known"] and (values["other_before"] or values["other_after"])
    given_names_apart = known and values["odd_given"] and values["other_after"]
    if (apart or given_names_apart) and not values["same_before"]:
        return "two known names with companions of their own"
    if known and values["roles_apart"]:
        return "two known names, a given name and a family name"
    shared = any(values[name] for name in _SHARED) or any(values.get(name) for name in _SURE_SLIPS)
    return "an ordinary word, and nothing beside it in common" if values["main_common"] and not shared else ""


def is_case_ending(comparison: Comparison) -> bool:
    """Whether two spellings are a name and the same name with a case ending of the source language left on.

    They are when one stands alone once or twice while the other has a given name ("Georgi Tarskov said ... according to
    Tarskova": were she another person, her given name would stand somewhere), or when both stand beside the same word.
    """
    values, ones = comparison.values, (comparison.odd, comparison.main)
    bare = [one for one in ones if _stands_alone(one) and one.mentions <= _MOST_ALONE]
    named = [one for one in ones if one.before]
    alone = bool(bare and named) and not values["other_title"]
    beside = (values["same_left"] or values["same_right"]) and not (values["gender"] and values["both_known"])
    other = values["other_before"] or values["main_word"] or values["odd_foreign"]
    peoples = any(gazetteer().is_demonym(one.key) for one in ones)
    return bool(values["ending"] and (alone or beside) and not other and not peoples)


def _stands_alone(spelling: SpellingStatistics) -> bool:
    """Whether no other name stands before it, nor one behind it for which it could be the given name."""
    return not spelling.before and not any(gazetteer().is_person(name) for name in spelling.after)


def is_namesake(comparison: Comparison) -> bool:
    """Whether two family names with the same consonants stand behind the same given name, and behind no other.

    One article seldom has two people called Natalia whose family names sound alike. Given names before one family name
    prove nothing: relatives share it.
    """
    values, odd, main = comparison.values, comparison.odd, comparison.main
    known = gazetteer()
    shared = odd.before.keys() & main.before.keys()
    people = any(known.is_person(name) for name in shared)
    peoples = known.is_demonym(odd.key) or known.is_demonym(main.key)
    alike = values["same_skeleton"] and not values["other_first"] and not values["short"]
    ordinary = values["odd_word"] or values["main_word"] or values["main_place"]
    return bool(people and alike and not peoples and not ordinary)


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
