"""Two spellings held to be one name, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """ERROR: one of the spellings is a slip, or nobody would write both. STYLE: both are in use, one should do."""

    ERROR = "error"
    STYLE = "style"


class Link(NamedTuple):
    """odd: the less established spelling. confidence: 0 to 1, that a careful editor would make both alike.

    reasons: what speaks for one name, in words, the strongest first.
    """

    odd: str
    main: str
    confidence: float
    outcome: Outcome
    reasons: tuple[str, ...]
