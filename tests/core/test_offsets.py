"""Offset maps against a model that keeps the raw range of every single character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.offsets import (
    ByteIndex,
    Carrier,
    LineIndex,
    OffsetMap,
    OffsetMapBuilder,
    Piece,
    Position,
    utf16_length,
)
from qa.core.span import Span

# What a reader does next: copy n characters, read one or two from an escape of n, skip n raw ones, make up n.
STEPS = st.lists(
    st.tuples(st.sampled_from(("copy", "escape", "pair", "skip", "insert")), st.integers(1, 6)), max_size=12
)


class Model:
    """The text with the raw range of each character (None for made-up ones), built beside the map."""

    def __init__(self, steps: list[tuple[str, int]]) -> None:
        builder = OffsetMapBuilder()
        self.raw_of: list[Span | None] = []
        self.whole: list[Span | None] = []
        place = 0
        for kind, size in steps:
            if kind == "copy":
                builder.copy("x" * size, place)
                self.raw_of += [Span(place + index, place + index + 1) for index in range(size)]
                place += size
            elif kind in ("escape", "pair"):
                count, width = (1, size + 1) if kind == "escape" else (2, size + 2)
                builder.replace("y" * count, place, width)
                self.raw_of += [Span(place, place + width)] * count
                place += width
            elif kind == "skip":
                place += size
            else:
                builder.insert("z" * size)
                self.raw_of += [None] * size
        self.text, self.map = builder.build()
        self.end = place


def spans(length: int) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair)))


@given(STEPS, st.data())
def test_to_raw(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    model = Model(steps)
    span = data.draw(spans(len(model.text)))
    ranges = model.map.to_raw(span)
    covered = {place for raw in model.raw_of[span.start : span.end] if raw is not None for place in range(*raw)}
    assert {place for found in ranges for place in range(*found)} == covered
    assert len(ranges) >= 1
    assert all(one.end < other.start for one, other in pairwise(ranges))
    if not covered:
        (place,) = ranges
        before = [raw.end for raw in model.raw_of[: span.start] if raw is not None]
        after = [raw.start for raw in model.raw_of[span.end :] if raw is not None]
        assert place.start == place.end
        inside_escape = before and after and before[-1] > after[0]
        assert inside_escape or (max(before, default=0) <= place.start <= min(after, default=model.end))


@given(STEPS, st.data())
def test_to_text_finds_every_character_read_from_a_range(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    model = Model(steps)
    raw = data.draw(spans(model.end))
    touched = [
        index
        for index, place in enumerate(model.raw_of)
        if place is not None and place.start < raw.end and raw.start < place.end
    ]
    found = model.map.to_text(raw)
    if touched:
        assert found == Span(touched[0], touched[-1] + 1)
    else:
        assert found.start == found.end


@given(STEPS, st.data())
def test_there_and_back(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    model = Model(steps)
    span = data.draw(spans(len(model.text)))
    for raw in model.map.to_raw(span):
        back = model.map.to_text(raw)
        if raw.start < raw.end:
            assert back.overlaps(span)


@given(STEPS, st.data())
def test_contiguous_means_that_raw_and_text_can_be_exchanged(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    model = Model(steps)
    span = data.draw(spans(len(model.text)))
    if not model.map.is_contiguous(span) or span.start == span.end:
        return
    (raw,) = model.map.to_raw(span)
    assert None not in model.raw_of[span.start : span.end]
    assert model.map.to_text(raw) == span


def test_identity() -> None:
    offsets = OffsetMap.identity(5, 10)
    assert offsets.to_raw(Span(1, 3)) == (Span(11, 13),)
    assert offsets.to_raw(Span(5, 5)) == (Span(15, 15),)
    assert offsets.to_text(Span(0, 12)) == Span(0, 2)
    assert OffsetMap.identity(0).to_raw(Span(0, 0)) == (Span(0, 0),)
    assert offsets.is_contiguous(Span(0, 5))


@pytest.mark.parametrize(
    "pieces",
    [
        [Piece(0, 2, 0, 2), Piece(1, 2, 2, 2)],
        [Piece(0, 2, 5, 2), Piece(2, 2, 0, 2)],
        [Piece(0, 0, 0, 1)],
        [Piece(0, 1, 0, -1)],
    ],
)
def test_pieces_out_of_order_are_refused(pieces: list[Piece]) -> None:
    with pytest.raises(ValueError, match="overlap or run backwards"):
        OffsetMap(pieces)


def test_neighbours_are_joined() -> None:
    builder = OffsetMapBuilder()
    builder.copy("ab", 0)
    builder.copy("cd", 2)
    builder.insert("")
    builder.copy("", 9)
    text, offsets = builder.build()
    assert (text, offsets.pieces) == ("abcd", (Piece(0, 4, 0, 4),))


@given(st.text(st.sampled_from("ab\n\r😀é"), max_size=30))
def test_lines_and_columns(text: str) -> None:
    index = LineIndex(text)
    line, column = 1, 1
    for offset, char in enumerate(text):
        assert index.position(offset) == Position(line, column)
        span = index.line_span(line)
        assert "\n" not in span.of(text)
        assert "\r" not in span.of(text)
        ends = char == "\n" or (char == "\r" and text[offset + 1 : offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    assert index.position(len(text)) == Position(line, column)


def test_utf16_length() -> None:
    assert utf16_length("a😀é𝒜") == 6
    assert len("a😀é𝒜".encode("utf-16-le")) == 2 * utf16_length("a😀é𝒜")


@given(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.sampled_from(("utf-8", "utf-16-le", "utf-32-be")),
    st.integers(0, 9),
    st.data(),
)
def test_bytes_of_a_carrier(raw: str, encoding: str, start: int, data: st.DataObject) -> None:
    file = b"#" * start + raw.encode(encoding)
    span = data.draw(spans(len(raw)))
    place = Carrier(raw, encoding, start).to_bytes(span)
    assert file[place.start : place.end].decode(encoding) == raw[span.start : span.end]


class Counted(str):
    """A text that counts the characters that are cut out of it."""

    __slots__ = ("cut",)

    def __getitem__(self, key: object) -> str:
        part = super().__getitem__(key)  # type: ignore[index]
        self.cut = getattr(self, "cut", 0) + len(part)
        return part


def test_many_places_are_found_in_one_walk() -> None:
    text = "naïve 😀 " * 5000
    raw = Counted(text)
    index = ByteIndex(Carrier(raw, "utf-8", 3))
    offsets = range(0, len(text) + 1, 7)
    assert [index.before(offset) for offset in offsets] == [3 + len(text[:offset].encode()) for offset in offsets]
    assert index.before(len(text)) == 3 + len(text.encode())
    # Each offset costs at most one stretch between two milestones.
    assert raw.cut < len(text) + 4096 * len(offsets)
