"""The way back: fixes of a text become edits of its file, in the file's own escapes, and nothing else changes."""

from __future__ import annotations

import importlib
import json
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from qa.core.document import Document, Segment
from qa.core.fix import Edit, Fix, apply_edits
from qa.core.offsets import ByteIndex, Carrier, OffsetMap
from qa.core.span import Span, any_overlap
from qa.errors import ReadError
from qa.files import whole_file
from qa.read.base import FORMATS, Decoded, ReadOptions
from qa.read.rows import Dialect, split_row

_CHUNK = 2**20
_MARKDOWN_SIGNS = re.compile(r"[\\`*_\[\]<>&#|~]")


class ByteEdit(NamedTuple):
    """Put `after` in the place of the bytes `span` of a file, where `before` must stand."""

    span: Span
    before: bytes
    after: bytes


class RawEdit(NamedTuple):
    """Put `text`, escaped already, in the place of the characters `span` of a segment's carrier."""

    span: Span
    text: str


def plan_fixes(document: Document, segment: Segment, fixes: Sequence[Fix]) -> tuple[list[ByteEdit], list[Fix]]:
    """What to change in the file to make `fixes`, and the fixes that cannot be made there.

    The fixes must not touch one another (`compatible_fixes`). A fix is refused as a whole when one of its edits covers
    characters that do not stand side by side in the file (a tag between them), touches protected text, needs a
    character that the file's encoding lacks, or would read differently once written (Markdown and HTML are read again
    to see).
    """
    carrier, offsets = segment.carrier, segment.map
    if carrier is None or offsets is None or not segment.text or document.format not in _ESCAPES:
        return [], list(fixes)
    planned: list[tuple[Fix, list[RawEdit]]] = []
    refused: list[Fix] = []
    for fix in fixes:
        raw_edits = [_raw_edit(document.format, segment, carrier, offsets, edit) for edit in fix.edits]
        made = [edit for edit in raw_edits if edit is not None]
        if len(made) == len(raw_edits):
            planned.append((fix, made))
        else:
            refused.append(fix)
    if document.format in ("markdown", "html"):
        planned, failed = _verified(document, segment, carrier, planned)
        refused += failed
    if document.format in ("csv", "tsv"):
        return _cell_edits(segment, carrier, offsets, planned, refused)
    return _byte_edits(carrier, planned), refused


def splice(data: bytes, edits: Iterable[ByteEdit]) -> bytes:
    """`data` with the edits made; raises ReadError when it is not what the edits were planned for."""
    parts: list[bytes] = []
    done = 0
    for edit in sorted(edits):
        if edit.span.start < done or data[edit.span.start : edit.span.end] != edit.before:
            raise ReadError("the file changed since it was read; run the command again")
        parts += data[done : edit.span.start], edit.after
        done = edit.span.end
    parts.append(data[done:])
    return b"".join(parts)


def write_edits(path: str, edits: Iterable[ByteEdit]) -> None:
    """Make the edits in the file at `path`; every other byte and the file's mode stay.

    An interruption leaves the old file whole. Raises ReadError when the file changed since it was read, and OSError.
    """
    with whole_file(Path(path)) as out, Path(path).open("rb") as source:
        _copy_with(source, out, sorted(edits), path)


def _copy_with(source: BinaryIO, out: BinaryIO, edits: list[ByteEdit], path: str) -> None:
    done = 0
    for edit in edits:
        if edit.span.start < done:
            raise ReadError("two edits of this file overlap; make them one after the other", path)
        remaining = edit.span.start - done
        while remaining and (chunk := source.read(min(remaining, _CHUNK))):
            out.write(chunk)
            remaining -= len(chunk)
        if remaining or source.read(len(edit.span)) != edit.before:
            raise ReadError("the file changed since it was read; run the command again", path)
        out.write(edit.after)
        done = edit.span.end
    shutil.copyfileobj(source, out, _CHUNK)


def _byte_edits(carrier: Carrier, planned: Iterable[tuple[Fix, list[RawEdit]]]) -> list[ByteEdit]:
    places = ByteIndex(carrier)
    return [_byte_edit(carrier, places, edit) for _, edits in planned for edit in edits]


def _byte_edit(carrier: Carrier, places: ByteIndex, edit: RawEdit) -> ByteEdit:
    before = carrier.raw[edit.span.start : edit.span.end].encode(carrier.encoding)
    return ByteEdit(places.to_bytes(edit.span), before, edit.text.encode(carrier.encoding))


