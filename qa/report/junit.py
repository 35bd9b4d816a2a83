"""JUnit XML, which every continuous-integration server reads: a suite for each document, a case for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from qa.core.category import Severity
from qa.core.document import Document
from qa.core.finding import Finding, Problem
from qa.report.base import RunInfo, Style, Summary
from qa.report.display import snippet, visible
from qa.report.place import Places

_WIDTH = 100


class JunitReporter:
    """Writes findings that fail the run as failures, milder ones as output of a case that passes."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        """Write to `stream`."""
        self._stream = stream
        self._failing: frozenset[Severity] = frozenset()

    def start(self, run: RunInfo) -> None:
        """Open the document."""
        self._failing = run.failing
        self._stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="qa">\n')

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A suite; a document without findings is one case that passes."""
        name = document.label
        failures = sum(finding.severity in self._failing for finding in findings)
        cases = [self._case(places, name, finding) for places in (Places(document),) for finding in findings]
        if not cases:
            cases = [f'    <testcase classname={_attribute(name)} name="no findings"/>\n']
        self._suite(name, cases, failures=failures)

    def finish(self, summary: Summary) -> None:
        """Problems as errors, and the end of the document."""
        if summary.problems:
            cases = [_error(problem) for problem in summary.problems]
            self._suite("problems", cases, errors=len(cases))
        self._stream.write("</testsuites>\n")

    def _suite(self, name: str, cases: list[str], *, failures: int = 0, errors: int = 0) -> None:
        counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="0"'
        self._stream.write(f"  <testsuite name={_attribute(name)} {counts}>\n{''.join(cases)}  </testsuite>\n")

    def _case(self, places: Places, name: str, finding: Finding) -> str:
        view = places.view(finding.segment)
        span = view.shown(finding.span)
        line, column = view.position(span.start)
        title = f"{finding.check} {line}:{column}"
        if len(places.document.segments) > 1:
            title = f"{finding.check} {finding.segment} {line}:{column}"
        shown = snippet(view.text, span, _WIDTH)
        details = [f"{shown.before}{shown.found}{shown.after}", shown.underline]
        details += [f"fix: {visible(fix.title)}" for fix in finding.fixes]
        details += [visible(evidence.text) for evidence in finding.evidence]
        body = escape("\n".join(details))
        head = f"    <testcase classname={_attribute(name)} name={_attribute(title)}>"
        if finding.severity in self._failing:
            kind = _attribute(finding.severity.value)
            inner = f"<failure type={kind} message={_attribute(finding.message)}>{body}</failure>"
        else:
            inner = f"<system-out>{escape(visible(finding.message))}\n{body}</system-out>"
        return f"{head}{inner}</testcase>\n"


def _error(problem: Problem) -> str:
    place = problem.where if problem.line is None else f"{problem.where}:{problem.line}"
    head = f'    <testcase classname="problems" name={_attribute(place)}>'
    return f"{head}<error type={_attribute(problem.kind)} message={_attribute(problem.what)}/></testcase>\n"


def _attribute(text: str) -> str:
    """`text` as a quoted attribute; characters that XML 1.0 cannot carry are spelt out."""
    return quoteattr(visible(text))
