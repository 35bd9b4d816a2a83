"""Names in passages with one planted slip, in their clean twins, and in passages about people with names alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from benchmarks.checker import Claim
from benchmarks.matching import overlaps
from benchmarks.sets import Text, read_records
from benchmarks.tables import Table

DOCUMENTS = Path("names/documents.jsonl")
NATURAL = Path("names/natural.jsonl")
HARD = Path("names/hard_cases.jsonl")
SORTS = ("positive", "clean", "renamed")
_SEVERITIES = ("neutral", "minor", "major", "critical")
_VERDICTS = {"neutral": "style", "minor": "style", "major": "error", "critical": "error"}
# The number and sort of a passage behind the name of the text it was cut from.
_PASSAGE = re.compile(r"-p\d+-[a-z]+$")


class Aim(StrEnum):
    """What a claim about a passage points at."""

    SLIP = "slip"
    NATURAL = "natural"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Slip:
    """A planted slip: where it stands, the spelling it replaced, and what was done to it."""

    start: int
    end: int
    right: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage. sort: one of `SORTS`. natural: pairs of spellings in it that are inconsistent by themselves."""

    text: Text
    sort: str
    slips: tuple[Slip, ...] = ()
    natural: tuple[frozenset[str], ...] = ()

    def aim(self, claim: Claim) -> Aim:
        """What a claim points at with its own or a related place; a planted slip goes before what was there."""
        if any(overlaps(place, (slip.start, slip.end)) for slip in self.slips for place in claim.places):
            return Aim.SLIP
        words = {self.text.text[start:end] for start, end in claim.places}
        return Aim.NATURAL if any(words & pair for pair in self.natural) else Aim.NOTHING


@dataclass(frozen=True, slots=True)
class Expected:
    """What a hard case asks for: `verdict` (error, style, none) on some spellings."""

    forms: frozenset[str]
    verdict: str


@dataclass(frozen=True, slots=True)
class HardCase:
    """A short passage and all that is expected of it."""

    text: Text
    expected: tuple[Expected, ...]


def load_passages(data: Path) -> list[Passage]:
    """All passages of the data folder.

    Raises:
        DataError: A file is missing or broken.
    """
    natural: dict[str, list[frozenset[str]]] = {}
    for row in read_records(data / NATURAL):
        if row["verdict"] in ("error", "style"):
            natural.setdefault(row["doc"], []).append(frozenset((row["a"], row["b"])))
    passages = []
    for row in read_records(data / DOCUMENTS):
        slips = tuple(Slip(slip["start"], slip["end"], slip["right"], slip["kind"]) for slip in row["injected"])
        sort = "renamed" if "renamed" in row else "positive" if slips else "clean"
        own = tuple(natural.get(_PASSAGE.sub("", row["id"]), ()))
        passages.append(Passage(Text("names", row["id"], row["text"]), sort, slips, own))
    return passages


def load_hard(data: Path) -> list[HardCase]:
    """The hard cases of the data folder.

    Raises:
        DataError: The file is missing or broken.
    """
    return [
        HardCase(
            Text("names-hard", row["id"], row["text"]),
            tuple(Expected(frozenset(each["forms"]), each["verdict"]) for each in row["expect"]),
        )
        for row in read_records(data / HARD)
    ]


def about_names(claims: Collection[Claim]) -> list[Claim]:
    """The claims that compare spellings or come from a check on names."""
    return [claim for claim in claims if claim.forms or "name" in claim.check]


