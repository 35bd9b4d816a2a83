"""Passages of edited text, a few paragraphs each."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from random import Random

_LEAST_WORDS, _MOST_WORDS = 120, 700
_NGRAM = 10


def read_passages(folder: Path, file: str, rnd: Random, most: int, refused: frozenset[str]) -> list[str]:
    """Up to `most` passages of one file, drawn without overlap; none that shares ten words with a refused text."""
    with gzip.open(folder / f"{file}.txt.gz", "rt", encoding="utf-8") as lines:
        paragraphs = [line.strip() for line in lines]
    passages: list[str] = []
    start = 0
    while start < len(paragraphs):
        size = rnd.randint(_LEAST_WORDS, _MOST_WORDS)
        chosen: list[str] = []
        words = 0
        while start < len(paragraphs) and words < size:
            chosen.append(paragraphs[start])
            words += len(paragraphs[start].split())
            start += 1
        passages.append("\n\n".join(chosen))
    rnd.shuffle(passages)
    return [passage for passage in passages[: most * 2] if refused.isdisjoint(ngrams(passage))][:most]


def ngrams(text: str) -> set[str]:
    """Every run of ten words, in small letters."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + _NGRAM]) for at in range(len(words) - _NGRAM + 1)}
