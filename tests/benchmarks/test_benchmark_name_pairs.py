"""The figures on pairs of names are counted as they say."""

import json

import pytest

from benchmarks.name_pairs import FILE, pair_tables, read_pairs
from benchmarks.sets import DataError

ROWS = [
    ("Lenkov", "Lenkoff", True, "transliteration"),
    ("Lenk", "lenk", True, "case"),
    ("Marlowitz", "Marlowtiz", True, "typo-transposition"),
    ("Lenkov", "Lenkova", False, "gender-form"),
    ("Dara Lenk", "Mara Ostrau", False, "distinct-person"),
]


def test_slips_are_one_kind_and_every_judge_has_a_row(tmp_path):
    path = tmp_path / FILE
    path.parent.mkdir()
    keys = ("a", "b", "same", "kind")
    path.write_text("".join(json.dumps(dict(zip(keys, row, strict=True))) + "\n" for row in ROWS), encoding="utf-8")
    assert [pair.kind for pair in read_pairs(tmp_path)] == [
        "transliteration",
        "case",
        "typo",
        "gender-form",
        "distinct-person",
    ]
    scores, kinds, shared = pair_tables(tmp_path)
    assert [row[0] for row in scores.rows] == [row[0] for row in kinds.rows]
    assert scores.rows[0][1:4] == pytest.approx((1.0, 1.0, 1.0))
    assert scores.rows[-1][1:3] == pytest.approx((1.0, 1 / 3))
    assert len(shared.rows) == 1


def test_a_folder_without_pairs_is_an_error(tmp_path):
    with pytest.raises(DataError, match="missing"):
        read_pairs(tmp_path)
