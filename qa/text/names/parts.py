"""Parts of a written name that are no name themselves: titles, initials, possessive endings, particles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.text.names.fold import fold

TITLES = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess king queen prince "
        "princess emperor empress tsar sultan emir sheikh imam ayatollah pope cardinal archbishop bishop father sister "
        "brother rabbi reverend rev saint st president vice prime foreign minister premier chancellor secretary senator "
        "sen representative rep congressman congresswoman governor gov mayor ambassador judge justice general gen "
        "lieutenant lt colonel col major maj captain capt sergeant sgt corporal private marshal admiral commander chief "
        "chairman chairwoman director deputy former acting the herr frau monsieur madame mme mlle senor senora don dona"
    ).split()
)
"""Ranks, offices and forms of address, folded; some are also family names and count as titles only before a name."""
PARTICLES = frozenset(
    (
        "al el ul ad an as ash at ar az bin ibn ben bint abu de del della di da do dos das du des la le les van von der den "
        "ter ten zu zum zur y e af av o"
    ).split()
)
"""Small words inside names, folded, that spellings of one name may have or lack."""
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


def name_parts(name: str) -> NameParts:
    """Take a written name apart: "President J. Lenk’s" has the word "lenk", initial "j" and title "president".

    A title, particle or initial that is all there is counts as the name.
    """
    written = _ARTICLE.sub(r"\1 ", _POSSESSIVE.sub("", name.strip())).split()
    titles = []
    while len(written) > 1 and fold(written[0]) in TITLES:
        titles.append(fold(written.pop(0)))
    initials = tuple(fold(word) for word in written if _INITIAL.match(word))
    kept = [fold(word) for word in written if not _INITIAL.match(word)]
    words = [word for word in kept if word not in PARTICLES] or kept or [fold(word) for word in written]
    return NameParts(tuple(word for word in words if word) or (fold(name),), initials, tuple(titles))
