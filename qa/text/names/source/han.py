"""Latin spellings of Chinese characters: Hanyu Pinyin (ISO 7098:2015), and Wade-Giles made from it by rule.

The readings are those of `qa/text/data/names/pinyin.txt`; `source_README.md` there states the licence. Wade-Giles
follows H. A. Giles, A Chinese-English Dictionary (2nd edition, 1912), without apostrophes and accents, as the press
writes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from qa.text.names.source.lattice import Lattice, Sound

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)([a-z]+)")
_INITIALS = {
    "b": "p",
    "d": "t",
    "g": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "zh": "ch",
    "r": "j",
    "z": "ts",
    "c": "ts",
}
_FINALS = {
    "ian": "ien",
    "ie": "ieh",
    "ue": "ueh",
    "ve": "ueh",
    "ong": "ung",
    "iong": "iung",
    "v": "u",
    "iu": "iu",
}
_WHOLE = {
    "zi": "tzu",
    "ci": "tzu",
    "si": "szu",
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "gui": "kuei",
    "kui": "kuei",
    "you": "yu",
    "yan": "yen",
    "yi": "i",
    "er": "erh",
    "ye": "yeh",
    "yue": "yueh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "yong": "yung",
    "e": "o",
}
_LONGEST_SYLLABLE = 6
_O_AFTER = frozenset({"d", "t", "n", "l", "r", "z", "c", "j", "zh", "ch"})


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """Character -> its syllables, the usual one first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    table = (resources.files("qa.text") / "data" / "names" / "pinyin.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        syllable, _, characters = line.partition(":")
        first, _, others = characters.partition("|")
        for character in first:
            found[character].insert(0, syllable)
        for character in others:
            found[character].append(syllable)
    return MappingProxyType({character: tuple(syllables) for character, syllables in found.items()})


def readings(character: str) -> tuple[str, ...]:
    """The Pinyin syllables of a character, without tones, "v" for ü; none where it is not of everyday use."""
    return _readings().get(character, ())


@cache
def syllables() -> frozenset[str]:
    """All syllables of Pinyin, as the press writes them ("lu" for lü)."""
    return frozenset(written for each in _readings().values() for syllable in each for written in _written(syllable))


def han(word: str) -> Lattice:
    """Latin spellings of Chinese characters, one sound a character; Wade-Giles counts as loose."""
    return tuple(map(_sound, word))


def is_reading(characters: str, folded: str) -> bool:
    """Whether a folded Latin form is the Pinyin of Chinese characters, read from end to end."""
    ends = {0}
    for character in characters:
        ends = {
            end + len(written)
            for end in ends
            for written in _sound(character).strict
            if folded.startswith(written, end)
        }
        if not ends:
            return False
    return len(folded) in ends


def is_pinyin(folded: str) -> bool:
    """Whether a folded Latin form can be read as syllables of Pinyin from end to end."""
    ends = {0}
    for start in range(len(folded)):
        if start in ends:
            sizes = range(1, _LONGEST_SYLLABLE + 1)
            ends.update(start + size for size in sizes if folded[start : start + size] in syllables())
    return len(folded) in ends


@cache
def _sound(character: str) -> Sound:
    found = readings(character)
    strict = dict.fromkeys(written for syllable in found for written in _written(syllable))
    loose = dict.fromkeys(wade_giles(syllable) for syllable in found)
    return Sound(tuple(strict) or ("\x00",), tuple(form for form in loose if form not in strict))


def _written(syllable: str) -> tuple[str, ...]:
    return (syllable,) if "v" not in syllable else (syllable.replace("v", "u"), syllable.replace("v", "yu"), syllable)


def wade_giles(syllable: str) -> str:
    """A syllable of Pinyin in Wade-Giles, without apostrophe ("zhong" gives "chung", "xie" gives "hsieh")."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    match = _PARTS.fullmatch(syllable)
    if match is None:
        return syllable
    initial, final = match.groups()
    if final == "uo" and initial in _O_AFTER:
        final = "o"
    return _INITIALS.get(initial, initial) + _FINALS.get(final, final)


# What the consonants of foreign names are heard as in Chinese characters (Xinhua, Names of the World's Peoples, 1993).
_TRANSCRIBED = {
    "b": "b p v",
    "p": "p b ph",
    "m": "m",
    "f": "f v ph w",
    "d": "d t",
    "t": "t d th",
    "n": "n",
    "l": "l r ll",
    "g": "g c k j gh",
    "k": "k c q ck ch x g",
    "h": "h g kh ch j",
    "j": "j g zh dj k c z",
    "q": "ch k c tch j q",
    "x": "sh s h c ch z x",
    "zh": "j zh dg g dj z",
    "ch": "ch tch c",
    "sh": "sh s sch ch",
    "r": "r l j",
    "z": "z ts s dz tz c",
    "c": "ts c z s",
    "s": "s th c z ss x sh",
    "w": "w v u",
    "y": "y i j",
}
_VANISHING = frozenset({"w", "y", "h"})
_CONSONANTS = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)[aeiouv]*(ng|n|r)?")


@cache
def _transcribed(syllable: str) -> tuple[Sound, ...]:
    match = _CONSONANTS.fullmatch(syllable)
    if match is None:
        return ()
    initial, final = match.groups()
    sounds = []
    if initial:
        spellings = tuple(_TRANSCRIBED[initial].split())
        sounds.append(Sound((*spellings, "") if initial in _VANISHING else spellings))
    if final in {"n", "ng"}:
        sounds.append(Sound(("n", "m", "ng", "nn")))
    elif final == "r":
        sounds.append(Sound(("r", "l", "rr", "ll", "")))
    return tuple(sounds)


def transcribed(word: str) -> Lattice:
    """The consonants of the foreign name that Chinese characters stand for by their sound; vowels may be anything.

    Of several readings the usual one counts.
    """
    return tuple(sound for character in word for sound in _transcribed((readings(character) or ("",))[0]))


@cache
def pinyin_of(character: str) -> tuple[str, ...]:
    """The Pinyin syllables of a character as the press writes them; none for other characters."""
    return _sound(character).strict if readings(character) else ()


@cache
def surname_spellings(character: str) -> frozenset[str]:
    """The Latin spellings of a surname of one character: Pinyin of all readings, and Wade-Giles."""
    sound = _sound(character)
    return frozenset((*sound.strict, *sound.loose))
