"""Translation quality checks: exact places, reasons, measured confidence, fixes.

    import qa

    for finding in qa.check("They reached the harbour , but the ferry had left.", lang="en"):
        print(finding.span, finding.message, finding.fixes)

The names below are the public interface; each is imported when it is first used. `qa.read` is the package of readers:
`qa.read.read(path)` gives the documents of a file.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from qa.version import __version__

if TYPE_CHECKING:
    from qa import read
    from qa.apps.library import check, explain
    from qa.core.document import Document, Segment
    from qa.core.finding import Finding
    from qa.core.fix import Fix
    from qa.engine.checker import Checker

__all__ = ["Checker", "Document", "Finding", "Fix", "Segment", "__version__", "check", "explain", "read"]

_HOMES = {
    "Checker": "qa.engine.checker",
    "Document": "qa.core.document",
    "Finding": "qa.core.finding",
    "Fix": "qa.core.fix",
    "Segment": "qa.core.document",
    "check": "qa.apps.library",
    "explain": "qa.apps.library",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    if name == "read":
        return importlib.import_module("qa.read")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
