"""Why two forms, however alike, are no spellings of one name: derived words, forms for men and women, and the like.

The rules see endings and the gazetteer, no context. They may be wrong about a slip that happens to make such a pair
("Lenkov" mistyped "Lenkova"); that is meant: a false alarm costs more than a miss.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from qa.text.names.derivation import are_of_one_stem
from qa.text.names.gazetteer import Gazetteer, gazetteer
from qa.text.names.genders import are_gender_forms
from qa.text.names.slips import slip

DERIVED: Final = "one word is made from the other"
GENDERS: Final = "forms for a man and a woman"
RELATIVES: Final = "names of two members of a family"
NUMBERS: Final = "different numbers"
PLACES: Final = "two different places"
PEOPLES: Final = "two different peoples"

_FEWEST_STEM = 3
# Endings that make words for peoples of names of places, and what of the place's name they replace.
_PEOPLE = re.compile(r"(?:n|an|ian|ean|ish|ese|i|ic|er|ite|ard|ch|ene|ois|ani)s?$")
_PLACE_END = re.compile(r"(?:ia|ya|y|ah|a|e|o|us|i|land|stan|ey|ium|as|os|es|is)$")
_ROMAN = re.compile(r"(?=[ivx])(?:x{0,3})(?:ix|iv|v?i{0,3})")
_GENERATIONS = frozenset("jr sr junior senior fils pere younger elder".split())
_KOREAN_FAMILIES = frozenset(
    "kim lee yi rhee park bak pak choi choe jung jeong chung cho jo kang gang yoon yun jang chang lim im han oh seo "
    "suh shin kwon gwon hwang ahn an song yoo yu ryu hong moon mun".split()
)


def never_same(a: str, b: str) -> str | None:
    """Why two folded forms, with or without blanks, cannot be spellings of one name; None if nothing says so."""
    if a == b:
        return None
    first, second = a.split(), b.split()
    if len(first) > 1 or len(second) > 1:
        known = gazetteer()
        reason = _of_words(first, second) or _of_peoples(a, b, known) or _of_places(a, b, known)
        if reason or len(first) != len(second):
            return reason
        # Every word that differs must be able to be the same.
        pairs = [(one, two) for one, two in zip(first, second, strict=True) if one != two]
        return next((reason for one, two in pairs if (reason := _of_forms(one, two))), None)
    return _numbers(first, second) or _of_forms(a, b)


def _of_words(first: list[str], second: list[str]) -> str | None:
    if reason := _numbers(first, second):
        return reason
    if (
        bool(_GENERATIONS & set(first))
        and bool(_GENERATIONS & set(second))
        and _GENERATIONS & (set(first) ^ set(second))
    ):
        return RELATIVES
    if len(first) == len(second) > 1 and first[0] == second[0] in _KOREAN_FAMILIES:
        one, two = "".join(first[1:]), "".join(second[1:])
        if _korean(one) and _korean(two) and _korean(one) != _korean(two):
            return RELATIVES
    return None


def _of_forms(a: str, b: str) -> str | None:
    known = gazetteer()
    if reason := _of_peoples(a, b, known):
        return reason
    if are_gender_forms(a, b, known):
        return GENDERS
    if are_of_one_stem(a, b):
        return DERIVED
    return _of_places(a, b, known)


def _of_places(a: str, b: str, known: Gazetteer) -> str | None:
    return PLACES if known.is_place(a) and known.is_place(b) and not known.shares_item(a, b) else None


# derivation


def _of_peoples(a: str, b: str, known: Gazetteer) -> str | None:
    one, two = known.demonym_places(a), known.demonym_places(b)
    if one and two:
        return PEOPLES if one.isdisjoint(two) else DERIVED
    return DERIVED if _is_people_of(a, b, known) or _is_people_of(b, a, known) else None


def _is_people_of(place: str, people: str, known: Gazetteer) -> bool:
    """Whether one form names a place and the other its people: by the list, or by the ending and the place's name."""
    places = known.demonym_places(people)
    # Another word for the place, such as its adjective or a spelling of it, but no slip in the word for the people.
    same_start = people.startswith(place[:-1]) or place.removesuffix("y") == people
    no_slip = same_start or not slip(place, people)
    if place in places or (no_slip and any(_begins_like(place, name) for name in places)):
        return True
    if not known.is_place(place) or known.is_place(people):
        return False
    if people.startswith(place):
        ending = people[len(place) :]
        return bool(_PEOPLE.fullmatch(ending)) and (ending[0] != "n" or place[-1] in "aeiou")
    stem = _PLACE_END.sub("", place)
    if len(stem) < _FEWEST_STEM or not people.startswith(stem):
        return False
    return bool(_PEOPLE.fullmatch(people[len(stem) :])) and people[len(stem) :] not in ("n", "ns", "i", "ch")


def _begins_like(form: str, name: str) -> bool:
    return len(form) >= 4 and len(name) >= 4 and form[:4] == name[:4]


# numbers


def _numbers(first: list[str], second: list[str]) -> str | None:
    """Differing digits or Roman numerals where the rest is the same or both have one."""
    one, two = _numerals(first), _numerals(second)
    continues = first[: len(second)] == second[: len(first)]
    return NUMBERS if one != two and ((one and two) or continues) else None


def _numerals(words: list[str]) -> tuple[str, ...]:
    digits = tuple(digit for word in words for digit in re.findall(r"\d+", word))
    return digits + tuple(word for word in words[1:] if _ROMAN.fullmatch(word))


# Korean given names of two syllables, of which brothers share one

_ONSET = "kk|tt|pp|ss|jj|ch|sh|k|g|t|d|p|b|j|s|n|m|r|l|h|y|w"
_NUCLEUS = "yeo|yoo|you|yae|woo|wae|weo|eui|yu|ya|ye|yo|wa|we|wi|wo|ae|eo|eu|oo|ou|oe|ui|ee|a|e|i|o|u"
_CODA = "ng|n|m|l|k|g|p|b|t"
_SYLLABLES = re.compile(rf"((?:{_ONSET})?)({_NUCLEUS})((?:{_CODA})?)((?:{_ONSET})?)({_NUCLEUS})((?:{_CODA})?)")
_SOUND = str.maketrans("gdblrjw", "ktprrc ")
# Vowels by the class of their last letter, save those whose spellings differ in it; o, eo and u are one class.
_VOWELS = MappingProxyType({"ee": "i", "eo": "o", "ae": "e", "oe": "e", "eui": "i", "ui": "i", "we": "e"})


def _korean(name: str) -> tuple[str, ...] | None:
    """The sounds of two Korean syllables, six parts in classes that romanisations share; None if it is not two."""
    match = _SYLLABLES.fullmatch(name)
    if match is None:
        return None
    parts = []
    for index, part in enumerate(match.groups()):
        is_vowel = index % 3 == 1
        plain = part.replace("ch", "j").replace("sh", "s").translate(_SOUND).strip("yw ")
        parts.append(_VOWELS.get(part, part[-1].replace("u", "o")) if is_vowel else plain)
    return tuple(parts)
