"""Pairs of spellings to learn from: of one name, and of two names of like sound."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import OSA

from names_build.places import LARGE
from names_build.sources import Group, RawPlace, plain
from qa.text.names.exclusions import never_same
from qa.text.names.fold import fold
from qa.text.names.keys import bare, skeleton

SEED = 20
_PAIRS_A_GROUP = 6
_PAIRS_A_PLACE = 3
_LIKE_CYRILLIC = 0.62
_LIKE_EACH_OTHER = 0.5
_LEAST_LIKE = 0.3
_BLOCK = 150
_PAIRS_A_BLOCK = {"names": 400, "far": 16}
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
    return (
        longer.startswith(shorter) and len(longer) > len(shorter) and bool(_INFLECTED.fullmatch(longer[len(shorter) :]))
    )


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


def _blocks(groups: Iterable[Group]) -> dict[str, list[tuple[str, str]]]:
    """Spellings and their items by what they begin or end with and by their consonants."""
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group in groups:
        for form in group.latin[:3]:
            if len(form) >= 3 and " " not in form:
                for key in (form[:2], f"_{form[1:4]}", f"{form[-4:]}$", f"={skeleton(form)}", f"-{bare(form)}"):
                    blocks[key].append((form, group.item))
    return blocks


def names_of_two(groups: Iterable[Group], dice: random.Random) -> list[Pair]:
    """Pairs of like-sounding spellings of two name items that share no spelling and differ in Cyrillic too.

    The kind is "far" for pairs no nearer than two names of one article may be.
    """
    strong = [group for group in groups if len(group.forms) >= 4 and group.cyrillic]
    forms = {group.item: set(group.latin) for group in strong}
    sounds = {group.item: {_plain_cyrillic(form) for form in group.cyrillic} for group in strong}
    found: dict[tuple[str, str], Pair] = {}
    for _, members in sorted(_blocks(strong).items()):
        dice.shuffle(members)
        taken = {"names": 0, "far": 0}
        for (a, one), (b, two) in combinations(members[:_BLOCK], 2):
            kind = "names" if _is_near(a, b) else "far" if _is_far(a, b) else ""
            if one == two or a == b or not kind or taken[kind] >= _PAIRS_A_BLOCK[kind]:
                continue
            if forms[one] & forms[two] or sounds[one] & sounds[two] or never_same(a, b):
                continue
            taken[kind] += 1
            found.setdefault((min(a, b), max(a, b)), Pair(a, b, False, one, kind))
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


def _is_far(a: str, b: str) -> bool:
    """Whether two names are as unlike as two of one article, yet not wholly unlike."""
    return _LEAST_LIKE <= _similarity(a, b) < _LIKE_EACH_OTHER + 0.15


def _is_near(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 3:
        return False
    shorter = min(len(a), len(b))
    allowed = 1 if shorter < 6 else 2 if shorter < 9 else 3
    return 1 <= OSA.distance(a, b, score_cutoff=allowed) <= allowed
