"""From files to documents whose every character knows its place in the file.

`find_inputs` turns what the user named into files, `read` turns a file into documents. Whatever cannot be read becomes
a `Problem` of one line, and the rest is read. Formats are listed in `FORMATS`; their modules are imported when used.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from qa.core.document import Document
from qa.core.finding import Problem
from qa.errors import ReadError
from qa.read.base import FORMATS, Decoded, Format, Limits, Reader, ReadOptions
from qa.read.inputs import STDIN, find_inputs
from qa.read.sniff import choose_format

__all__ = [
    "FORMATS",
    "STDIN",
    "Format",
    "Limits",
    "ReadOptions",
    "Reader",
    "find_inputs",
    "read",
    "read_bytes",
    "read_text",
]


def read(
    path: str,
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
    formats: Sequence[Format] = FORMATS,
    *,
    stdin_name: str = STDIN,
) -> Iterator[Document | Problem]:
    """The documents in the file at `path`, and a problem for everything in it that cannot be read.

    `-` reads `stdin`, as if it were a file called `stdin_name`. The format is `options.format`, else the one that knows
    the suffix, else what the first bytes look like. Record formats are streamed; the file stays open until the last
    document was taken. `formats` may hold formats of plug-ins beside `FORMATS`.
    """
    options = options or ReadOptions()
    if path == STDIN:
        if stdin is None:
            yield Problem(path, "there is no standard input to read; name a file")
        else:
            yield from _read_stream(stdin, stdin_name, options, formats)
        return
    try:
        with Path(path).open("rb") as stream:
            yield from _read_stream(stream, path, options, formats)
    except OSError as error:
        what = f"cannot be read ({error.strerror or error}); check the path and its permissions"
        yield Problem(path, what, "read", type(error).__name__)
    except Exception as error:  # noqa: BLE001 - the mistake of a reader must not keep other files from being read
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        yield Problem(path, f"its reader crashed ({reason}), the rest of it is not checked; please report this")


def read_bytes(
    data: bytes,
    path: str,
    options: ReadOptions | None = None,
    formats: Sequence[Format] = FORMATS,
) -> Iterator[Document | Problem]:
    """The documents in `data`, the content of a file that is called `path`."""
    return _read_stream(io.BytesIO(data), path, options or ReadOptions(), formats)


def read_text(text: str, options: ReadOptions | None = None, path: str = "") -> Document:
    """The document of a text already in memory: plain, or Markdown or HTML if `options.format` says so.

    Raises ReadError when the text holds nothing to check or the format holds records.
    """
    options = options or ReadOptions()
    name = options.format or "text"
    form = next((form for form in FORMATS if form.id == name), None)
    if form is None or form.streams:
        raise ReadError(f"a text in memory cannot be read as {name!r}; use text, markdown or html", path)
    document: Document | Problem = importlib.import_module(form.module).parse(Decoded(text, "utf-8"), path, options)
    if isinstance(document, Problem):
        raise ReadError(document.what, document.where, document.line)
    return document


def _read_stream(
    stream: BinaryIO, path: str, options: ReadOptions, formats: Sequence[Format]
) -> Iterator[Document | Problem]:
    form, stream = choose_format(stream, path, options, formats)
    if isinstance(form, Problem):
        yield form
        return
    yield from form.load()(stream, path, options)
