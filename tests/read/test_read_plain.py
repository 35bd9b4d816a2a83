"""Plain text: any encoding, the decoded file as it is."""

from __future__ import annotations

import pytest
from generated import (
    CHARACTERS,
    LATIN,
    LEGACY,
    TEXTS,
    WIDE,
    assert_exact,
    assert_places,
    assert_writes_back,
    encode,
    fitting,
    one,
)
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document
from qa.core.finding import Problem
from qa.read import Limits, ReadOptions, read_bytes


def problem(data: bytes, path: str = "a.txt", options: ReadOptions | None = None) -> Problem:
    (found,) = read_bytes(data, path, options)
    assert isinstance(found, Problem), found
    assert "\n" not in found.what
    assert found.where == path
    return found


@given(st.lists(TEXTS, max_size=4), st.sampled_from(WIDE), st.sampled_from(("\n", "\r\n", "\r")), st.integers())
def test_every_span_leads_to_its_bytes(lines: list[str], encoding: str, end: str, seed: int) -> None:
    text = "First." + end + end.join(lines)
    data = encode(text, encoding)
    document = one(data, "a.txt")
    assert document.segments[0].text == text
    assert_exact(data, document.segments[0], seed, str)
    assert_places(data, document, document.segments[0], seed)
    assert_writes_back(data, "a.txt", document, document.segments[0], seed)


@given(
    st.text(st.sampled_from(LATIN + CHARACTERS), max_size=60),
    st.sampled_from(("utf-8", "utf-16-le", "utf-16-be", *LEGACY)),
    st.integers(),
)
def test_declared_encodings(text: str, encoding: str, seed: int) -> None:
    text = "Declared: " + fitting(text, encoding) + "\r\nend"
    data = text.encode(encoding)
    options = ReadOptions(encoding=encoding)
    document = one(data, "a.txt", options)
    assert document.segments[0].text == text
    if document.segments[0].carrier is None:
        return  # two characters that have one code together: no place in bytes, nothing is written
    assert_exact(data, document.segments[0], seed, str)
    assert_places(data, document, document.segments[0], seed)
    assert_writes_back(data, "a.txt", document, document.segments[0], seed, options)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He said “no” – at the café, for £30.", "cp1252"),
        ("The minister’s office didn’t say when the trial of Müller would begin.", "cp1252"),
        ("The price rose by 30 € yesterday.", "cp1252"),
        ("Die Straße führt über die Brücke nach Köln, wo die Größe zählt.", "cp1252"),
        ("El niño comió piñas en la montaña. ¿Cuándo volverá el señor Muñoz?", "cp1252"),
        ("Zażółć gęślą jaźń. Wszyscy mieszkańcy miasta byli wściekli, że rząd podniósł podatki.", "cp1250"),
        ("Bakan, görüşmelerin perşembe günü süreceğini söyledi. İşçiler şaşırdı.", "cp1254"),
        ("Министр обороны заявил, что переговоры продолжатся в четверг.", "cp1251"),
        ("Министр обороны заявил, что переговоры продолжатся в четверг.", "koi8_r"),
        ("Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν.", "cp1253"),
        ("大臣は木曜日に協議が続くと述べた。", "cp932"),
        ("대통령은 회담이 목요일에 계속될 것이라고 말했다.", "cp949"),
        ("部長表示，會談將於星期四繼續進行。這是一個重要的決定。", "big5"),
    ],
)
def test_legacy_encodings_are_recognised(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    document = one(data, "a.txt")
    assert document.segments[0].text == text
    assert_exact(data, document.segments[0], 7, str)


def test_a_language_settles_what_its_encoding_is() -> None:
    text = "השר אמר כי השיחות יימשכו."
    assert one(text.encode("cp1255"), "a.txt", ReadOptions(lang="he")).segments[0].text == text


def test_utf16_without_mark() -> None:
    assert one("No mark here.\n".encode("utf-16-be"), "a.txt").segments[0].text == "No mark here.\n"


def test_stateful_encodings_are_read_but_never_written() -> None:
    text = "大臣は木曜日に協議が続くと述べた。"
    segment = one(text.encode("iso2022_jp"), "a.txt", ReadOptions(encoding="iso2022_jp")).segments[0]
    assert segment.text == text
    assert segment.carrier is None


def test_line_ends_stay() -> None:
    assert one(b"a\r\nb\rc\n", "a.txt").segments[0].text == "a\r\nb\rc\n"


def test_bad_input() -> None:
    assert "empty" in problem(b"").what
    assert "no text" in problem(b" \n\t\n").what
    assert "ZIP" in problem(b"PK\x03\x04\x00\x00").what
    assert "binary" in problem(bytes(range(256))).what
    assert "larger than 10 bytes" in problem(b"x" * 11, options=ReadOptions(limits=Limits(max_bytes=10))).what
    damaged = problem("Many good letters: éèàüöß\nand one broken: ".encode() + b"\xff here")
    assert damaged.line == 2
    assert "damaged UTF-8" in damaged.what
    wrong = problem("café".encode("cp1252"), options=ReadOptions(encoding="utf-8"))
    assert wrong.line == 1
    assert "--encoding" in wrong.what
    assert "unknown encoding" in problem(b"x", options=ReadOptions(encoding="utf-99")).what
    assert "did you mean 'html'" in problem(b"x", options=ReadOptions(format="htm")).what


def test_options_reach_the_document() -> None:
    document = one(b"text", "a.txt", ReadOptions(lang="en", source_lang="es"))
    assert isinstance(document, Document)
    assert (document.lang, document.source_lang, document.id, document.format) == ("en", "es", "a.txt", "text")
