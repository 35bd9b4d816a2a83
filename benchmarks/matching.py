"""When a claim and a mark mean the same place. The rules are those of the sets' READMEs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from benchmarks.checker import Claim
from benchmarks.sets import PlantedError, Range, Spot

# A claim on the neighbouring character counts for every spot; for these categories, whose spots often have no word of
# their own, the claim may also stand one blank away.
TOUCH = 1
TOUCH_OVER_BLANK = 2
WITHOUT_WORD = frozenset({"punctuation", "article", "missing-word", "word-order", "whitespace", "quotes"})

# A deletion has no extent: a claim within this many characters, about a word on each side, counts.
PLANTED_REACH = 2
DELETION_REACH = 12


class Verdict(StrEnum):
    """What is known about a claim. PRESUMED: it hits nothing in a text read for every error, but nobody judged it."""

    RIGHT = "right"
    WRONG = "wrong"
    ARGUABLE = "arguable"
    PRESUMED = "presumed wrong"
    UNJUDGED = "unjudged"


def overlaps(one: Range, other: Range, reach: int = 0) -> bool:
    """Whether two ranges share a character once `other` is widened by `reach` characters on each side."""
    return one[0] < other[1] + reach and one[1] > other[0] - reach


def near_spot(place: Range, spot: Spot) -> bool:
    """Whether a claim at `place` counts as being about `spot`."""
    reach = TOUCH_OVER_BLANK if spot.category in WITHOUT_WORD else TOUCH
    return overlaps(place, (spot.start, spot.end), reach)


def spot_found(spot: Spot, claims: Iterable[Claim]) -> bool:
    """Whether any claim points at the spot with its own range; related places do not find a spot."""
    return any(near_spot((claim.start, claim.end), spot) for claim in claims)


def judge_by_spots(claim: Claim, spots: Sequence[Spot]) -> Verdict:
    """Verdict of the annotation on a claim: a sure spot makes it right, else an unsure one makes it arguable."""
    near = [spot for spot in spots if any(near_spot(place, spot) for place in claim.places)]
    if any(spot.sure for spot in near):
        return Verdict.RIGHT
    return Verdict.ARGUABLE if near else Verdict.PRESUMED


def new_claims(clean: Sequence[Claim], damaged: Sequence[Claim], *, by_check: bool) -> list[Claim]:
    """Claims about a damaged sentence that the clean sentence did not raise already.

    Positions move when an error is planted, so claims are compared by the characters they match, each as often as it
    occurs. by_check: claims of two checks on the same characters are different claims.
    """
    left = Counter((claim.check if by_check else "", claim.matched) for claim in clean)
    new = []
    for claim in damaged:
        key = (claim.check if by_check else "", claim.matched)
        if left[key]:
            left[key] -= 1
        else:
            new.append(claim)
    return new


def hits_planted(claim: Claim, error: PlantedError) -> bool:
    """Whether a claim points at a planted error."""
    reach = PLANTED_REACH if error.start < error.end else DELETION_REACH
    return overlaps((claim.start, claim.end), (error.start, error.end), reach)


def touches(claim: Claim, marks: Iterable[Range]) -> bool:
    """Whether a claim shares a character with any mark."""
    return any(overlaps((claim.start, claim.end), mark) for mark in marks)
