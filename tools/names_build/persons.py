"""Person names: folded spelling -> the name items that have it, and whether text uses it as given or family name."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from names_build.sources import Group, plain

TEXTS = "congress_press history_state presidents openstax wikinews".split()
"""Public-domain and CC BY texts in which places inside full names are counted."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WORD = r"[A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*"
# A full name of two words, or three with an initial, that no other capitalised word touches.
_FULL = re.compile(rf"(?<![\w’'-] )(?<![\w.])({_WORD})(?: [A-Z]\.)? ({_WORD})(?! [A-Z])")
_AFTER = re.compile(rf"[a-z,] ({_WORD})(?: [A-Z]\.)? ({_WORD})(?! [A-Z])")
_FEWEST = 6
_SHARE = 0.85


def base36(number: int) -> str:
    """A number in digits 0-9a-z."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits


def count_positions(folder: Path, known: frozenset[str]) -> tuple[Counter[str], Counter[str]]:
    """How often a folded form is first and last word of a full name whose two words are both known names."""
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for name in TEXTS:
        with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for match in _AFTER.finditer(line):
                    one, two = (
                        plain(match[1].removesuffix("'s").removesuffix("’s")),
                        plain(match[2].removesuffix("'s").removesuffix("’s")),
                    )
                    if one in known and two in known:
                        first[one] += 1
                        last[two] += 1
    return first, last


def flag(first: int, last: int) -> str:
    """`g` for a form that is nearly always first, `f` for one nearly always last, else nothing."""
    if first + last < _FEWEST:
        return ""
    share = first / (first + last)
    return " g" if share >= _SHARE else " f" if share <= 1 - _SHARE else ""


def person_lines(groups: Iterable[Group], folder: Path) -> list[str]:
    """Lines `form items flag`: items in base 36, comma-separated; blanks of a form as `_`."""
    items: dict[str, list[int]] = {}
    number = 0
    for group in groups:
        if not group.latin:
            continue
        for form in group.latin:
            if len(form) > 1:
                items.setdefault(form, []).append(number)
        number += 1
    first, last = count_positions(folder, frozenset(items))
    return [
        f"{form.replace(' ', '_')} {','.join(map(base36, numbers))}{flag(first[form], last[form])}"
        for form, numbers in items.items()
    ]
