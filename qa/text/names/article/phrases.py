"""Names of two words of which one is mistaken for another ordinary word: "Untied Nations" beside "United Nations"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from qa.core.span import Span
from qa.text.names.article.links import Link, Outcome
from qa.text.names.seen import seen
from qa.text.names.slips import SlipKind, slip
from qa.text.names.use import Use
from qa.text.names.uses import Spelling

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_SURE = 0.94
_FEWEST_LETTERS = 4
_LEAST_SEEN = 20
"""Occurrences with a capital in edited prose of the word that is meant."""
_TIMES = 20
"""How many times as often the word that is meant has a capital there as the one that was written."""

Places = dict[tuple[str, str], list[tuple[int, int]]]


def phrase_links(texts: Sequence[Analysis]) -> Iterator[tuple[Link, Spelling, Spelling]]:
    """Links between two-word names that share a word, the other one being one slip from a word that is no name part."""
    places: Places = defaultdict(list)
    for ordinal, text in enumerate(texts):
        for at in _pairs_of_capitals(text):
            places[text.words.texts[at], text.words.texts[at + 1].removesuffix("'s").removesuffix("’s")].append(
                (ordinal, at)
            )
    for shared in (0, 1):
        groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for names in places:
            groups[names[shared]].append(names)
        for group in groups.values():
            for one, two in combinations(group, 2):
                found = _odd_and_main(one, two, 1 - shared, places, texts)
                if found:
                    odd, main = found
                    reason = (
                        f"“{odd[1 - shared]}” is one slip from “{main[1 - shared]}”, which edited English writes there"
                    )
                    link = Link(" ".join(odd), " ".join(main), _SURE, Outcome.ERROR, (reason,))
                    yield link, _spelling(odd, places, texts), _spelling(main, places, texts)


def _pairs_of_capitals(text: Analysis) -> Iterator[int]:
    """Ordinals of capitalised words that another one follows after a blank."""
    words = text.words
    last = -2
    for at in words.capitalised:
        beside = at == last + 1 and text.text[words.ends[last] : words.starts[at]] == " "
        if beside and not (words.texts[last].isupper() or words.texts[at].isupper()):
            yield last
        last = at


def _odd_and_main(
    one: tuple[str, str],
    two: tuple[str, str],
    place: int,
    places: Mapping[tuple[str, str], Sequence[object]],
    texts: Sequence[Analysis],
) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """The wrong and the right one of two names that differ in one word; None where they may both be right."""
    first, second = one[place], two[place]
    if min(len(first), len(second)) < _FEWEST_LETTERS or first.lower() == second.lower():
        return None
    found = slip(first.lower(), second.lower())
    if found is None or found.kind is SlipKind.TWO:
        return None
    odd, main = (one, two) if seen(first) < seen(second) else (two, one)
    lexicon = texts[0].lexicon
    known = lexicon.is_dictionary_word(odd[place]) and lexicon.is_word(main[place])
    clear = seen(main[place]) >= max(_LEAST_SEEN, _TIMES * seen(odd[place]))
    plural = odd[place].removesuffix("s") == main[place].removesuffix("s")
    return (odd, main) if known and clear and not plural and len(places[odd]) <= len(places[main]) else None


def _spelling(names: tuple[str, str], places: Places, texts: Sequence[Analysis]) -> Spelling:
    uses = []
    for ordinal, at in places[names]:
        words = texts[ordinal].words
        end = words.ends[at + 1]
        if words.lower[at + 1].endswith("'s"):
            end -= 2
        uses.append(Use(ordinal, at, Span(words.starts[at], end), 0))
    return Spelling(" ".join(names), uses)
