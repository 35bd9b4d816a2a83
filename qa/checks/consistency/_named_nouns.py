"""Generic nouns that belong to a proper name, such as "region" in "Tarsk region" and "king" in "king of Poland"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

BEHIND_NAMES = frozenset(
    "region area district county province territory prefecture oblast okrug river islands island peninsula bridge"
    " airport strip delta canal basin port station stadium port government administration embassy navy army police"
    " parliament party ministry empire kingdom".split()
)
"""Nouns that name a place or a body together with the proper name before them."""
_LABELS = frozenset(
    "plan group line phase category level gate zone type terminal stage route channel unit block section article"
    " chapter scenario platform class grade".split()
)
# A label inside a sentence, behind no capitalised word, which would make it part of a name.
_INSIDE = re.compile(r"(?:^|[^\w'’-])[a-z]+,?[ \u00a0]\Z")
_NUMBER_AFTER = re.compile(r"[ \u00a0](?:(?P<letter>[A-Z])|\d{1,4})(?![\w%]|[.,:/-]\w|[ \u00a0][A-Z])")
_OFFICES = frozenset("president minister premier chancellor governor mayor king queen emperor".split())
_RUN = re.compile(r"(?:(?<![\w'’-])[A-ZÀ-ÞŁŚŠŽČ][\w'’-]*[ \u00a0])+\Z")
# "Andaman and Nicobar Islands" may name a territory, "Nicobar islands" a group of islands.
_PAIR = re.compile(r"[A-Z][\w'’-]*,?[ \u00a0](?:and|&)[ \u00a0]\Z")
_OF_PLACE = re.compile(r"[ \u00a0]of[ \u00a0](?P<place>[A-Z][\w-]+)(?!['’]?[\w-]|[ \u00a0][A-Z])")
_BEFORE_OFFICE = re.compile(
    r"\b[Tt]he[ \u00a0]"
    r"(?:(?:new|current|next|last|first|former|\d+(?:st|nd|rd|th))[ \u00a0])?"
    r"(?P<prime>(?:Prime|prime|Vice|vice)[ \u00a0])?\Z"
)
_LONGEST_RUN = 60


class NamedNoun(NamedTuple):
    """A generic noun with its proper name. key: name and noun, for comparing; span: of the noun or the office."""

    key: tuple[str, str]
    span: Span
    capital: bool


def behind_names(text: Analysis) -> Iterator[NamedNoun]:
    """Nouns right behind a proper name: "the Tarsk Region", "Lenk area"."""
    words, prose = text.words, text.text
    for noun in BEHIND_NAMES & words.index.keys():
        for ordinal in words.index[noun]:
            start = words.starts[ordinal]
            if not ordinal or prose[start - 1] not in " \u00a0" or not prose[start - 2].isalpha():
                continue
            if not words.texts[ordinal - 1][0].isupper() or words.texts[ordinal].isupper():
                continue
            name = _name_before(text, start)
            if name:
                yield NamedNoun((name, noun), words.span(ordinal), prose[start].isupper())


def _name_before(text: Analysis, start: int) -> str:
    """The capitalised words before `start` without function words at their beginning; empty if none is a name."""
    run = _RUN.search(text.text, max(0, start - _LONGEST_RUN), start)
    words = run.group().replace("\u00a0", " ").split() if run else []
    while words and text.lexicon.is_function_word(words[0]):
        del words[0]
    if run and _PAIR.search(text.text, max(0, run.start() - _LONGEST_RUN), run.start()):
        return ""
    return " ".join(words) if any(_is_proper(text, word) for word in words) else ""


def _is_proper(text: Analysis, word: str) -> bool:
    """Whether a capitalised word is a name of its own: always so written, an initialism, or in no list."""
    lexicon = text.lexicon
    if word.isupper():
        return len(word) > 1
    return lexicon.is_always_capitalised(word) or not lexicon.is_word(word)


def offices(text: Analysis) -> Iterator[NamedNoun]:
    """Highest offices with the place they are held in: "the prime minister of Tonga"."""
    words, prose = text.words, text.text
    for office in _OFFICES & words.index.keys():
        for ordinal in words.index[office]:
            place = _OF_PLACE.match(prose, words.ends[ordinal])
            if place is None or not _is_written_large(text, place["place"]):
                continue
            start = words.starts[ordinal]
            before = _BEFORE_OFFICE.search(prose, max(0, start - 32), start)
            if before is None:
                continue
            prime = before["prime"] or ""
            span = Span(start - len(prime), words.ends[ordinal])
            capital = prose[span.start].isupper()
            if capital == prose[start].isupper():
                yield NamedNoun((place["place"], span.of(prose).lower()), span, capital)


def labels(text: Analysis) -> Iterator[NamedNoun]:
    """Nouns before a number or a capital letter: "Plan A", "section 2"."""
    words, prose = text.words, text.text
    for label in _LABELS & words.index.keys():
        for ordinal in words.index[label]:
            number = _NUMBER_AFTER.match(prose, words.ends[ordinal])
            start = words.starts[ordinal]
            if number and _INSIDE.search(prose, max(0, start - 24), start) and not words.texts[ordinal].isupper():
                kind = "letter" if number["letter"] else "number"
                yield NamedNoun((kind, label), words.span(ordinal), prose[start].isupper())


def _is_written_large(text: Analysis, word: str) -> bool:
    """Whether a word mostly has a capital, as names of places do; a word in no list may be one."""
    return (text.lexicon.usual_form(word) or word)[0].isupper()
