"""A name that is spelt otherwise than its form in the source allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from qa.checks.names._source_letters import letter_claims
from qa.checks.names._source_places import place_claims
from qa.checks.names._source_renderings import rendering_claims
from qa.checks.names._source_slips import slip_claims
from qa.checks.names._source_sounds import sound_claims
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Fixable, Granularity, Need
from qa.core.finding import Evidence, Finding, Related
from qa.core.fix import replace
from qa.core.span import Span
from qa.text.names.source.renderings import align_document

if TYPE_CHECKING:
    from qa.checks.names._claims import Claim
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_MOST_RELATED = 12


class NameDiffersFromSource(Check):
    """A name is spelt otherwise than its form in the source allows."""

    id = "name-differs-from-source"
    category = Category.ENTITY
    severity = Severity.MAJOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.SOURCE, Need.WORDS, Need.MENTIONS, Need.LEXICON})
    fixable = Fixable.SOMETIMES
    messages = {
        "renderings": "“{text}” and “{other}” both stand for “{source}” of the source",
        "slip": "“{text}” stands for “{source}” of the source, which gives “{other}”",
        "letters": "“{text}” is “{source}” in the source",
        "place": "“{text}” is called “{other}” in English",
    }
    bad = ()
    good = ()

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        aligned = align_document(texts, document.source_lang)
        claims = chain(
            rendering_claims(aligned),
            slip_claims(aligned),
            letter_claims(aligned),
            place_claims(aligned),
            sound_claims(texts, document.source_lang),
        )
        seen: set[tuple[int, int]] = set()
        for claim in claims:
            for place in claim.places:
                key = place.text.ordinal, place.span.start
                if key not in seen and not place.text.is_protected(place.span):
                    seen.add(key)
                    yield self._finding(claim, place.text, place.span)

    def _finding(self, claim: Claim, text: Analysis, span: Span) -> Finding:
        evidence = [Evidence("source-text", claim.source), *(Evidence("count", reason) for reason in claim.why)]
        related = [Related(each.text.segment.id, each.span, each.written) for each in claim.others[:_MOST_RELATED]]
        return self.finding(
            text.segment,
            span,
            claim.message,
            fixes=[replace(span, claim.preferred)] if claim.preferred else [],
            confidence=claim.confidence,
            severity=claim.severity,
            evidence=evidence,
            related=related,
            forms=claim.forms,
            source=claim.source,
            other=claim.forms[0],
        )
