"""An initialism with and without full stops in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, evidence_of, rarer_first, related_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_DOTTED = re.compile(r"[A-Z]\.(?:[A-Z]\.){1,3}(?![\w-]*\w\.)|Ph\.D\.?")
_PERSON = re.compile(r"T\.V\.[ \u00a0][A-Z][a-z]")
_PLAIN_AFTER = re.compile(r"[\w$-]|/\w|\.\w|[ \u00a0][$€£]")
# Names of events, firms and papers that fix one way.
_FIXED = re.compile(
    r"[ \u00a0](?:Open|Masters|Airways|Steel|Weekly|Bank|Bancorp|Cellular|News|Today|Soccer|Magazine|Universe|Comics)\b"
)

_COMPARED = frozenset("US UK UN EU USA UAE USSR PhD DC GDP TV FBI CIA".split())
"""Initialisms of which both ways are common; others with full stops are mostly initials of people."""


class MixedAbbreviationPoints(Check):
    """The same initialism is written with full stops in one place and without in another.

    What it flags:
        The rarer way: "U.S." among many "US", "U.N." beside "UN". Where both are as frequent, the later one.

    Why it matters:
        A house uses one way throughout.

    When it is wrong:
        In names of firms and events that fix one way ("US Airways"). Titles and headings, quotations, initials of
        people ("J.K. Rowling") and dollar amounts (US$) are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Abbreviations”; New Hart's Rules, chapter “Abbreviations and symbols”.
    """

    id = "mixed-abbreviation-points"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.MINOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"points": "“{text}” here, “{other}” elsewhere ({count} to {counts})"}
    bad = (
        "The US army left. The US president said so, and the [[U.S.->US]] Congress agreed.",
        "The U.N. met in May. The head of the U.N. spoke, then the [[UN->U.N.]] Security Council voted.",
        "He moved from the U.K. in May and came back to the [[UK->U.K]]. Nobody in the U.K. noticed.",
    )
    good = (
        "The US army left, and the US president said so.",
        "The U.S. army left; it cost US$5 million.",
        "J.K. Moreau writes books. The JK club reads them.",
        "The US army left. “We like the U.S.,” one man said.",
        "The U.S. team won the US Open and US $4,200.",
        "They told Us Weekly that the U.S.-built ship had sunk.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        dotted: dict[str, list[Place]] = {}
        for text in texts:
            for match in _DOTTED.finditer(text.text):
                letters = match.group().replace(".", "")
                dotted.setdefault(letters, []).append(Place(text, Span(*match.span()), match.group()))
        for letters, places in dotted.items():
            plain = list(_plain(letters, texts)) if letters in _COMPARED else []
            own = [place for place in places if _is_prose(place)] if plain else []
            plain = [place for place in plain if _is_prose(place)] if own else []
            if own and plain:
                yield from self._report(own, plain)

    def _report(self, dotted: list[Place], plain: list[Place]) -> Iterator[Finding]:
        rare, rest = rarer_first(dotted, plain)
        evidence = evidence_of([*rest, *rare])
        for place in rare:
            text, end = place.text.text, place.span.end
            if rare is plain:
                new = rest[0].form.removesuffix(".") if text[end : end + 1] == "." else rest[0].form
            else:
                sentence = place.text.sentence_at(place.span.start)
                new = plain[0].form + ("." if sentence is not None and sentence.span.end == end else "")
            yield self.finding(
                place.text.segment,
                place.span,
                "points",
                fixes=[replace(place.span, new)],
                evidence=evidence,
                related=related_of(rest),
                other=rest[0].form,
                count=len(rare),
                counts=len(rest),
            )


def _plain(letters: str, texts: Sequence[Analysis]) -> Iterator[Place]:
    """Places of an initialism without full stops."""
    for text in texts:
        words = text.words
        for ordinal in words.index.get(letters.lower(), ()):
            span = words.span(ordinal)
            if words.texts[ordinal] == letters and not _PLAIN_AFTER.match(text.text, span.end):
                yield Place(text, span, letters)


def _is_prose(place: Place) -> bool:
    """Whether a place lies in running prose, outside quotations, and is no part of a name that fixes its form."""
    text = place.text
    if _FIXED.match(text.text, place.span.end) or _PERSON.match(text.text, place.span.start):
        return False
    sentence = text.sentence_at(place.span.start)
    in_prose = sentence is not None and sentence.role not in (Role.TITLE, Role.HEADING)
    return in_prose and not text.quotations.inside(place.span.start)
