"""Which files the user means: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from qa.core.finding import Problem
from qa.read.base import FORMATS, Format

STDIN = "-"


def find_inputs(arguments: Sequence[str], formats: Sequence[Format] = FORMATS) -> Iterator[str | Problem]:
    """The files that `arguments` name, in order, each one once.

    A folder stands for all files in it and below whose suffix some format knows, sorted, hidden ones left out; a
    pattern with `*`, `?` or `[` that is no file for what it matches (`**` crosses folders); `-` for standard input.
    What is missing or cannot be listed becomes a problem.
    """
    suffixes = tuple(suffix for form in formats for suffix in form.suffixes)
    seen: set[str] = set()
    for argument in arguments:
        for found in _expand(argument, suffixes):
            if isinstance(found, Problem):
                yield found
                continue
            key = found if found == STDIN else os.path.realpath(found)
            if key not in seen:
                seen.add(key)
                yield found


def _expand(argument: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    if argument == STDIN:
        yield argument
    elif Path(argument).is_dir():
        yield from _folder(argument, suffixes)
    elif os.path.lexists(argument):
        yield argument
    elif glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - takes absolute patterns
        if not matches:
            yield Problem(argument, "no file matches this pattern; check the spelling")
        for match in matches:
            if Path(match).is_dir() and "**" not in argument:
                yield from _folder(match, suffixes)
            elif Path(match).is_file():
                yield match
    else:
        yield Problem(argument, "no such file or folder; check the spelling", "read", "FileNotFoundError")


def _folder(folder: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    failed: list[Problem] = []
    found = False

    def on_error(error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        where = os.fspath(error.filename or folder)
        failed.append(
            Problem(where, f"cannot list this folder ({reason}); check its permissions", "read", type(error).__name__)
        )

    for place, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.fspath(Path(place, name))
            if not name.startswith(".") and name.lower().endswith(suffixes) and Path(path).is_file():
                found = True
                yield path
    yield from failed
    if not found and not failed:
        known = ", ".join(dict.fromkeys(suffixes))
        yield Problem(folder, f"no file in this folder has a known suffix ({known})")
