"""What a check reports: findings with their evidence, and problems that kept one from being made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.core.category import Category, Severity
from qa.core.fix import Fix
from qa.core.span import Span

Argument = str | int | float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a finding.

    kind: `count`, `other-occurrence`, `source-text`, `lexicon`, `rule` or `model-score`.
    text: the reason in words ("Belousov 7, Belussov 1").
    weight: how much it counts beside the finding's other evidence, from 0 to 1.
    """

    kind: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding: the other spelling, the opening mark, the first of two sentences."""

    segment: str
    span: Span
    text: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect at exact characters.

    check: id of the check. segment: id of the segment. span: code points in that segment's text. text: the characters
    of the span. confidence: measured probability, 0 to 1, that a careful editor agrees. message: one sentence for
    people, made from the check's template `message_id` and `args`. forms: the spellings that were compared, for
    consistency checks. fingerprint: identity that outlives edits elsewhere, set by the engine.
    """

    check: str
    category: Category
    severity: Severity
    confidence: float
    segment: str
    span: Span
    text: str
    message_id: str
    message: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    forms: tuple[str, ...] = ()
    source_span: Span | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or checked; never mixed with findings.

    where: file, record or check concerned. what: one line that says what went wrong and what to do.
    kind: `read`, `check`, `need` or `plugin`. error: the exception's class name, where there was one.
    """

    where: str
    what: str
    kind: str = "read"
    error: str = ""
    line: int | None = None


def fingerprint(check: str, matched: str, before: str, after: str, segment: str, ordinal: int) -> str:
    """Identity of a finding: 16 hexadecimal digits of BLAKE2b over what it points at.

    check: check id. matched: characters found. before, after: the two tokens on each side. segment: the segment's key.
    ordinal: how many findings with all of this equal come before it. Message, offset, severity, confidence and
    suggestions stay out, so that new wording or an edit elsewhere never revives a dismissed finding.
    """
    key = "\x1f".join((check, matched, before, after, segment, str(ordinal)))
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
