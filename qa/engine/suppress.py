"""Silencing findings: ignores in the file itself, a baseline of known findings, an editor's decisions.

All three are resolved in the parent process, after checking, by `Suppression.apply`.

A baseline is JSON lines, sorted: `{"fingerprint": "9f3c…", "doc": "a17", "check": "doubled-word", "text": "the the"}`.
Only the fingerprint counts; the rest is for people.

`qa.engine.decisions` describes the decisions file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from qa.core.document import Ignore
from qa.core.finding import Finding
from qa.core.span import Span
from qa.engine.decisions import Decision, Key, json_line, read_decisions, read_entries, same_document_key
from qa.engine.run import DocumentResult
from qa.errors import ConfigError
from qa.files import whole_file


class Means(StrEnum):
    """What silenced a finding, or failed to."""

    INLINE = "inline"
    BASELINE = "baseline"
    DECISION = "decision"


class Silenced(NamedTuple):
    """A finding that is not shown, and why, in words."""

    finding: Finding
    means: Means
    reason: str


class Unused(NamedTuple):
    """Something that silenced nothing. where: document or file. line: place in it, from 1, where known."""

    means: Means
    where: str
    line: int | None
    what: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A line of a baseline."""

    fingerprint: str
    doc: str
    check: str
    text: str
    line: int


class Suppression:
    """What is to be silenced, and a record of what did silence something."""

    def __init__(self, baseline: Path | None, decisions: Path | None, aliases: Mapping[str, str] | None = None) -> None:
        """Read both files; see `load`."""
        self._aliases = dict(aliases or {})
        self._baseline_path, self._decisions_path = str(baseline or ""), str(decisions or "")
        self._known: dict[str, list[_Known]] = {}
        for known in _read_baseline(baseline) if baseline else ():
            self._known.setdefault(known.fingerprint, []).append(known)
        self._decisions: dict[Key, Decision] = {}
        for decision in read_decisions(decisions) if decisions else ():
            current = decision._replace(check=self._current(decision.check))
            self._decisions[current.key] = current
        # Only documents that some entry speaks of are remembered: an archive may have ten million others.
        named = [known.doc for entries in self._known.values() for known in entries]
        self._named = {same_document_key(doc) for doc in (*named, *(d.doc for d in self._decisions.values() if d.doc))}
        self._seen: set[str] = set()
        self._used: set[_Known | Key] = set()
        self._idle: list[tuple[str, Ignore]] = []

    @classmethod
    def load(
        cls, baseline: Path | None = None, decisions: Path | None = None, aliases: Mapping[str, str] | None = None
    ) -> Suppression:
        """Read a baseline and a decisions file.

        aliases: former check ids with the current ones. A decisions file that does not exist yet holds no decisions.
        Raises ConfigError for a baseline that does not exist and for lines that cannot be understood.
        """
        return cls(baseline, decisions, aliases)

    def apply(self, result: DocumentResult) -> tuple[list[Finding], list[Silenced]]:
        """The findings of a document that are shown, and the others with what silenced each, both in reading order."""
        ignores = {segment.id: segment.ignores for segment in result.document.segments if segment.ignores}
        return self.apply_to(result.document.id, ignores, result.findings)

    def apply_to(
        self, document_id: str, ignores: Mapping[str, Sequence[Ignore]], findings: Iterable[Finding]
    ) -> tuple[list[Finding], list[Silenced]]:
        """`apply` for a document known by its id and the inline ignores of its segments, by segment id."""
        doc = same_document_key(document_id)
        if doc in self._named:
            self._seen.add(doc)
        active: set[tuple[str, Ignore]] = set()
        kept: list[Finding] = []
        silenced: list[Silenced] = []
        for finding in findings:
            # All three are asked, so that what is silenced twice leaves neither reported as unused.
            hits = [
                self._inline(finding, ignores.get(finding.segment, ()), active),
                self._decided(finding, doc),
                self._in_baseline(finding, doc),
            ]
            first = next((hit for hit in hits if hit), None)
            if first:
                silenced.append(first)
            else:
                kept.append(finding)
        for segment, marks in ignores.items():
            self._idle += [(document_id, mark) for mark in marks if (segment, mark) not in active]
        return kept, silenced

    def unused(self, ran: Collection[str] | None = None, known: Collection[str] | None = None) -> list[Unused]:
        """Ignores, baseline lines and decisions that silenced nothing in the documents seen so far.

        ran: ids of the checks that ran; what speaks only of others is left out, as are lines about documents that were
        not seen. None: all checks ran. known: ids of all checks there are, so that a misspelt one is told; None: all
        ids are taken for right.
        """

        def misspelt(check: str) -> bool:
            return known is not None and self._current(check) not in known

        def could_fire(check: str) -> bool:
            return ran is None or self._current(check) in ran or misspelt(check)

        def named(checks: Iterable[str]) -> str:
            return ", ".join(f"{check} (no such check)" if misspelt(check) else check for check in sorted(checks))

        found = [
            Unused(Means.INLINE, doc, mark.line, f"ignores {named(mark.checks) or 'all checks'}")
            for doc, mark in self._idle
            if not mark.checks or any(map(could_fire, mark.checks))
        ]
        for entries in self._known.values():
            for line in entries:
                if line not in self._used and self._was_seen(line.doc) and (not line.check or could_fire(line.check)):
                    what = f"{line.check} at “{line.text}” in {line.doc} is not found any more"
                    found.append(Unused(Means.BASELINE, self._baseline_path, line.line, what))
        for key, decision in self._decisions.items():
            if decision.decision != "ignore" or key in self._used or not self._was_seen(decision.doc):
                continue
            if not decision.check or could_fire(decision.check):
                what = f"ignores {_described(decision)}"
                what += " (no such check)" if decision.check and misspelt(decision.check) else ""
                found.append(Unused(Means.DECISION, self._decisions_path, decision.line, what))
        return found

    def _was_seen(self, doc: str | None) -> bool:
        """Whether the document, where one is named, was among those checked."""
        return not doc or same_document_key(doc) in self._seen

    def _current(self, check: str | None) -> str | None:
        return None if check is None else self._aliases.get(check, check)

    def _inline(self, finding: Finding, marks: Sequence[Ignore], active: set[tuple[str, Ignore]]) -> Silenced | None:
        hit = None
        for mark in marks:
            names = {self._current(check) for check in mark.checks}
            if (not names or finding.check in names) and _covers(mark.span, finding.span):
                active.add((finding.segment, mark))
                hit = hit or Silenced(finding, Means.INLINE, f"ignored in the file, line {mark.line}")
        return hit

    def _decided(self, finding: Finding, doc: str) -> Silenced | None:
        """The narrowest decision about a finding rules."""
        keys: tuple[Key, ...] = (
            ("occurrence", finding.fingerprint),
            ("document", doc, finding.check, finding.text),
            ("document", doc, finding.check, None),
            ("check", finding.check, finding.text),
            ("check", finding.check, None),
        )
        matching = [key for key in keys if key in self._decisions]
        self._used.update(matching)
        if not matching or self._decisions[matching[0]].decision == "accept":
            return None
        decision = self._decisions[matching[0]]
        reason = f"ignored by decision ({decision.scope}), {self._decisions_path}:{decision.line}"
        return Silenced(finding, Means.DECISION, reason)

    def _in_baseline(self, finding: Finding, doc: str) -> Silenced | None:
        """A fingerprint silences in any document: a file may be moved or named in another way."""
        entries = self._known.get(finding.fingerprint)
        if not entries:
            return None
        same = [known for known in entries if same_document_key(known.doc) == doc]
        self._used.update(same or entries)
        line = (same or entries)[0].line
        return Silenced(finding, Means.BASELINE, f"known from the baseline, {self._baseline_path}:{line}")


