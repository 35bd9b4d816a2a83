"""Decisions on names: later ones win, and they travel."""

import pickle

from qa.text.names.decisions import NameDecision, NameDecisions


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
