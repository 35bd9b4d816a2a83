"""Direction controls where nothing runs from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_OPENING |= {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_CLOSING = frozenset("\u202c\u2069")
_MARKS = frozenset("\u200e\u200f\u061c")
_CONTROLS = _MARKS | _CLOSING | _OPENING.keys()
_RUN = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_OVERRIDES = frozenset("\u202d\u202e")


class BidiControl(Check):
    """A control character that turns the direction of writing stands where no letter runs from right to left.

    What it flags:
        Direction marks, embeddings, overrides and isolates in a line without Hebrew, Arabic or similar letters; in a
        line with such letters, embeddings and isolates that are opened and never closed, or closed and never opened.

    Why it matters:
        The control is invisible, yet it can reorder what the reader sees; an override can disguise a text.

    When it is wrong:
        Where the control belongs to letters on another line.

    Sources:
        Unicode Standard Annex #9, Unicode Bidirectional Algorithm; Unicode Technical Report #36, section 2.5.
    """

    id = "bidi-control"
    category = Category.CHARACTER_ENCODING
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {
        "needless": "Invisible control of writing direction without text that runs from right to left",
        "unbalanced": "Control of writing direction that has no partner in this line",
    }
    bad = (
        "The fee is [[\u200e->]]40 euros.",
        "The file is called [[\u202e->]]fdp.exe in the report.",
        "He said [[\u2068->]]so[[\u2069->]] twice.",
        "The word [[\u202b->]]שלום means peace.",
    )
    good = (
        "The word \u2067שלום\u2069 means peace.",
        "The word שלום\u200e (peace) is a greeting.",
        Example("قال \u200eWHO\u200f إن الوباء انتهى.", lang="ar"),
        "Nothing here runs from right to left.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if text.characters.isdisjoint(_CONTROLS):
            return
        start = 0
        for line in text.text.splitlines(keepends=True):
            if _RIGHT_TO_LEFT.search(line):
                spans, message = [Span(at, at + 1) for at in sorted(_unpaired(line))], "unbalanced"
            else:
                spans, message = [Span(*match.span()) for match in _RUN.finditer(line)], "needless"
            for place in spans:
                span = place.shift(start)
                severity = Severity.MAJOR if _OVERRIDES & set(span.of(text.text)) else self.severity
                fix = replace(span, "", Applicability.SAFE, "(delete)")
                yield self.finding(segment, span, message, fixes=[fix], severity=severity)
            start += len(line)


def _unpaired(line: str) -> frozenset[int]:
    """Offsets of embeddings and isolates without a partner in `line`."""
    stack: list[tuple[int, str]] = []
    lost: set[int] = set()
    for match in _RUN.finditer(line):
        for at, control in enumerate(match[0], match.start()):
            if control in _OPENING:
                stack.append((at, _OPENING[control]))
            elif control in _CLOSING:
                if stack and stack[-1][1] == control:
                    stack.pop()
                else:
                    lost.add(at)
    return frozenset(lost | {at for at, _ in stack})
