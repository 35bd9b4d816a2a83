"""Tokens of a text as columns, found in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import islice
from operator import eq

from qa.core.span import Span

# Marks that Python's \w leaves out although they belong to the letter before them: combining accents, Hebrew and Arabic
# points, vowel signs of the scripts of India and South-East Asia.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d"
    "\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1dc0-\u1dff\u20d0-\u20f0"
)
_LETTERS = rf"[^\W_]++(?:[{MARKS}]++[^\W_]*+)*+"
_WORD = rf"{_LETTERS}(?:['’ʼ‑-]{_LETTERS})*+"
# At most eight groups, so that a mile of "1,1,1…" is read in linear time.
_NUMBER = r"\d++(?:[.,]\d++){0,8}+(?!\w)"
_ADDRESS = (
    r"(?:https?|ftp)://[^\s<>\"“”«»\[\]]*[^\s<>\"“”«».,;:!?')\[\]}…]"
    r"|www\.[^\s<>\"“”«»\[\]]*[^\s<>\"“”«».,;:!?')\[\]}…]"
    r"|[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)
_TOKEN = re.compile(rf"(?P<address>{_ADDRESS})|(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<mark>[^\w\s]|_)")
# For texts without addresses, and without the marks that no word check asks for: twice as fast.
_ONLY_WORDS = re.compile(rf"{_NUMBER}|({_WORD})")
_ONLY_ADDRESSES = re.compile(_ADDRESS)


class Kind(IntEnum):
    """What a token is. The values are the group numbers of the pattern that finds them."""

    ADDRESS = 1
    NUMBER = 2
    WORD = 3
    MARK = 4


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything but white space, as three columns of equal length: start and end (code points) and kind."""

    starts: Sequence[int]
    ends: Sequence[int]
    kinds: Sequence[int]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.starts)

    def span(self, index: int) -> Span:
        """The characters of token number `index`."""
        return Span(self.starts[index], self.ends[index])


@dataclass(frozen=True)
class Words:
    """The word tokens as columns: letters and digits with inner hyphens and apostrophes ("co-operation", "isn't").

    starts, ends: code points. texts: as written. lower: in small letters, with straight apostrophes.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    texts: Sequence[str]
    lower: Sequence[str]

    def __len__(self) -> int:
        """Number of words."""
        return len(self.starts)

    def span(self, index: int) -> Span:
        """The characters of word number `index`."""
        return Span(self.starts[index], self.ends[index])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different lower-cased words: what a check intersects with its table before anything else."""
        return frozenset(self.lower)

    @cached_property
    def capitalised(self) -> list[int]:
        """Ordinals of the words that begin with a capital."""
        pairs = enumerate(zip(self.texts, self.lower, strict=True))
        return [ordinal for ordinal, (word, small) in pairs if word != small and word[0].isupper()]

    @cached_property
    def written_small(self) -> frozenset[str]:
        """The different words that stand somewhere without any capital."""
        return self.vocabulary.intersection(self.texts)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """For each lower-cased word the ordinals of its occurrences in order."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        for ordinal, word in enumerate(self.lower):
            index[word].append(ordinal)
        return dict(index)

    def same_as_later(self, distance: int) -> bytes:
        """For each word but the last `distance` ones a byte: 1 where the word `distance` later is the same, else 0."""
        if distance not in self._same:
            self._same[distance] = bytes(map(eq, self.lower, islice(self.lower, distance, None)))
        return self._same[distance]

    @cached_property
    def _same(self) -> dict[int, bytes]:
        return {}

    def places(self, word: str) -> list[int]:
        """The ordinals of the occurrences of a lower-cased word in order; cheaper than `index` for a few words."""
        places: list[int] = []
        if word in self.vocabulary:
            find = self.lower.index
            place = -1
            try:
                while True:
                    place = find(word, place + 1)
                    places.append(place)
            except ValueError:
                pass
        return places


def scan(text: str) -> Tokens:
    """The tokens of `text` in order."""
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[int] = []
    add_start, add_end, add_kind = starts.append, ends.append, kinds.append
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        add_start(start)
        add_end(end)
        add_kind(match.lastindex or 0)
    return Tokens(starts, ends, kinds)


def words_of(text: str) -> Words:
    """The words of `text`; those inside web and mail addresses are none."""
    if _may_hold_address(text):
        spans = [match.span() for match in _TOKEN.finditer(text) if match.lastindex == Kind.WORD]
    else:
        spans = [match.span() for match in _ONLY_WORDS.finditer(text) if match.lastindex]
    small = text.lower()
    if len(small) == len(text):
        lower = [small[start:end] for start, end in spans]
    else:  # a letter such as İ becomes two
        lower = [text[start:end].lower() for start, end in spans]
    if "’" in text:
        lower = [word.replace("’", "'") if "’" in word else word for word in lower]
    texts = [text[start:end] for start, end in spans]
    return Words([start for start, _ in spans], [end for _, end in spans], texts, lower)


def addresses(text: str) -> tuple[Span, ...]:
    """Web and mail addresses: characters that are not prose."""
    if not _may_hold_address(text):
        return ()
    return tuple(Span(*match.span()) for match in _ONLY_ADDRESSES.finditer(text))


def _may_hold_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text