def _raw_edit(form: str, segment: Segment, carrier: Carrier, offsets: OffsetMap, edit: Edit) -> RawEdit | None:
    """The edit in the characters of the file, or None where it cannot be made."""
    edit = _shortened(segment.text, edit)
    if any_overlap(edit.span, segment.protected) or not offsets.is_contiguous(edit.span):
        return None
    (place,) = offsets.to_raw(edit.span)
    text = _ESCAPES[form](edit.text, carrier)
    if text is None or not _can_encode(text, carrier.encoding):
        return None
    return RawEdit(place, text)


def _shortened(text: str, edit: Edit) -> Edit:
    """The edit without the characters at both ends that it leaves as they are."""
    start, end = edit.span
    new = edit.text
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Edit(Span(start, end), new)


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _escape_plain(text: str, _carrier: Carrier) -> str | None:
    return text


def _escape_markdown(text: str, _carrier: Carrier) -> str | None:
    return _MARKDOWN_SIGNS.sub(r"\\\g<0>", text)


def _escape_html(text: str, carrier: Carrier) -> str | None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.encode(carrier.encoding, "xmlcharrefreplace").decode(carrier.encoding)


def _escape_json(text: str, carrier: Carrier) -> str | None:
    """Characters beyond ASCII are escaped where the record escapes them, or its encoding lacks them."""
    escapes = "\\u" in carrier.raw and carrier.raw.isascii()
    return json.dumps(text, ensure_ascii=escapes or not _can_encode(text, carrier.encoding))[1:-1]


_ESCAPES: dict[str, Callable[[str, Carrier], str | None]] = {
    "text": _escape_plain,
    "markdown": _escape_markdown,
    "html": _escape_html,
    "jsonl": _escape_json,
    "csv": _escape_plain,
    "tsv": _escape_plain,
}


def _verified(
    document: Document, segment: Segment, carrier: Carrier, planned: list[tuple[Fix, list[RawEdit]]]
) -> tuple[list[tuple[Fix, list[RawEdit]]], list[Fix]]:
    """The fixes after which the file reads as it should, and the others.

    What a new character means in markup depends on what stands around it, so the edited file is read again: with all
    fixes made and, if that fails, with one after the other.
    """
    if not planned or _reads_well(document, segment, carrier, planned):
        return planned, []
    kept: list[tuple[Fix, list[RawEdit]]] = []
    failed: list[Fix] = []
    for entry in planned:
        if _reads_well(document, segment, carrier, [*kept, entry]):
            kept.append(entry)
        else:
            failed.append(entry[0])
    return kept, failed


def _reads_well(
    document: Document, segment: Segment, carrier: Carrier, planned: list[tuple[Fix, list[RawEdit]]]
) -> bool:
    wanted = apply_edits(segment.text, [edit for fix, _ in planned for edit in fix.edits])
    raw_edits = [Edit(edit.span, edit.text) for _, edits in planned for edit in edits]
    try:
        raw = apply_edits(carrier.raw, raw_edits)
    except ValueError:
        return False
    module = importlib.import_module(next(form.module for form in FORMATS if form.id == document.format))
    again = module.parse(Decoded(raw, carrier.encoding), document.path, ReadOptions(lang=document.lang))
    return isinstance(again, Document) and again.segments[0].text == wanted


def _cell_edits(
    segment: Segment,
    carrier: Carrier,
    offsets: OffsetMap,
    planned: list[tuple[Fix, list[RawEdit]]],
    refused: list[Fix],
) -> tuple[list[ByteEdit], list[Fix]]:
    """Edits inside a cell, with quotes put around it where its new text needs them and doubled where it has them."""
    dialect = Dialect(segment.attrs.get("delimiter", ","), segment.attrs.get("quoted") == "yes")
    (place,) = offsets.to_raw(Span(0, 0))
    cells = split_row(carrier.raw, dialect)
    cell = next((cell for cell in cells if cell.start <= place.start <= cell.end), None)
    if cell is None:
        return [], refused + [fix for fix, _ in planned]
    if cell.quoted:
        doubled = [
            (fix, [edit._replace(text=edit.text.replace('"', '""')) for edit in edits]) for fix, edits in planned
        ]
        return _byte_edits(carrier, doubled), refused
    signs = (dialect.delimiter, "\n", "\r")
    if not dialect.quoted:
        fitting = [entry for entry in planned if not any(sign in edit.text for edit in entry[1] for sign in signs)]
        refused += [fix for fix, _ in planned if all(fix is not other for other, _ in fitting)]
        return _byte_edits(carrier, fitting), refused
    text = apply_edits(segment.text, [edit for fix, _ in planned for edit in fix.edits])
    if not planned or not (text.startswith('"') or any(sign in text for sign in signs)):
        return _byte_edits(carrier, planned), refused
    quoted = '"' + text.replace('"', '""') + '"'
    return [_byte_edit(carrier, ByteIndex(carrier), RawEdit(Span(cell.start, cell.end), quoted))], refused
