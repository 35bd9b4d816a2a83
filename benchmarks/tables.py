"""Plain tables for the terminal and tab-separated files."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

Cell = str | int | float | None


@dataclass(slots=True)
class Table:
    """A titled table; a float is shown with `digits` decimals unless its cell is given as text."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[Cell]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    digits: int = 2

    def add(self, *cells: Cell) -> None:
        """Appends a row."""
        self.rows.append(cells)

    def render(self) -> str:
        """The table as lines: text to the left, figures to the right, notes below."""
        shown = [[show(cell, self.digits) for cell in row] for row in self.rows]
        widths = [max(len(line[i]) for line in [list(self.columns), *shown]) for i in range(len(self.columns))]
        columns = range(len(self.columns))
        figures = [all(isinstance(row[i], int | float | None) for row in self.rows) for i in columns]

        def line(cells: Sequence[str]) -> str:
            parts = (c.rjust(w) if f else c.ljust(w) for c, w, f in zip(cells, widths, figures, strict=True))
            return "  ".join(parts).rstrip()

        rule = "  ".join("-" * width for width in widths)
        body = [line(cells) for cells in shown] or ["(nothing)"]
        return "\n".join([f"== {self.title}", line(list(self.columns)), rule, *body, *self.notes, ""])


def show(cell: Cell, digits: int = 2) -> str:
    """A cell as text: `-` for nothing, thousands with commas."""
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:,.{digits}f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def write_tsv(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Writes a tab-separated file as a whole: to a temporary file beside it, then renamed; a link stays a link.

    Raises:
        ValueError: A cell holds a tab or a line break, or a row has the wrong number of cells.
    """
    for row in rows:
        if len(row) != len(columns) or any(mark in cell for cell in row for mark in "\t\r\n"):
            raise ValueError(f"not a row of {path.name}: {row!r}")
    lines = ["\t".join(row) + "\n" for row in [columns, *rows]]
    path = path.resolve()
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=path.name, delete=False
    ) as out:
        out.writelines(lines)
    Path(out.name).chmod(0o644)
    Path(out.name).replace(path)


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file by column; none where the file does not exist.

    Raises:
        ValueError: A row has another number of cells than the header.
    """
    if not path.exists():
        return []
    header, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"{path}: {len(row)} cells instead of {len(header)}: {row!r}")
    return [dict(zip(header, row, strict=True)) for row in rows]
