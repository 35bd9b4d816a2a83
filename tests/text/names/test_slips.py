"""Slips of typing are recognised, and only those."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.names.slips import Slip, SlipKind, slip

NAMES = st.text("abdegiklmnorstuvwz", min_size=5, max_size=12)


@pytest.mark.parametrize(
    ("right", "wrong", "kind", "position"),
    [
        ("marlow", "malow", SlipKind.DROPPED, 2),
        ("marlow", "marlonw", SlipKind.ADDED, 5),
        ("marlow", "marllow", SlipKind.DOUBLED, 4),
        ("tarssk", "tarsk", SlipKind.UNDOUBLED, 4),
        ("marlow", "malrow", SlipKind.SWAPPED, 2),
        ("saltera", "sartela", SlipKind.SWAPPED_SYLLABLES, 2),
        ("ostrau", "ostrai", SlipKind.NEIGHBOUR_KEY, 5),
        ("ostrau", "oatrau", SlipKind.NEIGHBOUR_KEY, 1),
        ("ostrau", "ostreu", SlipKind.WRONG_VOWEL, 4),
        ("ostrau", "ostrab", SlipKind.OTHER, 5),
        ("saltermann", "sltermnan", SlipKind.TWO, 1),
    ],
)
def test_kinds(right, wrong, kind, position):
    assert slip(right, wrong) == Slip(kind, position)


@pytest.mark.parametrize(
    ("a", "b"), [("lenk", "lenk"), ("lenk", "tveit"), ("tarsk", "marlo"), ("ostrau", "ostrauer"), ("", "")]
)
def test_other_pairs_are_no_slips(a, b):
    assert slip(a, b) is None


@given(NAMES, NAMES)
def test_a_slip_one_way_is_a_slip_the_other_way(a, b):
    one, two = slip(a, b), slip(b, a)
    assert (one is None) == (two is None)
    if one and two:
        turned = {
            SlipKind.DROPPED: SlipKind.ADDED,
            SlipKind.ADDED: SlipKind.DROPPED,
            SlipKind.DOUBLED: SlipKind.UNDOUBLED,
            SlipKind.UNDOUBLED: SlipKind.DOUBLED,
        }
        assert two == Slip(turned.get(one.kind, one.kind), one.position)


@given(st.data())
def test_every_dropped_letter_is_a_slip(data):
    name = data.draw(NAMES)
    at = data.draw(st.integers(0, len(name) - 1))
    found = slip(name, name[:at] + name[at + 1 :])
    assert found is not None
    assert found.kind in (SlipKind.DROPPED, SlipKind.UNDOUBLED)
