"""Quotation marks of another language in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Fixable, Need
from qa.core.finding import Finding, Related
from qa.core.fix import Applicability, Edit, Fix
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.quotations import Quotation

_FOREIGN = frozenset("«»„‟‹›‚「」『』《》")
_ENGLISH_PAIRS = {"straight": ('"', '"'), "curly": ("“", "”"), "single": ("‘", "’")}


class ForeignQuote(Check):
    """A quotation in English stands in the marks of another language.

    What it flags:
        «French or Russian», „German or Polish“, 《Chinese》 and 「Japanese」 marks around English words.

    Why it matters:
        The marks were carried over from the source; no English paper sets them.

    When it is wrong:
        Around words left in the other language, as in a cited title.

    Sources:
        Unicode CLDR, delimiters by locale; New Hart's Rules, chapter “Quotations and direct speech”.
    """

    id = "foreign-quote"
    category = Category.QUOTE_FORMAT
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"pair": "Quotation marks {open}…{close} are not English"}
    bad = (
        Example("He plays for [[«]]Torpedo» and for “Dynamo”.", fixed="He plays for “Torpedo” and for “Dynamo”."),
        Example("The paper [[„]]Morning“ wrote about it.", fixed="The paper “Morning” wrote about it."),
        "The novel [[《]]River Town》 sold well.",
    )
    good = (
        "He plays for “Torpedo” and for ‘Dynamo’.",
        'The paper "Morning" wrote about it.',
        "Temperatures are ≤ 5 and ≥ 2 << 7.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if _FOREIGN.isdisjoint(text.characters):
            return
        own = _own_style(text.quotations.pairs)
        for pair in text.quotations.pairs:
            marks = text.text[pair.open.start : pair.open.end], text.text[pair.close.start : pair.close.end]
            if not (marks[0] in _FOREIGN or (marks[1] in _FOREIGN and marks[0] in "“”")):
                continue
            if not text.text[pair.open.end : pair.close.start].isascii() and not _mostly_latin(text.text, pair):
                continue
            new = _ENGLISH_PAIRS[own]
            inner = _inner(text.text, pair)
            edits = (Edit(Span(pair.open.start, inner.start), new[0]), Edit(Span(inner.end, pair.close.end), new[1]))
            yield self.finding(
                segment,
                pair.open,
                "pair",
                fixes=[Fix(f"{new[0]}…{new[1]}", edits, Applicability.SUGGEST)],
                related=[Related(segment.id, pair.close, marks[1])],
                open=marks[0],
                close=marks[1],
            )


def _own_style(pairs: tuple[Quotation, ...]) -> str:
    """The English style that the text uses most; curly where it has none."""
    counts = Counter(pair.style for pair in pairs if pair.style in _ENGLISH_PAIRS)
    return counts.most_common(1)[0][0] if counts else "curly"


def _inner(text: str, pair: Quotation) -> Span:
    """What is quoted, without the blanks that French sets inside its marks."""
    start, end = pair.open.end, pair.close.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _mostly_latin(text: str, pair: Quotation) -> bool:
    letters = [char for char in text[pair.open.end : pair.close.start][:80] if char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 > len(letters)
