"""Marks of wikitext in a text that shows them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]{1,200})(?:\|(?P<shown>[^\[\]\n]{0,300}))?\]\]")
_NOT_SHOWN = re.compile(
    r":?(?:File|Image|Category|Datei|Bild|Kategorie|Fichier|Catégorie|Archivo|Categoría|Файл|Категория)\s?:"
)
_BOLD = re.compile(r"'''(?<![\w']''')(?P<inner>(?!['\s])[^\n]{1,200}?(?<![\s']))'''(?![\w'])")
_HEADING = re.compile(r"^(?P<level>={2,5}) ?(?P<inner>[^=\n]{1,100}?) ?(?P=level)$", re.MULTILINE)


class StrayWikiMarkup(Check):
    """Marks of wikitext stand in a text that shows them as they are.

    What it flags:
        `[[links]]`, `[[target|words shown]]`, `'''bold'''` and headings between `==`. Templates in double braces belong
        to the check of placeholders.

    Why it matters:
        The text was copied or translated from the source of a wiki page; the reader sees its code.

    When it is wrong:
        In a text about wikis.

    Sources:
        MediaWiki, Help:Formatting and Help:Links.
    """

    id = "stray-wiki-markup"
    category = Category.MARKUP
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {"mark": "Wiki markup left in the text: {text}"}
    bad = (
        "The [['''Ostrau Ferry'''->Ostrau Ferry]] is closed.",
        "[[== History ==->History]]\n\nThe town was founded in 1210.",
        "[['''Saltera'''->Saltera]] is a town on the coast.",
    )
    good = (
        "The board is 5''' thick, and the rock 'n' roll of the '60s.",
        "If a == b and c == d, nothing follows.",
        "The mayor [then [the] youngest] left.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        whole = text.text
        if "[[" in whole:
            for match in _LINK.finditer(whole):
                # Two letters tell words from the index or the rows of a table of numbers.
                if match["shown"] is not None or sum(map(str.isalpha, match["target"])) > 1:
                    yield self._found(segment, match, "" if _NOT_SHOWN.match(match["target"]) else _shown(match))
        if "'''" in whole:
            for match in _BOLD.finditer(whole):
                yield self._found(segment, match, match["inner"])
        if "==" in whole:
            for match in _HEADING.finditer(whole):
                yield self._found(segment, match, match["inner"])

    def _found(self, segment: Segment, match: re.Match[str], right: str) -> Finding:
        span = Span(*match.span())
        return self.finding(segment, span, "mark", fixes=[replace(span, right)])


def _shown(match: re.Match[str]) -> str:
    """What a reader of the page would see."""
    return (match["shown"] or "").rpartition("|")[2] or match["target"]
