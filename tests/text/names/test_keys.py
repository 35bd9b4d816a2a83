"""Names that differ by one slip share a key."""

from hypothesis import given
from hypothesis import strategies as st

from qa.text.names.keys import KEPT_LETTERS, blocking_keys, skeleton

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NAMES = st.text(LETTERS, min_size=5, max_size=14)


def test_romanisations_share_a_skeleton():
    assert skeleton("lenkoff") == skeleton("lenkov") == skeleton("lenkow")
    assert skeleton("tarshchenko") == skeleton("tarszczenko")


@given(NAMES, st.data())
def test_one_slip_leaves_a_common_key(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    wrong = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
            ]
        )
    )
    assert not blocking_keys(name).isdisjoint(blocking_keys(wrong))


@given(NAMES)
def test_keys_are_few_and_blanks_do_not_count(name):
    assert len(blocking_keys(name)) <= 2 * (KEPT_LETTERS + 1) + 1
    assert blocking_keys(name) == blocking_keys(f"{name[:2]} {name[2:]}")
