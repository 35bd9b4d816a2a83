"""Words of other languages in Latin script, found in English text: one search shared by two checks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.text.lexicon import foreign_languages

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

NAMES = MappingProxyType(
    {
        "cs": "Czech",
        "da": "Danish",
        "de": "German",
        "es": "Spanish",
        "fi": "Finnish",
        "fr": "French",
        "hr": "Croatian",
        "hu": "Hungarian",
        "it": "Italian",
        "nb": "Norwegian",
        "nl": "Dutch",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "sv": "Swedish",
        "tr": "Turkish",
    }
)
_WIDEST_GAP = 3
_BREAK = re.compile(r"[.!?:;\n()\[\]\"“”«»|]")
# Neighbours that make a word part of something else: compounds, addresses, markup, words with invisible breaks.
_JOINED_AFTER = frozenset("-‐‑/@_&'’\\<>{}[]\u00ad\u200b\u200c\u200d\u2060\ufeff")
_JOINED_BEFORE = _JOINED_AFTER | frozenset("–.#¿¡")
_CUE = re.compile(
    r"(?:\b(?:called|named|termed|dubbed|titled|entitled|words?|terms?|phrases?|known as|referred to as|nicknamed"
    r"|such as|lit|so-called|i\.e|e\.g|ancient|Latin|French|German|Italian|Spanish|Portuguese|Polish|Czech|Dutch"
    r"|Swedish|Danish|Norwegian|Finnish|Hungarian|Romanian|Turkish|Croatian|Old|Middle|Modern)[.,:]?\s*|, or "
    r"|[=(\[/+*]\s*)\Z"
)
_GLOSS = re.compile(r"\s?[(\[=/]|,? (?:or|means?|meaning|is a|is the|literally|i\.e)\b|,? [\"“‘']")
_AROUND = 24
_QUOTES = frozenset("\"“”„«»‘'")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]*)\Z")
_WIDEST_BRACKET = 120
_SPANISH_SENTENCE = re.compile(r"[¿¡][^?!]*\Z")
_SHORT_QUOTE = 8
_SHORT_WORD = 5
_LARGE = frozenset({"de", "fr", "es", "it", "pt", "pl", "cs"})
_MOSTLY = 0.5
_MOSTLY_KNOWN = 0.7
# Articles and prepositions that say nothing by themselves, as English has the same words or abbreviations.
_SMALL = {
    "de": frozenset("die der das den dem ein eine im zu".split()),
    "fr": frozenset("le la les un une des du de en au aux se".split()),
    "es": frozenset("el la los las un una dos en de del se su con por lo al".split()),
    "it": frozenset("il lo la gli le un una di da con si".split()),
    "pt": frozenset("os um uma de da dos das em na se".split()),
    "pl": frozenset("na po".split()),
    "cs": frozenset("na se".split()),
    "nl": frozenset("de het een van".split()),
}
_FEWEST_SURE = 3
_PARTICLES_OF = frozenset("de des du da di del della d'".split())
_PARTICLES = frozenset("la le les el il lo los las de del della der das du des di da do dos van von zu y et al".split())


class ForeignWords(NamedTuple):
    """A stretch of foreign words.

    first, last: ordinals of its first and last word. sure: how many of its words are certainly foreign. languages:
    codes of the languages that have all of those.
    """

    first: int
    last: int
    sure: int
    languages: frozenset[str]

    def span(self, text: Analysis) -> Span:
        """The characters from the first word to the last."""
        return Span(text.words.starts[self.first], text.words.ends[self.last])

    @property
    def length(self) -> int:
        """Number of words."""
        return self.last - self.first + 1


@cache
def foreign_words() -> Mapping[str, frozenset[str]]:
    """Lower-case words frequent in other languages and unknown to English, with the languages that have them."""
    table = (resources.files("qa.checks.untranslated") / "data" / "foreign_words.txt").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in table.splitlines():
        languages, _, words = line.partition(": ")
        found.update(dict.fromkeys(words.split(), frozenset(languages.split(","))))
    return MappingProxyType(found)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(foreign_words())


def find_foreign_words(text: Analysis) -> list[ForeignWords]:
    """Stretches of foreign words in an English text, in order, without those that are quoted, glossed or a code.

    Where the text is known to be translated from another language, only words of that language count: no other is left
    over from the source.
    """
    source = (text.segment.source_lang or "").split("-")[0].lower()
    if source and source not in NAMES:
        return []
    words = text.words
    hits = sorted(
        ordinal
        for word in words.vocabulary & _vocabulary()
        for ordinal in words.places(word)
        if words.texts[ordinal].islower()
    )
    stretches = (_widen(text, group) for group in _groups(text, hits))
    return [found for found in stretches if not _is_lawful(text, found) and (not source or source in found.languages)]


def _groups(text: Analysis, hits: list[int]) -> Iterator[ForeignWords]:
    """Hits of one language that stand close together, with nothing English between them."""
    table, words = foreign_words(), text.words
    current: ForeignWords | None = None
    for ordinal in hits:
        languages = table[words.lower[ordinal]]
        if current is not None:
            common = current.languages & languages
            if common and _continues(text, current.last, ordinal):
                current = ForeignWords(current.first, ordinal, current.sure + 1, common)
                continue
            yield current
        current = ForeignWords(ordinal, ordinal, 1, languages)
    if current is not None:
        yield current


def _continues(text: Analysis, left: int, right: int) -> bool:
    """Whether two foreign words belong to one stretch: close together, in one clause, no long English word between."""
    words = text.words
    if right - left > _WIDEST_GAP or _BREAK.search(text.text, words.ends[left], words.starts[right]):
        return False
    between = range(left + 1, right)
    return all(
        len(words.texts[ordinal]) <= 3 or not text.lexicon.is_word(words.texts[ordinal]) or _is_foreign(text, ordinal)
        for ordinal in between
    )


def _is_foreign(text: Analysis, ordinal: int) -> bool:
    return bool(foreign_languages(text.words.lower[ordinal]))


def _widen(text: Analysis, found: ForeignWords) -> ForeignWords:
    """Take in what belongs to a stretch: articles before it ("un", "le", "der"), words behind it unknown to English."""
    words, first, last = text.words, found.first, found.last
    while first > 0 and _adjacent(text, first - 1):
        if _belongs(words.lower[first - 1], found.languages):
            first -= 1
        elif first > 1 and _is_noun_between(text, first - 1, found.languages):
            first -= 2
        else:
            break
    while last + 1 < len(words) and _adjacent(text, last):
        word = words.texts[last + 1]
        if not foreign_languages(words.lower[last + 1]) & found.languages and not _is_unknown(text, word):
            break
        last += 1
    return found._replace(first=first, last=last)


def _is_unknown(text: Analysis, word: str) -> bool:
    return word.islower() and word.isalpha() and len(word) >= _SHORT_WORD and not text.lexicon.is_word(word)


def _is_noun_between(text: Analysis, ordinal: int, languages: frozenset[str]) -> bool:
    """Whether a word unknown to English stands between an article of the same language and a stretch."""
    if text.lexicon.is_word(text.words.texts[ordinal]) or not _adjacent(text, ordinal - 1):
        return False
    return _belongs(text.words.lower[ordinal - 1], languages)


def _belongs(word: str, languages: frozenset[str]) -> bool:
    return bool(foreign_languages(word) & languages) or any(word in _SMALL.get(language, ()) for language in languages)


def _adjacent(text: Analysis, ordinal: int) -> bool:
    """Whether nothing but a blank stands between a word and the next one."""
    return text.text[text.words.ends[ordinal] : text.words.starts[ordinal + 1]] == " "


def _is_lawful(text: Analysis, found: ForeignWords) -> bool:
    """Whether the words are cited, glossed, part of a name or of a code."""
    whole, span = text.text, found.span(text)
    before, after = whole[max(0, span.start - 1) : span.start], whole[span.end : span.end + 1]
    if before in _JOINED_BEFORE or after in _JOINED_AFTER or (before in _QUOTES and after in _QUOTES):
        return True
    if after == "." and whole[span.end + 1 : span.end + 2].isalnum():
        return True
    if _CUE.search(whole, max(0, span.start - _AROUND), span.start) or _GLOSS.match(whole, span.end):
        return True
    if _SPANISH_SENTENCE.search(whole, max(0, span.start - _AROUND), span.start):
        return True
    return _in_short_quotation(text, span) or _in_foreign_bracket(text, span)


def _in_foreign_bracket(text: Analysis, span: Span) -> bool:
    """Whether the words stand in a bracket that holds a title or a gloss: little of what comes before is English."""
    match = _IN_BRACKETS.search(text.text, max(0, span.start - _WIDEST_BRACKET), span.start)
    words = match[1].split() if match else []
    return bool(words) and sum(map(text.lexicon.is_word, words)) < len(words) * _MOSTLY_KNOWN


def _in_short_quotation(text: Analysis, span: Span) -> bool:
    for quoted in text.quotations.quoted:
        if quoted.start <= span.start and span.end <= quoted.end:
            words = quoted.of(text.text).split()
            known = sum(text.lexicon.is_word(word.strip("\"'“”‘’.,!?")) for word in words)
            return len(words) < _SHORT_QUOTE or known < len(words) / 2
    return False


def whole_sentences(text: Analysis, stretches: Sequence[ForeignWords]) -> dict[Span, str]:
    """Sentences that are foreign for the most part, each with its language."""
    by_sentence: dict[Span, list[ForeignWords]] = {}
    for found in stretches:
        sentence = text.sentence_at(text.words.starts[found.first])
        if sentence is not None:
            by_sentence.setdefault(sentence.span, []).append(found)
    whole: dict[Span, str] = {}
    for span, members in by_sentence.items():
        count = Counter(language for found in members for language in found.languages for _ in range(found.sure))
        language, _ = min(count.items(), key=lambda item: (-item[1], item[0]))
        sure = sum(found.sure for found in members if language in found.languages)
        first, last = bisect_left(text.words.starts, span.start), bisect_left(text.words.starts, span.end)
        is_mostly = sure >= _FEWEST_SURE and sure >= _MOSTLY * (last - first)
        is_wholly = members[0].length >= _FEWEST_SURE and members[0].length == last - first
        if is_mostly or is_wholly:
            whole[Span(text.words.starts[first], text.words.ends[last - 1])] = language
    return whole


def is_doubtful(text: Analysis, found: ForeignWords) -> bool:
    """Whether the words may be part of a name or a fixed phrase.

    That is so where a word stands directly beside that has a capital not owed to the start of a sentence, is unknown to
    English itself, or is a foreign article or preposition; and where all words are so short that they may be anything.
    """
    words = text.words
    neighbours = []
    if found.first > 0 and _adjacent(text, found.first - 1):
        neighbours.append(words.texts[found.first - 1])
    if found.last + 1 < len(words) and _adjacent(text, found.last):
        neighbours.append(words.texts[found.last + 1])
    # "coup de grâce", "valet de chambre": the phrase began before the stretch.
    if any(_is_suspect(text, word) for word in neighbours) or words.lower[found.first] in _PARTICLES_OF:
        return True
    return all(
        len(word) < _SHORT_WORD and word.isascii() and not foreign_languages(word) & _LARGE
        for word in words.texts[found.first : found.last + 1]
    )


def _is_suspect(text: Analysis, word: str) -> bool:
    if word[0].isupper():
        return not text.lexicon.is_usually_lower(word)
    return word in _PARTICLES or (word.isalpha() and not text.lexicon.is_word(word))
