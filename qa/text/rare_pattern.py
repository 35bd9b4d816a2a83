"""Regular expressions that few texts need and that take long to compile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class RarePattern:
    """A pattern that is compiled when it is first asked, for checks that look at a sign of it before.

    Classes of many scripts take some milliseconds each to compile, and a checker has dozens: a fifth of the time it
    takes to start.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what `re.compile` takes."""
        self._pattern, self._flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As the method of a pattern."""
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As the method of a pattern."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As the method of a pattern."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As the method of a pattern."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """As the method of a pattern without groups."""
        return self.compiled.findall(text)
