"""What decisions, the archive, the house list and the source change in the findings about spellings."""

from __future__ import annotations

from collections import Counter

from qa.checks.names.inconsistent_name import InconsistentName
from qa.core.document import Document, Segment
from qa.core.finding import Finding
from qa.core.materials import NO_MATERIALS, Materials
from qa.engine.run import check_document
from qa.text.names.article.memory import NamesInMemory
from qa.text.names.decisions import NameDecision, NameDecisions
from qa.text.names.house_list import HouseList
from qa.text.names.statistics import SpellingStatistics

TEXT = "The council heard General Ostrisov. A week later, General Ostirsov left, and Ostrisov stayed."
STRANGERS = "The council heard Dara Marlow. Her neighbour Tveit left, and Marlow stayed."


def findings(text: str, materials: Materials = NO_MATERIALS, source: str | None = None) -> list[Finding]:
    segment = Segment("1", text, "en", source=source, source_lang="ru" if source else None)
    document = Document("a.txt", "a.txt", "plain", (segment,))
    return list(check_document(document, [InconsistentName(materials=materials)], reraise=True).findings)


def decided(decision: str, *forms: str, prefer: str | None = None) -> Materials:
    return Materials(name_decisions=NameDecisions.of([NameDecision(decision, forms, prefer)]))  # type: ignore[arg-type]


def test_all_spellings_stand_in_the_finding_with_their_places() -> None:
    (finding,) = findings(TEXT)
    assert finding.text == finding.span.of(TEXT) == "Ostirsov"
    assert set(finding.forms) == {"Ostrisov", "Ostirsov"}
    assert [related.span.of(TEXT) for related in finding.related] == ["Ostrisov", "Ostrisov"]
    assert finding.evidence[0].text == "Ostrisov 2, Ostirsov 1"
    assert [fix.title for fix in finding.fixes] == ["Ostrisov"]


def test_every_mention_of_the_odd_spelling_is_marked() -> None:
    text = f"{TEXT} General Ostirsov wrote to Ostrisov, and General Ostrisov answered."
    assert [finding.span.of(text) for finding in findings(text)] == ["Ostirsov", "Ostirsov"]


def test_names_decided_to_be_different_are_left_alone() -> None:
    assert not findings(TEXT, decided("other", "Ostrisov", "Ostirsov"))


def test_names_decided_to_be_one_are_joined_however_they_look() -> None:
    assert not findings(STRANGERS)
    (finding,) = findings(STRANGERS, decided("same", "Marlow", "Tveit"))
    assert (finding.text, finding.severity.value) == ("Tveit", "major")
    (finding,) = findings(STRANGERS, decided("style", "Marlow", "Tveit"))
    assert finding.severity.value == "minor"


def test_a_preferred_spelling_is_suggested_though_it_is_the_rarer_one() -> None:
    found = findings(TEXT, decided("prefer", "Ostrisov", "Ostirsov", prefer="Ostirsov"))
    assert [(finding.text, finding.fixes[0].title) for finding in found] == [("Ostrisov", "Ostirsov")] * 2


def test_the_house_list_chooses() -> None:
    found = findings(TEXT, Materials(house_list=HouseList.of(["Maksim Ostirsov"])))
    assert {(finding.text, finding.fixes[0].title) for finding in found} == {("Ostrisov", "Ostirsov")}


def test_the_archive_chooses_and_is_evidence() -> None:
    archive = NamesInMemory.of(SpellingStatistics("Ostirsov", "ostirsov", documents=30, mentions=50))
    found = findings(TEXT, Materials(archive=archive))
    assert {finding.text for finding in found} == {"Ostrisov"}
    assert "the archive has “Ostirsov” in 30 documents" in found[0].evidence[1].text


def test_the_archive_corrects_an_article_that_agrees_with_itself() -> None:
    known = SpellingStatistics(
        "Ostrisov", "ostrisov", documents=40, mentions=90, before=Counter({"dara": 60}), titles=Counter({"general": 9})
    )
    text = "The council heard General Dara Ostirsov. She left at noon."
    archive = Materials(archive=NamesInMemory.of(known))
    (finding,) = findings(text, archive)
    assert (finding.text, finding.fixes[0].title) == ("Ostirsov", "Ostrisov")
    assert not findings("The council heard the farmer Tom Ostirsov. He left at noon.", archive)


def test_the_source_chooses() -> None:
    source = "Совет выслушал генерала Острисова. Через неделю генерал Острисов ушёл, а Острисов остался."
    text = "The council heard General Ostirsov. A week later, General Ostrisov left, and Ostirsov stayed."
    found = findings(text, source=source)
    assert {finding.fixes[0].title for finding in found if finding.fixes} == {"Ostrisov"}
    assert any(evidence.kind == "source-text" for finding in found for evidence in finding.evidence)


def test_a_name_is_looked_for_over_all_segments() -> None:
    first, second = TEXT.split(". ", 1)
    document = Document("a.csv", "a", "csv", (Segment("1", first + ".", "en"), Segment("2", second, "en")))
    result = check_document(document, [InconsistentName()], reraise=True)
    assert [(finding.segment, finding.text) for finding in result.findings] == [("2", "Ostirsov")]
    assert [related.segment for related in result.findings[0].related] == ["1", "2"]
