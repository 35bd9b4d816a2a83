"""One name spelt in two or more ways in one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Fixable, Granularity, Need, shorten
from qa.core.finding import Evidence, Finding, Related
from qa.core.fix import replace
from qa.core.materials import Materials
from qa.text.names.article.families import Family, find_families
from qa.text.names.article.links import Link, Outcome
from qa.text.names.article.memory import NamesInMemory, archive_links, from_archive
from qa.text.names.article.preference import Preference, Support, preferred
from qa.text.names.article.supports import from_decisions, from_house_list, from_source
from qa.text.names.decisions import NameDecision, NameDecisions
from qa.text.names.statistics import SpellingStatistics
from qa.text.names.use import Use
from qa.text.names.uses import Spelling, name_uses

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_MOST_RELATED = 12
_DECIDED = 0.99
_OSTRISOV = SpellingStatistics(
    "Ostrisov", "ostrisov", documents=40, mentions=95, before=Counter({"dara": 60}), titles=Counter({"general": 20})
)
"""What an archive knows of a name in the examples."""


class InconsistentName(Check):
    """A name of a person, place or organisation is spelt in more than one way in one article.

    What it flags:
        Every mention of the odd spelling, with all spellings, their counts and places: letters dropped, doubled or
        swapped ("Geramisov" beside "Gerasimov"), two ways of writing a foreign name in Latin letters ("Belussov" beside
        "Belousov"), a case ending left on, and, as a matter of style, two spellings that are both in use ("Andrei"
        beside "Andrey", "Kiev" beside "Kyiv").

    Why it matters:
        The reader takes one person for two, and no search finds the article again.

    When it is wrong:
        Where two people of the article really have names so alike and nothing beside the names tells them apart; where
        a text speaks about spellings.

    Sources:
        R. Steinberger, B. Pouliquen and others, JRC-Names (2011); F. Huang, A. Emami and I. Zitouni, When Harry Met
        Harri (2008); F. Damerau, A technique for computer detection and correction of spelling errors (1964).
    """

    id = "inconsistent-name"
    category = Category.INCONSISTENCY
    severity = Severity.MAJOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES, Need.BLOCKS, Need.LEXICON})
    wants = frozenset({Need.SOURCE, Need.HOUSE_LIST, Need.NAME_DECISIONS, Need.ARCHIVE})
    yields_to = frozenset(
        {
            "name-against-house-list",
            "lowercase-proper-noun",
            "miscapitalised-name",
            "mixed-script-word",
            "tripled-letter",
        }
    )
    fixable = Fixable.SOMETIMES
    messages = {
        "spelt": "“{text}” is also spelt {others}",
        "style": "“{text}” is also spelt {others}; both are in use, keep to one",
        "decided": "“{text}” is to be spelt “{other}”, as somebody decided",
        "archive": "“{text}” is “{other}” in {documents} documents of the archive",
    }
    bad = (
        "General Valeri [[Ostrimov->Ostrisov]] led the staff. General Ostrisov spoke, and Ostrisov was heard.",
        "The harbour of Salterra is old. Ships leave [[Saltera->Salterra]] at noon, and Salterra sleeps.",
        "The council heard Dara Lenkovski. The mayor thanked [[Lenkowsky->Lenkovski]], and Lenkovski left.",
        "The mayor of Kyiv spoke on Friday. It was dark in [[Kiev->Kyiv]], and Kyiv closed two bridges.",
        Example(
            "The council of Ostrau heard General Dara [[Ostirsov->Ostrisov]] on Friday.",
            materials=Materials(archive=NamesInMemory.of(_OSTRISOV)),
        ),
        Example(
            "The council of [[Ostrow->Ostrau]] met on Friday.",
            materials=Materials(name_decisions=NameDecisions.of([NameDecision("prefer", ("Ostrow",), "Ostrau")])),
        ),
        "General Marlinov was praised in Ostrau. A week later, General [[Marnilov]] was dismissed.",
    )
    good = (
        "Dara Hansen met Tom Hanson in Ostrau. Hanson asked about the harbour, and Hansen declined to answer.",
        "Iran and Iraq fought for years. Iranian and Iraqi envoys met in Ostrau.",
        "Ivan Petrov and his wife Olga Petrova came from Tarsk. Petrova spoke, and Petrov listened.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        spellings = name_uses(texts)
        given = self.materials
        families = find_families(spellings, texts, given.name_decisions)
        supports = self._supports(texts) if families else []
        for family in families:
            yield from self._report(family, supports, texts)
        joined = {spelling.written for family in families for spelling in family.spellings}
        alone = {written: spelling for written, spelling in spellings.items() if written not in joined}
        if given.name_decisions:
            yield from self._against_decisions(alone, given.name_decisions, texts)
        if given.archive and texts:
            for link, there in archive_links(alone, given.archive, texts[0].lexicon):
                if not self._is_decided(link):
                    yield from self._against_archive(link, there, spellings[link.odd], texts)

    def _supports(self, texts: Sequence[Analysis]) -> list[Support]:
        """Evidence from outside the article, the strongest first."""
        source = from_source(texts)
        given = self.materials
        return [
            *([from_decisions(given.name_decisions)] if given.name_decisions else []),
            *([source] if source else []),
            *([from_house_list(given.house_list)] if given.house_list else []),
        ]

    def _is_decided(self, link: Link) -> bool:
        decisions = self.materials.name_decisions
        return decisions is not None and decisions.verdict(link.odd, link.main) in ("other", "style")

    def _report(self, family: Family, supports: Sequence[Support], texts: Sequence[Analysis]) -> Iterator[Finding]:
        """A finding at each mention of each spelling but the one to keep."""
        memories = [from_archive(self.materials.archive)] if self.materials.archive else []
        choice = Preference(family.right, ()) if family.right else preferred(family.statistics, supports, memories)
        kept = choice.spelling or family.main
        for spelling in family.spellings:
            if spelling.written != kept:
                outcome = family.outcome_of(spelling.written, kept)
                for use in spelling.uses:
                    yield self._finding(use, spelling, family, outcome, choice, texts)

    def _against_decisions(
        self, spellings: Mapping[str, Spelling], decisions: NameDecisions, texts: Sequence[Analysis]
    ) -> Iterator[Finding]:
        """A finding at each mention of a spelling in whose place somebody decided to write another."""
        for written, spelling in spellings.items():
            kept = decisions.preferred([written])
            if kept is not None and kept != written:
                for use in spelling.uses:
                    yield self.finding(
                        texts[use.text].segment,
                        use.span,
                        "decided",
                        confidence=_DECIDED,
                        fixes=[replace(use.span, _in_case_of(use, kept, texts))],
                        evidence=[Evidence("rule", f"somebody decided to write “{kept}”")],
                        forms=[kept, written],
                        other=shorten(kept, 20),
                    )

    def _against_archive(
        self, link: Link, there: SpellingStatistics, spelling: Spelling, texts: Sequence[Analysis]
    ) -> Iterator[Finding]:
        """A finding at each mention of a spelling that the archive has otherwise."""
        for use in spelling.uses:
            yield self.finding(
                texts[use.text].segment,
                use.span,
                "archive",
                confidence=round(link.confidence, 3),
                fixes=[replace(use.span, _in_case_of(use, there.written, texts))],
                evidence=[Evidence("other-occurrence", reason) for reason in link.reasons[:1]]
                + [Evidence("rule", reason) for reason in link.reasons[1:]],
                forms=[there.written, spelling.written],
                other=shorten(there.written, 20),
                documents=f"{there.documents:,}",
            )

    def _finding(
        self,
        use: Use,
        spelling: Spelling,
        family: Family,
        outcome: Outcome,
        choice: Preference,
        texts: Sequence[Analysis],
    ) -> Finding:
        others = [other for other in family.spellings if other is not spelling]
        link = family.link_of(spelling.written, choice.spelling)
        return self.finding(
            texts[use.text].segment,
            use.span,
            "spelt" if outcome is Outcome.ERROR else "style",
            confidence=round(link.confidence, 3),
            severity=Severity.MAJOR if outcome is Outcome.ERROR else Severity.MINOR,
            fixes=[replace(use.span, _in_case_of(use, choice.spelling, texts))] if choice.spelling else (),
            related=_places(others, texts),
            evidence=[
                Evidence("count", ", ".join(f"{one.written} {one.count}" for one in family.spellings)),
                *(Evidence(reason.kind, reason.text) for reason in choice.reasons),
                *(Evidence("rule", reason) for reason in link.reasons),
            ],
            forms=[one.written for one in family.spellings],
            others=_listed(others),
        )


def _places(spellings: Sequence[Spelling], texts: Sequence[Analysis]) -> list[Related]:
    """The first places of other spellings."""
    return [
        Related(texts[use.text].segment.id, use.span, use.span.of(texts[use.text].text))
        for spelling in spellings
        for use in spelling.uses[:_MOST_RELATED]
    ]


def _in_case_of(use: Use, spelling: str, texts: Sequence[Analysis]) -> str:
    """A spelling in the capitals and with the apostrophes of the characters that it stands in for."""
    written = use.span.of(texts[use.text].text)
    spelling = spelling.replace("'", "’") if "’" in written else spelling
    return spelling.upper() if written.isupper() else spelling


def _listed(spellings: Sequence[Spelling]) -> str:
    """Spellings with their numbers, at most two."""
    told = " and ".join(f"“{shorten(one.written, 20)}” ({_times(one.count)})" for one in spellings[:2])
    return told + (f" and {len(spellings) - 2} more" if len(spellings) > 2 else "")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
