"""Where a text in Chinese characters reads like a form in Pinyin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from qa.core.span import Span
from qa.text.names.source.han import pinyin_of

_LONGEST_SYLLABLE = 6
_SHORTEST_RUN = 2


class Readings:
    """The characters of a text by their syllables, so that a form is found without reading the text again."""

    def __init__(self, source: str) -> None:
        """Enter every character that has a reading."""
        self.source = source
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for at, character in enumerate(source):
            for syllable in pinyin_of(character):
                self._starts[syllable].append(at)

    def runs(self, folded: str) -> list[Span]:
        """The runs of two and more characters that read like a folded form from end to end, in order."""
        return sorted({run for run in self._read(folded) if len(run) >= _SHORTEST_RUN})

    def _read(self, folded: str) -> Iterator[Span]:
        for size in range(1, min(_LONGEST_SYLLABLE, len(folded)) + 1):
            starts = self._starts.get(folded[:size], ())
            if not starts or size == len(folded):
                yield from (Span(at, at + 1) for at in starts)
                continue
            follow = {run.start: run.end for run in self._read(folded[size:])}
            yield from (Span(at, follow[at + 1]) for at in starts if at + 1 in follow)
