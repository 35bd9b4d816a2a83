"""JSON Lines: exact places behind escapes, documents of several records, records that cannot be read."""

from __future__ import annotations

import io
import json
import pickle
import re
import tracemalloc

import pytest
from generated import TEXTS, assert_exact, assert_places, assert_writes_back, encode, one
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Address, Document
from qa.core.finding import Problem
from qa.core.span import Span
from qa.read import Limits, ReadOptions, read, read_bytes

SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f"}


def escaped(char: str, how: int) -> str:
    """A character as JSON may write it."""
    if how == 1 and char in SHORT:
        return SHORT[char]
    if how == 2 or char in '"\\' or char < " ":
        units = char.encode("utf-16-be")
        return "".join(f"\\u{units[i]:02{'x' if how else 'X'}}{units[i + 1]:02x}" for i in range(0, len(units), 2))
    return char


def unescaped(raw: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", json.loads(f'"{raw}"', strict=False))


@st.composite
def records(draw: st.DrawFn) -> tuple[str, str, str]:
    """A line of JSON, the id and the text in it."""
    text = draw(st.text(st.characters(codec="utf-8"), max_size=10)) + draw(TEXTS)
    how = draw(st.integers(0, 2**30))
    body = "".join(escaped(char, how // 3**index % 3 if index < 18 else how % 3) for index, char in enumerate(text))
    if draw(st.booleans()):
        body, text = body + "\\ud83dx", text + "\ufffdx"
    blank = draw(st.sampled_from(("", " ", "\t")))
    name = draw(st.sampled_from(("a1", "7", "ключ", "x y")))
    other = json.dumps(
        {"k": [1, {"text": "no"}], "": None, "n": 1e400 if draw(st.booleans()) else 1}, ensure_ascii=False
    )
    line = f'{{{blank}"id"{blank}:{json.dumps(name)},{blank}"m":{other},"text":{blank}"{body}"{blank}, "z": true}}'
    return line, name, text


@given(
    st.lists(records(), min_size=1, max_size=3),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    st.integers(),
)
def test_every_span_leads_to_its_bytes(lines: list[tuple[str, str, str]], encoding: str, seed: int) -> None:
    end = ("\n", "\r\n", "\n\n")[seed % 3]
    data = encode(end.join(line for line, _, _ in lines), encoding)
    documents = list(read_bytes(data, "a.jsonl"))
    assert [(document.id, document.segments[0].text) for document in documents if isinstance(document, Document)] == [
        (name, text) for _, name, text in lines
    ]
    for document in documents:
        assert isinstance(document, Document)
        assert_exact(data, document.segments[0], seed, unescaped)
        assert_places(data, document, document.segments[0], seed)
        if len({name for _, name, _ in lines}) == len(lines):
            assert_writes_back(data, "a.jsonl", document, document.segments[0], seed)


def test_fields_by_name_path_and_default() -> None:
    data = b'{"doc":{"body":"nested \\u00e9"},"key":{"n":12},"src":"quelle","a.b":"dotted"}\n'
    options = ReadOptions(text_field="doc.body", id_field="key.n", source_field="src")
    document = one(data, "a.jsonl", options)
    segment = document.segments[0]
    assert (document.id, segment.text, segment.source, segment.id) == ("12", "nested é", "quelle", "1")
    assert segment.address == Address(None, 1, "doc.body")
    assert one(data, "a.jsonl", ReadOptions(text_field="a.b")).segments[0].text == "dotted"
    target = one(b'{"source":"eins","target":"one","headline":"NOT  this"}', "a.jsonl")
    assert (target.segments[0].text, target.segments[0].source, target.id) == ("one", "eins", "1")


def test_records_of_one_document() -> None:
    data = b'{"id":1,"d":"x","text":"a"}\n{"id":2,"d":"y","text":"b"}\n{"id":3,"d":"x","text":"c"}\n'
    documents = [
        found for found in read_bytes(data, "a.jsonl", ReadOptions(doc_field="d")) if isinstance(found, Document)
    ]
    shown = [(document.id, [(part.id, part.text) for part in document.segments]) for document in documents]
    assert shown == [("x", [("1", "a"), ("3", "c")]), ("y", [("2", "b")])]


def test_records_that_share_an_id_stay_apart() -> None:
    data = b"""{"id":"a","d":"x","text":"One , here."}
{"id":"a","d":"x","text":"Two , here."}
{"id":"a#2","d":"x","text":"Three."}
{"d":"x","text":"Four."}
{"id":4,"d":"x","text":"Five."}
"""
    (document,) = read_bytes(data, "a.jsonl", ReadOptions(doc_field="d"))
    assert isinstance(document, Document)
    assert [segment.id for segment in document.segments] == ["a", "a#2", "a#2#2", "4", "4#2"]
    assert document.segment("a#2").text == "Two , here."


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        (b'{"a": 1} more', "each line must be one complete JSON object"),
        (b'{"text": "bad \\x"}', "each line must be one complete JSON object"),
        (b'{"text": "cut', "the record is cut off"),
        (b'{"text": "cut", ', "the record is cut off"),
        (b'{"text"', "the record is cut off"),
    ],
)
def test_advice_fits_the_fault(line: bytes, advice: str) -> None:
    (found,) = read_bytes(line, "a.jsonl")
    assert isinstance(found, Problem)
    assert advice in found.what


@pytest.mark.parametrize("encoding", ["iso2022_jp", "utf-7", "shift_jis_2004"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_encodings_without_places_are_refused_for_records(name: str, encoding: str) -> None:
    data = 'text\n{"text":"x"}\n'.encode(encoding)
    (found,) = read_bytes(data, name, ReadOptions(encoding=encoding))
    assert isinstance(found, Problem)
    assert "convert the file to UTF-8" in found.what


def test_bad_records_are_named_and_the_others_read() -> None:
    lines = [
        b'{"id": "a", "text": "one"}',
        b'{"id": "b", "text": "cut of',
        b'{"id": "c", "txt": "two"}',
        b'{"id": "d", "text": 3}',
        b'{"id": "e", "text": "bad \xff"}',
        b"[1]",
        b'{"id": "f", "text": "long ' + b"x" * 300 + b'"}',
        b'{"id": "g", "deep": ' + b"[" * 200_000 + b', "text": "x"}',
        b"",
        b'{"id": "h", "text": null}',
        b'{"id": "i", "text": "last", "big": ' + b"9" * 100 + b"}",
    ]
    found = list(read_bytes(b"\n".join(lines), "a.jsonl", ReadOptions(limits=Limits(max_line=250))))
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "i"]
    problems = {item.line: item.what for item in found if isinstance(item, Problem)}
    assert sorted(problems, key=str) == sorted([2, 3, 4, 5, 6, 7, 8, 10], key=str)
    assert "cut off" in problems[2]
    assert "the record has: id, txt" in problems[3]
    assert "a number, not a string" in problems[4]
    assert "byte 0xff" in problems[5]
    assert "array" in problems[6]
    assert "longer than 250 bytes" in problems[7]
    assert "null" in problems[10]
    assert all("\n" not in what for what in problems.values())


def test_deep_nesting_is_a_problem() -> None:
    (found,) = read_bytes(b'{"deep": ' + b"[" * 200_000 + b"}", "a.jsonl")
    assert isinstance(found, Problem)
    assert "nested too deeply" in found.what


def test_one_endless_line_takes_little_memory_and_the_rest_is_read() -> None:
    class Endless(io.RawIOBase):
        """`{"text": "xxxx…` of 40 MB, then a good record."""

        def __init__(self) -> None:
            self._left = 40 * 2**20
            self._tail = b'"}\n{"id": "ok", "text": "fine"}\n'

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            data = b"x" * min(self._left, len(buffer)) if self._left else self._tail[: len(buffer)]
            if self._left:
                self._left -= len(data)
            else:
                self._tail = self._tail[len(data) :]
            buffer[: len(data)] = data
            return len(data)

    options = ReadOptions(format="jsonl", limits=Limits(max_line=2**20))
    tracemalloc.start()
    found = list(read("-", options, io.BufferedReader(Endless())))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [item.line for item in found if isinstance(item, Problem)] == [1]
    assert [item.id for item in found if isinstance(item, Document)] == ["ok"]
    assert peak < 8 * 2**20


def test_records_are_streamed() -> None:
    taken = 0

    class Counting(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            nonlocal taken
            taken += 1
            return super().readline(size)

    stream = Counting(b'{"text": "x"}\n' * 100)
    documents = read("-", ReadOptions(format="jsonl"), stream)
    next(documents)
    assert taken <= 2


def test_maps_travel_to_another_process() -> None:
    segment = one(b'{"text": "a\\u00e9\\nb"}', "a.jsonl").segments[0]
    again = pickle.loads(pickle.dumps(segment))
    assert again.map is not None
    assert again.map.to_raw(Span(1, 2)) == (Span(11, 17),)
