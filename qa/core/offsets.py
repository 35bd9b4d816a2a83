"""Where the characters of a text came from: the map between a segment's text and the file that carries it.

A reader takes text out of a file in pieces: a run copied as it stands, an entity that became one character, a tag that
became nothing. `OffsetMap` remembers the pieces, so that a span of the text leads back to the exact characters of the
file. All numbers count code points; `Carrier` turns those of the file into bytes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from qa.core.span import Span

_MILESTONE = 4096


class Piece(NamedTuple):
    """One run of text and the raw characters it was read from.

    A piece with equal lengths is verbatim, character for character. Any other piece (`&amp;` for `&`) is atomic: each
    of its characters stands for the whole raw run.
    """

    text_start: int
    text_len: int
    raw_start: int
    raw_len: int


class OffsetMap:
    """Monotonic map between a text and the raw characters of its carrier.

    Text that no piece covers was made up by the reader (the blank line between two paragraphs of a page) and leads to
    an empty raw place. Raw characters that no piece covers (tags, comments) belong to no text.
    """

    __slots__ = ("_raw_starts", "_text_starts", "pieces")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Keep `pieces`, sorted by text and by raw place; raises ValueError when they overlap or run backwards."""
        self.pieces = tuple(pieces)
        text_end = raw_end = 0
        for piece in self.pieces:
            if piece.text_start < text_end or piece.raw_start < raw_end or piece.text_len < 1 or piece.raw_len < 0:
                raise ValueError(f"pieces overlap or run backwards at text offset {piece.text_start}")
            text_end, raw_end = piece.text_start + piece.text_len, piece.raw_start + piece.raw_len
        self._text_starts = [piece.text_start for piece in self.pieces]
        self._raw_starts = [piece.raw_start for piece in self.pieces]

    @classmethod
    def identity(cls, length: int, raw_start: int = 0) -> OffsetMap:
        """The map of a text that stands in its carrier as it is, from `raw_start` on."""
        return cls([Piece(0, length, raw_start, length)] if length else [])

    def to_raw(self, span: Span) -> tuple[Span, ...]:
        """The raw ranges that the span's characters were read from, in order; neighbours are joined.

        An empty span gives one empty range, and so does a span that holds made-up text only: the raw place beside it.
        """
        if span.start == span.end:
            place = self._place(span.start)
            return (Span(place, place),)
        ranges: list[Span] = []
        for index in range(max(0, bisect_right(self._text_starts, span.start) - 1), len(self.pieces)):
            piece = self.pieces[index]
            if piece.text_start >= span.end:
                break
            low = max(span.start, piece.text_start) - piece.text_start
            high = min(span.end, piece.text_start + piece.text_len) - piece.text_start
            if low >= high:
                continue
            if piece.text_len == piece.raw_len:
                found = Span(piece.raw_start + low, piece.raw_start + high)
            else:
                found = Span(piece.raw_start, piece.raw_start + piece.raw_len)
            if ranges and ranges[-1].end == found.start:
                ranges[-1] = ranges[-1].cover(found)
            else:
                ranges.append(found)
        if not ranges:
            place = self._place(span.start)
            return (Span(place, place),)
        return tuple(ranges)

    def to_text(self, raw: Span) -> Span:
        """The span of the text that was read from the raw characters of `raw`; empty where none was."""
        first = bisect_right(self._raw_starts, raw.start) - 1
        start: int | None = None
        end = 0
        for index in range(max(0, first), len(self.pieces)):
            piece = self.pieces[index]
            if piece.raw_start >= raw.end:
                break
            if piece.raw_start + piece.raw_len <= raw.start:
                continue
            verbatim = piece.text_len == piece.raw_len
            low = max(0, raw.start - piece.raw_start) if verbatim else 0
            high = min(piece.raw_len, raw.end - piece.raw_start) if verbatim else piece.text_len
            if start is None:
                start = piece.text_start + low
            end = piece.text_start + high
        if start is not None:
            return Span(start, end)
        before = bisect_left(self._raw_starts, raw.start) - 1
        place = self.pieces[before].text_start + self.pieces[before].text_len if before >= 0 else 0
        return Span(place, place)

    def is_contiguous(self, span: Span) -> bool:
        """Whether the span's characters stand side by side in the carrier, each one copied verbatim or whole."""
        if span.start == span.end:
            return True
        ranges = self.to_raw(span)
        return len(ranges) == 1 and self._covered(span)

    def _covered(self, span: Span) -> bool:
        covered = 0
        for index in range(max(0, bisect_right(self._text_starts, span.start) - 1), len(self.pieces)):
            piece = self.pieces[index]
            if piece.text_start >= span.end:
                break
            low, high = max(span.start, piece.text_start), min(span.end, piece.text_start + piece.text_len)
            if low >= high:
                continue
            if piece.text_len != piece.raw_len and (low, high) != (piece.text_start, piece.text_start + piece.text_len):
                return False
            covered += high - low
        return covered == len(span)

    def _place(self, offset: int) -> int:
        """The raw place before the text character at `offset`, preferring the end of what stands before it."""
        index = bisect_right(self._text_starts, offset) - 1
        if index < 0:
            return self.pieces[0].raw_start if self.pieces else 0
        piece = self.pieces[index]
        inside = offset - piece.text_start
        if inside == 0:
            if index and self.pieces[index - 1].text_start + self.pieces[index - 1].text_len == offset:
                return self.pieces[index - 1].raw_start + self.pieces[index - 1].raw_len
            return piece.raw_start
        if inside >= piece.text_len:
            return piece.raw_start + piece.raw_len
        return piece.raw_start + (inside if piece.text_len == piece.raw_len else 0)


