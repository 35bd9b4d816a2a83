"""Half-open ranges of code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """The characters from `start` up to, but without, `end`; both count Unicode code points from 0.

    An empty span (`start == end`) is a place between two characters.
    """

    start: int
    end: int

    def __len__(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is always true: an empty one still names a place."""
        return True

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span overlaps what it lies strictly inside of."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share a character or a border."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that contains both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that overlap or touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return tuple(merged)


def any_overlap(span: Span, sorted_spans: Sequence[Span]) -> bool:
    """Whether `span` shares a character with one of `sorted_spans` (sorted, not overlapping), by bisection."""
    low, high = 0, len(sorted_spans)
    while low < high:
        middle = (low + high) // 2
        if sorted_spans[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(sorted_spans) and sorted_spans[low].start < max(span.end, span.start + 1)
