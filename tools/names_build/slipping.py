"""Names with slips of typing put in, to learn from."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

from names_build.pairs import Pair
from qa.text.names.slips import NEIGHBOURS, VOWELS, SlipKind


def _dropped(form: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(form))
    return form[:at] + form[at + 1 :]


def _doubled(form: str, dice: random.Random) -> str:
    at = dice.randrange(len(form))
    return form[: at + 1] + form[at:]


def _undoubled(form: str, _dice: random.Random) -> str:
    return re.sub(r"(.)\1", r"\1", form, count=1)


def _swapped(form: str, dice: random.Random) -> str:
    at = dice.randrange(len(form) - 1)
    return form[:at] + form[at + 1] + form[at] + form[at + 2 :]


def _syllables(form: str, dice: random.Random) -> str:
    places = [
        at
        for at in range(len(form) - 2)
        if form[at] not in VOWELS and form[at + 1] in VOWELS and form[at + 2] not in VOWELS
    ]
    if not places:
        return form
    at = dice.choice(places)
    return form[:at] + form[at + 2] + form[at + 1] + form[at] + form[at + 3 :]


def _key(form: str, dice: random.Random) -> str:
    at = dice.randrange(len(form))
    return form[:at] + dice.choice(NEIGHBOURS.get(form[at], form[at])) + form[at + 1 :]


def _vowel(form: str, dice: random.Random) -> str:
    places = [at for at, letter in enumerate(form) if letter in VOWELS]
    if not places:
        return form
    at = dice.choice(places)
    return form[:at] + dice.choice("aeiou") + form[at + 1 :]


def _other(form: str, dice: random.Random) -> str:
    at = dice.randrange(len(form))
    return form[:at] + dice.choice("abcdefghijklmnopqrstuvwxyz") + form[at + 1 :]


_SLIPS: tuple[tuple[SlipKind, Callable[[str, random.Random], str]], ...] = (
    (SlipKind.DROPPED, _dropped), (SlipKind.DOUBLED, _doubled), (SlipKind.UNDOUBLED, _undoubled),
    (SlipKind.SWAPPED, _swapped), (SlipKind.SWAPPED_SYLLABLES, _syllables), (SlipKind.NEIGHBOUR_KEY, _key),
    (SlipKind.WRONG_VOWEL, _vowel), (SlipKind.OTHER, _other),
)  # fmt: skip


def slipped(names: Iterable[str], dice: random.Random) -> list[Pair]:
    """Names with one slip each, all kinds equally often where they are possible."""
    found = []
    for index, name in enumerate(names):
        kind, make = _SLIPS[index % len(_SLIPS)]
        wrong = make(name, dice)
        if wrong != name:
            found.append(Pair(name, wrong, True, name, f"slip {kind.value}"))
    return found
