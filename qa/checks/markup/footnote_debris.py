"""Rests of notes and edit links."""

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

_DEBRIS = re.compile(
    r"[ \u00a0]?(?:\[ ?(?:edit(?: ?\| ?edit source)?|edit source|(?:citation|clarification|verification|page|source"
    r"|attribution|quotation|better source|non-primary source|additional citations?) needed|dubious(?: ?[-–] ?discuss)?"
    r"|(?:permanent )?dead link|original research\??|according to whom\??|by whom\??|vague|weasel words"
    r"|failed verification|править(?: ?\| ?править код)?|источник не указан[^\]\n]{0,40}|编辑|編輯|編集|edytuj"
    r"|bearbeiten|modifier(?: ?\| ?modifier le code)?|editar|modifica) ?\])",
    re.IGNORECASE,
)
_CUE = re.compile(r"\b(?:tag|marked|label|note|says?|writes?)\W{0,3}\Z")
_BEFORE = 12


class FootnoteDebris(Check):
    """A note of an encyclopaedia's editors, or the link to edit a section, was copied with the text.

    What it flags:
        “[edit]”, “[citation needed]” and their kin, in English and in some other languages. Numbers in brackets are
        left alone: they may be lawful references.

    Why it matters:
        It is no part of the text, and shows where the text was taken from.

    When it is wrong:
        Where a writer uses the phrase as a joke.

    Sources:
        Wikipedia, list of inline cleanup templates.
    """

    id = "footnote-debris"
    category = Category.MARKUP
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {"debris": "Left over from the page the text was taken from"}
    bad = (
        "The town has 40,000 people[[ [citation needed]->]] and two bridges.",
        "History[[ [edit | edit source]->]]\nThe town was founded in 1210.",
        "It is the oldest bridge.[[[edit]->]] It was built in 1390.",
        "The hall was closed in 1911[[ [better source needed]->]].",
    )
    good = (
        "He wrote “[sic]” beside it [my emphasis].",
        "The study [12] was repeated [13, 14].",
        "They edit [the paper] and needed a citation.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if "[" not in text.characters:
            return
        for match in _DEBRIS.finditer(text.text):
            if not _CUE.search(text.text, max(0, match.start() - _BEFORE), match.start()):
                span = Span(*match.span())
                yield self.finding(segment, span, "debris", fixes=[replace(span, "")])
