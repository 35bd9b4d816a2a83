"""Mark before an opening bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# "(1)", "(a)", "(iv)" number the parts of a list; "(2009)" belongs to references.
_MARK = re.compile(r"[,;:?](?= \((?!\w{1,2}\)|[ivx]{1,5}\)|\d{4}[a-z]?[),]|\d+\))[^\s()]{2})")
_WORDS_OF_EDITOR = 4
_OTHER_MARK = 0.75
"""A new clause may begin in the bracket behind a semicolon."""
_BEFORE = re.compile(r"[^\W\d_]{2}[”\"]?$")


class MarkBeforeBracket(Check):
    """A comma, colon, semicolon or question mark stands before an opening round bracket.

    What it flags:
        "the mayor, (a baker) came": a mark before a bracket that belongs behind it or nowhere.

    Why it matters:
        What stands in brackets belongs to the words before it; the mark cuts them off.

    When it is wrong:
        In lists whose parts are numbered in brackets, in formulas and references. A question mark that ends a
        question is left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation” (commas with parentheses).
    """

    id = "mark-before-bracket"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"before": "“{mark}” before a bracket; it belongs behind the bracket, if anywhere"}
    bad = (
        "The deputy mayor[[,->]] (Centre Party) has left.",
        "We get many francs[[,->]] (460 euros) on each trip.",
        "The ferry of the town[[:->]] (built in 1960) sank.",
    )
    good = (
        "The deputy mayor (Centre Party), a baker, has left.",
        "He named three: (a) a ferry, (b) a bridge, (ii) a boat.",
        "See Marlow, A., (2009), and Penn, (1999a).",
        "“After the storm, (the keeper) saw three boats and, (how much) more, two ships,” she said.",
        "The boats come from the border, (and) when they come, nobody sees them.",
        "Who was it? (Nobody knew.) It was late (see below).",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _MARK.finditer(prose):
            at = match.start()
            mark = prose[at]
            if not _BEFORE.search(prose, max(0, at - 8), at):
                continue
            end = prose.find(")", at)
            behind = prose[end + 1 : end + 3].strip()[:1] if end > 0 else ""
            if mark in ":;" and not (behind.islower() or behind in {".", ","}):
                continue
            if mark == "?" and not behind.islower():
                continue
            if prose[at + 3 : end].isalpha() and prose[at + 3 : end].islower():
                continue  # "..., (and) when": one word that an editor set
            if text.quotations.inside(at) and prose.count(" ", at + 2, end) < _WORDS_OF_EDITOR:
                continue  # "After the storm, (the keeper) saw ...": the editor's word for the speaker's
            span = Span(at, at + 1)
            confidence = None if mark == "," else _OTHER_MARK
            yield self.finding(segment, span, "before", confidence=confidence, fixes=[replace(span, "")], mark=mark)
