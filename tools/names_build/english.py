"""How often counted English prose has a word, with a capital and without, for telling English names of places."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

TEXTS = "congress_press history_state presidents openstax wikinews eltec_fiction".split()
"""Public-domain and CC BY texts; only these counts are used, no text is kept."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)+")
_CAPITAL_SHARE = 0.6


class English:
    """Counts of words as written and of runs of two capitalised words."""

    def __init__(self, folder: Path) -> None:
        """Count the texts in a folder."""
        self.words: Counter[str] = Counter()
        for name in TEXTS:
            with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
                for line in lines:
                    self.words.update(_WORD.findall(line))
                    for run in _CAPITALS.findall(line):
                        parts = run.split(" ")
                        self.words.update(" ".join(parts[at : at + 2]) for at in range(len(parts) - 1))

    def count(self, form: str) -> int:
        """Occurrences of a capitalised form; 0 where it is mostly a plain word in small letters."""
        capital = self.words[form]
        small = self.words[form[0].lower() + form[1:]]
        return capital if capital >= _CAPITAL_SHARE * (capital + small) else 0
