"""Where reports go: standard output, or a file that is whole or not there at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from qa.apps.cli.main import UsageFailure
from qa.core.finding import Problem
from qa.files import whole_file
from qa.report import Style, problem_record
from qa.report.display import shown_path, visible
from qa.report.record import json_line

_PLAIN_WIDTH = 100
_NARROWEST = 40


@contextmanager
def output_file(path: Path) -> Iterator[BinaryIO]:
    """A file that is whole or as it was before (`whole_file`); raises UsageFailure where it cannot be begun."""
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(whole_file(path))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UsageFailure(f"cannot write {path} ({reason}); check that its folder exists and is yours") from error
        yield stream


def require_folder(path: Path) -> None:
    """Raise UsageFailure where a file could not be written at the end of a long run."""
    folder = path.absolute().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageFailure(f"cannot write {path} ({folder} is no folder that may be written to); choose another place")


@contextmanager
def report_stream(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or the text of a file that is whole or not there at all."""
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    with output_file(path) as binary:
        text = io.TextIOWrapper(binary, encoding="utf-8", errors="backslashreplace", newline="\n")
        try:
            yield text
            text.flush()
        finally:
            text.detach()


def style_for(color: str, stream: TextIO, environment: Mapping[str, str]) -> Style:
    """Width and colours of a report. color: `auto`, `always` or `never`; `auto` means a terminal without `NO_COLOR`."""
    terminal = stream.isatty()
    columns = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns if terminal else _PLAIN_WIDTH
    wants = terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Style(max(_NARROWEST, columns), color == "always" or (color == "auto" and wants))


def problem_line(problem: Problem, *, machine: bool) -> str:
    """A problem as one line: JSON for programs, words for people."""
    if machine:
        return json_line(problem_record(problem))
    where = shown_path(problem.where)
    place = where if problem.line is None else f"{where}:{problem.line}"
    return visible(f"qa: {place}: {problem.what}")
