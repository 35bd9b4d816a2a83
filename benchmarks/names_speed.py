"""Speed of the analysis of names alone, in a process of its own: `names_speed.py TEXTS.jsonl OUT.json`.

Words, sentences and blocks are found before the clock of the names starts, because every check shares them; they have a
clock of their own. So have the tables, which are loaded once.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from qa.core.document import Segment
from qa.text.analysis import Analysis
from qa.text.names.article.families import find_families
from qa.text.names.uses import name_uses

WARM_UP = 20
"""Articles read before the clocks start: they load the tables."""


def timed(texts: Sequence[str]) -> dict[str, float]:
    """CPU seconds: `load` for the first articles, then `layers` and `names` for all; and the number of `families`."""
    started = time.process_time()
    for text in texts[:WARM_UP]:
        _families(_with_layers(text))
    clocks = {"load": time.process_time() - started, "layers": 0.0, "names": 0.0, "families": 0}
    for text in texts:
        started = time.process_time()
        analysis = _with_layers(text)
        between = time.process_time()
        clocks["families"] += _families(analysis)
        clocks["layers"] += between - started
        clocks["names"] += time.process_time() - between
    return clocks


def _with_layers(text: str) -> Analysis:
    """An English text with the layers that names are found by."""
    analysis = Analysis(Segment("1", text, lang="en"))
    # Each is computed when it is asked for.
    _ = analysis.words, analysis.sentences, analysis.lexicon
    return analysis


def _families(analysis: Analysis) -> int:
    return len(find_families(name_uses([analysis]), [analysis]))


def main() -> int:
    """Reads the records, times them, writes the seconds."""
    source, out = map(Path, sys.argv[1:3])
    texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").split("\n") if line]
    out.write_text(json.dumps(timed(texts)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
