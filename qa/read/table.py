"""Tables: CSV and TSV, one record a row, read row by row.

The first row names the columns; which one holds what is told and found as in `jsonl`, and a number, from 1, names a
column too. Without any names, `--text-field NUMBER` takes the first row for data. The delimiter of CSV is the one that
makes the rows most alike, a quoted cell may hold line ends, and a quote that never closes costs its own row only. In
TSV quotes belong to the text unless the file is a spreadsheet's. A row with too few or too many cells is a problem and
the others are read. Legacy encodings of spreadsheets are detected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from qa.core.finding import Problem
from qa.core.offsets import Carrier, OffsetMap
from qa.read.base import ReadOptions, Result
from qa.read.decode import detect, gives_places
from qa.read.lines import StreamEncoding, byte_lines, peek, stream_encoding
from qa.read.records import TARGET_FIELDS, TEXT_FIELDS, Record, documents, listed, record_of
from qa.read.rows import Dialect, Row, TableMap, choose_dialect, decoded_lines, rows

_NAME = re.compile(r"[^\W\d][\w.:\-]{0,39}")


class _Columns(NamedTuple):
    text: int
    name: str
    source: int | None
    id: int | None
    group: int | None
    names: list[str]
    kept: dict[str, int]


def read(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Result]:
    """A document for each row, or for all rows that share the value of `options.doc_field`."""
    head, stream = peek(stream)
    encoding = stream_encoding(head, path, options)
    if isinstance(encoding, Problem):
        yield encoding
        return
    encoding = _legacy(head, encoding, options)
    tabs = options.format == "tsv" or (options.format is None and path.lower().endswith((".tsv", ".tab")))
    yield from documents(
        _records(stream, path, options, encoding, head, tabs=tabs), path, options, "tsv" if tabs else "csv"
    )


def _legacy(head: bytes, encoding: StreamEncoding, options: ReadOptions) -> StreamEncoding:
    """Spreadsheets still export legacy encodings: guess where the beginning is not UTF-8."""
    if encoding.codec != "utf-8" or encoding.mark or options.encoding is not None:
        return encoding
    sample = head[: head.rfind(b"\n") + 1] or head
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        guess = detect(sample, options.lang)
        return StreamEncoding(guess, 0) if guess and gives_places(guess) else encoding
    return encoding


def _records(
    stream: BinaryIO, path: str, options: ReadOptions, encoding: StreamEncoding, head: bytes, *, tabs: bool
) -> Iterator[Record | Problem]:
    sample = head[encoding.mark :].decode(encoding.codec, "replace")
    dialect = choose_dialect(sample, tabs=tabs, complete=len(head) < 2**16)
    limit = options.limits.max_line
    lines = decoded_lines(byte_lines(stream, encoding, limit), encoding, limit)
    columns: _Columns | None = None
    count = 0
    for row in rows(lines, path, dialect, limit):
        if isinstance(row, Problem):
            yield row
            continue
        if columns is None:
            chosen = _columns(row, path, options)
            if isinstance(chosen, Problem):
                yield chosen
                return
            columns = chosen
            if columns.names:
                continue
        count += 1
        yield _record(row, columns, path, options, encoding, dialect)
    if not count:
        yield Problem(path, "the table holds no row below its header; there is nothing to check")


def _columns(header: Row, path: str, options: ReadOptions) -> _Columns | Problem:
    """Which columns hold what. Without any names in the first row, that row is data and columns are numbers."""
    cells = [header.text(index).strip() for index in range(len(header.cells))]
    named = all(_NAME.fullmatch(cell) for cell in cells if cell) and any(cells)
    asked = [options.text_field, options.source_field, options.id_field, options.doc_field]
    by_number = options.text_field is not None and all(
        name is None or (name.isdecimal() and name not in cells) for name in asked
    )
    names = cells if named or not by_number else []
    wanted = (options.text_field,) if options.text_field is not None else TEXT_FIELDS
    lowered = [name.lower() for name in cells]
    found = {name: _column(name, cells, lowered) for name in (*wanted, *asked) if name is not None}
    text_name = next((name for name in wanted if found[name] is not None), None)
    missing = next((name for name in asked[1:] if name is not None and found[name] is None), None)
    if text_name is None or missing is not None:
        label = (
            f"column {missing or wanted[0]!r}" if missing or len(wanted) == 1 else f"column named {', '.join(wanted)}"
        )
        shown = listed(cells)
        what = (
            f"no {label} (the first row has: {shown}); name it, or give its number, with an option such as --text-field"
        )
        return Problem(path, what, line=header.line)

    def place(name: str | None, default: str | None = None) -> int | None:
        if name is not None:
            return found[name]
        return lowered.index(default) if names and default in lowered else None

    text = found[text_name]
    assert text is not None
    source_default = "source" if options.text_field is None and text_name in TARGET_FIELDS else None
    return _Columns(
        text,
        text_name,
        place(options.source_field, source_default),
        place(options.id_field, "id"),
        place(options.doc_field),
        names,
        {name: names.index(name) for name in options.kept_fields if name in names},
    )


def _column(name: str, cells: list[str], lowered: list[str]) -> int | None:
    if name in cells:
        return cells.index(name)
    if name.lower() in lowered:
        return lowered.index(name.lower())
    number = int(name) if name.isdecimal() and len(name) < 5 else 0
    return number - 1 if 1 <= number <= len(cells) else None


def _kept(row: Row, columns: _Columns) -> dict[str, str]:
    """The further fields that were asked for, as far as the row has them."""
    cells = ((name, row.text(column)) for name, column in columns.kept.items() if column < len(row.cells))
    return {f"field:{name}": text for name, text in cells if text}


def _record(
    row: Row, columns: _Columns, path: str, options: ReadOptions, encoding: StreamEncoding, dialect: Dialect
) -> Record | Problem:
    last = max(column for column in (columns.text, columns.source, columns.id, columns.group) if column is not None)
    if last >= len(row.cells):
        count = len(row.cells)
        cells = "1 cell" if count == 1 else f"{count} cells"
        what = f"the row has {cells}, column {last + 1} is missing; complete the row or check its quotes"
        return Problem(path, what, line=row.line)

    width = len(columns.names)
    if width and any(row.raw[cell.start : cell.end].strip() for cell in row.cells[width:]):
        what = f"the row has {len(row.cells)} cells and the header {width}; put cells that hold the delimiter in quotes"
        return Problem(path, what, line=row.line)

    def value(column: int | None) -> str | None:
        return None if column is None else row.text(column)

    cell = row.cells[columns.text]
    text = row.text(columns.text)
    same = len(text) == cell.end - cell.start
    return record_of(
        text,
        OffsetMap.identity(len(text), cell.start) if same else TableMap(row.raw, cell.start, cell.end),
        Carrier(row.raw, encoding.codec, row.byte_start, row.line),
        row.line,
        options,
        field=columns.names[columns.text] if columns.names else columns.name,
        name=value(columns.id),
        group=value(columns.group),
        source=value(columns.source),
        attrs={"delimiter": dialect.delimiter, "quoted": "yes" if dialect.quoted else "no"} | _kept(row, columns),
    )
