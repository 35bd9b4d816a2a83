"""Parts of a written name that are no name themselves: titles, initials, possessive endings, particles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.text.names import runs
from qa.text.names.fold import fold
from qa.text.names.titles import is_rank

_MORE_TITLES = frozenset("the st senor senora don dona".split())
"""What stands before names beside the ranks of `qa.text.names.titles`, folded."""
MEN = frozenset(
    "mr sir lord baron count duke king prince emperor tsar sultan father brother herr monsieur senor don".split()
)
"""Titles of men."""
WOMEN = frozenset(
    (
        "mrs ms miss dame lady baroness countess duchess queen princess empress sister congresswoman chairwoman frau "
        "madame mme mlle senora dona"
    ).split()
)
"""Titles of women."""
_JOINING = frozenset("of et und st".split())
"""Particles of names in prose that no spelling of the name lacks."""
PARTICLES = (runs.PARTICLES - _JOINING) | frozenset("ad an as ash at ar az abu bint les zum o".split())
"""Words inside names, folded, that spellings of one name may have or lack, where written small or before a hyphen.

Beside those that join capitalised words in prose, the Arabic article before letters that it takes the sound of, and
others that in prose are mostly words of another kind ("an", "as", "at").
"""
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’ʼ]s|(?<=[sxz])['’ʼ])$")
# The Arabic article, joined by a hyphen or an apostrophe in some spellings and loose in others.
_ARTICLE = re.compile(r"\b([AaEe][ldnrstz]h?)[-‐‑'’](?=\w{3})")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.)+$|^[A-ZÀ-Þ]$")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; all parts are folded."""

    words: tuple[str, ...]
    """The words that carry the name, at least one."""
    initials: tuple[str, ...]
    titles: tuple[str, ...]


@lru_cache(maxsize=4096)
def name_parts(name: str) -> NameParts:
    """Take a written name apart: "President J. Lenk’s" has the word "lenk", initial "j" and title "president".

    A title, particle or initial that is all there is counts as the name.
    """
    bare = _POSSESSIVE.sub("", name.strip())
    written = _ARTICLE.sub(lambda match: match[1].lower() + " ", bare).split()
    titles = []
    while len(written) > 1 and _is_title(written[0]):
        titles.append(fold(written.pop(0)))
    # A bare capital at the end is a syllable ("Tae U") rather than an initial.
    initials = [word for word in written[:-1] if _INITIAL.match(word)]
    kept = [word for word in written if word not in initials]
    words = [fold(word) for word in kept if not (word.islower() and fold(word) in PARTICLES)] or list(map(fold, kept))
    return NameParts(tuple(filter(None, words)) or (fold(name),), tuple(map(fold, initials)), tuple(titles))


def _is_title(word: str) -> bool:
    """Whether a word is a title where a name follows; some are family names as well."""
    folded = fold(word)
    return folded in _MORE_TITLES or is_rank(folded)
