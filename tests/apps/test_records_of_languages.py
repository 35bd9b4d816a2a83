"""Records of different languages in one file: each is read in its own."""

from __future__ import annotations

import json
from pathlib import Path

from qa.apps.library import check
from qa.engine.run import DocumentResult

RECORDS = {
    "de": "Der Bürgermeister sagte am Montag, dass die Brücke gesperrt bleibt. „Wir haben keine Wahl“, sagte er.",
    "en": "The mayor said on Monday that the bridge would stay closed , and left.",
    "fr": "Le maire a dit lundi : « Le pont restera fermé ! »",
    "ru": "Мэр сказал в понедельник, что мост закрыт. «Выбора нет», — сказал он.",
    "zh": "市长周一说，桥将继续关闭。“没有选择。”",
    "mixed": "The mayor said that the bridge was closed, and the ciudadanos agreed.",
}


def test_each_record_is_read_in_its_own_language(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    lines = [json.dumps({"id": key, "text": text}, ensure_ascii=False) for key, text in RECORDS.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    results = [result for result in check(path) if isinstance(result, DocumentResult)]
    found = {result.document.id: [finding.check for finding in result.findings] for result in results}
    assert found == {
        "de": [],
        "en": ["space-before-punctuation"],
        "fr": [],
        "ru": [],
        "zh": [],
        "mixed": ["foreign-word"],
    }
