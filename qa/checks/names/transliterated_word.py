"""An English word or name that came back from Cyrillic letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.consistency._forms import with_case_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need, Status
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.respelling import MARKS, meant_word

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis


class TransliteratedWord(Check):
    """An English word or name is spelt as Cyrillic would write its sounds.

    What it flags:
        Words that neither dictionaries nor the gazetteer know, with a mark of such spellings ("dzh", "-shn", "Uo-"),
        whose sounds are those of exactly one frequent English word: "Uoshington", "sabmishn".

    Why it matters:
        The reader cannot know what is meant.

    When it is wrong:
        Names from Central Asia and the Caucasus that happen to sound like an English word. Too few cases were met in
        real text to measure it, so it is off by default.

    Sources:
        A. Giliarevsky, B. Starostin, “Inostrannye imena i nazvaniia v russkom tekste”, 1985; BGN/PCGN 1947.
    """

    id = "transliterated-word"
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    confidence = 0.9
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON})
    status = Status.PREVIEW
    fixable = Fixable.ALWAYS
    messages = {"respelt": "“{text}” looks like “{meant}”, spelt by its sounds"}
    bad = (
        "The flight to [[Uoshington->Washington]] was late.",
        "He won by [[steyshn->station]] and [[Uebster->Webster]]’s boat.",
        "Mr [[Uindsor->Windsor]] came by ferry.",
    )
    good = (
        "The flight to Washington was late.",
        "Dzhokhar and Kasimdzhanov met in Pyandzh.",
        "Mr Uintah crossed the Uists, and flappers met sheiks of the UIFs.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for word in text.uncounted:
            bare = word.removesuffix("'s")
            if not MARKS.search(bare) or not (bare.isascii() and bare.isalpha()) or _is_known(text, bare):
                continue
            meant = meant_word(bare)
            if meant is None:
                continue
            for ordinal in text.words.index[word]:
                start = text.words.starts[ordinal]
                span = Span(start, start + len(bare))
                written = span.of(text.text)
                if written[1:] != bare[1:]:  # an initialism such as "UIFs"
                    continue
                usual = with_case_of(written, text.lexicon.usual_form(meant) or meant)
                yield self.finding(
                    segment,
                    span,
                    "respelt",
                    fixes=[replace(span, usual, Applicability.SUGGEST)],
                    evidence=[Evidence("lexicon", f"only “{usual}” has these sounds among frequent words")],
                    forms=[written, usual] if text.lexicon.capital_share(meant) == 1 else (),
                    meant=usual,
                )


def _is_known(text: Analysis, word: str) -> bool:
    """Whether a word is English or somebody's or some place's name in any language."""
    folded = fold(word)
    return text.lexicon.is_word(word) or gazetteer().knows(folded) or bool(gazetteer().places(folded))
