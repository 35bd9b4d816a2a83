"""Families: what is joined, what never is, and which spelling is preferred."""

from collections.abc import Sequence

import pytest

from qa.text.names.archive.families import ArchiveFamily, archive_families
from qa.text.names.archive.state import DocumentNames, NameArchive, NameCount
from qa.text.names.decisions import NameDecision, NameDecisions
from qa.text.names.house_list import HouseList, HouseName


def document(label: str, *names: tuple[str, str], feed: str = "") -> DocumentNames:
    """A document with one mention of each name, given as word in front and name."""
    counts = tuple(NameCount(form, 1, 1, 0, (f"<{given}", 1) if given else ()) for given, form in sorted(names))
    forms = sorted(form for _, form in names)
    pairs = tuple((one, two, 0, 0, 0) for at, one in enumerate(forms) for two in forms[at + 1 :])
    return DocumentNames(label, "", feed, counts, pairs)


def archive(*groups: tuple[int, Sequence[tuple[str, str]], str]) -> NameArchive:
    """Groups of like documents: how many, their names, their feed."""
    documents = [
        document(f"{group}-{number}", *names, feed=feed)
        for group, (count, names, feed) in enumerate(groups)
        for number in range(count)
    ]
    return NameArchive.of(documents)


def forms(families: Sequence[ArchiveFamily]) -> list[list[str]]:
    return [[form.written for form in family.forms] for family in families]


SLIP = archive((9, [("dara", "Dolgorukin")], ""), (1, [("dara", "Dolgorukhin")], ""))


def test_a_slip_beside_the_same_given_name_is_an_error() -> None:
    (family,) = archive_families(SLIP)
    assert (family.preferred, family.verdict) == ("Dolgorukin", "error")
    assert forms([family]) == [["Dolgorukin", "Dolgorukhin"]]
    assert family.evidence[0] == "“Dolgorukin” is in most documents"
    assert family.forms[1].examples == ("1-0",)


def test_two_known_names_with_given_names_of_their_own_are_never_joined() -> None:
    found = archive_families(archive((40, [("dara", "Hansen")], ""), (2, [("olof", "Hanson")], "")), least=0.01)
    assert found == []


def test_two_that_keep_appearing_together_are_never_joined() -> None:
    both = [("", "Dolgorukin"), ("", "Dolgorukhin")]
    assert archive_families(archive((9, both, "")), least=0.01) == []


def test_rare_spellings_with_nothing_in_common_are_not_joined() -> None:
    assert archive_families(archive((1, [("", "Ostrisov")], ""), (1, [("", "Ostirsov")], "")), least=0.01) == []


def test_accents_are_style_unless_the_bearers_differ() -> None:
    (family,) = archive_families(archive((3, [("", "Tveït")], ""), (2, [("", "Tveit")], "")))
    assert (family.verdict, family.preferred) == ("style", "Tveït")
    assert archive_families(archive((3, [("ana", "Tveït")], ""), (2, [("olof", "Tveit")], ""))) == []


def test_two_names_of_one_place_are_style_unless_part_of_other_names() -> None:
    (family,) = archive_families(archive((9, [("", "Bombay")], ""), (2, [("", "Mumbai")], "")))
    assert (family.preferred, family.verdict) == ("Mumbai", "style")
    assert archive_families(archive((9, [("royal", "Bombay")], ""), (2, [("", "Mumbai")], ""))) == []


def test_the_english_name_is_the_one_that_is_written_so() -> None:
    (family,) = archive_families(archive((9, [("", "Canada")], ""), (1, [("", "Can-ada")], "")))
    assert family.preferred == "Canada"


def test_the_shape_of_apostrophes_is_no_matter_of_names() -> None:
    assert archive_families(archive((9, [("", "O'Lenk")], ""), (5, [("", "O’Lenk")], ""))) == []


def test_two_letters_for_an_umlaut_are_style() -> None:
    (family,) = archive_families(archive((9, [("dara", "Röderlin")], ""), (2, [("dara", "Roederlin")], "")))
    assert family.verdict == "style"


def test_a_compound_is_not_its_part() -> None:
    given = archive((9, [("dara", "Ostrau")], ""), (1, [("dara", "Ostrau-led")], ""))
    assert archive_families(given, least=0.01) == []


def test_a_spelling_of_one_feed_is_its_habit() -> None:
    (family,) = archive_families(
        archive((9, [("dara", "Dolgorukin")], "north"), (4, [("dara", "Dolgorukhin")], "south")), least=0.3
    )
    assert (family.verdict, family.habit) == ("style", True)
    assert any("south" in sentence for sentence in family.evidence)


def test_letters_of_another_alphabet_are_told() -> None:
    (family,) = archive_families(archive((9, [("dara", "Kashin")], ""), (1, [("dara", "K\u0430shin")], "")))
    assert "“K\u0430shin” has letters of two alphabets" in family.evidence


def test_families_are_no_chains() -> None:
    chain = archive((30, [("dara", "Maranov")], ""), (5, [("dara", "Marranov")], ""), (9, [("dara", "Harranov")], ""))
    for family in archive_families(chain, least=0.3):
        assert not {"Maranov", "Harranov"} <= {form.written for form in family.forms}


def test_decisions_join_part_and_prefer() -> None:
    other = NameDecisions.of([NameDecision("other", ("Dolgorukin", "Dolgorukhin"))])
    assert archive_families(SLIP, decisions=other) == []
    style = NameDecisions.of([NameDecision("style", ("Dolgorukin", "Dolgorukhin"), "Dolgorukhin")])
    (family,) = archive_families(SLIP, decisions=style)
    assert (family.verdict, family.decided, family.preferred) == ("style", True, "Dolgorukhin")
    far = archive((2, [("", "Ostrau")], ""), (1, [("", "Uestrow")], ""))
    (family,) = archive_families(far, decisions=NameDecisions.of([NameDecision("same", ("Ostrau", "Uestrow"))]))
    assert (family.verdict, family.confidence) == ("error", 1.0)


def test_a_preferred_form_that_nobody_writes_is_still_told() -> None:
    decisions = NameDecisions.of([NameDecision("prefer", ("Dolgorukin", "Dolgorukhin"), "Dolgorukyn")])
    (family,) = archive_families(SLIP, decisions=decisions)
    assert family.preferred == "Dolgorukyn"
    assert forms([family]) == [["Dolgorukin", "Dolgorukhin"]]


def test_the_house_list_comes_before_numbers() -> None:
    house = HouseList((HouseName("Dolgorukhin", forbidden=("Dolgorukin",)),))
    (family,) = archive_families(SLIP, house=house)
    assert family.preferred == "Dolgorukhin"


@pytest.mark.parametrize("least", [0.3, 0.7, 0.95])
def test_nothing_less_sure_than_asked_for(least: float) -> None:
    assert all(family.confidence >= least for family in archive_families(SLIP, least=least))
