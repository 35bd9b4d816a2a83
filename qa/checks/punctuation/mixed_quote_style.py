"""Straight and curly quotation marks in one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.finding import Evidence, Finding, Related
from qa.core.fix import Applicability, Edit, Fix

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.quotations import Quotation

_PAIRS = {"straight": ('"', '"'), "curly": ("“", "”")}


class MixedQuoteStyle(Check):
    """Some quotations stand in straight marks and others in curly ones, or one opens straight and closes curly.

    What it flags:
        The rarer of the two styles, and any quotation whose two marks differ.

    Why it matters:
        The text was put together from pieces; a house sets one style.

    When it is wrong:
        Where both are as frequent nothing but pairs of unlike marks is flagged.

    Sources:
        The Chicago Manual of Style, section on “smart” quotation marks.
    """

    id = "mixed-quote-style"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.NEUTRAL
    confidence = 0.92
    needs = frozenset({Need.QUOTATIONS})
    profiles = frozenset({"translation", "strict"})
    fixable = Fixable.ALWAYS
    messages = {
        "pair": "Quotation opens with {open} and closes with {close}",
        "rare": "{style} quotation marks here, {other} elsewhere ({counts})",
    }
    unstable_under = {"twice": "counts double, and a mark of the copy may become the partner"}
    bad = (
        'He said [["->“]]yes” and left.',
        Example('They play “Dido”, “Aida” and [["]]Norma".', fixed="They play “Dido”, “Aida” and “Norma”."),
        'First "one", then "two" and "three", and [[“->"]]four" in the end.',
    )
    good = (
        "He said “yes” and left the “house”.",
        'One "straight" and one “curly” pair leave it open.',
        'The disk is 5" wide, “they” said.',
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if '"' not in text.text or ("“" not in text.text and "”" not in text.text):
            return
        pairs = text.quotations.pairs
        counts = Counter(pair.style for pair in pairs if pair.style in _PAIRS)
        own = counts.most_common(1)[0][0] if counts and len(set(counts.values())) == len(counts) else ""
        for pair in pairs:
            marks = text.text[pair.open.start : pair.open.end], text.text[pair.close.start : pair.close.end]
            if pair.style == "mixed" and set(marks) <= {'"', "“", "”"}:
                yield self._finding(segment, pair, marks, own or "curly", "pair", open=marks[0], close=marks[1])
            elif own and pair.style in _PAIRS and pair.style != own:
                shown = f"{counts[pair.style]} and {counts[own]}"
                yield self._finding(
                    segment, pair, marks, own, "rare", style=pair.style.capitalize(), other=own, counts=shown
                )

    def _finding(
        self, segment: Segment, pair: Quotation, marks: tuple[str, str], own: str, message: str, **args: Any
    ) -> Finding:
        new = _PAIRS[own]
        edits = tuple(
            Edit(span, mark) for span, mark, old in zip((pair.open, pair.close), new, marks, strict=True) if mark != old
        )
        fix = Fix(f"{new[0]}…{new[1]}", edits, Applicability.SAFE if message == "rare" else Applicability.SUGGEST)
        return self.finding(
            segment,
            pair.open,
            message,
            fixes=[fix],
            related=[Related(segment.id, pair.close, marks[1])],
            evidence=[Evidence("count", f"most quotations in the text are {own}")],
            **args,
        )
