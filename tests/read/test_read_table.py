"""CSV and TSV: exact places behind quotes, several lines in a cell, rows that cannot be read."""

from __future__ import annotations

import csv
import io

import pytest
from generated import CHARACTERS, LATIN, LEGACY, assert_exact, assert_places, assert_writes_back, encode, fitting, one
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document
from qa.core.finding import Problem
from qa.read import Limits, ReadOptions, read_bytes

CELLS = st.text(st.sampled_from(CHARACTERS + '\n\n"",;'), max_size=30)


def read_all(
    data: bytes, path: str = "a.csv", options: ReadOptions | None = None
) -> tuple[list[Document], list[Problem]]:
    found = list(read_bytes(data, path, options))
    return [item for item in found if isinstance(item, Document)], [item for item in found if isinstance(item, Problem)]


@given(
    st.lists(st.tuples(CELLS, CELLS, st.booleans()), min_size=1, max_size=4),
    st.sampled_from((",", ";", "\t")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    st.sampled_from(("\n", "\r\n")),
    st.integers(),
)
def test_every_span_leads_to_its_bytes(
    rows: list[tuple[str, str, bool]], delimiter: str, encoding: str, end: str, seed: int
) -> None:
    stream = io.StringIO()
    plain = csv.writer(stream, delimiter=delimiter, lineterminator=end)
    quoting = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    plain.writerow(("id", "text", "more"))
    for number, (text, more, quoted) in enumerate(rows):
        (quoting if quoted else plain).writerow((f"r{number}", text, more))
    data = encode(stream.getvalue(), encoding)
    documents, problems = read_all(data)
    assert problems == []
    assert [(document.id, document.segments[0].text) for document in documents] == [
        (f"r{number}", text) for number, (text, _, _) in enumerate(rows)
    ]
    for document in documents:
        segment = document.segments[0]
        assert_exact(data, segment, seed, lambda raw: raw.replace('""', '"'))
        assert_places(data, document, segment, seed)
        assert_writes_back(data, "a.csv", document, segment, seed)


@given(
    st.lists(st.text(st.sampled_from(CHARACTERS.replace("\t", "")), max_size=30), min_size=1, max_size=4),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    st.sampled_from(("\n", "\r\n")),
    st.integers(),
)
def test_quotes_in_tsv_are_text(texts: list[str], encoding: str, end: str, seed: int) -> None:
    data = encode(
        "".join(
            f"{line}{end}" for line in ("source\ttarget", *(f"s {number}\t{text}" for number, text in enumerate(texts)))
        ),
        encoding,
    )
    documents, problems = read_all(data, "a.tsv")
    if any(text.startswith('"') and text.endswith('"') for text in texts):
        return  # may be a spreadsheet's quotes
    assert problems == []
    assert [(item.segments[0].text, item.segments[0].source) for item in documents] == [
        (text, f"s {number}") for number, text in enumerate(texts)
    ]
    for document in documents:
        assert_exact(data, document.segments[0], seed, str)
        assert_places(data, document, document.segments[0], seed)
        if not any(text.startswith('"') for text in texts):  # with a new quote that could become a spreadsheet's
            assert_writes_back(data, "a.tsv", document, document.segments[0], seed)


@given(
    st.text(st.sampled_from((LATIN + CHARACTERS).replace('"', "")), max_size=40),
    st.sampled_from(("cp1252", "koi8_r", "mac_roman", *LEGACY)),
    st.integers(),
)
def test_declared_encoding(text: str, encoding: str, seed: int) -> None:
    text = fitting(text, encoding)
    data = f'id;text\r\n1;"{text}"\r\n'.encode(encoding)
    options = ReadOptions(encoding=encoding)
    document = one(data, "a.csv", options)
    assert document.segments[0].text == text
    assert_exact(data, document.segments[0], seed, lambda raw: raw.replace('""', '"'))
    assert_writes_back(data, "a.csv", document, document.segments[0], seed, options)


def test_spreadsheets_legacy_encoding_is_recognised() -> None:
    assert (
        one("id;text\r\n1;Der Café-Besitzer “X”\r\n".encode("cp1252"), "a.csv").segments[0].text
        == "Der Café-Besitzer “X”"
    )


@pytest.mark.parametrize("data", [b'id,text\r1,"One"\r2,Two\r', b'{"text":"One"}\r{"text":"Two"}'])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl"])
def test_records_that_end_in_cr_alone_are_told_so(name: str, data: bytes) -> None:
    (found,) = read_bytes(data, name)
    assert isinstance(found, Problem)
    assert "CR alone" in found.what
    wide = '{"text": "\u010d\u0d15"}'.encode("utf-16-le")  # bytes that look like CR
    (read,) = read_bytes(wide, "a.jsonl", ReadOptions(encoding="utf-16-le"))
    assert isinstance(read, Document)


def test_spreadsheet_tsv() -> None:
    data = b'id\ttext\n1\t"He said ""no""\tand left\ntwice"\n2\tplain\n'
    documents, problems = read_all(data, "a.tsv")
    assert problems == []
    assert [item.segments[0].text for item in documents] == ['He said "no"\tand left\ntwice', "plain"]


def test_a_quotation_over_two_rows_of_a_parallel_corpus() -> None:
    data = b'source\ttarget\n1\t"This begins.\n2\tand this ends."\n3\tPlain.\n'
    documents, _ = read_all(data, "a.tsv")
    assert [item.segments[0].text for item in documents] == ['"This begins.', 'and this ends."', "Plain."]


def test_one_column_keeps_its_commas() -> None:
    assert one(b"text\nOne, two; three.\n", "a.csv").segments[0].text == "One, two; three."


def test_columns_by_number_need_no_header() -> None:
    options = ReadOptions(text_field="2", source_field="1")
    documents, _ = read_all(b"Hallo Welt!\tHello world!\nJa.\tYes.\n", "a.tsv", options)
    assert [(item.segments[0].source, item.segments[0].text) for item in documents] == [
        ("Hallo Welt!", "Hello world!"),
        ("Ja.", "Yes."),
    ]
    named, _ = read_all(b"src\ttgt\nJa.\tYes.\n", "a.tsv", options)
    assert [item.segments[0].text for item in named] == ["Yes."]


def test_rows_of_one_document() -> None:
    data = b"id,doc,text\n1,x,a\n2,y,b\n3,x,c\n"
    documents, _ = read_all(data, options=ReadOptions(doc_field="doc"))
    assert [(item.id, [part.id for part in item.segments]) for item in documents] == [("x", ["1", "3"]), ("y", ["2"])]


def test_a_stray_quote_swallows_nothing() -> None:
    data = b'id,text\n1,"stray\n2,fine\n3,"quoted, fine"\n4,end\n'
    documents, problems = read_all(data)
    assert problems == []
    assert [(item.id, item.segments[0].text) for item in documents] == [
        ("1", '"stray'),
        ("2", "fine"),
        ("3", "quoted, fine"),
        ("4", "end"),
    ]


def test_bad_rows_are_named_and_the_others_read() -> None:
    data = (
        b"id,text,n\n1,ok,1\n2\n3,has, a comma,3\n4,bad \xff,4\n5,ok,5\n6,"
        + b"x" * 99
        + b',6\n7,ok,7\n8,"cut and\nopen\n'
    )
    documents, problems = read_all(data, options=ReadOptions(encoding="utf-8", limits=Limits(max_line=60)))
    assert [item.id for item in documents] == ["1", "5", "7"]
    told = {item.line: item.what for item in problems}
    assert sorted(told, key=str) == [3, 4, 5, 7, 9]
    assert "1 cell, column 2 is missing" in told[3]
    assert "4 cells and the header 3" in told[4]
    assert "byte 0xff" in told[5]
    assert "longer than 60 bytes" in told[7]
    assert "never closed" in told[9]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"id,text\n", "no row below"),
        (b"id,words\n1,x\n", "no column named text"),
        (b"PK\x03\x04", "ZIP"),
    ],
)
def test_bad_tables(data: bytes, what: str) -> None:
    (found,) = read_bytes(data, "a.csv")
    assert isinstance(found, Problem)
    assert what in found.what


