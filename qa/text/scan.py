"""Tokens of a text as columns, found in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from qa.core.span import Span

# Marks that Python's \w leaves out although they belong to the letter before them: combining accents, Hebrew and Arabic
# points, vowel signs of the scripts of India and South-East Asia.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d"
    "\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1dc0-\u1dff\u20d0-\u20f0"
)
LETTER = rf"[^\W\d_][{MARKS}]*"
_ADDRESS = (
    r"(?:https?|ftp)://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?')\]}…]"
    r"|www\.[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?')\]}…]"
    r"|[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)
_WORD = rf"(?:[^\W_][{MARKS}]*)+(?:['’ʼ‑-](?:[^\W_][{MARKS}]*)+)*"
_TOKEN = re.compile(
    rf"(?P<address>{_ADDRESS})|(?P<number>\d+(?:[.,]\d+)*(?![\w]))|(?P<word>{_WORD})|(?P<mark>[^\w\s]|_)"
)


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


@dataclass(frozen=True, slots=True)
class Words:
    """The word tokens as columns: letters and digits with inner hyphens and apostrophes ("co-operation", "isn't").

    starts, ends: code points. texts: as written. lower: case-folded to lower, with straight apostrophes. index: for
    each lower-cased word the ordinals of its occurrences in order.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    texts: Sequence[str]
    lower: Sequence[str]
    index: dict[str, list[int]]

    def __len__(self) -> int:
        """Number of words."""
        return len(self.starts)

    def span(self, index: int) -> Span:
        """The characters of word number `index`."""
        return Span(self.starts[index], self.ends[index])


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


def words_of(text: str, tokens: Tokens) -> Words:
    """The word tokens of `text` with an index from lower-cased word to occurrences."""
    starts: list[int] = []
    ends: list[int] = []
    texts: list[str] = []
    for start, end, kind in zip(tokens.starts, tokens.ends, tokens.kinds, strict=True):
        if kind == Kind.WORD:
            starts.append(start)
            ends.append(end)
            texts.append(text[start:end])
    lower = [word.lower() for word in texts]
    if "’" in text:
        lower = [word.replace("’", "'") if "’" in word else word for word in lower]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for ordinal, word in enumerate(lower):
        index[word].append(ordinal)
    return Words(starts, ends, texts, lower, dict(index))


def addresses(text: str, tokens: Tokens) -> tuple[Span, ...]:
    """Web and mail addresses: characters that are not prose."""
    if "@" not in text and "://" not in text and "www." not in text:
        return ()
    return tuple(tokens.span(index) for index, kind in enumerate(tokens.kinds) if kind == Kind.ADDRESS)
