"""Spellings that differ in accents, hyphens or apostrophes only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from qa.text.names.article.links import Link, Outcome
from qa.text.names.statistics import pair_statistics

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.uses import Spelling

_SURE = 0.93
_TIE = 0.9
_FEWEST_LETTERS = 4


def accent_links(spellings: Mapping[str, Spelling], texts: Sequence[Analysis]) -> Iterator[Link]:
    """Links between spellings with the same bare letters; differences of capitals are another matter.

    Spellings beside words of another language are left alone ("in Łódź, Polish for boat, in Lodz"), and so are two that
    stand once each in one sentence ("André met Andre").
    """
    groups: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings.values():
        groups[spelling.key].append(spelling)
    for key, group in groups.items():
        if len(group) > 1 and len(key) >= _FEWEST_LETTERS:
            for one, two in combinations(group, 2):
                if texts[0].lexicon.is_dictionary_word(key):
                    continue  # "Opéra" beside "Opera" is French
                if _plain(one.written) != _plain(two.written) and not _is_explained(one, two, texts):
                    odd, main = sorted((one, two), key=lambda spelling: (spelling.count, -spelling.uses[0].word))
                    sure = _SURE if main.count > odd.count else _TIE
                    reason = "the same letters but for accents, hyphens or apostrophes"
                    yield Link(odd.written, main.written, sure, Outcome.STYLE, (reason,))


def _plain(written: str) -> str:
    """A spelling without differences of capitals and of the kinds of hyphen and apostrophe."""
    return written.lower().replace("’", "'").replace("ʼ", "'").replace("‑", "-")


def _is_explained(one: Spelling, two: Spelling, texts: Sequence[Analysis]) -> bool:
    foreign = any(2 * sum(use.foreign for use in spelling.uses) > spelling.count for spelling in (one, two))
    behind = [{use.after for use in spelling.uses} - {""} for spelling in (one, two)]
    before = [{use.before for use in spelling.uses} - {""} for spelling in (one, two)]
    other_people = any(all(names) and names[0].isdisjoint(names[1]) for names in (behind, before))
    other_people = other_people or bool((before[0] and behind[1]) or (before[1] and behind[0]))
    beside = pair_statistics(one, two, texts)
    met = beside.same_sentence and one.count == two.count == 1
    return bool(foreign or other_people or met or beside.glossed or beside.listed)
