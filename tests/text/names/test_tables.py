"""The shipped name tables hold what their readers expect."""

from importlib import resources

import pytest

FOLDER = resources.files("qa.text") / "data" / "names"
LARGEST = 150_000


@pytest.mark.parametrize("name", ["persons", "places", "place_forms", "demonyms"])
def test_sorted_tables_are_sorted_by_bytes_with_every_key_once(name):
    data = (FOLDER / f"{name}.txt").read_bytes()
    assert data.endswith(b"\n")
    keys = [line.partition(b" ")[0] + b" " for line in data.splitlines()]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", ["likeness", "relation"])
def test_weights_are_numbers_and_few(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert len(text.encode()) <= LARGEST
    for line in text.splitlines():
        number = line.partition(" ")[0] if name == "likeness" else line.rpartition(" ")[2]
        assert -20 < float(number) < 20


def test_renamed_places_have_two_names_each():
    lines = [line for line in (FOLDER / "renamed.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert all(len(set(line.split(" "))) == 2 for line in lines)
    assert lines == sorted(set(lines))
