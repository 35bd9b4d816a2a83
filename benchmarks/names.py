"""Names in one article: every figure of the checker, and of plain edit distance, on the same texts in one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import names_articles, names_bands, names_planted, names_rival, sets
from benchmarks.checker import Checker, Claim
from benchmarks.tables import Table

BANDED = "strict"
"""Profile of the bands: it shows findings from a confidence of .60."""


@dataclass(frozen=True, slots=True)
class NameSets:
    """All texts about names."""

    passages: list[names_planted.Passage]
    hard: list[names_planted.HardCase]
    articles: list[names_articles.LabelledArticle]
    news: list[sets.AnnotatedText]

    @classmethod
    def load(cls, data: Path) -> NameSets:
        """The sets of a data folder.

        Raises:
            DataError: A file is missing or broken.
        """
        return cls(
            names_planted.load_passages(data),
            names_planted.load_hard(data),
            names_articles.load_articles(data),
            sets.load_news(data),
        )

    @property
    def texts(self) -> list[list[sets.Text]]:
        """The texts of each set."""
        return [[each.text for each in group] for group in (self.passages, self.hard, self.articles, self.news)]


@dataclass(frozen=True, slots=True)
class NameClaims:
    """What one tool says about each set, in the order of its texts."""

    passages: list[list[Claim]]
    hard: list[list[Claim]]
    articles: list[list[Claim]]
    news: list[list[Claim]]


def tables(data: Path, checker: Checker, profiles: Sequence[str]) -> list[Table]:
    """All tables: the checker under each profile, then edit distance; last the bands of confidence.

    Raises:
        DataError: A data file is missing or broken.
        CheckerError: The checker cannot be run.
    """
    known = NameSets.load(data)
    said = {
        profile: NameClaims(*map(replace(checker, profile=profile).check, known.texts))
        for profile in dict.fromkeys((*profiles, BANDED))
    }
    tools = {f"qa, {profile}": said[profile] for profile in profiles}
    tools[names_rival.NAME] = NameClaims(*map(names_rival.claims, known.texts))
    return [*tool_tables(known, tools), bands(known, said[BANDED])]


def tool_tables(known: NameSets, tools: dict[str, NameClaims]) -> list[Table]:
    """Planted slips, labelled pairs and annotated news, a row or more for each tool."""
    planted = {tool: names_planted.count(known.passages, said.passages) for tool, said in tools.items()}
    hard = {tool: names_planted.hard_right(known.hard, said.hard) for tool, said in tools.items()}
    pairs = {tool: names_articles.count_pairs(known.articles, said.articles) for tool, said in tools.items()}
    spots = {tool: names_articles.count_spots(known.news, said.news) for tool, said in tools.items()}
    return [
        *names_planted.planted_tables(planted, hard),
        names_articles.pairs_table(pairs),
        names_articles.spots_table(spots),
    ]


def bands(known: NameSets, said: NameClaims) -> Table:
    """The bands of confidence over planted slips and real articles."""
    return names_bands.bands_table(
        names_bands.judged_passages(known.passages, said.passages),
        names_bands.judged_articles(known.articles, said.articles),
    )
