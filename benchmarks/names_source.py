"""Names against their source: how many labelled pairs of spellings the check tells, and how rightly."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.checker import Checker, CheckerError
from benchmarks.sets import DataError
from benchmarks.tables import Table
from qa.text.names.fold import fold

CHECK = "name-differs-from-source"
LABELLED = Path("mqm/names_ruen_wmt23.jsonl.gz")
PAIRS = Path("names/pairs.jsonl")
RATED = (("mqm/zhen_news20.jsonl.gz", "zh"), ("mqm/zhen_news21.jsonl.gz", "zh"), ("mqm/ruen_bio.jsonl.gz", "ru"),
         ("mqm/deen_bio.jsonl.gz", "de"))  # fmt: skip
_FRAMES = {
    "ru": "В понедельник директор {} покинул город.",
    "ar": "غادر المدير {} المدينة يوم الاثنين.",
}
_LABEL_COLUMNS = ("made by", "right", "wrong", "unsure", "unlabelled")
_ENGLISH = "On Monday the director, {}, left the city."


@dataclass(frozen=True, slots=True)
class Article:
    """A translation with its source, segment by segment. human: whether a person made it. labels: pair -> label."""

    id: str
    lang: str
    human: bool
    segments: list[tuple[str, str]] = field(default_factory=list)
    labels: Mapping[frozenset[str], str] = field(default_factory=dict)


def labelled(data: Path) -> list[Article]:
    """The articles whose pairs of spellings were labelled by hand.

    Raises:
        DataError: There is no such file.
    """
    return [
        Article(
            f"{row['doc']}/{row['sys']}",
            "ru",
            row["human"],
            list(zip(row["src"], row["tgt"], strict=True)),
            {frozenset((fold(one), fold(two))): label for one, two, label in row["pairs"] if fold(one) != fold(two)},
        )
        for row in _rows(data / LABELLED)
    ]


def rated(data: Path) -> list[Article]:
    """The articles of the rated sets, in which nobody labelled names."""
    found: dict[str, Article] = {}
    for name, lang in RATED:
        for row in _rows(data / name):
            key = f"{name}/{row['doc']}/{row['sys']}"
            article = found.setdefault(key, Article(key, lang, row["human"]))
            article.segments.append((row["src"], row["tgt"]))
    return list(found.values())


def framed(data: Path) -> dict[str, list[Article]]:
    """Names of another script in a made-up sentence with a Latin spelling: kind -> articles of one segment."""
    found: dict[str, list[Article]] = {}
    for row in _rows(data / PAIRS):
        lang, kind = row.get("a_lang"), row["kind"]
        if kind.startswith("cross-script") and lang in _FRAMES:
            source, target = _FRAMES[lang].format(_capital(row["a"])), _ENGLISH.format(_capital(row["b"]))
            article = Article(row["id"], lang, human=True, segments=[(source, target)])
            found.setdefault(f"{lang} {kind}", []).append(article)
    return found


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        raise DataError(f"{path}: missing")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def findings(checker: Checker, articles: Sequence[Article], lang: str) -> list[list[dict[str, Any]]]:
    """The check's findings in each article, all of one source language.

    Raises:
        CheckerError: The program exits with another status than 0 or 1.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "texts.jsonl"), Path(folder, "findings.jsonl")
        with source.open("w", encoding="utf-8") as out:
            for number, article in enumerate(articles):
                for at, (original, text) in enumerate(article.segments):
                    row = {"id": f"{number}.{at}", "doc": str(number), "text": text, "source": original}
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
        fields = ("--source-field", "source", "--doc-field", "doc", "--source-lang", lang, "--select", CHECK)
        arguments = [*checker.arguments(source, output), *fields]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise CheckerError(f"{' '.join(arguments)}\nexit {done.returncode}\n{done.stderr[-2000:]}")
        found: list[list[dict[str, Any]]] = [[] for _ in articles]
        for line in output.read_text(encoding="utf-8").splitlines():
            finding = json.loads(line)
            found[int(finding["doc"])].append(finding)
        return found


def tables(data: Path, checker: Checker) -> list[Table]:
    """The three tables: labelled articles, rated sets, single names."""
    return [labelled_table(data, checker), rated_table(data, checker), framed_table(data, checker)]


def labelled_table(data: Path, checker: Checker) -> Table:
    """Pairs told by the check in the labelled articles, by label, and how many of the true pairs it tells."""
    articles = labelled(data)
    said: Counter[tuple[str, str]] = Counter()
    told = total = 0
    for article, found in zip(articles, findings(checker, articles, "ru"), strict=True):
        pairs = {frozenset(map(fold, finding["forms"])) for finding in found}
        forms = frozenset().union(*pairs)
        true = [pair for pair, label in article.labels.items() if label == "1"]
        total += len(true)
        told += sum(pair <= forms for pair in true)
        for pair in pairs:
            said["human" if article.human else "machine", article.labels.get(pair, "-")] += 1
    out = Table(
        "names against the source, ru-en, labelled pairs", ("made by", "right", "wrong", "unsure", "unlabelled")
    )
    for maker in ("machine", "human"):
        out.add(maker, *(said[maker, label] for label in ("1", "0", "u", "-")))
    out.notes.append(f"true pairs told: {told} of {total}; a pair is unlabelled where it lay outside of the pool")
    return out


def rated_table(data: Path, checker: Checker) -> Table:
    """Articles with a finding in the rated sets, human and machine apart."""
    articles = rated(data)
    counts: Counter[tuple[str, str]] = Counter()
    for lang in sorted({article.lang for article in articles}):
        chosen = [article for article in articles if article.lang == lang]
        for article, found in zip(chosen, findings(checker, chosen, lang), strict=True):
            maker = "human" if article.human else "machine"
            counts.update({(f"{lang} {maker}", "articles"): 1, (f"{lang} {maker}", "findings"): len(found)})
            counts[f"{lang} {maker}", "words"] += sum(len(text.split()) for _, text in article.segments)
    out = Table("names against the source, rated sets", ("source, made by", "articles", "words", "findings"))
    for maker in sorted({maker for maker, _ in counts}):
        out.add(maker, *(counts[maker, column] for column in ("articles", "words", "findings")))
    return out


def framed_table(data: Path, checker: Checker) -> Table:
    """Single names of another script: how many good spellings, slips and other names are flagged."""
    out = Table("single spellings against their source", ("kind", "names", "flagged"))
    for kind, articles in sorted(framed(data).items()):
        found = findings(checker, articles, articles[0].lang)
        out.add(kind, len(articles), _flagged(found))
    out.notes.append("flagged should be 0 but for slips; other names are no business of the check")
    return out


def _flagged(found: Iterable[Sequence[object]]) -> int:
    return sum(bool(each) for each in found)
