"""A name that is spelt otherwise than its form in the source allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Example, Fixable, Granularity, Need
from qa.core.finding import Evidence, Finding, Related
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.checks.names._claims import Claim
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_MOST_RELATED = 12


class NameDiffersFromSource(Check):
    """A name is spelt otherwise than its form in the source allows.

    What it flags:
        One name of the source with two spellings in the translation ("Ostranov" and "Ostronov" for "Остранов"); a
        spelling that is a slip of what the source gives ("Makrelov" for "Маркелов"); a name of a language in Latin
        letters that was not carried over letter by letter; a capital or country under its foreign name ("Kopenhagen").

    Why it matters:
        Readers take two spellings for two people, and searches find half of the articles. The source shows which of
        two like spellings are one name, which the translation alone cannot.

    When it is wrong:
        Where two people of one name in the source write themselves differently in English. A spelling is never judged
        by its likeness to the source alone: names come by many romanisations, and all of the published ones are
        accepted, as are English names of places, derived words ("Russian") and forms of men and women.

    Sources:
        F. Huang, A. Emami and I. Zitouni, “When Harry Met Harri” (EMNLP 2008), for the source as anchor; the
        romanisations of BGN/PCGN, ISO 9, ICAO 9303 and the national systems, as listed with each table; Unicode CLDR
        for the names of places.
    """

    id = "name-differs-from-source"
    category = Category.ENTITY
    severity = Severity.MAJOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.SOURCE, Need.WORDS, Need.MENTIONS, Need.LEXICON})
    fixable = Fixable.SOMETIMES
    messages = {
        "renderings": "“{text}” and “{other}” both stand for “{source}” of the source",
        "slip": "“{text}” stands for “{source}” of the source, which gives “{other}”",
        "letters": "“{text}” is “{source}” in the source",
        "place": "“{text}” is called “{other}” in English",
    }
    bad = (
        Example(
            "Minister Ostranov spoke first.\nThen [[Ostronov->Ostranov]] left, but the aides of Ostranov stayed.",
            source="Министр Остранов выступил первым.\nПотом Остранов уехал, а помощники Остранова остались.",
            source_lang="ru",
        ),
        Example(
            "Mr Hrytsenkiv came at noon.\nMr [[Gritsenkiv]] left at night.",
            source="Пан Гриценків прийшов опівдні.\nПан Гриценків пішов уночі.",
            source_lang="uk",
        ),
        Example(
            "General [[Makrelov->Markelov]] inspected the bridge.",
            source="Генерал Маркелов осмотрел мост.",
            source_lang="ru",
        ),
        Example(
            "The firm of Anna [[Schlütterbeck->Schlüterbeck]] builds bridges.",
            source="Die Firma von Anna Schlüterbeck baut Brücken.",
            source_lang="de",
        ),
        Example(
            "The delegation flew to [[Kopenhagen->Copenhagen]] on Friday.",
            source="Die Delegation flog am Freitag nach Kopenhagen.",
            source_lang="de",
        ),
        Example(
            "The director, Chen Guangmi, opened the school.\nLater Chen [[Guanmi->Guangmi]] visited the library.",
            source="主任陈光米为学校揭幕。\n后来陈光米参观了图书馆。",
            source_lang="zh",
            whole=True,
        ),
    )
    good = (
        Example(
            "Mr Tarskov came at noon.\nMs Tarskova left at night.",
            source="Тарсков пришёл в полдень.\nТарскова ушла ночью.",
            source_lang="ru",
        ),
        Example(
            "She moved from Armenia to Vienna.\nAn Armenian choir sang there.",
            source="Она переехала из Армении в Вену.\nТам пел хор из Армении.",
            source_lang="ru",
        ),
        Example(
            "Sergey Tveitov and Sergei Marlov arrived.\nSergei Marlov left.",
            source="Прибыли Сергей Твейтов и Сергей Марлов.\nСергей Марлов уехал.",
            source_lang="ru",
        ),
        Example(
            "Anna Schluterbeck came from Cologne.",
            source="Anna Schlüterbeck kam aus Köln.",
            source_lang="de",
        ),
        Example("The mayor of Saltera spoke.", source="Говорил мэр Сальтеры.", source_lang="ru"),
    )

    # That one has no source to tell it that two people are meant.
    cross_fire = frozenset({"inconsistent-name"})

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        if not any(text.segment.source for text in texts):
            return
        # Some twenty modules of tables, which a text without a source need not wait for.
        from qa.checks.names._source_claims import source_claims  # noqa: PLC0415

        seen: set[tuple[int, int]] = set()
        for claim in source_claims(texts, document.source_lang):
            for place in claim.places:
                key = place.text.ordinal, place.span.start
                if key not in seen and not place.text.is_protected(place.span):
                    seen.add(key)
                    yield self._finding(claim, place.text, place.span)

    def _finding(self, claim: Claim, text: Analysis, span: Span) -> Finding:
        evidence = [Evidence("source-text", claim.source), *(Evidence("count", reason) for reason in claim.why)]
        related = [Related(each.text.segment.id, each.span, each.written) for each in claim.others[:_MOST_RELATED]]
        return self.finding(
            text.segment,
            span,
            claim.message,
            fixes=[replace(span, claim.preferred)] if claim.preferred else [],
            confidence=claim.confidence,
            severity=claim.severity,
            evidence=evidence,
            related=related,
            forms=claim.forms,
            source=claim.source,
            other=claim.forms[0],
        )
