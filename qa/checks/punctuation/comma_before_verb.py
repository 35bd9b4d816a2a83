"""Comma between a subject and its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_COMMA = re.compile(r", (?=(?:will|would|can|could|must|should|has|have|had|is|are|was|were) [a-z])")
_NOUNS = r"(?:[^\W\d_]+ ){0,3}(?P<last>[^\W\d_]+)$"
_SENTENCE_SUBJECT = re.compile(rf"(?P<subject>(?:The|An?|His|Her|Its|Our|Their) {_NOUNS})")
_CLAUSE_SUBJECT = re.compile(rf"\bthat (?P<subject>(?:the|an?|his|her|its|our|their) {_NOUNS})")
_VERB_BEFORE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|who|which|that|when|if"
    r"|where|what|than|as|\w+ed)\b"
)
_NOT_LAST = frozenset(
    "later before after ago however too though then now earlier here there again more less also well else".split()
)
_PRONOUN_AFTER = re.compile(r"\w+ (?:I|he|she|it|we|they|you|the|a|an|this|that|there|his|her|its|our|their)\b")


class CommaBeforeVerb(Check):
    """A comma parts a short subject from its verb.

    What it flags:
        A comma between a subject of one to four words and the auxiliary that follows ("said that the farmers, will
        vote").

    Why it matters:
        A subject and its verb belong together; the comma comes from the source language or from a phrase that was
        removed.

    When it is wrong:
        Where a word that no list has closes an insertion before the comma. Questions and inversions are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”.
    """

    id = "comma-before-verb"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.SENTENCES})
    fixable = Fixable.ALWAYS
    messages = {"parted": "The comma parts the subject “{subject}” from its verb"}
    bad = (
        "He is convinced that the farmers[[,->]] will vote for the bridge.",
        "The water of the valley[[,->]] is cold in winter.",
        "She wrote that the old ferry[[,->]] could sink.",
    )
    good = (
        "The mayor, a baker, will speak. The mayor, however, is late.",
        "The more they sang, was the answer, the better.",
        "The day after, will she come back?",
        "He says that the ferry, which is old, will sink, and that the bridge, too, is old.",
        "If that is the case, will you help?",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _COMMA.finditer(prose):
            at = match.start()
            sentence = text.sentence_at(at)
            if sentence is None or "?" in sentence.end_mark:
                continue
            start = sentence.span.start
            subject = _CLAUSE_SUBJECT.search(prose, max(start, at - 80), at)
            subject = subject or _SENTENCE_SUBJECT.match(prose, start, at)
            if subject is None or subject["last"].lower() in _NOT_LAST or _VERB_BEFORE.search(subject["subject"]):
                continue
            if "," in prose[start:at] or _PRONOUN_AFTER.match(prose, match.end()):
                continue
            span = Span(at, at + 1)
            yield self.finding(segment, span, "parted", fixes=[replace(span, "")], subject=subject["subject"])
