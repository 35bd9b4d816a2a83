"""A name written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.scan import Words

_PART = r"[A-ZÀ-Þ][\w'’-]+"
_NAME = rf"{_PART}(?: (?:(?:of|the|de|la|von|van) ){{0,2}}{_PART}){{1,4}}"
_TWICE = re.compile(rf"(?<![\w'’-])(?P<name>{_NAME})(?P<again>,? (?P=name))(?![\w'’-])")
# Not followed by a longer name that begins with the shorter one: "Marlow Radio, Marlow Radio +1".
_ENDS = re.compile(r"(?:[.,;:!?)]|\s*$|\s*\n| (?!\+)(?:[a-z(–—-]))")
_LONGEST = 5
_CITY_AND_STATE = frozenset({"New York"})
_BEFORE_CALL = frozenset('.!?:;"“‘—–') | {""}
_COMMA_ENDS = frozenset(",.;")


class RepeatedName(Check):
    """A name of two or more words stands twice in a row.

    What it flags:
        "Chile, Costa Rica Costa Rica, Peru", "the Marlow Hospital, Marlow Hospital, and others".

    Why it matters:
        One of the two is another name in the source, or the system stumbled.

    When it is wrong:
        "New York, New York" and series such as "Radio Marlow, Radio Marlow 2" are known; calls ("Dara Lenk, Dara
        Lenk!") inside quotation marks are left alone.

    Sources:
        Holtzman et al., The Curious Case of Neural Text Degeneration (2020), on the repetition of neural systems.
    """

    id = "repeated-name"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.93
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"twice": "“{name}” stands twice in a row"}
    bad = (
        "The firms of Norway, Costa Rica[[ Costa Rica->]], Peru and Chile signed.",
        "Doctors from the Marlow Central Hospital[[, Marlow Central Hospital->]], and others spoke.",
        "They met the firms of the United Valley Works[[ United Valley Works->]], the Penn Works and others.",
        "The first Lake Race[[ Lake Race->]] was rowed in May.",
    )
    good = (
        "He was born in New York, New York, in May.",
        "Four channels are Radio Marlow, Radio Marlow 2, Lenk Sport and Lenk Sport +1.",
        "“Dara Lenk, Dara Lenk!” they cried.",
        "Dara Lenk, Dara Lenk, come home.",
        "The Lake National Park National Park Service met.",
        "They had the Galaxy Note Galaxy Note II in mind.",
        "Bora Bora and Walla Walla are far away.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose, words = text.text, text.words
        for start in _repeated(words):
            match = _TWICE.match(prose, words.starts[start])
            if match is None:
                continue
            name = match["name"]
            comma = match["again"].startswith(",")
            parts = name.split(" ")
            if name in _CITY_AND_STATE or len(set(parts)) == 1 or not _ENDS.match(prose, match.end()):
                continue
            # "Marlow, Marlow Steel": with a comma, the second name must end there too.
            # At the start of a sentence it is a call.
            called = prose[max(0, match.start() - 2) : match.start()].strip()[-1:] in _BEFORE_CALL
            if comma and (called or prose[match.end() : match.end() + 1] not in _COMMA_ENDS):
                continue
            before = prose[max(0, match.start() - 1) : match.start()]
            if text.quotations.inside(match.start()) or _is_part(prose, match.start(), before):
                continue
            if prose[match.end() : match.end() + 2].strip().isupper() and not comma:
                continue
            span = Span(*match.span("again"))
            yield self.finding(segment, span, "twice", fixes=[replace(span, "")], name=name)


def _is_part(prose: str, start: int, before: str) -> bool:
    """Whether the first name is the end of a longer one, so that another may begin with the same words."""
    if before != " ":
        return False
    word = prose[max(0, start - 24) : start - 1].rpartition(" ")[2]
    return word[:1].isupper() and word[-1:].isalnum()


def _repeated(words: Words) -> Iterator[int]:
    """Numbers of the words at which a run of two to five words, the first of them capitalised, begins to repeat."""
    for size in range(2, _LONGEST + 1):
        same = words.same_as_later(size)
        run = b"\x01" * size
        place = same.find(run)
        while place >= 0:
            if words.texts[place][0].isupper():
                yield place
            place = same.find(run, place + 1)
