"""Quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Need
from qa.core.finding import Evidence, Finding
from qa.text.marks import is_attributed

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.marks import Mark

_UNSURE = 0.75
_MAY_CLOSE = 0.8
"""For a paragraph that opens a quotation where marks in later paragraphs may close it."""
_PARAGRAPHS = 4
_SPEAKS = re.compile(
    r"\b(?:[a-z]+(?:ed|s)|said|told|wrote|thought|spoke|went on|quote|according|reads?|goes|put it|has|have|is|was)\b"
)
_CLAUSE = re.compile(r"[^,.;:!?]*")
_PAUSES = frozenset(".!?…,:;—–-。！？，：；、。।۔،؟")
_OUTSIDE = frozenset(",.;")


class UnpairedQuote(Check):
    """A quotation opens and never closes, or closes and never opened.

    What it flags:
        The mark that lacks its partner, judged over the whole text.

    Why it matters:
        The reader no longer knows whose words he reads: a statement of the paper becomes one of the minister.

    When it is wrong:
        Quotations over several paragraphs that repeat the opening mark, and those that close some paragraphs later, are
        understood, as are apostrophes, feet and inches. Where marks can be read in several ways the check is silent.

    Sources:
        The Chicago Manual of Style, chapter “Quotations and Dialogue”, on quotations of several paragraphs; MQM,
        unpaired marks.
    """

    id = "unpaired-quote"
    category = Category.UNPAIRED_MARKS
    severity = Severity.MAJOR
    confidence = 0.93
    needs = frozenset({Need.QUOTATIONS, Need.BLOCKS})
    messages = {
        "open": "Quotation mark opens here and never closes",
        "close": "Quotation mark closes what never opened",
    }
    unstable_under = {"twice": "the copy's marks may close what the first left open"}
    bad = (
        "He called the plan [[“]]brave and clever. Nobody agreed.",
        'Thank you all[["]], the club quoted its captain as saying.',
        "He said, [[“]]We will come.",
        "[[“]]We will come, said the mayor. “It is late.”",
        "[[“]]We will come, said the mayor.\n\n“It is late,” he added.",
        "The country wants power. [[»]] And it wants new roads.",
        Example("Er sagte, [[„]]wir kommen morgen. Dann ging er.", lang="de"),
    )
    good = (
        "He called the plan “brave” and “clever”.",
        "“We came early.\n\n“We left late,” she said.",
        '"We came early.\n\nWe left late," she said.',
        "The board is 6\" wide, 5'10\" long, and the players' choice.",
        "He said: “She told me ‘no’ and left.”",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for mark in text.quotations.unpaired:
            others = len(text.quotations.pairs)
            paired = (
                "1 other quotation in the text is paired" if others == 1 else f"{others} others in the text are paired"
            )
            evidence = [Evidence("count", paired)] if others else []
            confidence = _UNSURE if _may_go_on(text, mark) else _MAY_CLOSE if _may_close(text, mark) else None
            yield self.finding(segment, mark.span, mark.side, confidence=confidence, evidence=evidence)


def _may_close(text: Analysis, mark: Mark) -> bool:
    """Whether the mark opens its paragraph, and a mark behind it may close it or open the next paragraph."""
    block = text.block_at(mark.span.start)
    if mark.side != "open" or block is None or block.span.start != mark.span.start:
        return False
    if is_attributed(text.text, mark, block):
        return False
    if '"' in text.text[mark.span.end : block.span.end] or "”" in text.text[mark.span.end : block.span.end]:
        return True
    near = range(mark.block + 1, mark.block + 1 + _PARAGRAPHS)
    if mark.block == len(text.blocks) - 1 and text.text[text.blocks[mark.block - 1].span.start] in '"“':
        return True  # the text may break off in a speech that opens anew with each paragraph
    if any(other.block in near for other in text.quotations.unpaired):
        return True
    return any(text.text[text.blocks[number].span.start] in '"“' for number in near if number < len(text.blocks))


def _may_go_on(text: Analysis, mark: Mark) -> bool:
    """Whether a text of one paragraph may be cut out of a quotation that goes on before or after it."""
    block = text.block_at(mark.span.start)
    if len(text.blocks) > 1 or (block and mark.side == "open" and is_attributed(text.text, mark, block)):
        return False
    before = text.text[max(0, mark.span.start - 2) : mark.span.start].strip()
    after = text.text[mark.span.end : mark.span.end + 1]
    if mark.side == "close":
        behind = _CLAUSE.match(text.text, mark.span.end, mark.span.end + 60)[0]  # type: ignore[index] # never fails
        if text.base_lang != "en" and after in _OUTSIDE:
            return True  # outside English the mark of the sentence follows the quotation mark
        # `food," drink and more`: a comma and a quotation mark, but nobody who speaks.
        return before[-1:] in _PAUSES and not (before[-1:] == "," and behind.strip() and not _SPEAKS.search(behind))
    return (not before or before[-1] in _PAUSES) and bool(after.strip())
