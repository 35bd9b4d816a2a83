"""Build the word table: how frequent a word is and how often it is written with a capital."""

from __future__ import annotations

import math
import re
from collections import Counter

from lexicon_build.counts import Counts

SHARE_STEPS = (0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)
"""Lower bounds of the share classes "a" to "r"; qa.text.lexicon reads the same list from the table's first line."""

_SHAPE = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['\-][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
_MIN_MID = 5  # below this a share of capitals says nothing
_MIN_LOWER = 8  # an unlisted lower-case word needs this many occurrences outside fiction, in two files
_MIN_NAME = 12
_MIN_HYPHENATED = 8
_MIN_PART = 20
_REJECT = frozenset("publically thebipartisan wouldbe alot employe".split())


def share_class(part: int, whole: int) -> str:
    """Name the class of part/whole, "-" when whole is too small."""
    if whole < _MIN_MID:
        return "-"
    share = part / whole
    return chr(ord("a") + max(i for i, bound in enumerate(SHARE_STEPS) if share >= bound))


def zipf(count: int, total: int) -> int:
    """Ten times the Zipf value: log10 of occurrences per thousand million words."""
    return round(10 * math.log10(count / total * 1e9))


class _Spellings:
    """All written forms of each word, folded to lower case."""

    def __init__(self, counts: Counts) -> None:
        self.count: Counter[str] = Counter()
        self.mid: Counter[str] = Counter()
        self.mid_capital: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        self.alone_capital: Counter[str] = Counter()
        self.best: dict[str, str] = {}
        for form, count in counts.forms.items():
            self.count[form.lower()] += count
        for source, every, capital in (
            (counts.mid, self.mid, self.mid_capital),
            (counts.alone, self.alone, self.alone_capital),
        ):
            for form, count in source.items():
                every[form.lower()] += count
                if form[0].isupper():
                    capital[form.lower()] += count
        # The form most frequent inside sentences; at sentence starts only where there is no other.
        for source in (counts.mid, counts.forms):
            for form, _ in sorted(source.items(), key=lambda item: (-item[1], item[0])):
                self.best.setdefault(form.lower(), form)


def _wanted(word: str, counts: Counts, seen: _Spellings, listed: dict[str, int], level: int) -> bool:
    count = seen.count[word]
    if word in listed and listed[word] <= level:
        return True
    if word in _REJECT or len(word) < 2:
        return False
    outside_fiction = count - counts.by_file.get("eltec_fiction", Counter())[word]
    if "-" in word:
        return outside_fiction >= _MIN_HYPHENATED and all(
            len(part) > 1 and seen.count[part] >= _MIN_PART for part in word.split("-")
        )
    capital = seen.mid_capital[word] / seen.mid[word] if seen.mid[word] else 1.0
    if capital >= 0.9:  # a name; names of one novel are left out
        return outside_fiction >= _MIN_NAME
    return outside_fiction >= _MIN_LOWER and counts.sources[word].bit_count() >= 2


def word_lines(counts: Counts, listed: dict[str, int], level: int) -> tuple[list[str], list[str]]:
    """Make the word table, grouped by code, and the list of forms that differ from lower case.

    Args:
        counts: The counted text.
        listed: Lower-case dictionary word -> its level (small = common).
        level: Words up to this level are kept even when the text has them once.

    Returns:
        Lines "code: words" (code = two digits of ten times Zipf, class of the share of capitals inside sentences, the
        same outside names, tens of the dictionary level or 0), and written forms such as "NATO", both sorted.
    """
    seen = _Spellings(counts)
    groups: dict[str, list[str]] = {}
    written = []
    for word in sorted(seen.count):
        if not _SHAPE.fullmatch(word) or not _wanted(word, counts, seen, listed, level):
            continue
        code = (
            f"{zipf(seen.count[word], counts.total):02d}"
            + share_class(seen.mid_capital[word], seen.mid[word])
            + share_class(seen.alone_capital[word], seen.alone[word])
            + str(listed.get(word, 0) // 10)
        )
        groups.setdefault(code, []).append(word)
        if seen.best[word] != word:
            written.append(seen.best[word])
    return [f"{code}: {' '.join(words)}" for code, words in sorted(groups.items())], written


def unseen_words(counts: Counts, listed: dict[str, int], level: int) -> list[str]:
    """List dictionary words up to a level that the text does not have at all."""
    present = {form.lower() for form in counts.forms}
    return sorted(
        word
        for word, at in listed.items()
        if at <= level and word not in present and _SHAPE.fullmatch(word) and not word.endswith("'s")
    )
