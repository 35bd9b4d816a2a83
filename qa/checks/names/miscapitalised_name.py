"""Names whose capital inside is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, counts, evidence_of, related_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.names.inner_capitals import (
    form_with_inner_capital,
    forms_with_inner_capital,
    may_lack_inner_capital,
)

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_MIXED = 0.92
_TIE = 0.85
"""Of two forms that are as frequent as each other, either may be the slip."""


class MiscapitalisedName(Check):
    """A name that has a capital inside is written without it.

    What it flags:
        "Mckinley", "Desantis", "Youtube": names that English prose nearly always writes with the capital; and any
        name that this article writes both ways ("LeTarsk" and "Letarsk").

    Why it matters:
        It is the wrong name, and search finds only one of the two.

    When it is wrong:
        Where a bearer of the name writes it so. Names of which both ways are common (Macarthur, Dupont) are compared
        within the article only, and left alone where each has its own given name.

    Sources:
        Counts in 17.9 million words of edited prose (`qa/text/data/README.md`).
    """

    id = "miscapitalised-name"
    category = Category.CAPITALIZATION
    severity = Severity.MINOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON, Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {
        "usual": "“{text}” is nearly always written “{usual}”",
        "mixed": "“{text}” has other capitals elsewhere in this text ({counts})",
    }
    bad = (
        "The letter from President [[Mckinley->McKinley]] was on [[Youtube->YouTube]] for a day.",
        "He lived in [[O’connor->O’Connor]] Street with Mr [[Mcdonald->McDonald]].",
        "The choir of LeTarsk sang twice. LeTarsk won, and [[Letarsk->LeTarsk]]'s mayor wept.",
    )
    good = (
        "The letter from President McKinley was on YouTube for a day.",
        "Mr Macarthur of Dupont Street met Macron.",
        "Ian LeTarsk met his rival Dara Letarsk in Ostrau.",
        "NATO met in Ostrau. The firm youtube.com has a page and the tag #Youtube.",
        "PRESIDENT MCKINLEY SPEAKS",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        known: set[str] = set()
        for text in texts:
            for key in sorted(may_lack_inner_capital(text.words.vocabulary)):
                for place, usual in self._known(text, key):
                    known.add(place.form)
                    yield self.finding(
                        text.segment,
                        place.span,
                        "usual",
                        fixes=[replace(place.span, usual, Applicability.SUGGEST)],
                        evidence=[Evidence("lexicon", f"“{usual}” in at least 19 of 20 places in edited prose")],
                        forms=[usual, place.form],
                        usual=usual,
                    )
        yield from self._mixed(texts, known)

    def _known(self, text: Analysis, key: str) -> Iterator[tuple[Place, str]]:
        """Places of a name that is nearly always written with a capital inside, with that form."""
        plain = key.removesuffix("'s")
        usual = form_with_inner_capital(plain[0].upper() + plain[1:], text.lexicon)
        if usual is None:
            return
        for ordinal in text.words.index[key]:
            place = _place(text, ordinal)
            if place.form[0].isupper() and place.form[1:].islower() and _is_word_of_prose(text, place):
                yield place, usual.replace("'", "’") if "’" in place.form else usual

    def _mixed(self, texts: Sequence[Analysis], known: set[str]) -> Iterator[Finding]:
        """Names that the article writes with and without the capital inside."""
        for text in texts:
            for form in sorted(forms_with_inner_capital(text.text)):
                flat = form[:1] + form[1:].lower()
                if flat not in known:
                    yield from self._compare(form, flat, texts)
                    known.add(flat)

    def _compare(self, form: str, flat: str, texts: Sequence[Analysis]) -> Iterator[Finding]:
        places: defaultdict[str, list[Place]] = defaultdict(list)
        small = form.lower().replace("’", "'")
        for text in texts:
            for key in (small, f"{small}'s"):
                for ordinal in text.words.index.get(key, ()):
                    place = _place(text, ordinal)
                    if place.form in (form, flat) and _is_word_of_prose(text, place):
                        places[place.form].append(place)
        inner, plain = places[form], places[flat]
        if not inner or not plain or len(plain) > len(inner) or _are_two(inner, plain):
            return
        for place in plain:
            yield self.finding(
                place.text.segment,
                place.span,
                "mixed",
                confidence=_MIXED if len(inner) > len(plain) else _TIE,
                fixes=[replace(place.span, form, Applicability.SUGGEST)],
                evidence=evidence_of([*inner, *plain]),
                related=related_of(inner),
                forms=[form, flat],
                counts=counts(inner),
            )


def _place(text: Analysis, ordinal: int) -> Place:
    """The word without a possessive ending."""
    written = text.words.texts[ordinal]
    bare = written.removesuffix("'s").removesuffix("’s")
    start = text.words.starts[ordinal]
    return Place(text, Span(start, start + len(bare)), bare)


def _is_word_of_prose(text: Analysis, place: Place) -> bool:
    """Whether a word stands in running text rather than in an address, a tag or a title that has its own capitals."""
    before, after = text.text[place.span.start - 1 : place.span.start], text.text[place.span.end : place.span.end + 2]
    in_code = before in ("@", "#", "/", "_", "\\") or (after[:1] in (".", "/", "_", "@") and after[1:].isalnum())
    return not in_code and text.role_at(place.span.start) is not Role.OTHER


def _are_two(inner: Sequence[Place], plain: Sequence[Place]) -> bool:
    """Whether both forms have given names of their own, none of them shared."""
    first, second = _given_names(inner), _given_names(plain)
    return bool(first and second and first.isdisjoint(second))


def _given_names(places: Sequence[Place]) -> set[str]:
    before = (place.text.text[max(0, place.span.start - 30) : place.span.start].split() for place in places)
    words = {words[-1] for words in before if words}
    return {word for word in words if word[0].isupper() and word.isalpha()}
