"""One or two words left in another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.untranslated._foreign import NAMES, find_foreign_words, is_doubtful, looks_english
from qa.checks.untranslated._runs import find_runs
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Need
from qa.core.finding import Evidence, Finding

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_LONGEST = 2
_MANY = 3
_DOUBTFUL = 0.7


class ForeignWord(Check):
    """A word of another language stands in the sentence, where an English one belongs.

    What it flags:
        One or two words that are frequent in another language in Latin script and unknown to English: words in lower
        case, and German nouns behind a determiner or adjective. Where the source language is known, only words of that
        language.

    Why it matters:
        A word was not translated, and the reader is left alone with it.

    When it is wrong:
        Where a foreign word is used on purpose and neither quoted nor explained: a dish, an office, a dance. Words in a
        short quotation, in brackets, before a gloss, and words used three times are not flagged; those beside a name,
        used twice or with an English ending are reported with low confidence.

    Sources:
        Frequent words of 17 languages (dictionaries of Android's LatinIME keyboard); MQM typology, untranslated.
    """

    id = "foreign-word"
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON, Need.QUOTATIONS, Need.SENTENCES})
    messages = {"word": "Word of another language: “{text}”"}
    bad = (
        "The [[votación]] lasted for three hours.",
        "The committee [[también]] met in June.",
        "They could [[nicht]] agree on the price.",
        "In [[dos siguientes]] cases the judge agreed.",
        "The number of [[ciudadanos]] rose again.",
        "The company lost its most important [[Kunden]] last year.",
        "The price of [[l’économie]] is high.",
        Example("The village [[connaît]] its trees.", source="Le village connaît ses arbres.", source_lang="fr"),
    )
    good = (
        "He called it “votación” and left.",
        "The word votación means voting.",
        "The café served a smörgåsbord and pain au chocolat.",
        "She sang at the Teatro dell'Opera di Roma and in Göta älv.",
        "The sign (nicht rauchen) was ignored.",
        "He met Mr Kunden and Mrs Flüchtlinge in Regierung Street.",
        Example("The sauce connaît was on the card.", source="Соус «Коннэ» был в меню.", source_lang="ru"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        stretches = text.once(find_foreign_words)
        if not stretches:
            return
        runs = text.once(find_runs)
        for found in stretches:
            span = found.span(text)
            if found.length > _LONGEST or any(span.overlaps(run.span) for run in runs):
                continue
            uses = len(text.words.places(text.words.lower[found.first])) if found.length == 1 else 1
            if uses >= _MANY:
                continue
            is_unsure = uses > 1 or is_doubtful(text, found) or looks_english(text, found) or len(stretches) > 1
            confidence = _DOUBTFUL if is_unsure else self.confidence
            languages = ", ".join(sorted(NAMES[language] for language in found.languages))
            evidence = [Evidence("lexicon", f"frequent in {languages}, unknown to English")]
            yield self.finding(segment, span, "word", confidence=confidence, evidence=evidence)
