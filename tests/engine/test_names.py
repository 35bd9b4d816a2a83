"""Names of documents: the same for any number of processes; what a document is known by."""

from pathlib import Path

from qa.core.document import Document, Segment
from qa.core.finding import Problem
from qa.engine.names import Collected, NameFields, collect_names, document_key
from qa.read import ReadOptions, read

LINES = (
    '{"id": "a", "date": "2026-03-01T10:00:00Z", "feed": "north", "text": "Dara Lenk met Olof Tveit in Ostrau."}\n'
    '{"text": "The harbour of Saltera is old, and Dara Lenck knows it."}\n'
    '{"id": "c", "date": "yesterday", "text": "Der Hafen ist alt, und niemand weiß, wer ihn gebaut hat."}\n'
    "{broken\n"
)


def collected(path: Path, jobs: int = 1, fields: NameFields | None = None) -> list[Collected | Problem]:
    fields = fields or NameFields()
    return list(collect_names(read(str(path), ReadOptions(kept_fields=fields.all)), jobs, fields))


def test_processes_make_no_difference(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(LINES * 40)
    assert collected(path) == collected(path, 2)


def test_keys_dates_and_feeds(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(LINES)
    first, second, third, problem = collected(path)
    assert isinstance(problem, Problem)
    assert isinstance(first, Collected)
    assert isinstance(second, Collected)
    assert isinstance(third, Collected)
    assert (first.key, second.key, third.key) == ("a", f"{path}#2", "c")
    assert first.names is not None
    assert (first.names.date, first.names.feed, first.names.label) == ("2026-03-01", "north", "a")
    assert second.names is not None
    assert (second.names.date, second.names.feed) == ("", "")
    assert third.names is None


def test_fields_can_be_named_and_columns_have_them_too(tmp_path: Path) -> None:
    path = tmp_path / "day.csv"
    path.write_text('id,engine,day,text\na,blue,2026-03-01,"Dara Lenk met Olof Tveit in Ostrau yesterday."\n')
    (document,) = collected(path, fields=NameFields(("day",), ("engine",)))
    assert isinstance(document, Collected)
    assert document.names is not None
    assert (document.names.date, document.names.feed) == ("2026-03-01", "blue")


def test_a_path_is_one_key_however_it_is_written() -> None:
    def key(path: str) -> str:
        return document_key(Document(path, path, "text", (Segment("1", "x"),)))

    assert key("./a/b.txt") == key("a/b.txt") == key("a/x/../b.txt")


def test_a_crash_in_one_document_is_a_problem(monkeypatch) -> None:
    def crash(texts):
        raise ValueError("no")

    monkeypatch.setattr("qa.engine.names.name_uses", crash)
    (problem,) = collect_names([Document("a.txt", "a.txt", "text", (Segment("1", "Dara Lenk spoke.", "en"),))])
    assert isinstance(problem, Problem)
    assert "ValueError: no" in problem.what
