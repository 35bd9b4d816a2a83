"""Forms of one thing that are written several ways in an article, and the findings about the rarer ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.checks._places import Place, evidence_of, related_of
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.check import Check
    from qa.text.analysis import Analysis

_PARENTHESIS = re.compile(r"\([^()\n]{0,80}\Z")


class Split(NamedTuple):
    """Places of the rarer forms, the usual form, and its places."""

    odd: list[Place]
    usual: str
    rest: list[Place]


def is_running_prose(text: Analysis, span: Span, *, parentheses: bool = True) -> bool:
    """Whether house style binds the characters: body text outside quotations and addresses.

    parentheses: False leaves out what stands in parentheses, where short forms are lawful.
    """
    if text.role_at(span.start) is not Role.BODY or text.is_protected(span) or text.quotations.inside(span.start):
        return False
    return parentheses or not _PARENTHESIS.search(text.text, max(0, span.start - 90), span.start)


def split_by_use(places: Sequence[Place], rank: Mapping[str, int] | None = None, *, ties: bool = False) -> Split | None:
    """The most frequent form against the others; None with one form, or where two lead and nothing decides.

    places: as they stand in the document. rank: decides between forms that are as frequent, the smallest number wins;
    forms of equal rank stay undecided. ties: what comes first in the document decides between them.
    """
    found = Counter(place.form for place in places)
    if len(found) < 2:
        return None
    ranks = rank or {}
    ordered = sorted(found, key=lambda form: (-found[form], ranks.get(form, 0)))
    first, second = ordered[:2]
    if not ties and found[first] == found[second] and ranks.get(first, 0) == ranks.get(second, 0):
        return None
    odd = [place for place in places if place.form != first]
    return Split(odd, first, [place for place in places if place.form == first])


def report(check: Check, split: Split, rewrite: Callable[[str, str], str], close: float) -> Iterator[Finding]:
    """A finding with message `odd` at each place of a rarer form.

    rewrite: gives the usual form of what is written, empty where that is unsure. close: confidence where the usual form
    is not at least twice as frequent as the others together.
    """
    confidence = check.confidence if len(split.rest) >= 2 * len(split.odd) else close
    evidence, related = evidence_of([*split.rest, *split.odd]), related_of(split.rest)
    for place in split.odd:
        fixed = rewrite(place.written, split.usual)
        yield check.finding(
            place.text.segment,
            place.span,
            "odd",
            confidence=confidence,
            fixes=[replace(place.span, fixed)] if fixed else (),
            evidence=evidence,
            related=related,
            usual=split.usual,
            counts=evidence[0].text,
        )
