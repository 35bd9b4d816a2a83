"""A line on standard error that shows how far a long run has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from qa.core.document import Document
from qa.core.finding import Problem
from qa.report import Summary
from qa.report.display import counted

PATIENCE = 1.0
"""Seconds before the first sign: short work needs none."""
_INTERVAL = 0.1
_WIDTH = 30


class Progress:
    """Draws `[#####     ]  45% 1,234 documents, 56 findings` over itself; measured in bytes of the inputs."""

    def __init__(self, wanted: bool | None, inputs: Sequence[str | Problem], stream: TextIO | None = None) -> None:
        """wanted: True always, False never, None where standard error is a terminal and the work is long."""
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty() if wanted is None else wanted
        self._start = time.monotonic() if wanted is None else time.monotonic() - PATIENCE
        self._last = 0.0
        self._drawn = 0
        self._before: dict[str, int] = {}
        self._sizes: dict[str, int] = {}
        self._total = 0
        if self._shown:
            for found in inputs:
                if isinstance(found, str):
                    self._before[found] = self._total
                    self._sizes[found] = _size(found)
                    self._total += self._sizes[found]

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave a clean line behind."""
        self.clear()

    def step(self, document: Document, summary: Summary) -> None:
        """A document is done; draws at most ten times a second."""
        self.advance(document, f"{counted(summary.documents, 'document')}, {counted(summary.findings, 'finding')}")

    def advance(self, document: Document, text: str) -> None:
        """All up to the end of `document` is done, which `text` tells in words."""
        now = time.monotonic()
        if not self._shown or now - self._start < PATIENCE or now - self._last < _INTERVAL:
            return
        self._last = now
        if self._total:
            share = min(1.0, self._done(document) / self._total)
            bar = "#" * round(_WIDTH * share)
            text = f"[{bar:<{_WIDTH}}] {share:4.0%} {text}"
        self._draw(text)

    def clear(self) -> None:
        """Wipe the line, so that something else can be written."""
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0

    def _done(self, document: Document) -> int:
        """Bytes up to the end of `document`, as far as its place in its file is known."""
        size = self._sizes.get(document.path, 0)
        inside = size
        if document.segments and document.segments[-1].address.record is not None:
            carrier = document.segments[-1].carrier
            inside = carrier.byte_start + len(carrier.raw) if carrier else 0
        return self._before.get(document.path, 0) + min(size, inside)

    def _draw(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(text)


def _size(path: str) -> int:
    """Bytes of a file; 0 where that cannot be told."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
