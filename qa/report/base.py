"""What every reporter is told: the run, its documents, its sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from qa.core.category import Severity
from qa.core.check import Check
from qa.core.document import Document
from qa.core.finding import Finding, Problem
from qa.core.fix import Applicability


@dataclass(frozen=True, slots=True)
class Style:
    """How text for people looks. width: columns of the terminal. color: whether escape sequences may be written."""

    width: int = 100
    color: bool = False


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What is known before the first document.

    version: of this package. checks: those that run. signature: what a later run must share to be comparable (version,
    profile, hashes of checks and options, languages). failing: severities that make the run fail.
    """

    version: str
    checks: Sequence[type[Check]] = ()
    signature: Mapping[str, str] = field(default_factory=dict)
    failing: frozenset[Severity] = frozenset()


@dataclass(slots=True)
class Summary:
    """The sum of a run; grows while documents are done.

    documents: how many were checked. affected: how many of them have findings. checks: findings by check id.
    severities: findings by severity. safe: findings whose first fix is safe. failing: findings that make the run fail.
    problems: everything that could not be read or checked. interrupted: whether the user stopped the run.
    """

    documents: int = 0
    affected: int = 0
    safe: int = 0
    failing: int = 0
    checks: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    interrupted: bool = False

    @property
    def findings(self) -> int:
        """Number of all findings."""
        return self.checks.total()

    def add(self, findings: Sequence[Finding], failing: frozenset[Severity]) -> None:
        """Count one document and its findings."""
        self.documents += 1
        self.affected += bool(findings)
        for finding in findings:
            self.checks[finding.check] += 1
            self.severities[finding.severity] += 1
            self.safe += bool(finding.fixes) and finding.fixes[0].applicability is Applicability.SAFE
            self.failing += finding.severity in failing

    def as_dict(self) -> dict[str, object]:
        """The numbers as JSON has them; problems are counted only."""
        return {
            "documents": self.documents,
            "documents_with_findings": self.affected,
            "findings": self.findings,
            "failing": self.failing,
            "safe_fixes": self.safe,
            "checks": dict(sorted(self.checks.items())),
            "severities": {str(severity): self.severities[severity] for severity in reversed(Severity)},
            "problems": len(self.problems),
            "interrupted": self.interrupted,
        }


class Reporter(Protocol):
    """Writes what it is told to the stream it was made with."""

    def start(self, run: RunInfo) -> None:
        """Before the first document."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """A document that was checked, with its findings in reading order."""

    def finish(self, summary: Summary) -> None:
        """After the last document, also when the user stopped the run."""
