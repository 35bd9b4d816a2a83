"""Documents and findings made by hand, so that reports are tested without any check."""

import io
from collections.abc import Sequence
from typing import Any

from qa.core.category import Category, Severity
from qa.core.document import Document
from qa.core.finding import Finding, Problem
from qa.core.fix import Applicability, Edit, Fix
from qa.core.span import Span
from qa.read import ReadOptions, read_bytes
from qa.report import RunInfo, Style, Summary, make_reporter


def document_of(data: bytes, name: str = "day.txt", **options: Any) -> Document:
    (document,) = read_bytes(data, name, ReadOptions(lang="en", **options))
    assert isinstance(document, Document), document
    return document


def finding_at(document: Document, found: str, new: str | None = None, **changes: Any) -> Finding:
    """A finding at the first occurrence of `found` in the first segment."""
    segment = document.segments[0]
    start = segment.text.index(found)
    span = Span(start, start + len(found))
    values: dict[str, Any] = {
        "check": "inconsistent-name",
        "category": Category.INCONSISTENCY,
        "severity": Severity.MAJOR,
        "confidence": 0.97,
        "segment": segment.id,
        "span": span,
        "text": found,
        "message_id": "m",
        "message": f"“{found}” is also spelt “Belusov” (4 times)",
        "fingerprint": "00ff00ff00ff00ff",
    }
    if new is not None:
        values["fixes"] = (Fix(new or "(delete)", (Edit(span, new),), Applicability.SAFE),)
    return Finding(**(values | changes))


def report(
    form: str,
    documents: Sequence[tuple[Document, Sequence[Finding]]],
    *,
    problems: Sequence[Problem] = (),
    style: Style | None = None,
    run: RunInfo | None = None,
) -> str:
    """The whole report of a run."""
    run = run or RunInfo("0", (), {"version": "0"}, frozenset({Severity.MAJOR, Severity.CRITICAL}))
    stream = io.StringIO()
    reporter = make_reporter(form, stream, style)
    summary = Summary(problems=list(problems))
    reporter.start(run)
    for document, findings in documents:
        summary.add(findings, run.failing)
        reporter.document(document, findings)
    reporter.finish(summary)
    return stream.getvalue()


HOSTILE = (
    "plain",
    "tab\tand\nline\r\nend",
    "\x1b[31mred\x1b]0;title\x07 \x9b2J",
    "\u202eright to left\u2066 \u200b\ufeff\u00ad",
    "]]> <![CDATA[ &amp; <b> \"q\" 'q' --> %0A ::error::",
    "e\u0301 中文 👩‍👩‍👧 \U0010ffff \ufffe",
    "half \ud800 pair",
    "\x00 nul",
)
