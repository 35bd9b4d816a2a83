"""What is checked: documents made of segments whose text knows where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from qa.core.offsets import Carrier, OffsetMap
from qa.core.span import Span


class Role(StrEnum):
    """What a block of text is for; rules for running prose hold in BODY only."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    LIST = "list"
    CELL = "cell"
    VERSE = "verse"
    OTHER = "other"


class Block(NamedTuple):
    """A paragraph, heading, caption, list item or cell: its place in the segment's text, without the line end."""

    span: Span
    role: Role


class Ignore(NamedTuple):
    """An instruction in the file itself that silences findings.

    span: characters of the segment's text it holds for. checks: ids, empty for all. line: where it stands in the file,
    from 1, for the report of ignores that silenced nothing.
    """

    span: Span
    checks: frozenset[str]
    line: int


class Address(NamedTuple):
    """Where in its file a segment lies: archive member, record (line or ordinal, from 1) and field or column name."""

    member: str | None = None
    record: int | None = None
    field: str | None = None


_NOWHERE = Address()


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that can be pointed into: a whole article, a record's field, the target of a translation unit.

    id: unit id or ordinal inside the document. text: what is checked; every offset of a finding counts in it.
    blocks: paragraphs with their roles where the format tells them; None lets the analysis infer them from the text.
    protected: spans that are not prose (code, placeholders): no finding may touch them. ignores: inline instructions.
    source: the text this one was translated from. map, carrier: way back to the file (None: no file behind it).
    """

    id: str
    text: str
    lang: str | None = None
    role: Role = Role.BODY
    blocks: tuple[Block, ...] | None = None
    protected: tuple[Span, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    source: str | None = None
    source_lang: str | None = None
    references: tuple[str, ...] = ()
    map: OffsetMap | None = None
    carrier: Carrier | None = None
    address: Address = _NOWHERE
    attrs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One article, or the records that belong together.

    path: as the user named it (`-` for standard input). id: the record's id where the format has records, else the
    path. format: reader id. file_coordinates: True where findings are shown in code points of the decoded file
    (Markdown, HTML), although checks read an extracted text; otherwise in code points of the segment's text.
    """

    path: str
    id: str
    format: str
    segments: tuple[Segment, ...]
    lang: str | None = None
    source_lang: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    file_coordinates: bool = False

    @property
    def label(self) -> str:
        """What people call it: its path, and its id where that is another."""
        return self.path if self.id == self.path else f"{self.path} {self.id}"

    def segment(self, segment_id: str) -> Segment:
        """The segment with that id; raises KeyError."""
        for segment in self.segments:
            if segment.id == segment_id:
                return segment
        raise KeyError(segment_id)
