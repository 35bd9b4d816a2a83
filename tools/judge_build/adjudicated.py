"""Pairs of spellings that stand in the training texts by themselves and are one name."""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).parent / "adjudicated.txt"


def adjudicated_pairs() -> frozenset[tuple[str, str]]:
    """The pairs of `adjudicated.txt`, each in alphabetical order; raises ValueError for a line that is no pair."""
    pairs = set()
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            one, two = sorted(line.split())
            pairs.add((one, two))
    return frozenset(pairs)