def write_baseline(results: Iterable[DocumentResult], path: Path) -> int:
    """Write the findings of `results` as a baseline, whole or not at all; returns how many lines it has."""
    lines = {
        (result.document.id, finding.check, finding.text, finding.fingerprint)
        for result in results
        for finding in result.findings
    }
    names = ("doc", "check", "text", "fingerprint")
    content = b"".join(json_line(dict(zip(names, line, strict=True))) for line in sorted(lines))
    with whole_file(path) as file:
        file.write(content)
    return len(lines)


def _read_baseline(path: Path) -> Iterator[_Known]:
    for line, entry in read_entries(path):
        fingerprint = entry.get("fingerprint")
        if not isinstance(fingerprint, str) or not fingerprint:
            raise ConfigError("not a line of a baseline: it has no `fingerprint`", str(path), line)
        yield _Known(
            fingerprint, str(entry.get("doc", "")), str(entry.get("check", "")), str(entry.get("text", "")), line
        )


def _described(decision: Decision) -> str:
    parts = [decision.check or f"finding {decision.fingerprint}"]
    parts += [f"at “{decision.text}”"] if decision.text is not None else []
    parts += [f"in {decision.doc}"] if decision.doc else []
    return " ".join(parts)


def _covers(mark: Span, span: Span) -> bool:
    """Whether a mark holds for a finding: they share a character, or the finding is a place in or at it."""
    return mark.overlaps(span) or (len(span) == 0 and mark.touches(span))
