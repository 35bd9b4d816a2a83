"""How two spellings are related: one name written differently, a slip, another name of the same place, or two names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Literal

from qa.text.names.evidence import Evidence, Knowledge, evidence_of, probability
from qa.text.names.exclusions import GENDERS, PLACES, never_same
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.parts import MEN, PARTICLES, WOMEN, NameParts, name_parts
from qa.text.names.slips import slip
from qa.text.names.translit import EQUAL, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.text.names.slips import Slip

Use = Literal["items", "attestation", "nothing"]
"""What of the gazetteer may speak: all, only which forms it has, or nothing (exclusions use it always)."""

DIVIDED: Final = "syllables divided differently"
PART: Final = "one is a part of the other"
INITIALS: Final = "different initials"
_ROMANISED = 1.0
"""Likeness from which an edit that could be a slip is called a romanisation."""
SAME = 0.5
"""Score from which a kind other than NONE is given."""
_FOLDED = 1.0
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_RENAMED = 0.97
_OTHER_NAME = 0.85
_OTHER_NAME_SMALL = 0.6
_LARGE = 100_000
_PART_OF_NAME = 0.7
"""What is left of a score when one side lacks words of the other ("Dara Lenk" and "Lenk")."""


class RelationKind(Enum):
    """In what way two forms are one name."""

    FOLD = "case, accents, hyphens or apostrophes"
    ROMANISATION = "romanisation or spelling of another language"
    SLIP = "slip of typing"
    OTHER_NAME = "another name of the same place"
    NONE = "no relation"


@dataclass(frozen=True, slots=True)
class Relation:
    """What two forms say about each other without any context."""

    kind: RelationKind
    score: float
    """Probability, 0 to 1, that both are spellings of one name."""
    likeness: float
    """See `qa.text.names.translit.likeness`; of names of several words that of the least alike pair of words."""
    slip: Slip | None
    """The slip, if one or two would make the second form of the first."""
    excluded: str | None
    """Why they cannot be one name; then the score is 0."""


_NOTHING = Relation(RelationKind.NONE, 0.0, -EQUAL, None, None)


def relate(a: str, b: str, *, use: Use = "items") -> Relation:
    """How two names, as written, are related; the order makes no difference but for the direction of a slip.

    Titles, initials, possessive endings and particles do not count. Names of several words are compared word by word;
    where one has more words, the last ones are compared and the score is lower.

    Args:
        a: One form, of one or more words.
        b: The other.
        use: What of the gazetteer may speak, for measuring how much depends on it.
    """
    one, two = name_parts(a), name_parts(b)
    if reason := _clash(one, two) or _division(a, b):
        return Relation(RelationKind.NONE, 0.0, EQUAL, None, reason)
    if "".join(one.words) == "".join(two.words) or _closed(a) == _closed(b) or _expanded(a) == _expanded(b):
        return Relation(RelationKind.FOLD, _FOLDED, EQUAL, None, None)
    first, second = " ".join(one.words), " ".join(two.words)
    excluded = never_same(first, second)
    other = _other_name(first, second, excluded) if use == "items" else None
    if other:
        return other
    if len(one.words) != len(two.words):
        return _unequal(one.words, two.words, excluded, use)
    found = [_of_words(x, y, use) for x, y in zip(one.words, two.words, strict=True) if x != y]
    return _joined(found, excluded)


def _closed(name: str) -> str:
    return fold(name).replace(" ", "")


def _expanded(name: str) -> str:
    """The folded form with umlauts written as two letters, as in German and Scandinavian names on old keyboards."""
    return _closed(name if name.isascii() else name.lower().translate(_UMLAUTS))


def _clash(one: NameParts, two: NameParts) -> str | None:
    """Why titles or initials forbid that two names are of one person."""
    titles = set(one.titles), set(two.titles)
    if (titles[0] & MEN and titles[1] & WOMEN) or (titles[0] & WOMEN and titles[1] & MEN):
        return GENDERS
    for mine, other in ((one, two), (two, one)):
        given = {word[:1] for word in (*other.words[:-1], *other.initials)}
        if mine.initials and given and mine.initials[0][:1] not in given and len(mine.words) == 1:
            return INITIALS
    return None


def _division(a: str, b: str) -> str | None:
    """Reason if one name is a part of the other, a compound, or if both have the same letters in as many parts, divided
    elsewhere ("Tae Min-a", "Tae Mi-na").
    """
    for whole, part in ((a, b), (b, a)):
        pieces = set(map(_closed, whole.split("-")))
        if len(pieces) > 1 and "-" not in part and _closed(part) in pieces and pieces.isdisjoint(PARTICLES):
            return PART
    if "-" not in a or "-" not in b or _closed(a) != _closed(b):
        return None
    one, two = fold(a.replace("-", " ")).split(), fold(b.replace("-", " ")).split()
    return DIVIDED if len(one) == len(two) and one != two else None


def _other_name(a: str, b: str, excluded: str | None) -> Relation | None:
    """The relation of two names of one place that are listed as renamed, or do not sound alike."""
    known = gazetteer()
    if known.renamed(a, b) and excluded in (None, PLACES):
        return Relation(RelationKind.OTHER_NAME, _RENAMED, likeness(a, b), slip(a, b), None)
    if excluded or not (known.is_place(a) or known.is_place(b)):
        return None
    shared = {place for place in known.places(a) if place in known.places(b)}
    if not shared or likeness(a, b) > 0 or slip(a, b):
        return None
    large = any(place.population >= _LARGE for place in shared)
    score = _OTHER_NAME if large else _OTHER_NAME_SMALL
    return Relation(RelationKind.OTHER_NAME, score, likeness(a, b), None, None)


def _of_words(a: str, b: str, use: Use) -> Relation:
    evidence = evidence_of(a, b)
    if use != "items":
        evidence = evidence.with_knowledge(Knowledge.NOTHING if use == "nothing" else evidence.knowledge.unshared())
    score = probability(evidence)
    kind = RelationKind.NONE if score < SAME else _kind(a, b, evidence)
    return Relation(kind, score, evidence.likeness, evidence.slip, None)


def _kind(a: str, b: str, evidence: Evidence) -> RelationKind:
    """Slip or romanisation: what a person's name item has beside another spelling is no slip."""
    if evidence.slip is None or evidence.likeness >= _ROMANISED:
        return RelationKind.ROMANISATION
    known = gazetteer()
    attested = evidence.knowledge is Knowledge.SHARED and known.person_items(a) & known.person_items(b)
    return RelationKind.ROMANISATION if attested else RelationKind.SLIP


