"""What is known about words: frequency, capitals, articles, spellings, compounds, abbreviations, function words.

The tables lie beside this file in ``data`` and are read on first use; ``data/README.md`` states how each was counted
and under which licence. A language without tables gets an empty lexicon that answers "unknown" to everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from qa.text.articles import article_before

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from qa.text.articles import Article

Dialect = Literal["british", "american"]
Writing = Literal["closed", "hyphenated", "open"]

_NO_WORDS: frozenset[str] = frozenset()
# Lower bounds of the share classes "a" to "r" in en_words.txt (SHARE_STEPS of the script that builds it).
_SHARES = (0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)
_ALWAYS = 0.95
_ALWAYS_CLASS = "n"
_SELDOM = 0.1
_MIN_NAME_LETTERS = 4
_MIN_EVIDENCE = 2.0
"""Zipf value below which a word is too rare to be called usually anything."""


class SpellingVariant(NamedTuple):
    """One side of a British and American pair of spellings."""

    dialect: Dialect
    other: str
    """The same word in the other dialect's spelling, lower case."""
    weak: bool
    """The form alone proves little: the other dialect has it too, for another sense or as a lawful variant."""


class CompoundForms(NamedTuple):
    """How often a compound of two parts is written each way (occurrences in 17.9 million words)."""

    closed: int
    hyphenated: int
    open: int
    comparable: frozenset[frozenset[Writing]]
    """The pairs of ways whose mixture in one article is an inconsistency rather than grammar or another meaning."""

    def is_inconsistent(self, one: Writing, two: Writing) -> bool:
        """Tell whether writing the compound both ways in one article is an inconsistency."""
        return frozenset((one, two)) in self.comparable


@dataclass(frozen=True, slots=True)
class _Words:
    """Lower-case word -> code (two digits of ten times Zipf, two share classes, level), and unusual written forms."""

    codes: dict[str, str]
    """Never changed; a bare dictionary, because sets are compared with one twice as fast as with a read-only view."""
    written: Mapping[str, str]
    unseen: frozenset[str]
    seldom_small: frozenset[str]


_EMPTY_WORDS = _Words({}, MappingProxyType({}), _NO_WORDS, _NO_WORDS)


def _read(name: str) -> str:
    return (resources.files("qa.text") / "data" / name).read_text(encoding="utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    for line in _read(name).splitlines():
        yield line.split(" ")


@cache
def _words() -> _Words:
    codes: dict[str, str] = {}
    seldom_small: list[str] = []
    for line in _read("en_words.txt").splitlines():
        code, _, listed = line.partition(":")
        words = listed.split()
        codes.update(dict.fromkeys(words, code))
        if code[2] >= _ALWAYS_CLASS or (code[2] == "-" and code[4] == "0"):
            seldom_small += words
    written = {form.lower(): form for form in _read("en_written.txt").split()}
    unseen = frozenset(_read("en_words_unseen.txt").split())
    return _Words(codes, MappingProxyType(written), unseen, frozenset(seldom_small))


@cache
def _classes(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read a hand-written table of lines "name: words", where "_" stands for a blank."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _read(name).splitlines():
        key, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found[key] = found.get(key, ()) + tuple(word.replace("_", " ") for word in words.split())
    return MappingProxyType(found)


@cache
def _articles() -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in _rows("en_articles.txt")})


@cache
def _spellings() -> Mapping[str, SpellingVariant]:
    found: dict[str, SpellingVariant] = {}
    for british, american, flags in _rows("en_spelling.txt"):
        found.setdefault(british, SpellingVariant("british", american, "b" in flags))
        found.setdefault(american, SpellingVariant("american", british, "a" in flags))
    return MappingProxyType(found)


@cache
def _ise_ize() -> Mapping[str, tuple[Literal["ise", "ize"], str]]:
    found: dict[str, tuple[Literal["ise", "ize"], str]] = {}
    for ise, ize in _rows("en_ise_ize.txt"):
        found[ise] = ("ise", ize)
        found[ize] = ("ize", ise)
    return MappingProxyType(found)


_COMPARABLE: Mapping[str, frozenset[Writing]] = MappingProxyType(
    {
        "1": frozenset(("closed", "hyphenated")),
        "2": frozenset(("closed", "open")),
        "3": frozenset(("hyphenated", "open")),
    }
)


