"""Where a setting was made: the file and line for error messages and for the table of effective values."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from qa.errors import ConfigError

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_LONGEST_EXCERPT = 100


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A configuration file as read.

    path: the file. text: all of it. root: keys that lead to our table, such as `("tool", "qa")` in pyproject.toml.
    """

    path: Path
    text: str
    root: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """Its lines as TOML counts them: they end at line feeds only."""
        lines = self.text.replace("\r\n", "\n").split("\n")
        return lines if lines[-1] else lines[:-1]

    def line_of(self, keys: tuple[str, ...], value: str | None = None) -> int | None:
        """Line, from 1, of the longest part of `keys` that the file holds; of the `value` in it where one is given."""
        wanted = (*self.root, *keys)
        best, best_line, best_end = 0, None, 0
        entries = [*_entries(self.lines), ((), len(self.lines) + 1)]
        for (found, line), (_, following) in pairwise(entries):
            if wanted[: len(found)] == found and len(found) > best and len(found) >= len(self.root):
                best, best_line, best_end = len(found), line, following
        if best_line is None:  # a table that only its sub-tables name
            return next((line for found, line in entries if found[: len(wanted)] == wanted), None)
        if value is None:
            return best_line
        lines = self.lines
        quoted = (f'"{value}"', f"'{value}'")
        for number in range(best_line, best_end):
            if any(form in lines[number - 1] for form in quoted):
                return number
        return best_line

    def error(self, what: str, line: int | None) -> ConfigError:
        """The error that quotes the line it complains about."""
        lines = self.lines
        if line is None or not 0 < line <= len(lines):
            return ConfigError(what, str(self.path), line)
        excerpt = lines[line - 1].strip()
        if len(excerpt) > _LONGEST_EXCERPT:
            excerpt = f"{excerpt[: _LONGEST_EXCERPT - 1]}…"
        stop = "" if what.endswith("?") else "."
        return ConfigError(f"{what}{stop} In: {excerpt}" if excerpt else what, str(self.path), line)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who set a value.

    label: `default`, `profile news`, `command line`, or empty for a file. keys: the path of keys that leads to it.
    """

    label: str
    file: SourceFile | None = None
    keys: tuple[str, ...] = ()

    def line(self) -> int | None:
        """Line in the file, from 1; None where no file is behind it."""
        return self.file.line_of(self.keys) if self.file else None

    def shown(self, relative_to: Path | None = None) -> str:
        """`qa.toml:3`, `profile news`, `command line` or `default`; paths relative to a folder where one is given."""
        if self.label or self.file is None:
            return self.label
        path = str(self.file.path)
        if relative_to is not None and self.file.path.is_absolute() == relative_to.is_absolute():
            path = os.path.relpath(path, relative_to)
        line = self.line()
        return path if line is None else f"{path}:{line}"

    def error(self, what: str, value: str | None = None) -> ConfigError:
        """The error for this place; `value` is the member of a list that is wrong."""
        if self.file is None:
            return ConfigError(what, self.label)
        return self.file.error(what, self.file.line_of(self.keys, value))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean “x”?` for the nearest of the `known` words, else nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only an error needs it

    near = get_close_matches(word, list(known), 1, 0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def _entries(lines: Sequence[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The table headers and keys of a TOML text, in full, each with its line; long strings are passed over."""
    table: tuple[str, ...] = ()
    fence = ""
    for number, line in enumerate(lines, 1):
        if not fence:
            if match := _HEADER.match(line):
                table = _parts(match[1])
                yield table, number
            elif match := _KEY.match(line):
                yield (*table, *_parts(match[1])), number
        fence = _open_fence(line, fence)


def _open_fence(line: str, fence: str) -> str:
    """The mark of the multi-line string that is open after `line`, if any."""
    for mark in re.findall(r'"""|\'\'\'', line):
        if not fence:
            fence = mark
        elif mark == fence:
            fence = ""
    return fence


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
