"""Which files the user means: files, folders, patterns, standard input."""

# ruff: noqa: PTH110, PTH112, PTH113, PTH114 - unlike their like in pathlib the functions of os.path never raise

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from os.path import exists, isdir, isfile, islink
from pathlib import Path

from qa.core.finding import Problem
from qa.read.base import FORMATS, Format

STDIN = "-"
_CROSSING = "**"


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
    elif isdir(argument):
        yield from _folder(argument, suffixes)
    elif _is_there(argument):
        yield _dead_link(argument) if islink(argument) and not exists(argument) else argument
    elif glob.has_magic(argument):
        yield from _matching(argument, suffixes)
    elif not argument:
        yield Problem("(empty name)", "no file has an empty name; check the variable or pattern it came from")
    else:
        yield Problem(argument, "no such file or folder; check the spelling", "read", "FileNotFoundError")


def _is_there(path: str) -> bool:
    """Whether a file or link of that name exists; also where that may not be asked, as the reader will say."""
    try:
        os.lstat(path)
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def _matching(pattern: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    crossing = _CROSSING in pattern
    matches = [match for match in sorted(_glob(pattern)) if not (crossing and isdir(match))]
    if not matches:
        yield Problem(pattern, "no file matches this pattern; check the spelling")
    for match in matches:
        if isdir(match):
            yield from _folder(match, suffixes)
        else:
            yield _dead_link(match) if islink(match) and not exists(match) else match


def _glob(pattern: str) -> set[str]:
    """What a pattern matches; unlike that of `glob`, `**` follows no links to folders, which may lead in a circle."""
    parts = pattern.replace(os.sep, "/").split("/")
    if _CROSSING not in parts:
        return set(glob.glob(pattern))  # noqa: PTH207 - takes absolute patterns
    place = parts.index(_CROSSING)
    rest = "/".join(parts[place + 1 :]) or "*"
    found: set[str] = set()
    for top in glob.glob("/".join(parts[:place]) + "/") if place else [""]:  # noqa: PTH207 - same
        for folder, folders, _ in os.walk(top or os.curdir):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = folder if top else folder[2:]  # without the `./` that nobody typed
            found |= _glob(os.path.join(glob.escape(below), rest))  # noqa: PTH118 - keeps the names as typed
    return found


def _dead_link(path: str) -> Problem:
    """The problem of a link whose end is missing, or that leads to itself."""
    return Problem(path, "this link leads to no file; mend or remove it", "read", "FileNotFoundError")


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
            if name.startswith(".") or not name.lower().endswith(suffixes):
                continue
            if isfile(path):
                found = True
                yield path
            elif islink(path) and not exists(path):
                failed.append(_dead_link(path))
    yield from failed
    if not found and not failed:
        known = ", ".join(dict.fromkeys(suffixes))
        yield Problem(folder, f"no file in this folder has a known suffix ({known})")
