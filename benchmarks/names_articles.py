"""Names in real articles whose pairs of spellings were labelled by hand, and spots of annotated news about names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from benchmarks.checker import Claim
from benchmarks.matching import near_spot, spot_found
from benchmarks.names_planted import about_names
from benchmarks.sets import AnnotatedText, DataError, Spot, Text, read_records
from benchmarks.tables import Table

LABELS = {"1": "right", "0": "wrong", "u": "unsure"}
UNLABELLED = "unlabelled"
VERDICTS = (*LABELS.values(), UNLABELLED)
CATEGORIES = ("name-inconsistency", "casing")

Pair = tuple[str, str]
"""Two spellings in the order of their code points."""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with the labels of its pairs: right (one name), wrong (two names or legitimate forms), unsure.

    human: whether people translated it.
    """

    text: Text
    human: bool
    labels: Mapping[Pair, str]

    def verdict(self, claim: Claim) -> str:
        """The best label of the claim's own spelling with another one; of all its pairs where it is none of them."""
        own = [pair for pair in pairs_of(claim) if claim.matched in pair] or pairs_of(claim)
        return min((self.labels.get(pair, UNLABELLED) for pair in own), key=VERDICTS.index, default=UNLABELLED)


def pair(one: str, other: str) -> Pair:
    """Two spellings as a pair."""
    return (one, other) if one <= other else (other, one)


def pairs_of(claim: Claim) -> list[Pair]:
    """Every two spellings that a claim compares."""
    return list(combinations(sorted(set(claim.forms)), 2))


def load_articles(data: Path) -> list[LabelledArticle]:
    """The labelled articles of the data folder, paragraphs joined by a blank line.

    Raises:
        DataError: There are none, or a file is broken.
    """
    paths = sorted((data / "mqm").glob("names_*.jsonl.gz"))
    if not paths:
        raise DataError(f"{data / 'mqm'}: no names_*.jsonl.gz")
    return [
        LabelledArticle(
            Text("names-articles", f"{row['doc']}|{row['sys']}", "\n\n".join(row["tgt"])),
            bool(row["human"]),
            {pair(one, other): LABELS[label] for one, other, label in row["pairs"]},
        )
        for path in paths
        for row in read_records(path)
    ]


@dataclass(slots=True)
class PairCount:
    """Pairs of spellings that one tool told in the articles of one kind, each once an article."""

    told: Counter[str] = field(default_factory=Counter)
    missed: int = 0

    def add(self, article: LabelledArticle, claims: Collection[Claim]) -> None:
        """Counts the pairs of one article."""
        told = {each for claim in claims for each in pairs_of(claim)}
        self.told.update(article.labels.get(each, UNLABELLED) for each in told)
        self.missed += sum(label == "right" and each not in told for each, label in article.labels.items())

    @property
    def scores(self) -> tuple[float | None, float | None]:
        """Precision without the unsure and unlabelled pairs, and recall."""
        right, known, true = (
            self.told["right"],
            self.told["right"] + self.told["wrong"],
            self.told["right"] + self.missed,
        )
        return (right / known if known else None), (right / true if true else None)


def count_pairs(articles: Sequence[LabelledArticle], claims: Sequence[Collection[Claim]]) -> dict[str, PairCount]:
    """The pairs one tool told, in articles made by machine and by people."""
    counts = {"machine": PairCount(), "human": PairCount()}
    for article, about in zip(articles, claims, strict=True):
        counts["human" if article.human else "machine"].add(article, about)
    return counts


def pairs_table(counts: Mapping[str, Mapping[str, PairCount]]) -> Table:
    """A row for each tool and maker."""
    columns = ("tool", "made by", *VERDICTS, "missed", "P", "recall")
    out = Table("names: labelled pairs of spellings in real articles", columns, digits=3)
    for tool, makers in counts.items():
        for maker, each in makers.items():
            out.add(tool, maker, *(each.told[verdict] for verdict in VERDICTS), each.missed, *each.scores)
    out.notes.append(
        "a pair counts once an article; P leaves out unsure pairs and unlabelled ones, which lay outside of"
    )
    out.notes.append("the pool that was labelled and have to be looked at")
    return out


def found_by_either_form(spot: Spot, claims: Collection[Claim]) -> bool:
    """Whether a claim stands on the spot, or one about names stands on the other spelling and leads to it."""
    return spot_found(spot, claims) or any(
        near_spot(place, spot) for claim in about_names(claims) for place in claim.places
    )


def count_spots(
    articles: Sequence[AnnotatedText], claims: Sequence[Collection[Claim]]
) -> dict[str, tuple[int, int, int]]:
    """Of the sure spots of each category: found by a claim on them, found by a claim on either form, all."""
    counts: Counter[tuple[str, str]] = Counter()
    for article, about in zip(articles, claims, strict=True):
        for spot in article.spots:
            if spot.sure and spot.category in CATEGORIES:
                counts[spot.category, "on"] += spot_found(spot, about)
                counts[spot.category, "either"] += found_by_either_form(spot, about)
                counts[spot.category, "all"] += 1
    return {name: (counts[name, "on"], counts[name, "either"], counts[name, "all"]) for name in CATEGORIES}


def spots_table(counts: Mapping[str, Mapping[str, tuple[int, int, int]]]) -> Table:
    """A row for each tool and category."""
    columns = ("tool", "category", "on the spot", "either form", "of", "recall")
    out = Table("names: sure spots found in annotated news", columns)
    for tool, categories in counts.items():
        for category, (on, either, total) in categories.items():
            out.add(tool, category, on, either, total, either / total if total else None)
    out.notes.append(
        "findings of all checks count; either form: a finding about a name may stand on its other spelling"
    )
    return out
