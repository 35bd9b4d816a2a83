"""For people: findings grouped by document, each with its line, the characters underlined, and what would repair it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO
from unicodedata import normalize

from qa.core.category import Severity
from qa.core.check import shorten
from qa.core.document import Document
from qa.core.finding import Finding, Related
from qa.core.fix import Applicability, Fix
from qa.report.base import RunInfo, Style, Summary
from qa.report.display import code_points, counted, head, shown_path, snippet, visible, width
from qa.report.place import Places, View

INDENT = "      "
_BAR = 24
_MOST_RELATED = 4
_COLORS = {
    Severity.CRITICAL: "1;31",
    Severity.MAJOR: "31",
    Severity.MINOR: "33",
    Severity.NEUTRAL: "36",
}
_HEADING, _DIM, _GREEN = "1", "2", "32"


class TerminalReporter:
    """Writes findings as they come and a table of sums at the end."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        """Write to `stream`, in the colours and to the width that `style` asks for."""
        self._stream = stream
        self._style = style

    def start(self, run: RunInfo) -> None:
        """Nothing is written before the first finding."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A heading with the document's place, then its findings."""
        if not findings:
            return
        places = Places(document)
        lines = [self._paint(_HEADING, heading(document))]
        for finding in findings:
            lines += self._finding(places, finding)
        self._stream.write("\n".join(lines) + "\n\n")

    def finish(self, summary: Summary) -> None:
        """The table of findings by check and the closing line."""
        if summary.checks:
            self._stream.write("\n".join(self._table(summary)) + "\n\n")
        self._stream.write(self._closing(summary) + "\n")

    def _finding(self, places: Places, finding: Finding) -> list[str]:
        view = places.view(finding.segment)
        span = view.shown(finding.span)
        line, column = view.position(span.start)
        color = _COLORS[finding.severity]
        place = f"{line}:{column}"
        if len(places.document.segments) > 1:
            place = f"{visible(finding.segment)} {place}"
        severity = self._paint(color, finding.severity.value)
        details = f"{finding.check} {round(100 * finding.confidence)}%"
        message = visible(finding.message)
        fits = width(f"  {place}  {finding.severity.value}  {message}  {details}") <= self._style.width
        details = self._paint(_DIM, details)
        shown = snippet(view.text, span, self._style.width - len(INDENT))
        return [
            f"  {place}  {severity}  {message}" + (f"  {details}" if fits else ""),
            *([] if fits else [INDENT + details]),
            f"{INDENT}{shown.before}{self._paint(color, shown.found)}{shown.after}",
            INDENT + self._paint(color, shown.underline),
            *self._fixes(view, finding),
            *(INDENT + self._paint(_DIM, self._fitting(evidence.text)) for evidence in finding.evidence),
            *self._related(places, finding),
        ]

    def _fixes(self, view: View, finding: Finding) -> list[str]:
        """The first fix as what changes, further ones by their titles."""
        if not finding.fixes:
            return []
        first, *others = finding.fixes
        label = "fix" if first.applicability is Applicability.SAFE else "fix?"
        change = f"{label}: {_change(view, first)}"
        if others:
            change += " (or " + ", ".join(visible(fix.title) for fix in others) + ")"
        return [INDENT + self._paint(_GREEN, self._fitting(change))]

    def _related(self, places: Places, finding: Finding) -> list[str]:
        """The other places of a finding, the first few of them."""
        shown = [_place(places, finding, related) for related in finding.related[:_MOST_RELATED]]
        if len(finding.related) > len(shown):
            shown.append(f"{len(finding.related) - len(shown):,} more")
        return [INDENT + self._paint(_DIM, self._fitting("see " + ", ".join(shown)))] if shown else []

    def _table(self, summary: Summary) -> list[str]:
        rows = summary.checks.most_common()
        rows.sort(key=lambda row: (-row[1], row[0]))
        name_width = max(len(check) for check, _ in rows)
        most = rows[0][1]
        digits = len(f"{most:,}")
        longest = max(1, min(_BAR, self._style.width - name_width - digits - 4))
        return [
            f"{check:<{name_width}}  {count:>{digits},}  "
            + self._paint(_DIM, "█" * max(1, round(longest * count / most)))
            for check, count in rows
        ]

    def _closing(self, summary: Summary) -> str:
        documents = counted(summary.documents, "document")
        if not summary.documents:
            text = "No document was checked."
        elif not summary.findings:
            text = f"Nothing found in {documents}."
        else:
            by_severity = ", ".join(
                f"{summary.severities[severity]:,} {severity}"
                for severity in reversed(Severity)
                if summary.severities[severity]
            )
            text = f"{counted(summary.findings, 'finding')} in {summary.affected:,} of {documents}: {by_severity}."
        if summary.safe:
            text += f" `qa fix` can repair {summary.safe:,}."
        if summary.problems:
            text += f" {counted(len(summary.problems), 'problem')}: not everything could be read or checked."
        if summary.interrupted:
            text += " Stopped before the end."
        return text

    def _fitting(self, text: str) -> str:
        return head(visible(text), max(20, self._style.width - len(INDENT)))

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._style.color and text else text


def heading(document: Document) -> str:
    """Path, line of the record in its file where there is one, and the document's id where it differs."""
    path = shown_path(document.path)
    segment = document.segments[0] if document.segments else None
    if segment is not None and segment.address.record is not None and segment.carrier is not None:
        path += f":{segment.carrier.line}"
    return path if document.id == document.path else f"{path}  {visible(document.id)}"


def _place(places: Places, finding: Finding, related: Related) -> str:
    """A related place: its document and segment where they are others, line and column where they can be told."""
    text = f"“{visible(shorten(related.text))}”"
    if related.document is not None and related.document != places.document.id:
        return f"{visible(related.document)} {text}"
    view = places.view(related.segment)
    line, column = view.position(view.shown(related.span).start)
    segment = "" if related.segment == finding.segment else f"{visible(related.segment)} "
    return f"{segment}{line}:{column} {text}"


def _change(view: View, fix: Fix) -> str:
    """`old -> new` of each edit; deleted or added blanks made visible, letters that may look alike told by number."""
    changes = []
    for edit in fix.edits:
        old, new = view.segment.text[edit.span.start : edit.span.end], edit.text
        numbers = [f" ({code_points(text)})" if _may_look_alike(old, new) else "" for text in (old, new)]
        changes.append(f"{_quoted(old)}{numbers[0]} -> {_quoted(new)}{numbers[1]}")
    return ", ".join(changes)


def _may_look_alike(old: str, new: str) -> bool:
    """Whether both are a single letter, not both ASCII, and more than case tells them apart."""
    single = all(normalize("NFC", text)[1:] == "" and text[:1].isalpha() for text in (old, new))
    return single and not (old + new).isascii() and old.casefold() != new.casefold()


def _quoted(text: str) -> str:
    """`text` made visible; quoted where it begins or ends with a blank; words for nothing at all."""
    if not text:
        return "(nothing)"
    shown = visible(text, marked=True)
    return f'"{shown}"' if text[0].isspace() or text[-1].isspace() else shown
