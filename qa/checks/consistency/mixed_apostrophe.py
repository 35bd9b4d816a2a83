"""Straight and curly apostrophes in one text."""

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

# The mark first: it is rarer than letters.
_FORMS = {mark: re.compile(rf"{mark}(?<=[^\W\d_].)(?=[^\W\d_])") for mark in "'’"}


class MixedApostrophe(Check):
    """Some apostrophes are straight and others curly.

    What it flags:
        The rarer of the two forms between letters ("don't" beside "it’s").

    Why it matters:
        The text was put together from pieces; a house sets one form.

    When it is wrong:
        Where both are as frequent, nothing is flagged. Feet, minutes and single quotation marks are not counted.

    Sources:
        The Chicago Manual of Style, section on “smart” quotation marks; The Unicode Standard on U+2019.
    """

    id = "mixed-apostrophe"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.NEUTRAL
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    profiles = frozenset({"strict"})
    fixable = Fixable.ALWAYS
    messages = {"rare": "Apostrophe {text} here, {other} elsewhere ({count} to {counts})"}
    bad = (
        "It’s late and they’re tired. We don[['->’]]t know why.",
        "The mayor's car and the clerk's bicycle stood by the judge[[’->']]s door.",
        "Nobody’s horse, the smith’s anvil, Ann’s hat and O[['->’]]Brien.",
    )
    good = (
        "It’s late and they’re tired.",
        "It's late and they’re tired.",
        "It’s 5'11\" tall and the ‘best’ of its kind, and that’s that.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        return report_rarer(self, _FORMS, texts)
