"""English words that came back from Cyrillic."""

import pytest

from qa.text.names.respelling import meant_word


@pytest.mark.parametrize(
    ("word", "meant"),
    [("uoshington", "washington"), ("uilson", "wilson"), ("steyshn", "station"), ("dzhekson", "jackson")],
)
def test_the_one_word_with_these_sounds_is_meant(word: str, meant: str) -> None:
    assert meant_word(word) == meant


@pytest.mark.parametrize(
    "word", ["dzhons", "dzhin", "uolter", "dzhokhar", "pyandzh", "uintah", "kozludzha", "street", ""]
)
def test_words_of_several_readings_or_none_stay(word: str) -> None:
    assert meant_word(word) is None
