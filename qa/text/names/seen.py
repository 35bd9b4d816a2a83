"""How often edited English prose has a name in a spelling."""

from __future__ import annotations

from functools import cache
from importlib import resources

from qa.text.sorted_table import SortedTable


@cache
def _table() -> SortedTable:
    return SortedTable((resources.files("qa.text") / "data" / "names" / "seen.txt").read_bytes())


def seen(written: str) -> int:
    """Occurrences of a capitalised word inside sentences of 18 million words of edited prose; 0 for one or none.

    The prose is what `qa/text/data/README.md` lists; names that came up after 2010 are known from official prose only.
    """
    value = _table().get(written)
    return int(value) if value else 0
