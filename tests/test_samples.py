"""Golden runs: every sample gives exactly the findings that its folder's expected.json lists.

After a change that is meant to change findings, look at the difference and write the files anew:

    python -m tests.test_samples
"""

import json
from pathlib import Path

import pytest

from qa.config import load_settings
from qa.core.document import Document
from qa.engine.checker import Checker
from qa.engine.registry import discover
from qa.engine.run import DocumentResult
from qa.read import ReadOptions, find_inputs, read
from qa.report.record import finding_record

SAMPLES = Path(__file__).parent.parent / "samples"
FOLDERS = ["broken", "clean", "formats", "corpus"]


def findings(folder: str) -> list[dict[str, object]]:
    registry = discover(entry_points=False)
    checker = Checker(load_settings(registry.checks, {}), registry)
    items = [item for path in find_inputs([str(SAMPLES / folder)]) for item in read(str(path), ReadOptions())]
    assert all(isinstance(item, Document) for item in items)
    records = []
    for result in checker.run(items):
        assert isinstance(result, DocumentResult)
        for finding in result.findings:
            record = finding_record(result.document, finding)
            relative = Path(record["path"]).relative_to(SAMPLES).as_posix()
            record["doc"] = relative if record["doc"] == record["path"] else record["doc"]
            for related in record.get("related", ()):
                related["doc"] = record["doc"]
            records.append(record | {"path": relative})
    return records


@pytest.mark.parametrize("folder", FOLDERS)
def test_findings_are_those_expected(folder: str) -> None:
    expected = json.loads((SAMPLES / folder / "expected.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(findings(folder))) == expected


def test_clean_samples_have_no_findings() -> None:
    assert findings("clean") == []


if __name__ == "__main__":
    for name in FOLDERS:
        lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in findings(name))
        (SAMPLES / name / "expected.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
