"""The evidence two single words give that they are one name, and the probability a small model makes of it.

The model is a logistic regression fitted on name items and on slips put into names (`tools/names_build/relation.py`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from qa.text.names.gazetteer import gazetteer
from qa.text.names.keys import skeleton
from qa.text.names.slips import slip
from qa.text.names.translit import likeness

if TYPE_CHECKING:
    from qa.text.names.slips import Slip

_LIKELIEST = 6.0
"""Likeness beyond which more says no more."""
_USUAL = 0.5
"""Likeness from which an edit is one that romanisations make."""
_LETTERS_FOR_SLIPS = 5
_SHORT = 0.1
"""Probability of short forms with an edit that only a slip would explain."""
_SHORTEST = 4
_LONGEST = 9


class Knowledge(Enum):
    """What the gazetteer knows of two forms."""

    SHARED = "shared"
    """One name item or place has both."""
    BOTH = "both"
    """It has both, apart from each other."""
    KNOWN = "known"
    """It has both; whether one item or place has them was not asked."""
    ONE = "one"
    NEITHER = "neither"
    NOTHING = "nothing"
    """It was not asked."""

    def unshared(self) -> Knowledge:
        """The same without looking at shared items."""
        return Knowledge.KNOWN if self in (Knowledge.SHARED, Knowledge.BOTH) else self


@dataclass(frozen=True, slots=True)
class Evidence:
    """What can be seen of two different folded words."""

    length: int
    """Letters of the shorter one."""
    likeness: float
    slip: Slip | None
    knowledge: Knowledge
    first_differs: bool
    same_skeleton: bool
    is_short: bool = False
    """Neither form has five letters: too many names are one slip apart from them by chance."""

    def with_knowledge(self, knowledge: Knowledge) -> Evidence:
        """The same evidence had the gazetteer said something else."""
        return replace(self, knowledge=knowledge)


def evidence_of(a: str, b: str) -> Evidence:
    """The evidence two folded words give; the order makes no difference but for the direction of a slip."""
    return Evidence(
        min(len(a), len(b)),
        likeness(a, b),
        slip(a, b),
        knowledge_of(a, b),
        a[:1] != b[:1],
        skeleton(a) == skeleton(b),
        max(len(a), len(b)) < _LETTERS_FOR_SLIPS,
    )


def knowledge_of(a: str, b: str) -> Knowledge:
    """What the gazetteer knows of two folded forms."""
    known = gazetteer()
    if known.shares_item(a, b):
        return Knowledge.SHARED
    return (Knowledge.NEITHER, Knowledge.ONE, Knowledge.BOTH)[known.knows(a) + known.knows(b)]


def features(evidence: Evidence) -> Mapping[str, float]:
    """Values of the model's features by name."""
    like = max(-_LIKELIEST, min(_LIKELIEST, evidence.likeness))
    know = evidence.knowledge.value
    length = max(_SHORTEST, min(evidence.length, _LONGEST))
    kind = _SYMMETRIC.get(evidence.slip.kind.name, evidence.slip.kind.name) if evidence.slip else "NO_SLIP"
    found = {
        f"knows {know}": 1.0,
        f"like {know}": max(like, 0.0),
        f"unlike {know}": min(like, 0.0),
        # An edit that romanisations often make is a slip of another sort, if one at all.
        f"slip {kind}{' usual' if like >= _USUAL else ''}": 1.0,
        f"length {length}": 1.0,
    }
    if evidence.slip:
        found[f"slip {know}"] = 1.0
        found["slip length"] = length / _LONGEST
        found["slip unlike"] = min(like, 0.0)
    if evidence.first_differs:
        found["first differs"] = 1.0
    if evidence.same_skeleton:
        found["same skeleton"] = 1.0
    return found


_SYMMETRIC = MappingProxyType({"ADDED": "DROPPED", "UNDOUBLED": "DOUBLED"})
"""Kinds of slips that are one seen from the other side."""


@cache
def _weights() -> Mapping[str, float]:
    text = (resources.files("qa.text") / "data" / "names" / "relation.txt").read_text(encoding="utf-8")
    rows = (line.rpartition(" ") for line in text.splitlines())
    return MappingProxyType({name: float(weight) for name, _, weight in rows})


def probability(evidence: Evidence) -> float:
    """Probability, 0 to 1, that two words with such evidence are spellings of one name, were both equally frequent."""
    weights = _weights()
    if evidence.is_short and evidence.likeness < _USUAL:
        return _SHORT
    total = sum(weights.get(name, 0.0) * value for name, value in features(evidence).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
