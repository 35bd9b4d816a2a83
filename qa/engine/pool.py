"""Running a function over chunks of work in processes, in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Chunk = TypeVar("Chunk")
Outcome = TypeVar("Outcome")


class Pool:
    """Worker processes that each made the same start-up call.

    Processes are spawned, not forked, so that they behave the same on every system. Outcomes come back in the order of
    the chunks, whatever worker made them, and only a few chunks are in flight, so memory does not grow with the input.
    """

    def __init__(self, jobs: int, start: Callable[..., object], *arguments: object) -> None:
        """Prepare `jobs` processes; each one calls `start(*arguments)` before its first chunk."""
        self._jobs = jobs
        self._executor = ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), _start_worker, (start, arguments)
        )

    def map(self, work: Callable[[Chunk], Outcome], chunks: Iterable[Chunk]) -> Iterator[Outcome]:
        """`work` applied to each chunk; outcomes in order. `work` and the chunks must be picklable."""
        source = iter(chunks)
        waiting: deque[Future[Outcome]] = deque()
        more = True
        try:
            while more or waiting:
                while more and len(waiting) < 2 * self._jobs:
                    try:
                        waiting.append(self._executor.submit(work, next(source)))
                    except StopIteration:
                        more = False
                if waiting:
                    yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def close(self) -> None:
        """Stop the processes; chunks that were not begun are dropped."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _start_worker(start: Callable[..., object], arguments: tuple[object, ...]) -> None:
    # Ctrl-C and its like reach the whole process group; only the parent decides what to do about them.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    start(*arguments)


def _end_with_parent() -> None:
    """A parent that was killed cannot tell its workers, who would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
