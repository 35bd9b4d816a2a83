"""SARIF 2.1.0, the form that code hosts and editors import.

Static Analysis Results Interchange Format, OASIS standard with errata 01:
https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from qa.core.check import Check
from qa.core.declaration import HEADINGS, sections
from qa.core.document import Document
from qa.core.finding import Finding, Problem
from qa.core.fix import Fix
from qa.report.base import RunInfo, Style, Summary
from qa.report.levels import LEVELS
from qa.report.place import Places, RawPlace, View, outermost
from qa.report.record import json_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NEEDS_ESCAPE = frozenset("\"'\\<>&,;\t\r\n")
"""Characters that some container format writes in another way than they are."""


class SarifReporter:
    """Writes the rules first, results as they come, and what went wrong at the end."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        """Write to `stream`."""
        self._stream = stream
        self._separator = "\n"
        self._rules: dict[str, int] = {}
        self._signature: dict[str, str] = {}

    def start(self, run: RunInfo) -> None:
        """Open the document with a rule for each check that runs."""
        self._rules = {check.id: index for index, check in enumerate(run.checks)}
        self._signature = dict(run.signature)
        driver = {"name": "qa", "version": run.version, "rules": [_rule(check) for check in run.checks]}
        self._stream.write(
            f'{{"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n'
            f'"tool": {json_line({"driver": driver})},\n"columnKind": "unicodeCodePoints",\n"results": ['
        )

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A line for each finding."""
        places = Places(document)
        for finding in findings:
            self._stream.write(self._separator + json_line(self._result(places, finding)))
            self._separator = ",\n"

    def finish(self, summary: Summary) -> None:
        """Problems as notifications, the signature, and the end of the document."""
        invocation: dict[str, Any] = {
            "executionSuccessful": not summary.problems and not summary.interrupted,
            "toolExecutionNotifications": [_notification(problem) for problem in summary.problems],
        }
        properties = {"signature": self._signature, "summary": summary.as_dict()}
        self._stream.write(
            f'\n],\n"invocations": [{json_line(invocation)}],\n"properties": {json_line(properties)}\n}}]}}\n'
        )

    def _result(self, places: Places, finding: Finding) -> dict[str, Any]:
        view = places.view(finding.segment)
        result: dict[str, Any] = {
            "ruleId": finding.check,
            "level": LEVELS[finding.severity].sarif,
            "message": {"text": finding.message},
            "locations": [_location(places.document, view, finding)],
            "partialFingerprints": {"qa/v1": finding.fingerprint},
            "rank": round(100 * finding.confidence, 2),
            "properties": {
                "severity": finding.severity.value,
                "confidence": round(finding.confidence, 4),
                "mqm": finding.category.value,
                "its": finding.category.info.its,
                "text": finding.text,
                "evidence": [evidence.text for evidence in finding.evidence],
            },
        }
        if finding.check in self._rules:
            result["ruleIndex"] = self._rules[finding.check]
        if finding.related:
            result["relatedLocations"] = _related(places, finding)
        fixes = [shown for shown in (_fix(places.document, view, fix) for fix in finding.fixes) if shown]
        if fixes:
            result["fixes"] = fixes
        return result


def artifact_uri(path: str) -> str:
    """A path as a relative URI reference, or as a `file:` URI where it is absolute; standard input as `stdin`."""
    if path == "-":
        return "stdin"
    posix = PurePath(path).as_posix()
    try:
        encoded = posix.encode("utf-8", "surrogateescape")  # bytes of a file name that are no UTF-8
    except UnicodeEncodeError:
        encoded = posix.encode("utf-8", "surrogatepass")
    quoted = quote(encoded)
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def _rule(check: type[Check]) -> dict[str, Any]:
    documented = sections(check)
    summary, _, rest = documented[""].partition("\n\n")
    parts = [(heading, documented[heading]) for heading in HEADINGS if documented.get(heading)]
    text = "\n\n".join([rest] * bool(rest) + [f"{heading}:\n{body}" for heading, body in parts]) or summary
    markdown = "\n\n".join([rest] * bool(rest) + [f"**{heading}.** {body}" for heading, body in parts]) or summary
    return {
        "id": check.id,
        "name": "".join(part.capitalize() for part in check.id.split("-")),
        "shortDescription": {"text": summary.replace("\n", " ")},
        "fullDescription": {"text": documented.get("What it flags") or summary},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": LEVELS[check.severity].sarif, "rank": round(100 * check.confidence, 2)},
        "properties": {
            "tags": ["translation", check.category.value],
            "precision": "very-high" if check.confidence >= 0.9 else "high",
            "mqm": check.category.value,
            "its": check.category.info.its,
        },
    }


def _location(document: Document, view: View, finding: Finding) -> dict[str, Any]:
    region = _region(outermost(view, finding.span))
    if view.is_file:
        span = view.shown(finding.span)
        region |= {"charOffset": span.start, "charLength": len(span)}
        region["snippet"] = {"text": view.text[span.start : span.end]}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": artifact_uri(document.path)}, "region": region}
    }
    if document.id != document.path or len(document.segments) > 1:
        name = document.id if len(document.segments) == 1 else f"{document.id}#{finding.segment}"
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "segment"}]
    return location


def _region(place: RawPlace) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    if place.start >= 0:
        region |= {"byteOffset": place.start, "byteLength": place.end - place.start}
    return region


def _related(places: Places, finding: Finding) -> list[dict[str, Any]]:
    locations: list[dict[str, Any]] = []
    for number, related in enumerate(finding.related, 1):
        location: dict[str, Any] = {"id": number, "message": {"text": related.text or finding.message}}
        if related.document is None or related.document == places.document.id:
            region = _region(outermost(places.view(related.segment), related.span))
            uri = artifact_uri(places.document.path)
            location["physicalLocation"] = {"artifactLocation": {"uri": uri}, "region": region}
        else:
            name = f"{related.document}#{related.segment}"
            location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "segment"}]
        locations.append(location)
    return locations


def _fix(document: Document, view: View, fix: Fix) -> dict[str, Any] | None:
    """A fix as replacements in the file; None where it would need the escapes of a container format."""
    replacements = []
    for edit in fix.edits:
        whole = view.segment.map is None or view.segment.map.is_contiguous(edit.span)
        plain = view.is_file or not _NEEDS_ESCAPE.intersection(edit.text)
        if not whole or not plain:
            return None
        region = _region(outermost(view, edit.span))
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": {"uri": artifact_uri(document.path)}, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _notification(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": artifact_uri(problem.where)}}
    if problem.line is not None:
        location["region"] = {"startLine": problem.line}
    notification: dict[str, Any] = {"level": "error", "message": {"text": problem.what}}
    if problem.kind == "read":
        notification["locations"] = [{"physicalLocation": location}]
    return notification
