"""The judgement of a pair of spellings (a stand-in until the real one is merged)."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Literal

from rapidfuzz.distance import OSA

from qa.text.names.statistics import PairStatistics, SpellingStatistics

_ENDINGS = ("s", "n", "an", "ian", "ese", "ish", "er", "i", "a", "na", "ova", "es", "is", "ist", "ism", "ic", "ns")


@dataclass(frozen=True, slots=True)
class Opinion:
    """Whether two spellings are one name. odd: the one to be changed. main: the one to keep."""

    probability: float
    outcome: Literal["error", "style"]
    odd: str
    main: str
    reasons: tuple[str, ...] = ()


def judge(one: SpellingStatistics, two: SpellingStatistics, pair: PairStatistics) -> Opinion | None:
    """How likely both are one name; None where they are plainly two."""
    short, long = sorted((one.key, two.key), key=len)
    if long != short and long.startswith(short) and long[len(short) :] in _ENDINGS:
        return None
    main, odd = sorted((one, two), key=lambda side: (-side.documents, -side.mentions, side.written))
    if one.key == two.key:
        return Opinion(0.9, "style", odd.written, main.written, ("only accents, case or hyphens differ",))
    odds = 1.2 - 1.1 * OSA.distance(one.key, two.key) + 0.25 * (min(len(short), 10) - 5)
    shared = (one.before & two.before) + (one.after & two.after) + (one.titles & two.titles)
    reasons: tuple[str, ...] = ()
    if shared:
        odds += 2.0
        reasons = (f"both stand beside “{min(shared)}”",)
    elif (one.before or one.after) and (two.before or two.after):
        odds -= 2.0
    if pair.same_sentence:
        odds -= 1.0
    if one.key[0] != two.key[0]:
        odds -= 1.5
    return Opinion(1 / (1 + exp(-odds)), "error", odd.written, main.written, reasons)
