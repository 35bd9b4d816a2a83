"""Phrases and sentences of another language in English text.

Where several words close together are unknown to English or frequent in another language, the words around them are
read as a text of their own: when they are not English as a whole, they are a run.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.checks.untranslated._foreign import NAMES, PARTICLES, ForeignWords, foreign_languages_of, is_doubtful, is_lawful
from qa.core.span import Span
from qa.text.language import guess_language
from qa.text.lexicon import Lexicon, foreign_stopwords, language_words

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_BREAK = re.compile(r"[.!?…\n()\[\]\"“”«»„|;‐‑-]|—")
_GAP = 4
_FEWEST_SEEDS = 2
_FEWEST, _MANY = 3, 4
_SHARE, _MOST = 0.25, 0.6
_MOST_OF_SENTENCE = 0.5
_SPEECH = 8
_ENDS = frozenset(".!?…")
# Languages whose phrases English quotes and whose names it uses most.
_BORROWED_FROM = frozenset({"de", "fr", "it", "es", "pt"})
_NONE: frozenset[str] = frozenset()


class Run(NamedTuple):
    """A run of foreign words: its place, the language's name, and whether it is a whole sentence or doubtful."""

    span: Span
    language: str
    is_sentence: bool
    is_doubtful: bool


@cache
def _telling() -> frozenset[str]:
    """Frequent words of other languages that English has neither as words nor in names."""
    english = Lexicon.for_language("en")
    sure = frozenset().union(*foreign_stopwords().values())
    return sure | {word for word in _possible() - PARTICLES if len(word) > 1 and not english.is_dictionary_word(word)}


@cache
def _possible() -> frozenset[str]:
    """Frequent words of other languages, those that English has too among them."""
    return frozenset().union(*language_words().values())


def find_runs(text: Analysis) -> list[Run]:
    """Phrases of three words and more and sentences in another language, in order."""
    words, unknown = text.words, frozenset(text.uncounted)
    # Names are never small: most unknown words drop out.
    small = ((words.vocabulary & _telling()) | unknown).intersection(words.texts)
    if len(small) < _FEWEST_SEEDS:
        return []
    seeds = sorted(ordinal for word in small for ordinal in words.places(word) if words.texts[ordinal].islower())
    source = (text.segment.source_lang or "").split("-")[0].lower()
    runs = (_run(text, cluster, unknown, source) for cluster in _clusters(text, seeds))
    return [run for run in runs if run is not None]


def _clusters(text: Analysis, seeds: list[int]) -> Iterator[list[int]]:
    """Seeds that stand close together in one sentence, at least two."""
    words = text.words
    current: list[int] = []
    for ordinal in seeds:
        last = current[-1] if current else ordinal
        if ordinal - last > _GAP or (current and _BREAK.search(text.text, words.ends[last], words.starts[ordinal])):
            if len(current) >= _FEWEST_SEEDS:
                yield current
            current = []
        current.append(ordinal)
    if len(current) >= _FEWEST_SEEDS:
        yield current


def _run(text: Analysis, seeds: list[int], unknown: frozenset[str], source: str) -> Run | None:
    """The run around some seeds, if the words there are in another language as a whole."""
    words = text.words
    first, last = _widened(text, seeds[0], seeds[-1], unknown)
    language = _language(text, first, last)
    if not language or language == "en" or (source and language != source):
        return None
    own = language_words().get(language, _NONE)
    first, last = _trimmed(text, first, last, own, frozenset(seeds))
    last = _with_noun(text, last) if language == "de" else last
    inside = [ordinal for ordinal in seeds if first <= ordinal <= last]
    length = last - first + 1
    english = text.lexicon.function_words() - own
    is_mixed = any(words.lower[ordinal] in english for ordinal in range(first, last + 1))
    strange = sum(words.lower[ordinal] in own or words.lower[ordinal] in unknown for ordinal in range(first, last + 1))
    if length < _FEWEST or len(inside) < _SHARE * length or strange < _MOST * length or is_mixed:
        return None
    found = ForeignWords(first, last, len(inside), frozenset({language}))
    if is_lawful(text, found) and not _is_speech(text, found.span(text), length):
        return None
    whole = _sentence(text, first, last, english)
    span = (found._replace(first=whole[0], last=whole[1]) if whole else found).span(text)
    different = {words.lower[ordinal] for ordinal in inside}
    telling = sum(word in own or not word.isascii() or bool(foreign_languages_of(word)) for word in different)
    is_spelt = language not in _BORROWED_FROM and not all(map(str.isascii, different))
    is_sure = telling >= (_FEWEST if is_spelt else _MANY) or (
        telling >= _FEWEST_SEEDS and (whole is not None or not is_doubtful(text, found))
    )
    name = NAMES.get("nb" if language == "no" else language, "another language")
    return Run(span, name, whole is not None, not is_sure)


