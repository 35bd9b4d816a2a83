"""Count the capitalised words of a folder of plain text: `qa/text/data/names/seen.txt`.

    python tools/count_names.py TEXT_FOLDER --out qa/text/data/names/seen.txt

TEXT_FOLDER is that of ``tools/build_lexicon.py``. A word counts where it follows a small letter or a comma and a blank,
so that the start of a sentence gives it no capital. Words seen once are left out: half of them are slips.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from pathlib import Path

from build_lexicon import FILES

_NAME = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
_FEWEST = 2


def main() -> None:
    """Read the command line, count, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for name in FILES:
        with gzip.open(arguments.texts / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.update(_NAME.findall(line))
    kept = sorted((word.encode(), count) for word, count in counts.items() if count >= _FEWEST and not word.isupper())
    arguments.out.write_bytes(b"".join(word + b" %d\n" % count for word, count in kept))


if __name__ == "__main__":
    main()
