"""Running checks over one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qa.core.check import Check, CorpusCheck, Granularity
from qa.core.document import Document
from qa.core.finding import Finding, Problem, fingerprint
from qa.core.span import Span
from qa.text.analysis import Analysis
from qa.text.language import guess_language

_GAP = re.compile(r"\n[ \t\r]*\n|\r\r")
_GUESSED_FROM = 20
"""Segments that the language of a document is guessed from."""


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """What the checks said of one document: findings in reading order, and checks that crashed."""

    document: Document
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()


def analyse(document: Document) -> list[Analysis]:
    """An analysis for each segment, in order; layers are computed when a check asks for them.

    Where neither the segment nor the document names a language, it is guessed from the document's text.
    """
    lang = document.lang
    if lang is None and not all(segment.lang for segment in document.segments):
        lang = guess_language("\n".join(segment.text for segment in document.segments[:_GUESSED_FROM]))
    return [Analysis(segment, lang, ordinal) for ordinal, segment in enumerate(document.segments)]


def check_document(
    document: Document,
    checks: Sequence[Check],
    texts: Sequence[Analysis] | None = None,
    *,
    reraise: bool = False,
) -> DocumentResult:
    """Run segment and document checks over `document`.

    Corpus checks are left to `qa.engine.corpus`. A check that raises becomes a problem and the others go on, unless
    `reraise` is set. Findings that touch protected text are dropped.
    """
    analyses = analyse(document) if texts is None else texts
    found: list[Finding] = []
    problems: list[Problem] = []
    for check in checks:
        if isinstance(check, CorpusCheck) or not speaks(check, document, analyses):
            continue
        try:
            found += _findings(check, document, analyses)
        except Exception as error:
            if reraise:
                raise
            problems.append(crash(check, error, document))
    return DocumentResult(document, finish(analyses, found), tuple(problems))


def _findings(check: Check, document: Document, texts: Sequence[Analysis]) -> list[Finding]:
    """All findings of one check, so that one that crashes half-way adds none."""
    if check.granularity is Granularity.SEGMENT:
        return [finding for text in texts for finding in check.check_segment(text.segment, text)]
    return list(check.check_document(document, texts))


def speaks(check: Check, document: Document, texts: Sequence[Analysis]) -> bool:
    """Whether a check knows the language of a document."""
    return check.speaks(texts[0].lang if texts else document.lang)


def crash(check: Check, error: Exception, document: Document | None = None) -> Problem:
    """The problem of a check that raised; no `document`: over all documents together."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    missing = "its findings for this document are missing" if document else "its findings are missing"
    what = f"check {check.id} crashed ({reason}); {missing}"
    return Problem(document.label if document else check.id, what, "check", type(error).__name__)


def finish(texts: Sequence[Analysis], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Drop findings in protected text, put the rest in reading order and give each its fingerprint."""
    place = {text.segment.id: ordinal for ordinal, text in enumerate(texts)}
    kept = [finding for finding in found if not texts[place[finding.segment]].is_protected(finding.span)]
    kept.sort(key=lambda finding: (place[finding.segment], finding.span, finding.check, finding.message))
    seen: Counter[tuple[Any, ...]] = Counter()
    finished: list[Finding] = []
    for finding in kept:
        before, after = _context(texts[place[finding.segment]], finding.span)
        key = (finding.check, finding.text, before, after, finding.segment)
        finished.append(replace(finding, fingerprint=fingerprint(*key, seen[key])))
        seen[key] += 1
    return tuple(finished)


def _context(text: Analysis, span: Span) -> tuple[str, str]:
    """The two blank-separated words on each side of `span`, within 80 characters and its paragraph.

    What stands in another paragraph may be edited without touching the finding.
    """
    before = _GAP.split(text.text[max(0, span.start - 80) : span.start])[-1].split()[-2:]
    after = _GAP.split(text.text[span.end : span.end + 80])[0].split()[:2]
    return " ".join(before), " ".join(after)