def test_unknown_column_names_those_there_are() -> None:
    (found,) = read_bytes(b"id,words\n1,x\n", "a.csv", ReadOptions(text_field="text"))
    assert isinstance(found, Problem)
    assert "no column 'text' (the first row has: id, words)" in found.what


def test_a_cell_over_the_limit_is_one_problem_and_the_rest_is_read() -> None:
    cell = "many\nlines\n" * 40
    data = f'id,text\n1,one\n2,"{cell}"\n3,three\n'.encode()
    found = list(read_bytes(data, "a.csv", ReadOptions(limits=Limits(max_line=100))))
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert (problem.line, problem.what.partition(";")[0]) == (
        3,
        "a quoted cell that opens in this row is not closed within 100 bytes, the limit for one record",
    )
    assert [item.id for item in found if isinstance(item, Document)] == ["1", "3"]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl"])
def test_a_stray_nul_does_not_make_records_binary(name: str) -> None:
    lines = {"a.csv": "id,text\n1,no\0ne\n2,two\n", "a.tsv": "id\ttext\n1\tno\0ne\n2\ttwo\n"}
    data = lines.get(name, '{"id": 1, "text": "no\0ne"}\n{"id": 2, "text": "two"}\n') + "\n" * 200
    found = list(read_bytes(data.encode(), name))
    assert [item.segments[0].text for item in found if isinstance(item, Document)][:2] == ["no\0ne", "two"]
