"""Spellings joined into families, and which of them is kept."""

from __future__ import annotations

import pytest

from qa.core.document import Segment
from qa.text.analysis import Analysis
from qa.text.names.article.families import Family, find_families
from qa.text.names.article.links import Outcome
from qa.text.names.article.preference import Reason, preferred
from qa.text.names.uses import name_uses


def families(text: str, least: float = 0.9) -> list[Family]:
    texts = [Analysis(Segment("0", text), "en")]
    return [family for family in find_families(name_uses(texts), texts) if family.links[0].confidence >= least]


def forms(text: str) -> list[set[str]]:
    return [{spelling.written for spelling in family.spellings} for family in families(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council heard Ostrisov. Later Ostirsov left, and Ostrisov stayed.", {"Ostrisov", "Ostirsov"}),
        ("They went to Salterra. The port of Saltera is old, and Salterra knows it.", {"Salterra", "Saltera"}),
        (
            "They met Ursula von der Lenk. In May, Ms van der Lenk left, and von der Lenk wrote.",
            {"von der Lenk", "van der Lenk"},
        ),
        (
            "The United Nations met. On Monday the Untied Nations sent the United Nations flag.",
            {"United Nations", "Untied Nations"},
        ),
        ("The mayor of Kyiv spoke. It was dark in Kiev, and Kyiv closed two bridges.", {"Kyiv", "Kiev"}),
        ("They praised Émile Tvéit. Then Tveit left, and Tvéit stayed.", {"Tvéit", "Tveit"}),
    ],
)
def test_spellings_of_one_name_are_found(text: str, expected: set[str]) -> None:
    assert forms(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Dara Hansen met Tom Hanson. Hanson asked, and Hansen declined to answer.",
        "They flew to Iran and Iraq. The Iranian envoy left Iraq, and Iran closed the border.",
        "They saw Ivan Petrov and Olga Petrova. Petrova spoke, and Petrov listened.",
        "In May, Ursula von der Lenk spoke. The van der Marlow company and Lenk agreed.",
        "The team of Dynamo Kiev came to Kyiv. They ate chicken Kiev in Kyiv.",
        "The city of Kyiv, formerly spelt Kiev, is old.",
        "They met Kim Jong-un and his father Kim Jong-il. Kim Jong-il had ruled, and Kim Jong-un was young.",
        "The town has a harbour. The Harbour Bridge is in Harbin, and Harbin is cold.",
        "They heard the North Bank and the South Bank. The East Bank and the West Bank were silent.",
        "O'Lenk said yes. Then O’Lenk left.",
    ],
)
def test_different_names_stay_apart(text: str) -> None:
    assert forms(text) == []


def test_two_names_in_use_are_a_matter_of_style() -> None:
    (family,) = families("The mayor of Kyiv spoke. It was dark in Kiev, and Kyiv closed two bridges.")
    assert family.outcome_of("Kiev", "Kyiv") is Outcome.STYLE


def test_evidence_from_outside_decides_before_the_count() -> None:
    (family,) = families("The council heard Ostrisov. Later Ostirsov left, and Ostrisov stayed.")
    source = Reason("source-text", "the source has Остирсов", "Ostirsov")
    assert preferred(family.statistics).spelling == "Ostrisov"
    assert preferred(family.statistics, [lambda _: source]).spelling == "Ostirsov"


def test_nothing_is_preferred_where_nothing_speaks_for_one() -> None:
    (family,) = families("The council heard General Ostrisov. Later General Ostirsov left.")
    assert preferred(family.statistics).spelling is None
