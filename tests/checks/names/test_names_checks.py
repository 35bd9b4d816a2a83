"""Checks of names over several segments, and what they say."""

import pytest

from qa.checks.names import misordered_name
from qa.checks.names.lowercase_proper_noun import LowercaseProperNoun
from qa.checks.names.miscapitalised_name import MiscapitalisedName
from qa.checks.names.misordered_name import MisorderedName
from qa.checks.names.name_against_house_list import NameAgainstHouseList
from qa.core.check import Check
from qa.core.document import Document, Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability
from qa.core.materials import NO_MATERIALS, Materials
from qa.engine.run import check_document
from qa.text.names.house_list import HouseList, HouseName
from qa.text.names.titles import is_rank, is_role

HOUSE = Materials(
    HouseList((HouseName("Ostrau", (), ("Ostrava",), "the port", 3), HouseName("Dara O’Belen", (), ("Dara Belen",))))
)


def found(check: type[Check], *texts: str, materials: Materials = NO_MATERIALS, lang: str = "en") -> list[Finding]:
    segments = tuple(Segment(str(number), text, lang=lang) for number, text in enumerate(texts, 1))
    document = Document("a", "a", "plain", segments, lang=lang)
    return list(check_document(document, [check(None, materials)], reraise=True).findings)


@pytest.mark.parametrize(
    ("check", "texts", "segment", "written", "right"),
    [
        (MisorderedName, ("President Liu Mingwei came.", "President Mingwei’s boat left."), "2", "Mingwei", "Liu"),
        (
            MiscapitalisedName,
            ("The LeTarsk choir won.", "Thus LeTarsk sang.", "Letarsk wept."),
            "3",
            "Letarsk",
            "LeTarsk",
        ),
        (
            LowercaseProperNoun,
            ("They met with Kowalski.", "Then Kowalski and Lenk left.", "He saw Kowalski, and then kowalski fell."),
            "3",
            "kowalski",
            "Kowalski",
        ),
    ],
)
def test_the_segments_of_a_document_are_judged_together(
    check: type[Check], texts: tuple[str, ...], segment: str, written: str, right: str
) -> None:
    (finding,) = found(check, *texts)
    assert (finding.segment, finding.text, finding.fixes[0].edits[0].text) == (segment, written, right)


@pytest.mark.parametrize("check", [MisorderedName, MiscapitalisedName, LowercaseProperNoun, NameAgainstHouseList])
def test_a_document_without_text_is_no_trouble(check: type[Check]) -> None:
    assert found(check, materials=HOUSE) == []


def test_spellings_are_told_for_names_and_not_for_months() -> None:
    name, month = found(LowercaseProperNoun, "The train to kyiv left in december.")
    assert name.forms == ("kyiv", "Kyiv")
    assert month.forms == ()


def test_relatives_are_told_apart_by_their_given_names() -> None:
    text = "Pak Sung-il and his sister Pak Yong-ju sang. Ms Yong-ju wept."
    assert found(MisorderedName, text) == []


def test_a_forbidden_form_has_the_entry_as_evidence() -> None:
    (finding,) = found(NameAgainstHouseList, "The ferry to Ostrava was late.", materials=HOUSE)
    assert finding.evidence[0].text == "line 3: Ostrau (the port)"
    assert finding.forms == ("Ostrau", "Ostrava")
    assert finding.fixes[0].applicability is Applicability.SAFE


@pytest.mark.parametrize(
    "text", ["He read “Ostrava Nights”.", "The OSTRAVA ferry left.", "The Greater Ostrava Club won."]
)
def test_a_form_that_may_belong_to_something_else_is_no_safe_fix(text: str) -> None:
    (finding,) = found(NameAgainstHouseList, text, materials=HOUSE)
    assert finding.fixes[0].applicability is Applicability.SUGGEST


def test_blanks_and_apostrophes_of_the_text_may_be_others_than_those_of_the_list() -> None:
    assert found(NameAgainstHouseList, "Here Dara\u00a0O'Belen sang.", materials=HOUSE) == []
    (finding,) = found(NameAgainstHouseList, "Here Dara\u00a0Belen sang.", materials=HOUSE)
    assert finding.fixes[0].edits[0].text == "Dara O’Belen"


def test_forbidden_forms_are_found_in_any_language_and_near_ones_in_english_only() -> None:
    assert [
        finding.text
        for finding in found(NameAgainstHouseList, "Der Zug nach Ostrava und Osttrau.", materials=HOUSE, lang="de")
    ] == ["Ostrava"]


def test_without_a_list_nothing_is_said() -> None:
    assert found(NameAgainstHouseList, "The ferry to Ostrava was late.") == []


def test_a_list_of_any_size_needs_no_more_than_its_words_in_the_text() -> None:
    many = Materials(HouseList.of([f"Lenk{'a' * (number % 7)} Tarsk{number}" for number in range(5000)]))
    assert found(NameAgainstHouseList, "The ferry to Ostrau was late. " * 200, materials=many) == []


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_hungarian_names_may_be_possessive(apostrophe: str) -> None:
    text = f"The jury praised László Tavas. Tavas László{apostrophe}s wife and László Tavas{apostrophe}s son sang."
    (finding,) = found(MisorderedName, text)
    assert (finding.text, finding.fixes[0].edits[0].text) == ("Tavas László", "László Tavas")
    assert found(MisorderedName, f"They praised László Tavas. Tavas{apostrophe}s László sang.") == []


def test_a_possessive_between_two_names_makes_no_name_of_them() -> None:
    assert found(MisorderedName, "Lu Xiaobo spoke. Lu left. Chairman Xiaobo’s Lu was sold.") == []
    (finding,) = found(MisorderedName, "Lu Xiaobo spoke. Lu left. Then Xiaobo Lu’s boat sank.")
    assert (finding.text, finding.fixes[0].edits[0].text) == ("Xiaobo Lu", "Lu Xiaobo")


def test_what_stands_before_family_names_is_a_rank_or_a_role() -> None:
    known = misordered_name._OFFICES | misordered_name._FORMS_OF_ADDRESS
    assert [word for word in sorted(known) if not (is_rank(word) or is_role(word))] == []


@pytest.mark.parametrize(
    "text",
    [
        "They ate brussels sprouts and jerusalem artichokes at noon.",
        "The cast is made of plaster of paris and wood.",
        "He smoked a havana on the terrace.",
        "They smoked havanas and drank bordeaux from cups.",
        "She wore a damask gown and a panama in the garden.",
        "The manila envelope lay under a kyiv on the table.",
    ],
)
def test_names_of_places_that_are_words_for_things_stay_small(text: str) -> None:
    assert found(LowercaseProperNoun, text) == []


@pytest.mark.parametrize("text", ["The train to paris was late.", "The mayor of brussels wept, and nobody came."])
def test_the_same_names_are_told_elsewhere(text: str) -> None:
    assert len(found(LowercaseProperNoun, text)) == 1


@pytest.mark.parametrize(("written", "confidence"), [("Osrtau", 0.9), ("Osttrau", 0.86)])
def test_a_near_form_is_surer_where_only_a_slip_makes_it(written: str, confidence: float) -> None:
    (finding,) = found(NameAgainstHouseList, f"A bridge in {written} fell on Monday.", materials=HOUSE)
    assert finding.confidence == confidence
