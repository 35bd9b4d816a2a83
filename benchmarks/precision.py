"""Precision of each check from labelled claims, and `precision.tsv`.

Only claims about real text enter the precision. Claims that hit a planted error are counted beside it: they show that
a check finds what it is meant to find, but planted errors are far more frequent than real ones, so they say little on
how often a claim is right in real text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.checker import Claim
from benchmarks.judgements import Judgements, key_of
from benchmarks.matching import Verdict
from benchmarks.sets import Text
from benchmarks.tables import Table, read_tsv, write_tsv

COLUMNS = (
    "check", "profile", "claims", "right", "wrong", "arguable", "unjudged", "precision", "lower_bound",
    "planted_right", "planted_elsewhere", "per_1000_clean_words", "date", "data",
)  # fmt: skip

# Quantile of the standard normal distribution below which 95% lie: a two-sided 90% interval.
Z_90 = 1.6448536269514722


@dataclass(slots=True)
class Tally:
    """Counts of one check: claims about real text by verdict, planted errors hit or not, claims on clean text."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    planted_right: int = 0
    planted_elsewhere: int = 0
    clean: int = 0

    @property
    def right(self) -> int:
        """Claims known to be right."""
        return self.verdicts[Verdict.RIGHT]

    @property
    def wrong(self) -> int:
        """Claims judged wrong, and those presumed wrong because a fully annotated text has nothing there."""
        return self.verdicts[Verdict.WRONG] + self.verdicts[Verdict.PRESUMED]

    @property
    def precision(self) -> float | None:
        """Share of right claims among those known to be right or wrong; None where nothing is known."""
        known = self.right + self.wrong
        return self.right / known if known else None

    @property
    def lower_bound(self) -> float | None:
        """Lower end of the Wilson 90% interval of the precision."""
        known = self.right + self.wrong
        return wilson_lower(self.right, known) if known else None


def wilson_lower(right: int, total: int, z: float = Z_90) -> float:
    """Lower end of the Wilson score interval of a proportion (E. B. Wilson 1927, JASA 22, 209-212).

    Args:
        right: Successes.
        total: Trials, at least one.
        z: Quantile of the standard normal distribution; the default gives a two-sided 90% interval.

    Raises:
        ValueError: The counts are impossible.
    """
    if not 0 <= right <= total or total == 0:
        raise ValueError(f"{right} of {total} is no proportion")
    share = right / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, (middle - half) / (1 + z * z / total))


def verdict_of(text: Text, claim: Claim, gold: Verdict, judgements: Judgements) -> Verdict:
    """What is known about a claim: a person's verdict where there is one, else what the set says."""
    judged = judgements.get(key_of(text, claim))
    return judged.verdict if judged else gold


def clean_rate(tally: Tally, clean_words: int) -> float | None:
    """Claims per 1,000 words of clean text; None where no clean text was checked."""
    return 1000 * tally.clean / clean_words if clean_words else None


def table(tallies: Mapping[str, Tally], profile: str, clean_words: int) -> Table:
    """The precision of every check for the terminal."""
    out = Table(
        f"precision per check, profile {profile}",
        ("check", "claims", "right", "wrong", "(no spot)", "arguable", "unjudged", "precision", "lower",
         "planted hit", "elsewhere", "/1,000 clean"),
    )  # fmt: skip
    for check, t in sorted(tallies.items()):
        presumed, arguable = t.verdicts[Verdict.PRESUMED], t.verdicts[Verdict.ARGUABLE]
        out.add(check, t.verdicts.total(), t.right, t.wrong, presumed, arguable, t.verdicts[Verdict.UNJUDGED],
                t.precision, t.lower_bound, t.planted_right, t.planted_elsewhere,
                clean_rate(t, clean_words))  # fmt: skip
    out.notes.append("claims: on real text; (no spot): part of wrong, nothing is annotated there and nobody judged")
    out.notes.append("lower: Wilson 90%, without unjudged claims; planted hit, elsewhere: new claims on planted errors")
    return out


def tsv_rows(
    tallies: Mapping[str, Tally], profile: str, clean_words: int, date: str, data: str
) -> list[tuple[str, ...]]:
    """Rows of `precision.tsv` in the order of COLUMNS; empty cells where nothing is known."""
    rows = []
    for check, t in sorted(tallies.items()):
        counts = (t.verdicts.total(), t.right, t.wrong, t.verdicts[Verdict.ARGUABLE], t.verdicts[Verdict.UNJUDGED])
        rates = (_decimal(t.precision, 3), _decimal(t.lower_bound, 3))
        planted = (str(t.planted_right), str(t.planted_elsewhere))
        clean = _decimal(clean_rate(t, clean_words), 4)
        rows.append((check, profile, *map(str, counts), *rates, *planted, clean, date, data))
    return rows


def update(path: Path, rows: Sequence[tuple[str, ...]], profiles: Iterable[str]) -> None:
    """Replaces the rows of `profiles` in `precision.tsv`; rows of other profiles stay."""
    measured = set(profiles)
    kept = [tuple(row[column] for column in COLUMNS) for row in read_tsv(path) if row["profile"] not in measured]
    write_tsv(path, COLUMNS, sorted([*kept, *rows]))


def _decimal(value: float | None, digits: int) -> str:
    """A number with fixed decimals, or nothing."""
    return "" if value is None else f"{value:.{digits}f}"
