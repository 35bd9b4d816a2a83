"""Runs of capitalised words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Role
from qa.text.blocks import infer_blocks
from qa.text.lexicon import Lexicon
from qa.text.mentions import Mention, find_mentions
from qa.text.scan import words_of
from qa.text.sentences import split_sentences


def find(text: str, lang: str = "en") -> tuple[Mention, ...]:
    sentences = split_sentences(text, infer_blocks(text, Role.BODY), lang)
    return find_mentions(text, words_of(text), sentences, Lexicon.for_language(lang))


@given(st.text(alphabet=st.one_of(st.sampled_from(list("ABab .-'’sof\n")), st.characters()), max_size=60))
def test_any_text(text: str) -> None:
    words = words_of(text)
    end = 0
    for mention in find(text):
        first, last = mention.words
        assert 0 <= first < last <= len(words)
        assert mention.span.start == words.starts[first]
        assert end <= mention.span.start < mention.span.end <= words.ends[last - 1]
        end = mention.span.end


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor met Ursula von der Berg in New Haven.", ["Ursula von der Berg", "New Haven"]),
        ("He works for the Bank of Norland.", ["Bank of Norland"]),
        ("They read J. K. Miller and N.Petrova there.", ["J. K. Miller", "N.Petrova"]),
        ("We saw Petrov’s boat and Anna’s Petrov.", ["Petrov", "Anna", "Petrov"]),
        ("In London they met. London is big.", ["London", "London"]),
        ("Boats are here. Nobody came.", []),
        ("It was Jean-Pierre Al-Masri whom I saw.", ["Jean-Pierre Al-Masri"]),
        ("Zhdanovsky left. Then Smith came.", ["Zhdanovsky", "Smith"]),
        ("He asked Peter. Paul said no.", ["Peter", "Paul"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [mention.span.of(text) for mention in find(text)] == names


def test_sentence_initial() -> None:
    text = "London is big and London is old. The Thames is long."
    assert [(mention.span.of(text), mention.sentence_initial) for mention in find(text)] == [
        ("London", True),
        ("London", False),
        ("Thames", False),
    ]


def test_written_small_elsewhere() -> None:
    assert find("Zibble is good. They ate zibble.") == ()


def test_capitals_of_quotations_prove_nothing() -> None:
    text = 'They cried: "Boats are here, London" and went to Abd al-Rahman Street.'
    assert [mention.span.of(text) for mention in find(text)] == ["London", "Abd al-Rahman Street"]
