"""Blank inside a contraction or possessive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_APOSTROPHE = re.compile(
    r"['’](?:(?<=[^\W_] .)(?:s|re|ve|ll|d|m)\b(?!['’-])(?! Graven| Graveland| Heerenberg)"
    r"|(?<=[a-zA-Z] n.)t\b)"
)
_BEFORE_NOT = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|could|would|should|might|must|need|ought|ca|wo|sha|ai) n$",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(r"\b(?:the|a|an|of|in|on|at|to|and|or|is|was|by|for|with|from|as|van|von)$", re.IGNORECASE)


class SplitContraction(Check):
    """A blank parts an apostrophe and its ending from the word.

    What it flags:
        "the valley 's", "they 're", "do n't".

    Why it matters:
        It shows that the text was cut into tokens for a machine and not put together again.

    When it is wrong:
        In quoted dialect and in Dutch names with 's. Both are left alone where they can be told.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; MQM, Linguistic conventions: Whitespace.
    """

    id = "split-contraction"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"split": "Blank before “{ending}”, which belongs to the word before it"}
    bad = (
        "The valley[[ ->]]'s ferry sank.",
        "They[[ ->]]’re late, and I[[ ->]]’ve no boat.",
        "We do[[ ->]]n't know.",
    )
    good = (
        "The valley's ferry sank; they're late; we don't know.",
        "The letter 's' and the town of 's-Hertogenbosch.",
        "The boys ' boat sank in the '60s, or 'd' day.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _APOSTROPHE.finditer(prose):
            at = match.start()
            blank = at - 1
            if match.group()[1:] == "t":
                blank = at - 2
                if not _BEFORE_NOT.search(prose, max(0, at - 9), at):
                    continue
            elif _FUNCTION_WORD.search(prose, max(0, blank - 6), blank):
                continue
            span = Span(blank, blank + 1)
            ending = prose[blank + 1 : match.end()]
            yield self.finding(segment, span, "split", fixes=[replace(span, "", Applicability.SAFE)], ending=ending)
