"""A word written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.checks.fluency._doublings import may_double
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.scan import Words

# A second one may follow a first: "he had had", "that that", "what there is is", "sworn in in May", "came on on time".
_LAWFUL = frozenset("is".split())
_PARTICLES = frozenset("in on".split())
_PARTICLE_VERBS = frozenset(
    "come comes came coming go goes going went gone move moves moved moving bring brings brought bringing swear"
    " sworn set sets call calls called hand handed let lets turn turned join joins joined keep keeps kept hold"
    " holds held settle settled phone phoned check checked log logged carry carries carried live lives lived get"
    " gets got put puts step stepped walk walked sign signed stay stays stayed tune tuned plug plugged drag"
    " dragged pass passed look looked build built give gives gave given bear take takes took taken break breaks"
    " broke broken fill filled".split()
)
# "fell upon her her mother's shadow": the second one begins a noun phrase.
_BEFORE_HER = frozenset("to from for with upon on of at by about without toward towards".split())
# Doubled for emphasis before another word: "far far away", "a wild wild night".
_EMPHATIC = frozenset(
    "very so many really far much now long big little old good too pretty well side half one"
    " zero trillion million billion thousand round wild please later night win".split()
)
# Sounds and words that are said twice, before a mark too.
_SAID_TWICE = frozenset(
    "no yes never ha hee ho he bye hear there knock tut blah yeah beep chop dilly quack woof bang boom tick tap ding"
    " la na nah ya yo uh hey wow aye rah cha pom choo poo wee boo ylang yada bla din chop piri mahi agar"
    " omg lol haha hmm oops tuk chow gado tam dik tsk tut hush there hip rat".split()
)
# "gave her her book": verbs with two objects.
_GIVING = frozenset(
    "give gives gave given giving tell tells told telling show shows showed cost costs lost hand handed bring brought"
    " teach taught lend lent wish wished grant granted deny denied send sent".split()
)
# Names made of one name twice, beyond those that capitals and length give away.
_NAMES = frozenset(
    "duran walla wagga pago sirhan boing baden delta kappa sigma gamma abdullah phyu mau woy bora boutros humbert"
    " go talk pong kuru hula malu yo cous aye tongo galli pom thar paw mohamed babin new sing puka jog bana".split()
)
_GREEK = frozenset("alpha beta gamma delta kappa sigma".split())
_WORDS_OF_ONE_LETTER = frozenset("aioyuewвиксояуà")
_ENGLISH_LETTERS = frozenset("aio")
_TWICE = 2
_SHORT_NAME = 5
_SHORTEST_GLUED = 4
_SMALL_WORDS = frozenset("the and all two for was not his her its who has are but she one you our".split())
_BEFORE_PLACE = frozenset({"in", "near"})
_WELL_KNOWN = 3.5
"""Zipf frequency from which a capitalised word of five letters is a known place rather than a pet name; half a step
more for each letter less."""
_DOUBLED_NUMBER = re.compile(r"(\d(?:[\d.,]*\d)?(?:st|nd|rd|th|[–-]\d+)?)((?: \1)+)(?![\w%]| \d|[.,:/-]\d)")
_DOUBLED_BRACKET = re.compile(r"\((\w[^()\n]{1,40})\)( \(\1\))")
_BEFORE_NUMBER = re.compile(r"[^\W\d] $")
_BEFORE_YEAR = re.compile(r"\d, $")
_SUM = re.compile(r"[$€£¥]\d")  # "a A$50 million package"
_OTHER_LANGUAGES = frozenset({"id", "ms", "tl", "mi", "haw", "vi", "th", "zh", "ja", "sm", "to"})


class DoubledWord(Check):
    """A word stands twice in a row where once is meant.

    What it flags:
        The second and every further copy of a word, also over a line end and with another capital ("The the").

    Why it matters:
        Neural systems repeat the word they have just written; an editor's eye slides over it.

    When it is wrong:
        Lawful pairs ("had had", "that that"), emphasis ("very very"), sounds and reduplicated names ("Duran Duran")
        are known. A name made of a long word twice that the check has never seen is flagged with less confidence.

    Sources:
        Holtzman et al., The Curious Case of Neural Text Degeneration (2020), on the loops of neural systems. The
        lawful pairs were counted in 12 million words of press releases, news and textbooks.
    """

    id = "doubled-word"
    category = Category.DUPLICATION
    severity = Severity.MINOR
    confidence = 0.95
    needs = frozenset({Need.WORDS, Need.BLOCKS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"twice": "“{word}” stands twice", "often": "“{word}” stands {count} times in a row"}
    bad = (
        "The city[[ city->]] council met in May.",
        "The[[ the->]] vote was close, and the club in[[ in->]] the valley won two[[ two->]] seats.",
        "The film has been shown[[ shown shown shown->]].",
        "Their new home is Prague[[ Prague->]], where the club (PRC)[[ (PRC)->]] rows.",
        "She was born in Lenk[[ Lenk->]].",
        "He was born on July 21, 1958[[ 1958->]] and lives on-site[[ on-site->]].",
        "It went well so far[[ far->]], until the storm came in[[ in->]].",
        "The[[The->]] council met at the River[[River->]] Hall and[[and->]] left.",
        Example("Der Minister kam mit[[ mit->]] dem Zug.", lang="de"),
        Example("Le maire a ouvert le[[ le->]] pont, mais[[ mais->]] personne n’est venu.", lang="fr"),
        Example("Мэр открыл новый мост и[[ и->]] уехал.", lang="ru"),
    )
    good = (
        "She had had enough, and he knew that that was so.",
        "It is very very cold far far away, and Duran Duran sing of it. “No no.”",
        "What there is is a shortage of tin.",
        "They were sworn in in January.",
        "The pandas Yang Yang and Lun Lun sleep.",
        "He counted: one, one, one.",
        "She read it in the The Times of that day.",
        "The marks were 6 6 5, 7 7 4.",
        "He was born in Wagga Wagga in (1) (2).",
        "What it was was fear, and it drew down upon her her mother's wrath; he knew that that, too, was late.",
        "They saw the play It's a Cold Cold Cold Night, and the club won 6–4, 6–4, 7–5.",
        "She joined Delta Delta Delta and the television channel Channel 4, which runs the THE system.",
        "The move was part of a A$50 million package, and they played at the Lirio a Go Go.",
        "It was all the luck that he had had, and she gave her her half.",
        "To them a job is “done done” only when it is paid. “Go go go!” they cried.",
        "A barrel of 18 in in length; R R Patil and e e cummings.",
        "The guards of the Marlow Home Force force nobody.",
        Example("Die, die kamen, sahen es.", lang="de"),
        Example("Die Kinder, die die Insel sahen, winkten.", lang="de"),
        Example("Ceux qui le sont sont rares ; nous nous en allons.", lang="fr"),
        Example("Gemi yavaş yavaş, adım adım yaklaştı.", lang="tr"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if text.base_lang in _OTHER_LANGUAGES:
            return
        words = text.words
        same = words.same_as_later(1)
        place = same.find(1)
        while place >= 0:
            last = place + 1
            while last < len(same) and same[last] and _only_blanks(text, words, last):
                last += 1
            if _only_blanks(text, words, place):
                yield from self._judge(segment, text, place, last)
            place = same.find(1, last)
        for match in _DOUBLED_NUMBER.finditer(text.text):
            before = text.text[max(0, match.start() - 3) : match.start()]
            if _BEFORE_NUMBER.search(before) or (len(match[1]) == 4 and _BEFORE_YEAR.search(before)):
                yield self._found(segment, Span(*match.span(2)), match[1], match[2].count(" ") + 1, 0.92)

        if text.base_lang == "en":
            yield from self._glued(segment, text)
        if ") (" in text.text:
            for match in _DOUBLED_BRACKET.finditer(text.text):
                yield self._found(segment, Span(*match.span(2)), f"({match[1]})", 2, self.confidence)

    def _glued(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Words that are one word written twice without a blank: "TheThe", "RiverRiver"."""
        words = text.words
        for lower in text.uncounted:
            middle = len(lower) // 2
            half = lower[:middle]
            if half + half != lower or not half.isalpha() or (middle < _SHORTEST_GLUED and half not in _SMALL_WORDS):
                continue
            for place in words.places(lower):
                written = words.texts[place]
                two_capitals = written[0].isupper() and written[middle].isupper() and not written.isupper()
                if two_capitals or (written.islower() and text.lexicon.is_word(half)):
                    span = Span(words.starts[place] + middle, words.ends[place])
                    yield self._found(segment, span, written[:middle], 2, self.confidence)

    def _judge(self, segment: Segment, text: Analysis, first: int, last: int) -> Iterator[Finding]:
        """The finding for words `first` to `last`, all the same, unless it is lawful."""
        words = text.words
        word, second, lower = words.texts[first], words.texts[first + 1], words.lower[first]
        span = Span(words.ends[first], words.ends[last])
        count = last - first + 1
        confidence = self.confidence
        if not lower[0].isalpha() or text.block_at(words.starts[first]) is not text.block_at(words.starts[last]):
            return
        if lower in _SAID_TWICE or _is_letter(text, word) or _stands_alone(text.text, words.starts[first], span.end):
            return
        if lower in _GREEK or _is_title(text, first, last) or _SUM.match(text.text, span.end):
            return
        if count == 2 and (lower in _NAMES or self._is_lawful(text, first, span.end) or _is_tautonym(text, first)):
            return
        if count == 2 and second[0].isupper():
            behind = text.text[words.ends[last] + 1 : words.ends[last] + 2]
            if not word[0].isupper() and (behind.isupper() or behind.isdigit() or (len(word) > 1 and second.isupper())):
                return  # "in the The Times", "the channel Channel 4", "the THE system"
            if word[0].isupper() and not word.isupper():
                if self._may_be_name(text, word, first, last):
                    return
                confidence = 0.92
        yield self._found(segment, span, word, count, confidence)

    def _found(self, segment: Segment, span: Span, word: str, count: int, confidence: float) -> Finding:
        return self.finding(
            segment,
            span,
            "twice" if count == 2 else "often",
            confidence=confidence,
            severity=Severity.MAJOR if count > 2 else None,
            fixes=[replace(span, "", Applicability.SUGGEST)],
            word=word,
            count=count,
        )

    def _may_be_name(self, text: Analysis, word: str, first: int, last: int) -> bool:
        """Whether a capitalised word, doubled, may be a name such as Lang Lang or Walla Walla."""
        lower = word.lower()
        if lower in _NAMES or self._is_always_doubled(text.words, lower):
            return True
        words = text.words
        if len(word) > _SHORT_NAME or (first > 0 and words.lower[first - 1] in _BEFORE_PLACE):
            return False  # places that are one name twice are known
        before_name = last + 1 < len(words) and words.texts[last + 1][0].isupper() and _only_blanks(text, words, last)
        after_name = first > 0 and words.texts[first - 1][0].isupper() and _only_blanks(text, words, first - 1)
        common = text.base_lang == "en" and (
            text.lexicon.is_usually_lower(lower)
            or text.lexicon.frequency(lower) >= _WELL_KNOWN + (_SHORT_NAME - len(word)) / 2
        )
        return before_name or not (common or (after_name and len(word) >= _SHORT_NAME - 1))

    def _is_always_doubled(self, words: Words, lower: str) -> bool:
        """Whether a word stands three times or more in the text and each time twice: then it is a name."""
        places = words.places(lower)
        pairs = sum(second == first + 1 for first, second in pairwise(places))
        return pairs >= 3 and len(places) == 2 * pairs

    def _is_lawful(self, text: Analysis, first: int, end: int) -> bool:
        """Whether word number `first` may stand twice where another word follows at `end`."""
        lower = text.words.lower[first]
        if text.base_lang == "en":
            goes_on = text.text[end : end + 2].strip("\"'”’ ").isalpha() and text.text[end : end + 1].isspace()
            before = text.words.lower[first - 1] if first else ""
            start = text.words.starts[first]
            if lower in {"had", "that"}:
                return goes_on or lower == "had" or text.text[end : end + 1] in ",—–-"
            if lower == "her" or (lower == "in" and text.text[max(0, start - 2) : start].strip().isdigit()):
                return lower == "in" or before in _GIVING or (before in _BEFORE_HER and goes_on)
            if lower == "you" and before in _BEFORE_HER:
                return goes_on  # "even the man who sat by you you did not know"
            if lower == "was" and first > 1 and text.words.lower[first - 2] == "what":
                return goes_on  # "what it was was fear"
            particle = lower in _PARTICLES and before in _PARTICLE_VERBS
            return (particle or lower in _LAWFUL or lower in _EMPHATIC) and goes_on
        return may_double(lower, text.base_lang)