@cache
def _compounds() -> Mapping[tuple[str, str], CompoundForms]:
    found: dict[tuple[str, str], CompoundForms] = {}
    for first, second, closed, hyphenated, is_open, flags in _rows("en_compounds.txt"):
        pairs = frozenset(_COMPARABLE[flag] for flag in flags if flag in _COMPARABLE)
        found[first, second] = CompoundForms(int(closed), int(hyphenated), int(is_open), pairs)
    return MappingProxyType(found)


@cache
def _class_set(table: str, name: str, fold: bool) -> frozenset[str]:
    words = _classes(table).get(name, ())
    return frozenset(word.lower() if fold else word for word in words)


_FUNCTION_CLASSES = ("determiners", "prepositions", "conjunctions", "auxiliaries", "pronouns", "particles")


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(_class_set("en_classes.txt", name, fold=True) for name in _FUNCTION_CLASSES))


@cache
def foreign_stopwords() -> Mapping[str, frozenset[str]]:
    """Frequent words of 17 languages in Latin script that are no English words: language code -> lower case."""
    table = _classes("foreign_stopwords.txt")
    return MappingProxyType({key: frozenset(words) for key, words in table.items() if " " not in key})


@cache
def _foreign_index(*, shared: bool) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, words in _classes("foreign_stopwords.txt").items():
        language, _, kind = key.partition(" ")
        if shared or not kind:
            for word in words:
                found.setdefault(word, set()).add(language)
    return MappingProxyType({word: frozenset(languages) for word, languages in found.items()})


@cache
def language_words() -> Mapping[str, frozenset[str]]:
    """Frequent words by which a language in Latin script is told, lower case; some belong to several, English too."""
    found: dict[str, set[str]] = {}
    for table in ("foreign_stopwords.txt", "language_words.txt"):
        for key, words in _classes(table).items():
            found.setdefault(key.partition(" ")[0], set()).update(words)
    return MappingProxyType({language: frozenset(words) for language, words in found.items()})


