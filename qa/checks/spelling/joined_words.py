"""Two words that lost the blank between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Evidence, Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

# Function words with which no other word ends, or begins, so that finding one there in an unknown word says a lot.
_ENDS = frozenset("of the and that with from which this their have been were they would".split())
_BEGINS = frozenset("the and that of from which this their have been were they".split())
# These may begin words ("today"); what follows must be very common and of some length.
_LIKELY = frozenset("to as is was are each every".split())
# Short prepositions: only "the" behind them is sure ("inthe", "atthe"), and phrases that are written as one word.
_BEFORE_THE = frozenset("in on at by for as if or do".split())
_PHRASES = {
    "alot": "a lot", "infact": "in fact", "aswell": "as well", "atleast": "at least", "infront": "in front",
    "inspite": "in spite", "eachother": "each other", "eventhough": "even though", "ofcourse": "of course",
    "thankyou": "thank you", "inorder": "in order", "dueto": "due to",
}  # fmt: skip
_KNOWN = 3.3
_COMMON = 5.2
_FEWEST_LETTERS = 5
_LONG = 8


class JoinedWords(Check):
    """An unknown word is two ordinary words written together.

    What it flags:
        "endof", "thatthe", "ofcourse": a word written small that no list knows and that falls into a function word and
        another known word.

    Why it matters:
        It stops the reader, and it is never right.

    When it is wrong:
        In dialect, invented words and code. Words that stand three times or more in the article are taken for terms.

    Sources:
        MQM, error type “Spelling”; the lexicon's counts (see its notes).
    """

    id = "joined-words"
    category = Category.SPELLING
    severity = Severity.MINOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    cross_fire = frozenset({"doubled-word"})
    messages = {"joined": "“{text}” seems to be two words: “{parts}”"}
    bad = (
        "He met [[thepresident->the president]] in Rome.",
        "They waited until the [[endof->end of]] the week.",
        "He said [[thatthe->that the]] ferry had left.",
        "It was, [[ofcourse->of course]], too late.",
        "She said [[inthe->in the]] hall that he has [[alot->a lot]] of friends. [[Infact->In fact]], nobody came.",
        "The depth of the well is known, and there is [[legislationto->legislation to]] cover it.",
        "The [[depressurizationof->depressurization of]] the cabin took an hour.",
    )
    good = (
        "They waited until the end of the week.",
        "The theatre therefore forgave them and withdrew.",
        "He was walkin' and talkin' all night.",
        "Her whereabouts and hereafter are unknown.",
        "They like theming, the standing buddhas and a byelection.",
        "The tool reads two inits and lists all withholdings.",
        "The inlaid floor was sanded, and the bystanders fathomed nothing.",
        "The depth of the wellwell is known to him, andand to her.",
        "Ofnir the dragon and the town of Thesea are invented.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        words, lexicon = text.words, text.lexicon
        for word in words.vocabulary & _PHRASES.keys():
            for span in map(words.span, words.index[word]):
                written = span.of(text.text)
                if written.islower() or written.istitle():
                    fix = _PHRASES[word].capitalize() if written.istitle() else _PHRASES[word]
                    yield self.finding(segment, span, "joined", fixes=[replace(span, fix)], parts=fix)
        for word in text.uncounted:
            if word in _PHRASES or len(word) < _FEWEST_LETTERS or not word.isalpha() or len(words.index[word]) > 2:
                continue
            ordinals = [ordinal for ordinal in words.index[word] if words.texts[ordinal].islower()]
            parts = _parts(word, lexicon) if len(ordinals) == len(words.index[word]) else None
            if parts is None or lexicon.is_word(word):
                continue
            first, _, second = parts.partition(" ")
            if first == second:  # one word written twice: the matter of doubled-word
                continue
            for ordinal in ordinals:
                span = words.span(ordinal)
                yield self.finding(
                    segment,
                    span,
                    "joined",
                    fixes=[replace(span, parts)],
                    evidence=[Evidence("lexicon", f"“{word}” is in no word list")],
                    parts=parts,
                )


def _parts(word: str, lexicon: Lexicon) -> str | None:
    """The two words that `word` is made of, with a blank between them; None if it is not."""
    if word.endswith("the") and word[:-3] in _BEFORE_THE:
        return f"{word[:-3]} the"
    for cut in range(2, len(word) - 1):
        first, second = word[:cut], word[cut:]
        if _falls_apart(first, second, lexicon):
            return f"{first} {second}"
    return None


def _falls_apart(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether an unknown word of these parts is sure to be two words."""
    if first in _BEGINS and len(second) > 2:
        long = first == "the" and len(second) >= _LONG and lexicon.is_dictionary_word(second)
        return long or _is_known(second, lexicon)
    if second in _ENDS and (first in _LIKELY or _is_known(first, lexicon)):
        return True
    if second == "to" and len(first) >= _LONG:
        return _is_known(first, lexicon)
    return first in _LIKELY and len(second) > 3 and lexicon.frequency(second) >= _COMMON


def _is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether a word of three letters or more is usual and written small."""
    return (
        lexicon.is_usually_lower(word)
        and len(word) > 2
        and (lexicon.frequency(word) >= _KNOWN or (len(word) > 8 and lexicon.is_dictionary_word(word)))
    )
