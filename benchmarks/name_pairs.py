"""Pairs of names: how well `qa.text.names.relation.relate` tells spellings of one name from two names."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.sets import DataError
from benchmarks.tables import Table
from qa.text.names.fold import fold
from qa.text.names.keys import blocking_keys
from qa.text.names.relation import SAME, relate

FILE = Path("names/pairs.jsonl")
SAME_KINDS = ("transliteration", "diacritics", "typo", "exonym", "hyphen", "case")
DIFFERENT_KINDS = ("distinct-person", "distinct-place", "demonym", "gender-form")
_OTHERS = ("title", "initials", "possessive")

Judge = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names as written and whether they are one."""

    a: str
    b: str
    same: bool
    kind: str


def read_pairs(data: Path) -> list[NamePair]:
    """The pairs of the data folder; kinds of slips count as one kind, "typo".

    Raises:
        DataError: There is no file of pairs.
    """
    path = data / FILE
    if not path.exists():
        raise DataError(f"{path}: missing")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        NamePair(
            row["a"],
            row["b"],
            row["same"],
            row["kind"].partition("-")[0] if row["kind"].startswith("typo") else row["kind"],
        )
        for row in rows
    ]


def judges() -> list[tuple[str, Judge]]:
    """What is compared: the product with all, with less and with no look-ups, and edit distance."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only this part needs it

    def related(use: Literal["items", "attestation", "nothing"]) -> Judge:
        return lambda a, b: relate(a, b, use=use).score >= SAME

    return [
        ("relate", related("items")),
        ("relate, shared items unseen", related("attestation")),
        ("relate, gazetteer in exclusions only", related("nothing")),
        ("OSA <= 1 of folded forms", lambda a, b: OSA.distance(fold(a), fold(b), score_cutoff=1) <= 1),
        ("folded forms equal", lambda a, b: fold(a) == fold(b)),
    ]


def pair_tables(data: Path) -> list[Table]:
    """The three tables: core kinds, recall by kind, keys."""
    pairs = read_pairs(data)
    core = [pair for pair in pairs if pair.kind in SAME_KINDS + DIFFERENT_KINDS]
    first = Table(
        "Pairs of names", ["judge", "P", "R", "F1", *(f"false {kind}" for kind in DIFFERENT_KINDS), "pairs/s"], digits=3
    )
    second = Table("Pairs of names called the same, by kind", ["judge", *SAME_KINDS, *_OTHERS], digits=3)
    for name, judge in judges():
        judge(core[0].a, core[0].b)
        start = time.perf_counter()
        called = [judge(pair.a, pair.b) for pair in core]
        speed = int(len(core) / (time.perf_counter() - start))
        first.add(name, *_scores(core, called), *(_share(core, called, kind) for kind in DIFFERENT_KINDS), speed)
        others = [pair for pair in pairs if pair.kind in _OTHERS]
        everything = core + others
        called += [judge(pair.a, pair.b) for pair in others]
        second.add(name, *(_share(everything, called, kind) for kind in (*SAME_KINDS, *_OTHERS)))
    first.notes.append(f"{len(core):,} pairs of the core kinds; the same name items made the pairs and the look-up.")
    return [first, second, _keys_table(core)]


def _keys_table(core: Sequence[NamePair]) -> Table:
    table = Table("Pairs of names that share a key", [*SAME_KINDS, *DIFFERENT_KINDS], digits=3)
    shared = [not blocking_keys(fold(pair.a)).isdisjoint(blocking_keys(fold(pair.b))) for pair in core]
    table.add(*(_share(core, shared, kind) for kind in (*SAME_KINDS, *DIFFERENT_KINDS)))
    return table


def _scores(pairs: Sequence[NamePair], called: Sequence[bool]) -> tuple[float, float, float]:
    hits = sum(pair.same and call for pair, call in zip(pairs, called, strict=True))
    precision = hits / max(1, sum(called))
    recall = hits / max(1, sum(pair.same for pair in pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _share(pairs: Sequence[NamePair], called: Sequence[bool], kind: str) -> float:
    """Share of the pairs of a kind that were called the same."""
    calls = [call for pair, call in zip(pairs, called, strict=True) if pair.kind == kind]
    return sum(calls) / max(1, len(calls))
