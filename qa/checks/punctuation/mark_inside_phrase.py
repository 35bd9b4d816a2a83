"""Mark between words that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation import _phrases as phrases
from qa.checks.punctuation._marks import word_after
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis


class MarkInsidePhrase(Check):
    """A mark stands behind a word that cannot do without the next one.

    What it flags:
        A comma, colon, semicolon, question or exclamation mark behind an article or possessive ("expands a,
        proposal"), behind a conjunction, between words such as "because, of", in "on, August 6" and inside names such
        as "United, States"; a colon, semicolon, question or exclamation mark behind a preposition ("some areas of;
        the town").

    Why it matters:
        The phrase falls apart and the sentence must be read twice.

    When it is wrong:
        Where a speaker hesitates ("the, um, result") or a list with a colon follows directly behind a preposition.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; counts in edited English.
    """

    id = "mark-inside-phrase"
    category = Category.PUNCTUATION
    severity = Severity.MAJOR
    confidence = 0.9
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
        "She sang alongside[[!->]] Dara Lenk for years.",
        "There were talks in[[;->]] support of the port. They own boats and[[,->]] vessels of other kinds.",
        "She overtook a man coming[[,->]] from the harbour, who had no light.",
        "She met a man coming[[,->]] from the village.",
        "All neighbours said that their[[!->]] bridge was older.",
    )
    good = (
        "The vitamins A, B and C; Building A, Room 4; plan a, b or c. In group a, Lenk won.",
        "It was the, um, biggest choir, and, of course, the best.",
        "What are you looking at? Nothing. Who is it for? Whom did you give it to!",
        "There is nothing to complain of; the room is warm. It is what he spoke of: the cold.",
        "From now on, Ostrau has a ferry. Later on, on August 6, it left.",
        "He came in, on Monday, with the man he had spoken to, Uwe Hallbauer.",
        "It is similar, to some extent, to ours, and better, of course.",
        "It is a habit we cannot get rid of; it costs nothing.",
        "Won't it be a place to come to? The Which? test says so.",
        "It was a, how shall we say, cautious speech on Vale or: The Long Walk.",
        "Those who sank the boat must, and will, be held to account. A way should, and I think will, be found.",
        "It was a, quote, ‘great day’ for the town.",
        "The isles have become well known, as they are old.",
        "She spoke of the result; of boats and ferries she said nothing.",
        "He dropped the scenes that he did not agree with; Ada kept them.",
        "The storm cost at least, or far in excess of, 5,000 francs.",
        "The New, a hotel, and the Supreme, a bar, are open.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in phrases.MARK.finditer(prose):
            at = match.start()
            word = prose[max(0, at - phrases.LONGEST) : at].rpartition(" ")[2].lstrip('“"(\n')
            if word.lower() not in phrases.BINDING:
                continue
            if not (word.isupper() and len(word) > 1) and self._is_torn(text, at, word, match.end()):
                yield self._report(segment, at, "behind", word)
        for match in phrases.INSIDE_NAME.finditer(prose):
            yield self._report(segment, match.start(), "name")

    def _report(self, segment: Segment, at: int, message: str, word: str = "") -> Finding:
        span = Span(at, at + 1)
        return self.finding(segment, span, message, fixes=[replace(span, "")], mark=span.of(segment.text), word=word)

    @classmethod
    def _is_torn(cls, text: Analysis, at: int, word: str, end: int) -> bool:
        """Whether the mark at `at` parts `word` from what follows at `end`."""
        prose, mark, low = text.text, text.text[at], word.lower()
        following = word_after(prose, end)
        if low in phrases.GOVERNS and (low != "may" or following in phrases.GOVERNS[low]):
            return following in phrases.GOVERNS[low] and not cls._closes_insertion(prose, at, end)
        if low in phrases.MONTHS:
            return mark != "," and word[0].isupper() and prose[end].isdigit()
        if low in phrases.DETERMINERS:
            return bool(following) and cls._binds(prose, at, word, following) and following.lower() != low
        if low in phrases.BEFORE_DATE and phrases.DATE.match(prose, end):
            return mark != "," or not (
                phrases.ADVERB.search(prose, max(0, at - 16), at)
                or phrases.OPENED.search(prose, max(0, at - 60), at)  # "at least, or far in excess of, 5,000 francs"
            )
        if mark == ",":
            return cls._before_comma(prose, at, low, end)
        is_link = low in phrases.LINKS and bool(following) and not cls._ends_name(word, mark, following)
        return is_link or (low not in phrases.LINKS and cls._behind_preposition(text, at, low, following))

    @staticmethod
    def _closes_insertion(prose: str, at: int, end: int) -> bool:
        """Whether the mark at `at` behind a governing word closes an insertion or opens one that ends behind `end`."""
        opens = prose[at] == "," and phrases.PARENTHESIS.match(prose, end, end + 60)
        return bool(
            opens
            or (prose[at] == ";" and prose.startswith("of ", end))  # "the fear of loss; of bureaus"
            or phrases.WELL.search(prose, max(0, at - 14), at)
            or phrases.SECOND_VERB.search(prose, max(0, at - 32), at)
        )

    @staticmethod
    def _binds(prose: str, at: int, word: str, following: str) -> bool:
        """Whether `word`, an article or possessive before the mark at `at`, needs what follows the mark."""
        if word.lower() in {"a", "an"}:
            # "vitamin A, B and C", "plan a, b": letters, no articles
            before = prose[max(0, at - len(word) - 14) : at - len(word) - 1].rpartition(" ")[2]
            is_label = before.lower() in phrases.LABELLED
            is_letter = len(following) < 2 or word[0].isupper() or is_label or not before[-1:].isalpha()
            if is_letter:
                return False
        return prose[at] != "," or following.lower() not in phrases.INSERTS

    @staticmethod
    def _before_comma(prose: str, at: int, low: str, end: int) -> bool:
        """Whether the comma at `at` behind "and" or "to" is one too many."""
        following = word_after(prose, end)
        if low == "and":
            if following not in phrases.FINITE:
                return following not in phrases.INSERTS and phrases.AND_NOUN.match(prose, end, end + 160) is not None
            return not phrases.PARENTHESIS.match(prose, end, end + 90)
        governed = low == "to" and phrases.GOVERNING.search(prose, max(0, at - 24), at)
        return bool(governed) and bool(following) and following not in phrases.INSERTS

    @staticmethod
    def _ends_name(word: str, mark: str, following: str) -> bool:
        """Whether `word`, a conjunction, has its mark by right: "the Which? report", "Strangelove or: How I"."""
        return (mark == "?" and word == "Which") or (mark == ":" and word == "or" and following[:1].isupper())

    @staticmethod
    def _behind_preposition(text: Analysis, at: int, low: str, following: str) -> bool:
        """Whether the mark at `at` behind the preposition `low` is wrong; prepositions may be stranded."""
        prose, mark = text.text, text.text[at]
        sentence = text.sentence_at(max(0, at - 1))
        start = sentence.span.start if sentence else max(0, at - 200)
        if mark in ";:":
            end = sentence.span.end if sentence else len(prose)
            is_list = mark == ":" and (not following.islower() or phrases.LIST.search(prose, at, end))
            before = " ".join(prose[max(start, at - 60) : at].split()[-4:-1])
            goes_on = mark == ";" and following.lower() in phrases.NEW_CLAUSE
            if low in phrases.ADVERBS:
                noun_before = phrases.PLURAL.search(prose, max(0, at - 24), at)
                return bool(noun_before) and not (is_list or goes_on or phrases.RELATIVE.search(before))
            return not (is_list or goes_on or phrases.STRANDS.search(before))
        if low in phrases.NEVER_LAST:
            return not text.quotations.inside(at)
        if (mark == "!" and following[:1].isupper()) or phrases.QUESTION.search(prose[start:at]):
            return False
        return (mark == "!" and following.islower()) or not text.quotations.inside(at)
