"""Findings and problems as plain records, the public interface of `--format jsonl` and `json`."""

from __future__ import annotations

import json
from typing import Any

from qa.core.document import Document
from qa.core.finding import Finding, Problem, Related
from qa.core.fix import Fix
from qa.report.place import Places, RawPlace, View


def finding_record(document: Document, finding: Finding, places: Places | None = None) -> dict[str, Any]:
    """The record of one finding; fields may be added, never renamed.

    `start`, `end`, `line`, `column` and edits count code points in the text that is shown: the decoded file for plain
    text, Markdown and HTML, else the segment's text; `text` is what stands there. `raw` lists the places in the file,
    in bytes, where the shown text is not the file itself. A fix that cannot be expressed so is left out.
    places: share them between the findings of a document.
    """
    places = places or Places(document)
    view = places.view(finding.segment)
    span = view.shown(finding.span)
    line, column = view.position(span.start)
    record: dict[str, Any] = {
        "path": document.path,
        "doc": document.id,
        "segment": finding.segment,
        "check": finding.check,
        "mqm": finding.category.value,
        "its": finding.category.info.its,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "text": view.text[span.start : span.end],
        "message": finding.message,
        "fixes": [fix for fix in (_fix(view, fix) for fix in finding.fixes) if fix is not None],
        "related": [_related(places, related) for related in finding.related],
        "evidence": [{"kind": evidence.kind, "text": evidence.text} for evidence in finding.evidence],
    }
    if finding.forms:
        record["forms"] = list(finding.forms)
    if finding.source_span is not None:
        record["source_span"] = {"start": finding.source_span.start, "end": finding.source_span.end}
    if not view.is_file:
        record["raw"] = [_raw(place) for place in view.raw(finding.span)]
    record["fingerprint"] = finding.fingerprint
    return record


def _raw(place: RawPlace) -> dict[str, int]:
    return {"start": place.start, "end": place.end, "line": place.line, "column": place.column}


def problem_record(problem: Problem) -> dict[str, Any]:
    """The record of a problem: `{"problem": {...}}`, so that it cannot be taken for a finding."""
    record: dict[str, Any] = {"kind": problem.kind, "where": problem.where, "what": problem.what}
    if problem.line is not None:
        record["line"] = problem.line
    if problem.error:
        record["error"] = problem.error
    return {"problem": record}


def json_line(record: object, *, indent: int | None = None) -> str:
    """`record` as JSON, in readable characters unless it holds half a surrogate pair, which UTF-8 cannot carry."""
    line = json.dumps(record, ensure_ascii=False, indent=indent)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(record, indent=indent)
    return line


def _fix(view: View, fix: Fix) -> dict[str, Any] | None:
    edits = view.edits(fix)
    if edits is None:
        return None
    shown = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in edits]
    return {"title": fix.title, "applicability": fix.applicability.value, "edits": shown}


def _related(places: Places, related: Related) -> dict[str, Any]:
    document = places.document
    elsewhere = related.document is not None and related.document != document.id
    record: dict[str, Any] = {"doc": related.document or document.id, "segment": related.segment}
    if not elsewhere:
        span = places.view(related.segment).shown(related.span)
        record |= {"start": span.start, "end": span.end}
    elif not document.file_coordinates:
        record |= {"start": related.span.start, "end": related.span.end}
    # Another Markdown file's coordinates cannot be told from here; its name and the text must do.
    record["text"] = related.text
    return record
