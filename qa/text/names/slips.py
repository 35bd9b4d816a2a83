"""Slips of typing: what one or two small mistakes make one form of another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

TWO_SLIPS_LETTERS = 8
"""Letters both forms need for two slips in one name to be believed."""


class SlipKind(Enum):
    """What happened to the letters of a form."""

    DROPPED = "dropped letter"
    ADDED = "added letter"
    DOUBLED = "doubled letter"
    UNDOUBLED = "one of two like letters dropped"
    SWAPPED = "two neighbours swapped"
    SWAPPED_SYLLABLES = "consonants of two syllables swapped"
    NEIGHBOUR_KEY = "neighbouring key"
    WRONG_VOWEL = "wrong vowel"
    OTHER = "another letter"
    TWO = "two slips"


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slip of a kind did where, seen from the first form to the second."""

    kind: SlipKind
    position: int
    """Index in the first form of the first letter that differs."""


VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> dict[str, str]:
    places = {letter: (row, column + row / 2) for row, keys in enumerate(_ROWS) for column, letter in enumerate(keys)}
    return {
        one: "".join(
            two for two, (row, column) in places.items() if two != one and abs(row - r) <= 1 and abs(column - c) <= 1
        )
        for one, (r, c) in places.items()
    }


NEIGHBOURS = MappingProxyType(_neighbours())
"""Letter -> the letters on the keys beside it (QWERTY)."""


def slip(a: str, b: str) -> Slip | None:
    """The single slip that makes `b` of `a`, or two in forms of eight letters and more; None if there is no such.

    Both are folded. Doubling goes before adding, a neighbouring key before a wrong vowel, because it says more.
    """
    if a == b or abs(len(a) - len(b)) > 2:
        return None
    start = _common_start(a, b)
    end = _common_end(a, b, start)
    kind = _single(a, b, start, end)
    if kind is None and min(len(a), len(b)) >= TWO_SLIPS_LETTERS:
        kind = _double(a, b)
    return Slip(kind, start) if kind else None


def _common_start(a: str, b: str) -> int:
    shorter = min(len(a), len(b))
    for index in range(shorter):
        if a[index] != b[index]:
            return index
    return shorter


def _common_end(a: str, b: str, start: int) -> int:
    longest = min(len(a), len(b)) - start
    for count in range(longest):
        if a[-1 - count] != b[-1 - count]:
            return count
    return longest


def _single(a: str, b: str, start: int, end: int) -> SlipKind | None:
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if len(left) + len(right) == 1:
        return _one_letter(a, b, start)
    if len(left) != len(right):
        return None
    if len(left) == 1:
        return _substitution(left, right)
    return _exchange(left, right)


def _one_letter(a: str, b: str, start: int) -> SlipKind:
    longer = max(a, b, key=len)
    # The common start takes in the first of two like letters, so the odd one is at `start` or before it.
    letter = longer[start]
    double = letter in (longer[start - 1 : start], longer[start + 1 : start + 2])
    if longer is a:
        return SlipKind.UNDOUBLED if double else SlipKind.DROPPED
    return SlipKind.DOUBLED if double else SlipKind.ADDED


def _substitution(left: str, right: str) -> SlipKind:
    if left in VOWELS and right in VOWELS:
        return SlipKind.NEIGHBOUR_KEY if right in NEIGHBOURS.get(left, "") else SlipKind.WRONG_VOWEL
    return SlipKind.NEIGHBOUR_KEY if right in NEIGHBOURS.get(left, "") else SlipKind.OTHER


def _exchange(left: str, right: str) -> SlipKind | None:
    if left[0] != right[-1] or left[-1] != right[0] or left[1:-1] != right[1:-1]:
        return None
    if len(left) == 2:
        return SlipKind.SWAPPED
    return SlipKind.SWAPPED_SYLLABLES if _is_exchange(left) else None


def _is_exchange(piece: str) -> bool:
    """Whether the outer letters are of one sort, at most four letters apart, with one of the other sort between."""
    if len(piece) > 5:
        return False
    outer = {piece[0] in VOWELS, piece[-1] in VOWELS}
    return len(outer) == 1 and any((letter in VOWELS) != (piece[0] in VOWELS) for letter in piece[1:-1])


def _double(a: str, b: str) -> SlipKind | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 22 ms that few texts need

    return SlipKind.TWO if OSA.distance(a, b, score_cutoff=2) <= 2 else None
