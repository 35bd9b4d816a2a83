"""Differences between two spellings that are grammar or another name, not spelling."""

from __future__ import annotations

import re

_SHORTEST_STEM = 3
# What derives one English or transliterated word from another: demonyms, adjectives, plurals, gender.
_DERIVING = re.compile(
    r"[aeiouy]{0,2}(?:ans?|ns?|nians?|nese|ese|ish|ch|ic|ists?|ism|ites?|ers?|s|d|ing|v?sk(?:y|iy?|yy|ij|ay?a|aia|oye|oe|o)?"
    r"|va|vo|ina?|vich|vna|shchina|schina|vka|vets|tsy|ets)"
)
_PREFIX_DERIVING = re.compile(
    r"(?:a|s|n|i|e?an|ia|ian|ese|ish|ist|ic|er|in|ov|ova|sk|ska|sky|ski|aya|skaya|ites?|y|ya|(?:ov|ev)?ichi|ane|tsy)s?"
)
_ADJECTIVE = re.compile(r"sk(?:y|i|iy|yy|ij|aya|aia|aja|oye|oe|o|a|oi|oy|om|ogo|ii)?$")
_ONLY_VOWELS = frozenset("aeiouy")


def is_derivation(one: str, other: str) -> bool:
    """Whether two folded words differ by a suffix that makes another word: demonym, adjective, plural, gender.

    "russia" and "russian", "kalinin" and "kalininsky", "serov" and "serova" do; "sergei" and "sergey" do not.
    """
    stem = _common_start(one, other)
    if len(stem) < _SHORTEST_STEM:
        return False
    first, second = sorted((one[len(stem) :], other[len(stem) :]), key=len)
    if not first:
        return bool(_PREFIX_DERIVING.fullmatch(second))
    if bool(_ADJECTIVE.search(one)) != bool(_ADJECTIVE.search(other)):
        return True
    return _ONLY_VOWELS.issuperset(first) and not _ONLY_VOWELS.issuperset(second) and bool(_DERIVING.fullmatch(second))


def _common_start(one: str, other: str) -> str:
    """The letters that two words begin with in common."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return one[:size]
