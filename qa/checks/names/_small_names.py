"""Names of places, persons and bodies that a text writes small although they are no ordinary words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.checks.names._place_words import COMMON_NOUNS, is_in_compound
from qa.core.span import Span
from qa.text.lexicon import foreign_languages
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.gazetteer import Place
    from qa.text.scan import Words

_LEAST_PEOPLE = 300_000
"""People of a city whose name in small letters is taken for a slip where English prose knows it with a capital."""
_METROPOLIS = 1_500_000
"""People of a city of which that is so even if the counted prose does not know it."""
_FEWEST_LETTERS = 4
_FEWEST_CAPITALS = 2
_PROPER = 0.99
"""Share of capitals from which a word that also stands in dictionaries (japan, a lacquer) is mostly a name."""
_MOSTLY_CAPITAL = 0.95
_SHORT_QUOTATION = 3
"""Words up to which a quotation may be a word spoken about rather than speech."""
_SPOKEN_ABOUT = frozenset("word words term terms name called named means meaning surname noun verb".split())
# Parts of addresses, tags and code ("#english", "english.txt", "de_german").
_CODE = frozenset("#@/\\_.=<>&-‐‑–+~`")
_BLANKS = frozenset({" ", "\u00a0", "\n"})


class SmallName(NamedTuple):
    """A name written small. right: as it should be. why: the reason, in words."""

    text: Analysis
    span: Span
    right: str
    why: str


class _Uses(NamedTuple):
    """Where a word stands in an article: places with a small letter, and written forms with a capital in sentences."""

    small: list[tuple[Analysis, int]]
    capital: list[str]


def small_names(texts: Sequence[Analysis]) -> Iterator[SmallName]:
    """Names written small in an article, each with what shows that it is one.

    A name is shown to be one by the gazetteer (country, capital, city of 300,000 people or more), or by two or more
    places inside sentences of this article where it has a capital, which must be more than it has in small letters.
    """
    for word in sorted(set().union(*(_candidates(text) for text in texts))):
        if len(word) < _FEWEST_LETTERS or not word.isalpha() or foreign_languages(word, shared=True):
            continue
        uses = _uses(word, texts)
        if not uses.small:
            continue
        found = _reason(word, uses, texts[0])
        if found is not None:
            right, why = found
            for text, ordinal in uses.small:
                if _is_prose(text, ordinal):
                    yield SmallName(text, text.words.span(ordinal), right, why)


def _candidates(text: Analysis) -> frozenset[str]:
    """Words that stand in small letters and that English prose does not write so, as far as it is known."""
    named = text.words.vocabulary & text.lexicon.seldom_small()
    return named.union(text.uncounted).intersection(text.words.texts)


def _uses(word: str, texts: Sequence[Analysis]) -> _Uses:
    small: list[tuple[Analysis, int]] = []
    capital: list[str] = []
    for text in texts:
        for key in (word, f"{word}'s"):
            for ordinal in text.words.index.get(key, ()):
                written = text.words.texts[ordinal]
                if written == word:
                    small.append((text, ordinal))
                elif written[0].isupper() and not written.isupper() and _stands_free(text, ordinal):
                    capital.append(written[: len(word)])
    return _Uses(small, capital)


def _reason(word: str, uses: _Uses, text: Analysis) -> tuple[str, str] | None:
    """The right form of a word and why it is a name; None where it may be an ordinary word."""
    share = text.lexicon.capital_share(word)
    has_capital = bool(uses.capital)
    if word in COMMON_NOUNS or (share is not None and share < _MOSTLY_CAPITAL):
        return None
    if text.lexicon.is_dictionary_word(word) and (share is None or share < _PROPER or not has_capital):
        return None
    place = _well_known(word, is_usual=has_capital or share is not None)
    if place is not None:
        people = f" of {place.population:,} people" if place.population else ""
        return place.name, f"{place.name} is a {place.kind}{people}"
    times = len(uses.capital)
    if word.isascii() and times >= _FEWEST_CAPITALS and times > len(uses.small) and gazetteer().knows(fold(word)):
        right = max(sorted(set(uses.capital)), key=uses.capital.count)
        return right, f"{right} stands {times} times with a capital"
    return None


def _well_known(word: str, *, is_usual: bool) -> Place | None:
    """The country, capital or big city that everybody takes the word for, if any.

    is_usual: whether this article or English prose at large has the word with a capital.
    """
    for place in gazetteer().english_places(fold(word)):
        least = _LEAST_PEOPLE if is_usual else _METROPOLIS
        known = place.kind in ("country", "capital") or (place.kind == "city" and place.population >= least)
        if known and place.name.lower() == word:
            return place
    return None


def _stands_free(text: Analysis, ordinal: int) -> bool:
    """Whether a capitalised word stands inside a sentence and in no longer name: only then does its capital tell."""
    words = text.words
    before = _neighbour(words, text.text, ordinal, -1)
    after = _neighbour(words, text.text, ordinal, 1)
    return before is not None and words.texts[before].islower() and (after is None or words.texts[after].islower())


def _is_prose(text: Analysis, ordinal: int) -> bool:
    """Whether a small word stands in an English sentence that uses capitals, not in code or another language."""
    span = text.words.span(ordinal)
    if is_code(text.text, text.words, ordinal) or text.is_protected(span) or not has_capital_start(text, span.start):
        return False
    quotation = text.quotations.around(span.start)
    if quotation is not None and len(quotation.of(text.text).split()) <= _SHORT_QUOTATION:
        return False
    lower = text.words.lower
    if ordinal and lower[ordinal - 1] in _SPOKEN_ABOUT:
        return False
    after = _neighbour(text.words, text.text, ordinal, 1)
    if is_in_compound(lower[max(0, ordinal - 2) : ordinal], lower[ordinal], "" if after is None else lower[after]):
        return False
    beside = [_neighbour(text.words, text.text, ordinal, step) for step in (-1, 1)]
    return all(at is None or _is_english(text, text.words.texts[at]) for at in beside)


def _is_english(text: Analysis, word: str) -> bool:
    """Whether a neighbour speaks for English prose: a word that English knows and no other language claims."""
    if word[0].isupper():
        return text.lexicon.is_function_word(word) or text.lexicon.is_dictionary_word(word)
    return word[0].isdigit() or (text.lexicon.is_word(word) and not foreign_languages(word))


def _neighbour(words: Words, prose: str, ordinal: int, step: int) -> int | None:
    """The word before or behind, where only a blank divides them."""
    other = ordinal + step
    if not 0 <= other < len(words):
        return None
    left, right = min(ordinal, other), max(ordinal, other)
    return other if prose[words.ends[left] : words.starts[right]] in _BLANKS else None


def is_code(prose: str, words: Words, ordinal: int) -> bool:
    """Whether a sign of addresses or code touches the word; a full stop does where no blank follows."""
    start, end = words.starts[ordinal], words.ends[ordinal]
    before, after = prose[start - 1 : start], prose[end : end + 2]
    return before in _CODE or (after[:1] in _CODE and after[1:].isalnum())


def has_capital_start(text: Analysis, offset: int) -> bool:
    """Whether the sentence at `offset` begins with a capital or a figure."""
    sentence = text.sentence_at(offset)
    if sentence is None:
        return False
    first = next((character for character in sentence.span.of(text.text) if character.isalnum()), "")
    return not first.islower()
