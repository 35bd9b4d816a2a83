"""Ctrl-C at the right moment: a document is reported whole or not at all."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Raises KeyboardInterrupt for Ctrl-C at once, but never while something is held.

    A handler that only set a flag would not end a read that waits for input, and one that always raised could tear a
    report apart.
    """

    def __init__(self) -> None:
        """Nothing is held yet."""
        self._held = self._pending = False

    @contextmanager
    def handled(self) -> Iterator[Interrupts]:
        """Take charge of Ctrl-C; does nothing outside the main thread, where signals do not arrive."""
        if threading.current_thread() is not threading.main_thread():
            yield self
            return
        before = signal.signal(signal.SIGINT, self._on_signal)
        try:
            yield self
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def held(self, *, then_raise: bool = True) -> Iterator[None]:
        """Put Ctrl-C off until the block ends; `then_raise` tells whether it is then raised or forgotten."""
        self._held, self._pending = True, False
        try:
            yield
        finally:
            self._held = False
        if self._pending and then_raise:
            raise KeyboardInterrupt

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if not self._held:
            raise KeyboardInterrupt
        self._pending = True
