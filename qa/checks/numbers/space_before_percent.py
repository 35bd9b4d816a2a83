"""Blank between a number and the percent sign in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role, Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_SIGN = re.compile(r"[%‰](?<=[0-9][ \u00a0\u202f\u2009].)(?!\w)")


class SpaceBeforePercent(Check):
    """A blank stands between a number and the percent sign.

    What it flags:
        "5 %" in English text, which writes "5%".

    Why it matters:
        German, French, Russian and other languages set a blank there; in English it shows the source through.

    When it is wrong:
        In texts that follow the International System of Units, which asks for the blank. Where a text always writes it
        so, this check may be switched off.

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; CLDR percent patterns (no blank in English).
    """

    id = "space-before-percent"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {"blank": "Blank before “{sign}”"}
    bad = (
        "Turnout rose to 45[[ ->]]% in March.",
        "Some 3.5[[ ->]]% came by bus and 12[[ ->]]%, or more, on foot.",
        "The share was 5[[ ->]]‰.",
    )
    good = (
        "Turnout rose to 45% in March.",
        "Take 5 %x of it.",
        "The key 5 is beside the % sign.",
        "Take the % of 12.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        if not text.characters & {"%", "‰"}:
            return
        for match in _SIGN.finditer(text.text):
            if text.role_at(match.start()) is Role.CELL:
                continue
            span = Span(match.start() - 1, match.start())
            fix = replace(span, "", Applicability.SAFE)
            yield self.finding(segment, span, "blank", fixes=[fix], sign=match.group())
