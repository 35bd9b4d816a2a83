"""Large numbers without thousands marks in English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.numbers._groups import UNGROUPED, figures_of, regrouped
from qa.checks.numbers._odd_one_out import is_running_prose
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_COMMA = "10,000"
_LONG = 7
_FIVE_OR_SIX = 0.93


class UngroupedNumber(Check):
    """A number of five digits or more without a mark between thousands.

    What it flags:
        "10000 rubles" and "90000000 rubles", where English writes 10,000 and 90,000,000 (or 90 million). Five or six
        digits are flagged with less confidence than seven or more.

    Why it matters:
        The longer the run of digits, the harder it is to read, and the more it looks like a raw copy of the source.

    When it is wrong:
        In codes and labels; only numbers with a currency before or a counted word behind are judged. Articles that
        group other numbers are the business of `mixed-thousands-mark`.
        Not for desks whose house style leaves the mark out (profile `news`).

    Sources:
        The Chicago Manual of Style, chapter “Numbers”; CLDR number patterns.
    """

    id = "ungrouped-number"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    profiles = frozenset({"translation", "strict"})
    fixable = Fixable.ALWAYS
    messages = {"bare": "“{text}” without thousands marks: {fixed}"}
    bad = (
        "They are fined [[10000->10,000]] rubles a day.",
        "The prize was [[90000000->90,000,000]] rubles, of which $[[250000->250,000]] were paid.",
        "Some [[15000->15,000]] people came.",
    )
    good = (
        "They are fined 10,000 rubles a day, or 1000 rubles a week.",
        "Flight 10457 left for asteroid 19521; the code is 62704.",
        "He wrote to Springfield 62704 and called 555123.",
        "They paid 10\u00a0000 rubles.",
        "The catalogue number 123456 names the comet.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        figures = [figure for text in texts for figure in figures_of(text)]
        if any(figure.form != UNGROUPED for figure in figures):
            return
        for figure in figures:
            if figure.digits > 4 and is_running_prose(figure.text, figure.span):
                fixed = regrouped(figure.span.of(figure.text.text), _COMMA)
                sure = self.confidence if figure.digits >= _LONG else _FIVE_OR_SIX
                fix = replace(figure.span, fixed)
                yield self.finding(figure.text.segment, figure.span, "bare", fixes=[fix], confidence=sure, fixed=fixed)
