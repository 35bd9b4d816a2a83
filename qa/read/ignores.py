"""Instructions to the checker in comments: `<!-- qa-ignore doubled-word -->` and its relatives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from qa.core.document import Block, Ignore
from qa.core.span import Span

_DIRECTIVE = re.compile(r"\s*qa-(ignore-file|ignore|off|on)((?:[\s,]+[a-z0-9]+(?:-[a-z0-9]+)*)*)\s*", re.ASCII)


class _Mark(NamedTuple):
    verb: str
    checks: frozenset[str]
    offset: int
    line: int
    inside: bool


class IgnoreMarks:
    """Collects the instructions of one text.

    `qa-ignore` holds for the line of text it stands in or, in a comment of its own, for the next block;
    `qa-ignore-file` for the whole text; `qa-off` up to the next `qa-on`. Check ids follow, separated by blanks or
    commas; none means all.
    """

    def __init__(self) -> None:
        """Start without instructions."""
        self._marks: list[_Mark] = []

    def add(self, comment: str, offset: int, line: int, *, inside: bool) -> None:
        """Note a comment if it is an instruction.

        comment: what stands between the comment's signs. offset: place in the text built so far. line: of the file,
        from 1. inside: whether it stands within a block that has text.
        """
        found = _DIRECTIVE.fullmatch(comment)
        if found:
            ids = frozenset(re.split(r"[\s,]+", found[2].strip(" \t\r\n,"))) - {""}
            self._marks.append(_Mark(found[1], ids, offset, line, inside))

    def resolve(self, text: str, blocks: Sequence[Block]) -> tuple[Ignore, ...]:
        """The spans that the instructions silence."""
        starts = [block.span.start for block in blocks]
        ignores: list[Ignore] = []
        for index, mark in enumerate(self._marks):
            if mark.verb == "ignore-file":
                span = Span(0, len(text))
            elif mark.verb == "off":
                span = Span(mark.offset, self._switched_on(index, len(text)))
            elif mark.verb == "ignore":
                span = _line(text, mark.offset) if mark.inside else _next_block(blocks, starts, mark.offset)
            else:
                continue
            ignores.append(Ignore(span, mark.checks, mark.line))
        return tuple(ignores)

    def _switched_on(self, index: int, end: int) -> int:
        off = self._marks[index]
        for mark in self._marks[index + 1 :]:
            if mark.verb == "on" and (not mark.checks or off.checks <= mark.checks):
                return mark.offset
        return end


def _line(text: str, offset: int) -> Span:
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))


def _next_block(blocks: Sequence[Block], starts: list[int], offset: int) -> Span:
    index = bisect_left(starts, offset)
    return blocks[index].span if index < len(blocks) else Span(offset, offset)
