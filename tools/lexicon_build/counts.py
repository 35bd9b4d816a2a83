"""One pass over text files (one paragraph a line, optionally gzipped): word, capital and article counts."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Letters with diacritics stay in: names and loans such as "café" are words too.
_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
_TOKEN = re.compile(
    rf"([^0-9{_LETTERS}]*)([{_LETTERS}]+(?:['\-][{_LETTERS}]+)*|[0-9]+(?:[.,][0-9]+)*(?:-[{_LETTERS}]+)*[{_LETTERS}]*)"
)
_MID_SENTENCE = frozenset({" ", ", "})
_OPENERS = frozenset({" ", ' "', " “", " '", " ‘", " $", " £", " €"})
# Words that are one with their "'s": stripping it would count "it" for "it's".
_CONTRACTED_S = frozenset(
    "it's that's he's she's what's there's here's let's who's where's how's when's why's everyone's "
    "everything's nothing's something's one's".split()
)


@dataclass
class Counts:
    """What one pass over the text yields. Keys keep the case they were written in unless said otherwise."""

    total: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    """Occurrences of each written form, possessive ``'s`` removed."""
    mid: Counter[str] = field(default_factory=Counter)
    """The same, only after another word and a blank or a comma and a blank (so no sentence start)."""
    alone: Counter[str] = field(default_factory=Counter)
    """As ``mid``, and neither neighbour has a capital (so not part of a longer name)."""
    sources: dict[str, int] = field(default_factory=dict)
    """Lower-case word -> bit set of the files it occurs in."""
    by_file: dict[str, Counter[str]] = field(default_factory=dict)
    """File name up to the first dot -> occurrences of each lower-case word."""
    articles: Counter[tuple[str, str]] = field(default_factory=Counter)
    """("a" or "an", following word) -> occurrences."""


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, plain or gzipped, with typographic apostrophes and hyphens made plain."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield line.replace("’", "'").replace("‐", "-").replace("‑", "-")


def tokens(line: str) -> list[tuple[str, str]]:
    """Split a line into (what stands before, word or number)."""
    found: list[tuple[str, str]] = _TOKEN.findall(line)
    return found


def bare(word: str) -> str:
    """Remove a possessive ``'s``; contractions such as ``it's`` keep theirs."""
    if word.endswith("'s") and word.lower() not in _CONTRACTED_S:
        return word[:-2]
    return word


def count_files(paths: list[Path]) -> Counts:
    """Count all files in the order given."""
    counts = Counts()
    for number, path in enumerate(paths):
        forms: Counter[str] = Counter()
        for line in read_lines(path):
            _count_line(tokens(line), counts, forms)
        counts.forms.update(forms)
        lower: Counter[str] = Counter()
        for form, count in forms.items():
            lower[form.lower()] += count
        counts.by_file[path.name.split(".")[0]] = lower
        for word in lower:
            counts.sources[word] = counts.sources.get(word, 0) | 1 << number
    counts.total = counts.forms.total()
    return counts


def _count_line(found: list[tuple[str, str]], counts: Counts, forms: Counter[str]) -> None:
    previous = ""
    last = len(found) - 1
    for index, (before, raw) in enumerate(found):
        word = bare(raw)
        forms[word] += 1
        if previous:
            if before in _MID_SENTENCE:
                counts.mid[word] += 1
                follower = found[index + 1] if index < last else ("", "")
                if previous[0].islower() and not (follower[0] == " " and follower[1][0].isupper()):
                    counts.alone[word] += 1
            if previous in ("a", "an", "A", "An") and before in _OPENERS:
                counts.articles[previous.lower(), before[1:] + word if before[-1] in "$£€" else word] += 1
        previous = raw
