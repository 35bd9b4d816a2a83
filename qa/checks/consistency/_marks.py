"""A mark that is typed in two ways in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, evidence_of, matches, related_of
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.check import Check
    from qa.text.analysis import Analysis


def report_rarer(check: Check, patterns: Mapping[str, re.Pattern[str]], texts: Sequence[Analysis]) -> Iterator[Finding]:
    """A finding with message `rare` at each place of the rarer of two marks; none where both are as frequent.

    patterns: for each mark, where it stands: the whole match is the mark.
    """
    if not all(any(mark in text.text for text in texts) for mark in patterns):
        return
    one, other = (
        [Place(text, Span(*match.span()), mark) for text, match in matches(pattern, texts)]
        for mark, pattern in patterns.items()
    )
    if not one or not other or len(one) == len(other):
        return
    rare, rest = sorted((one, other), key=len)
    usual = rest[0].form
    evidence, related = evidence_of([*rest, *rare]), related_of(rest)
    for place in rare:
        yield check.finding(
            place.text.segment,
            place.span,
            "rare",
            fixes=[replace(place.span, usual, Applicability.SAFE)],
            evidence=evidence,
            related=related,
            other=usual,
            count=len(rare),
            counts=len(rest),
        )
