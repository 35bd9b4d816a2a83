"""Why two spellings are never reported as one name, whatever else speaks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.text.names.article.rules import have_one_given_name, is_case_ending, is_one_full_name
from qa.text.names.slips import SlipKind

if TYPE_CHECKING:
    from qa.text.names.article.features import Comparison

_HYPHEN = re.compile("[-‑]")
_SWAPS = tuple(f"slip_{kind.name.lower()}" for kind in (SlipKind.SWAPPED, SlipKind.SWAPPED_SYLLABLES))
_SURE_SLIPS = (*_SWAPS, f"slip_{SlipKind.DOUBLED.name.lower()}")
"""Slips that are seldom another language's word: "Parti" and "Ballon" differ from English words in other ways."""
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un"
    r"|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u))+"
)
_CHINESE = re.compile(r"\A[xq]|zh|[xq]i|ng(?:\Z|[bpmfdtnlgkhjqxrzcsyw])")
"""What hardly any other language's names have, of those that are made of syllables as Chinese ones are."""
_COMPANIONS = ("same_before", "same_after", "same_title")


def veto(comparison: Comparison) -> str:
    """The first reason that holds; empty for none."""
    rules = (
        _stand_together,
        _are_made_from_one_another,
        _are_two_people,
        _are_two_given_names,
        _is_ordinary_word,
        _are_short_and_far,
        _are_chinese,
    )
    return next((reason for rule in rules if (reason := rule(comparison))), "")


def _stand_together(comparison: Comparison) -> str:
    values, odd, main = comparison.values, comparison.odd.written, comparison.main.written
    if values["adjacent"] or values["listed"]:
        return "side by side in one name or list"
    if values["glossed"]:
        return "one explains the other"
    return "one is a part of the other" if odd in _HYPHEN.split(main) or main in _HYPHEN.split(odd) else ""


def _are_made_from_one_another(comparison: Comparison) -> str:
    values = comparison.values
    same_person = values["same_before"] and not values["other_after"]
    if values["excluded"] and not same_person:
        return comparison.excluded
    if values["gender"] and not is_case_ending(comparison):
        given = have_one_given_name(comparison.odd, comparison.main)
        return "" if given and same_person and not values["same_sentence"] else comparison.excluded
    return ""


def _are_two_people(comparison: Comparison) -> str:
    values = comparison.values
    others = values["other_before"] or values["other_after"]
    if values["both_known"] and others and not values["same_before"]:
        return "two known names with companions of their own"
    if values["both_known"] and values["same_sentence"] and not any(values[name] for name in _COMPANIONS):
        return "two known names in one sentence"
    if values["both_often"] and values["distance"] > 1 and not values["item"] and not values["same_before"]:
        return "two words that edited English has both"
    known = values["odd_known"] and values["main_known"]
    return "two known names, a given name and a family name" if known and values["roles_apart"] else ""


def _are_two_given_names(comparison: Comparison) -> str:
    """Two known names of which one stands before family names: relatives and strangers are called nearly alike."""
    values = comparison.values
    used = values["odd_given"] or values["main_given"]
    given = (values["given_name"] and used) or (values["odd_given"] and values["main_given"])
    alike = values["same_after"] or values["same_before"] or values["same_title"]
    known = values["odd_known"] and values["main_known"] and not (values["odd_place"] or values["main_place"])
    return "two known given names, and no family name in common" if given and known and not alike else ""


def _is_ordinary_word(comparison: Comparison) -> str:
    """An ordinary English word beside another language's word for the same, or beside somebody's name."""
    values = comparison.values
    if not values["main_word"]:
        return ""
    slip = any(values.get(name) for name in _SURE_SLIPS) and not values["odd_known"]
    beside = any(values[name] for name in _COMPANIONS) or (values["same_left"] and values["same_right"])
    beside = beside and not (values["odd_foreign"] or values["odd_known"])
    named = not (values["main_common"] or values["odd_known"] or values["odd_foreign"] or values["distance"] > 1)
    near = beside and (values["distance"] <= 1 or not values["ever_strange"])
    if slip or named or near or is_one_full_name(comparison):
        return ""
    return "an ordinary word, and nothing beside it in common"


def _are_short_and_far(comparison: Comparison) -> str:
    """Short spellings with two letters between them: too many names are as near by chance."""
    values = comparison.values
    short = values["short"] or values["five"]
    explained = values["like"] >= 1 + 2 * values["other_first"] or any(values.get(name) for name in _SWAPS)
    explained = explained or bool(values["item"])
    beside = any(values[name] for name in _COMPANIONS)
    return "short, and far from each other" if short and values["distance"] > 1 and not (explained or beside) else ""


def _are_chinese(comparison: Comparison) -> str:
    """Names in Pinyin: one letter makes another name of lawful syllables, so only a companion speaks for a slip."""
    values, odd, main = comparison.values, comparison.odd.key, comparison.main.key
    beside = any(values[name] for name in (*_COMPANIONS, "same_left", "same_right"))
    lawful = _SYLLABLES.fullmatch(odd) and _SYLLABLES.fullmatch(main)
    chinese = _CHINESE.search(odd) or _CHINESE.search(main)
    return "two names in Pinyin, and nothing beside them in common" if lawful and chinese and not beside else ""
