"""Blanks of another kind where an ordinary one is expected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_NAMES = {
    "\t": "tab",
    "\u00a0": "no-break space",
    "\u1680": "Ogham space mark",
    "\u2000": "en quad",
    "\u2001": "em quad",
    "\u2002": "en space",
    "\u2003": "em space",
    "\u2004": "third of an em",
    "\u2005": "quarter of an em",
    "\u2006": "sixth of an em",
    "\u2007": "figure space",
    "\u2008": "punctuation space",
    "\u2009": "thin space",
    "\u200a": "hair space",
    "\u202f": "narrow no-break space",
    "\u205f": "mathematical space",
    "\u3000": "ideographic space",
}
_ODD = frozenset(_NAMES)
# Between two words, or after the mark that ends one: numbers, units, initials and dashes lawfully have odd spaces.
_BETWEEN_WORDS = RarePattern(
    r"(?<=[^\W\d_]{2}|[^\W\d_][,;:.!?”’\"')])[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000](?=[“‘\"'(]?[^\W\d_]{2})"
)
_EAST_ASIAN = RarePattern(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
_ALIGNED = 8
_FEW = 3
_UNSURE = 0.7


class OddSpace(Check):
    """A tab, ideographic, figure or other odd space stands between two words.

    What it flags:
        Tabs inside a sentence and spaces of a fixed or foreign width between two words. No-break spaces between
        ordinary words are reported with low confidence, and only where a text has a few of them.

    Why it matters:
        Such characters come with text pasted from the source; they break searching, line breaks and comparison, and the
        wide ones show as holes.

    When it is wrong:
        Where a typesetter chose the space on purpose, as between a title and its subtitle.

    Sources:
        The Unicode Standard, chapter 6.2, table of space characters.
    """

    id = "odd-space"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.93
    fixable = Fixable.ALWAYS
    messages = {"odd": "{name} instead of an ordinary blank"}
    bad = (
        "The minister said:[[\u3000-> ]]“We shall see.”",
        "The factory[[\u2003-> ]]employs forty people.",
        "The river rose again, and the whole[[\t-> ]]town was cut off for the night.",
        "The mayor opened the[[\u00a0-> ]]bridge on Monday.",
    )
    good = (
        "The bridge is 40\u00a0km long and cost 12\u202f500 euros.",
        "It was written by J.\u00a0S. Bach in 1723 and is § 12\u00a0bis of his works.",
        Example("«\u00a0Le pont est à nous\u00a0», dit\u00a0elle.", lang="fr"),
        "Name\tTown\tAge\nMaria\tTurin\t34\nOskar\tBasel\t51",
        "He paused\u200a—\u200aand went on.",
        "The line (北京\u3000上海) was opened in 2011.",
        "Chapter\u00a0Four was late.\u00a0No one\u00a0knew why.\u00a0All\u00a0blanks\u00a0here\u00a0are\u00a0alike.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if text.characters.isdisjoint(_ODD) or text.base_lang == "fr":
            return
        for match in _BETWEEN_WORDS.finditer(text.text):
            space = match[0]
            if not _is_expected(text, match.start()):
                span = Span(*match.span())
                fix = replace(span, " ", Applicability.SAFE, "ordinary blank")
                confidence = _UNSURE if space == "\u00a0" else self.confidence
                yield self.finding(segment, span, "odd", fixes=[fix], confidence=confidence, name=_NAMES[space])


def _is_expected(text: Analysis, place: int) -> bool:
    """Whether the space at `place` has a use there: in East Asian text, in a table, or set throughout the text."""
    space = text.text[place]
    if space == "\u3000":
        return _EAST_ASIAN.search(text.text[place - 1] + text.text[place + 1]) is not None
    if space == "\t":
        start = text.text.rfind("\n", 0, place) + 1
        end = text.text.find("\n", place)
        line = text.text[start : end if end >= 0 else len(text.text)]
        before, _, after = line.partition("\t")
        return "\t" in after or len(line.split()) < _ALIGNED or before[-1:].isupper() or not after[:1].islower()
    return text.text.count(space) > _FEW
