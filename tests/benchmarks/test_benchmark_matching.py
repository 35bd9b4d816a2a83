"""When a claim counts as being about a mark."""

import pytest

from benchmarks.checker import Claim
from benchmarks.matching import Verdict, hits_planted, judge_by_spots, new_claims, overlaps, spot_found, touches
from benchmarks.sets import PlantedError, Spot, Text


def claim(start, end, check="c", matched="x", related=()):
    return Claim(check, start, end, matched, related=related)


def spot(start, end, category="spelling", *, sure=True):
    return Spot(start, end, category, sure, "surface")


def test_touching_ranges_do_not_overlap():
    assert overlaps((0, 3), (2, 5))
    assert not overlaps((0, 3), (3, 5))
    assert overlaps((0, 3), (3, 5), reach=1)


@pytest.mark.parametrize(
    ("category", "place", "found"),
    [
        ("spelling", (5, 10), True),  # ends where the spot starts
        ("spelling", (5, 9), False),  # one blank before
        ("article", (5, 9), True),  # the neighbouring word counts for a missing one
        ("article", (5, 8), False),
        ("article", (16, 20), True),
        ("spelling", (16, 20), False),
    ],
)
def test_reach_depends_on_the_category(category, place, found):
    assert spot_found(spot(10, 15, category), [claim(*place)]) is found


def test_related_places_make_a_claim_right_but_do_not_find_the_spot():
    about_both = claim(100, 104, related=((10, 12),))
    assert judge_by_spots(about_both, [spot(10, 12)]) is Verdict.RIGHT
    assert not spot_found(spot(10, 12), [about_both])


def test_sure_spot_wins_over_unsure_one():
    assert judge_by_spots(claim(0, 9), [spot(1, 2, sure=False), spot(4, 5)]) is Verdict.RIGHT
    assert judge_by_spots(claim(0, 3), [spot(1, 2, sure=False), spot(6, 7)]) is Verdict.ARGUABLE
    assert judge_by_spots(claim(20, 23), [spot(1, 2)]) is Verdict.PRESUMED


def test_each_old_claim_excuses_one_new_claim():
    clean = [claim(0, 2, matched="so")]
    damaged = [claim(4, 6, matched="so"), claim(9, 11, matched="so"), claim(1, 2, matched="y")]
    assert new_claims(clean, damaged, by_check=True) == damaged[1:]


def test_claims_of_two_checks_are_told_apart_on_request():
    clean, damaged = [claim(0, 2, "a")], [claim(0, 2, "b")]
    assert new_claims(clean, damaged, by_check=True) == damaged
    assert new_claims(clean, damaged, by_check=False) == []


def test_deletions_reach_their_neighbours():
    text = Text("planted", "1|k", "")
    deletion, change = PlantedError("k", text, 20, 20), PlantedError("k", text, 20, 22)
    assert hits_planted(claim(10, 13), deletion)
    assert not hits_planted(claim(10, 13), change)
    assert hits_planted(claim(10, 19), change)
    assert not hits_planted(claim(0, 8), deletion)


def test_marks_are_touched_by_a_shared_character():
    assert touches(claim(3, 5), [(4, 9)])
    assert not touches(claim(3, 4), [(4, 9)])
