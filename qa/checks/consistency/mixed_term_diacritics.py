"""A word written with and without its accents in one article."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, evidence_of, rarer_first, related_of
from qa.checks.consistency._forms import places_of, with_case_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_FEWEST_LETTERS = 4
_COMMON = 3.5
# Without the accent these are other words.
_OTHER_WORDS = frozenset(
    "resume resumes expose exposes rose roses pate pates lame mate sake pique cure curse passe made male more"
    " peche page place plante sane tache cote cotes marche mais tete pere mere rate note parti".split()
)


class MixedTermDiacritics(Check):
    """An ordinary word stands with its accents in one place and without them in another.

    What it flags:
        The rarer way: "cafe" beside "café", "naïve" beside "naive". Where both are as frequent, the later one. Only
        words written small are compared, not names.

    Why it matters:
        Each way alone may be right; both in one article are a slip.

    When it is wrong:
        Where the two are different words; "résumé" and "resume", "exposé" and "expose" and the like are left alone, as
        are quotations.

    Sources:
        The Chicago Manual of Style, chapter “Spelling, Distinctive Treatment of Words, and Compounds”.
    """

    id = "mixed-term-diacritics"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.MINOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"accents": "“{text}” is written with other accents elsewhere ({counts})"}
    bad = (
        "The café opened on Friday. A second café followed, then a [[cafe->café]] by the lake.",
        "It was naive to hope. Naive voters stayed naive, and one [[naïve->naive]] minister resigned.",
        "The façade was painted. The [[facade->façade]] of the church was not.",
    )
    good = (
        "The café opened on Friday. Another café followed.",
        "She sent her résumé and waited for talks to resume.",
        "The café opened on Friday. “Cafe Zoe,” the sign read, “best cafe in town.”",
        "André met Andre at the station.",
        "A region of Spain, unlike a French région, has its own al-Rāzi and al-Razi.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        for word, bare in _pairs(texts).items():
            found: dict[str, list[Place]] = {word: [], bare: []}
            for place in places_of(frozenset(found), texts, parts=False):
                if place.written.islower() and not place.text.quotations.inside(place.span.start):
                    found[place.form].append(place)
            if found[word] and found[bare]:
                yield from self._report(*rarer_first(found[word], found[bare]))

    def _report(self, rare: Sequence[Place], rest: Sequence[Place]) -> Iterator[Finding]:
        evidence = evidence_of([*rest, *rare])
        for place in rare:
            yield self.finding(
                place.text.segment,
                place.span,
                "accents",
                fixes=[replace(place.span, with_case_of(place.written, rest[0].form))],
                evidence=evidence,
                related=related_of(rest),
                counts=f"{rest[0].form} {len(rest)}",
            )


def _pairs(texts: Sequence[Analysis]) -> dict[str, str]:
    """Words with accents that also occur without them: the one -> the other."""
    pairs: dict[str, str] = {}
    for text in texts:
        if text.text.isascii():
            continue
        for word in [word for word in text.words.index if not word.isascii()]:
            bare = without_accents(word)
            if bare == word or len(bare) < _FEWEST_LETTERS or bare in _OTHER_WORDS:
                continue
            # "the French région": a foreign word that has an English twin
            if text.lexicon.is_word(word) or text.lexicon.frequency(bare) < _COMMON:
                pairs[word] = bare
    return {word: bare for word, bare in pairs.items() if any(bare in text.words.index for text in texts)}


def without_accents(word: str) -> str:
    """A word without combining marks over or under its letters."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