def _joined(found: Sequence[Relation], excluded: str | None) -> Relation:
    """The relation of two names from those of their differing words."""
    weakest = min(found, key=lambda relation: relation.score, default=_NOTHING)
    slips = [relation.slip for relation in found if relation.slip]
    likeness = min((relation.likeness for relation in found), default=weakest.likeness)
    score = 0.0 if excluded else math.prod(relation.score for relation in found)
    kind = weakest.kind if score >= SAME else RelationKind.NONE
    return Relation(kind, score, likeness, slips[0] if slips else None, excluded)


def _unequal(one: Sequence[str], two: Sequence[str], excluded: str | None, use: Use) -> Relation:
    count = min(len(one), len(two))
    pairs = [(x, y) for x, y in zip(one[-count:], two[-count:], strict=True) if x != y]
    if not pairs:
        score = 0.0 if excluded else _PART_OF_NAME
        return Relation(RelationKind.NONE if excluded else RelationKind.FOLD, score, EQUAL, None, excluded)
    joined = _joined([_of_words(x, y, use) for x, y in pairs], excluded or never_same(*pairs[-1]))
    score = joined.score * _PART_OF_NAME
    kind = joined.kind if score >= SAME else RelationKind.NONE
    return Relation(kind, score, joined.likeness, joined.slip, joined.excluded)
