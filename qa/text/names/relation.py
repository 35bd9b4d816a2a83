"""How two spellings are related: one name written differently, a slip, another name of the same place, or two names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from qa.text.names.evidence import Evidence, Knowledge, evidence_of, probability
from qa.text.names.exclusions import never_same
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.parts import name_parts
from qa.text.names.translit import EQUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.text.names.slips import Slip

Use = Literal["items", "attestation", "nothing"]
"""What of the gazetteer may speak: all, only which forms it has, or nothing (exclusions use it always)."""

SAME = 0.5
"""Score from which a kind other than NONE is given."""
_FOLDED = 1.0
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
    one, two = name_parts(a).words, name_parts(b).words
    if one == two or "".join(one) == "".join(two) or fold(a) == fold(b):
        return Relation(RelationKind.FOLD, _FOLDED, EQUAL, None, None)
    first, second = " ".join(one), " ".join(two)
    excluded = never_same(first, second)
    other = _other_name(first, second) if use == "items" else None
    if other and (excluded is None or other.score >= _RENAMED):
        return other
    if len(one) != len(two):
        return _unequal(one, two, excluded, use)
    found = [_of_words(x, y, use) for x, y in zip(one, two, strict=True) if x != y]
    return _joined(found, excluded)


def _other_name(a: str, b: str) -> Relation | None:
    """The relation of two names of one place that do not sound alike, or are listed as renamed."""
    known = gazetteer()
    if known.renamed(a, b):
        return Relation(RelationKind.OTHER_NAME, _RENAMED, evidence_of(a, b).likeness, evidence_of(a, b).slip, None)
    shared = {place.id: place for place in known.places(a)}.keys() & {place.id for place in known.places(b)}
    if not shared or not (known.is_place(a) or known.is_place(b)):
        return None
    evidence = evidence_of(a, b)
    if evidence.likeness > 0 or evidence.slip:
        return None
    large = any(place.id in shared and place.population >= _LARGE for place in known.places(a))
    score = _OTHER_NAME if large else _OTHER_NAME_SMALL
    return Relation(RelationKind.OTHER_NAME, score, evidence.likeness, None, None)


def _of_words(a: str, b: str, use: Use) -> Relation:
    evidence = evidence_of(a, b)
    if use != "items":
        evidence = evidence.with_knowledge(Knowledge.NOTHING if use == "nothing" else evidence.knowledge.unshared())
    score = probability(evidence)
    return Relation(_kind(evidence, score), score, evidence.likeness, evidence.slip, None)


def _kind(evidence: Evidence, score: float) -> RelationKind:
    if score < SAME:
        return RelationKind.NONE
    return RelationKind.SLIP if evidence.slip and evidence.likeness < 1 else RelationKind.ROMANISATION


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
