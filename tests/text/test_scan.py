"""Tokens and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.scan import Kind, addresses, scan, words_of


def tokens_of(text: str) -> list[tuple[str, Kind]]:
    tokens = scan(text)
    return [(tokens.span(at).of(text), Kind(tokens.kinds[at])) for at in range(len(tokens))]


@given(st.text())
def test_tokens_are_all_but_white_space(text: str) -> None:
    tokens = scan(text)
    end = 0
    for at in range(len(tokens)):
        start = tokens.starts[at]
        assert end <= start < tokens.ends[at] <= len(text)
        assert not text[end:start].strip()
        end = tokens.ends[at]
    assert not text[end:].strip()


@given(st.text())
def test_words_know_their_places(text: str) -> None:
    words = words_of(text)
    assert [words.span(at).of(text) for at in range(len(words))] == list(words.texts)
    assert sorted(at for places in words.index.values() for at in places) == list(range(len(words)))
    for word, places in words.index.items():
        assert all(words.lower[at] == word for at in places)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Isn't co-operation O’Brien’s?", ["Isn't", "co-operation", "O’Brien’s"]),
        ("The 2S35 and 13th cost 1,000.5 now", ["The", "2S35", "and", "13th", "cost", "now"]),
        ("café cafe\u0301 हिन्दी עברית", ["café", "cafe\u0301", "हिन्दी", "עברית"]),
        ("'quoted' – dash", ["quoted", "dash"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(words_of(text).texts) == words


def test_kinds() -> None:
    assert tokens_of("See https://example.org/a?b. Or a_b 3,5!") == [
        ("See", Kind.WORD),
        ("https://example.org/a?b", Kind.ADDRESS),
        (".", Kind.MARK),
        ("Or", Kind.WORD),
        ("a", Kind.WORD),
        ("_", Kind.MARK),
        ("b", Kind.WORD),
        ("3,5", Kind.NUMBER),
        ("!", Kind.MARK),
    ]


def test_typographic_apostrophes_are_straight_in_the_index() -> None:
    assert words_of("It’s it's").index == {"it's": [0, 1]}


def test_addresses() -> None:
    text = "Write to me@example.org or www.example.org/x, not @me."
    assert [span.of(text) for span in addresses(text)] == ["me@example.org", "www.example.org/x"]
    assert addresses("None here.") == ()


@pytest.mark.parametrize(
    "text", ["1," * 20_000 + "1a", "1" * 40_000 + "a", "a\u0301" * 20_000, "-a" * 20_000, "a@" * 20_000]
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    assert len(words_of(text).texts) + len(addresses(text)) > 0
