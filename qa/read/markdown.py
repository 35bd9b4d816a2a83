"""Markdown: the prose of a file, every character with its place in it.

Headings, paragraphs, list items, quotations and table cells are blocks of the text; code, addresses, HTML tags and
front matter are no part of it. Emphasis, links, escapes and references are read as they are shown. Comments may silence
findings (`config.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from qa.core.document import Block, Document, Role, Segment
from qa.core.finding import Problem
from qa.core.offsets import Carrier, LineIndex, OffsetMapBuilder
from qa.core.span import Span
from qa.read.base import Decoded, ReadOptions, Result, read_whole
from qa.read.decode import decode
from qa.read.ignores import IgnoreMarks
from qa.read.mdblocks import split_blocks
from qa.read.mdinline import Part, html_parts, inline_parts

_BLANKS = " \t"


def read(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Result]:
    """One document: the prose of the file."""
    data = read_whole(stream, path, options)
    decoded = data if isinstance(data, Problem) else decode(data, path, options.encoding, lang=options.lang)
    yield decoded if isinstance(decoded, Problem) else parse(decoded, path, options)


def parse(decoded: Decoded, path: str, options: ReadOptions) -> Result:
    """The document of a decoded file.

    Code blocks, front matter, targets of links, images, definitions and tags are left out; code inside a line is one
    protected U+FFFC; a line break inside a paragraph stays one.
    """
    raw = decoded.text
    draft = _Draft(raw)
    blocks = split_blocks(raw, options.limits.max_depth)
    for leaf in blocks.leaves:
        parts = html_parts(raw, leaf.lines) if leaf.html else inline_parts(raw, leaf.lines, blocks.labels)
        draft.add(leaf.role, parts)
    text, offsets = draft.builder.build()
    if not text:
        return Problem(path, "the file holds no prose; there is nothing to check")
    segment = Segment(
        id="1",
        text=text,
        lang=options.lang,
        blocks=tuple(draft.blocks),
        protected=tuple(draft.protected),
        ignores=draft.marks.resolve(text, draft.blocks),
        source_lang=options.source_lang,
        map=offsets,
        carrier=Carrier(raw, decoded.encoding, decoded.byte_start) if decoded.exact else None,
    )
    return Document(path, path, "markdown", (segment,), options.lang, options.source_lang, file_coordinates=True)


class _Draft:
    """The text while it is put together."""

    def __init__(self, raw: str) -> None:
        self.builder = OffsetMapBuilder()
        self.blocks: list[Block] = []
        self.protected: list[Span] = []
        self.marks = IgnoreMarks()
        self._lines = LineIndex(raw)

    def add(self, role: Role, parts: Iterable[Part]) -> None:
        """Append a block; a tag that divides makes it several."""
        waiting: list[Part] = []
        for part in parts:
            if part.divides:
                self._block(role, waiting)
                waiting = []
            else:
                waiting.append(part)
        self._block(role, waiting)

    def _block(self, role: Role, parts: list[Part]) -> None:
        """Append a block without blanks at its edges or twice where something vanished between them."""
        kept = _tidy(parts)
        has_text = any(part.text for part in kept)
        start = -1
        for part in kept:
            if part.comment is not None:
                line = self._lines.position(part.raw.start).line
                self.marks.add(part.comment, self.builder.length, line, inside=has_text)
            if not part.text:
                continue
            if start < 0:
                self.builder.insert("\n\n" if self.builder.length else "")
                start = self.builder.length
            if part.protected:
                self.protected.append(Span(self.builder.length, self.builder.length + len(part.text)))
            self.builder.replace(part.text, part.raw.start, len(part.raw))
        if start >= 0:
            self.blocks.append(Block(Span(start, self.builder.length), role))


def _tidy(parts: list[Part]) -> list[Part]:
    """Drop blanks at the edges of lines, and the second of two blanks that something vanished between."""
    kept: list[Part] = []
    gone = True
    last = -1
    for found in parts:
        if not found.text:
            kept.append(found)
            gone = True
            continue
        part = _cut(found, left=True) if gone and (last < 0 or kept[last].text[-1] in " \t\n") else found
        if part.text == "\n":
            last = _trim_end(kept, last)
            if last < 0:
                continue
        gone = part.text == "\n" or not part.text
        if part.text:
            kept.append(part)
            last = len(kept) - 1
    _trim_end(kept, last, newlines=True)
    return kept


def _trim_end(kept: list[Part], last: int, *, newlines: bool = False) -> int:
    """Take blanks off the end of what is kept; the number of the last part that has text, -1 for none."""
    while last >= 0:
        part = kept[last]
        if part.text and not (newlines and part.text == "\n"):
            part = kept[last] = _cut(part, left=False)
        elif part.text:
            part = kept[last] = part._replace(text="")
        if part.text:
            return last
        last -= 1
    return -1


def _cut(part: Part, *, left: bool) -> Part:
    """A part without the blanks at one end; only text that stands in the file as it is has any to lose."""
    if len(part.text) != len(part.raw) or part.protected or part.text == "\n":
        return part
    text = part.text.lstrip(_BLANKS) if left else part.text.rstrip(_BLANKS)
    less = len(part.text) - len(text)
    raw = Span(part.raw.start + less, part.raw.end) if left else Span(part.raw.start, part.raw.end - less)
    return part._replace(text=text, raw=raw)
