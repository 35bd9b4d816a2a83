"""How often a finding about a name of two spellings is right, by its confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.checker import Claim
from benchmarks.names_articles import VERDICTS, LabelledArticle
from benchmarks.names_planted import Aim, Passage
from benchmarks.precision import wilson_lower
from benchmarks.tables import Table

CHECK = "inconsistent-name"
BANDS = ((0.60, 0.80), (0.80, 0.90), (0.90, 0.95), (0.95, 1.00))
"""From the first number, below the second; the last band holds 1 too."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with what is known about it. name: the document and the spelling, equal for all mentions."""

    confidence: float
    verdict: str
    name: tuple[str, str]


def judged_passages(passages: Sequence[Passage], claims: Sequence[Collection[Claim]]) -> Iterator[Judged]:
    """Findings in passages with planted slips: right on the slip or on an inconsistency that was there, else wrong."""
    for passage, about in zip(passages, claims, strict=True):
        for claim in about:
            if claim.check == CHECK:
                verdict = "wrong" if passage.aim(claim) is Aim.NOTHING else "right"
                yield Judged(claim.confidence, verdict, (passage.text.id, claim.matched))


def judged_articles(articles: Sequence[LabelledArticle], claims: Sequence[Collection[Claim]]) -> Iterator[Judged]:
    """Findings in real articles by the label of their pair."""
    for article, about in zip(articles, claims, strict=True):
        for claim in about:
            if claim.check == CHECK:
                yield Judged(claim.confidence, article.verdict(claim), (article.text.id, claim.matched))


def band_of(confidence: float) -> tuple[float, float] | None:
    """The band of a confidence; none below the lowest."""
    found = [band for band in BANDS if band[0] <= confidence]
    return found[-1] if found else None


def bands_table(passages: Iterable[Judged], articles: Iterable[Judged]) -> Table:
    """Count and share right of each band, by mention; and by spelling, for one name has many mentions."""
    mentions: defaultdict[tuple[float, float], Counter[str]] = defaultdict(Counter)
    spellings: defaultdict[tuple[float, float], dict[tuple[str, str], str]] = defaultdict(dict)
    for judged in (*passages, *articles):
        band = band_of(judged.confidence)
        if band is not None:
            mentions[band][judged.verdict] += 1
            spellings[band][judged.name] = judged.verdict
    columns = ("confidence", "findings", *VERDICTS, "share right", "spellings", "known", "share right", "at least")
    out = Table(f"names: {CHECK} by confidence, planted slips and real articles together", columns, digits=3)
    for band in BANDS:
        shown = f"{band[0]:.2f} to {band[1]:.2f}"
        once = Counter(spellings[band].values())
        known = once["right"] + once["wrong"]
        least = wilson_lower(once["right"], known) if known else None
        found = mentions[band]
        out.add(shown, found.total(), *(found[verdict] for verdict in VERDICTS), _right(found), once.total(), known,
                _right(once), least)  # fmt: skip
    out.notes.append(
        "profile strict; share right: without unsure and unlabelled ones; spellings: each once a document;"
    )
    out.notes.append(
        "at least: lower end of the Wilson 90% interval of the share of spellings; one article stands in the"
    )
    out.notes.append("set once for each of its translations, so the true interval is wider")
    return out


def _right(verdicts: Counter[str]) -> float | None:
    known = verdicts["right"] + verdicts["wrong"]
    return verdicts["right"] / known if known else None
