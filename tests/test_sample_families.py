"""Golden run: the sample archive gives exactly the name families that samples/corpus/families.json lists.

After a change that is meant to change families, look at the difference and write the file anew:

    python -m tests.test_sample_families
"""

import json
from pathlib import Path

from qa.engine.names import Collected, NameFields, collect_names
from qa.read import ReadOptions, read
from qa.report.family_base import family_record
from qa.text.names.archive.families import archive_families
from qa.text.names.archive.state import NameArchive

FOLDER = Path(__file__).parents[1] / "samples" / "corpus"
EXPECTED = FOLDER / "families.json"


def families() -> list[dict[str, object]]:
    items = read(str(FOLDER / "archive.jsonl"), ReadOptions(kept_fields=NameFields().all))
    found = [item for item in collect_names(items) if isinstance(item, Collected)]
    archive = NameArchive.of(item.names for item in found if item.names)
    return [family_record(family) for family in archive_families(archive, least=0.3)]


def test_families_are_those_expected() -> None:
    assert json.loads(json.dumps(families())) == json.loads(EXPECTED.read_text(encoding="utf-8"))


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(family, ensure_ascii=False) for family in families())
    EXPECTED.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
