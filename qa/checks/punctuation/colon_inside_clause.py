"""Colon or semicolon that cuts a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_after, word_before
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_COLON = re.compile(
    r":(?:(?<=[^\W\d_].)[ \u00a0](?=(?:that|than|of|to|would|has|had|have|will|could|respectively)[ .])"
    r"|(?:(?<=\s(?:few).)|(?<=\sfewer.))[ \u00a0](?=[a-z])"
    r"|(?<=\b(?:This|That) (?:is).)[ \u00a0](?=(?:one|a|an|the) )"
    r"|(?<=\b(?:was|has|had).)[ \u00a0](?=[a-z]{2,}ed )|(?<=\b(?:were|been|have).)[ \u00a0](?=[a-z]{2,}ed ))"
)
_SEMICOLON = re.compile(
    r";(?:(?<=[^\W\d_].)[ \u00a0](?=(?:to|than|of|into|dubbed|called|named|known|usually|supported"
    r"|said|says|told|announced|sent|would|has|had)[ .])"
    r"|(?:(?<=\s(?:we).)|(?<=\sshe.)|(?<=\sthey.)|(?<=\sthat it.))[ \u00a0](?=[a-z]))"
)
_SUBORDINATE = re.compile(r"(?:When|If|While|Although|Though|Because|Unless|Since) [^,;:.!?()\"“”—–]{1,30}$")
# Fiction and careful prose go on so behind a semicolon ("she would have paid; would have sold the boat for it").
_LOOSE = frozenset("of into would had has have will could usually".split())
_PRONOUNS = frozenset("i you he she it we they".split())
_MAY_GO_ON = 0.7
_SERIES = re.compile(r"[^.!?\n]+[;,] to ")
_MARK = re.compile(r"[;:](?= [a-z])")
# What "to" completes: "able; to cross".
_TO_COMES = frozenset(
    "able unable managed manages want wants wanted need needs needed going ready decided began allowed"
    " expected supposed order due tried try trying failed agreed planned hopes hoped forced likely chance"
    " attempt attempts right ability continue continued".split()
)
_SAYING = frozenset(
    "said say says saying reported announced stated noted added claimed confirmed explained told recalled"
    " believed believes believe emphasized stressed warned argued revealed declared know knows knew found show"
    " shows showed fact".split()
)
# "the first time since May: that" is cleft in two.
_FINITE = frozenset("would has had have will could".split())
_SUBJECTS = frozenset(
    "i you he she it we they the a an this that there his her its our their my your not no to".split()
)
_ARTICLES = frozenset("the a an this these his her its our their".split())
# "the law says what we all believe: that ..."
_CLEFT = re.compile(r"\b(?:what|this|thing|following|one)\b[^.!?]*$")
_SINCE = re.compile(r"\b[Tt]his is the \w+ time\b[^.:;!?]*$")
_PRONOUN_VERBS = frozenset("is was would will has had if as may might could should can means meant".split())


class ColonInsideClause(Check):
    """A colon or semicolon stands inside a clause and parts words that belong together.

    What it flags:
        A colon before "that" or "than" ("he said: that the bridge ..."), a semicolon before "to" or "than" where the
        sentence is no list, either of them in a subordinate clause that has not ended.

    Why it matters:
        What follows has no grammar of its own; the sentence must be read twice.

    When it is wrong:
        Before a sentence that begins with "that" as a pronoun and in lists whose parts begin with "to" or "by".

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”.
    """

    id = "colon-inside-clause"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.SENTENCES})
    fixable = Fixable.ALWAYS
    messages = {"cut": "“{mark}” before “{next}” cuts the clause in two"}
    bad = (
        "The inspector said[[:->]] that the hotel was closed.",
        "The valley has more[[:->]] than ten bridges.",
        "The scouts were able[[;->]] to cross the river.",
        "A few[[:->]] days ago the ferry sank, and the new one was[[:->]] planned at once.",
        "Although the island[[;->]] and its lake are small, they have a name.",
    )
    good = (
        "He had three wishes: to sleep; to eat; to be left alone.",
        "There is one thing he knows: that is what counts.",
        "The law says what all of us believe: that every boat is equal.",
        "They came by boat; by train; by bus.",
        "There are other needs: to keep the hall open; to build a quay. She thought of her friend: of Ada.",
        "If the ferry costs too much; if the bridge costs more, we will swim.",
        "The list: more, less, fewer; that is all.",
        "The rule is simple: to win, you must play; to lose, you need not.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if ":" not in prose and ";" not in prose:
            return
        found = {match.start() for match in _COLON.finditer(prose) if self._cuts(prose, match.start(), match.end())}
        for match in _SEMICOLON.finditer(prose):
            sentence = text.sentence_at(match.start())
            alone = sentence and prose.count(";", *sentence.span) == 1 and prose.count(":", *sentence.span) == 0
            if alone and self._cuts(prose, match.start(), match.end()):
                found.add(match.start())
        for match in _MARK.finditer(prose):
            sentence = text.sentence_at(match.start())
            # A subordinate clause has ended before any main clause could begin.
            lead = sentence and _SUBORDINATE.match(prose, sentence.span.start, match.start())
            if lead and word_after(prose, match.end() + 1) == lead.group().partition(" ")[0].lower():
                continue  # "If this is true; if that is true, we ..."
            if sentence and lead and "," in prose[match.end() : sentence.span.end]:
                found.add(match.start())
        for at in sorted(found):
            yield self._report(segment, at)

    def _report(self, segment: Segment, at: int) -> Finding:
        span = Span(at, at + 1)
        following = word_after(segment.text, at + 2)
        may_go_on = following in _LOOSE and word_before(segment.text, at).lower() not in _PRONOUNS
        return self.finding(
            segment,
            span,
            "cut",
            confidence=_MAY_GO_ON if may_go_on else None,
            fixes=[replace(span, "")],
            mark=segment.text[at],
            next=following,
        )

    @staticmethod
    def _cuts(prose: str, at: int, end: int) -> bool:
        """Whether the word at `end`, behind the mark at `at`, belongs to the words before it."""
        before, following = word_before(prose, at).lower(), word_after(prose, end)
        if _is_series(prose, at, following):
            return False
        behind = word_after(prose, end + 1 + len(following))
        if following in _FINITE:
            # A question or a heading may begin with the verb, and a quoted sentence with "would you".
            return behind not in _SUBJECTS and before not in _SAYING and "?" not in prose[end : end + 120]
        if following == "of":
            return behind not in {"which", "whom", "course", "these", "those"} and (
                prose[at] == ":" or behind in _ARTICLES
            )
        if following == "that" and before not in _SAYING:
            return behind in {"were", "are", "have"} or bool(_SINCE.search(prose[max(0, at - 80) : at]))
        if following == "that":
            return behind not in _PRONOUN_VERBS and not _CLEFT.search(prose, max(0, at - 80), at)
        return following != "to" or before in _TO_COMES


def _is_series(prose: str, at: int, word: str) -> bool:
    """Whether `word` stands behind the mark at `at` as one of several ("other needs: to read; to write")."""
    if word == "of":
        return prose.rfind(" of ", max(0, at - 40), at) >= 0
    return word == "to" and _SERIES.match(prose, at + 1, at + 200) is not None
