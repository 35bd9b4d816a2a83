"""Lines of a byte stream with their places, never more than one of them in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from qa.core.finding import Problem
from qa.read.base import ReadOptions
from qa.read.decode import binary_kind, byte_order_mark, codec_name, gives_places, has_many_controls, unknown_encoding

_SKIP = 2**20


class ByteLine(NamedTuple):
    """A line with its end. number: from 1. start: bytes before it. cut: too long, `data` is only its beginning."""

    number: int
    start: int
    data: bytes
    cut: bool = False


class _Joined(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def peek(stream: BinaryIO, size: int = 65536) -> tuple[bytes, BinaryIO]:
    """The first `size` bytes (fewer at the end of the input) and a stream that still begins with them."""
    head = stream.read(size)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, io.BufferedReader(_Joined(head, stream), 2**16)


class StreamEncoding(NamedTuple):
    """How a stream of lines is encoded: codec without mark, and bytes of the mark."""

    codec: str
    mark: int

    @property
    def width(self) -> int:
        """Bytes of one code unit."""
        return 2 if self.codec.startswith("utf-16") else 4 if self.codec.startswith("utf-32") else 1


def stream_encoding(head: bytes, path: str, options: ReadOptions) -> StreamEncoding | Problem:
    """The encoding of a stream that begins with `head`: its mark, else the declared one, else UTF-8."""
    kind = binary_kind(head)
    if kind or not head:
        what = f"this is {kind}, not text; extract the text first" if kind else "the file is empty; nothing to check"
        return Problem(path, what)
    mark = byte_order_mark(head)
    if mark:
        found: StreamEncoding | Problem = StreamEncoding(mark.encoding, mark.length)
    elif options.encoding is not None:
        found = _declared(options.encoding, path)
    elif has_many_controls(head):
        found = Problem(path, "this is a binary file, or UTF-16 without mark: name the encoding with --encoding")
    else:
        found = StreamEncoding("utf-8", 0)
    if isinstance(found, StreamEncoding) and found.width == 1 and b"\n" not in head and b"\r" in head.rstrip(b"\r"):
        what = "its lines end in CR alone, as on old Macintoshes; turn them into LF first (tr '\\r' '\\n')"
        return Problem(path, what)
    return found


def _declared(encoding: str, path: str) -> StreamEncoding | Problem:
    known = codec_name(encoding)
    if known is None:
        return unknown_encoding(path, encoding)
    if not gives_places(known):
        what = f"records in {encoding} cannot be read one by one; convert the file to UTF-8 first (iconv)"
        return Problem(path, what)
    return StreamEncoding(known, 0)


def byte_lines(stream: BinaryIO, encoding: StreamEncoding, limit: int) -> Iterator[ByteLine]:
    """The lines of `stream` after the mark. A line of more than `limit` bytes is read past, not kept."""
    stream.read(encoding.mark)
    place, number = encoding.mark, 0
    wide = encoding.width > 1
    while True:
        data, size = _wide_line(stream, encoding, limit) if wide else _line(stream, limit)
        if not data:
            return
        number += 1
        yield ByteLine(number, place, data, size > limit)
        place += size


def _line(stream: BinaryIO, limit: int) -> tuple[bytes, int]:
    data = stream.readline(limit + 1)
    size = len(data)
    if size <= limit:
        return data, size
    ended = data.endswith(b"\n")
    data = data[:1024]
    while not ended:
        more = stream.readline(_SKIP)
        size += len(more)
        ended = not more or more.endswith(b"\n")
    return data, size


def _wide_line(stream: BinaryIO, encoding: StreamEncoding, limit: int) -> tuple[bytes, int]:
    width, little = encoding.width, encoding.codec.endswith("le")
    end = "\n".encode(encoding.codec)
    data, size = bytearray(), 0
    while True:
        part = stream.readline(_SKIP)
        if little and part.endswith(b"\n") and (size + len(part)) % width == 1:
            part += stream.read(width - 1)
        size += len(part)
        data += part
        if size > limit:
            del data[max(1024, width) : -width]
        if not part or (size % width == 0 and data[-width:] == end):
            return bytes(data), size
