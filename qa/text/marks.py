"""Marks that come in pairs: quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from qa.core.document import Block
from qa.core.span import Span

_ATTRIBUTED = re.compile(
    r", (?:said|says|added|explained|noted|continued|concluded) (?:[A-Z]|(?:the|an?) )"
    r"|, (?:he|she|they|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+) (?:said|says|added)\.(?=\s|\Z)"
)


class Mark(NamedTuple):
    """A quotation mark or bracket.

    style: "straight" ("), "curly" (“ ” „ ‟), "angle" (« »), "single" (' ‘ ’ ‚ ‛), "single-angle" (‹ ›), "corner"
    (「 」), "white-corner" (『 』), "title" (《 》), "latex" (`` ''); for brackets "round", "square", "curly-bracket",
    "lenticular". side: "open" or "close", told from the characters beside it and from its shape; "either" where only
    counting tells. block: ordinal of the block it stands in.
    """

    span: Span
    style: str
    side: str
    block: int


class Quotation(NamedTuple):
    """A quotation or bracketed passage.

    open, close: its two marks. style: the opening mark's; "mixed" where the closing one has another. repeats: opening
    marks that a quotation over several paragraphs repeats at the start of each.
    """

    open: Span
    close: Span
    style: str
    repeats: tuple[Span, ...] = ()


class Pairing:
    """What has been paired so far and what was given up."""

    def __init__(self) -> None:
        self.pairs: list[Quotation] = []
        self.unpaired: list[Mark] = []

    def join(self, opening: Mark, closing: Mark, repeats: Iterable[Mark] = ()) -> None:
        """Record a pair."""
        style = opening.style if opening.style == closing.style else "mixed"
        self.pairs.append(Quotation(opening.span, closing.span, style, tuple(mark.span for mark in repeats)))

    def leave(self, mark: Mark) -> None:
        """Record a mark without partner."""
        self.unpaired.append(mark)


def is_attributed(text: str, mark: Mark, block: Block) -> bool:
    """Whether somebody is named as the speaker in the block after an opening mark: the quotation ends before that."""
    return _ATTRIBUTED.search(text, mark.span.end, block.span.end) is not None
