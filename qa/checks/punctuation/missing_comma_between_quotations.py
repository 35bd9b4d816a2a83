"""Quotations in a row without a comma between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_INSIDE = r"[^\"“”\n]{1,60}(?<![.,;:!?…\s—–-])"
_QUOTED = rf"(?:\"(?=\S){_INSIDE}\"|“(?=\S){_INSIDE}”)"
# Two or more with nothing but blanks between, and the list they stand in.
_ROW = re.compile(rf"(?<=[\w,] ){_QUOTED}(?:,? (?:and |or )?{_QUOTED}){{2,12}}")
_GAP = re.compile(r"[\"”][ \u00a0][\"“]")


class MissingCommaBetweenQuotations(Check):
    """Quotations stand in a list without a comma between them.

    What it flags:
        The gap between two quotations in a row of three or more: `the "strong will" "strong heart" and "strong arm"`.

    Why it matters:
        Chinese needs no comma between quoted items of a list; English does.

    When it is wrong:
        Not known yet. It is silent where only two quotations meet, which may be a thing and its name (`he called
        "passes" "vouchers"`), and where the quotations end with marks of their own.

    Sources:
        GB/T 15834-2011, the Chinese standard of punctuation, on quoted items in a row; The Chicago Manual of Style, on
        commas in series.
    """

    id = "missing-comma-between-quotations"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"comma": "No comma between two quotations of a list"}
    bad = (
        'The "strong will[[" "->", "]]strong heart[[" "->", "]]strong arm" of the rowers won.',
        "They praised the “strong will[[” “->”, “]]strong heart” and “strong arm”.",
        'They serve "Lenk Water", "Dara Bread[[" "->", "]]Ostrau Cheese" and "Marlow Beer" there.',
    )
    good = (
        'They serve "Lenk Water", "Dara Bread" and "Marlow Beer".',
        "We called “passes” “vouchers”.",
        'They barked. "Down, Hector!" "Quiet, Fluff!" "Hush!" she said.',
        "The terms “meat,” “meat food,” and “meat broker” are defined.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose = text.text
        if '" "' not in prose and "” “" not in prose:
            return
        for row in _ROW.finditer(prose):
            for gap in _GAP.finditer(row.group()):
                span = Span(row.start() + gap.start(), row.start() + gap.end())
                fix = replace(span, f"{gap.group()[0]}, {gap.group()[-1]}")
                yield self.finding(segment, span, "comma", fixes=[fix])