@dataclass(slots=True)
class PlantedCount:
    """What one tool did on all passages. A false alarm and a natural hit is a claim, a slip counts once."""

    found: Counter[str] = field(default_factory=Counter)
    slips: Counter[str] = field(default_factory=Counter)
    natural: int = 0
    false: int = 0
    offered: int = 0
    right: int = 0
    documents: Counter[str] = field(default_factory=Counter)
    with_false_alarm: Counter[str] = field(default_factory=Counter)

    def add(self, passage: Passage, claims: Collection[Claim]) -> None:
        """Counts the claims about names in one passage."""
        aims = [(claim, passage.aim(claim)) for claim in about_names(claims)]
        hits = [claim for claim, aim in aims if aim is Aim.SLIP]
        false = sum(aim is Aim.NOTHING for _, aim in aims)
        self.natural += sum(aim is Aim.NATURAL for _, aim in aims)
        self.false += false
        self.documents[passage.sort] += 1
        self.with_false_alarm[passage.sort] += bool(false)
        for slip in passage.slips:
            self.slips[slip.kind] += 1
            self.found[slip.kind] += bool(hits)
        if passage.slips:
            offers = [claim.suggestion for claim in hits if claim.suggestion is not None]
            self.offered += len(offers)
            self.right += sum(offer == passage.slips[0].right for offer in offers)

    @property
    def scores(self) -> tuple[float | None, float | None, float | None]:
        """Precision, precision with the natural inconsistencies counted as right, recall."""
        found, right = self.found.total(), self.found.total() + self.natural
        return _share(found, found + self.false), _share(right, right + self.false), _share(found, self.slips.total())


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def count(passages: Sequence[Passage], claims: Sequence[Collection[Claim]]) -> PlantedCount:
    """What one tool did on the passages, its claims in their order."""
    counted = PlantedCount()
    for passage, about in zip(passages, claims, strict=True):
        counted.add(passage, about)
    return counted


def verdict_on(expected: Expected, claims: Collection[Claim]) -> str:
    """What a tool says about some spellings, as a hard case puts it: the worst of its claims, or none."""
    said = [
        claim.severity
        for claim in about_names(claims)
        if claim.matched in expected.forms or expected.forms & set(claim.forms)
    ]
    return _VERDICTS[max(said, key=_SEVERITIES.index)] if said else "none"


def hard_right(cases: Sequence[HardCase], claims: Sequence[Collection[Claim]]) -> tuple[int, int]:
    """How many expectations of the hard cases are met, and how many there are."""
    met = [
        verdict_on(expected, about) == expected.verdict
        for case, about in zip(cases, claims, strict=True)
        for expected in case.expected
    ]
    return sum(met), len(met)


def planted_tables(counts: dict[str, PlantedCount], hard: dict[str, tuple[int, int]]) -> list[Table]:
    """One row for each tool: the scores, and recall by kind of slip."""
    scores = Table("names: planted slips", (
        "tool", "P", "P natural", "recall", "found", "false alarms", "natural", "repairs", "right", "right/repairs",
        *(f"false in {sort}" for sort in SORTS), "hard cases right"), digits=3)  # fmt: skip
    kinds = sorted(set().union(*(counted.slips for counted in counts.values())))
    recall = Table("names: planted slips found, by kind", ("tool", *kinds))
    for tool, each in counts.items():
        met, asked = hard[tool]
        scores.add(tool, *each.scores, each.found.total(), each.false, each.natural, each.offered, each.right,
                   _share(each.right, each.offered), *(each.with_false_alarm[sort] for sort in SORTS),
                   f"{met} of {asked}")  # fmt: skip
        recall.add(tool, *(f"{each.found[kind]}/{each.slips[kind]}" for kind in kinds))
    one = next(iter(counts.values()))
    sizes = ", ".join(f"{sort} {one.documents[sort]}" for sort in SORTS)
    scores.notes.append(
        f"passages: {sizes}; false in ...: passages with a false alarm; renamed: people with like names"
    )
    scores.notes.append(
        "P natural: inconsistencies that the passages had before, counted as right; repairs: claims that"
    )
    scores.notes.append(
        "hit the slip and offer one; P counts slips found, and claims that hit nothing: the checker's, one"
    )
    scores.notes.append("for each mention; edit distance's, one for each spelling")
    return [scores, recall]
