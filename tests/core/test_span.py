"""Spans: half-open ranges and the questions asked of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.core.span import Span, any_overlap, merge_spans

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
FILLED = SPANS.filter(lambda span: span.start < span.end)


def characters(span: Span) -> set[int]:
    return set(range(span.start, span.end))


def test_an_empty_span_is_true_and_has_no_length() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0
    assert Span(1, 3).of("a😀́b") == "😀́"
    assert Span(1, 3).shift(2) == Span(3, 5)


@given(FILLED, FILLED)
def test_two_spans(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(characters(one) & characters(other)) == other.overlaps(one)
    assert one.touches(other) == (one.overlaps(other) or one.end == other.start or other.end == one.start)
    assert one.contains(other) == (characters(other) <= characters(one))
    assert characters(one.cover(other)) >= characters(one) | characters(other)


@given(FILLED, st.integers(0, 40))
def test_an_empty_span_overlaps_what_it_lies_strictly_inside_of(span: Span, place: int) -> None:
    assert Span(place, place).overlaps(span) == (span.start < place < span.end) == span.overlaps(Span(place, place))


@given(st.lists(SPANS, max_size=8))
def test_merged_spans_are_sorted_apart_and_cover_the_same(spans: list[Span]) -> None:
    merged = merge_spans(spans)
    assert set().union(*map(characters, merged)) == set().union(*map(characters, spans))
    assert all(one.end < other.start for one, other in pairwise(merged))


@given(st.lists(FILLED, max_size=8), FILLED)
def test_any_overlap_agrees_with_looking_at_all(spans: list[Span], span: Span) -> None:
    merged = merge_spans(spans)
    assert any_overlap(span, merged) == any(span.overlaps(other) for other in merged)


def test_any_overlap_of_an_empty_span_is_with_the_character_it_stands_before() -> None:
    assert any_overlap(Span(2, 2), (Span(2, 4),))
    assert any_overlap(Span(3, 3), (Span(2, 4),))
    assert not any_overlap(Span(4, 4), (Span(2, 4),))
    assert not any_overlap(Span(1, 1), (Span(2, 4),))