def _sentence(text: Analysis, first: int, last: int, english: frozenset[str]) -> tuple[int, int] | None:
    """The first and last word of the sentence that the words from `first` to `last` make up for the most part."""
    words, sentence = text.words, text.sentence_at(text.words.starts[first])
    if sentence is None:
        return None
    begin, end = bisect_left(words.starts, sentence.span.start), bisect_left(words.starts, sentence.span.end)
    is_most = last - first + 1 >= _MOST_OF_SENTENCE * (end - begin) and last < end
    return (begin, end - 1) if is_most and english.isdisjoint(words.lower[begin:end]) else None


def _language(text: Analysis, first: int, last: int) -> str:
    """The language of the words from `first` to `last`; "" if unknown."""
    words = text.words
    language = guess_language(text.text[words.starts[first] : words.ends[last]]).partition("-")[0]
    if language:
        return language
    votes = Counter(
        language for ordinal in range(first, last + 1) for language in foreign_languages_of(words.lower[ordinal])
    )
    best, count = votes.most_common(1)[0] if votes else ("", 0)
    return best if count >= _FEWEST_SEEDS else ""


def _widened(text: Analysis, first: int, last: int, unknown: frozenset[str]) -> tuple[int, int]:
    """The words from `first` to `last` and those beside them that may belong to the same language."""
    words = text.words

    def belongs(ordinal: int) -> bool:
        return words.lower[ordinal] in _possible() or words.lower[ordinal] in unknown

    while first > 0 and belongs(first - 1) and not _BREAK.search(text.text, words.ends[first - 1], words.starts[first]):
        first -= 1
    end = len(words) - 1
    while last < end and belongs(last + 1) and not _BREAK.search(text.text, words.ends[last], words.starts[last + 1]):
        last += 1
    # "in" and "was" at the edges are English; inside they may be German.
    english = text.lexicon.function_words()
    while first < last and words.texts[first] in english:
        first += 1
    while last > first and words.texts[last] in english:
        last -= 1
    return first, last


def _trimmed(text: Analysis, first: int, last: int, own: frozenset[str], seeds: frozenset[int]) -> tuple[int, int]:
    """The same without words at the edges that English has too and the language has not, names among them."""
    words, english = text.words, text.lexicon.function_words()

    def is_loose(ordinal: int) -> bool:
        word = words.lower[ordinal]
        return ordinal not in seeds and (word not in own or (word in english and words.texts[ordinal].islower()))

    opening = text.sentence_at(words.starts[first])
    while first < last and is_loose(first):
        if opening is not None and words.starts[first] == opening.span.start and words.lower[first] not in english:
            break
        first += 1
    while last > first and is_loose(last):
        last -= 1
    return first, last


def _with_noun(text: Analysis, last: int) -> int:
    """The last word of a German run that goes on with nouns, which have a capital."""
    words = text.words
    while last + 1 < len(words) and text.text[words.ends[last] : words.starts[last + 1]] == " ":
        word = words.texts[last + 1]
        if not word[0].isupper() or text.lexicon.is_dictionary_word(word):
            break
        last += 1
    return last


def _is_speech(text: Analysis, span: Span, length: int) -> bool:
    """Whether a long run in quotation marks is what somebody said rather than a title: it ends like a sentence."""
    if length < _SPEECH:
        return False
    for quoted in text.quotations.quoted:
        if quoted.start <= span.start and span.end <= quoted.end:
            inner = quoted.of(text.text).strip("\"“”«»„‟'‘’ ")
            behind = text.text[quoted.end : quoted.end + 3].lstrip()
            before = text.text[max(0, quoted.start - 2) : quoted.start].strip()
            is_said = inner[-1:] in _ENDS or before[-1:] == ":"
            return is_said and behind[:1] not in {"(", "[", "="}
    return False
