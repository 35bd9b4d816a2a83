"""Where findings lie: in the text that is shown to the user, and in the bytes of the file behind it."""

from __future__ import annotations

from typing import NamedTuple

from qa.core.document import Document, Segment
from qa.core.fix import Edit, Fix
from qa.core.offsets import ByteIndex, Carrier, LineIndex, Position
from qa.core.span import Span


class RawPlace(NamedTuple):
    """A range of a file: bytes from `start` to `end`, lines and columns (code points, from 1) of its first character
    and of the one behind its last.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class View:
    """One segment as it is shown: its own text or, where the document says so, the decoded file it was read from."""

    def __init__(self, segment: Segment, *, in_file: bool) -> None:
        """Show `segment`, in the coordinates of its file if `in_file` and the way back is known."""
        self.segment = segment
        carrier = segment.carrier
        self._in_file = in_file and carrier is not None and segment.map is not None
        self.text = carrier.raw if self._in_file and carrier is not None else segment.text
        self._lines: LineIndex | None = None
        self._raw_lines: LineIndex | None = None
        self._bytes: ByteIndex | None = None

    @property
    def is_file(self) -> bool:
        """Whether the shown text is the whole decoded file."""
        return self.segment.carrier is None or self.segment.carrier.raw == self.text

    def shown(self, span: Span) -> Span:
        """`span` of the segment's text, in the text that is shown; in a file the outermost characters."""
        if not self._in_file or self.segment.map is None:
            return span
        ranges = self.segment.map.to_raw(span)
        return Span(ranges[0].start, ranges[-1].end)

    def edit(self, edit: Edit) -> Edit | None:
        """The edit for the text that is shown; None where markup lies inside the edited characters."""
        if not self._in_file or self.segment.map is None:
            return edit
        return Edit(self.shown(edit.span), edit.text) if self.segment.map.is_contiguous(edit.span) else None

    def edits(self, fix: Fix) -> list[Edit] | None:
        """All edits of a fix for the text that is shown; None where one of them cannot be expressed in it."""
        shown = [self.edit(edit) for edit in fix.edits]
        kept = [edit for edit in shown if edit is not None]
        return kept if len(kept) == len(shown) else None

    def position(self, offset: int) -> Position:
        """Line and column in the text that is shown."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines.position(offset)

    def raw(self, span: Span) -> list[RawPlace]:
        """The places of the file that `span` of the segment's text was read from; empty where no file is known."""
        if self.segment.map is None or self.segment.carrier is None:
            return []
        return [self._raw_place(self.segment.carrier, found) for found in self.segment.map.to_raw(span)]

    def _raw_place(self, carrier: Carrier, span: Span) -> RawPlace:
        if self._bytes is None:
            self._bytes = ByteIndex(carrier)
        if self._raw_lines is None:
            self._raw_lines = LineIndex(carrier.raw)
        first, last = self._raw_lines.position(span.start), self._raw_lines.position(span.end)
        start, end = self._bytes.to_bytes(span)
        line = carrier.line - 1
        return RawPlace(start, end, first.line + line, first.column, last.line + line, last.column)


class Places:
    """The views of a document's segments, made when asked for."""

    def __init__(self, document: Document) -> None:
        """Show the segments of `document`."""
        self.document = document
        self._segments = {segment.id: segment for segment in document.segments}
        self._views: dict[str, View] = {}

    def view(self, segment_id: str) -> View:
        """The view of the segment with that id; raises KeyError."""
        view = self._views.get(segment_id)
        if view is None:
            view = View(self._segments[segment_id], in_file=self.document.file_coordinates)
            self._views[segment_id] = view
        return view


def outermost(view: View, span: Span) -> RawPlace:
    """The place in its file from the first to the last character of `span` of the segment's text.

    Where no file is known the place in the shown text, with -1 for the bytes.
    """
    raw = view.raw(span)
    if raw:
        first, last = raw[0], raw[-1]
        return RawPlace(first.start, last.end, first.line, first.column, last.end_line, last.end_column)
    shown = view.shown(span)
    return RawPlace(-1, -1, *view.position(shown.start), *view.position(shown.end))
