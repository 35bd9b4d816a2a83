"""Names of two words of which one is mistaken for another ordinary word: "Untied Nations" beside "United Nations"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from qa.core.span import Span
from qa.text.names.article.links import Link, Outcome
from qa.text.names.seen import seen
from qa.text.names.slips import SlipKind, slip
from qa.text.names.use import Use
from qa.text.names.uses import Spelling

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

_SURE = 0.94
_FEWEST_LETTERS = 4
_LEAST_SEEN = 20
"""Occurrences with a capital in edited prose of the word that is meant."""
_TIMES = 20
"""How many times as often the word that is meant has a capital there as the one that was written."""

Names = tuple[str, str]
Places = dict[Names, list[tuple[int, int]]]


def phrase_links(texts: Sequence[Analysis]) -> Iterator[tuple[Link, Spelling, Spelling]]:
    """Links between two-word names that share a word, the other one being one slip from a word that is no name part."""
    if not texts:
        return
    places: Places = defaultdict(list)
    for ordinal, text in enumerate(texts):
        for at in _pairs_of_capitals(text):
            second = text.words.texts[at + 1].removesuffix("'s").removesuffix("’s")
            places[text.words.texts[at], second].append((ordinal, at))
    told: set[tuple[int, int]] = set()
    for shared in (0, 1):
        for odd, main in _slips(places, shared, texts[0].lexicon):
            words = {(ordinal, at + 1 - shared) for ordinal, at in places[odd]}
            if told.isdisjoint(words):
                told |= words
                wrong, right = odd[1 - shared], main[1 - shared]
                reason = f"“{wrong}” is one slip from “{right}”, which edited English writes there"
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


def _slips(places: Places, shared: int, lexicon: Lexicon) -> Iterator[tuple[Names, Names]]:
    """The wrong and the right name of each two that share the word at `shared`, which is no function word."""
    groups: defaultdict[str, list[Names]] = defaultdict(list)
    for names in places:
        if not lexicon.is_function_word(names[shared]) and len(names[1 - shared]) >= _FEWEST_LETTERS:
            groups[names[shared]].append(names)
    for group in groups.values():
        if len(group) > 1:
            counts = {names: seen(names[1 - shared]) for names in group}
            mains = [names for names in group if counts[names] >= _LEAST_SEEN]
            odds = [names for names in group if lexicon.is_dictionary_word(names[1 - shared])]
            for odd, main in product(odds, mains):
                clear = counts[main] >= _TIMES * counts[odd] and len(places[odd]) <= len(places[main])
                if clear and _is_one_slip(odd[1 - shared].lower(), main[1 - shared].lower()):
                    yield odd, main


def _is_one_slip(odd: str, main: str) -> bool:
    found = slip(odd, main)
    return found is not None and found.kind is not SlipKind.TWO and odd.removesuffix("s") != main.removesuffix("s")


def _spelling(names: tuple[str, str], places: Places, texts: Sequence[Analysis]) -> Spelling:
    uses = []
    for ordinal, at in places[names]:
        words = texts[ordinal].words
        end = words.ends[at + 1]
        if words.lower[at + 1].endswith("'s"):
            end -= 2
        uses.append(Use(ordinal, at, Span(words.starts[at], end), 0))
    return Spelling(" ".join(names), uses)
