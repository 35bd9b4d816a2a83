"""Names that are written with a capital inside and hardly ever otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from lexicon_build.counts import Counts

# "Mac" is left out: Macarthur, Macdonald and Mackenzie are names as well.
_INNER = re.compile(r"(?!Mac[A-Z])[A-Z][A-Za-z']*(?:[a-z]|')[A-Z][A-Za-z']*[a-z]")
_CHANGED = frozenset({"MySpace"})
"""Names that their bearers have written otherwise since the text was written."""
_FEWEST = 20
_FEWEST_LETTERS = 6
_LEAST_SHARE = 0.97


def inner_capital_lines(counts: Counts) -> list[str]:
    """Names of six letters or more with 20 occurrences, all in capitals left out, 97 % of them in this one form."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, count in counts.forms.items():
        if not form.isupper() and not form.islower():
            forms[form.lower()][form] += count
    found = []
    for spellings in forms.values():
        best, count = spellings.most_common(1)[0]
        often = count >= _FEWEST and count >= _LEAST_SHARE * spellings.total()
        if often and len(best) >= _FEWEST_LETTERS and _INNER.fullmatch(best) and best not in _CHANGED:
            found.append(best)
    return sorted(found)
