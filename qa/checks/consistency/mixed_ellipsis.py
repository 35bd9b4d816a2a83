"""Ellipses of one character and of three full stops in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.consistency._marks import report_rarer
from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable, Granularity
from qa.core.finding import Finding

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_FORMS = {"...": re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…": re.compile("…")}


class MixedEllipsis(Check):
    """Some ellipses are written as one character and others as three full stops.

    What it flags:
        The rarer of "…" and "...".

    Why it matters:
        The text was put together from pieces; a house sets one form.

    When it is wrong:
        Where both are as frequent, nothing is flagged. Rows of two or of four and more full stops are not counted.

    Sources:
        The Chicago Manual of Style, section “Ellipses”; The Unicode Standard on U+2026.
    """

    id = "mixed-ellipsis"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.NEUTRAL
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    profiles = frozenset({"strict"})
    fixable = Fixable.ALWAYS
    messages = {"rare": "Ellipsis “{text}” here, “{other}” elsewhere ({count} to {counts})"}
    bad = (
        "Well… he said… and then[[...->…]] nothing.",
        "And so... he left... for the sea[[…->...]]",
        "Wait… Listen… Was that [[...->…]] a bell?",
    )
    good = (
        "Well… he said, and then… nothing.",
        "Well… he said, and then... nothing.",
        "Well… he said… Name: .............. Date: ....",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        return report_rarer(self, _FORMS, texts)
