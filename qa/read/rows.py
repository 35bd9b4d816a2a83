"""Rows and cells of separated text, with the exact place of every cell."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from qa.core.finding import Problem
from qa.core.offsets import OffsetMap, OffsetMapBuilder
from qa.read.base import megabytes
from qa.read.decode import place_of_error
from qa.read.lines import ByteLine, StreamEncoding
from qa.read.records import EscapedMap

_SAMPLE_ROWS = 30
_UNLIMITED = 2**62
# The delimiter of a table with one column: commas in it belong to the text.
NO_DELIMITER = "\0"


class Dialect(NamedTuple):
    """delimiter: the character between cells. quoted: whether double quotes around a cell are no part of it."""

    delimiter: str
    quoted: bool


class Cell(NamedTuple):
    """The characters of a row that make a cell, without its quotes. quoted: whether it had some."""

    start: int
    end: int
    quoted: bool


class Row(NamedTuple):
    """A row: its characters without the last line end, its cells, and where in the file it begins."""

    raw: str
    cells: list[Cell]
    line: int
    byte_start: int

    def text(self, index: int) -> str:
        """The text of a cell, doubled quotes read."""
        cell = self.cells[index]
        text = self.raw[cell.start : cell.end]
        return text.replace('""', '"') if cell.quoted else text


class Line(NamedTuple):
    """A decoded line with its end. problem: what is wrong with it, its text is not to be used then."""

    number: int
    start: int
    text: str
    problem: str = ""


class TableMap(EscapedMap):
    """The map of a quoted cell with doubled quotes."""

    __slots__ = ()

    def _build(self, raw: str, start: int, end: int) -> OffsetMap:
        builder = OffsetMapBuilder()
        place = start
        while (mark := raw.find('""', place, end)) >= 0:
            builder.copy(raw[place:mark], place)
            builder.replace('"', mark, 2)
            place = mark + 2
        builder.copy(raw[place:end], place)
        return builder.build()[1]


def decoded_lines(lines: Iterable[ByteLine], encoding: StreamEncoding, limit: int) -> Iterator[Line]:
    """Decode lines one by one; one that is too long or damaged says so and the others are read."""
    for line in lines:
        if line.cut:
            what = f"the line is longer than {megabytes(limit)}, the limit for one record; split it"
            yield Line(line.number, line.start, "", what)
            continue
        try:
            yield Line(line.number, line.start, line.data.decode(encoding.codec))
        except UnicodeDecodeError as error:
            _, place = place_of_error(line.data, error)
            what = f"not valid {encoding.codec}: {place} of the line; repair it or name the encoding with --encoding"
            yield Line(line.number, line.start, line.data.decode(encoding.codec, "replace"), what)


def rows(lines: Iterable[Line], path: str, dialect: Dialect, limit: int = _UNLIMITED) -> Iterator[Row | Problem]:
    """Rows, each of one line or, where a quoted cell holds line ends, of several (up to `limit` characters).

    A quote that opens a cell and is not closed as it should be is taken for a character of the text, and the row ends
    with its line; so one stray quote never swallows the rows below it.
    """
    source = iter(lines)
    waiting: deque[Line] = deque()
    width = 0
    lost = False  # within the rest of a cell that was too long to be kept

    def upcoming() -> Line | None:
        return waiting.popleft() if waiting else next(source, None)

    while (line := upcoming()) is not None:
        if lost and _state(line.text, dialect, inside=True) is _State.CLOSED:
            lost = False  # the cell ends at last, and the row that it was in with it
            continue
        taken, state, size = _gathered(line, upcoming, dialect, limit)
        if state is not _State.CLOSED and len(taken) > 1:
            waiting.extendleft(reversed(taken[1:]))
            del taken[1:]
        problem = next((part for part in taken if part.problem), None)
        if state is _State.OPEN and problem is None:
            lost = size > limit
            within = f"not closed within {megabytes(limit)}, the limit for one record" if lost else "never closed"
            what = f"a quoted cell that opens in this row is {within}; close or double the quote"
            problem = line._replace(problem=what)
            # What follows may be the rest of a cut cell: only what looks like a row is taken for one.
            waiting = deque(part for part in waiting if part.problem or len(split_row(part.text, dialect)) == width)
        if problem is not None:
            yield Problem(path, problem.problem, line=problem.number)
            continue
        raw = _without_end("".join(part.text for part in taken))
        if raw:
            cells = split_row(raw, dialect)
            lost = lost and len(cells) != width
            if lost:
                continue
            width = width or len(cells)
            yield Row(raw, cells, line.number, line.start)


def _gathered(
    line: Line, upcoming: Callable[[], Line | None], dialect: Dialect, limit: int
) -> tuple[list[Line], _State, int]:
    """`line` and those that its open cell reaches over, how the last leaves the row, and their characters."""
    taken, state, size = [line], _state(line.text, dialect), len(line.text)
    while state is _State.OPEN and size <= limit and (following := upcoming()) is not None:
        taken.append(following)
        size += len(following.text)
        state = _state(following.text, dialect, inside=True)
    return taken, state, size


class _State(Enum):
    """How a line leaves its row: complete, within a quoted cell, or with a quote that cannot be a closing one."""

    CLOSED = 0
    OPEN = 1
    BROKEN = 2


def _state(line: str, dialect: Dialect, *, inside: bool = False) -> _State:
    if not dialect.quoted or '"' not in line:
        return _State.OPEN if inside else _State.CLOSED
    text = _without_end(line)
    place = 0
    if inside:
        close = _closing(text, 0)
        if close is None:
            return _State.OPEN
        if text[close + 1 : close + 2] not in ("", dialect.delimiter):
            return _State.BROKEN
        place = close + 2
    while 0 <= place < len(text):
        if text[place] == '"':
            close = _closing(text, place + 1)
            if close is None:
                return _State.OPEN
            if text[close + 1 : close + 2] in ("", dialect.delimiter):
                place = close + 2
                continue
        place = text.find(dialect.delimiter, place) + 1 or -1
    return _State.CLOSED


def _closing(text: str, place: int) -> int | None:
    """The first quote from `place` on that is not doubled."""
    mark = text.find('"', place)
    while mark >= 0 and text.startswith('"', mark + 1):
        mark = text.find('"', mark + 2)
    return mark if mark >= 0 else None


def _without_end(line: str) -> str:
    return line[:-2] if line.endswith("\r\n") else line[:-1] if line.endswith(("\n", "\r")) else line


def split_row(raw: str, dialect: Dialect) -> list[Cell]:
    """The cells of a complete row.

    A quote counts only at the beginning of a cell and when its partner stands at the cell's end.
    """
    cells: list[Cell] = []
    place = 0
    while place <= len(raw):
        if dialect.quoted and raw.startswith('"', place):
            close = _closing(raw, place + 1)
            if close is not None and raw[close + 1 : close + 2] in ("", dialect.delimiter):
                cells.append(Cell(place + 1, close, True))
                place = close + 2
                if close + 1 == len(raw):
                    break
                continue
        end = raw.find(dialect.delimiter, place)
        end = len(raw) if end < 0 else end
        cells.append(Cell(place, end, False))
        place = end + 1
    return cells


def choose_dialect(sample: str, *, tabs: bool, complete: bool) -> Dialect:
    """The delimiter and the use of quotes that make the rows of `sample` most alike.

    tabs: the file is TSV. Quotes in TSV are the text's own, as in parallel corpora, where a cell may begin with a
    quotation that a later row ends; unless all names are in quotes, or some quoted cell holds doubled ones, and all
    rows come out equally wide. complete: `sample` is the whole file.
    """
    if not complete:
        sample = sample[: sample.rfind("\n") + 1] or sample
    lines = [Line(number, 0, text) for number, text in enumerate(re.findall(r"[^\n]*\n|[^\n]+", sample), 1)]
    if tabs:
        quoted = Dialect("\t", True)
        read = [row for row in rows(lines, "", quoted) if isinstance(row, Row)]
        doubled = any(cell.quoted and '""' in row.raw[cell.start : cell.end] for row in read for cell in row.cells)
        whole_header = bool(read) and all(cell.quoted for cell in read[0].cells)
        return quoted if (doubled or whole_header) and _alike(read) == 1 else Dialect("\t", False)
    best, score = Dialect(NO_DELIMITER, True), (0.0, 1)
    for delimiter in ",;\t":
        dialect = Dialect(delimiter, True)
        found: list[Row] = []
        for row in rows(lines, "", dialect):
            if isinstance(row, Row):
                found.append(row)
            if len(found) == _SAMPLE_ROWS:
                break
        columns = len(found[0].cells) if found else 1
        if columns > 1 and (_alike(found), columns) > score:
            best, score = dialect, (_alike(found), columns)
    return best


def _alike(found: list[Row]) -> float:
    """The share of rows that are as wide as the first."""
    return sum(len(row.cells) == len(found[0].cells) for row in found) / len(found) if found else 0
