"""Capital at a small word in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_before
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Words that are never names by themselves. "May", "Will", "A", "I", "Us", "It" and the like are left out.
_SMALL_WORDS = (
    "The|What|Which|Who|Whose|When|Where|While|Why|How|And|But|Or|If|Because|Although|Though|Since|He|She|They|We|You"
    "|This|That|These|Those|His|Her|Their|Our|Its|Your|In|On|At|For|With|From|To|Of|As|By|After|Before|During|Was|Were"
    "|Is|Are|Has|Have|Had|Not|Then|There|So|However|According|Also|Such|Some|Many|Most|Until|Into|About|Between|Through"
    "|Than"
)
_CLAUSE_WORDS = (
    "What|Which|Whose|When|Where|While|Why|How|But|If|Because|Although|Though|Since|After|Before|However|According"
)
# Before a name only where the sentence goes on in small letters: "What Putin, as", but not "What Women Want".
_AFTER_COMMA = re.compile(rf", (?P<word>(?:{_SMALL_WORDS})(?= [a-z])|(?:{_CLAUSE_WORDS})(?= [A-Z][\w’'-]+,? [a-z]))")
# "He", "His" and "We" are left out here: they are written with a capital of God and in titles.
_BETWEEN_SMALL = re.compile(
    " (?P<word>And|But|Or|Of|With|From|Was|Were|Has|Had|Have|Than|Which|Because|The|It|If|In|At|When|This|These|They"
    "|Their|To|Such|There|Then|Not|Is|Are|By|After|Before|During|For|On|That|However|Also) (?=[a-z])"
)
# "came with A guide"; behind a noun the letter is a label, and some things are called after it.
_ARTICLE = re.compile(
    r" (?P<word>A) (?=[a-z]{3})"
    r"(?!(?:and|or|but|shares?|levels?|sides?|list|grades?|roads?|teams?|class|minor|major|flat|sharp)\b)"
)
_BEFORE_ARTICLE = frozenset("with of in for by as to from at on and is was into through during".split())
_TITLE = re.compile(
    r"(?: (?:a|an|the|of|to|on|in|for|at|with|from|your|my|our|da|de|is|are|was|it|we|you)){0,3} (?:[A-Z]|[a-z]\.\w)"
)
_LISTED = re.compile(rf"\b(?:{_SMALL_WORDS})$")
# "the In and Out card", "a heading that reads On this page"
_SMALL_BEFORE = re.compile(
    r"(?<![\w’'-])(?!(?:the|an?|this|that|our|your|his|her|its|their|reads?|called|titled|entitled)$)[a-z]+$"
)
_LONGEST_TITLE = 120
# Another line of verse begins near by.
_NEAR = 90
_BORDER = re.compile(r"[.?\n]")
_VERSE = re.compile(rf"(?:[a-z]|[a-z][,;]) (?:{_SMALL_WORDS}|A) (?=[a-z])")
_END = re.compile(r"[.?!\n]")
_SPEECH = re.compile(
    r"\b(?:ask|asked|asks|asking|wonder|wondered|said|say|says|think|thought|himself|herself|themselves|myself|question"
    r"|reads?|titled|called|entitled|writes?|wrote|states|stated|repl(?:y|ies|ied)|answer(?:s|ed)?"
    r"|continue[sd]|saying|adding|add(?:s|ed)|explain(?:s|ed)|note[sd]|declare[sd]|announce[sd]|concluded?"
    r"|quoted?\b.*|told\b[^.,]{0,40}|(?:enact|order|resolv|provid|declar)(?:ed|ing|e)\b[^.]{0,30}), $"
)


class CapitalInsideSentence(Check):
    """A small word stands with a capital in the middle of a sentence.

    What it flags:
        Function words such as “What”, “The” or “He” with a capital after a comma, and some of them between two small
        words, where a small word follows.

    Why it matters:
        Two sentences were joined, or a title lost its end: the reader starts a new sentence that is none.

    When it is wrong:
        Titles of works, names that begin with “The” and speech without quotation marks. Short quotations, which may be
        titles, and lines of verse written as prose are left alone.

    Sources:
        MQM, capitalization.
    """

    id = "capital-inside-sentence"
    category = Category.CAPITALIZATION
    severity = Severity.MINOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"comma": "Capital “{text}” after a comma", "inside": "Capital “{text}” inside a sentence"}
    bad = (
        "The guests came with [[A->a]] guide to the harbour.",
        "According to a note of May 15, [[What->what]] the minister wanted was peace.",
        "According to a note of May 15, [[What->what]] Bell, as mayor, wanted was peace.",
        "When the ferry came, [[The->the]] harbour was closed.",
        "They came early in the morning [[And->and]] left at noon.",
        "“We wrote to the ministry about the old bridge over the river in May, [[And->and]] nobody answered our letters"
        " for a whole year,” the mayor said.",
        "The hall was safe for the members [[The->the]] roof is new.",
    )
    good = (
        "According to a note of May 15, what the minister wanted was peace.",
        "She reads The Times, The Hague and The Who.",
        "He asked, “What did the minister want?”",
        "Men at Work: And then they were gone",
        "He loves the film Gone With the Wind and the play As You Like It.",
        "She asked herself, What would he do?",
        "They saw Big, What Women Want and Rain Man.",
        "Read our guide, How to Use the Ferry, and the five questions (Who, What, When, Where and Why).",
        "They played At the Harbour and later In the Name of the Sea.",
        "He sang of her as she swayed The rein with a finger, And all his worldly worth for this.",
        "The studio, We are Made in Ostrau, and The d.School took part.",
        "She lost the In and Out card and told the guests, As I know the town, I can help.",
        "The letter states, The council has no boats.",
        "They were taught to A levels.",
        "The firm bought a million of A shares in May.",
        "Carrots have plenty of vitamin A and of B.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        string = text.text
        found: list[Finding] = []
        for match in _AFTER_COMMA.finditer(string):
            before = string[match.start() - 1] if match.start() else ""
            if (before.islower() or before.isdigit() or before == ")") and not (
                _is_speech(string, match) or _LISTED.search(string, max(0, match.start() - 10), match.start())
            ):
                found += self._judge(segment, text, match, "comma")
        for match in _BETWEEN_SMALL.finditer(string):
            if _SMALL_BEFORE.search(string, max(0, match.start() - 30), match.start()):
                found += self._judge(segment, text, match, "inside")
        for match in _ARTICLE.finditer(string):
            if word_before(string, match.start()) in _BEFORE_ARTICLE:
                found += self._judge(segment, text, match, "inside")
        for finding in found:
            start, end = finding.span
            before, after = string[max(0, start - _NEAR) : start], string[end : end + _NEAR]
            around = _BORDER.split(before)[-1], _BORDER.split(after)[0]
            if not any(map(_VERSE.search, around)):
                yield finding

    def _judge(self, segment: Segment, text: Analysis, match: re.Match[str], message: str) -> Iterator[Finding]:
        span = Span(*match.span("word"))
        if segment.text[span.end + 1].islower() and _TITLE.match(segment.text, span.end):
            return
        if text.role_at(span.start) is Role.BODY and not _in_title(text, span.start):
            fix = replace(span, match["word"].lower(), Applicability.SUGGEST)
            yield self.finding(segment, span, message, fixes=[fix])


def _in_title(text: Analysis, at: int) -> bool:
    """Whether `at` lies in a short quotation, which may be a title; a long one is speech."""
    span = text.quotations.around(at)
    return span is not None and len(span) < _LONGEST_TITLE


def _is_speech(text: str, match: re.Match[str]) -> bool:
    """Whether the words before introduce speech or a title without marks, or the clause ends in a question mark."""
    start = match.start("word")
    if _SPEECH.search(text, max(0, start - 60), start):
        return True
    end = _END.search(text, match.end())
    return end is not None and end[0] == "?"
