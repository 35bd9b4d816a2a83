"""Records carry the public interface: the exact place in every kind of file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_helpers import document_of, finding_at

from qa.core.category import Severity
from qa.core.document import Document, Segment
from qa.core.finding import Evidence, Finding, Problem, Related
from qa.core.fix import Edit, Fix
from qa.core.span import Span
from qa.read import ReadOptions, read_bytes
from qa.report import finding_record, problem_record
from qa.report.record import json_line


def test_plain_text_has_the_documented_fields_in_order() -> None:
    document = document_of(b"First line.\nSays Belussov here, and Belusov.", "day.txt")
    related = Related("1", Span(36, 43), "Belusov")
    finding = finding_at(
        document, "Belussov", "Belusov", forms=("Belusov", "Belussov"), related=(related,),
        evidence=(Evidence("count", "Belusov 4, Belussov 1"),),
    )  # fmt: skip
    assert finding_record(document, finding) == {
        "path": "day.txt", "doc": "day.txt", "segment": "1", "check": "inconsistent-name",
        "mqm": "inconsistency", "its": "inconsistent-entities", "severity": "major", "confidence": 0.97,
        "start": 17, "end": 25, "line": 2, "column": 6, "text": "Belussov",
        "message": "“Belussov” is also spelt “Belusov” (4 times)",
        "fixes": [{"title": "Belusov", "applicability": "safe",
                   "edits": [{"start": 17, "end": 25, "text": "Belusov"}]}],
        "related": [{"doc": "day.txt", "segment": "1", "start": 36, "end": 43, "text": "Belusov"}],
        "evidence": [{"kind": "count", "text": "Belusov 4, Belussov 1"}],
        "forms": ["Belusov", "Belussov"], "fingerprint": "00ff00ff00ff00ff",
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_plain_text_counts_in_the_decoded_file_whatever_its_encoding(encoding: str) -> None:
    text = "\ufeff" * (encoding == "utf-16-be") + "Ein 🎉 Fest mit Belussov."
    document = document_of(text.encode(encoding), "day.txt")
    record = finding_record(document, finding_at(document, "Belussov"))
    assert (record["start"], record["end"]) == (15, 23)
    assert "raw" not in record


def test_records_count_in_the_field_and_lead_to_the_bytes() -> None:
    line = '{"id": "a17", "text": "Caf\\u00e9 🎉\\nsays “Belussov”"}\n'
    data = b'{"id": "a16", "text": "Nothing."}\n' + line.encode()
    document = list(read_bytes(data, "day.jsonl", ReadOptions()))[1]
    assert isinstance(document, Document)
    record = finding_record(document, finding_at(document, "Belussov", "Belusov"))
    assert (record["path"], record["doc"]) == ("day.jsonl", "a17")
    assert (record["line"], record["column"]) == (2, 7)
    (raw,) = record["raw"]
    assert data[raw["start"] : raw["end"]] == b"Belussov"
    assert raw["line"] == 2
    assert line[raw["column"] - 1 :].startswith("Belussov")


def test_markdown_counts_in_the_decoded_file() -> None:
    source = "# A *title*\n\nSee `code` and **Bel**ussov, he said.\n"
    document = document_of(source.encode(), "day.md")
    record = finding_record(document, finding_at(document, "he", "she"))
    assert source[record["start"] : record["end"]] == record["text"] == "he"
    assert record["fixes"][0]["edits"] == [{"start": record["start"], "end": record["end"], "text": "she"}]
    assert (record["line"], record["column"]) == (3, 30)
    assert "raw" not in record


def test_a_fix_over_markup_is_left_out() -> None:
    source = "See **Bel**ussov, he said.\n"
    document = document_of(source.encode(), "day.md")
    record = finding_record(document, finding_at(document, "Belussov", "Belusov"))
    assert record["text"] == source[record["start"] : record["end"]] == "Bel**ussov"
    assert record["fixes"] == []


def test_a_fix_with_one_impossible_edit_is_left_out_whole() -> None:
    document = document_of(b"See **Bel**ussov, he said.\n", "day.md")
    text = document.segments[0].text
    edits = (Edit(Span(text.index("he"), text.index("he") + 2), "she"), Edit(Span(4, 12), "Belusov"))
    finding = finding_at(document, "he", fixes=(Fix("both", edits),))
    assert finding_record(document, finding)["fixes"] == []


def test_related_places_in_other_documents_keep_their_own_coordinates() -> None:
    document = document_of(b"Says Belussov.", "a.txt")
    related = (Related("3", Span(1, 8), "Belusov", "b.txt"),)
    (other,) = finding_record(document, finding_at(document, "Belussov", related=related))["related"]
    assert other == {"doc": "b.txt", "segment": "3", "start": 1, "end": 8, "text": "Belusov"}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(min_size=1), st.data())
def test_raw_bytes_of_any_json_string_decode_to_the_text(before: str, found: str, data: st.DataObject) -> None:
    ascii_only = data.draw(st.booleans())
    text = f"x{before}{found}"
    line = json.dumps({"text": text}, ensure_ascii=ascii_only)
    try:
        raw_line = line.encode()
    except UnicodeEncodeError:
        return
    document = document_of(raw_line + b"\n", "day.jsonl")
    segment = document.segments[0]
    span = Span(1 + len(before), len(text))
    finding = Finding("c", *_TYPE, 0.9, segment.id, span, found, "m", "m")
    record = finding_record(document, finding)
    assert record["text"] == text[span.start :]
    raw = b"".join(raw_line[place["start"] : place["end"]] for place in record["raw"])
    assert json.loads(b'"' + raw + b'"') == text[span.start :]


_TYPE = (finding_at(document_of(b"x"), "x").category, Severity.MINOR)


def test_half_a_surrogate_pair_becomes_an_escape() -> None:
    segment = Segment("1", "a \ud800 b")
    document = Document("p", "p", "text", (segment,))
    record = finding_record(document, Finding("c", *_TYPE, 0.9, "1", Span(2, 3), "\ud800", "m", "m"))
    line = json_line(record)
    assert json.loads(line.encode()) == record
    assert "é" in json_line({"a": "é"})


def test_problems_cannot_be_taken_for_findings() -> None:
    record = problem_record(Problem("day.jsonl", "cut off", "read", "ValueError", 7))
    assert record == {
        "problem": {"kind": "read", "where": "day.jsonl", "what": "cut off", "line": 7, "error": "ValueError"}
    }
