"""The user's list of names."""

import pickle

import pytest

from qa.errors import ConfigError
from qa.text.names.house_list import HouseList, HouseName, parse_house_list

TABLE = """\
preferred,accepted,forbidden,note
# places
Ostrau,,Ostrava|Ostraw,the town on the Lenk
"Dara Lenk",Lenk | D. Lenk,Dara Lenck,

Saltera
"""


def test_a_table_gives_names_with_their_lines() -> None:
    names = parse_house_list(TABLE).names
    assert names == (
        HouseName("Ostrau", (), ("Ostrava", "Ostraw"), "the town on the Lenk", 3),
        HouseName("Dara Lenk", ("Lenk", "D. Lenk"), ("Dara Lenck",), "", 4),
        HouseName("Saltera", line=6),
    )


@pytest.mark.parametrize("divider", [";", "\t"])
def test_other_dividers_are_understood(divider: str) -> None:
    text = f"preferred{divider}forbidden\nOstrau, the port{divider}Ostrava\n"
    assert parse_house_list(text).names == (HouseName("Ostrau, the port", (), ("Ostrava",), "", 2),)


def test_plain_text_gives_preferred_forms() -> None:
    names = parse_house_list("# ours\nOstrau\n\n  Dara   Lenk \n").names
    assert [(name.preferred, name.line) for name in names] == [("Ostrau", 2), ("Dara Lenk", 4)]
    assert parse_house_list("\n# nothing\n").names == ()


def test_look_ups() -> None:
    house = parse_house_list(TABLE)
    found = house.find("Ostraw")
    assert found is not None
    assert (found.name.preferred, found.standing) == ("Ostrau", "forbidden")
    assert house.find("ostraw") is None
    assert house.preferred("OSTRAW") == house.preferred("Ostrau") == "Ostrau"
    assert house.preferred("Lenk") == "Dara Lenk"
    assert house.preferred("Marlow") is None


def test_canonical_names_out_of_records() -> None:
    house = HouseList.of(["Ostrau", " ", "Dara  Lenk", "Ostrau"])
    assert [name.preferred for name in house.names] == ["Ostrau", "Dara Lenk"]
    both = HouseList.of(["Saltera"]) | house
    assert [name.preferred for name in both.names] == ["Saltera", "Ostrau", "Dara Lenk"]


def test_the_left_list_wins() -> None:
    both = parse_house_list(TABLE) | HouseList.of(["Ostrava", "Tarsk"])
    assert both.preferred("Ostrava") == "Ostrau"
    assert both.preferred("Tarsk") == "Tarsk"


def test_it_travels_between_processes_and_is_known_by_its_content() -> None:
    house = parse_house_list(TABLE)
    assert house.forms
    assert pickle.loads(pickle.dumps(house)) == house
    assert house.digest == parse_house_list(TABLE.replace("the town on the Lenk", "")).digest
    assert house.digest != parse_house_list(TABLE.replace("Ostraw,", ",")).digest


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("preferred,wrong\nOstrau,Ostrava\n", 1, "unknown column “wrong”"),
        ("preferred,note,note\nOstrau,a,b\n", 1, "a column stands twice"),
        ("preferred,forbidden\nOstrau,Ostrava\n,Marlow\n", 3, "no preferred form"),
        ("preferred,forbidden\nOstrau|Ostrava,x1\n", 2, "several preferred forms"),
        ("preferred,forbidden\nOstrau,Ostrava,Ostraw\n", 2, "3 cells under 2 columns"),
        ('preferred,forbidden\n"Ostrau,Ostrava\n', 2, "not valid CSV"),
        ("preferred,forbidden\nOstrau,Ostrava\nOstrava,\n", 2, "“Ostrava” is forbidden here and allowed in line 3"),
        ("preferred,forbidden\nOstrau,Tarsk\nLenk,Tarsk\n", 3, "forbidden here and in line 2 for another name"),
        ("preferred\n--\n", 2, "“--” is no name"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_house_list(text, "names.csv")
    assert caught.value.where == "names.csv"
    assert caught.value.line == line
    assert what in caught.value.what


def test_a_table_without_header_is_refused_where_one_must_be() -> None:
    with pytest.raises(ConfigError, match="must be the header"):
        parse_house_list("Ostrau,,Ostrava\n", "names.csv", must_be_table=True)
