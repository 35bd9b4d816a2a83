"""English words that went through Cyrillic and back: "Uoshington" for Washington, "Dzhekson" for Jackson.

Cyrillic writes English by its sounds, and a system that does not know the word romanises it letter by letter. A word is
reduced to its consonant sounds in both spellings; where the sounds and the number of syllables agree with those of
exactly one frequent word, that is what was meant. The values of letters follow the practical transcription from English
into Russian (A. Giliarevsky, B. Starostin, “Inostrannye imena i nazvaniia v russkom tekste”, 1985) and the romanisation
of BGN/PCGN 1947.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from qa.text.lexicon import Lexicon

MARKS = re.compile(r"dzh|shn$|^u(?:o|i[^aeiou]|e[^aeiou])|[^aeiou]eyks")
"""What English words and names do not have: each stands for a sound that English spells otherwise."""
_LEAST_FREQUENCY = 2.5
"""Zipf value of words that a respelt one may stand for."""
_FEWEST_SOUNDS = 3
# Each rule is a pattern and the sounds it stands for, capitals so that later rules leave them alone.
_ENGLISH = (
    (r"(?:ti|ssi|si|ci)(?:on|an)", "SN"), (r"tch|ch", "C"), (r"dge|ge$|j", "J"), (r"sch|sh", "S"), (r"ph", "F"),
    (r"igh|gh(?=t|$)", "i"), (r"ck|qu?", "K"), (r"x", "KZ"), (r"^kn", "N"), (r"^wr", "R"), (r"wh|w(?=[aeiouy])", "V"),
    (r"w", ""), (r"c(?=[eiy])|s|z", "Z"), (r"c|k", "K"), (r"th|t", "T"), (r"g(?=[eiy])", "J"), (r"h", ""),
)  # fmt: skip
_CYRILLIC = (
    (r"shn$", "SN"), (r"dzh", "J"), (r"sh", "S"), (r"ch", "C"), (r"kh", ""), (r"ts", "TZ"), (r"^u(?=[aeio])", "V"),
    (r"ph|f", "F"), (r"s|z", "Z"), (r"k|c", "K"), (r"h", ""), (r"y(?![aeiou])", ""),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"([A-Z])\1+")
_SILENT_E = re.compile(r"(?<=[^aeiou])e$")


def meant_word(word: str) -> str | None:
    """The one frequent English word or name that a respelt word stands for, in small letters; None if there is none.

    Args:
        word: In small letters, not itself an English word.
    """
    if not MARKS.search(word):
        return None
    sounds = _sounds(word, _CYRILLIC)
    found = _by_sounds().get(sounds, ()) if len(sounds.split("/")[0]) >= _FEWEST_SOUNDS else ()
    return found[0] if len(found) == 1 else None


@cache
def _by_sounds() -> Mapping[str, tuple[str, ...]]:
    lexicon = Lexicon("en")
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(lexicon.counted_words()):
        if word.isascii() and word.isalpha() and lexicon.frequency(word) >= _LEAST_FREQUENCY:
            found[_sounds(word, _ENGLISH)].append(word)
    return MappingProxyType({sounds: tuple(words) for sounds, words in found.items()})


def _sounds(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    """Consonant sounds in order, a stroke, the number of syllables, and a hyphen where it ends in a vowel."""
    spoken = _SILENT_E.sub("", re.sub(r"^u(?=[aeio])", "w", re.sub("shn$", "shin", word)))
    syllables = len(_VOWELS.findall(spoken))
    is_open = "-" if re.search("[aeiouy]h?$", spoken) else ""
    for pattern, sounds in rules:
        word = re.sub(pattern, sounds, word)
    consonants = _VOWELS.sub("", word).upper()
    return _DOUBLED.sub(r"\1", consonants) + f"/{syllables}{is_open}"
