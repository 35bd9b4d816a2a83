"""A small data folder with our own sentences and a checker that knows one pattern."""

import gzip
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.checker import Checker

FAKE = """
import json, re, sys
a = sys.argv[1:]
if a[0] == "--version":
    print("qa, version 9.1"); sys.exit(0)
if a[0] == "--help":
    sys.exit(0)
if a[0] == "checks":
    print(json.dumps([{"id": "doubled-word"}, {"id": "never-fires"}])); sys.exit(0)
source, out = a[1], (a[a.index("-o") + 1] if "-o" in a else None)
if out is None:
    sys.exit(0)
with open(out, "w") as o:
    for line in open(source):
        r = json.loads(line)
        for m in re.finditer(r"\\b(\\w+) \\1\\b", r["text"]):
            f = {"doc": r["id"], "check": "doubled-word", "start": m.start(), "end": m.end(), "text": m.group(),
                 "message": "a word twice", "severity": "minor", "related": []}
            o.write(json.dumps(f) + "\\n")
"""


def write_gz(path, rows):
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def planted_record():
    clean = "The boat came home before the storm."
    doubled = "The boat boat came home before the storm."
    return {
        "id": 7,
        "clean": clean,
        "planted": [
            ["repeat2", "minor", doubled, 9, 13],
            ["noun_removed", "critical", "The came home before the storm.", 4, 4],
            ["codemix", "minor", "The лодка came home before the storm.", 4, 9],
        ],
    }


def news_record():
    text = "She had no no time.\n\nThey met at at noon in the the old town, and it was very very cold."
    spots = [("no no", True), ("at at", False)]
    return {
        "id": "n1", "doc": "d1", "sys": "weak", "text": text,
        "spots": [
            {"start": text.index(s), "end": text.index(s) + len(s), "category": "duplicated", "sure": sure,
             "tier": "surface"}
            for s, sure in spots
        ],
    }  # fmt: skip


@pytest.fixture
def data(tmp_path):
    root = tmp_path / "data"
    for name in ("mqm", "broken_news", "text"):
        (root / name).mkdir(parents=True)
    write_gz(root / "mqm/demetr.jsonl.gz", [planted_record()])
    (root / "broken_news/dev.jsonl").write_text(json.dumps(news_record()) + "\n", encoding="utf-8")
    rated = {"doc": "d", "seg": 1, "sys": "m", "human": False, "tgt": "A a cat sat on on it.",
             "ann": {"r": [[13, 18, "Fluency/Grammar", "minor"], [-1, -1, "Accuracy/Omission", "major"]]}}  # fmt: skip
    reference = {"human": True, "sys": "ref", "tgt": "A cat sat on on it."}
    more = [{"doc": "d", "seg": seg, "sys": sys, "human": sys == "ref", "tgt": "It slept.", "ann": {}}
            for sys in ("m", "ref") for seg in (2, 3)]  # fmt: skip
    write_gz(root / "mqm/xxen_test.jsonl.gz", [rated, rated | reference, *more])
    write_gz(root / "mqm/enxx_test.jsonl.gz", [rated])
    article = {"doc": "d1", "sys": "weak", "human": False, "tgt": ["One.", "Two two."]}
    write_gz(root / "mqm/names_xxen.jsonl.gz", [article, article | {"sys": "good"}, article | {"human": True}])
    write_gz(root / "text/prose.txt.gz", [f"Paragraph number {n} has exactly these seven words." for n in range(400)])
    return root


@pytest.fixture
def checker(tmp_path):
    script = tmp_path / "fake_checker.py"
    script.write_text(FAKE, encoding="utf-8")
    return Checker((sys.executable, str(script)))
