"""Decisions on names: later ones win, and they travel."""

import pickle

import pytest

from qa.text.names.decisions import NameDecision, NameDecisions, differing_words


def test_the_later_decision_wins() -> None:
    first, second = NameDecision("same", ("Lenk", "Lenck"), "Lenk"), NameDecision("other", ("Lenck", "Lenk"))
    assert NameDecisions.of([first]).verdict("Lenck", "Lenk") == "same"
    both = NameDecisions.of([first, second])
    assert both.verdict("Lenk", "Lenck") == "other"
    assert both.preferred(["Lenk"]) is None
    assert NameDecisions.of([second, first]).preferred(["Lenck"]) == "Lenk"


def test_what_was_not_decided_is_open() -> None:
    decisions = NameDecisions.of([NameDecision("style", ("Lenk", "Lenck"))])
    assert decisions.verdict("Lenk", "Lengk") is None
    assert decisions.preferred(["Lenk", "Lenck"]) is None
    assert not NameDecisions()


def test_preferring_joins_the_preferred_form_too() -> None:
    decisions = NameDecisions.of([NameDecision("prefer", ("Lenck", "Lengk"), "Lenk")])
    assert decisions.verdict("Lenk", "Lengk") == "same"
    assert decisions.preferred(["Lengk"]) == "Lenk"


def test_they_can_be_sent_to_other_processes() -> None:
    decisions = NameDecisions.of([NameDecision("prefer", ("Lenck", "Lengk"), "Lenk")])
    assert pickle.loads(pickle.dumps(decisions)) == decisions


def test_a_decision_on_full_names_is_one_on_the_word_that_differs() -> None:
    full = ("Dara Koslovic", "Dara Kozlovic")
    assert NameDecisions.of([NameDecision("other", full)]).verdict("Kozlovic", "Koslovic") == "other"
    decisions = NameDecisions.of([NameDecision("prefer", full, "Dara Koslovic")])
    assert decisions.preferred(["Kozlovic"]) == "Koslovic"
    assert decisions.preferred(["Dara Kozlovic"]) == "Dara Koslovic"
    parted = NameDecisions.of([NameDecision("prefer", full, full[0]), NameDecision("other", ("Koslovic", "Kozlovic"))])
    assert parted.preferred(["Kozlovic"]) is None


def test_particles_are_decided_on_in_their_names_only() -> None:
    decisions = NameDecisions.of([NameDecision("other", ("van der Lenk", "von der Lenk"))])
    assert decisions.verdict("van der Lenk", "von der Lenk") == "other"
    assert decisions.verdict("van", "von") is None


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        (("Lenk", "Lenck"), ("Lenk", "Lenck")),
        (("Dara Lenk", "Dara  Lenck"), ("Lenk", "Lenck")),
        (("Untied Nations", "United Nations"), ("Untied", "United")),
        (("Dara Lenk", "Lenck"), None),
        (("Dara Lenk", "Tara Lenck"), None),
        (("Dara Lenk", "Dara Lenck", "Tara Lenk"), None),
    ],
)
def test_the_words_that_differ(forms: tuple[str, ...], words: tuple[str, ...] | None) -> None:
    assert differing_words(forms) == words


def test_they_can_be_read_by_people() -> None:
    decisions = NameDecisions.of([NameDecision("prefer", ("Lenck",), "Lenk"), NameDecision("other", ("B", "A"))])
    assert str(decisions) == "A and B: other; Lenck and Lenk: same; write Lenk"
