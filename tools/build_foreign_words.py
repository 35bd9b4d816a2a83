"""Build the table of foreign words: words frequent in another language in Latin script and unknown to English.

    python tools/build_foreign_words.py WORDLISTS --text FOLDER --english qa/text/data --out qa/checks/untranslated/data

WORDLISTS holds the dictionaries of Android's LatinIME keyboard (`dictionaries/XX_wordlist.combined.gz` of
platform/packages/inputmethods/LatinIME, version 54), sorted there by frequency. A word is kept when it is among the
most frequent of its language, written in lower case, and neither in one of the English dictionaries nor in the English
tables nor more than a few times in the English text. The same input gives the same output.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# Language: how many of its most frequent words are looked at. Languages with more endings need more.
DEPTH = {
    "de": 7000,
    "fr": 7000,
    "es": 7000,
    "it": 7000,
    "pt": 5000,
    "pl": 14000,
    "cs": 14000,
    "nl": 3000,
    "sv": 2000,
    "da": 2000,
    "nb": 2000,
    "ro": 2000,
    "hr": 2000,
    "hu": 2000,
    "tr": 2000,
    "fi": 2000,
}
FILES = {"pt": ("pt_BR", "pt_PT")}
ENGLISH = ("en", "en_GB", "en_US", "en_AU")
MOST_IN_ENGLISH = 10
# Words that English writers use without comment, or that serve as names of things, although no English table has them.
BORROWED = frozenset(
    "numero noirs canti sostenuto outro derecho colonias baccalauréat département départements collège parlement "
    "royale métropole manœuvre employés verstehen empresarios populares szlachta powiat plana vena majora minore "
    "regia extenso extensa achar votos étage arrière sauvage kutya gol mln vol nos".split()
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


def known_to_english(word_lists: Path, tables: Path, texts: Path) -> frozenset[str]:
    """Everything that an English reader may meet in English."""
    known = {plain(word) for name in ENGLISH for word in entries(word_lists / f"{name}_wordlist.combined.gz")}
    for table in ("en_words.txt", "en_words_unseen.txt", "en_written.txt"):
        known.update(plain(word) for word in (tables / table).read_text(encoding="utf-8").split())
    counts: Counter[str] = Counter()
    for path in sorted(texts.glob("*.txt*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                counts.update(plain(word) for word in _WORD.findall(line))
    known.update(word for word, count in counts.items() if count > MOST_IN_ENGLISH)
    known |= BORROWED
    return frozenset(known)


def main() -> None:
    """Read the word lists, write `foreign_words.txt`."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("word_lists", type=Path)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--english", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    english = known_to_english(options.word_lists, options.english, options.text)
    languages: dict[str, list[str]] = {}
    for language, depth in DEPTH.items():
        for name in FILES.get(language, (language,)):
            for rank, word in enumerate(entries(options.word_lists / f"{name}_wordlist.combined.gz")):
                if rank >= depth:
                    break
                if word.islower() and _KEPT.fullmatch(word) and plain(word) not in english:
                    of = languages.setdefault(plain(word), [])
                    if language not in of:
                        of.append(language)
    groups: dict[str, list[str]] = {}
    for word, of in languages.items():
        groups.setdefault(",".join(of), []).append(word)
    lines = [f"{of}: {' '.join(sorted(words))}" for of, words in sorted(groups.items())]
    (options.out / "foreign_words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(languages)} words")


if __name__ == "__main__":
    main()
