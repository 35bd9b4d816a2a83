"""Proper nouns without their capital: months, peoples, languages, religions, places, persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.names._small_names import has_capital_start, is_code, small_names
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

# Words that are nothing but such names. "March", "may", "august", "french" (fries), "turkish" (delight), "indian"
# (ink), "soviet", "polish" and "catholic" are also words of another kind.
_ALWAYS = frozenset(
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


class LowercaseProperNoun(Check):
    """A month, weekday, nationality, language, religion, place or person is written without its capital.

    What it flags:
        "in december", "the korean army", "two muslims"; "in kyiv"; "lenkov said" in an article that otherwise writes
        "Lenkov".

    Why it matters:
        English writes these with a capital; many other languages do not, and systems copy the small letter.

    When it is wrong:
        In texts that use no capitals, which are left alone where the sentence begins without one; in names that are
        written small on purpose.

    Sources:
        The Chicago Manual of Style, chapter “Names, Terms, and Titles of Works”; countries and cities: GeoNames.
    """

    id = "lowercase-proper-noun"
    aliases = ("lowercase-name",)
    category = Category.CAPITALIZATION
    severity = Severity.MINOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES, Need.LEXICON, Need.QUOTATIONS})
    fixable = Fixable.ALWAYS
    messages = {"small": "“{text}” takes a capital in English", "name": "“{text}” is a name and takes a capital"}
    bad = (
        "The storm has closed the harbour since [[december->December]] 2019.",
        "The [[korean->Korean]] army crossed the river on [[monday->Monday]].",
        "Two [[muslims->Muslims]] and three [[christians->Christians]] sat on the council.",
        "The train to [[kyiv->Kyiv]] was late, and the mayor of [[auckland->Auckland]] waited in the rain.",
        "He wrote to Kowalski twice, and when Kowalski did not answer, a boat was sent to [[kowalski->Kowalski]].",
    )
    good = (
        "The storm has closed the harbour since December 2019.",
        "They ate french fries by the soviet of Lenk and wrote with indian ink in march.",
        "He did not give his christian name.",
        "The tag #english and the file german.txt are new, and so is pre-christian art.",
        "The site www.lenk-english.com is down.",
        "They drank from fine china, ate turkey and a bologna sandwich in a nice place.",
        "In their language the word auckland is unknown.",
        "The folder “kyiv” and the page kyiv.html are gone; kyiv_map is here.",
        "iPods sold in kyiv: no capitals needed there.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        for text in texts:
            yield from self._always(text)
        for name in small_names(texts) if texts else ():
            small = name.span.of(name.text.text)
            if small not in _ALWAYS:
                yield self.finding(
                    name.text.segment,
                    name.span,
                    "name",
                    fixes=[replace(name.span, name.right, Applicability.SUGGEST)],
                    evidence=[Evidence("lexicon", name.why)],
                    forms=[small, name.right],
                )

    def _always(self, text: Analysis) -> Iterator[Finding]:
        """Words that are nothing but names."""
        words = text.words
        for name in sorted(_ALWAYS & words.vocabulary):
            for ordinal in words.index[name]:
                span = words.span(ordinal)
                if words.texts[ordinal] != name or is_code(text.text, words, ordinal) or text.is_protected(span):
                    continue
                given_name = name == "christian" and words.lower[ordinal + 1 : ordinal + 2] in (["name"], ["names"])
                if not given_name and has_capital_start(text, span.start):
                    capital = name[0].upper() + name[1:]
                    yield self.finding(text.segment, span, "small", fixes=[replace(span, capital)])
