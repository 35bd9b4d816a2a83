"""Decisions on names in the file of decisions."""

import json
from pathlib import Path

import pytest

from qa.engine.decisions import add_decision, read_decisions
from qa.engine.name_decisions import add_name_decision, name_decision_entry, read_name_decisions
from qa.errors import ConfigError


def test_they_share_the_file_with_decisions_on_findings(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    add_decision(path, {"decision": "ignore", "scope": "check", "check": "doubled-word", "text": "ha ha"})
    add_name_decision(path, name_decision_entry("same", ["Lenk", "Lenck"], "Lenk"))
    add_name_decision(path, name_decision_entry("other", ["Hansen", "Hanson"]) | {"who": "Dara"})
    assert len(list(read_decisions(path))) == 1
    decisions = read_name_decisions(path)
    assert decisions.verdict("Lenck", "Lenk") == "same"
    assert decisions.preferred(["Lenck"]) == "Lenk"
    assert decisions.verdict("Hanson", "Hansen") == "other"


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert not read_name_decisions(tmp_path / "none.jsonl")
    assert not read_name_decisions(None)


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ({"decision": "same"}, "needs `forms`"),
        ({"decision": "same", "forms": "Lenk"}, "needs `forms`"),
        ({"decision": "same", "forms": ["Lenk", 3]}, "needs `forms`"),
        ({"decision": "same", "forms": ["Lenk", "Lenk"]}, "two different spellings"),
        ({"decision": "prefer", "forms": ["Lenk", "Lenck"]}, "needs `prefer`"),
        ({"decision": "style", "forms": ["Lenk", "Lenck"], "prefer": ""}, "must be a spelling"),
        ({"decision": "other", "forms": ["Lenk", "Lenck"], "prefer": "Lenk"}, "drop `prefer`"),
    ],
)
def test_an_incomplete_one_is_told_with_its_line(tmp_path: Path, entry: dict[str, object], what: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text("# ours\n" + json.dumps(entry) + "\n")
    with pytest.raises(ConfigError, match=what) as caught:
        read_name_decisions(path)
    assert (caught.value.where, caught.value.line) == (str(path), 2)
    with pytest.raises(ConfigError, match=what):
        add_name_decision(tmp_path / "new.jsonl", entry)
    assert not (tmp_path / "new.jsonl").exists()
