"""A dash at the start of a paragraph, in the place of a quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_DASH = re.compile(r"[-–—] (?=[A-ZÀ-Þ])")
_ENDED = re.compile(r"[.!?…][\"”»)]?$")
_LEAST_PARAGRAPHS = 5
_MOST_SHARE = 0.25
_LEAST_WORDS = 8


class DialogueDash(Check):
    """A paragraph of speech begins with a dash, as in Russian, French or Spanish print.

    What it flags:
        The dash before a whole sentence at the start of a paragraph, in an article whose other paragraphs have none.

    Why it matters:
        English sets speech in quotation marks. With a dash the reader takes the paragraph for an item of a list.

    When it is wrong:
        In prose that keeps the dialogue dashes of its original. Lists are left alone, and texts in which more than a
        quarter of the paragraphs begin with a dash.

    Sources:
        New Hart's Rules, on dialogue in other languages; The Chicago Manual of Style, on alternatives to quotation
        marks.
    """

    id = "dialogue-dash"
    category = Category.QUOTE_FORMAT
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {"dash": "A paragraph of speech begins with a dash instead of a quotation mark"}
    unstable_under = {
        "paragraph-before-1": "the share of paragraphs with a dash falls",
        "paragraph-before-2": "the share of paragraphs with a dash falls",
        "twice": "two dashes in a row are a list",
    }
    bad = (
        "The mayor came at noon.\n\nShe saw the dam.\n\n"
        "[[- ->]]The town pays great attention to the old dam at Lenk.\n\nShe left at one.\n\nThe dam is old.",
        "Dam at Lenk is closed\n\nThe mayor saw it.\n\n"
        "[[— ->]]Very often, the matter of the old dam is one of money.\n\nShe left at one.\n\nThe dam is old.",
        "The dam is old.\n\nIt leaks.\n\n[[– ->]]We will mend it as soon as there is money, she said.\n\n"
        "That was in May.\n\nIt leaks still.",
    )
    good = (
        "The mayor came at noon.\n\nShe saw the dam.\n\n- bread and butter\n\nShe left.\n\nThe dam is old.",
        "- Come here and look at the old dam, said Dara Lenk.\n\n- I see it, and it leaks as it did last year.\n\n"
        "- Let us go home now, said Dara, and they went.\n\nThe dam is old.\n\nIt leaks.",
        "The shop has three things:\n\n- A lamp with a green shade of the old kind.\n\n"
        "- A map of the valley with its dams.\n\nThe dam is old.\n\nIt leaks.\n\nThe end.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        found: list[tuple[Analysis, Span]] = []
        paragraphs = 0
        for text in texts:
            paragraphs += len(text.blocks)
            for span, role in text.blocks:
                match = _DASH.match(text.text, span.start, span.end) if role is Role.BODY else None
                if match and _is_sentence(span.of(text.text)):
                    found.append((text, Span(*match.span())))
        if paragraphs < _LEAST_PARAGRAPHS or len(found) > _MOST_SHARE * paragraphs:
            return
        for text, span in found:
            yield self.finding(text.segment, span, "dash", fixes=[replace(span, "")])


def _is_sentence(paragraph: str) -> bool:
    return _ENDED.search(paragraph) is not None and paragraph.count(" ") >= _LEAST_WORDS
