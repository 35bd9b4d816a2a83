"""Character references of HTML in the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.markup._tags import TAG, speaks_of_markup
from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# With its semicolon; the frequent ones also with blanks inside, as machine translation spaces them, or without it.
_REFERENCE = re.compile(
    r"&(?:amp;)*(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,10}[0-9]{0,2});"
    r"|& ?(?:amp|quot|apos|nbsp|lt|gt|#\d{2,5}) ?;"
    r"|&(?:nbsp|quot|apos|[lr]squo|[lr]dquo|[nm]dash|hellip)(?![\w;=])"
)
_DEEPEST = 3
_LONGEST = 2  # some references stand for a letter and an accent


class LeftoverEntity(Check):
    """A character reference such as `&quot;` stands in the text in the place of its character.

    What it flags:
        Named and numbered references of HTML, escaped once or twice, with blanks inside or without their semicolon.

    Why it matters:
        The reader sees code in the place of a quotation mark or a dash.

    When it is wrong:
        In a text about markup that does not say so near the reference.

    Sources:
        WHATWG HTML Living Standard, 13.5 Named character references.
    """

    id = "leftover-entity"
    category = Category.MARKUP
    severity = Severity.MAJOR
    confidence = 0.98
    fixable = Fixable.ALWAYS
    messages = {"entity": "“{text}” in the place of its character"}
    bad = (
        "Marks [[&amp;->&]] Sons closed in June.",
        'He called it [[&quot;->"]]final[[&quot;->"]].',
        "It[[&#8217;->’]]s over, she said[[&nbsp;-> ]]again.",
        "It[[& #39 ;->']]s over.",
        "A long[[&amp;mdash;->—]]too long[[&mdash->—]] wait.",
    )
    good = (
        "AT&T; R&D; P&O; and B&Q are names.",
        "Smith & Sons; Jones & Co; others.",
        "The &amp; entity stands for an ampersand.",
        "See http://example.org/?a=1&quot=2&lt;3 for more.",
        "Johnson&Johnson; Procter&Gamble; and so on.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if "&" not in text.characters:
            return
        tags = [match.span() for match in TAG.finditer(text.text)] if "&lt;" in text.text else []
        for match in _REFERENCE.finditer(text.text):
            right = _character(match[0])
            in_tag = any(start <= match.start() < end for start, end in tags)
            if right is None or in_tag or speaks_of_markup(text.text, *match.span()):
                continue
            span = Span(*match.span())
            yield self.finding(segment, span, "entity", fixes=[replace(span, right)])


def _character(reference: str) -> str | None:
    """The character that a reference stands for, decoded as often as it was escaped; None if it stands for none."""
    bare = "".join(reference.split()).rstrip(";") + ";"
    for _ in range(_DEEPEST):
        bare = html.unescape(bare)
    if len(bare) > _LONGEST or not (bare.isprintable() or bare == "\u00a0"):
        return None
    return bare.replace("\u00a0", " ")
