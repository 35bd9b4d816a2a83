"""Two spellings and what they are to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.names.fold import fold
from qa.text.names.parts import name_parts
from qa.text.names.relation import RelationKind, relate
from qa.text.names.translit import EQUAL, edit_keys, likeness, pieces

FOLDED = st.text("abcdehijkmnorstuvwyz", min_size=1, max_size=10)
WRITTEN = st.text("abeinorstvzABEKLšł -'’.", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Lenk", "lenk", RelationKind.FOLD),
        ("Łenk", "Lenk", RelationKind.FOLD),
        ("Dara Lenk-Tveit", "Dara Lenk Tveit", RelationKind.FOLD),
        ("President Lenk", "Lenk’s", RelationKind.FOLD),
        ("Ali al-Tarsk", "Ali Tarsk", RelationKind.FOLD),
        ("al-Tarsk", "Tarsk", RelationKind.FOLD),
        ("Dara Lenk-Tveit", "Tveit", RelationKind.NONE),
        ("Lenk-Tveit", "Tveit", RelationKind.NONE),
        ("D. Lenk", "Dara Lenk", RelationKind.FOLD),
        ("Lenkov", "Lenkoff", RelationKind.ROMANISATION),
        ("Dara Tarshenko", "Dara Tarchenko", RelationKind.ROMANISATION),
        ("Salterow", "Salterov", RelationKind.ROMANISATION),
        ("Salterimov", "Saltemirov", RelationKind.SLIP),
        ("Marlowitz", "Marlowtiz", RelationKind.SLIP),
        ("Bombay", "Mumbai", RelationKind.OTHER_NAME),
        ("Turkey", "Türkiye", RelationKind.OTHER_NAME),
        ("Lenkov", "Lenkova", RelationKind.NONE),
        ("Russia", "Russians", RelationKind.NONE),
        ("Lenk", "Ostrau", RelationKind.NONE),
        ("Tae Min-a", "Tae Mi-na", RelationKind.NONE),
        ("D. Lenk", "Mara Lenk", RelationKind.NONE),
        ("Mr Lenk", "Mrs Lenk", RelationKind.NONE),
        ("Lenk", "Lank", RelationKind.NONE),
        ("Sudan", "South Sudan", RelationKind.NONE),
        ("Lönk", "Loenk", RelationKind.FOLD),
    ],
)
def test_kinds(a, b, kind):
    assert relate(a, b).kind is kind
    assert relate(b, a).kind is kind


def test_an_exclusion_leaves_no_score():
    relation = relate("Dara Lenkov", "Dara Lenkova")
    assert relation.score == 0
    assert relation.excluded


def test_less_knowledge_may_be_asked_for():
    assert relate("Megan", "Meghan", use="nothing").score != relate("Megan", "Meghan").score


@given(WRITTEN, WRITTEN)
def test_relations_are_symmetric_and_scores_are_probabilities(a, b):
    one, two = relate(a, b), relate(b, a)
    assert (one.kind, one.score, one.likeness, one.excluded) == (two.kind, two.score, two.likeness, two.excluded)
    assert 0 <= one.score <= 1
    assert relate(a, a).kind is RelationKind.FOLD


@given(FOLDED, FOLDED)
def test_likeness_is_symmetric(a, b):
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) == EQUAL
    if a != b:
        assert sorted(edit_keys(a, b)) == sorted(edit_keys(b, a))


@given(FOLDED, FOLDED)
def test_pieces_are_all_that_differs(a, b):
    if a != b:
        found = pieces(a, b)
        assert all(one != two for one, two, _, _ in found)
        assert sum(len(one) - len(two) for one, two, _, _ in found) == len(a) - len(b)


@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(form):
    assert fold(fold(form)) == fold(form)


def test_likeness_tells_spellings_from_names():
    assert likeness("lenkov", "lenkoff") > 0
    assert likeness("tarshenko", "tarchenko") > 0
    assert likeness("iran", "iraq") < -1
    assert likeness("saltok", "saltot") < 0


@pytest.mark.parametrize(
    ("name", "words", "initials", "titles"),
    [
        ("President D. Lenk’s", ("lenk",), ("d",), ("president",)),
        ("Foreign Minister Lenk", ("lenk",), (), ("foreign", "minister")),
        ("Ali al-Tarsk", ("ali", "tarsk"), (), ()),
        ("Dara van der Tveit", ("dara", "tveit"), (), ()),
        ("Tae Do U", ("tae", "do", "u"), (), ()),
        ("King", ("king",), (), ()),
        ("'", ("",), (), ()),
    ],
)
def test_parts_of_names(name, words, initials, titles):
    parts = name_parts(name)
    assert (parts.words, parts.initials, parts.titles) == (words, initials, titles)


def test_titles_and_particles_are_those_of_the_common_lists() -> None:
    assert name_parts("Commissioner Dara Lenk").titles == ("commissioner",)
    assert name_parts("Señor Lenk").words == ("lenk",)
    assert name_parts("Dara vom Lenk").words == ("dara", "lenk")
    assert name_parts("Bank of Lenk").words == ("bank", "of", "lenk")
