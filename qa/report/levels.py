"""Words that other programs have for our severities."""

from __future__ import annotations

from typing import NamedTuple

from qa.core.category import Severity


class Level(NamedTuple):
    """One severity in SARIF's, GitHub's and our own order of words."""

    sarif: str
    github: str


LEVELS = {
    Severity.CRITICAL: Level("error", "error"),
    Severity.MAJOR: Level("error", "error"),
    Severity.MINOR: Level("warning", "warning"),
    Severity.NEUTRAL: Level("note", "notice"),
}
