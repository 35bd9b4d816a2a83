"""Parts of a written name that are no name themselves: titles, initials, possessive endings, particles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.text.names.fold import fold

TITLES = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess king "
        "queen prince princess emperor empress tsar sultan emir sheikh imam ayatollah pope cardinal archbishop "
        "bishop father sister brother rabbi reverend rev saint st president vice prime foreign minister premier "
        "chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor "
        "ambassador judge justice general gen lieutenant lt colonel col major maj captain capt sergeant sgt "
        "corporal private marshal admiral commander chief chairman chairwoman director deputy former acting the "
        "herr frau monsieur madame mme mlle senor senora don dona"
    ).split()
)
"""Ranks, offices and forms of address, folded; some are also family names and count as titles only before a name."""
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
PARTICLES = frozenset(
    (
        "al el ul ad an as ash at ar az bin ibn ben bint abu de del della di da do dos das du des la le les van "
        "von der den ter ten zu zum zur y e af av o"
    ).split()
)
"""Words inside names, folded, that spellings of one name may have or lack, where written small or before a hyphen."""
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
    while len(written) > 1 and fold(written[0]) in TITLES:
        titles.append(fold(written.pop(0)))
    # A bare capital at the end is a syllable ("Tae U") rather than an initial.
    initials = [word for word in written[:-1] if _INITIAL.match(word)]
    kept = [word for word in written if word not in initials]
    words = [fold(word) for word in kept if not (word.islower() and fold(word) in PARTICLES)] or list(map(fold, kept))
    return NameParts(tuple(filter(None, words)) or (fold(name),), tuple(map(fold, initials)), tuple(titles))
