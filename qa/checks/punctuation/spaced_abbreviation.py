"""Abbreviation with blanks between its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Starts at the full stop with its blank; the letters on both sides are looked up.
_SPACED = re.compile(
    r"\.[ \u00a0](?:(?<=\b[iI]..)e\.|(?<=\b[eE]..)g\.|(?<=\d[ap]..)m\.|(?<=\d [ap]..)m\."
    r"|(?<=\bU..)(?:S|K|N)\.(?: ?A\.)?|(?<=\bPh..)D\.)"
)
_INITIALS = re.compile(r"(?:[A-Z]\. ?|\b[A-Z][a-z]+ )$")


class SpacedAbbreviation(Check):
    """An abbreviation of two letters has a blank inside.

    What it flags:
        "i. e.", "e. g.", "5 p. m.", "U. S.", "Ph. D.".

    Why it matters:
        The line can break inside, and the full stop looks like the end of a sentence. Translators keep the habit from
        languages that set the blank.

    When it is wrong:
        In houses that set it on purpose, as was common before 1950. Initials of people ("U. S. Grant") are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Abbreviations”; New Hart's Rules, chapter “Abbreviations and symbols”.
    """

    id = "spaced-abbreviation"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"spaced": "“{text}” is written without blanks: “{joined}”"}
    bad = (
        "The vote was final, [[i. e.->i.e.]] nobody could change it.",
        "Some animals, [[e. g.->e.g.]] cats, came.",
        "The hall opens at 5 [[p. m.->p.m.]] and closes at 11.",
        "The [[U. S.->U.S.]] Navy and the [[U. K.->U.K.]] army left.",
        "She took her [[Ph. D.->Ph.D.]] in Ostrau.",
    )
    good = (
        "The vote was final, i.e. nobody could change it, at 5 p.m. in the U.S.",
        "J. K. Rowling and U. S. Grant and E. G. Marlow met.",
        "I am section I. E. is another.",
        "Group p. M. is last, and plan i. Everyone knows.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _SPACED.finditer(prose):
            dot = match.start()
            start = dot - (2 if match.group().endswith("D.") and prose[dot - 1] == "h" else 1)
            first = prose[dot - 1]
            if first in "IE" and prose[match.end() - 2].isupper():
                continue
            if first == "U":
                behind = prose[match.end() : match.end() + 8].split()
                if _INITIALS.search(prose, max(0, start - 24), start) and not prose[:start].rstrip().endswith(
                    ("The", "the")
                ):
                    continue
                if behind and behind[0] in {"Grant", "Grant's", "Grant’s", "Grant,"}:
                    continue
            span = Span(start, match.end())
            joined = "".join(match.group().split())
            joined = prose[start:dot] + joined
            yield self.finding(
                segment, span, "spaced", fixes=[replace(span, joined, Applicability.SAFE)], joined=joined
            )
