"""Ranks, offices and roles that stand before a person's name."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _words(kind: str) -> frozenset[str]:
    table = (resources.files("qa.text") / "data" / "name_titles.txt").read_text(encoding="utf-8")
    rows = (line.partition(": ") for line in table.splitlines() if not line.startswith("#"))
    return frozenset(word for name, _, words in rows if name == kind for word in words.split())


def is_rank(word: str) -> bool:
    """Whether a lower-case word is a rank, office or form of address that is written with a capital before a name."""
    return word in _words("rank")


def is_role(word: str) -> bool:
    """Whether a lower-case word says what a person is or does, as in "economist Dara Lenk"."""
    return word in _words("role") or word in _words("rank")
