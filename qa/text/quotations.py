"""Quotation marks and brackets, paired over a whole text, and those left without a partner.

Conventions that are honoured: a quotation over several paragraphs repeats its opening mark at the start of each and
closes only in the last; in news cut into one sentence a paragraph it may also close some paragraphs later without
repeating. „German“, »inverted«, « French » and ”Swedish” quotations. Apostrophes, feet and inches, list markers ("a)")
and emoticons are left alone. Where the marks can be read in several ways nothing is reported as unpaired.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotation marks and brackets of a text.

    marks: quotation marks in order (no apostrophes). pairs: quotations, by their start; they may be nested. unpaired:
    quotation marks that lack their partner. bracket_marks, brackets, unpaired_brackets: the same for brackets.
    """

    marks: tuple[Mark, ...]
    pairs: tuple[Quotation, ...]
    unpaired: tuple[Mark, ...]
    bracket_marks: tuple[Mark, ...]
    brackets: tuple[Quotation, ...]
    unpaired_brackets: tuple[Mark, ...]
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
_INNER_STOP = re.compile(r"[.!?…][\"”»]?\s+[\"“«]?[^\W\d_]")
_GOES_ON = re.compile(r"[.,]?\s+[a-zа-я]")

_BRACKETS = {
    "(": ("round", "open"), ")": ("round", "close"), "[": ("square", "open"), "]": ("square", "close"),
    "{": ("curly-bracket", "open"), "}": ("curly-bracket", "close"), "（": ("round", "open"), "）": ("round", "close"),
    "【": ("lenticular", "open"), "】": ("lenticular", "close"),
}  # fmt: skip
_LIST_MARKER = re.compile(r"(?:^|[\s;,(])(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[ivxIVX]{1,5})$")
_EMOTICON_BEFORE = re.compile(r"(?:[:;=8xX]['’]?-?|\^_?|[:;=8][оoO])$")

_INTERVAL = re.compile(r"\s*[-+−]?[\w.∞]+\s*[,;]\s*[-+−]?[\w.∞]+\s*")

_MAX_BLOCKS = 12
"""How many paragraphs further on a quotation opened but not repeated may close."""
_MAX_BRACKET_BLOCKS = 6


def pair_quotations(text: str, blocks: Sequence[Block], lang: str) -> Quotations:
    """Pair the quotation marks and brackets of `text`."""
    if not blocks:
        return Quotations((), (), (), (), (), (), ())
    marks = _quote_marks(text, blocks, lang)
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


def _quote_marks(text: str, blocks: Sequence[Block], lang: str) -> list[Mark]:
    """All quotation marks with their sides; straight ones of unclear side get "either"."""
    german = "„" in text and lang != "en"
    ends = [block.span.end for block in blocks]
    marks: list[Mark] = []
    for match in _QUOTE.finditer(text):
        start, end = match.span()
        sign = match.group()
        style = _STYLE[sign]
        if style == "single" and _ELISION.match(text, start):
            continue
        side = _side(text, start, end, sign)
        if german and sign == "“" and not text[start - 1 : start].isspace():
            side = "close"
        marks.append(Mark(Span(start, end), style, side, _block_at(ends, start)))
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
        return _side_in_room(before, text[end : end + 3] if after == "." else after)
    return "either"


def _side_in_room(before: str, after: str) -> str:
    """The side of a mark whose neighbours both leave room, such as the second in `("", "`."""
    if before.isspace() and not after.isspace():
        return "open" if after in "…([\"'“‘" or after == "..." else "either"
    if after.isspace() and not before.isspace():
        return "close" if before in ")]\"'”’…" else "either"
    return "either"


class _Pairing:
    """State of one pass over the marks of a text."""

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

    def is_joined_over(self, first: Mark, second: Mark) -> bool:
        """Whether a pair crosses the stretch between two marks."""
        return any(
            (first.span < pair.open < second.span) != (first.span < pair.close < second.span) for pair in self.pairs
        )


