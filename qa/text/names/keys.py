"""Blocking keys of folded names (a stand-in until the real one is merged)."""

from __future__ import annotations

import re

_CLASSES = (
    ("shch", "S"), ("schtsch", "S"), ("szcz", "S"), ("tch", "C"), ("tsch", "C"), ("cz", "C"), ("ch", "C"),
    ("sch", "S"), ("sh", "S"), ("kh", "k"), ("zh", "z"), ("ph", "f"), ("ts", "z"), ("tz", "z"), ("th", "t"),
    ("gh", "g"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("j", ""), ("h", ""), ("x", "ks"),
)  # fmt: skip
_VOWELS = re.compile("[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_LONGEST = 10


def blocking_keys(folded: str) -> frozenset[str]:
    """Keys of which near names share one."""
    skeleton = folded
    for letters, mark in _CLASSES:
        skeleton = skeleton.replace(letters, mark)
    skeleton = _DOUBLED.sub(r"\1", skeleton[:1] + _VOWELS.sub("", skeleton[1:]))
    bare = folded[:1] + _VOWELS.sub("", folded[1:])
    keys = {"s" + skeleton} if len(skeleton) > 2 else set()
    for mark, word in (("d", folded[:_LONGEST]), ("v", bare)):
        if len(word) > 2:
            keys.add(mark + word)
            keys.update(mark + word[:at] + word[at + 1 :] for at in range(len(word)))
    return frozenset(keys)
