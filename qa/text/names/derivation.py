"""Words made from names by endings: plurals, adjectives, followers, families, patronymics."""

from __future__ import annotations

import re
from types import MappingProxyType

_FEWEST_STEM = 3
_SAFE_STEM = 4
# Endings that make a word of any name; of persons' names also those of families and patronymics.
_ON_ANY = re.compile(
    "s|es|isms?|ists?|ites?|esque|ians?|eans?|ology|dom|gate|ers?|ics?|ical|als?|ese|arians?|ness|ship|hood|lands?|"
    "shire|ville|burg|town|man|men|woman|women|air|ates?|i[sz]ed?|i[sz]ation|"
    "s?sons?|ssen|sen|sz?oh?n|ovich|evich|ovic|evic|ovna|evna|enko|escu|idis|opoulos|oglu|zadeh?|shvili|idze|adze|yan|"
    "sdottir|ez"
)
_ON_VOWEL = re.compile("ns?")
_ON_CONSONANT = re.compile("i|is|ans?")
# Endings that also replace a last vowel ("Saltera", "Salterism").
_FOR_VOWEL = re.compile("isms?|ists?|ites?|esque|ians?|eans?|ovich|evich|ovna|evna|enko|escu")
# Endings by what they mean: two words with one stem and endings of two meanings are two words.
_MEANINGS = MappingProxyType(
    {
        ending: meaning
        for meaning, endings in {
            "teaching": "ism isms",
            "follower": "ist ists",
            "people": "n ns an ans ian ians",
            "plural": "s es",
            "doer": "er ers or ors",
            "quality": "ic ics ical",
            "belonging": "al als",
            "men": "man men",
            "women": "woman women",
            "members": "member members",
            "descendants": "ite ites",
            "realm": "ate ates",
        }.items()
        for ending in endings.split()
    }
)
_LONGEST_ENDING = max(map(len, _MEANINGS))


def are_of_one_stem(a: str, b: str) -> bool:
    """Whether of two different folded words one is made from the other, or both are made from one stem.

    Only endings speak: "Marlow" and "Marlowism", "Marlowism" and "Marlowist", "Saltera" and "Salteran". An added -i or
    -an counts after a consonant and an added -n after -a, because elsewhere romanisations have or lack them.
    """
    shorter, longer = sorted((a, b), key=lambda form: (len(form), form))
    if len(shorter) < _FEWEST_STEM:
        return False
    if longer.startswith(shorter):
        return _is_added(shorter, longer[len(shorter) :])
    stem = shorter.rstrip("aeiouy")
    if len(stem) >= _SAFE_STEM and longer.startswith(stem) and _FOR_VOWEL.fullmatch(longer[len(stem) :]):
        return True
    return _have_two_endings(a, b)


def _is_added(word: str, ending: str) -> bool:
    if word[-1] == "a" and _ON_VOWEL.fullmatch(ending):
        return True
    if len(word) > _SAFE_STEM and word[-1] not in "aeiouy" and _ON_CONSONANT.fullmatch(ending):
        return True
    return bool(_ON_ANY.fullmatch(ending))


def _have_two_endings(a: str, b: str) -> bool:
    shorter = min(len(a), len(b))
    common = next((at for at in range(shorter) if a[at] != b[at]), shorter)
    for stem in range(common, max(_SAFE_STEM, common - _LONGEST_ENDING) - 1, -1):
        one, two = _MEANINGS.get(a[stem:]), _MEANINGS.get(b[stem:])
        if one and two and one != two:
            # A lone -n is an ending after a vowel only.
            return not ({a[stem:], b[stem:]} & {"n", "ns"} and a[stem - 1] not in "aeiou")
    return False
