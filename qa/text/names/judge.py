"""Whether two spellings are one name that is spelt in two ways, how sure that is, and how bad."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from qa.text.names.features import Comparison, compare
from qa.text.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.text.lexicon import Lexicon
    from qa.text.names.statistics import PairStatistics, SpellingStatistics


class Outcome(StrEnum):
    """ERROR: one of the spellings is a slip, or nobody would write both. STYLE: both are in use, one should do."""

    ERROR = "error"
    STYLE = "style"


class Judgement(NamedTuple):
    """probability: 0 to 1, that both are one name and a careful editor would make them alike."""

    probability: float
    outcome: Outcome
    comparison: Comparison


def judge(
    one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics, lexicon: Lexicon, crowd: int = 1
) -> Judgement:
    """Judge two spellings whose keys differ. crowd: how many spellings the document has."""
    comparison = compare(one, two, pair, lexicon, crowd)
    probability = 0.0 if veto(comparison) else _probability(comparison.values)
    return Judgement(probability, _outcome(comparison, lexicon), comparison)


def veto(comparison: Comparison) -> str:
    """Why two spellings are never reported, whatever else speaks for it; empty for no reason."""
    values = comparison.values
    if comparison.excluded and not (
        values["same_before"] and not values["other_after"] or values["gender"] and values["odd_lone"]
    ):
        return comparison.excluded
    if values["both_known"] and (values["other_before"] or values["other_after"]) and not values["same_before"]:
        return "two known names with companions of their own"
    return ""


def _probability(values: Mapping[str, float]) -> float:
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in values.items())
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> Mapping[str, float]:
    table = (resources.files("qa.text") / "data" / "names" / "judge.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def _outcome(comparison: Comparison, lexicon: Lexicon) -> Outcome:
    """Style where edited English has both spellings and knows them as one name."""
    odd, main = comparison.odd, comparison.main
    in_use = min(lexicon.frequency(odd.written), lexicon.frequency(main.written)) > 0
    return Outcome.STYLE if in_use and gazetteer().shares_item(odd.key, main.key) else Outcome.ERROR