class OffsetMapBuilder:
    """Collects the pieces of a text while a reader walks through its carrier."""

    __slots__ = ("_parts", "_pieces", "length")

    def __init__(self) -> None:
        """Start with an empty text."""
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def copy(self, text: str, raw_start: int) -> None:
        """Append `text` that stands in the carrier verbatim from `raw_start` on."""
        self.replace(text, raw_start, len(text))

    def replace(self, text: str, raw_start: int, raw_len: int) -> None:
        """Append `text` that was read from `raw_len` raw characters at `raw_start` (an entity, an escape)."""
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        verbatim = len(text) == raw_len
        if (
            verbatim
            and last
            and last.text_len == last.raw_len
            and last.raw_start + last.raw_len == raw_start
            and last.text_start + last.text_len == self.length
        ):
            self._pieces[-1] = last._replace(text_len=last.text_len + raw_len, raw_len=last.raw_len + raw_len)
        else:
            self._pieces.append(Piece(self.length, len(text), raw_start, raw_len))
        self._parts.append(text)
        self.length += len(text)

    def insert(self, text: str) -> None:
        """Append `text` that stands nowhere in the carrier."""
        self._parts.append(text)
        self.length += len(text)

    def build(self) -> tuple[str, OffsetMap]:
        """The text and its map."""
        return "".join(self._parts), OffsetMap(self._pieces)


class Position(NamedTuple):
    """A place as people count it: line and column, both from 1; the column counts code points."""

    line: int
    column: int


class LineIndex:
    """Line and column of every offset in a text. Lines end at LF, CR LF or a lone CR."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        """Find the line starts of `text` once."""
        self._text = text
        starts = [0]
        if "\r" in text:
            for index, char in enumerate(text):
                if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
                    starts.append(index + 1)
        else:
            place = text.find("\n")
            while place >= 0:
                starts.append(place + 1)
                place = text.find("\n", place + 1)
        self._starts = starts

    def position(self, offset: int) -> Position:
        """Line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The characters of line number `line` (from 1), without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


def utf16_length(text: str) -> int:
    """Number of UTF-16 code units in `text`, the unit of editors' protocols."""
    return len(text) + sum(char > "\uffff" for char in text)


class Carrier(NamedTuple):
    """The decoded characters that a segment was read from, and where they lie in the file.

    raw: the decoded file, or the decoded line or record of a streamed format.
    encoding: Python codec that encodes a part of `raw` into exactly its bytes (stateless, without byte order mark).
    byte_start: number of bytes in the file before the first character of `raw`.
    line: line number in the file, from 1, of the first character of `raw`.
    """

    raw: str
    encoding: str = "utf-8"
    byte_start: int = 0
    line: int = 1

    def to_bytes(self, span: Span) -> Span:
        """The same range in bytes of the file; for many ranges of one carrier use `ByteIndex`."""
        return ByteIndex(self).to_bytes(span)


class ByteIndex:
    """The place in bytes of every character of a carrier, in time that does not grow with its length."""

    __slots__ = ("_carrier", "_milestones")

    def __init__(self, carrier: Carrier) -> None:
        """Nothing is counted yet."""
        self._carrier = carrier
        self._milestones = [carrier.byte_start]  # before every so many characters, as far as anybody asked

    def to_bytes(self, span: Span) -> Span:
        """A range of the carrier's characters in bytes of the file."""
        return Span(self.before(span.start), self.before(span.end))

    def before(self, offset: int) -> int:
        """Bytes of the file before the carrier's character at `offset`."""
        passed = min(offset, len(self._carrier.raw)) // _MILESTONE
        while len(self._milestones) <= passed:
            start = (len(self._milestones) - 1) * _MILESTONE
            self._milestones.append(self._milestones[-1] + self._encoded(start, start + _MILESTONE))
        return self._milestones[passed] + self._encoded(passed * _MILESTONE, offset)

    def _encoded(self, start: int, end: int) -> int:
        """Bytes that some of the carrier's characters take."""
        return len(self._carrier.raw[start:end].encode(self._carrier.encoding, "surrogatepass"))
