"""Ctrl-C and its like at the right moment: a document is reported whole or not at all."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a run early: Ctrl-C, the request to end, the terminal that was closed."""


class Stopped(KeyboardInterrupt):
    """One of `SIGNALS` came; `number` is which."""

    def __init__(self, number: int) -> None:
        """Remember the signal."""
        super().__init__(number)
        self.number = number


def stop_status(stop: KeyboardInterrupt) -> int:
    """The exit status of a program that a signal ended, as shells count it."""
    return 128 + (stop.number if isinstance(stop, Stopped) else signal.SIGINT)


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped for the signals that end a program, so that it can leave in order.

    Signals that somebody chose to ignore (`nohup`) stay ignored. Does nothing outside the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with _handlers(_stop):
        yield


@contextmanager
def _handlers(handle: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let `handle` answer the signals that are not ignored, and put back what was there before."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    # Shells ignore Ctrl-C for what they start in the background; whoever sends it there by hand means it.
    taken = {
        number: handler
        for number, handler in before.items()
        if handler is not None and (handler is not signal.SIG_IGN or number == signal.SIGINT)
    }
    for number in taken:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number, handler in taken.items():
            signal.signal(number, handler)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)


class Interrupts:
    """Raises Stopped for Ctrl-C and its like at once, but never while something is held.

    A handler that only set a flag would not end a read that waits for input, and one that always raised could tear a
    report apart.
    """

    def __init__(self) -> None:
        """Nothing is held yet."""
        self._held = False
        self._came: list[int] = []

    @contextmanager
    def handled(self) -> Iterator[Interrupts]:
        """Take charge of the signals; does nothing outside the main thread, where signals do not arrive."""
        if threading.current_thread() is not threading.main_thread():
            yield self
            return
        with _handlers(self._on_signal):
            yield self

    @contextmanager
    def held(self, *, then_raise: bool = True) -> Iterator[None]:
        """Put signals off until the block ends; `then_raise` tells whether one is then raised or forgotten."""
        self._held = True
        self._came.clear()
        try:
            yield
        finally:
            self._held = False
        if self._came and then_raise:
            raise Stopped(self._came[0])

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if not self._held:
            raise Stopped(number)
        self._came.append(number)
