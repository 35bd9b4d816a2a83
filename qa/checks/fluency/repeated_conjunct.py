"""A word joined to itself by "and" or "or"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_JOINING = frozenset({"and", "or"})
_SHORTEST = 4
# Said twice on purpose: adverbs of degree and place, counts, measures ("years and years"), words for words.
_EMPHATIC = frozenset(
    "again more less worse thus these over further away down round around through here there then once later never ever"
    " such half everything something nothing anything someone everyone time very much many only just really"
    " still even well long deep slowly forever alone another yours mine enough together"
    " two three four five six seven eight nine ten eleven twelve twenty"
    " seconds minutes hours days nights weeks months years decades centuries ages aeons eons generations times"
    " inches feet yards miles acres tons tonnes pounds dollars gallons pages lines rows piles heaps stacks lots loads"
    " layers shelves boxes dozens scores hundreds thousands millions billions trillions waves cars people trees"
    " books words".split()
)
_MEASURES_END = ("loads", "fuls")
_BE = frozenset("is are was were be been being get gets getting also".split())
_AUXILIARIES = frozenset("is are was were will has have had can should would could may might must".split())
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some any various different several all other both"
    " either no certain new main senior".split()
)
_BEFORE_NOUN = _DETERMINERS | frozenset(
    "of in for with by from at on about into under during without is are was were be been being become became very"
    " as but feel".split()
)
_GERUND_AFTER = frozenset("of at for by in is are".split())
_ABSTRACT = re.compile(r".{2,}(?:[ts]ion|ment|[^aeiou]ity|ness|[ae]nce|ism|ship|ics|acy|ures?)s?$")
_ADJECTIVE = re.compile(r".{2,}(?:ional|ical|ious|eous|[dtvrn]ous|[ai]ble|ful|less|tive|sive|ented|ient)$")
_NO_ADJECTIVE = frozenset(
    "professional national international vegetable variable constable deductible executive representative initiative"
    " incentive alternative relative objective detective collective perspective narrative handful mouthful derivative"
    " locomotive adjective elective preservative missive fugitive crucible parable syllable chemical musical periodical"
    " radical medical directive regional patient client ingredient recipient gradient".split()
)
_ENDS = re.compile(r"[.,;:!?)\]\"”]|\s*$|\s*\n")
_CONTRAST = frozenset({"between", "there"})
_LOOK_BACK = 3


class RepeatedConjunct(Check):
    """A word is joined to itself by "and" or "or".

    What it flags:
        "political, historical and historical novels", "must be washed and dried and dried": two words of the
        source that became one in translation.

    Why it matters:
        The sentence says the same thing twice where the source names two things; one of them is lost.

    When it is wrong:
        In emphasis the check does not know. Comparatives, adverbs, measures ("years and years"), verbs that go on and
        on ("it grew and grew"), "between man and man" and nouns of which the second has an addition of its own
        ("crimes and crimes against humanity") are left alone.

    Sources:
        Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), chapter 15, on the coordination
        of like words for emphasis; counted in six million words of edited English.
    """

    id = "repeated-conjunct"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.93
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.BLOCKS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"joined": "“{word}” is joined to itself"}
    bad = (
        "She is known for political, historical[[ and historical->]] novels.",
        "The measures are sound, necessary[[, and necessary->]].",
        "The sails must not only be washed, but also dried[[ and dried->]].",
        "The dam will be inspected[[ and inspected->]], the mayor said.",
        "They praised the prosperity[[ and prosperity->]] of the town.",
        "The senior teachers[[ and teachers->]] are women.",
        "The road is closed because of its pollution[[ or pollution->]].",
    )
    good = (
        "It grew and grew. They talked and talked, again and again, more and more.",
        "For years and years they waited, hundreds and hundreds of them, and she kept pushing and pushing.",
        "He was tried for war crimes and crimes against humanity.",
        "They invest in clean energy and energy efficiency, students and students of colour, milk and milk products.",
        "Nothing passed between man and man, and it was repeated and repeated and repeated.",
        "They lead to hypotheses, and hypotheses are tested.",
        "It was a political and historical novel for the young and old alike.",
        "There are teachers and teachers. All that counts is delivery, delivery and delivery; it felt worse and worse.",
        "They spoke to the teachers, parents, or parents’ friends.",
        "The Johnson and Johnson works closed; it gets darker and darker.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        lower = text.words.lower
        same = text.words.same_as_later(2)
        place = same.find(1)
        while place >= 0:
            is_slip = lower[place + 1] in _JOINING and self._is_slip(text, place)
            if is_slip and text.role_at(text.words.starts[place]) is not Role.VERSE:
                span = Span(text.words.ends[place], text.words.ends[place + 2])
                yield self.finding(segment, span, "joined", fixes=[replace(span, "")], word=lower[place])
            place = same.find(1, place + 1)

    def _is_slip(self, text: Analysis, first: int) -> bool:
        """Whether word number `first` stands beside itself by mistake."""
        words, prose = text.words, text.text
        word, last = words.lower[first], first + 2
        gap = prose[words.ends[first] : words.starts[first + 1]]
        if gap not in (" ", ", ") or prose[words.ends[first + 1] : words.starts[last]] != " ":
            return False
        before = words.lower[max(0, first - _LOOK_BACK) : first]
        written = words.texts[first] == words.texts[last] == word
        if not (written and _may_slip(word, text)) or _CONTRAST & set(before) or _goes_on(words.lower, first):
            return False
        in_list = prose[max(0, words.starts[first] - 2) : words.starts[first]] == ", "
        ends = _ENDS.match(prose, words.ends[last]) is not None
        if gap == ", ":
            return ends and in_list
        if ends:
            return in_list or _fits(word, before)
        return self._is_slip_inside(text, first, before)

    def _is_slip_inside(self, text: Analysis, first: int, before: Sequence[str]) -> bool:
        """The same where the clause goes on behind the second word: the second may have an addition of its own."""
        words = text.words
        word, link = words.lower[first], words.lower[first + 1]
        follower = words.lower[first + 3] if first + 3 < len(words) else ""
        if follower in _AUXILIARIES:
            return bool(before) and before[-1] in _DETERMINERS and not word.endswith(("ed", "ing"))
        if not text.text.startswith(" ", words.ends[first + 2]):
            return False
        if follower == "of" and _ABSTRACT.match(word):
            return True
        is_adjective = _ADJECTIVE.match(word) is not None and word not in _NO_ADJECTIVE
        return is_adjective and link == "and" and not text.lexicon.is_function_word(follower)


def _may_slip(word: str, text: Analysis) -> bool:
    """Whether a word is none that is doubled for emphasis or for grammar."""
    return (
        len(word) >= _SHORTEST
        and word not in _EMPHATIC
        and not word.endswith(("er", *_MEASURES_END))
        and word[0].isalpha()
        and not text.lexicon.is_function_word(word)
    )


def _goes_on(lower: Sequence[str], first: int) -> bool:
    """Whether the word stands three times or more ("feeding and feeding and feeding"), which is a figure of speech."""
    word = lower[first]
    if first and lower[first - 1] == word:
        return True
    again = lower[first + 3 : first + 5]
    earlier = lower[max(0, first - 2) : max(0, first - 1)]
    return (len(again) == 2 and again[0] in _JOINING and again[1] == word) or bool(earlier and earlier[0] == word)


def _fits(word: str, before: Sequence[str]) -> bool:
    """Whether the words before a doubled word at the end of its clause show a noun or adjective, not a verb."""
    if not before:
        return False
    last = before[-1]
    if word.endswith("ing"):
        return last in _GERUND_AFTER
    if word.endswith("ed"):
        return last in _BE or (last.endswith("ly") and len(before) > 1 and before[-2] in _BE)
    if word.endswith("s") and not word.endswith("ss") and not _ABSTRACT.match(word):
        return last in _DETERMINERS
    return last in _BEFORE_NOUN or _ADJECTIVE.match(last) is not None or (last == "to" and bool(_ABSTRACT.match(word)))
