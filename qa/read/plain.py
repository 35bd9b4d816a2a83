"""Plain text: the document is the decoded file, character for character.

A byte order mark tells the encoding, else `--encoding`, else the bytes: UTF-8 where they are valid, UTF-16 without mark
where every second one is zero, else the legacy encoding in which the text looks most like language. A file in an
encoding whose bytes depend on what came before (ISO-2022-JP, UTF-7) is checked but never written back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from qa.core.document import Document, Segment
from qa.core.finding import Problem
from qa.core.offsets import Carrier, OffsetMap
from qa.read.base import Decoded, ReadOptions, Result, read_whole
from qa.read.decode import decode


def read(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Result]:
    """One document: the whole file, without byte order mark; line ends stay as they are."""
    data = read_whole(stream, path, options)
    decoded = data if isinstance(data, Problem) else decode(data, path, options.encoding, lang=options.lang)
    yield decoded if isinstance(decoded, Problem) else parse(decoded, path, options)


def parse(decoded: Decoded, path: str, options: ReadOptions) -> Result:
    """The document of a decoded file."""
    text = decoded.text
    if not text.strip():
        return Problem(path, "the file holds no text; there is nothing to check")
    segment = Segment(
        id="1",
        text=text,
        lang=options.lang,
        source_lang=options.source_lang,
        map=OffsetMap.identity(len(text)),
        carrier=Carrier(text, decoded.encoding, decoded.byte_start) if decoded.exact else None,
    )
    return Document(path, path, "text", (segment,), options.lang, options.source_lang)
