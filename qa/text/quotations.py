"""Quotation marks and brackets, paired over a whole text, and those left without a partner.

Conventions that are honoured: a quotation over several paragraphs repeats its opening mark at the start of each and
closes only in the last; in news cut into one sentence a paragraph it may also close some paragraphs later without
repeating. „German“, »inverted«, « French » and ”Swedish” quotations. Apostrophes, feet and inches, list markers ("a)")
and emoticons are left alone. Where the marks can be read in several ways nothing is reported as unpaired.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.core.document import Block
from qa.core.span import Span, merge_spans


class Mark(NamedTuple):
    """A quotation mark or bracket.

    style: "straight" ("), "curly" (“ ” „ ‟), "angle" (« »), "single" (' ‘ ’ ‚ ‛), "single-angle" (‹ ›), "corner"
    (「 」), "white-corner" (『 』), "title" (《 》), "latex" (`` ''), or for brackets "round", "square", "curly-bracket",
    "lenticular". side: "open" or "close", by the characters beside it rather than by its shape. block: ordinal of the
    block it stands in.
    """

    span: Span
    style: str
    side: str
    block: int


class Quotation(NamedTuple):
    """A quotation or bracketed passage.

    open, close: its two marks. style: the opening mark's; "mixed" where the closing one has another. repeats: opening
    marks that a quotation over several paragraphs repeats.
    """

    open: Span
    close: Span
    style: str
    repeats: tuple[Span, ...] = ()


class Unpaired(NamedTuple):
    """A mark whose partner is missing.

    span: the mark. side: what it is, "open" or "close". style: as in Mark. block: ordinal of its block.
    """

    span: Span
    side: str
    style: str
    block: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotation marks and brackets of a text.

    marks: quotation marks in order (no apostrophes). pairs: quotations, by their start; they may be nested. unpaired:
    quotation marks that lack their partner. bracket_marks, brackets, unpaired_brackets: the same for brackets.
    """

    marks: tuple[Mark, ...]
    pairs: tuple[Quotation, ...]
    unpaired: tuple[Unpaired, ...]
    bracket_marks: tuple[Mark, ...]
    brackets: tuple[Quotation, ...]
    unpaired_brackets: tuple[Unpaired, ...]
    quoted: tuple[Span, ...]
    """What lies in quotation marks, the marks included: sorted, not overlapping."""

    def inside(self, offset: int) -> bool:
        """Whether the character at `offset` lies in a quotation (or is one of its marks)."""
        index = bisect_right(self.quoted, offset, key=_start) - 1
        return index >= 0 and offset < self.quoted[index].end


def _start(span: Span) -> int:
    return span.start


_QUOTE = re.compile(
    r"``|''|[\"“”„‟«»‹›「」『』《》‚]"
    r"|(?<![\w’'])[‘’'‛](?=[\w“\"(])"
    r"|(?<=[^\s])[‘’'](?!\w)"
)
_BRACKET = re.compile(r"[()\[\]{}（）【】]")
_STYLE = {
    '"': "straight", "“": "curly", "”": "curly", "„": "curly", "‟": "curly", "«": "angle", "»": "angle",
    "‹": "single-angle", "›": "single-angle", "「": "corner", "」": "corner", "『": "white-corner", "』": "white-corner",
    "《": "title", "》": "title", "``": "latex", "''": "latex", "'": "single", "‘": "single", "’": "single",
    "‚": "single", "‛": "single",
}  # fmt: skip
_DOUBLE = frozenset({"straight", "curly", "angle", "latex"})
_FIXED_SIDE = {"「": "open", "」": "close", "『": "open", "』": "close", "《": "open", "》": "close", "``": "open", "„": "open", "‚": "open", "‟": "open"}
_USUAL_SIDE = {"“": "open", "”": "close", "«": "open", "»": "close", "‹": "open", "›": "close", "‘": "open", "’": "close"}
_OPENS_AFTER = frozenset("([{<—–-/=:¡¿“„«‘‹\"'")
_CLOSES_BEFORE = frozenset(".,;:!?…)]}>—–-/%”»’›\"'。，、")
_ELISION = re.compile(r"['’‘](?:\d\ds?\b|tis\b|twas\b|twere\b|em\b|n['’]?\b|cause\b|til\b|till\b|bout\b|round\b|cos\b|s\b|un\b)", re.IGNORECASE)
_INCHES = re.compile(r"(?:\d|[½¼¾])$")

_BRACKETS = {
    "(": ("round", "open"), ")": ("round", "close"), "[": ("square", "open"), "]": ("square", "close"),
    "{": ("curly-bracket", "open"), "}": ("curly-bracket", "close"), "（": ("round", "open"), "）": ("round", "close"),
    "【": ("lenticular", "open"), "】": ("lenticular", "close"),
}  # fmt: skip
_LIST_MARKER = re.compile(r"(?:^|[\s;,(])(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[ivxIVX]{1,5})$")
_EMOTICON_BEFORE = re.compile(r"(?:[:;=8xX]['’]?-?|\^_?|[:;=8][оoO])$")

_MAX_BLOCKS = 12
"""How many paragraphs further on a quotation opened but not repeated may close."""
_MAX_BRACKET_BLOCKS = 6


def pair_quotations(text: str, blocks: Sequence[Block], lang: str) -> Quotations:
    """Pair the quotation marks and brackets of `text`."""
    marks = _quote_marks(text, blocks)
    pairs, unpaired = _pair_quotes(text, blocks, marks) if marks else ([], [])
    bracket_marks = _bracket_marks(text, blocks)
    brackets, unpaired_brackets = _pair_brackets(text, bracket_marks) if bracket_marks else ([], [])
    return Quotations(
        marks=tuple(marks),
        pairs=tuple(sorted(pairs)),
        unpaired=tuple(sorted(unpaired)),
        bracket_marks=tuple(bracket_marks),
        brackets=tuple(sorted(brackets)),
        unpaired_brackets=tuple(sorted(unpaired_brackets)),
        quoted=merge_spans(Span(pair.open.start, pair.close.end) for pair in pairs),
    )


def _block_at(ends: Sequence[int], offset: int) -> int:
    """Ordinal of the block that holds `offset`."""
    return min(bisect_right(ends, offset), len(ends) - 1)


def _quote_marks(text: str, blocks: Sequence[Block]) -> list[Mark]:
    """All quotation marks with their sides; straight ones of unclear side get "either"."""
    ends = [block.span.end for block in blocks]
    marks: list[Mark] = []
    for match in _QUOTE.finditer(text):
        start, end = match.span()
        sign = match.group()
        style = _STYLE[sign]
        if style == "single" and _ELISION.match(text, start):
            continue
        marks.append(Mark(Span(start, end), style, _side(text, start, end, sign), _block_at(ends, start)))
    return marks


def _side(text: str, start: int, end: int, sign: str) -> str:
    """Open, close or either, by the neighbours where the sign itself allows both."""
    fixed = _FIXED_SIDE.get(sign)
    if fixed:
        return fixed
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    room_before = before.isspace() or before in _OPENS_AFTER
    room_after = after.isspace() or after in _CLOSES_BEFORE
    if room_before and not room_after:
        return "open"
    if room_after and not room_before:
        return "close"
    usual = _USUAL_SIDE.get(sign)
    if usual:
        return usual
    if room_before:
        return _side_in_room(before, after)
    return "either"


def _side_in_room(before: str, after: str) -> str:
    """The side of a mark whose neighbours both leave room, such as the second in `("", "`."""
    if before.isspace() and not after.isspace():
        return "open" if after in "…—–-([\"'“‘" else "either"
    if after.isspace() and not before.isspace():
        return "close" if before in ")]—–-\"'”’…" else "either"
    return "either"


class _Pairing:
    """State of one pass over the marks of a text."""

    def __init__(self) -> None:
        self.pairs: list[Quotation] = []
        self.unpaired: list[Unpaired] = []

    def join(self, opening: Mark, closing: Mark, repeats: Iterable[Mark] = ()) -> None:
        style = opening.style if opening.style == closing.style else "mixed"
        self.pairs.append(Quotation(opening.span, closing.span, style, tuple(mark.span for mark in repeats)))

    def leave(self, mark: Mark, side: str) -> None:
        self.unpaired.append(Unpaired(mark.span, side, mark.style, mark.block))


def _pair_quotes(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[list[Quotation], list[Unpaired]]:
    """Pair within each block first, then what is left over across blocks."""
    state = _Pairing()
    left: list[tuple[Mark, str]] = []
    repeated: set[int] = set()
    position = 0
    while position < len(marks):
        block = marks[position].block
        until = position
        while until < len(marks) and marks[until].block == block:
            until += 1
        here = marks[position:until]
        left += _pair_in_block(text, here, state)
        if blocks and here[0].span.start == blocks[block].span.start and here[0].side != "close":
            repeated.add(block)
        position = until
    first_of_block = {blocks[block].span.start: block for block in repeated}
    _pair_across(left, first_of_block, marks, state)
    return state.pairs, state.unpaired


def _pair_in_block(text: str, marks: Sequence[Mark], state: _Pairing) -> list[tuple[Mark, str]]:
    """Pair the marks of one block; returns the double marks left over with the side they must have."""
    stack: list[Mark] = []
    left: list[tuple[Mark, str]] = []
    for mark in marks:
        partner = _partner(stack, mark)
        side = mark.side
        if side == "either":
            side = "open" if partner is None else "close"
        if side == "open":
            stack.append(mark)
        elif partner is not None:
            for skipped in stack[partner + 1 :]:
                left.append((skipped, "open"))
            state.join(stack[partner], mark)
            del stack[partner:]
        elif not (mark.style == "straight" and _INCHES.search(text, max(0, mark.span.start - 1), mark.span.start)):
            left.append((mark, "close"))
    left += [(mark, "open") for mark in stack]
    return sorted(entry for entry in left if entry[0].style != "single")


def _partner(stack: Sequence[Mark], mark: Mark) -> int | None:
    """Index of the opening mark that `mark` closes: the nearest of its style, else a lone one of another."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].style == mark.style:
            return index
    if mark.style in _DOUBLE:
        for index in range(len(stack) - 1, -1, -1):
            if stack[index].style in _DOUBLE:
                return index
    return None


def _pair_across(
    left: Sequence[tuple[Mark, str]], repeats_at: dict[int, int], marks: Sequence[Mark], state: _Pairing
) -> None:
    """Pair what is left over after the blocks, a style at a time."""
    for style in sorted({mark.style for mark, _ in left}):
        entries = [entry for entry in left if entry[0].style == style]
        block_starts = {repeats_at[mark.span.start]: mark for mark in marks if mark.span.start in repeats_at and mark.style == style}
        _pair_style_across(entries, block_starts, state)


def _pair_style_across(entries: Sequence[tuple[Mark, str]], starts: dict[int, Mark], state: _Pairing) -> None:
    """One style: a pending opening mark waits for a close, or for a paragraph that repeats it."""
    pending: Mark | None = None
    repeats: list[Mark] = []
    for mark, side in entries:
        if pending is not None:
            last = repeats[-1] if repeats else pending
            while last.block + 1 in starts and last.block + 1 < mark.block:
                last = starts[last.block + 1]
                repeats.append(last)
            if last.block + 1 == mark.block and mark.block in starts:
                if side == "open" and starts[mark.block] == mark:
                    repeats.append(mark)
                    continue
                if side == "open":
                    pending, repeats = None, []
            if pending is not None and side == "close" and mark.block - last.block <= _MAX_BLOCKS:
                state.join(pending, mark, repeats)
                pending, repeats = None, []
                continue
        if side == "close":
            state.leave(mark, side)
            continue
        if pending is not None and not _continued(pending, repeats, starts):
            state.leave(pending, "open")
        pending, repeats = mark, []
    if pending is not None and not _continued(pending, repeats, starts):
        state.leave(pending, "open")


def _continued(pending: Mark, repeats: Sequence[Mark], starts: dict[int, Mark]) -> bool:
    """Whether the paragraph after `pending` repeats its mark, so that its missing close is lawful."""
    return bool(repeats) or pending.block + 1 in starts


def _bracket_marks(text: str, blocks: Sequence[Block]) -> list[Mark]:
    """All brackets."""
    ends = [block.span.end for block in blocks]
    marks: list[Mark] = []
    for match in _BRACKET.finditer(text):
        start = match.start()
        style, side = _BRACKETS[match.group()]
        marks.append(Mark(Span(start, start + 1), style, side, _block_at(ends, start)))
    return marks


def _pair_brackets(text: str, marks: Sequence[Mark]) -> tuple[list[Quotation], list[Unpaired]]:
    """Pair brackets within blocks, then an opening one with a closing one some blocks later."""
    state = _Pairing()
    stack: list[Mark] = []
    left: list[tuple[Mark, str]] = []
    for mark in marks:
        if stack and stack[-1].block != mark.block:
            left += [(opening, "open") for opening in stack]
            stack.clear()
        start = mark.span.start
        if mark.side == "open":
            if not _is_sad(text, start):
                stack.append(mark)
            continue
        partner = next((at for at in range(len(stack) - 1, -1, -1) if stack[at].style == mark.style), None)
        if partner is None and stack and _is_interval(text, stack[-1].span.end, start):
            partner = len(stack) - 1
        if partner is None:
            if not _is_list_marker(text, start):
                left.append((mark, "close"))
            continue
        left += [(opening, "open") for opening in stack[partner + 1 :]]
        state.join(stack[partner], mark)
        del stack[partner:]
    left += [(opening, "open") for opening in stack]
    _pair_brackets_across(sorted(left), state)
    return state.pairs, state.unpaired


def _pair_brackets_across(left: Sequence[tuple[Mark, str]], state: _Pairing) -> None:
    """An opening bracket left over pairs with the next one left over, if that closes it soon enough."""
    at = 0
    while at < len(left):
        mark, side = left[at]
        if side == "open" and at + 1 < len(left):
            after, after_side = left[at + 1]
            if after_side == "close" and after.style == mark.style and 0 < after.block - mark.block <= _MAX_BRACKET_BLOCKS:
                state.join(mark, after)
                at += 2
                continue
        state.leave(mark, side)
        at += 1


def _is_sad(text: str, start: int) -> bool:
    """Whether the opening bracket is the mouth of an emoticon."""
    if not _EMOTICON_BEFORE.search(text, max(0, start - 3), start):
        return False
    after = text[start + 1 : start + 2]
    return not after or after.isspace() or after in "(["


def _is_list_marker(text: str, start: int) -> bool:
    """Whether a closing bracket without partner belongs to "1)", "a)", an emoticon or a run of them."""
    if _LIST_MARKER.search(text, max(0, start - 8), start) or _EMOTICON_BEFORE.search(text, max(0, start - 3), start):
        return True
    return text[start] == ")" and (text[start - 1 : start] == ")" or text[start + 1 : start + 2] == ")")


def _is_interval(text: str, start: int, end: int) -> bool:
    """Whether only numbers stand between two brackets of different kinds, as in [0, 1)."""
    return bool(re.fullmatch(r"\s*[-+−]?[\w.∞]+\s*[,;]\s*[-+−]?[\w.∞]+\s*", text[start:end]))
