"""A phrase written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Evidence, Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.scan import Words

_LONGEST = 8
_RELATIVES = frozenset("what whatever who whoever all that which".split())
_WORDS_OF_CHANT = 3
_LONG_CHANT = 5
_MAY_MEET = 0.8
_PREPOSITIONS = frozenset("of to in on at by for from with into during between through under over about".split())
_BE = frozenset("is are was were be been".split())
_DETERMINERS = frozenset("the a an this that these those his her its their our my your".split())
_OF_EACH_OTHER = 0.8
"""For "the children of the children of the king"."""


class RepeatedPhrase(Check):
    """Two or more words stand twice in a row.

    What it flags:
        A phrase of two to eight words that follows itself ("in the city in the city"), and longer loops of it. With
        commas between, only from the third time on.

    Why it matters:
        It is the loop that neural translation falls into; the reader stumbles, and text may be lost behind it.

    When it is wrong:
        Chants, refrains and lists of scores repeat on purpose; quoted and verse-like repetition is left alone.

    Sources:
        Holtzman et al., The Curious Case of Neural Text Degeneration (2020); Lee et al., Hallucinations in Neural
        Machine Translation (2018), on oscillation.
    """

    id = "repeated-phrase"
    category = Category.DUPLICATION
    severity = Severity.MAJOR
    confidence = 0.93
    needs = frozenset({Need.WORDS, Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"twice": "“{phrase}” stands twice in a row", "often": "“{phrase}” stands {count} times in a row"}
    bad = (
        "The ferry left from the harbour[[ from the harbour->]] at noon.",
        "He was one of the[[ one of the->]] first to arrive.",
        "They met in the town hall[[ in the town hall in the town hall->]] on Monday.",
        "She likes the sea, the sun[[, the sea, the sun, the sea, the sun->]] and the wind.",
        Example("Er kam in die Stadt[[ in die Stadt->]] zurück.", lang="de"),
    )
    good = (
        "Day by day and step by step they came nearer.",
        "He said: “Never again, never again.”",
        "They went from door to door, from house to house.",
        "More and more people came, and more and more stayed as the town grew bigger and bigger and richer.",
        "What was done was done.",
        "The sets ended 6-4, 6-4.",
        "The line is open from 8 a.m. July 25 to 8 a.m. July 26.",
        "The Lake National Park National Park Service met.",
        "She said she said nothing of the kind.",
        "They went from house to house to freedom, and there were boats upon boats upon boats.",
        "We call the Lab the Lab.",
        "They had work to do to do well.",
        "What makes a man a man or a boat a boat? His face is as green as green grass, and he is same old same old.",
        "It was more days and more days and more days. Thank you, thank you, thank you.",
        "The boats are between a metre and a metre and a half long.",
        "“You knew, you knew, you knew,” she cried.",
        "I came to the water late,\nand late it came to me:\nrow on, row on, row on, row on,\nthe river said to me.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        done: list[Span] = []
        for size in range(2, _LONGEST + 1):
            same = text.words.same_as_later(size)
            run = b"\x01" * size
            place = same.find(run)
            while place >= 0:
                end = same.find(0, place)
                end = len(same) if end < 0 else end
                finding = self._judge(segment, text, place, size, end + size)
                if finding and not any(finding.span.overlaps(span) for span in done):
                    done.append(finding.span)
                    yield finding
                place = same.find(run, end)

    def _judge(self, segment: Segment, text: Analysis, first: int, size: int, end: int) -> Finding | None:
        """The finding for the loop of `size` words that runs from word `first` up to `end`, unless it is lawful."""
        words = text.words
        phrase = words.lower[first : first + size]
        count = (end - first) // size
        last = first + count * size - 1
        span = Span(words.ends[first + size - 1], words.ends[last])
        gaps = {text.text[words.ends[at] : words.starts[at + 1]].strip() for at in range(first, last)}
        quoted = "," in gaps and (_in_verse(text, words.starts[first]) or text.quotations.inside(words.starts[first]))
        quoted = quoted or phrase in _CHAINS
        chant = "," in gaps and count < (_LONG_CHANT if quoted else _WORDS_OF_CHANT)
        if len(set(phrase)) == 1 or not gaps <= {"", ","} or chant:
            return None
        if count == 2 and text.base_lang == "en" and _is_name(words.texts[first : last + 1]):
            return None  # the business of `repeated-name`
        joined = last + 1 < len(words.texts) and not text.text[words.ends[last] : words.starts[last + 1]].strip()
        # "bigger and bigger and", "what was done was done": two clauses meet.
        if size == 2 and ("and" in phrase or (first and words.lower[first - 1] in _RELATIVES)):
            return None
        if (
            count == 2
            and (
                (joined and _is_name(words.texts[first : last + 2]))
                or (text.base_lang == "en" and _is_lawful(phrase, words.lower[max(0, first - 8) : first]))
                or text.block_at(words.starts[first]) is not text.block_at(span.end)
                # "more days and more days and more days"
                or (phrase[-1] == "and" and words.lower[last + 1 : last + size] == phrase[:-1])
            )
        ):
            return None
        shown = text.text[words.starts[first] : words.ends[first + size - 1]]
        return self.finding(
            segment,
            span,
            "twice" if count == 2 else "often",
            confidence=self._confidence(words, first, size) if count == 2 else None,
            fixes=[replace(span, "")],
            evidence=[Evidence("count", f"{count} times in a row")],
            phrase=shown if len(shown) <= 50 else f"{shown[:49]}…",
            count=count,
        )

    @staticmethod
    def _confidence(words: Words, first: int, size: int) -> float | None:
        """How sure the claim is that the `size` words from word `first` on stand twice by mistake, where it is less so.

        A name may begin with the words before it, and a clause end with the thing that the next one begins with ("if
        sugar is low in the cells the cells slow down").
        """
        one, two = words.texts[first : first + size], words.texts[first + size : first + 2 * size]
        if one[-1].lower() == "of":
            return _OF_EACH_OTHER
        first_word, last_word = one[0].lower(), one[-1].lower()
        parts = last_word in _DETERMINERS and first_word not in _PREPOSITIONS
        meets = size == 2 and (first_word in _DETERMINERS | _BE or parts)
        return _MAY_MEET if meets or (one[0].islower() and two[0][0].isupper()) else None


def _in_verse(text: Analysis, at: int) -> bool:
    """Whether the line at `at` may be one of verse: it begins small or is marked as such."""
    block = text.block_at(at)
    return block is not None and (block.role is Role.VERSE or text.text[block.span.start].islower())


def _is_name(written: Sequence[str]) -> bool:
    """Whether the phrase may be the end of one name and the start of another ("Park National Park Administration")."""
    return all(word[0].isupper() for word in written)


def _is_lawful(phrase: Sequence[str], before: Sequence[str]) -> bool:
    """Whether an English phrase may follow itself once.

    "From house to house to freedom", "trackers upon trackers upon trackers", "call the Lab the Lab", "has work to do to
    do well", "what makes a man a man", "as green as green grass", "between a metre and a metre and a half".
    """
    size = len(phrase)
    if phrase in _CHAINS:
        return True
    if (
        size == 2
        and phrase[0] not in _FUNCTION_WORDS
        and (phrase[1] in _LINKING or (phrase[1] == "to" and (phrase[0] in _PAIRED or "from" in before[-1:])))
    ):
        return True
    if (size == 2 and phrase[0] == "as" and phrase[1] != "well") or (phrase[-1] == "and" and "between" in before):
        return True
    made = size == 2 and phrase[0] in _OBJECTS and not _MAKING.isdisjoint(before)
    return made or (bool(before) and before[-1] in _NAMING)


_LINKING = frozenset("upon after by is".split())
_PAIRED = frozenset("face back side one head hand cheek".split())
_OBJECTS = frozenset("a an the".split())
_FUNCTION_WORDS = frozenset("the a an this that there here it he she which who what".split())
_MAKING = frozenset("make makes made making".split())
_NAMING = frozenset("call calls called calling name names named".split())
_CHAINS = tuple(
    chain.split()
    for chain in ("she said", "he said", "ha ha", "new york", "same old", "thank you", "have to", "to be", "to do")
)
