"""A phrase joined to itself by "and" or "or"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_LONGEST = 9
_LONGEST_SHOWN = 50
_JOINING = frozenset({"and", "or"})
_ENDS = re.compile(r"[.;:!?)]|\s*$|\s*\n")
_ENDS_OR_COMMA = re.compile(r"[.,;:!?)]|\s*$|\s*\n")
# Said twice on purpose.
_FORMULAS = frozenset(
    {
        "so",
        "on",
        "forth",
        "by",
        "again",
        "over",
        "more",
        "less",
        "between",
        "there",
        "i",
        "round",
        "beyond",
        "no",
        "not",
    }
)


class RepeatedConjunctPhrase(Check):
    """A phrase of two words or more is joined to itself by "and" or "or".

    What it flags:
        "to help the people and help the people", "in key areas and key areas": what stands for two things in the
        source.

    Why it matters:
        One of two things is lost, and the sentence says the other twice.

    When it is wrong:
        In figures of speech, which are rare in running prose ("for a week and a week"); verse and set phrases ("and so
        on, and so on") are left alone, and what is said three times.

    Sources:
        Holtzman et al., The Curious Case of Neural Text Degeneration (2020), on the repetition of neural systems;
        counted in fifteen million words of edited English.
    """

    id = "repeated-conjunct-phrase"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.94
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {"joined": "“{phrase}” is joined to itself"}
    bad = (
        "The plan will help the people[[ and help the people->]].",
        "They made checks in key areas[[ and key areas->]].",
        "A lamp, a map[[ or a map->]], and a book were sold.",
        "Then the guests were welcomed into the house[[, and welcomed into the house->]].",
    )
    good = (
        "They spoke of boats, and so on, and so on.",
        "To be free is to have rights, and to have rights, one must be free.",
        "There are good men and good men.",
        "I waited and I waited. They went round the house and round the house.",
        "It has no bad effect, and bad effect is what counts.",
        "Help the people and help the people’s friends.",
        "More and more, day by day and day by day, they came.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        words = text.words
        done = -1
        for link in sorted(ordinal for word in _JOINING for ordinal in words.index.get(word, ())):
            size = _size_of_repeated(words.lower, link)
            if size and words.starts[link - size] > done and _is_slip(text, link - size, size):
                span = Span(words.ends[link - 1], words.ends[link + size])
                done = span.end
                phrase = text.text[words.starts[link - size] : span.start]
                shown = phrase if len(phrase) <= _LONGEST_SHOWN else f"{phrase[: _LONGEST_SHOWN - 1]}…"
                yield self.finding(segment, span, "joined", fixes=[replace(span, "")], phrase=shown)


def _size_of_repeated(lower: Sequence[str], link: int) -> int:
    """The number of words that stand both before and behind the conjunction with number `link`; 0 where none do."""
    before = lower[max(0, link - _LONGEST) : link]
    first = lower[link + 1] if link + 1 < len(lower) else ""
    if first not in before:
        return 0
    sizes = range(len(before), 1, -1)
    return next((size for size in sizes if before[-size:] == lower[link + 1 : link + 1 + size]), 0)


def _is_slip(text: Analysis, first: int, size: int) -> bool:
    """Whether the phrase of `size` words from word `first` on stands beside itself by mistake."""
    words, prose = text.words, text.text
    last = first + 2 * size
    phrase = words.lower[first : first + size]
    before = words.lower[max(0, first - 3) : first]
    if _FORMULAS & {*phrase, *before} or len(set(phrase)) == 1:
        return False
    gaps = [prose[words.ends[at] : words.starts[at + 1]] for at in range(first, last)]
    comma = gaps[size - 1] == ", "
    if (gaps[size - 1] != " " and not comma) or any(gap != " " for at, gap in enumerate(gaps) if at != size - 1):
        return False
    if (words.texts[first][0].isupper() and words.texts[first + size - 1][0].isupper()) or _goes_on(text, first, size):
        return False
    ends = _ENDS if comma else _ENDS_OR_COMMA
    return ends.match(prose, words.ends[last]) is not None and text.role_at(words.starts[first]) is not Role.VERSE


def _goes_on(text: Analysis, first: int, size: int) -> bool:
    """Whether the phrase stands three times."""
    lower = text.words.lower
    phrase = lower[first : first + size]
    return lower[max(0, first - size - 1) : max(0, first - 1)] == phrase or (
        lower[first + 2 * size + 2 : first + 3 * size + 2] == phrase
    )
