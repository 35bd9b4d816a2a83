"""What is kept of the spellings of one document or of an archive: sums only, so that parts merge in any order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa.text.analysis import Analysis
    from qa.text.names.uses import Spelling

_NEAR = 80
"""Code points between two spellings of which one may explain the other."""
_LIST = re.compile(r"(?:'s|’s)?(?: (?:and|or|nor|to|from|&|vs\.?|versus|over|with|against) (?:the )?|, (?:the )?|–|/)")
_GLOSS = re.compile(
    r"^\W{0,3}(?:[(\[/=]|or\b)|[(\[/=]\W{0,2}\Z"
    r"|\b(?:alias|aka|formerly|originally|pronounced|spel(?:led|t)|born|née|meaning|literally|i\.e\.)\s"
    r"|\b(?:also|sometimes|now|then|once|later|today|variously|better) (?:called|named|known|written|spel)"
    r"|\b(?:called|named|known as)\s"
)
_SPOKEN_OF = re.compile(r"\b(?:spel(?:led|t|lings?)|pronounced|pronunciations?|variants?|misspel\w+|transliterat\w+)\b")


@dataclass(slots=True)
class SpellingStatistics:
    """How one spelling is used.

    written: the spelling. key: its bare letters (`qa.text.names.uses.name_key`). documents, mentions: how many
    documents have it, how often it stands in them. proven: mentions whose capital is not owed to their place. before,
    after: the folded name words beside it in the same name, the nearest and the outermost, with the number of mentions.
    titles: ranks and roles in front of it. left, right: content words beside it, in small letters. particles: small
    words joined to it in front ("von der"). foreign, strange: mentions beside a word of another
    language, or beside an unknown one. governed: mentions behind a preposition.
    """

    written: str
    key: str
    documents: int = 0
    mentions: int = 0
    proven: int = 0
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    particles: Counter[str] = field(default_factory=Counter)
    foreign: int = 0
    strange: int = 0
    governed: int = 0

    def add(self, other: SpellingStatistics) -> None:
        """Take in what another part has seen of the same spelling."""
        self.documents += other.documents
        self.mentions += other.mentions
        self.proven += other.proven
        self.before += other.before
        self.after += other.after
        self.titles += other.titles
        self.left += other.left
        self.right += other.right
        self.particles += other.particles
        self.foreign += other.foreign
        self.strange += other.strange
        self.governed += other.governed


@dataclass(frozen=True, slots=True)
class PairStatistics:
    """How two spellings stand to each other.

    documents: how many have both. same_sentence: how many times a sentence has both. adjacent: how many times they
    stand in one name ("Hansen Hanson"). listed: how many times they stand side by side in a list ("Hansen and Hanson").
    glossed: how many times one explains the other ("Kioto, formerly Kyoto").
    """

    documents: int = 0
    same_sentence: int = 0
    adjacent: int = 0
    listed: int = 0
    glossed: int = 0

    def __add__(self, other: PairStatistics) -> PairStatistics:
        """What two parts have seen together."""
        return PairStatistics(
            self.documents + other.documents,
            self.same_sentence + other.same_sentence,
            self.adjacent + other.adjacent,
            self.listed + other.listed,
            self.glossed + other.glossed,
        )


def statistics_of(spellings: Mapping[str, Spelling]) -> dict[str, SpellingStatistics]:
    """The statistics of one document, by spelling."""
    return {written: statistics_of_spelling(spelling) for written, spelling in spellings.items()}


def statistics_of_spelling(spelling: Spelling) -> SpellingStatistics:
    """The statistics of one spelling in one document."""
    uses = spelling.uses
    return SpellingStatistics(
        spelling.written,
        spelling.key,
        documents=1,
        mentions=len(uses),
        proven=sum(use.proven for use in uses),
        before=Counter(name for use in uses for name in (use.before, use.first) if name),
        after=Counter(name for use in uses for name in (use.after, use.last) if name),
        titles=Counter(use.title for use in uses if use.title),
        left=Counter(use.left for use in uses if use.left),
        right=Counter(use.right for use in uses if use.right),
        particles=Counter(use.particle for use in uses if use.particle),
        foreign=sum(use.foreign for use in uses),
        strange=sum(use.strange for use in uses),
        governed=sum(use.governed for use in uses),
    )


def pair_statistics(one: Spelling, two: Spelling, texts: Sequence[Analysis]) -> PairStatistics:
    """How two spellings of one document stand to each other."""
    sentences = {use.sentence for use in one.uses}
    adjacent = sum(two.key in (use.before, use.after) for use in one.uses)
    together = len(sentences.intersection(use.sentence for use in two.uses))
    listed, glossed = _side_by_side(one, two, texts) if together else (0, 0)
    return PairStatistics(1, together, adjacent, listed, glossed)


def _side_by_side(one: Spelling, two: Spelling, texts: Sequence[Analysis]) -> tuple[int, int]:
    """How many times two spellings are members of a list, and how many times one explains the other.

    What lies between two near places tells it: "and" or a comma, or words such as "formerly", brackets or a slash.
    """
    listed = glosses = 0
    places = sorted(
        [(use.text, use.span, True) for use in one.uses] + [(use.text, use.span, False) for use in two.uses]
    )
    for (text, first, is_one), (next_text, second, is_next_one) in pairwise(places):
        if text == next_text and is_one != is_next_one and 0 <= second.start - first.end <= _NEAR:
            prose = texts[text].text
            between = prose[first.end : second.start]
            before = prose[max(0, first.start - _NEAR // 2) : first.start]
            listed += bool(_LIST.fullmatch(between))
            glosses += bool(_GLOSS.search(between) or _SPOKEN_OF.search(before))
    return listed, glosses
