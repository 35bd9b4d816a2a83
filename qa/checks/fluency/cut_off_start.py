"""A paragraph whose beginning is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_MARK = re.compile(r"[,;:] ?(?=[^\W\d_])")
_LETTER = re.compile(r"([b-hj-z]) (?=(?P<next>[a-z]+)\b)")
_OPEN_END = frozenset("_,;:–—-")
# Letters that stand for a quantity ("x is the depth"), are counted or joined ("p and q"), or are short for words.
_AFTER_SYMBOL = frozenset(
    "is are was were be equals equal denotes represents stands means and or to by then has can may must will should"
    " plus minus times over under times if u ur i".split()
)
_LEAST_WORDS = 4


class CutOffStart(Check):
    """The beginning of a paragraph is missing.

    What it flags:
        A comma, colon or semicolon, or a single letter that is no word, with which a paragraph of running text begins:
        ", due to the storm, the harbour was closed", "n the day before, it was open".

    Why it matters:
        Words are lost, and the reader sees that something went wrong.

    When it is wrong:
        Where a paragraph goes on from the one before it, as in verse or a formula's explanation; if the text before
        it has no end mark, or the letter stands alone elsewhere too, nothing is said.

    Sources:
        MQM, truncation.
    """

    id = "cut-off-start"
    category = Category.TRUNCATION
    severity = Severity.MAJOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS})
    messages = {
        "mark": "A paragraph begins with “{text}”: its beginning is missing",
        "letter": "A paragraph begins with the single letter “{text}”: its beginning is missing",
    }
    unstable_under = {"twice": "a letter that stands alone twice may be a symbol"}
    bad = (
        "The match ended early in the evening.\n\n[[:]] Tveit, who had scored twice, left the pitch.",
        "The harbour was open.\n\n[[,]] due to the storm, the ferry was late.",
        "The harbour was open.\n\n[[n]] the day before, it had been closed.",
        "[[;]] the council of the town met at noon on Monday.",
        "She stayed for a week.\n\n[[k]] sued the town for the damage.",
    )
    good = (
        "The harbour was open.\n\nDue to the storm, the ferry was late.",
        "The speed is computed as follows:\n\nx is the depth of the harbour in feet.",
        "The harbour was open, the ferry was late\n\n, and the council met at noon.",
        "A day before, it had been closed.",
        "n the sum of all boats is taken. Here n runs over the harbours.",
        "b) by boat to the island of Lenk",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        before = ""
        for text in texts:
            prose = text.text
            for span, role in text.blocks:
                paragraph = span.of(prose)
                goes_on = before.isalnum() or before in _OPEN_END
                before = paragraph[-1:]
                is_title = role is Role.TITLE and span.start == text.blocks[0].span.start
                if not (role is Role.BODY or is_title) or goes_on or paragraph.count(" ") < _LEAST_WORDS:
                    continue
                if _MARK.match(paragraph):
                    yield self.finding(text.segment, Span(span.start, span.start + 1), "mark")
                    continue
                match = _LETTER.match(paragraph)
                if match and match["next"] not in _AFTER_SYMBOL and not _is_symbol(texts, match[1]):
                    yield self.finding(text.segment, Span(span.start, span.start + 1), "letter")


def _is_symbol(texts: Sequence[Analysis], letter: str) -> bool:
    """Whether the letter stands alone inside a sentence too, and so is the sign for something."""
    pattern = re.compile(rf"[\w,(=+] \(?{letter}(?![\w'’.-])")
    return any(pattern.search(text.text) for text in texts)
