"""One JSON object a line and finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from qa.core.document import Document
from qa.core.finding import Finding
from qa.report.base import RunInfo, Style, Summary
from qa.report.place import Places
from qa.report.record import finding_record, json_line


class JsonLinesReporter:
    """Writes a line for each finding and nothing else; a line is whole or absent."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        """Write to `stream`."""
        self._stream = stream

    def start(self, run: RunInfo) -> None:
        """Nothing is written before the first finding."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A line for each finding."""
        if findings:
            places = Places(document)
            self._stream.write(
                "".join(json_line(finding_record(document, finding, places)) + "\n" for finding in findings)
            )

    def finish(self, summary: Summary) -> None:
        """Nothing is written after the last finding."""
