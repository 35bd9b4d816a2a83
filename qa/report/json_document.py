"""One JSON document: findings, problems, sums and the signature of the run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from qa.core.document import Document
from qa.core.finding import Finding
from qa.report.base import RunInfo, Style, Summary
from qa.report.place import Places
from qa.report.record import finding_record, json_line, problem_record


class JsonReporter:
    """Writes findings as they come, so that memory does not grow with their number, and the rest at the end."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        """Write to `stream`."""
        self._stream = stream
        self._separator = "\n"
        self._signature: dict[str, str] = {}

    def start(self, run: RunInfo) -> None:
        """Open the document."""
        self._signature = dict(run.signature)
        self._stream.write('{"findings": [')

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A line for each finding."""
        places = Places(document)
        for finding in findings:
            self._stream.write(self._separator + json_line(finding_record(document, finding, places)))
            self._separator = ",\n"

    def finish(self, summary: Summary) -> None:
        """Problems, sums, signature, and the end of the document."""
        problems = ",\n".join(json_line(problem_record(problem)["problem"]) for problem in summary.problems)
        self._stream.write(
            f'\n],\n"problems": [{problems}],\n"summary": {json_line(summary.as_dict())},\n'
            f'"signature": {json_line(self._signature)}}}\n'
        )
