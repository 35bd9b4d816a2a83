"""Results of matches with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.text.analysis import Analysis

_COLON = re.compile(r":(?<=[0-9]:)(?P<blank>[ \u00a0]?)(?P<second>[0-9]{1,3})(?![\w:]|[.,-]\d)")
_FIRST = re.compile(r"(?<![\w.,:/$-])[0-9]{1,3}\Z")
_SPORT = frozenset(
    "match matches goal goals scored won beat defeated defeat victory win wins league cup championship playoff playoffs"
    " lost led draw drew beaten champions champion hosts visitors halftime scoreline puck hockey football soccer"
    " handball volleyball basketball tennis semifinal final".split()
)
_SCORE_OF = re.compile(r"\b(?:score|scoreline|result)(?: of| was|,|:)?[ \u00a0]\Z", re.IGNORECASE)
_RATIO = re.compile(r"\b(?:ratio|odds|scale|majority|verses?|chapter|minutes?|clock|hours?|a\.m|p\.m)\b", re.IGNORECASE)
_WITH_SPORT_WORD = 0.9
# Times of races: "won the final in 27:45".
_RACE_TIME = re.compile(r"\b(?:in|at|of|to|by|from|on|was|after|about|just|under|over)[ \u00a0]\Z", re.IGNORECASE)
_LARGEST_SHORT = 24
_HYPHENATED = re.compile(r"[0-9][-–](?<![\w.,:/$–-]..)[0-9]{1,3}(?![\w:–-]|[.,]\d)")
_BOTH_WAYS = 0.95


class ScoreWithColon(Check):
    """The result of a match with a colon between the figures.

    What it flags:
        "a score of 4:3" and other small numbers with a colon in sentences about matches; English writes "4-3".
        Where the text itself also has results with a hyphen, the finding is surer and minor rather than neutral.

    Why it matters:
        German, Russian, Chinese and other languages write results with a colon; in English it looks like a time.

    When it is wrong:
        In ratios, odds and verses, and in desks that keep the colon. Times of races are left alone.

    Sources:
        The Associated Press Stylebook, sports guidelines ("scores").
    """

    id = "score-with-colon"
    category = Category.NUMBER_FORMAT
    severity = Severity.NEUTRAL
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.SENTENCES})
    fixable = Fixable.ALWAYS
    messages = {"score": "Results are written with a hyphen or dash: {fixed}"}
    bad = (
        "The match ended with a score of [[4:3->4-3]] for the hosts.",
        "It ended with the score [[4: 3->4-3]] for the hosts.",
        "They beat the visitors [[2:0->2-0]] and won the cup.",
        "They lost [[0:4->0-4]] to the champions after a [[1:1->1-1]] draw.",
        "They beat the hosts 3-0 in May. The final ended in a [[1:1->1-1]] draw.",
        "The final was lost [[85:79->85-79]] by the guests.",
    )
    good = (
        "The match began at 19:30 and ended with a score of 4-3.",
        "They mixed it in a ratio of 4:3 and won a cup.",
        "The road is drawn at 1:50.",
        "They won 4: 3 of them scored twice.",
        "John 4:3 tells of a journey; the odds were 2:1.",
        "She won the 10,000 metres in 31:12, a record of 30:58 in the final.",
        "The goal fell at 12:45 on the clock of the match.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        both_ways = None
        for match in _COLON.finditer(prose):
            first = _FIRST.search(prose, max(0, match.start() - 4), match.start())
            if first is None:
                continue
            could_be_time = len(match["second"]) == 2 and int(match["second"]) < 60
            if could_be_time and int(first.group()) > _LARGEST_SHORT:
                could_be_time = bool(_RACE_TIME.search(prose, max(0, first.start() - 8), first.start()))
            of = _SCORE_OF.search(prose, max(0, first.start() - 16), first.start())
            if (could_be_time or match["blank"]) and not of:
                continue
            sentence = text.sentence_at(match.start())
            around = sentence.span.of(prose) if sentence else ""
            sport = _is_about_sport(around)
            if not of and (not sport or _RATIO.search(around)):
                continue
            span = Span(first.start(), match.end())
            fixed = f"{first.group()}-{match['second']}"
            sure = self.confidence if of else _WITH_SPORT_WORD
            both_ways = _has_hyphenated(text) if both_ways is None else both_ways
            yield self.finding(
                segment,
                span,
                "score",
                severity=Severity.MINOR if both_ways else None,
                confidence=_BOTH_WAYS if both_ways else sure,
                fixes=[replace(span, fixed)],
                fixed=fixed,
            )


def _is_about_sport(sentence: str) -> bool:
    """Whether a word of matches and results stands in the sentence."""
    return not _SPORT.isdisjoint(re.findall(r"[a-z]+", sentence.lower()[:600]))


def _has_hyphenated(text: Analysis) -> bool:
    """Whether the text also has results with a hyphen."""
    for match in _HYPHENATED.finditer(text.text):
        sentence = text.sentence_at(match.start())
        if sentence and _is_about_sport(sentence.span.of(text.text)):
            return True
    return False
