"""Blocking loses no near pair that shares a key, and gives each once."""

from hypothesis import given
from hypothesis import strategies as st

from qa.text.names.archive.blocking import is_near, near_pairs
from qa.text.names.keys import blocking_keys

WORDS = st.lists(st.text("aeknst", min_size=3, max_size=7), unique=True, max_size=12)


@given(WORDS)
def test_pairs_are_those_of_comparing_all(words: list[str]) -> None:
    expected = {
        (one, two)
        for one in range(len(words))
        for two in range(one + 1, len(words))
        if is_near(words[one], words[two]) and blocking_keys(words[one]) & blocking_keys(words[two])
    }
    found = list(near_pairs(words))
    assert len(found) == len(set(found))
    # Blocking keys are numbers of 32 bits, on which two different keys may fall together.
    assert expected <= set(found)
    assert all(is_near(words[one], words[two]) and one < two for one, two in found)


@given(st.text("aeknst", max_size=9), st.text("aeknst", max_size=9))
def test_nearness_has_no_direction(one: str, two: str) -> None:
    assert is_near(one, two) == is_near(two, one)


def test_nearness() -> None:
    assert is_near("belousov", "belusov")
    assert is_near("belousov", "belussov")
    assert is_near("ostrisov", "ostirsov")
    assert not is_near("lenk", "tveit")
    assert not is_near("marlow", "harlot")
