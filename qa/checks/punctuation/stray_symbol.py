"""Symbol that hangs on a word."""

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

_SYMBOL = re.compile(r"[_~^@|#](?<=[^\W\d_][^\W\d_].)(?=[\s,.;:!?]|$)")
_AFTER_OTHER = re.compile(r"[_~^@](?:(?<=\d\d.)|(?<=[\w)”\"][,;].)|(?<=[’']t.)|(?<= a.))(?= [^\W\d_])")
_BLANK = re.compile(r"\s")


class StraySymbol(Check):
    """A symbol such as `_` or `~` hangs on the end of a word.

    What it flags:
        A single `_ ~ ^ @ | #` directly behind a word and before a blank or a mark ("the_ villagers").

    Why it matters:
        The symbol means nothing there; it was left by a slip of the keyboard, a conversion or a translation engine.

    When it is wrong:
        In names of variables, in computer code and in chat, where a tilde is a drawl. Markdown emphasis (`_word_`),
        tags and addresses, C# and F# are left alone.

    Sources:
        MQM, Linguistic conventions: Punctuation.
    """

    id = "stray-symbol"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {"stray": "Stray “{text}” behind “{word}”"}
    bad = (
        "The walls of the[[_->]] farmhouses were cracked.",
        "The consulate opened late[[~->]] and closed early.",
        "It is the third match of the[[^->]] season.",
        "The ministers[[@->]] met in Ostrau.",
        "More than forty[[|->]] guests came.",
        "The hall opened in 1985[[~->]] and closed in May, as expected.",
        "He has won two cups,[[_->]] and a medal.",
    )
    good = (
        "He writes C# and F# and the user_name field.",
        "It takes ~ 5 minutes, x^2 seconds or a | b.",
        "This is _very_ important, and so is ~that~.",
        "Write to @marlow about #ferry, or to ann@example.org.",
        "The column is called first_ or last_ in the _old_ table.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for pattern in (_SYMBOL, _AFTER_OTHER):
            for match in pattern.finditer(prose):
                start = prose.rfind("\n", 0, match.start()) + 1
                end = prose.find("\n", match.end())
                if prose.count(match.group(), start, len(prose) if end < 0 else end) > 1:
                    continue  # emphasis, a row of cells, names of variables: here the symbol has a use
                span = Span(*match.span())
                word = _BLANK.split(prose[max(0, span.start - 30) : span.start])[-1]
                yield self.finding(segment, span, "stray", fixes=[replace(span, "", Applicability.SAFE)], word=word)
