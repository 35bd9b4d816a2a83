"""Running one check on one text, with an eye on what it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from qa.core.check import Check, CorpusCheck, Example, Need
from qa.core.document import Document, Segment
from qa.core.finding import Finding
from qa.core.materials import NO_MATERIALS, Materials
from qa.core.span import Span
from qa.engine.corpus import corpus_findings
from qa.engine.run import check_document
from qa.text.analysis import Analysis

LAYERS: Mapping[str, Need] = MappingProxyType({
    "tokens": Need.TOKENS,
    "words": Need.WORDS,
    "blocks": Need.BLOCKS,
    "block_at": Need.BLOCKS,
    "role_at": Need.BLOCKS,
    "sentences": Need.SENTENCES,
    "sentence_at": Need.SENTENCES,
    "quotations": Need.QUOTATIONS,
    "mentions": Need.MENTIONS,
    "numbers": Need.NUMBERS,
    "lexicon": Need.LEXICON,
    "uncounted": Need.LEXICON,
})  # fmt: skip
"""Attributes of an analysis with the need that opens each."""
MATERIALS: Mapping[str, Need] = MappingProxyType({"source": Need.SOURCE, "references": Need.REFERENCE})
"""The same for a segment."""


class UndeclaredNeedError(AssertionError):
    """A check read something that it does not declare in `needs`."""


class Guard:
    """What a check may read, and what it did read.

    allowed: the check's needs; None lets everything pass. read: needs that were made use of.
    """

    def __init__(self, allowed: frozenset[Need] | None) -> None:
        """Start with nothing read."""
        self.allowed = allowed
        self.read: set[Need] = set()
        self.open = False

    def enter(self, name: str, need: Need) -> None:
        """Note that the check reads attribute `name`; raises UndeclaredNeedError where it may not."""
        if self.open:  # layers may read each other
            return
        if self.allowed is not None and need not in self.allowed:
            raise UndeclaredNeedError(f"reads {name}, but does not declare Need.{need.name}")
        self.read.add(need)


class GuardedSegment(Segment):
    """A segment that asks a guard before it gives away source or references."""

    guard: Guard | None = None

    def __getattribute__(self, name: str) -> Any:
        """Any attribute, guarded where it is a material."""
        need = MATERIALS.get(name)
        guard = super().__getattribute__("guard") if need else None
        if guard and need:
            guard.enter(f"segment.{name}", need)
        return super().__getattribute__(name)


class GuardedMaterials(Materials):
    """Materials that ask a guard before they give one away."""

    guard: Guard | None = None

    def __getattribute__(self, name: str) -> Any:
        """Any attribute, guarded where it is a material."""
        guard = super().__getattribute__("guard") if name in Materials.names() else None
        if guard:
            guard.enter(f"materials.{name}", Need(name))
        return super().__getattribute__(name)


class GuardedAnalysis(Analysis):
    """An analysis that asks a guard before it gives away a layer."""

    guard: Guard | None = None

    def __getattribute__(self, name: str) -> Any:
        """Any attribute, guarded where it is a layer."""
        need = LAYERS.get(name)
        guard = super().__getattribute__("guard") if need else None
        if guard is None or need is None:
            return super().__getattribute__(name)
        guard.enter(name, need)
        value = _opened(guard, super().__getattribute__, name)
        return value if not callable(value) else lambda *arguments: _opened(guard, value, *arguments)


def _opened(guard: Guard, function: Callable[..., Any], *arguments: Any) -> Any:
    """What `function` gives, free to read any layer."""
    before, guard.open = guard.open, True
    try:
        return function(*arguments)
    finally:
        guard.open = before


def document_of(example: Example, text: str | None = None, identity: str = "example") -> Document:
    """A document with one segment that holds the example's text (or `text` in its stead)."""
    segment = Segment(
        "1",
        example.text if text is None else text,
        lang=example.lang,
        source=example.source,
        source_lang=example.source_lang,
    )
    return Document(identity, identity, "plain", (segment,), lang=example.lang, source_lang=example.source_lang)


def run_check(
    check: type[Check],
    document: Document,
    options: Mapping[str, Any] | None = None,
    guard: Guard | None = None,
    materials: Materials = NO_MATERIALS,
) -> list[Finding]:
    """Findings of one check in one document; exceptions of the check pass through.

    guard: decides what the check may read, by default what it declares; UndeclaredNeedError where it reads more.
    """
    return run_instance(check(options, materials), document, guard or Guard(check.needs | check.wants))


def run_instance(check: Check, document: Document, guard: Guard) -> list[Finding]:
    """`run_check` for a check that is made already."""
    texts = [_guarded(document, ordinal, guard) for ordinal in range(len(document.segments))]
    check.materials = _guarded_materials(check.materials, guard)
    if isinstance(check, CorpusCheck):
        return list(corpus_findings(check, [(document, texts)]))
    return list(check_document(document, [check], texts, reraise=True).findings)


def _guarded(document: Document, ordinal: int, guard: Guard) -> Analysis:
    segment = document.segments[ordinal]
    copy = GuardedSegment(**{field.name: getattr(segment, field.name) for field in fields(Segment)})
    object.__setattr__(copy, "guard", guard)
    text = GuardedAnalysis(copy, document.lang, ordinal)
    text.guard = guard
    return text


def _guarded_materials(materials: Materials, guard: Guard) -> Materials:
    copy = GuardedMaterials(**{name: object.__getattribute__(materials, name) for name in Materials.names()})
    object.__setattr__(copy, "guard", guard)
    return copy


def spans_of(check: type[Check], example: Example, text: str | None = None) -> list[Span]:
    """Where a check finds something in an example (or in `text` in its stead), sorted; it may read anything."""
    found = run_check(check, document_of(example, text), example.options, Guard(None), example.materials)
    return sorted(finding.span for finding in found)
