"""Two or more blanks between words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

# A blank before one of these marks is a defect of its own and has its own check.
_RUN = re.compile(r"(?<=\S)(?:  +| *\u00a0[ \u00a0]+| +\u00a0[ \u00a0]*)(?=[^\s,.;:!?])")
# Words of four letters and more: the blank after "Dr." and "St." says nothing about the house style.
_SENTENCE_GAP = re.compile(r"[^\W\d_]{4}[.!?][\"”’')\]»]*( +)(?=[\"“‘'(\[«]*[^\W\d_a-z])")
_AFTER_SENTENCE = re.compile(r"[.!?…:][\"”’')\]»]*\Z")
_WIDE = re.compile(r" {3,}|\t|\|")
_LONGEST = 12
_NEAR = 200


class DoubledSpace(Check):
    """Two or more blanks stand between two words.

    What it flags:
        Runs of blanks inside a line of prose. Two blanks after a full stop are flagged only where most sentences of
        the document are followed by one.

    Why it matters:
        It is left behind where a word was deleted or moved, and shows as a hole in justified or printed text.

    When it is wrong:
        Where blanks line up columns or verse that the reader of the file could not tell from prose.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation” (one space between sentences); New Hart's Rules.
    """

    id = "doubled-space"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.97
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {
        "words": "{count} blanks between two words",
        "sentences": "{count} blanks after a sentence; elsewhere the text has one",
    }
    bad = (
        "The[[  -> ]]committee met twice in June.",
        "They signed the contract on Monday.  The wall stood. Nobody spoke before the[[   -> ]]judge came in.",
        "The train stopped.[[  -> ]]Passengers waited. Doors opened slowly. Nobody left. An hour went by.",
        "He paid with a[[ \u00a0-> ]]card, not in cash.",
    )
    good = (
        "The committee met twice in June. It will meet again in July.",
        "The train stopped.  Passengers waited.  Doors opened slowly.  Nobody left.",
        "Item           Price     Stock\nKettle         12        4\nTeapot         8         16",
        "    Four blanks at the start of a line set it apart.",
        "Two blanks before a mark  , as here, are reported elsewhere.",
        "The heading ends here  \nand this line goes on after a line break.",
    )
    cross_fire = frozenset({"space-before-punctuation"})

    def check_document(self, _document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        runs = [(text, match) for text in texts if _may_hold(text.text) for match in _RUN.finditer(text.text)]
        if not runs:
            return
        house_style = _two_after_sentences(texts)
        for text, match in runs:
            after_sentence = _AFTER_SENTENCE.search(text.text, max(0, match.start() - 4), match.start()) is not None
            if (after_sentence and len(match[0]) == 2 and house_style) or _is_layout(text, match):
                continue
            span = Span(*match.span())
            yield self.finding(
                text.segment,
                span,
                "sentences" if after_sentence and len(span) == 2 else "words",
                fixes=[replace(span, " ", Applicability.SAFE, "one blank")],
                count=len(span),
            )


def _may_hold(text: str) -> bool:
    return "  " in text or "\u00a0 " in text or " \u00a0" in text or "\u00a0\u00a0" in text


def _two_after_sentences(texts: Sequence[Analysis]) -> bool:
    """Whether two blanks after a sentence are at least as usual in the document as one."""
    one = two = 0
    for text in texts:
        for match in _SENTENCE_GAP.finditer(text.text):
            if len(match[1]) == 1:
                one += 1
            else:
                two += 1
    return two >= one


def _is_layout(text: Analysis, match: re.Match[str]) -> bool:
    """Whether the blanks line something up: very many, another wide gap in the line, verse or a table's cell."""
    if len(match[0]) > _LONGEST:
        return True
    start = text.text.rfind("\n", 0, match.start()) + 1
    end = text.text.find("\n", match.end())
    # The window keeps a very long line from being read for every gap in it.
    first, last = max(start, match.start() - _NEAR), min(end if end >= 0 else len(text.text), match.end() + _NEAR)
    if len(_WIDE.findall(text.text, first, last)) > (len(match[0]) > 2):
        return True
    return text.role_at(match.start()) in {Role.VERSE, Role.CELL}
