"""What the gazetteer knows, asked with names that any general list of its kind must have."""

import subprocess
import sys
import time

import pytest

from qa.text.names.gazetteer import gazetteer

KNOWN = gazetteer()


@pytest.mark.parametrize(
    ("one", "two"), [("megan", "meghan"), ("kiev", "kyiv"), ("bombay", "mumbai"), ("danzig", "gdansk")]
)
def test_spellings_of_one_item_or_place_are_together(one, two):
    assert KNOWN.shares_item(one, two)
    assert KNOWN.shares_item(two, one)


@pytest.mark.parametrize(("one", "two"), [("henan", "hunan"), ("iran", "iraq"), ("martin", "marvin")])
def test_different_names_are_apart(one, two):
    assert KNOWN.knows(one)
    assert KNOWN.knows(two)
    assert not KNOWN.shares_item(one, two)


@pytest.mark.parametrize(
    ("older", "newer", "written"),
    [
        ("kiev", "kyiv", ("Kiev", "Kyiv")),
        ("bombay", "mumbai", ("Bombay", "Mumbai")),
        ("turkey", "turkiye", ("Turkey", "Türkiye")),
        ("burma", "myanmar", ("Burma", "Myanmar")),
        ("swaziland", "eswatini", ("Swaziland", "Eswatini")),
    ],
)
def test_renamed_places_are_named_older_first(older, newer, written):
    assert KNOWN.renamed(older, newer) == KNOWN.renamed(newer, older) == written


def test_other_pairs_are_not_renamed():
    assert KNOWN.renamed("paris", "london") is None
    assert KNOWN.renamed("paris", "paris") is None
    assert KNOWN.renamed("estonia", "estonian") is None


def test_kinds_of_places():
    assert KNOWN.is_country("russia")
    assert not KNOWN.is_country("paris")
    assert {place.kind for place in KNOWN.english_places("paris")} == {"capital", "city"}
    assert {place.kind for place in KNOWN.places("hunan")} == {"region"}
    assert KNOWN.english_place_name("koln") == "Cologne"
    assert KNOWN.english_place_name("danzig") == "Gdańsk"
    assert KNOWN.english_place_name("no such place") is None


def test_names_in_other_languages_are_found_but_count_not_as_english():
    assert KNOWN.shares_item("parigi", "paris")
    assert not KNOWN.is_place("parigi")


def test_names_with_blanks():
    assert KNOWN.is_country("sri lanka")
    assert KNOWN.is_place("new york")


@pytest.mark.parametrize("word", ["russian", "russians", "texan", "frenchman", "swiss", "sri lankan"])
def test_demonyms(word):
    assert KNOWN.is_demonym(word)


def test_given_and_family_names_by_their_use_in_text():
    assert KNOWN.is_given("boris")
    assert not KNOWN.is_family("boris")
    assert KNOWN.is_family("johnson")
    assert not KNOWN.is_given("johnson")


def test_unusual_capitals():
    assert KNOWN.written("mccain") == "McCain"
    assert KNOWN.written("london") is None
    assert KNOWN.written("saltera") is None


@pytest.mark.parametrize("form", ["", " ", "zzzzq", "9", "_", "*", "a,b", "é"])
def test_forms_that_nobody_has(form):
    assert not KNOWN.knows(form)
    assert KNOWN.places(form) == ()
    assert KNOWN.person_items(form) == frozenset()


def test_first_look_up_is_fast():
    code = """
import time
from qa.text.names.gazetteer import gazetteer
start = time.perf_counter()
gazetteer().knows("saltera")
print(time.perf_counter() - start)
"""
    start = time.perf_counter()
    took = float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
    assert took < 0.5, f"{took:.3f} s, with start-up {time.perf_counter() - start:.3f} s"
