"""Blank inside quotation marks, next to the mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.marks import Quotation

# The class comes first so that the pattern is tried at marks only.
_SUSPECT = re.compile(r"[\"“”](?:(?<=\s.)(?=\s|$)|(?<=“)(?=[ \u00a0])|(?<=[ \u00a0]”)|(?<=\A\")(?= ))")
# `said of it" as old as the hills", and left`: the blank stands on the wrong side.
_HANGING = re.compile(r"\"(?<=[a-z]\")[ \u00a0](?=[a-z])")
_LINE_END = re.compile(r"\s*(?:[\r\n]|\Z)")
_AT_END = 0.88
"""Behind a full stop at a paragraph's end some translators set it throughout: house style for profile news."""
_BLANKS = " \u00a0\u202f"
_STYLES = frozenset({"straight", "curly", "mixed"})


class SpaceInsideQuotationMarks(Check):
    """A blank stands between a quotation mark and the words it encloses.

    What it flags:
        `“ word”`, `"word "` and the like in English, where opening and closing mark are known.

    Why it matters:
        The mark floats between two words and the reader cannot tell what it belongs to; such text was cut into tokens.

    When it is wrong:
        Where the pairing of straight marks is wrong because one is missing. A blank that keeps two quotation marks
        apart is left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; New Hart's Rules, chapter “Quotations and direct speech”.
    """

    id = "space-inside-quotation-marks"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {
        "open": "Blank behind the opening quotation mark",
        "close": "Blank before the closing quotation mark",
        "side": "The opening quotation mark hangs on the word before it",
    }
    bad = (
        "The “[[ ->]]old ferry” sank in May.",
        "The “old ferry[[ ->]]” sank in May.",
        'The "[[ ->]]old ferry[[ ->]]" sank in May.',
        "“We shall miss it.[[ ->]]” She wept.",
        'She called the ferry[[" -> "]]as old as the hills", and left.',
    )
    good = (
        "The “old ferry” sank in May.",
        'The "old ferry" sank, and the "new ferry" too.',
        "“He said: ‘Never.’ ”",
        'It measures 6\' 2" or 5" across.',
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if not (_SUSPECT.search(prose) or _HANGING.search(prose)):
            return
        unpaired = bool(text.quotations.unpaired)
        for pair in text.quotations.pairs:
            hangs = None if unpaired else _hanging(text, pair)
            if hangs:
                yield self.finding(segment, hangs, "side", fixes=[replace(hangs, ' "')])
                continue
            # One straight mark too few turns all the others around.
            if pair.style in _STYLES and not (unpaired and prose[pair.open.start] == '"'):
                for span, message in _blanks(prose, pair.open.end, pair.close.start):
                    fixes = [replace(span, "", Applicability.SAFE)]
                    sure = _AT_END if message == "close" and _is_at_end(prose, span) else None
                    yield self.finding(segment, span, message, confidence=sure, fixes=fixes)


def _hanging(text: Analysis, pair: Quotation) -> Span | None:
    """A straight opening mark with the blank behind it instead of before, if the pair is the only one of its block."""
    match, block = _HANGING.match(text.text, pair.open.start), text.block_at(pair.open.start)
    if match is None or block is None or text.text.count('"', *block.span) != 2:
        return None
    return Span(*match.span()) if text.text[pair.close.start - 1].isalnum() else None


def _is_at_end(prose: str, span: Span) -> bool:
    """Whether the blank stands behind an end mark and before a mark of the right shape that ends the paragraph."""
    return (
        prose[span.start - 1] in ".!?…" and prose[span.end] != "“" and _LINE_END.match(prose, span.end + 1) is not None
    )


def _blanks(prose: str, inner: int, outer: int) -> Iterator[tuple[Span, str]]:
    """The blanks at both ends of what the marks enclose, except those that part another mark or a dash from them."""
    enclosed = prose[inner:outer]
    if not enclosed.strip(_BLANKS):
        return
    end = outer - len(enclosed.lstrip(_BLANKS))
    start = inner + len(enclosed.rstrip(_BLANKS))
    if end > inner and prose[end] not in "‘'“\"":
        yield Span(inner, end), "open"
    if start < outer and prose[start - 1] not in "’'”\"—–-":
        yield Span(start, outer), "close"
