"""Pairs of spellings that a rule knows better than the trees, which have seen too few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.text.names.gazetteer import gazetteer
from qa.text.names.titles import is_rank

if TYPE_CHECKING:
    from qa.text.names.article.features import Comparison
    from qa.text.names.statistics import SpellingStatistics

_MOST_ALONE = 2


def is_case_ending(comparison: Comparison) -> bool:
    """Whether two spellings are a name and the same name with a case ending of the source language left on.

    They are when one stands alone once or twice while the other has a given name ("Georgi Tarskov said ... according to
    Tarskova": were she another person, her given name would stand somewhere), or when both stand beside the same word.
    """
    values, ones = comparison.values, (comparison.odd, comparison.main)
    bare = [one for one in ones if _stands_alone(one) and one.mentions <= _MOST_ALONE]
    named = [one for one in ones if one.before]
    if values["gender"]:  # a woman of that name may be meant: only where a case is asked for
        bare = [one for one in bare if one.governed and not values["same_sentence"]]
    alone = bool(bare and named) and not values["other_title"]
    beside = (values["same_left"] or values["same_right"]) and not (values["gender"] and values["both_known"])
    other = values["other_before"] or values["main_word"] or values["odd_foreign"]
    peoples = any(gazetteer().is_demonym(one.key) for one in ones)
    return bool(values["ending"] and (alone or beside) and not other and not peoples)


def _stands_alone(spelling: SpellingStatistics) -> bool:
    """Whether no other name stands before it, nor one behind it for which it could be the given name."""
    return not spelling.before and not any(gazetteer().is_person(name) for name in spelling.after)


def have_one_given_name(one: SpellingStatistics, other: SpellingStatistics) -> bool:
    """Whether the same given name stands before both, written out or as an initial."""
    return any(
        name == given or (min(len(name), len(given)) == 1 and name[0] == given[0])
        for name in one.before
        for given in other.before
    )


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


def is_listed_form(comparison: Comparison) -> bool:
    """Whether name lists have one spelling only as a form of the other, and nothing beside them tells them apart.

    "Zelenskyy" stands nowhere but beside "Zelensky"; "Jansen" has bearers of its own beside those it shares with
    "Janssen".
    """
    values, known = comparison.values, gazetteer()
    ones, others = known.person_items(comparison.odd.key), known.person_items(comparison.main.key)
    form = bool(ones and others) and (ones <= others or others <= ones)
    apart = values["other_before"] or values["other_after"] or values["other_title"] or values["ever_strange"]
    word = values["odd_word"] or values["main_word"] or values["short"]
    return bool(form and values["like"] > 0 and values["same_skeleton"] and not apart and not word)


def is_one_full_name(comparison: Comparison) -> bool:
    """Whether two more words of a name are the same beside both ("Seyid Ali Tarski", "Sayyid Ali Tarski")."""
    odd, main = comparison.odd, comparison.main
    shared = max(len(odd.before.keys() & main.before.keys()), len(odd.after.keys() & main.after.keys()))
    title = is_rank(main.key) or is_rank(odd.key)
    alike = comparison.values["same_skeleton"] and not comparison.values["same_sentence"]
    return bool(shared > 1 and alike and not title)
