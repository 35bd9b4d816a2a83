"""Words of other languages in Latin script, found in English text: one search shared by two checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from string import ascii_lowercase
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.text.lexicon import foreign_languages, language_words
from qa.text.sorted_table import SortedTable

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

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
        "id": "Indonesian",
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
_FREQUENT = 3.7
"""Zipf value from which a word is likely to be what was meant."""
_ENGLISH_ENDING = re.compile(
    r"(?:tion|[ae]nce|[ae]nt|tude|type|ine|al|i[cz]|ist|ism|ment|[ai]ble|ive|or|gram|ane|ide|ase|ose|oid|ite)s?\Z",
    re.ASCII,
)
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our your my no some any many most all several few both each every"
    " more of for about".split()
)
# French and Italian words that begin with an article, a pronoun or a preposition: "l'essence", "dell'economia".
_ELIDED = re.compile(
    r"(?P<both>[ld]'[^\W\d_]{4,})|(?P<it>(?:dell|nell|all|dall|sull)'[^\W\d_]{3,})|(?P<fr>qu'[^\W\d_]{2,})"
)
_ELIDING = {"both": frozenset({"fr", "it"}), "it": frozenset({"it"}), "fr": frozenset({"fr"})}
_NONE: frozenset[str] = frozenset()
_GERMAN = frozenset({"de"})
_ROMANCE = frozenset({"fr", "it", "es", "pt"})
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
_LARGE_ARTICLES = frozenset("La Le Les Il Lo El Los Las Der Die Das O Os De Het".split())
_PARTICLES_OF = frozenset("de des du da di del della d' au aux à al alla".split())
PARTICLES = frozenset("la le les el il lo los las de del della der das du des di da do dos van von zu y et al".split())


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
def german_nouns() -> frozenset[str]:
    """Frequent German nouns, with their capital, that English has neither as words nor as names."""
    table = resources.files("qa.checks.untranslated") / "data" / "german_nouns.txt"
    return frozenset(table.read_text(encoding="utf-8").split())


@cache
def _table() -> SortedTable:
    return SortedTable((resources.files("qa.checks.untranslated") / "data" / "foreign_words.txt").read_bytes())


def foreign_languages_of(word: str) -> frozenset[str]:
    """The languages that have a lower-case word among their frequent ones; none where English knows it."""
    found = _table().get(word)
    return frozenset(found.split(",")) if found else _NONE


def find_foreign_words(text: Analysis) -> list[ForeignWords]:
    """Stretches of foreign words in an English text, in order, without those that are quoted, glossed or a code.

    Where the text is known to be translated from another language, only words of that language count: no other is left
    over from the source.
    """
    source = (text.segment.source_lang or "").split("-")[0].lower()
    if source and source not in NAMES:
        return []
    words = text.words
    # Words that English counts are in no foreign table, and names are never small: few words are looked up.
    written, nouns = frozenset(words.texts), german_nouns()
    candidates = [
        ordinal
        for word in text.uncounted
        if word in written or "'" in word or word.capitalize() in nouns
        for ordinal in words.places(word)
        if words.texts[ordinal].islower() or (words.texts[ordinal] in nouns and _is_noun_place(text, ordinal))
    ]
    if not candidates:
        return []
    hits = {ordinal: languages for ordinal in sorted(candidates) if (languages := _languages_of(text, ordinal))}
    stretches = (_widen(text, group) for group in _groups(text, hits))
    return [found for found in stretches if not is_lawful(text, found) and (not source or source in found.languages)]


def _languages_of(text: Analysis, ordinal: int) -> frozenset[str]:
    """The languages of a word that English does not know; none where it may be anything."""
    word = text.words.texts[ordinal].replace("’", "'")
    if word in german_nouns():
        return _GERMAN
    found = foreign_languages_of(word)
    if not found and len(word) >= _SHORT_WORD and word.islower():
        found = foreign_languages(word) - _ROMANCE
    if not found and "'" in word and ordinal and text.words.lower[ordinal - 1] in text.lexicon.function_words():
        elided = _ELIDED.fullmatch(word)
        return _ELIDING[elided.lastgroup or ""] if elided else _NONE
    return found


def _is_noun_place(text: Analysis, ordinal: int) -> bool:
    """Whether a capitalised word may be a German noun left over: behind a determiner or adjective, with no name beside
    it.
    """
    words = text.words
    if not ordinal or not words.texts[ordinal][1:].islower() or not _adjacent(text, ordinal - 1):
        return False
    before = words.texts[ordinal - 1]
    is_noun_phrase = before.lower() in _DETERMINERS or (before.islower() and not text.lexicon.is_function_word(before))
    is_last = ordinal + 1 == len(words) or not _adjacent(text, ordinal)
    return is_noun_phrase and (is_last or not words.texts[ordinal + 1][0].isupper())


def _groups(text: Analysis, hits: Mapping[int, frozenset[str]]) -> Iterator[ForeignWords]:
    """Hits of one language that stand close together, with nothing English between them."""
    current: ForeignWords | None = None
    for ordinal, languages in hits.items():
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
        is_known = foreign_languages(words.lower[last + 1]) & found.languages
        if not (is_known or _is_unknown(text, word, found.languages) or _is_german_noun(word, found.languages)):
            break
        last += 1
    return found._replace(first=first, last=last)


def _is_unknown(text: Analysis, word: str, languages: frozenset[str]) -> bool:
    """Whether a word behind a stretch is unknown to English; short ones, where the stretch is not Romance, of which
    English has borrowed so much.
    """
    fewest = _SHORT_WORD if languages & _ROMANCE else 2
    return word.islower() and word.isalpha() and len(word) >= fewest and not text.lexicon.is_word(word)


def _is_german_noun(word: str, languages: frozenset[str]) -> bool:
    return "de" in languages and word in german_nouns()


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


def is_lawful(text: Analysis, found: ForeignWords) -> bool:
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
    """Whether the words stand in a quotation that is short or, as the title of a foreign work, foreign itself."""
    for quoted in text.quotations.quoted:
        if quoted.start <= span.start and span.end <= quoted.end:
            words = [word.strip("\"'“”‘’«».,!?:").lower() for word in quoted.of(text.text).split()]
            foreign = sum(bool(foreign_languages(word, shared=True) or foreign_languages_of(word)) for word in words)
            known = sum(map(text.lexicon.is_word, words))
            return len(words) < _SHORT_QUOTE or known < len(words) / 2 or foreign * 3 > len(words)
    return False


def is_doubtful(text: Analysis, found: ForeignWords) -> bool:
    """Whether the words may be part of a name or a fixed phrase.

    That is so where a word stands directly beside that has a capital not owed to the start of a sentence, is unknown to
    English itself, or is a foreign article or preposition; and where all words are so short that they may be anything.
    """
    words = text.words
    neighbours = []
    if found.first > 0 and _adjacent(text, found.first - 1):
        neighbours.append(found.first - 1)
    if found.last + 1 < len(words) and _adjacent(text, found.last):
        neighbours.append(found.last + 1)
    opening = text.sentence_at(words.starts[found.first])
    is_opening = opening is not None and words.starts[found.first] - opening.span.start <= 1
    if words.texts[found.first] in _LARGE_ARTICLES and not is_opening:
        return True  # "La strada": the title of a work
    # "coup de grâce", "valet de chambre": the phrase began before the stretch.
    if any(_is_suspect(text, ordinal) for ordinal in neighbours) or words.lower[found.first] in _PARTICLES_OF:
        return True
    return found.sure == 1 and all(
        len(word) < _SHORT_WORD and word.isascii() and not foreign_languages(word) & _LARGE
        for word in words.texts[found.first : found.last + 1]
    )


def looks_english(text: Analysis, found: ForeignWords) -> bool:
    """Whether a single word may be a rare English word or a slip: by its ending, or because it lacks a letter."""
    word = text.words.lower[found.first]
    if found.length > 1 or "'" in word or any(word in words for words in language_words().values()):
        return False
    return _ENGLISH_ENDING.search(word) is not None or _lacks_a_letter(word, text.lexicon)


def _lacks_a_letter(word: str, lexicon: Lexicon) -> bool:
    """Whether one letter more makes a frequent English word ("oficer", "ponts")."""
    more = (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in ascii_lowercase)
    return word.isascii() and any(lexicon.frequency(longer) >= _FREQUENT for longer in more)


def _is_suspect(text: Analysis, ordinal: int) -> bool:
    """Whether a neighbour may be part of a name or phrase with the foreign words."""
    word = text.words.texts[ordinal]
    if word[0].isupper():
        sentence = text.sentence_at(text.words.starts[ordinal])
        opens = sentence is not None and text.words.starts[ordinal] - sentence.span.start <= 1
        return not (opens and text.lexicon.is_usually_lower(word))
    return word in PARTICLES or (word.isalpha() and not text.lexicon.is_word(word))
