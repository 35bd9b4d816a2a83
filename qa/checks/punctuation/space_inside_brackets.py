"""Blank behind an opening bracket or before a closing one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_BRACKETS = frozenset("()[]")
_OPEN = re.compile(r"[(\[](?P<blank>[ \t\u00a0]{1,3})(?=[^\s)\]|])")
_LONGEST = 400
_CLOSE_MARK = re.compile(r"[)\]](?<=[ \t\u00a0].)")


class SpaceInsideBrackets(Check):
    """A blank stands inside a bracket, next to it.

    What it flags:
        White space directly behind `(` or `[`, or directly before `)` or `]`.

    Why it matters:
        It is a trace of text that was cut into tokens, or of a word that was lost.

    When it is wrong:
        In formulas, boxes to tick ("[ ]") and code.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; MQM, Linguistic conventions: Whitespace.
    """

    id = "space-inside-brackets"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {"inside": "Blank inside the bracket “{mark}”"}
    bad = (
        "The ferry ([[ ->]]built in 1960) sank.",
        "The ferry (built in 1960[[ ->]]) sank.",
        "She meant ([[ ->]]as so often) the old ferry.",
    )
    good = (
        "The ferry (built in 1960) sank.",
        "Tick one box: [ ] yes, [ ] no.",
        "She wrote :-) and then ;) again, ( ) and all. ",
        "a) one\nb) two\nc) three",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if _BRACKETS.isdisjoint(text.characters):
            return
        spans = [(Span(*match.span("blank")), match.group()[0]) for match in _OPEN.finditer(prose)]
        for match in _CLOSE_MARK.finditer(prose):
            start = match.start()
            while start and prose[start - 1] in " \t\u00a0":
                start -= 1
            before = prose[start - 1] if start else "\n"
            opener = "(" if match.group() == ")" else "["
            if before.isspace() or before in "([|" or prose.rfind(opener, max(0, start - _LONGEST), start) < 0:
                continue
            spans.append((Span(start, match.start()), match.group()))
        for span, mark in sorted(spans):
            yield self.finding(segment, span, "inside", fixes=[replace(span, "", Applicability.SAFE)], mark=mark)
