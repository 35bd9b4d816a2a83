"""A sentence that the document has already said, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Granularity, Need
from qa.core.document import Document, Role
from qa.core.finding import Finding, Related

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_FEWEST_CHARACTERS = 24
_FAR_CHARACTERS = 60
_NEXT = 1
_AGAIN = 0.7
"""Far from the first one it may be a pull quote, a standfirst or a set phrase."""
_Place = tuple[int, int, bool]
"""Where a sentence stood first: segment, sentence, and whether it is a paragraph of its own."""


class RepeatedSentence(Check):
    """A sentence of the running text stands twice, word for word.

    What it flags:
        The second copy of a sentence: right after the first from four words on, elsewhere in the document when it is
        long. A paragraph that is repeated whole is one finding of `repeated-paragraph` instead.

    Why it matters:
        Translation systems that work sentence by sentence repeat output when they lose their place; the sentence that
        should stand there is missing.

    When it is wrong:
        Titles and summaries say again what the text says, and a refrain or a quotation may return: titles, captions,
        lists and short sentences far apart are left alone.

    Sources:
        Raunak, Menezes and Junczys-Dowmunt, The Curious Case of Hallucinations in Neural Machine Translation (2021).
    """

    id = "repeated-sentence"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.SENTENCES, Need.BLOCKS})
    messages = {
        "again": "This sentence already stands in line {line}",
        "next": "This sentence repeats the one before it",
    }
    unstable_under = {"twice": "a text that is repeated whole repeats its sentences"}
    bad = (
        "The ferry left the harbour at noon. [[The ferry left the harbour at noon.]] Nobody was hurt.",
        "The council voted for the new bridge. [[The council voted for the new bridge.]]",
        "The council will build a new bridge over the river in spring, said the mayor. Work begins in May.\n"
        "Two firms have sent offers. [[The council will build a new bridge over the river in spring, said the mayor.]] "
        "Others may follow.",
    )
    good = (
        "Council to build bridge\n\nThe council will build a bridge. Work begins in May.",
        "“No.” “No.” Nothing else was heard.",
        "He shrugged. She laughed and left. He shrugged.",
        "The first goal came early. The second goal came late.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        seen: dict[str, _Place] = {}
        for number, text in enumerate(texts):
            for ordinal, sentence in enumerate(text.sentences):
                if sentence.role is not Role.BODY or len(sentence.span) < _FEWEST_CHARACTERS or not sentence.end_mark:
                    continue
                key = text.text[sentence.span.start : sentence.span.end]
                whole = text.blocks[sentence.block].span == sentence.span
                first = seen.setdefault(key, (number, ordinal, whole))
                if first[:2] == (number, ordinal) or (whole and first[2]):
                    continue
                near = first[0] == number and ordinal - first[1] == _NEXT
                if near or len(key) >= _FAR_CHARACTERS:
                    yield self._finding(texts, first, number, ordinal, near)

    def _finding(self, texts: Sequence[Analysis], first: _Place, number: int, ordinal: int, near: bool) -> Finding:
        text, earlier = texts[number], texts[first[0]]
        span = earlier.sentences[first[1]].span
        line = earlier.text.count("\n", 0, span.start) + 1
        related = [Related(earlier.segment.id, span, earlier.text[span.start : span.end])]
        found = text.sentences[ordinal].span
        if near:
            return self.finding(text.segment, found, "next", confidence=0.96, related=related)
        return self.finding(text.segment, found, "again", confidence=_AGAIN, related=related, line=line)
