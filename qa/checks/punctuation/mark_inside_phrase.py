"""Mark between words that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_after
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Counted in 12 million words of edited English (press releases, Wikipedia, textbooks, fiction, speeches): a comma stands
# behind "the" three times, behind "its" and "our" never lawfully; a semicolon behind "and" once.
_DETERMINERS = frozenset("the a an my your its our their every".split())
_LINKS = frozenset("and but or than whose which because although".split())
_PREPOSITIONS = frozenset("of to in on at by for from with into during between".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_DATE = re.compile(
    r"\d|(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)

# Words with the word they govern: nothing stands between the two.
_GOVERNS = {
    word: frozenset(followers.split())
    for followers, words in {
        "to": "according due able unable similar related prior thanks owing refers referred referring relating close access",
        "of": "because instead number consists consisting consisted regardless capable kind lack result amount majority",
        "on": "based depending depends relying relies",
        "as": "such known regarded",
        "than": "rather more less fewer better higher lower larger",
        "from": "coming suffering stemming apart",
        "for": "responsible",
        "with": "compared",
        "be have not": "will would can could may might must should",
        "be": "not",
    }.items()
    for word in words.split()
}
_BINDING = _DETERMINERS | _LINKS | _PREPOSITIONS | _MONTHS | _GOVERNS.keys()
_LONGEST = max(map(len, _BINDING)) + 1
# Starts at the mark, which is rarer than the words; the word before it is looked up.
_MARK = re.compile(r"[,;:!?][ \u00a0]+(?=[\w“\"])")
_NAMES = (
    ("United", "States|Nations|Kingdom|Arab"),
    ("New", "York|Zealand|Delhi|Jersey|Hampshire|Orleans"),
    ("Prime", "Minister"),
    ("European", "Union|Commission|Parliament"),
    ("Soviet", "Union"),
    ("Arab", "Emirates"),
    ("White", "House"),
    ("Supreme", "Court"),
    ("Los", "Angeles"),
    ("San", "Francisco"),
    ("Hong", "Kong"),
    ("Saudi", "Arabia"),
    ("South", "Korea|Africa"),
    ("North", "Korea"),
)
_INSIDE_NAME = re.compile(
    r"[,;:.!?](?:" + "|".join(rf"(?<=\b{first}.) (?=(?:{rest})\b)" for first, rest in _NAMES) + ")"
)
# Words that may open an insertion or a second member behind "the," and the like.
_INSERTS = frozenset(
    "um uh er erm well say yes no to at in on by for as so if or and then now perhaps possibly probably arguably"
    " her his its our their my your hers we us you i they".split()
)
# These stand alone as adverbs ("came in; tea was served").
_ADVERBS = frozenset({"in", "on", "by"})
_QUESTION = re.compile(
    r"(?:^|[,;:—–-] ?|\b(?:and|but|so|then|or|wonder|ask|asked|know) )[\"“‘'(]?(?:[^\W\d_]+,? )?(?:who|whom|whose|what|which|where|when"
    r"|why|how|do|does|did|don’t|don't|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must|am)\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"\b(?:from|early|later?|now|mov\w{1,3}|went|go(?:ing)?|came|com(?:e|ing)|carr\w{1,5}|passed|stand\w*|drop\w*) (?:on|in|by)$"
)
_GOVERNING = re.compile(
    r"(?:^|, |(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bbeen )(?<!\bwere )(?<!\b.m ))(?<=\s)(?:[Aa]ccording|[Dd]ue|[Oo]wing|[Tt]hanks|[Pp]rior|referring) to$"
)
# A preposition may be stranded at the end of a relative or passive clause ("all that it was spoken of").
_FINITE = frozenset("is are was were has have had will would".split())
_LIST = re.compile(r"[,;()\n]| (?:and|or) ")
# "similar, to some extent," is an insertion.
_PARENTHESIS = re.compile(r"[^,.;:!?\n]{1,40},")
_STRANDS = re.compile(
    r"\b(?:what|which|who|whom|that|all|nothing|something|anything|to|was|were|is|are|be|been|you|he|she|they|we|I)\b"
)


class MarkInsidePhrase(Check):
    """A mark stands behind a word that cannot do without the next one.

    What it flags:
        A comma, colon, semicolon, question or exclamation mark behind an article or possessive ("expands a, proposal"), behind
        a conjunction, between words such as "because, of", in "on, August 6" and inside names such as "United, States"; a colon, semicolon, question or
        exclamation mark behind a preposition ("some areas of; the town").

    Why it matters:
        The phrase falls apart and the sentence must be read twice.

    When it is wrong:
        Where a speaker hesitates ("the, um, result") or a list with a colon follows directly behind a preposition.

    Sources:
        The Chicago Manual of Style, 17th edition, 6.16 to 6.67; counts in edited English.
    """

    id = "mark-inside-phrase"
    category = Category.PUNCTUATION
    severity = Severity.MAJOR
    confidence = 0.93
    languages = ENGLISH
    needs = frozenset({Need.SENTENCES, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {
        "behind": "“{mark}” behind “{word}” tears the phrase apart",
        "name": "“{mark}” inside a name",
    }
    bad = (
        "The letter expands a[[,->]] proposal to work together.",
        "It is the[[:->]] biggest choir of the canton.",
        "They sailed along the coast and[[;->]] the fog came.",
        "The hall is closed on[[,->]] August 6.",
        "Rain will fall in some parts of[[;->]] the valley.",
        "He won the race in[[?->]] Ostrau on Sunday.",
        "The United[[,->]] States sent a ship.",
        "The rest came on July[[:->]] 21.",
        "The ferry was late because[[,->]] of the fog.",
        "She met a man coming[[,->]] from the village.",
        "All neighbours said that their[[!->]] bridge was older.",
    )
    good = (
        "The vitamins A, B and C; Building A, Room 4; plan a, b or c.",
        "It was the, um, biggest choir, and, of course, the best.",
        "What are you looking at? Nothing. Who is it for? Whom did you give it to!",
        "There is nothing to complain of; the room is warm. It is what he spoke of: the cold.",
        "From now on, Ostrau has a ferry. Later on, on August 6, it left.",
        "He came in, on Monday, with the man he had spoken to, Uwe Hallbauer.",
        "It is similar, to some extent, to ours, and better, of course.",
        "The New, a hotel, and the Supreme, a bar, are open.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _MARK.finditer(prose):
            at = match.start()
            word = prose[max(0, at - _LONGEST) : at].rpartition(" ")[2].lstrip("“\"(\n")
            if word.lower() not in _BINDING:
                continue
            if not (word.isupper() and len(word) > 1) and self._is_torn(text, at, word, match.end()):
                yield self._report(segment, at, "behind", mark=prose[at], word=word)
        for match in _INSIDE_NAME.finditer(prose):
            yield self._report(segment, match.start(), "name", mark=prose[match.start()])

    def _report(self, segment: Segment, at: int, message: str, **args: str) -> Finding:
        span = Span(at, at + 1)
        return self.finding(segment, span, message, fixes=[replace(span, "")], **args)

    @staticmethod
    def _is_torn(text: Analysis, at: int, word: str, end: int) -> bool:
        """Whether the mark at `at` parts `word` from what follows at `end`."""
        prose, mark, low = text.text, text.text[at], word.lower()
        following = word_after(prose, end)
        is_date = bool(_DATE.match(prose, end))
        if low in _GOVERNS:
            insertion = mark == "," and _PARENTHESIS.match(prose, end, end + 60)
            if following in _GOVERNS[low] or low != "may":
                return following in _GOVERNS[low] and not insertion
        if low in _MONTHS:
            return mark != "," and word[0].isupper() and prose[end].isdigit()
        if low in _DETERMINERS:
            if low in {"a", "an"} and (len(following) < 2 or word[0].isupper() or not prose[at - len(word) - 2].isalpha()):
                return False
            return bool(following) and not (mark == "," and following.lower() in _INSERTS)
        if is_date and low in {"on", "in", "of", "by", "than", "from", "until"}:
            return not (mark == "," and _ADVERB.search(prose, max(0, at - 16), at))
        if mark == ",":
            if low == "and":
                return following in _FINITE and not _PARENTHESIS.match(prose, end, end + 90)
            if low == "to":
                return bool(_GOVERNING.search(prose, max(0, at - 24), at)) and bool(following) and following not in _INSERTS
            return False
        if low in _LINKS:
            return bool(following)
        sentence = text.sentence_at(max(0, at - 1))
        start = sentence.span.start if sentence else max(0, at - 200)
        if mark in ";:":
            if low in _ADVERBS:
                return False
            if mark == ":" and _LIST.search(prose, at, sentence.span.end if sentence else len(prose)):
                return False
            before = " ".join(prose[max(start, at - 60) : at].split()[-4:-1])
            return (mark == ";" or following.islower()) and not _STRANDS.search(before)
        if mark == "!" and following[:1].isupper() or _QUESTION.search(prose[start:at]):
            return False
        return (mark == "!" and following.islower()) or not text.quotations.inside(at)
