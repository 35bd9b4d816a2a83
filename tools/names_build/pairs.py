"""Pairs of spellings to learn from: of one name, of two names of like sound, and names with slips put in."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from anyascii import anyascii
from names_build.places import LARGE
from names_build.sources import Group, RawPlace, plain
from rapidfuzz.distance import OSA

from qa.text.names.exclusions import never_same
from qa.text.names.fold import fold
from qa.text.names.slips import NEIGHBOURS, VOWELS, SlipKind

SEED = 20
_PAIRS_A_GROUP = 6
_PAIRS_A_PLACE = 3
_LIKE_CYRILLIC = 0.62
_LIKE_EACH_OTHER = 0.5
_BLOCK = 150
_PAIRS_A_BLOCK = 400
# Case endings and the like that other languages put on a name: the pair tells of grammar, not of spelling.
_INFLECTED = re.compile(r"(?:s|as|is|us|os|a|u|om|em|ovi|i|e|y|um|n|en|in|na|ja)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two different folded forms, whether they are one name, and the name item or place they come from."""

    a: str
    b: str
    same: bool
    group: str
    kind: str


def usable(group: Group, excluded: frozenset[str]) -> bool:
    """Whether none of a group's spellings occurs in the excluded set."""
    return not any(form in excluded for form in group.latin)


def _similarity(a: str, b: str) -> float:
    return float(OSA.normalized_similarity(a, b))


def _spellings(group: Group) -> list[str]:
    latin = [form for form in group.latin if len(form) >= 4 and " " not in form]
    if group.cyrillic:
        romanised = {fold(anyascii(form)) for form in group.cyrillic}
        latin = [form for form in latin if max(_similarity(form, other) for other in romanised) >= _LIKE_CYRILLIC]
    return latin


def _is_inflected(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(shorter) and len(longer) > len(shorter) and bool(_INFLECTED.fullmatch(longer[len(shorter) :]))


def spellings_of_one(groups: Iterable[Group], dice: random.Random) -> list[Pair]:
    """Pairs of spellings of one name item that differ in romanisation, not in gender or case."""
    found = []
    for group in groups:
        forms = _spellings(group)
        pairs = [
            (a, b)
            for index, a in enumerate(forms)
            for b in forms[index + 1 :]
            if _similarity(a, b) >= _LIKE_EACH_OTHER and not _is_inflected(a, b) and not never_same(a, b)
        ]
        dice.shuffle(pairs)
        found += [Pair(a, b, True, group.item, "spelling") for a, b in pairs[:_PAIRS_A_GROUP]]
    return found


def names_of_one_place(places: Iterable[RawPlace], excluded: frozenset[str], dice: random.Random) -> list[Pair]:
    """Pairs of the main name of a large city and its like-sounding names in other languages."""
    found = []
    for number, place in enumerate(places):
        name = plain(place.name)
        if place.kind not in ("city", "capital") or place.population < LARGE or not name or " " in name:
            continue
        others = sorted({plain(form) or "" for form in place.alternates} - {name, ""})
        if name in excluded or any(form in excluded for form in others):
            continue
        like = [form for form in others if " " not in form and _similarity(form, name) >= _LIKE_EACH_OTHER]
        like = [form for form in like if not _is_inflected(form, name)]
        dice.shuffle(like)
        found += [Pair(name, form, True, f"place{number}", "place") for form in like[:_PAIRS_A_PLACE]]
    return found


def _plain_cyrillic(form: str) -> str:
    bare = fold(form).translate(str.maketrans("ёйэы", "еиеи"))
    return re.sub(r"(.)\1", r"\1", bare)


def names_of_two(groups: Sequence[Group], dice: random.Random) -> list[Pair]:
    """Pairs of like-sounding spellings of two name items that share no spelling and differ in Cyrillic too."""
    strong = [group for group in groups if len(group.forms) >= 4 and group.cyrillic]
    forms_of = {group.item: set(group.latin) for group in strong}
    sounds = {group.item: {_plain_cyrillic(form) for form in group.cyrillic} for group in strong}
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group in strong:
        for form in group.latin[:3]:
            if len(form) >= 4 and " " not in form:
                for key in (form[:2], f"_{form[1:4]}", f"{form[-4:]}$"):
                    blocks[key].append((form, group.item))
    found: dict[tuple[str, str], Pair] = {}
    for key in sorted(blocks):
        members = blocks[key]
        dice.shuffle(members)
        taken = 0
        for index, (a, one) in enumerate(members[:_BLOCK]):
            for b, two in members[index + 1 : _BLOCK]:
                if one == two or a == b or not _is_near(a, b):
                    continue
                if forms_of[one] & forms_of[two] or sounds[one] & sounds[two] or never_same(a, b):
                    continue
                taken += 1
                found.setdefault((min(a, b), max(a, b)), Pair(a, b, False, one, "names"))
            if taken > _PAIRS_A_BLOCK:
                break
    return list(found.values())


def two_places(places: Sequence[RawPlace], excluded: frozenset[str]) -> list[Pair]:
    """Pairs of like-sounding main names of two cities."""
    names = sorted({name for place in places if (name := plain(place.name)) and len(name) >= 4 and " " not in name})
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name not in excluded:
            blocks[name[:3]].append(name)
    return [
        Pair(a, b, False, a, "places")
        for members in blocks.values()
        for index, a in enumerate(members[:_BLOCK])
        for b in members[index + 1 : index + 30]
        if _is_near(a, b)
    ]


def _is_near(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 3:
        return False
    shorter = min(len(a), len(b))
    allowed = 1 if shorter < 6 else 2 if shorter < 9 else 3
    return 1 <= OSA.distance(a, b, score_cutoff=allowed) <= allowed


# slips


def _dropped(form: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(form))
    return form[:at] + form[at + 1 :]


def _doubled(form: str, dice: random.Random) -> str:
    at = dice.randrange(len(form))
    return form[: at + 1] + form[at:]


def _undoubled(form: str, dice: random.Random) -> str:
    return re.sub(r"(.)\1", r"\1", form, count=1)


def _swapped(form: str, dice: random.Random) -> str:
    at = dice.randrange(len(form) - 1)
    return form[:at] + form[at + 1] + form[at] + form[at + 2 :]


def _syllables(form: str, dice: random.Random) -> str:
    places = [at for at in range(len(form) - 2) if form[at] not in VOWELS and form[at + 1] in VOWELS and form[at + 2] not in VOWELS]
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
