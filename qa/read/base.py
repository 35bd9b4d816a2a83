"""What every reader shares: options, limits, the table of formats and the helper for whole-file formats."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple, TypeAlias

from qa.core.document import Document
from qa.core.finding import Problem

Result: TypeAlias = Document | Problem
Reader: TypeAlias = Callable[[BinaryIO, str, "ReadOptions"], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may ask for; what goes beyond becomes a problem and the rest is read.

    max_bytes: size of a document that is read whole (plain text, Markdown, HTML). max_line: bytes of one record.
    max_depth: how deep lists, quotations and elements may nest.
    """

    max_bytes: int = 32 * 2**20
    max_line: int = 32 * 2**20
    max_depth: int = 200


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read inputs.

    lang, source_lang: BCP 47 tags; they win over what a file says. text_field, source_field, id_field, doc_field: name
    of a field (`a.b` for a nested one) or column, or the column's number from 1. kept_fields: further fields, whose
    strings and numbers go into the segment's `attrs` as `field:NAME` where a record has them. encoding: Python codec
    name, for files that do not say. format: id from `FORMATS`, to overrule suffix and sniffing.
    """

    lang: str | None = None
    source_lang: str | None = None
    text_field: str | None = None
    source_field: str | None = None
    id_field: str | None = None
    doc_field: str | None = None
    kept_fields: tuple[str, ...] = ()
    encoding: str | None = None
    format: str | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is recognised and which module reads it.

    id: name on the command line. suffixes: lower case, with the dot. summary: one line for the documentation. module:
    imported when the format is used; its `read(stream, path, options)` yields documents and problems. streams: whether
    records are yielded while the file is read. reader: the function itself, for formats of plug-ins.
    """

    id: str
    suffixes: tuple[str, ...]
    summary: str
    module: str = ""
    streams: bool = False
    reader: Reader | None = None

    def load(self) -> Reader:
        """The function that reads the format."""
        if self.reader is not None:
            return self.reader
        reader: Reader = importlib.import_module(self.module).read
        return reader


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt", ".text"), "Plain text in any encoding, one document a file", "qa.read.plain"),
    Format(
        "markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "Markdown (CommonMark with tables and front matter); code, links' targets and HTML tags are left out",
        "qa.read.markdown",
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        "Web page: the article's headings, paragraphs, lists, tables and captions",
        "qa.read.html",
    ),
    Format("jsonl", (".jsonl", ".ndjson", ".jsonlines", ".jl"), "One JSON object a line", "qa.read.jsonl", True),
    Format("csv", (".csv",), "Table separated by commas, semicolons or tabs, first row = names", "qa.read.table", True),
    Format("tsv", (".tsv", ".tab"), "Table separated by tabs, first row = names", "qa.read.table", True),
)


class Decoded(NamedTuple):
    """A file's characters without byte order mark, the codec that encodes them back, and the mark's length in bytes.

    exact: False where parts of the text do not encode into their own bytes (ISO-2022-JP and the like); positions in
    bytes are unknown then and the file cannot be written back.
    """

    text: str
    encoding: str
    byte_start: int = 0
    exact: bool = True


def megabytes(size: int) -> str:
    """`size` bytes in words."""
    return f"{size / 2**20:.0f} MB" if size >= 2**20 else f"{size} bytes"


def read_whole(stream: BinaryIO, path: str, options: ReadOptions) -> bytes | Problem:
    """All bytes of `stream`, unless there are more than `options.limits.max_bytes` or none."""
    limit = options.limits.max_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        return Problem(path, f"larger than {megabytes(limit)}, the limit for one document; split it into smaller files")
    if not data:
        return Problem(path, "the file is empty; there is nothing to check")
    return data