def _stands_alone(string: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are all that stands in quotation marks ("“done done,” he says")."""
    opened = start > 0 and string[start - 1] in "“\"‘'«„"
    behind = string[end : end + 2].lstrip(",.!?…")
    return opened and behind[:1] in {"”", '"', "’", "'", "»", "“"}


def _is_tautonym(text: Analysis, first: int) -> bool:
    """Whether word number `first` ends a name and is small behind it: "the Home Force force none", "Vulpes vulpes"."""
    words = text.words
    word, start = words.texts[first], words.starts[first]
    if first and words.texts[first - 1][0].isupper() and word.islower() and not text.lexicon.is_word(word):
        return text.base_lang == "en" and _only_blanks(text, words, first - 1)  # "Gorilla gorilla gorilla"
    is_inside = text.text[max(0, start - 2) : start].strip()[-1:].isalnum() or text.text[start - 1 : start] == "("
    return is_inside and len(word) > 3 and word[0].isupper() and not words.texts[first + 1][0].isupper()


def _is_title(text: Analysis, first: int, last: int) -> bool:
    """Whether words `first` to `last`, all the same, are in a title: "the play Cold Cold Cold Night"."""
    words = text.words
    written = words.texts[first : last + 2]
    several = last - first >= _TWICE and len(written) > last - first + 1
    usual = several and text.base_lang == "en" and text.lexicon.is_usually_lower(words.lower[first])
    return usual and _is_capitalised(written) and first > 0 and _only_blanks(text, words, first - 1)


def _is_capitalised(written: Sequence[str]) -> bool:
    return all(word[0].isupper() and not word.isupper() for word in written)


def _is_letter(text: Analysis, word: str) -> bool:
    """Whether a word is one letter that stands for itself or a name: "R R Patil", "e e cummings"."""
    letters = _ENGLISH_LETTERS if text.base_lang == "en" else _WORDS_OF_ONE_LETTER
    return len(word) == 1 and word.lower() not in letters


def _only_blanks(text: Analysis, words: Words, index: int) -> bool:
    """Whether nothing but white space stands between word number `index` and the next."""
    return text.text[words.ends[index] : words.starts[index + 1]].isspace()
