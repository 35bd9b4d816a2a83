"""What the comparison with the source says of a spelling, before it becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.core.category import Severity

if TYPE_CHECKING:
    from qa.text.names.source.words import TargetWord


@dataclass(frozen=True, slots=True)
class Claim:
    """One spelling that the source does not bear out.

    message: key of the message. places: every place of the spelling. preferred: what should stand there, None where
    the evidence conflicts. source: the source form. others: places of the other spellings. forms: all spellings, the
    preferred one first. why: the reasons, beside the source form. confidence: measured share of right claims.
    """

    message: str
    places: Sequence[TargetWord]
    preferred: str | None
    source: str
    forms: tuple[str, ...]
    others: Sequence[TargetWord] = ()
    why: tuple[str, ...] = ()
    confidence: float = 0.95
    severity: Severity = Severity.MAJOR
