"""Several words in a row left in another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.untranslated._foreign import NAMES, find_foreign_words, is_doubtful
from qa.checks.untranslated._runs import find_runs
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Need
from qa.core.finding import Finding

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_FEWEST = 3
_SURE = 3
_DOUBTFUL = 0.65
_SPOKEN = 0.8
"""For speech in quotation marks, which may be left in its language on purpose."""


class ForeignLanguageRun(Check):
    """Three or more words in a row, or a whole sentence, stand in another language.

    What it flags:
        Stretches of words that are frequent in one other language in Latin script or unknown to English, and that read
        as that language when they are taken by themselves; sentences made of such words for the most part.

    Why it matters:
        A part of the text was not translated.

    When it is wrong:
        Titles, mottoes and names of institutions that are neither quoted nor glossed, and people in novels who speak
        French. Short quotations and brackets are left alone; stretches beside a name are reported with low confidence.

    Sources:
        Frequent words of 17 languages (dictionaries of Android's LatinIME keyboard); MQM typology, untranslated.
    """

    id = "foreign-language-run"
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    confidence = 0.92
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON, Need.QUOTATIONS, Need.SENTENCES})
    messages = {"run": "Left in {language}: “{text}”", "sentence": "Sentence left in {language}"}
    bad = (
        "The committee met again [[después de varios meses]] and signed the contract.",
        "[[El ministro dijo ayer que no habrá más cambios este año]]. The council agreed.",
        "They decided that [[die Verhandlungen nicht weitergehen können]], as he said.",
        "The mayor [[connaissait également plusieurs citoyens]] of the town.",
        "The bridge will be closed, [[aber nur für kurze Zeit]], the office said.",
        "He told them: “[[Wir haben keine andere Wahl, als die Brücke sofort zu schließen und neu zu bauen]].”",
        "The road stays closed [[gelecek haftaya kadar]] because of the snow.",
    )
    good = (
        "He called the plan “la gran esperanza de todos” and left.",
        "She studied at the Universidad Nacional de Colombia and the Institut national de la recherche agronomique.",
        "The deal was ad hoc, per se lawful and a fait accompli.",
        "The novel “Wie der kleine Mann auf der Brücke sein Glück verlor” was published in Ostrau.",
        "They drank Châteauneuf-du-Pape and ate boeuf bourguignon.",
        Example("Sie sagten, dass sie nicht kommen können.", source="Они не придут.", source_lang="ru"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        runs = text.once(find_runs)
        for run in runs:
            sure = _SPOKEN if text.quotations.inside(run.span.start) else self.confidence
            confidence = _DOUBTFUL if run.is_doubtful else sure
            message = "sentence" if run.is_sentence else "run"
            yield self.finding(segment, run.span, message, confidence=confidence, language=run.language)
        for found in text.once(find_foreign_words):
            span = found.span(text)
            if found.length < _FEWEST or any(span.overlaps(run.span) for run in runs):
                continue
            language = NAMES[min(found.languages)] if len(found.languages) == 1 else "another language"
            is_sure = found.sure >= _SURE and not is_doubtful(text, found)
            confidence = self.confidence if is_sure else _DOUBTFUL
            yield self.finding(segment, span, "run", confidence=confidence, language=language)
