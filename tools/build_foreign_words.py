"""Build the table of foreign words: words frequent in another language in Latin script and unknown to English.

    python tools/build_foreign_words.py WORDLISTS --text FOLDER --english qa/text/data --out qa/checks/untranslated/data

WORDLISTS holds the dictionaries of Android's LatinIME keyboard (`dictionaries/XX_wordlist.combined.gz` of
platform/packages/inputmethods/LatinIME, version 54), sorted there by frequency. A word is kept when it is among the
most frequent of its language, written in lower case, and neither in one of the English dictionaries nor in the English
tables nor more than twice in the English text. German nouns keep their capital, in a table of their own. The same
input gives the same output.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

# Language: how many of its most frequent words are looked at. Languages with more endings need more.
DEPTH = {
    "de": 20000,
    "fr": 20000,
    "es": 20000,
    "it": 20000,
    "pt": 14000,
    "pl": 25000,
    "cs": 25000,
    "nl": 15000,
    "sv": 6000,
    "da": 6000,
    "nb": 6000,
    "ro": 28000,
    "hr": 6000,
    "hu": 6000,
    "tr": 20000,
    "fi": 6000,
}
FILES = {"pt": ("pt_BR", "pt_PT")}
ENGLISH = ("en", "en_GB", "en_US", "en_AU")
MOST_IN_ENGLISH = 2
# German nouns, with their capital: how many are looked at, and how often English text may have them as a name.
NOUN_DEPTH = 30000
MOST_AS_NAME = 5
_OF_PLACES = ("inger", "heimer", "berger", "burger", "dorfer", "hauser")
_NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}")
_NOUN_ENDINGS = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "nis", "nisse", "tät", "mus")
# Indonesian has no list; its frequent words stand in the table by which its texts are told.
BY_HAND = ("id",)
# Words that English writers use without comment, or that serve as names of things, although no English table has them.
BORROWED = frozenset(
    "numero noirs canti sostenuto outro derecho colonias baccalauréat département départements collège parlement "
    "royale métropole manœuvre employés verstehen empresarios populares szlachta powiat plana vena majora minore "
    "regia extenso extensa achar votos étage arrière sauvage kutya gol mln vol nos chocolat bourguignon futsal "
    "vodou".split()
)
_ENTRY = re.compile(r"\s*(?:word|shortcut)=([^,]+),f=")
_KEPT = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]{2,})?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def entries(path: Path) -> Iterator[str]:
    """The words of a dictionary in their order."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            match = _ENTRY.match(line)
            if match:
                yield match[1]


def plain(word: str) -> str:
    """The word as the tables hold it: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")


def is_noun(word: str, words: frozenset[str]) -> bool:
    """Whether a capitalised German word is a noun rather than a name: it has another form, or a noun's ending."""
    longer = any(word + ending in words for ending in ("en", "n", "e", "es"))
    shorter = any(word.endswith(ending) and word.removesuffix(ending) in words for ending in ("en", "n", "e", "er"))
    return longer or shorter or word.endswith(_NOUN_ENDINGS)


def german_nouns(word_lists: Path, english: frozenset[str], names: Counter[str]) -> Iterator[str]:
    """Frequent German nouns that English writes neither small nor as a name."""
    words = list(entries(word_lists / "de_wordlist.combined.gz"))
    known = frozenset(words)
    for word in words[:NOUN_DEPTH]:
        is_free = word.lower() not in english and names[word] <= MOST_AS_NAME
        if is_free and _NOUN.fullmatch(word) and not word.endswith(_OF_PLACES) and is_noun(word, known):
            yield word


def by_hand(tables: Path, language: str) -> Iterator[str]:
    """The hand-written frequent words of a language, but those that it shares with English names."""
    for table in ("foreign_stopwords.txt", "language_words.txt"):
        for line in (tables / table).read_text(encoding="utf-8").splitlines():
            key, _, words = line.partition(": ")
            if key == language:
                yield from words.split()


def known_to_english(word_lists: Path, tables: Path, texts: Path) -> tuple[frozenset[str], Counter[str]]:
    """Everything that an English reader may meet in English in lower case, and counts of capitalised words."""
    # Names ("Padres") make no lower-case word English.
    known = {
        plain(word)
        for name in ENGLISH
        for word in entries(word_lists / f"{name}_wordlist.combined.gz")
        if word.islower()
    }
    for table in ("en_words.txt", "en_words_unseen.txt", "en_written.txt"):
        known.update(plain(word) for word in (tables / table).read_text(encoding="utf-8").split())
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for path in sorted(texts.glob("*.txt*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                words = _WORD.findall(line)
                counts.update(plain(word) for word in words if word.islower())
                names.update(word for word in words if not word.islower())
    known.update(word for word, count in counts.items() if count > MOST_IN_ENGLISH)
    known |= BORROWED
    return frozenset(known), names


def frequent_words(word_lists: Path, english: frozenset[str]) -> dict[str, list[str]]:
    """The frequent lower-case words of each language that English does not know, with the languages that have them."""
    languages: dict[str, list[str]] = {}
    for language, depth in DEPTH.items():
        for name in FILES.get(language, (language,)):
            for word in islice(entries(word_lists / f"{name}_wordlist.combined.gz"), depth):
                if word.islower() and _KEPT.fullmatch(word) and plain(word) not in english:
                    of = languages.setdefault(plain(word), [])
                    if language not in of:
                        of.append(language)
    return languages


def main() -> None:
    """Read the word lists, write `foreign_words.txt` and `german_nouns.txt`."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("word_lists", type=Path)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--english", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    english, names = known_to_english(options.word_lists, options.english, options.text)
    languages = frequent_words(options.word_lists, english)
    for language in BY_HAND:
        for word in sorted(set(by_hand(options.english, language))):
            if len(word) > 1 and word not in english:
                languages.setdefault(word, []).append(language)
    # Sorted as `qa.text.sorted_table` searches.
    lines = [f"{word} {','.join(sorted(of))}" for word, of in languages.items()]
    lines.sort(key=lambda line: line.encode("utf-8"))
    (options.out / "foreign_words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    nouns = sorted(german_nouns(options.word_lists, english, names))
    (options.out / "german_nouns.txt").write_text(" ".join(nouns) + "\n", encoding="utf-8")
    print(f"{len(languages)} words, {len(nouns)} German nouns")


if __name__ == "__main__":
    main()
