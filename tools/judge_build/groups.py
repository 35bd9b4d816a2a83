"""Spellings of one name, from the name items of Wikidata."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from random import Random

from rapidfuzz.distance import OSA

_LATIN = re.compile(r"[a-zà-öø-ÿāăąćčďđēęěğīıłńňōőřśşšťūůűźżž]+\Z")
_CYRILLIC = re.compile(r"[а-яёіїєґђѓјљњћќџў]+\Z")
_LEAST_LETTERS = 4


class Groups:
    """Latin spellings by name item, and which names lie near one another without sharing an item."""

    def __init__(self, lines: Iterable[str], excluded: frozenset[str]) -> None:
        """lines: "form, form => item". excluded: forms that are kept for measuring."""
        self.slavic: list[list[str]] = []
        self.others: list[list[str]] = []
        self._items: defaultdict[str, set[int]] = defaultdict(set)
        for item, line in enumerate(lines):
            forms = [form.strip() for form in line.partition("=>")[0].split(",")]
            latin = [form for form in forms if _LATIN.match(form) and len(form) >= _LEAST_LETTERS]
            for form in latin:
                self._items[form].add(item)
            if len(latin) > 1 and excluded.isdisjoint(latin):
                (self.slavic if any(_CYRILLIC.match(form) for form in forms) else self.others).append(latin)
        self._blocks: defaultdict[str, list[str]] = defaultdict(list)
        for form in self._items:
            if form.isascii() and len(form) > _LEAST_LETTERS and form not in excluded:
                self._blocks[form[:3]].append(form)

    def variant_of(self, name: str, rnd: Random) -> str | None:
        """Another spelling of a name (lower case) that shares an item with it and looks like it."""
        for groups in (self.slavic, self.others):
            found = [form for group in self._groups_of(name, groups) for form in group if _like(name, form)]
            if found:
                return rnd.choice(found)
        return None

    def _groups_of(self, name: str, groups: list[list[str]]) -> list[list[str]]:
        if not hasattr(self, "_index"):
            self._index: dict[int, defaultdict[str, list[list[str]]]] = {}
        key = id(groups)
        if key not in self._index:
            self._index[key] = defaultdict(list)
            for group in groups:
                for form in group:
                    self._index[key][form].append(group)
        return self._index[key].get(name, [])

    def pair(self, rnd: Random) -> tuple[str, str] | None:
        """Two spellings of one name, drawn by chance, capitalised; mostly of names that Cyrillic writes too."""
        group = rnd.choice(self.slavic if rnd.random() < 0.8 else self.others)
        one = rnd.choice([form for form in group if form.isascii()] or group)
        others = [form for form in group if _like(one, form) and (form.isascii() or rnd.random() < 0.2)]
        return (one.capitalize(), rnd.choice(others).capitalize()) if others else None

    def neighbours(self, rnd: Random) -> tuple[str, str] | None:
        """Two different names one or two letters apart, capitalised."""
        block = self._blocks[rnd.choice(list(self._blocks)) if rnd.random() < 0.01 else rnd.choice(self._keys)]
        one = rnd.choice(block)
        near = [
            form
            for form in block
            if form != one and OSA.distance(one, form, score_cutoff=2) <= 2 and not self._items[one] & self._items[form]
        ]
        return (one.capitalize(), rnd.choice(near).capitalize()) if near else None

    @property
    def _keys(self) -> list[str]:
        if not hasattr(self, "_key_list"):
            self._key_list = [key for key, forms in self._blocks.items() if len(forms) > 5]
        return self._key_list


def _like(one: str, other: str) -> bool:
    """Whether two spellings are near enough to be told from another language's form of the name."""
    return one != other and OSA.normalized_similarity(one, other) >= 0.55
