"""Months, weekdays, nationalities, languages and religions without their capital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis
    from qa.text.scan import Words

# Words that are nothing but such names. "March", "may", "august", "french" (fries), "turkish" (delight), "indian"
# (ink), "soviet", "polish" and "catholic" are also words of another kind.
_NAMES = frozenset(
    "january february april june july september october november december"
    " monday tuesday wednesday thursday friday saturday sunday"
    " english german germans italian italians spanish portuguese japanese korean koreans russian russians ukrainian"
    " ukrainians belarusian american americans european europeans african africans asian asians british australian"
    " australians canadian canadians mexican mexicans brazilian brazilians argentinian swedish norwegian norwegians"
    " finnish hungarian hungarians romanian romanians bulgarian bulgarians serbian croatian slovenian slovak czech"
    " lithuanian latvian estonian estonians israeli israelis iraqi iraqis iranian iranians syrian syrians egyptian"
    " egyptians nepali nepalese pakistani pakistanis bangladeshi vietnamese arabic hindi urdu islamic christian"
    " christians jewish muslim muslims buddhist buddhists hindu hindus nigerian nigerians kenyan ethiopian somali"
    " palestinian palestinians lebanese jordanian afghan afghans chilean peruvian colombian venezuelan cuban"
    " cubans".split()
)
# Parts of addresses, tags and code ("#english", "english.txt", "de_german").
_CODE = frozenset("#@/\\_.=<>&-‑+~`")


class LowercaseName(Check):
    """A month, weekday, nationality, language or religion is written without its capital.

    What it flags:
        "in december", "the korean army", "two muslims".

    Why it matters:
        English writes these with a capital; many other languages do not, and systems copy the small letter.

    When it is wrong:
        In texts that use no capitals, which are left alone where the sentence begins without one; in names that are
        written small on purpose.

    Sources:
        The Chicago Manual of Style, chapter “Names, Terms, and Titles of Works”.
    """

    id = "lowercase-name"
    category = Category.CAPITALIZATION
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES})
    fixable = Fixable.ALWAYS
    messages = {"small": "“{text}” takes a capital in English"}
    bad = (
        "The storm has closed the harbour since [[december->December]] 2019.",
        "The [[korean->Korean]] army crossed the river on [[monday->Monday]].",
        "Two [[muslims->Muslims]] and three [[christians->Christians]] sat on the council.",
    )
    good = (
        "The storm has closed the harbour since December 2019.",
        "They ate french fries by the soviet of Lenk and wrote with indian ink in march.",
        "He did not give his christian name.",
        "The tag #english and the file german.txt are new, and so is pre-christian art.",
        "The site www.lenk-english.com is down.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        words = text.words
        for name in sorted(_NAMES & words.vocabulary):
            for ordinal in words.index[name]:
                span = words.span(ordinal)
                if words.texts[ordinal] != name or _is_code(text.text, words, ordinal) or text.is_protected(span):
                    continue
                sentence = text.sentence_at(span.start)
                given_name = name == "christian" and words.lower[ordinal + 1 : ordinal + 2] in (["name"], ["names"])
                if sentence is not None and not given_name and _has_capital(sentence.span.of(text.text)):
                    capital = name[0].upper() + name[1:]
                    yield self.finding(segment, span, "small", fixes=[replace(span, capital)])


def _is_code(prose: str, words: Words, ordinal: int) -> bool:
    """Whether a sign of addresses or code touches the word; a full stop does where no blank follows."""
    start, end = words.starts[ordinal], words.ends[ordinal]
    before, after = prose[start - 1 : start], prose[end : end + 2]
    return before in _CODE or (after[:1] in _CODE and after[1:].isalnum())


def _has_capital(sentence: str) -> bool:
    """Whether a sentence begins with a capital or a figure."""
    first = next((character for character in sentence if character.isalnum()), "")
    return not first.islower()
