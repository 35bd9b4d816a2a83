"""Names with the family name first."""

import pytest

from qa.text.lexicon import Lexicon
from qa.text.names.family_first import (
    KOREAN_FAMILIES,
    family_names,
    hungarian_given_names,
    is_two_pinyin,
    read_family_first,
)
from qa.text.names.inner_capitals import form_with_inner_capital, has_inner_capital, may_lack_inner_capital

ENGLISH = Lexicon.for_language("en")


@pytest.mark.parametrize(
    ("first", "rest", "origin"),
    [
        ("Liu", "Mingwei", "Chinese"),
        ("Chen", "Ming-wei", "Chinese"),
        ("Hsu", "Chun-hao", "Chinese"),
        ("Pak", "Sung-il", "Korean"),
        ("Kim", "Song Ju", "Korean"),
    ],
)
def test_names_that_can_only_have_the_family_name_first(first: str, rest: str, origin: str) -> None:
    name = read_family_first(first, rest)
    assert name is not None
    assert (name.family, name.given, name.origin) == (first, rest, origin)


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Lee", "Marvin"),
        ("Han", "Solo"),
        ("Liu", "Wang"),
        ("Liu", "Wei"),
        ("Nguyen", "Tan"),
        ("Dara", "Mingwei"),
        ("Liu", "mingwei"),
    ],
)
def test_names_that_may_be_read_otherwise(first: str, rest: str) -> None:
    assert read_family_first(first, rest) is None


def test_syllables_of_pinyin() -> None:
    assert all(map(is_two_pinyin, ("mingwei", "xi'an", "xiu-ying", "zhuangjun")))
    assert not any(map(is_two_pinyin, ("ming", "marvin", "solo", "mingweili")))


def test_hungarian_given_names() -> None:
    assert {"lászló", "laszlo"} <= hungarian_given_names()
    assert "robert" not in hungarian_given_names()


def test_names_with_a_capital_inside() -> None:
    assert form_with_inner_capital("Mckinley", ENGLISH) == "McKinley"
    assert form_with_inner_capital("O’brien", ENGLISH) == "O’Brien"
    assert form_with_inner_capital("Macarthur", ENGLISH) is None
    assert form_with_inner_capital("Reconnect", ENGLISH) is None
    assert all(map(has_inner_capital, ("DeSantis", "McKinley", "O'Brien", "O’Brien")))
    assert not any(map(has_inner_capital, ("NATO", "A-Team", "Macron", "iPhone", "USAir")))
    assert may_lack_inner_capital(frozenset({"mckinley", "youtube's", "street"})) == {"mckinley", "youtube's"}


def test_korean_family_names_stand_in_one_list() -> None:
    assert {"kim", "bak", "gwon", "pak", "kwon"} <= KOREAN_FAMILIES <= family_names()
    assert read_family_first("Gwon", "Sung-il") is not None
