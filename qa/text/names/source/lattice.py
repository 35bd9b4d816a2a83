"""All Latin spellings that a name of another script may have, kept as one row of alternatives instead of a list.

A name of ten letters has thousands of romanisations; a lattice holds them as ten sets, and a table of costs (as in the
edit distance of R. A. Wagner and M. J. Fischer, 1974, JACM 21, 168-173) tells how far a Latin form is from the nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

LOOSE_COST = 0.3
"""Cost of a letter that no scheme writes but names brought in from a third language have ("W" for Russian "В")."""
_DOUBLING_COST = 0.3
_EDIT_COST = 1.0
_VOWELS = frozenset("aeiouy")
_LONGEST_KEY = 3


class Sound(NamedTuple):
    """What one letter (or group of letters) of the source becomes.

    strict: spellings of published schemes and of the press, the usual one first. loose: spellings that occur in names
    of third languages. An empty string means that the letter may vanish.
    """

    strict: tuple[str, ...]
    loose: tuple[str, ...] = ()


Lattice = tuple[Sound, ...]
Table = Mapping[str, Sound]


def read_table(lines: str) -> Table:
    """A table from lines "key strict spellings | loose spellings"; "-" stands for nothing, "$" after a key for the end.

    Rows of the same key in later lines replace earlier ones, so that a language may start from another's table.
    """
    table: dict[str, Sound] = {}
    for line in lines.splitlines():
        if not line.strip():
            continue
        strict, _, loose = line.partition("|")
        key, *spellings = strict.split()
        table[key] = Sound(_spellings(spellings), _spellings(loose.split()))
    return MappingProxyType(table)


def _spellings(written: list[str]) -> tuple[str, ...]:
    return tuple("" if spelling == "-" else spelling for spelling in written)


def lattice(word: str, table: Table) -> Lattice:
    """The alternatives for `word` (small letters), longest keys first; letters that the table lacks vanish."""
    sounds: list[Sound] = []
    at = 0
    while at < len(word):
        for size in range(_LONGEST_KEY, 0, -1):
            piece = word[at : at + size]
            found = (table.get(piece + "$") if at + size >= len(word) else None) or table.get(piece)
            if found is not None and len(piece) == size:
                sounds.append(found)
                at += size
                break
        else:
            at += 1
    return tuple(_doubled(sounds))


def _doubled(sounds: list[Sound]) -> Iterator[Sound]:
    """The same with two equal consonants joined: both letters are strict, one of them is loose."""
    at = 0
    while at < len(sounds):
        sound = sounds[at]
        if at + 1 < len(sounds) and sounds[at + 1] == sound and sound.strict[0] not in _VOWELS:
            pairs = tuple(spelling + spelling for spelling in sound.strict)
            yield Sound(pairs, (*sound.strict, *sound.loose))
            at += 2
            continue
        yield sound
        at += 1


def plain(sounds: Lattice) -> str:
    """The usual spelling: the first strict one of each sound."""
    return "".join(sound.strict[0] for sound in sounds)


def distance(sounds: Lattice, latin: str, *, free_vowels: bool = False) -> float:
    """How far `latin` (a folded form) is from the nearest spelling: 0 when a scheme gives it, about 1 for each edit.

    Args:
        sounds: The source name.
        latin: The folded Latin form.
        free_vowels: Vowels of `latin` that the source does not write cost nothing (Arabic, Persian, Hebrew).
    """
    size = len(latin)
    steps = _steps(latin, free_vowels=free_vowels)
    row = _grow([0.0] + [float(size + 1)] * size, steps)
    for sound in sounds:
        drop = 0.0 if "" in sound.strict else LOOSE_COST if "" in sound.loose else _EDIT_COST
        following = [cost + drop for cost in row]
        for at, cost in enumerate(row[:-1], 1):
            if cost + _EDIT_COST < following[at]:  # noqa: PLR1730 - twice as fast as min()
                following[at] = cost + _EDIT_COST
        _match(row, following, latin, sound.strict, 0.0)
        _match(row, following, latin, sound.loose, LOOSE_COST)
        row = _grow(following, steps)
    return row[size]


def _match(row: list[float], following: list[float], latin: str, spellings: tuple[str, ...], extra: float) -> None:
    """Enter into `following` every place where one of the spellings stands in `latin`."""
    for spelling in spellings:
        at = latin.find(spelling) if spelling else -1
        while at >= 0:
            end = at + len(spelling)
            if row[at] + extra < following[end]:  # noqa: PLR1730 - same
                following[end] = row[at] + extra
            at = latin.find(spelling, at + 1)


def _steps(latin: str, *, free_vowels: bool) -> list[float]:
    """What each letter of `latin` costs where it stands for nothing."""
    steps = []
    before = ""
    for letter in latin:
        vowel = letter in _VOWELS
        free = vowel and free_vowels
        steps.append(0.0 if free else _DOUBLING_COST if letter == before and not vowel else _EDIT_COST)
        before = letter
    return steps


def _grow(row: list[float], steps: list[float]) -> list[float]:
    """The same costs where letters of the Latin form may also stand for nothing."""
    for at, step in enumerate(steps):
        if row[at] + step < row[at + 1]:  # noqa: PLR1730 - same
            row[at + 1] = row[at] + step
    return row
