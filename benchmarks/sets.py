"""Reads the development sets: planted errors, annotated news, rated machine output, articles, plain running text.

A data folder holds `mqm/`, `broken_news/` and `text/`; the README of each describes its records. All offsets are
code points, ends exclusive.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Range = tuple[int, int]

PLANTED_FILE = Path("mqm/demetr.jsonl.gz")
NEWS_FILE = Path("broken_news/dev.jsonl")
ARTICLE_WORDS = 600
FEWEST_SEGMENTS = 3
"""Segments that the documents of a rated set must have on average to count as articles."""


class DataError(Exception):
    """A data file is missing or holds no usable record."""


@dataclass(frozen=True, slots=True)
class Text:
    """One document to check: `dataset` and `id` name it for ever, so that judgements can refer to it."""

    dataset: str
    id: str
    text: str

    @property
    def words(self) -> int:
        """Number of words: runs between white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class PlantedError:
    """A sentence with one error put in on purpose; an empty range marks a deletion."""

    kind: str
    text: Text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlantedSentence:
    """A clean sentence and its damaged copies."""

    clean: Text
    errors: tuple[PlantedError, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that an annotator marked. sure: a careful editor could not leave it. tier: what it takes to find it."""

    start: int
    end: int
    category: str
    sure: bool
    tier: str


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """An article with every spot its annotator marked."""

    text: Text
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class RatedText:
    """A segment with the marks of all its raters, neutral and source-side ones left out. human: a human translation."""

    text: Text
    human: bool
    marks: tuple[Range, ...]


def read_records(path: Path) -> list[dict[str, Any]]:
    """All records of a JSONL file, plain or gzip.

    Raises:
        DataError: The file cannot be read.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
        # not splitlines(): U+2028 and the like stand inside JSON strings
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error


def load_planted(data: Path) -> list[PlantedSentence]:
    """The sentences of DEMETR with their planted errors."""
    sentences = []
    for record in read_records(data / PLANTED_FILE):
        number = str(record["id"])
        errors = tuple(
            PlantedError(kind, Text("planted", f"{number}|{kind}", damaged), start, end)
            for kind, _severity, damaged, start, end in record["planted"]
        )
        sentences.append(PlantedSentence(Text("planted-clean", number, record["clean"]), errors))
    return sentences


def load_news(data: Path) -> list[AnnotatedText]:
    """The annotated news articles."""
    articles = []
    for record in read_records(data / NEWS_FILE):
        spots = tuple(
            Spot(spot["start"], spot["end"], spot["category"], spot.get("sure", True), spot["tier"])
            for spot in record["spots"]
        )
        articles.append(AnnotatedText(Text("news", record["id"], record["text"]), spots))
    return articles


def rated_files(data: Path) -> list[Path]:
    """Rated sets whose target language is English, by name (`zhen_news20`: Chinese to English)."""
    return sorted((data / "mqm").glob("??en_*.jsonl.gz"))


def load_rated(path: Path) -> list[RatedText]:
    """One rated set; `ann` holds all raters of a segment, each mark `[start, end, category, severity]`."""
    name = path.name.split(".")[0]
    return [
        RatedText(
            Text(name, f"{record['doc']}|{record['seg']}|{record['sys']}", record["tgt"]),
            bool(record["human"]),
            tuple(
                (start, end)
                for marks in record["ann"].values()
                for start, end, _category, severity in marks
                if severity != "neutral" and end > start >= 0
            ),
        )
        for record in read_records(path)
    ]


def load_rated_articles(path: Path) -> list[tuple[Text, bool]]:
    """One rated set as whole documents, each with whether people wrote it; empty for sets of single sentences.

    Segments of one document and system are joined by a blank line in their order, so that headings are headings and
    checks that compare places have something to compare.
    """
    parts: dict[tuple[str, str], list[tuple[int, str]]] = {}
    human: dict[tuple[str, str], bool] = {}
    for record in read_records(path):
        key = str(record["doc"]), str(record["sys"])
        parts.setdefault(key, []).append((int(record["seg"]), record["tgt"]))
        human[key] = bool(record["human"])
    if len(parts) * FEWEST_SEGMENTS > sum(map(len, parts.values())):
        return []
    name = path.name.split(".")[0]
    return [
        (
            Text(f"{name}-articles", f"{doc}|{system}", "\n\n".join(text for _, text in sorted(parts[doc, system]))),
            written,
        )
        for (doc, system), written in human.items()
    ]


def load_articles(data: Path) -> list[Text]:
    """Whole machine-translated news articles without marks, those of the annotated set left out.

    Paragraphs are joined by a blank line, as in the annotated set, so that checks that compare places inside one
    article have something to compare.
    """
    annotated = {(record["doc"], record["sys"]) for record in read_records(data / NEWS_FILE)}
    return [
        Text("articles", f"{record['doc']}|{record['sys']}", "\n\n".join(record["tgt"]))
        for path in sorted((data / "mqm").glob("names_*.jsonl.gz"))
        for record in read_records(path)
        if not record["human"] and (record["doc"], record["sys"]) not in annotated
    ]


def text_files(data: Path) -> list[Path]:
    """Files of edited running prose, one paragraph a line."""
    return sorted((data / "text").glob("*.txt.gz"))


def sample_text(data: Path, words: int, seed: int, size: int = ARTICLE_WORDS) -> list[Text]:
    """About `words` words of edited prose, an equal share of every file, as articles of about `size` words.

    An article is a run of consecutive paragraphs from a random place, so its id (`file:first paragraph`) and its text
    depend on nothing but the file and the seed.

    Raises:
        DataError: The folder holds no text.
    """
    files = text_files(data)
    if not files:
        raise DataError(f"{data / 'text'}: no *.txt.gz files")
    sampled: list[Text] = []
    for path in files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            paragraphs = [line.strip() for line in lines if line.strip()]
        sampled += _articles(path.name.split(".")[0], paragraphs, words // len(files), random.Random(seed), size)
    return sampled


def _articles(name: str, paragraphs: Sequence[str], words: int, rng: random.Random, size: int) -> Iterator[Text]:
    """Articles of one file until `words` words are reached or no place is left."""
    starts = list(range(len(paragraphs)))
    rng.shuffle(starts)
    used: set[int] = set()
    taken = 0
    for start in starts:
        if taken >= words:
            return
        stop, length = start, 0
        while stop < len(paragraphs) and length < size:
            length += len(paragraphs[stop].split())
            stop += 1
        run = range(start, stop)
        if length < size or not used.isdisjoint(run):
            continue
        used.update(run)
        taken += length
        yield Text("text", f"{name}:{start}", "\n\n".join(paragraphs[start:stop]))


def count_words(texts: Iterable[Text]) -> int:
    """Words in all texts together."""
    return sum(text.words for text in texts)


def digest(data: Path) -> str:
    """Twelve hexadecimal digits of SHA-256 over names and bytes of every file used for precision."""
    total = hashlib.sha256()
    used = [data / PLANTED_FILE, data / NEWS_FILE, *rated_files(data), *text_files(data)]
    for path in sorted({*used, *(data / "mqm").glob("names_*.jsonl.gz")}):
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]
