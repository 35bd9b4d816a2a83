"""Dashes of two kinds in one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Evidence, Finding, Related
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document, Segment
    from qa.text.analysis import Analysis

# A dash between two words: spaced (any kind), or unspaced where it can be no hyphen, range or pair of names.
_DASH = re.compile(
    r"[-–—](?:(?<=\S[ \u00a0].)-?[ \u00a0](?=\S)|(?<=[^\W\d_]—)(?=[^\W\d_])|(?<=[^\W\d_]-)-(?=[^\W\d_])"
    r"|(?<=[a-zß-ÿ]–)(?=[a-zß-ÿ]))"
)
_LEAD = 40
_COMPOUND = "–"
"""Alone of its kind it joins words ("rural–urban") rather than clauses."""
_NAMES = {
    " - ": "spaced hyphen", " – ": "spaced en dash", " — ": "spaced em dash", " -- ": "spaced double hyphen",
    "–": "en dash without blanks", "—": "em dash without blanks", "--": "double hyphen without blanks",
}  # fmt: skip


class DashSpacing(Check):
    """One article sets its dashes in two ways and one of them is the exception.

    What it flags:
        The one or two dashes that differ from all the others in kind or in the blanks around them: " - " among " – ",
        "—" among " — ".

    Why it matters:
        A publication keeps to one form; the odd one shows that parts come from different sources.

    When it is wrong:
        Where the two forms have two tasks (asides and sources). Datelines, captions, lists, scores and quotations are
        left alone, and articles that mix forms freely.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; New Hart's Rules, chapter “Punctuation”.
    """

    id = "dash-spacing"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.NEUTRAL
    confidence = 0.85
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"odd": "A {odd} here, a {main} {count} times in this text"}
    unstable_under = {"twice": "what stands twice is no longer the single exception"}
    most_odd = 1
    fewest_main = 4
    bad = (
        "The bridge – an old one – is closed. The ferry – a new one – sails. The mayor[[ - -> – ]]a baker was late.",
        "The bridge—an old one—is closed. The ferry—a new one—sails. The mayor[[ -- ->—]]a baker was late.",
        "The bridge - an old one - is closed. The ferry - a new one - sails. The mayor[[—-> - ]]a baker was late.",
    )
    good = (
        "The bridge – an old one – is closed. The ferry – a new one – sails. Ostrau won 3 - 1.",
        "The bridge – an old one – is closed. The ferry - a new one - sails.",
        "The bridge—an old one—is closed. The ferry—a new one—sails. The rural–urban ferry is old.",
        "The bridge – an old one – is closed. The well-known ferry – a new one – takes 10–12 cars.",
        "OSTRAU — The bridge – an old one – is closed. The ferry – a new one – sails.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        places: defaultdict[str, list[tuple[Analysis, Span]]] = defaultdict(list)
        for text in texts:
            for match in _DASH.finditer(text.text):
                place = self._place(text, match)
                if place:
                    form = place.of(text.text).replace("\u00a0", " ")
                    places[form].append((text, place))
        if len(places) < 2:
            return
        main = max(places, key=lambda form: len(places[form]))
        others = sum(len(found) for form, found in places.items() if form != main)
        if len(places[main]) < self.fewest_main or others > self.most_odd:
            return
        related = [Related(text.segment.id, span, span.of(text.text)) for text, span in places[main][:5]]
        for form, found in places.items():
            for text, span in found if form not in {main, _COMPOUND} else ():
                yield self._odd(text.segment, span, form, main, len(places[main]), related)

    def _odd(
        self, segment: Segment, span: Span, form: str, main: str, count: int, related: Sequence[Related]
    ) -> Finding:
        return self.finding(
            segment,
            span,
            "odd",
            fixes=[replace(span, main)],
            evidence=[Evidence("count", f"{_NAMES[main]} {count}, {_NAMES[form]} 1")],
            related=related,
            odd=_NAMES[form],
            main=_NAMES[main],
            count=count,
        )

    @staticmethod
    def _place(text: Analysis, match: re.Match[str]) -> Span | None:
        """The dash with its blanks, if it stands in running prose and is no score, dateline or part of a quotation."""
        prose = text.text
        start, end = match.span()
        if prose[end - 1] in " \u00a0":
            start -= 1
            if prose[start - 1].isdigit() and prose[end].isdigit():
                return None
        block = text.block_at(start)
        if block is None or block.role is not Role.BODY or prose[start:end].strip() not in {"-", "--", "–", "—"}:
            return None
        lead = prose[block.span.start : start]
        if len(lead) < _LEAD and (lead.isupper() or lead.endswith((")", ".")) or len(lead) < 3 or lead.istitle()):
            return None
        return None if text.quotations.inside(start) else Span(start, end)
