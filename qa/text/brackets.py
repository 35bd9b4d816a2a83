"""Brackets, paired block by block, and those left without a partner.

List markers ("a)", "1)"), emoticons, runs of closing brackets, half-open intervals and ]0, 1[ are left alone. A
parenthesis over several paragraphs is a pair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from qa.core.document import Block
from qa.core.span import Span
from qa.text.marks import Mark, Pairing

_BRACKET = re.compile(r"[()\[\]{}（）【】]")
_BRACKETS = {
    "(": ("round", "open"), ")": ("round", "close"), "[": ("square", "open"), "]": ("square", "close"),
    "{": ("curly-bracket", "open"), "}": ("curly-bracket", "close"), "（": ("round", "open"), "）": ("round", "close"),
    "【": ("lenticular", "open"), "】": ("lenticular", "close"),
}  # fmt: skip
_LIST_MARKER = re.compile(r"(?:^|[\s;,(])(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[ivxIVX]{1,5})$")
_EYES = re.compile(r"(?:[:;=8xX]['’]?-?|\^_?|[:;=8][oOоО])$")
_INTERVAL = re.compile(r"\s*[-+−]?[\w.∞]+\s*[,;]\s*[-+−]?[\w.∞]+\s*")
_MAX_BLOCKS = 6
"""How many paragraphs further on a bracket may close."""


def find_brackets(text: str, blocks: Sequence[Block]) -> list[Mark]:
    """All brackets, in order."""
    ends = [block.span.end for block in blocks]
    marks: list[Mark] = []
    for match in _BRACKET.finditer(text):
        start = match.start()
        style, side = _BRACKETS[match.group()]
        marks.append(Mark(Span(start, start + 1), style, side, min(bisect_right(ends, start), len(ends) - 1)))
    return marks


def pair_brackets(text: str, marks: Sequence[Mark]) -> Pairing:
    """Pair brackets within blocks, then an opening one with a closing one some blocks later."""
    pairing = Pairing()
    stack: list[Mark] = []
    left: list[Mark] = []
    for mark in marks:
        if stack and stack[-1].block != mark.block:
            left += stack
            stack.clear()
        start = mark.span.start
        if mark.side == "open":
            if not _is_mouth(text, start):
                stack.append(mark)
            continue
        partner = _partner(text, stack, mark)
        if partner is not None:
            left += stack[partner + 1 :]
            pairing.join(stack[partner], mark)
            del stack[partner:]
        elif not _is_no_bracket(text, start):
            left.append(mark)
    _pair_across(sorted((*left, *stack)), pairing)
    return pairing


def _partner(text: str, stack: Sequence[Mark], mark: Mark) -> int | None:
    """Index of the opening bracket that `mark` closes: the nearest of its style, or the other end of an interval."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].style == mark.style:
            return index
    if stack and _INTERVAL.fullmatch(text, stack[-1].span.end, mark.span.start):
        return len(stack) - 1
    return None


def _pair_across(left: Sequence[Mark], pairing: Pairing) -> None:
    """An opening bracket left over pairs with the next one left over, if that closes it soon enough."""
    at = 0
    while at < len(left):
        mark = left[at]
        after = left[at + 1] if at + 1 < len(left) else None
        if after is not None and after.style == mark.style and after.side != mark.side:
            if mark.side == "open" and 0 < after.block - mark.block <= _MAX_BLOCKS:
                pairing.join(mark, after)
                at += 2
                continue
            if mark.side == "close" and mark.style == "square" and after.span.start - mark.span.end < 20:
                at += 2  # ]0, 1[
                continue
        pairing.leave(mark)
        at += 1


def _is_mouth(text: str, start: int) -> bool:
    """Whether the opening bracket is the mouth of an emoticon."""
    if not _EYES.search(text, max(0, start - 3), start):
        return False
    after = text[start + 1 : start + 2]
    return not after or after.isspace() or after in "(["


def _is_no_bracket(text: str, start: int) -> bool:
    """Whether a closing bracket without partner belongs to "1)", "a)", an emoticon or a run of closing brackets."""
    if _LIST_MARKER.search(text, max(0, start - 8), start) or _EYES.search(text, max(0, start - 3), start):
        return True
    return text[start] == ")" and (text[start - 1 : start] == ")" or text[start + 1 : start + 2] == ")")
