"""What the judge weighs when it asks whether two spellings are one name that is spelt in two ways."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from qa.text.names.evidence import evidence_of, probability
from qa.text.names.exclusions import GENDERS, PLACES, never_same
from qa.text.names.fold import name_key
from qa.text.names.gazetteer import gazetteer
from qa.text.names.translit import likeness

if TYPE_CHECKING:
    from collections import Counter

    from qa.text.lexicon import Lexicon
    from qa.text.names.statistics import PairStatistics, SpellingStatistics

_HYPHEN = re.compile("[-‑]")
_ENDINGS = frozenset(
    "|a|u|y|i|e|o|om|em|oy|ei|oi|ey|yi|iy|ii|ogo|omu|im|ym|aya|ya|ye|ie|oye|ovo|evo|yu|ah|am|ami".split("|")
)
_FEWEST_LETTERS_OF_STEM = 4
_MOST_LIKENESS = 6.0
_NEAR_COMPANION = 2.0


class Comparison(NamedTuple):
    """Two spellings side by side.

    odd, main: the spelling that would be the slip, and the other. values: what speaks for and against one name, by name
    of the feature; those not named are 0. excluded: why they cannot be one name unless the context insists ("" for no
    reason).
    """

    odd: SpellingStatistics
    main: SpellingStatistics
    values: Mapping[str, float]
    excluded: str


def compare(
    one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics, lexicon: Lexicon, crowd: int = 1
) -> Comparison:
    """Weigh two spellings whose keys differ. crowd: how many spellings the document has."""
    odd, main = sorted((two, one), key=lambda spelling: _standing(spelling, lexicon))  # of equals the later one
    values: dict[str, float] = {}
    values.update(_letters(odd.key, main.key))
    values.update(_attestation(odd, main, lexicon))
    values.update(_numbers(odd, main))
    values.update(_companions(odd, main))
    values["same_sentence"] = float(pair.same_sentence > 0)
    values["adjacent"] = float(pair.adjacent > 0)
    values["listed"] = float(pair.listed > 0)
    values["glossed"] = float(pair.glossed > 0)
    values["crowd"] = math.log(max(crowd, 1))
    excluded = _exclusion(odd, main)
    values["gender"] = float(excluded == GENDERS and not values["main_place"] and not values["neither_known"])
    values["places_apart"] = float(excluded == PLACES)
    values["excluded"] = float(bool(excluded) and excluded not in (GENDERS, PLACES))
    return Comparison(odd, main, values, excluded)


def _exclusion(odd: SpellingStatistics, main: SpellingStatistics) -> str:
    """Why two spellings cannot be one name; of words with hyphens each differing part must be able to be the same."""
    ones, others = _HYPHEN.split(odd.written), _HYPHEN.split(main.written)
    if 1 < len(ones) == len(others):
        pairs = [(name_key(one), name_key(other)) for one, other in zip(ones, others, strict=True)]
        return next((reason for one, other in pairs if one != other and (reason := never_same(one, other))), "")
    return never_same(odd.key, main.key) or ""


def _standing(spelling: SpellingStatistics, lexicon: Lexicon) -> tuple[float, ...]:
    """How well established a spelling is; the lesser one is the odd one."""
    known = gazetteer().knows(spelling.key)
    return (spelling.mentions, known, lexicon.frequency(spelling.written), len(spelling.key))


def _letters(odd: str, main: str) -> dict[str, float]:
    evidence = evidence_of(odd, main)
    like = evidence.likeness
    shorter = min(len(odd), len(main))
    distance = OSA.distance(odd, main)
    kind = evidence.slip
    values = {
        "related": probability(evidence),
        "same_skeleton": float(evidence.same_skeleton),
        "like": min(max(like, 0.0), _MOST_LIKENESS),
        "unlike": min(max(-like, 0.0), _MOST_LIKENESS),
        "distance": float(distance),
        "share": distance / max(len(odd), len(main)),
        "short": float(shorter <= 4),
        "five": float(shorter == 5),
        "long": float(shorter >= 8),
        "other_first": float(odd[0] != main[0]),
        "other_last": float(odd[-1] != main[-1]),
        "ending": float(is_inflected(odd, main)),
    }
    if kind is not None:
        values[f"slip_{kind.kind.name.lower()}"] = 1.0
        values["one_slip_long"] = float(distance == 1 and shorter >= 7)
    return values


def is_inflected(one: str, other: str) -> bool:
    """Whether two folded names differ by a case ending of a Slavic language only ("Tarskov", "Tarskovu")."""
    shorter, longer = sorted((one, other), key=len)
    common = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    return common >= _FEWEST_LETTERS_OF_STEM and shorter[common:] in _ENDINGS and longer[common:] in _ENDINGS


def _attestation(odd: SpellingStatistics, main: SpellingStatistics, lexicon: Lexicon) -> dict[str, float]:
    known = gazetteer()
    odd_known, main_known = known.knows(odd.key), known.knows(main.key)
    item = known.shares_item(odd.key, main.key)
    odd_often, main_often = lexicon.frequency(odd.written), lexicon.frequency(main.written)
    odd_word, main_word = _is_ordinary(odd.written, lexicon), _is_ordinary(main.written, lexicon)
    return {
        "item": float(item),
        "odd_known": float(odd_known),
        "main_known": float(main_known),
        "both_known": float(odd_known and main_known and not item),
        "neither_known": float(not odd_known and not main_known),
        "odd_place": float(known.is_place(odd.key)),
        "main_place": float(known.is_place(main.key)),
        "odd_often": odd_often,
        "main_often": main_often,
        "both_often": min(odd_often, main_often),
        "odd_word": float(odd_word),
        "main_word": float(main_word),
        "both_words": float(odd_word and main_word),
        "main_common": float(main_word and not known.is_given(main.key) and not known.is_family(main.key)),
    }


def _is_ordinary(written: str, lexicon: Lexicon) -> bool:
    """Whether a word is written small outside names and headings."""
    share = lexicon.capital_share(written)
    return lexicon.is_dictionary_word(written) and (share is None or share < 0.8)


def _numbers(odd: SpellingStatistics, main: SpellingStatistics) -> dict[str, float]:
    return {
        "main_count": min(math.log(main.mentions), 2.5),
        "odd_count": min(math.log(odd.mentions), 2.5),
        "twice": float(main.mentions >= 2 * odd.mentions),
        "four_times": float(main.mentions >= 4 * odd.mentions),
        "main_once": float(main.mentions == 1),
        "odd_unproven": float(odd.proven == 0),
        "main_unproven": float(main.proven == 0),
    }


def _companions(odd: SpellingStatistics, main: SpellingStatistics) -> dict[str, float]:
    before, after = _meeting(odd.before, main.before), _meeting(odd.after, main.after)
    return {
        "same_before": float(before is True),
        "other_before": float(before is False),
        "same_after": float(after is True),
        "other_after": float(after is False),
        "same_title": float(bool(odd.titles & main.titles)),
        "other_title": float(bool(odd.titles and main.titles and not odd.titles & main.titles)),
        "same_left": float(bool(odd.left & main.left)),
        "same_right": float(bool(odd.right & main.right)),
        "odd_bare": float(not odd.before and not odd.after),
        "main_bare": float(not main.before and not main.after),
        "main_given": float(bool(main.after) and main.after.total() >= main.before.total()),
        "odd_given": float(bool(odd.after) and odd.after.total() >= odd.before.total()),
        "odd_foreign": float(2 * odd.foreign > odd.mentions),
        "main_foreign": float(2 * main.foreign > main.mentions),
        "ever_strange": float(odd.strange + main.strange > 0),
        "given_name": float(gazetteer().is_given(odd.key) or gazetteer().is_given(main.key)),
        "roles_apart": float(_role(odd) * _role(main) < 0),
        "odd_lone": float(not odd.before and bool(main.before)),
        "both_bare": float(not (odd.before or odd.after or main.before or main.after)),
    }


def _role(spelling: SpellingStatistics) -> int:
    """1 for a spelling that other names follow only, like a given name; -1 for one that follows others only; else 0."""
    return bool(spelling.after and not spelling.before) - bool(spelling.before and not spelling.after)


def _meeting(ones: Counter[str], others: Counter[str]) -> bool | None:
    """Whether two spellings have a companion in common, itself in one spelling or two; None where one has none."""
    if not ones or not others:
        return None
    if ones.keys() & others.keys():
        return True
    return any(are_near(one, other) for one in ones for other in others)


def are_near(one: str, other: str) -> bool:
    """Whether two folded companions may be one: an initial, one letter apart, two forms of one name."""
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 2:
        return False
    like = likeness(one, other)
    near = OSA.distance(one, other, score_cutoff=1) <= 1 or like >= _NEAR_COMPANION
    near = near or (like > 0 and gazetteer().shares_item(one, other))
    return near and not never_same(one, other)
