"""Annotations of GitHub Actions: workflow commands that put a note beside the line of a pull request.

The form is described at https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from qa.core.document import Document
from qa.core.finding import Finding
from qa.report.base import RunInfo, Style, Summary
from qa.report.display import visible
from qa.report.levels import LEVELS
from qa.report.place import Places, outermost


class GithubReporter:
    """Writes an annotation for each finding."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        """Write to `stream`."""
        self._stream = stream

    def start(self, run: RunInfo) -> None:
        """Nothing is written before the first finding."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A line for each finding; columns only where the finding stays on one line, as GitHub demands."""
        places = Places(document)
        for finding in findings:
            place = outermost(places.view(finding.segment), finding.span)
            properties = {"file": document.path, "line": str(place.line)}
            if place.end_line > place.line:
                properties["endLine"] = str(place.end_line)
            else:
                properties |= {"col": str(place.column), "endColumn": str(max(place.end_column, place.column + 1))}
            properties["title"] = f"{finding.check} ({round(100 * finding.confidence)}%)"
            listed = ",".join(f"{name}={_escaped_property(visible(value))}" for name, value in properties.items())
            message = finding.message
            if finding.fixes:
                message += f" (fix: {finding.fixes[0].title})"
            self._stream.write(f"::{LEVELS[finding.severity].github} {listed}::{_escaped(visible(message))}\n")

    def finish(self, summary: Summary) -> None:
        """A note where GitHub would otherwise show an empty report of an incomplete run."""
        if summary.problems:
            self._stream.write(
                f"::warning title=qa::{len(summary.problems)} inputs or checks had problems; see the log\n"
            )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
