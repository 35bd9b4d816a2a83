"""Blank before a mark that follows its word directly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# The mark must end a word group: ".5", ".NET", ":-)" and ". . ." are something else.
_BLANK = re.compile(r"(?<=[\w)\]”’\"'%])[ \t\u00a0\u202f]+(?=[,;:!?](?![\w(:)\-!?=])|\.(?![\w. ]*\.)(?!\w))")


class SpaceBeforePunctuation(Check):
    """A blank stands before a comma, full stop or other mark that belongs to the word before it.

    What it flags:
        White space between a word and `, . ; : ! ?`, as machine translation leaves it where a phrase was moved.

    Why it matters:
        It is never right in English and shows at a glance that nobody read the text.

    When it is wrong:
        Where a mark stands for itself, as in a list of marks. French and its relatives set blanks before some marks;
        the check is silent there.

    Sources:
        The Chicago Manual of Style, 17th edition, 6.7; New Hart's Rules, 4.1.
    """

    id = "space-before-punctuation"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"blank": "Blank before “{mark}”"}
    bad = (
        "They reached the harbour[[ ->]], but the ferry had left.",
        "Output doubled, and then tripled[[ ->]].",
        "Was it the ferry[[  ->]]? Nobody knew.",
    )
    good = (
        "They reached the harbour, but the ferry had left.",
        "It costs .5 of a cent and runs on .NET.",
        "He wrote back :-) and went to bed.",
        "And then . . . nothing.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for match in _BLANK.finditer(text.text):
            span = Span(*match.span())
            mark = text.text[span.end]
            yield self.finding(segment, span, "blank", fixes=[replace(span, "", Applicability.SAFE)], mark=mark)
