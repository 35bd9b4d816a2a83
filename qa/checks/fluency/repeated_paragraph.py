"""A paragraph that the document has already said, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Granularity, Need
from qa.core.document import Document, Role
from qa.core.finding import Finding, Related
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_FEWEST_CHARACTERS = 60


class RepeatedParagraph(Check):
    """A paragraph of the running text stands twice, word for word.

    What it flags:
        The second and every further copy of a paragraph of at least sixty characters, line ends and blanks aside.

    Why it matters:
        The paragraph was pasted or translated twice, and another may be missing in its place.

    When it is wrong:
        Forms and minutes repeat set phrases. A lead that repeats the title is no paragraph of the running text.

    Sources:
        The MQM typology, error type duplication.
    """

    id = "repeated-paragraph"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.BLOCKS})
    messages = {"again": "This paragraph already stands in line {line}"}
    unstable_under = {"twice": "a text that is repeated whole repeats its paragraphs"}
    bad = (
        "Ferries to the island were late again on Sunday, the harbour office said.\n\n"
        "[[Ferries to the island were late again on Sunday, the harbour office said.]]",
        "Two boats were lost in the storm, and a third was found near the old lighthouse.\nNobody was hurt.\n"
        "[[Two boats were lost in the storm, and a third was found near the old lighthouse.]]",
        "The bridge will open in spring, the mayor said, and the road to it will follow.\n\n"
        "[[The bridge will open in spring, the mayor said, and the road to it will follow.]]\n\n"
        "[[The bridge will open in spring, the mayor said, and the road to it will follow.]]",
    )
    good = (
        "He laughed.\n\nShe left the room.\n\nHe laughed.",
        "Ferries late again\n\nFerries to the island were late again on Sunday.",
        "The first of the three boats left the harbour at noon on Sunday.\n"
        "The second of the three boats left the harbour at noon on Sunday.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        seen: dict[str, tuple[Analysis, Span]] = {}
        for text in texts:
            for span, role in text.blocks:
                if role is not Role.BODY or len(span) < _FEWEST_CHARACTERS:
                    continue
                earlier, place = seen.setdefault(" ".join(text.text[span.start : span.end].split()), (text, span))
                if earlier is text and place == span:
                    continue
                related = Related(earlier.segment.id, place, earlier.text[place.start : place.end])
                line = earlier.text.count("\n", 0, place.start) + 1
                yield self.finding(text.segment, span, "again", related=[related], line=line)