def _pair_quotes(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[list[Quotation], list[Mark]]:
    """Pair within each block first, then what is left over across blocks."""
    state = _Pairing()
    left: list[Mark] = []
    openers: dict[str, dict[int, Mark]] = {}
    position = 0
    while position < len(marks):
        block = marks[position].block
        until = position
        while until < len(marks) and marks[until].block == block:
            until += 1
        first = marks[position]
        if first.side != "close" and first.span.start == blocks[block].span.start:
            openers.setdefault(first.style, {})[block] = first
        left += _pair_in_block(text, marks[position:until], state)
        position = until
    for style in sorted({mark.style for mark in left}):
        starts = openers.get(style, {})
        _pair_across(text, blocks, [mark for mark in left if mark.style == style], starts, state)
    _read_by_parity(state)
    _move_to_weaker_close(text, marks, state)
    if "``" not in text:
        state.unpaired = [mark for mark in state.unpaired if mark.style != "latex"]
    return state.pairs, state.unpaired


def _pair_in_block(text: str, marks: Sequence[Mark], state: _Pairing) -> list[Mark]:
    """Pair the marks of one block; returns the double marks left over, each with the side it must have."""
    stack: list[Mark] = []
    left: list[Mark] = []
    for mark in marks:
        partner = _partner(stack, mark)
        side = mark.side
        if side == "either":
            side = "open" if partner is None else "close"
        if side == "open":
            stack.append(mark._replace(side=side))
        elif partner is not None:
            left += stack[partner + 1 :]
            state.join(stack[partner], mark)
            del stack[partner:]
        elif not (mark.style == "straight" and text[mark.span.start - 1 : mark.span.start].isdecimal()):
            left.append(mark._replace(side=side))
    return sorted(mark for mark in (*left, *stack) if mark.style != "single")


def _partner(stack: Sequence[Mark], mark: Mark) -> int | None:
    """Index of the opening mark that `mark` closes: the nearest of its style, else the nearest of another."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].style == mark.style:
            return index
    if mark.style in _DOUBLE:
        for index in range(len(stack) - 1, -1, -1):
            if stack[index].style in _DOUBLE:
                return index
    return None


def _pair_across(
    text: str, blocks: Sequence[Block], left: Sequence[Mark], starts: Mapping[int, Mark], state: _Pairing
) -> None:
    """Pair the marks of one style that are left over after the blocks.

    An opening mark waits for a closing one. `starts` holds the opening marks at the start of a block, paired there or
    not: where the next block has one, it repeats the waiting mark.
    """
    waiting: Mark | None = None
    repeats: list[Mark] = []
    for mark in left:
        if waiting is not None:
            last = _follow_repeats(repeats[-1] if repeats else waiting, mark.block, starts, repeats)
            if mark.side == "open" and starts.get(mark.block) == mark and mark.block == last.block + 1:
                repeats.append(mark)
                continue
            if mark.side == "close" and mark.block - last.block <= _MAX_BLOCKS:
                if repeats or _opens_speech(text, blocks[waiting.block].span.start, waiting):
                    state.join(waiting, mark, repeats)
                    waiting, repeats = None, []
                    continue
            if mark.side == "open" and mark.block == waiting.block and _at_start(blocks, waiting):
                # A paragraph that opens a quotation and has a second mark like it: the first one may go on.
                state.leave(mark)
                continue
            _give_up(text, blocks, waiting, repeats, starts, state)
            waiting, repeats = None, []
        if mark.side == "close":
            state.leave(mark)
        else:
            waiting = mark
    if waiting is not None:
        _follow_repeats(repeats[-1] if repeats else waiting, len(blocks), starts, repeats)
        _give_up(text, blocks, waiting, repeats, starts, state)


def _follow_repeats(last: Mark, until: int, starts: Mapping[int, Mark], repeats: list[Mark]) -> Mark:
    """Add the marks that repeat `last` in the blocks right after its own and before block `until`."""
    while last.block + 1 < until and last.block + 1 in starts:
        last = starts[last.block + 1]
        repeats.append(last)
    return last


def _give_up(
    text: str, blocks: Sequence[Block], waiting: Mark, repeats: Sequence[Mark], starts: Mapping[int, Mark], state: _Pairing
) -> None:
    """Report an opening mark that found no partner, unless the next block repeats it.

    In text cut into one sentence a paragraph, a quotation that is opened again some paragraphs later is one quotation
    with a stray second mark rather than a quotation never closed.
    """
    if repeats:
        return
    later = next((at for at in range(waiting.block + 1, waiting.block + _MAX_BLOCKS) if at in starts), None)
    if later is not None and _at_start(blocks, waiting) and _is_cut_up(text, blocks):
        again = starts[later]
        for index, pair in enumerate(state.pairs):
            if pair.open == again.span:
                state.pairs[index] = pair._replace(open=waiting.span)
                state.leave(again._replace(side="open"))
                return
    state.leave(waiting)


def _at_start(blocks: Sequence[Block], mark: Mark) -> bool:
    """Whether `mark` is the first character of its block."""
    return mark.span.start == blocks[mark.block].span.start


def _opens_speech(text: str, start: int, mark: Mark) -> bool:
    """Whether an opening mark stands where a longer quotation may begin: at the block's or a sentence's start."""
    before = text[max(start, mark.span.start - 6) : mark.span.start].rstrip()
    after = text[mark.span.end : mark.span.end + 4].lstrip("\"'“‘«…. (")
    return (not before or before[-1] in ":,.!?…—–-\"”»") and not after[:1].islower()


def _is_cut_up(text: str, blocks: Sequence[Block]) -> bool:
    """Whether most paragraphs of the text are a single sentence."""
    several = sum(_INNER_STOP.search(text, *block.span) is not None for block in blocks)
    return len(blocks) >= 5 and several * 4 <= len(blocks)


def _read_by_parity(state: _Pairing) -> None:
    """Two straight marks of the same side left over in one block are a pair with its blank on the wrong side."""
    kept: list[Mark] = []
    for mark in sorted(state.unpaired):
        if kept and mark.style == "straight" and kept[-1][1:] == mark[1:] and not state.is_joined_over(kept[-1], mark):
            state.join(kept.pop(), mark)
        else:
            kept.append(mark)
    state.unpaired = kept


def _move_to_weaker_close(text: str, marks: Sequence[Mark], state: _Pairing) -> None:
    """Of two closing marks in a row the one that is followed by more of the sentence is the stray one.

    In `“in an armed war”. conflict,” he said` pairing from the left takes the first.
    """
    spans = [mark.span for mark in marks]
    for index, mark in enumerate(state.unpaired):
        at = bisect_right(spans, mark.span) - 2
        if mark.side != "close" or at < 0 or marks[at].style != mark.style or marks[at].block != mark.block:
            continue
        pair = next((pair for pair in state.pairs if pair.close == spans[at]), None)
        if pair is None or text[mark.span.start - 1] not in ",.!?…" or not _GOES_ON.match(text, spans[at].end):
            continue
        state.pairs[state.pairs.index(pair)] = pair._replace(close=mark.span)
        state.unpaired[index] = marks[at]


def _bracket_marks(text: str, blocks: Sequence[Block]) -> list[Mark]:
    """All brackets."""
    ends = [block.span.end for block in blocks]
    marks: list[Mark] = []
    for match in _BRACKET.finditer(text):
        start = match.start()
        style, side = _BRACKETS[match.group()]
        marks.append(Mark(Span(start, start + 1), style, side, _block_at(ends, start)))
    return marks


def _pair_brackets(text: str, marks: Sequence[Mark]) -> tuple[list[Quotation], list[Mark]]:
    """Pair brackets within blocks, then an opening one with a closing one some blocks later."""
    state = _Pairing()
    stack: list[Mark] = []
    left: list[Mark] = []
    for mark in marks:
        if stack and stack[-1].block != mark.block:
            left += stack
            stack.clear()
        start = mark.span.start
        if mark.side == "open":
            if not _is_sad(text, start):
                stack.append(mark)
            continue
        partner = next((at for at in range(len(stack) - 1, -1, -1) if stack[at].style == mark.style), None)
        if partner is None and stack and _INTERVAL.fullmatch(text, stack[-1].span.end, start):
            partner = len(stack) - 1
        if partner is not None:
            left += stack[partner + 1 :]
            state.join(stack[partner], mark)
            del stack[partner:]
        elif not _is_list_marker(text, start):
            left.append(mark)
    left += stack
    _pair_brackets_across(text, sorted(left), state)
    return state.pairs, state.unpaired


def _pair_brackets_across(text: str, left: Sequence[Mark], state: _Pairing) -> None:
    """An opening bracket left over pairs with the next one left over, if that closes it soon enough."""
    at = 0
    while at < len(left):
        mark = left[at]
        after = left[at + 1] if at + 1 < len(left) else None
        if after is not None and after.style == mark.style and after.side != mark.side:
            if mark.side == "open" and 0 < after.block - mark.block <= _MAX_BRACKET_BLOCKS:
                state.join(mark, after)
                at += 2
                continue
            if mark.side == "close" and mark.style == "square" and after.span.start - mark.span.end < 20:
                at += 2  # ]0, 1[
                continue
        state.leave(mark)
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
