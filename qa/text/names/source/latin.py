"""How English writes names of other Latin-script languages: letter by letter, accents kept, dropped or resolved.

Resolved letters follow ICAO Doc 9303 part 3 section 6 ("ä" as "ae", "ø" as "oe", "ñ" as "n").
"""

from __future__ import annotations

from functools import cache

from qa.text.names.fold import fold
from qa.text.names.source.lattice import Lattice, Sound

_RESOLVED = {
    "ä": ("a", "ae"),
    "ö": ("o", "oe"),
    "ü": ("u", "ue"),
    "ø": ("o", "oe"),
    "å": ("a", "aa"),
    "æ": ("ae", "a"),
    "œ": ("oe", "o"),
    "ß": ("ss", "s"),
    "þ": ("th",),
    "ð": ("d", "dh"),
    "đ": ("d", "dj"),
    "ñ": ("n", "ny"),
    "ij": ("ij", "y"),
}


@cache
def _sound(letter: str) -> Sound:
    plain = fold(letter)
    return Sound(_RESOLVED.get(letter, (plain,)))


def latin(word: str) -> Lattice:
    """The English spellings of a word in Latin letters."""
    return tuple(_sound(letter) for letter in word.lower() if fold(letter))