def foreign_languages(word: str, *, shared: bool = False) -> frozenset[str]:
    """Codes of the languages that have a word among their most frequent ones.

    Args:
        word: The word in any case.
        shared: Count also words that occur in English text, mostly inside names ("de", "la", "von", "al"). Such a
            word supports a run of foreign words but never makes one.
    """
    return _foreign_index(shared=shared).get(word.lower(), _NO_WORDS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word knowledge of one language. Every question about an unknown word or language is answered "unknown".

    Words may be given in any case and with a typographic or plain apostrophe unless a method says otherwise.
    """

    language: str

    @classmethod
    def for_language(cls, language: str) -> Lexicon:
        """Lexicon of a language given by its code; regions are ignored ("en-GB" is "en")."""
        return cls(re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0])

    @property
    def is_english(self) -> bool:
        """Whether the word tables exist; they do for English only."""
        return self.language == "en"

    # words

    def _table(self) -> _Words:
        return _words() if self.is_english else _EMPTY_WORDS

    def _code(self, word: str) -> str:
        codes = self._table().codes
        key = word.replace("’", "'").lower()
        return codes.get(key) or (codes.get(key[:-2], "") if key.endswith("'s") else "")

    def is_word(self, word: str) -> bool:
        """Whether a word is known; a possessive or a hyphenated compound is when its parts are."""
        table = self._table()
        key = word.replace("’", "'").lower().removesuffix("'s").rstrip("'")
        if key in table.codes or key in table.unseen or self._code(word):
            return True
        return "-" in key and all(len(part) > 1 and self.is_word(part) for part in key.split("-"))

    def counted_words(self) -> Collection[str]:
        """All words of the frequency table, lower case, for making an index of them."""
        return self._table().codes.keys()

    def uncounted(self, words: frozenset[str]) -> frozenset[str]:
        """Those of many lower-case words that the frequency table lacks: a quick first question before `is_word`."""
        return words.difference(self._table().codes)

    def seldom_small(self) -> frozenset[str]:
        """Words, lower case, that have a capital in 19 of 20 places, or are too rare to tell and in no dictionary.

        A quick first question about many words, before `capital_share` and `is_dictionary_word`.
        """
        return self._table().seldom_small

    def frequency(self, word: str) -> float:
        """Zipf value: log10 of occurrences per thousand million words ("the" 7.8, rare words 2); 0.0 if unknown."""
        code = self._code(word)
        return int(code[:2]) / 10 if code else 0.0

    def is_dictionary_word(self, word: str) -> bool:
        """Whether a word stands in a general dictionary list written in lower case (so not only a name)."""
        code = self._code(word)
        return code[4:5] not in ("", "0") or word.lower() in self._table().unseen

    def capital_share(self, word: str, *, alone: bool = False) -> float | None:
        """Share of occurrences inside sentences with a capital first letter, 0 to 1, as lower bound of its class.

        Args:
            word: The word.
            alone: Count only occurrences with no capitalised neighbour, that is, outside longer names.

        Returns:
            The share, or None when the word was seen fewer than five times there.
        """
        letter = self._code(word)[3 if alone else 2 : 4 if alone else 3]
        return _SHARES[ord(letter) - ord("a")] if letter and letter != "-" else None

    def is_usually_lower(self, word: str) -> bool:
        """Whether a word outside names is written small in at least nine of ten places.

        That alone makes no capital wrong: many surnames and titles are such words too ("Bell", "Love", "War").
        """
        share = self.capital_share(word, alone=True)
        if share is None:
            share = self.capital_share(word)
        return share is not None and share < _SELDOM and self.frequency(word) >= _MIN_EVIDENCE

    def is_always_capitalised(self, word: str) -> bool:
        """Whether a word has a capital nearly always and is in no dictionary in lower case (names, nationalities).

        Words of up to three letters are never called so: in lower case they may be units, particles or numerals.
        """
        share = self.capital_share(word)
        sure = share is not None and share >= _ALWAYS and len(word) >= _MIN_NAME_LETTERS
        return sure and not self.is_dictionary_word(word)

    def usual_form(self, word: str) -> str | None:
        """The form most often written inside sentences ("NATO", "iPhone", "London", "street"); None if unknown."""
        key = word.replace("’", "'").lower()
        table = self._table()
        if key in table.codes:
            return table.written.get(key, key)
        return key if key in table.unseen else None

    # articles

    def expected_article(self, word: str) -> Article | None:
        """The indefinite article a following word or number takes by its sound; None when unsure or either will do.

        Args:
            word: The word after the article as written: case tells initialisms from words, and hyphenated
                compounds, numbers with a currency sign and single letters are understood ("8-year-old", "$11").
        """
        return article_before(word.replace("’", "'"), _articles(), self._is_lower_word) if self.is_english else None

    def _is_lower_word(self, word: str) -> bool:
        return word in self._table().codes and word not in self._table().written

    # spellings

    def spelling_variants(self) -> Mapping[str, SpellingVariant]:
        """All British and American spellings, lower case, for looking up many words at once; read-only."""
        return _spellings() if self.is_english else MappingProxyType({})

    def ise_ize_words(self) -> Mapping[str, tuple[Literal["ise", "ize"], str]]:
        """All words with -ise or -ize, lower case, for looking up many words at once; read-only."""
        return _ise_ize() if self.is_english else MappingProxyType({})

    # compounds

    def compound_forms(self, first: str, second: str) -> CompoundForms | None:
        """Counts of a compound of two parts written closed, hyphenated and open; None if never seen two ways."""
        return _compounds().get((first.lower(), second.lower())) if self.is_english else None

    # abbreviations

    def abbreviations(self, kind: Literal["title", "inner", "number", "either"]) -> frozenset[str]:
        """Abbreviations of a kind, without their last full stop (languages: en, de, fr, es, it, ru, uk)."""
        return _class_set("abbreviations.txt", f"{self.language} {kind}", fold=False)

    # classes

    def is_function_word(self, word: str) -> bool:
        """Whether a word is a determiner, preposition, conjunction, auxiliary, pronoun or particle."""
        return self.is_english and word.replace("’", "'").lower() in _function_words()

    def function_words(self) -> frozenset[str]:
        """All words of which `is_function_word` is true, lower case."""
        return _function_words() if self.is_english else _NO_WORDS
