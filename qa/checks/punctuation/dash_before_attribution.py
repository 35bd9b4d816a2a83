"""A dash between a quotation and the words that name the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_VERBS = (
    "said|says|added|adds|noted|notes|explained|explains|stressed|stresses|emphasi[sz]ed|told|tells|wrote|writes"
    "|reported|reports|recalled|recalls|stated|states|concluded|concludes|asked|replied|replies|answered|claimed|claims"
    "|commented|comments|believes|remarked|admitted|announced|assured|quoted|warned|argued|complained|declared|shared"
    "|shares|specified|clarified|summed up|continued|continues|confirmed|pointed out"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
# Starts at the dash, between blanks; before it a comma, or the comma or end mark of a quotation and its closing mark.
_DASH = re.compile(
    r"[-–—]{1,2}(?<=[ \u00a0][-–—])(?:(?<=, .)|(?<=[,.!?…][”\"»’] .)|(?<=, [”\"»’] .))[ \u00a0]"
    rf"(?=(?:(?:{_NAME} ){{1,4}}|he |she |they |the (?:[a-z]+ ){{1,3}})?(?:{_VERBS})\b(?!-))"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”»)]?\s|\n")
_ASIDE = re.compile(r"\S[ \u00a0][-–—]{1,2}[ \u00a0]")
_LOOK_BACK = 200


class DashBeforeAttribution(Check):
    """A dash stands between a quotation and the words that name the speaker.

    What it flags:
        The dash in `the storm has passed," - said a spokesman` and in `it is an honour, - Dara Lenk added.`

    Why it matters:
        That is the way of Russian, Polish or Spanish print; English has a comma and the closing mark.

    When it is wrong:
        In prose that deliberately keeps the dialogue dashes of its original. Asides between two dashes are left alone.

    Sources:
        New Hart's Rules and The Chicago Manual of Style, on quotations; Розенталь, Справочник по правописанию, on
        direct speech.
    """

    id = "dash-before-attribution"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"dash": "English has no dash before the words that name the speaker"}
    bad = (
        "“The storm has passed,”[[ -->]] said a spokesman for the yard.",
        '"The storm has passed",[[ –->]] Dara Lenk explained.',
        "It is an honour to row here,[[ -->]] she added.",
        "“Will the yard close?”[[ —->]] asked the mayor.",
        "- It is an honour to row here,[[ -->]] Dara Lenk stressed.",
    )
    good = (
        "“The storm has passed,” said a spokesman for the yard.",
        "“The yard” – said to be the oldest – will close.",
        "The man – a baker, 30, – said nothing.",
        "The yard - told of the storm - was late, and the storm - she added - has stopped.",
        "OSTRAU, Lenk - Dara Lenk won the cup.",
        "He came late,—said nothing, and left.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for match in _DASH.finditer(text.text):
            if _closes_aside(text.text, match.start() - 1):
                continue
            span = Span(match.start() - 1, match.end() - 1)
            yield self.finding(segment, span, "dash", fixes=[replace(span, "")])


def _closes_aside(prose: str, end: int) -> bool:
    """Whether another dash opens an aside earlier in the sentence, which this one may close."""
    start = max(0, end - _LOOK_BACK)
    stops = [match.end() for match in _SENTENCE_END.finditer(prose, start, end - 2)]
    return _ASIDE.search(prose, max([start, *stops]), end - 1) is not None
