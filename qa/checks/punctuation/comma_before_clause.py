"""Comma between a verb of saying or thinking and the clause that is its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_after
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_COMMA = re.compile(r",(?= (?:that|how|whether|why) [^\W\d_])")
_VERBS = frozenset(
    "said says announced reported stated believes believed showed shows report claims claimed emphasized"
    " emphasised stressed explained know knows knew confirmed revealed recalled warned found suggests suggested"
    " indicated decided hopes hoped asked wondered understands understood learned doubt doubts doubted declared"
    " argued insisted promised complained".split()
)
_QUOTING = frozenset(
    "came comes means meant made makes took takes goes went is was will would can could"
    " may might has had did does said says too one man woman in if at by".split()
)
_BEFORE = re.compile(r"(?:^|[\s“\"])(\w+)$")
# "You know, whether we like it or not, ...", "it shall be as I promised, that I will ...": asides.
_ENDS = re.compile(r", whether [^.!?\n]{2,80}, that ")
_INSERTION = re.compile(
    r",[^,.!?\n]{2,60}$|(?:^|[.!?\n“\"] ?)(?:You|I) know$|\bas (?:I|he|she|they|we|you|it) \w+$"
    r"|\bwhat [^.!?\n]{2,40}$"
)


class CommaBeforeClause(Check):
    """A comma parts a verb such as "said" or "know" from its object clause.

    What it flags:
        "He said, that the bridge was closed", "nobody knows, why".

    Why it matters:
        German, Russian, Polish, Chinese and others set a comma here; in English it marks a translation at once.

    When it is wrong:
        Where an insertion ends before "that" ("he said, laughing, that"). Places with a comma shortly before are left
        alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; New Hart's Rules, chapter “Punctuation”.
    """

    id = "comma-before-clause"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.9
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {"parted": "No comma between “{verb}” and “{next}”"}
    bad = (
        "The mayor said[[,->]] that the bridge would be closed.",
        "Nobody knows[[,->]] why the ferry sank.",
        "The police received a report[[,->]] that six boats were missing.",
    )
    good = (
        "The mayor said that the bridge would be closed.",
        "The mayor said, laughing, that the bridge would be closed.",
        "The bridge, the mayor said, that old heap of iron, is closed.",
        "What we know, that is to say nothing, is printed here.",
        "“That,” he said, “that is all.” He knew, that much is clear.",
        "Let all men know, whether they like it or not, that the bridge is closed.",
        "I liked what the mayor said, that it was old.",
        "You know, whether we like it or not, that the bridge is closed. It is as she promised, that she will come.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _COMMA.finditer(prose):
            at = match.start()
            verb = _BEFORE.search(prose, max(0, at - 16), at)
            following = word_after(prose, at + 2)
            behind = word_after(prose, at + 3 + len(following))
            if verb is None or verb[1] not in _VERBS or behind in _QUOTING or behind in {"much", "old"}:
                continue
            if _INSERTION.search(prose[max(0, at - 60) : at]) or _ENDS.match(prose, at):
                continue
            span = Span(at, at + 1)
            yield self.finding(segment, span, "parted", fixes=[replace(span, "")], verb=verb[1], next=following)
