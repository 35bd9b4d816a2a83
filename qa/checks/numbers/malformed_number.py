"""Thousands marks where no group of three digits is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.numbers._quantities import COUNTED_AFTER, CURRENCY_BEFORE, MEASURE_AFTER
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_SPACED = re.compile(r",(?<=[0-9],)[ \u00a0]000(?![\w.]\d|\d)|,(?<=[0-9][ \u00a0],)000(?![\w.]\d|\d)")
_ODD_GROUPS = re.compile(r",(?<=[0-9],),?[0-9]+(?:,[0-9]+)*(?![\w.,]?\d)")
# "1,000 000", "1 000,000" and "1.000,000": two marks; with a point behind a comma it is a decimal fraction.
_TWO_MARKS = re.compile(
    r"(?P<mark>,)(?<=[0-9],)[0-9]{3}[ \u00a0.](?<!\.)000(?![\w.,]?\d)"
    r"|,000(?<=[0-9][ \u00a0.][0-9]{3}....)(?![\w.,]?\d)"
)
_FIRST = re.compile(r"(?<![\w.,/:-])[0-9]{1,3}(?P<blank>[ \u00a0])?\Z")
_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}")


class MalformedNumber(Check):
    """A number whose thousands marks stand in the wrong place.

    What it flags:
        "10,0000", "1,000,00 people", "1,000 000", "1,,000", and "10, 000", where a blank has slipped in.

    Why it matters:
        Nobody can tell what number is meant. Chinese counts in groups of four digits, and systems that translate digit
        by digit leave such numbers.

    When it is wrong:
        In lists of numbers without blanks, which is why only numbers before a unit or counted thing, or that end in
        zeros, are flagged. Indian groups (12,34,567) are right.

    Sources:
        CLDR number patterns; BIPM, The International System of Units, 5.4.4 (groups of three digits).
    """

    id = "malformed-number"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    confidence = 0.93
    languages = ENGLISH
    fixable = Fixable.SOMETIMES
    messages = {
        "blank": "Blank inside the number {fixed}",
        "groups": "“{text}”: thousands marks divide groups of three digits",
        "marks": "Two kinds of marks in one number: {fixed}",
        "doubled": "Two marks inside the number",
    }
    bad = (
        "Nearly [[10,0000]] people live here.",
        "It cost 20,[[ ->]]000 dollars and 10[[ ->]],000 hours.",
        "The town lost $[[1,000,00]] in a year.",
        "The city has [[1,250 000->1,250,000]] people and [[3.400,000->3,400,000]] cars.",
        "Some [[1,,000->1,000]] birds came.",
    )
    good = (
        "Nearly 100,000 people and 12,34,567 gulls live here.",
        "See pages 1,2,34 and 5,6789 of the atlas.",
        "Numbers 10, 11 and 12 were called; in 2010, 000 was the code.",
        "Pi is 3.1415926 and the code was 1,0000,2.",
        "It sold 20,000 copies.",
        "In May 2010 250,000 came; see rows 12 250,000 and the sum of 1,250.000 grams.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _SPACED.finditer(prose):
            first = _FIRST.search(prose, max(0, match.start() - 5), match.start())
            if first is None or first.group().startswith("0"):
                continue
            at = first.start("blank") if first["blank"] else match.start() + 1
            span = Span(at, at + 1)
            fixed = f"{first.group().rstrip()},000"
            fix = replace(span, "", Applicability.SAFE)
            yield self.finding(segment, span, "blank", fixes=[fix], fixed=fixed)
        yield from self._two_marks(segment, prose)
        for match in _ODD_GROUPS.finditer(prose):
            first = _FIRST.search(prose, max(0, match.start() - 5), match.start())
            if first is None or first["blank"]:
                continue
            span = Span(first.start(), match.end())
            written = span.of(prose)
            counted = COUNTED_AFTER.match(prose, span.end) or MEASURE_AFTER["en"].match(prose, span.end)
            if _GROUPS.fullmatch(written) or not (
                counted or CURRENCY_BEFORE.search(prose, max(0, span.start - 6), span.start)
            ):
                continue
            if ",," in written:
                fixed = written.replace(",,", ",")
                if _GROUPS.fullmatch(fixed):
                    yield self.finding(segment, span, "doubled", fixes=[replace(span, fixed)])
            elif _is_odd(written):
                yield self.finding(segment, span, "groups", severity=Severity.MAJOR)

    def _two_marks(self, segment: Segment, prose: str) -> Iterator[Finding]:
        """Numbers whose groups are divided by two kinds of marks."""
        for match in _TWO_MARKS.finditer(prose):
            at = match.start() if match["mark"] else match.start() - 4  # the first of the two marks
            first = _FIRST.search(prose, max(0, at - 5), at)
            if first is None or first["blank"] or first.group().startswith("0"):
                continue
            span = Span(first.start(), match.end())
            fixed = re.sub(r"[ \u00a0.]", ",", span.of(prose))
            if match["mark"] or prose[at] == "." or COUNTED_AFTER.match(prose, span.end):
                yield self.finding(segment, span, "marks", fixes=[replace(span, fixed)], fixed=fixed)


def _is_odd(written: str) -> bool:
    """Whether the groups fit no way of writing a number, and zeros show that one number is meant."""
    groups = written.split(",")
    last = groups[-1]
    if len(groups) == 2:
        return len(last) >= 4 and last.endswith("00") and not last.startswith(("19", "20"))
    return len(last) != 3 and last.strip("0") == "" and all(len(group) == 3 for group in groups[1:-1])
