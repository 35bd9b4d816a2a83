"""How likely two spellings are romanisations of one name: the sum of learned weights of the edits between them.

The weights come from a logistic regression over pairs of spellings of one name against spellings of two different names
(`tools/names_build/likeness.py`), classes of equal weight, so that their sum is a natural log likelihood ratio.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOWELS = frozenset("aeiouy")
# Letter -> sort: consonant, vowel, or one of the letters that romanisations put in and leave out. Never changed; a bare
# dictionary because a read-only view costs a tenth of the speed.
_SORTS: Mapping[str, str] = (
    dict.fromkeys("bcdfgklmnpqrstvwxz", "c") | dict.fromkeys("aeiou", "v") | {letter: letter for letter in "hjy^$"}
)
_LONGEST_PIECE = 5
EQUAL = 12.0
"""Likeness of a form with itself, above that of any two different ones."""


@cache
def _weights() -> dict[str, float]:
    text = (resources.files("qa.text") / "data" / "names" / "likeness.txt").read_text(encoding="utf-8")
    found: dict[str, float] = {}
    for line in text.splitlines():
        weight, _, keys = line.partition(" ")
        found.update(dict.fromkeys(keys.split(" "), float(weight)))
    return found


def likeness(a: str, b: str) -> float:
    """Natural log likelihood ratio that two different folded forms are one name rather than two names of like sound.

    Positive speaks for one name: 2 means that the edits between the forms are 7 times as usual among spellings of one
    name. It knows nothing about slips of typing, exonyms and renamings. The order of the forms makes no difference.
    """
    if a == b:
        return EQUAL
    weights = _weights()
    return sum([weights[key] for key in edit_keys(a, b) if key in weights])


def pieces(a: str, b: str) -> list[tuple[str, str, str, str]]:
    """The pieces that differ: of a, of b, letter before, letter after (`^` and `$` at the ends)."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    one, two = a[start : len(a) - end], b[start : len(b) - end]
    before = a[start - 1] if start else "^"
    after = a[len(a) - end] if end else "$"
    if len(one) < 2 or len(two) < 2:
        return [(one, two, before, after)]
    return _aligned(one, two, before, after)


def _aligned(one: str, two: str, before: str, after: str) -> list[tuple[str, str, str, str]]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - 22 ms that few texts need

    found = []
    at_one = at_two = 0
    for start_one, start_two, size in Levenshtein.opcodes(one, two).as_matching_blocks():
        if start_one > at_one or start_two > at_two:
            left = one[at_one - 1] if at_one else before
            right = one[start_one] if start_one < len(one) else after
            found.append((one[at_one:start_one], two[at_two:start_two], left, right))
        at_one, at_two = start_one + size, start_two + size
    return found


def edit_keys(a: str, b: str) -> list[str]:
    """Names of the features of a pair, the same for both orders: one for each weight of the table that applies."""
    if a > b:
        a, b = b, a
    found = pieces(a, b)
    keys: list[str] = []
    changed = 0
    for one, two, left, right in found:
        changed += max(len(one), len(two))
        _add_keys(keys, *((one, two) if one <= two else (two, one)), left, right)
    keys.append(f"n{min(len(found), 5)}/{min(changed, 8)}")
    keys.append(f"l{min(len(a), len(b), 12)}/{min(changed, 4)}")
    return keys


def _add_keys(keys: list[str], one: str, two: str, left: str, right: str) -> None:
    """Add the features of one edit: its sort, itself, and itself with what stands before, after and around it."""
    before, after = _SORTS.get(left, "c"), _SORTS.get(right, "c")
    keys.append(f"{before}>{_sort(one)}~{_sort(two)}<{after}")
    if len(two) > _LONGEST_PIECE or len(one) > _LONGEST_PIECE:
        return
    edit = f"{one}~{two}"
    keys += (edit, f"{left}>{edit}", f"{edit}<{right}", f"{before}>{edit}<{after}")
    if not one and two in (left, right):
        keys.append(f"dbl{before}" if two == left else f"dbl<{after}")


@lru_cache(maxsize=4096)
def _sort(piece: str) -> str:
    return "".join([_SORTS.get(letter, "c") for letter in piece]) if len(piece) <= 3 else "w"
