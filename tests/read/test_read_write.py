"""Fixes written into files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from generated import one

from qa.core.fix import Edit, Fix
from qa.core.span import Span
from qa.errors import ReadError
from qa.read import ReadOptions
from qa.read.write import ByteEdit, plan_fixes, splice, write_edits


def fixed(data: bytes, path: str, old: str, new: str, options: ReadOptions | None = None) -> bytes | None:
    """`data` after the only occurrence of `old` became `new`; None when that was refused."""
    document = one(data, path, options)
    segment = document.segments[0]
    start = segment.text.index(old)
    planned, refused = plan_fixes(document, segment, [Fix("x", (Edit(Span(start, start + len(old)), new),))])
    assert bool(planned) != bool(refused)
    return None if refused else splice(data, planned)


@pytest.mark.parametrize(
    ("path", "before", "old", "new", "after"),
    [
        ("a.txt", "caf\u00e9 ,\r\nend", " ,", ",", "caf\u00e9,\r\nend"),
        ("a.jsonl", '{ "text" : "a \\u00e9 , b", "z":1}\n', " ,", ",", '{ "text" : "a \\u00e9, b", "z":1}\n'),
        ("a.jsonl", '{"text":"a \\u00e9 b"}', "b", "“b”", '{"text":"a \\u00e9 \\u201cb\\u201d"}'),
        ("a.jsonl", '{"text":"a é b"}', "b", '"b"\n', '{"text":"a é \\"b\\"\\n"}'),
        ("a.csv", "id,text\r\n1,a b\r\n", "a", "a,", 'id,text\r\n1,"a, b"\r\n'),
        ("a.csv", 'id,text\r\n1,"a ""b"", c"\r\n', " c", ' "c"', 'id,text\r\n1,"a ""b"", ""c"""\r\n'),
        ("a.html", "<p>a &amp; <b>b</b> ,  c", " ,", ",", "<p>a &amp; <b>b</b>,  c"),
        ("a.html", "<p>a b", "b", "<b> & c", "<p>a &lt;b&gt; &amp; c"),
        ("a.html", "<p>a&nbsp;&nbsp;b", "\u00a0\u00a0", "\u00a0", "<p>a&nbsp;b"),
        ("a.md", "- a **b** ,\n  c\n", " ,", ",", "- a **b**,\n  c\n"),
        ("a.md", "a b", "b", "*b*", "a \\*b\\*"),
    ],
)
def test_a_fix_in_each_format(path: str, before: str, old: str, new: str, after: str) -> None:
    assert fixed(before.encode(), path, old, new) == after.encode()


@pytest.mark.parametrize(
    ("path", "data", "old", "new"),
    [
        ("a.html", "<p>on<b>e tw</b>o", "ne", "x"),
        ("a.html", "<p>a <span translate=no>b</span> c", "b", "x"),
        ("a.md", "a `code` b", "\ufffc", "x"),
        ("a.md", "# Head\n\n1 x", "1 x", "1) x"),
        ("a.tsv", "id\ttext\n1\ta b\n", "a b", "a\tb"),
        ("a.html", "<p>one</p><p>two", "one\n\ntwo", "one two"),
    ],
)
def test_what_cannot_be_written_is_refused(path: str, data: str, old: str, new: str) -> None:
    assert fixed(data.encode(), path, old, new) is None


def test_characters_that_the_encoding_lacks() -> None:
    options = ReadOptions(encoding="cp1252")
    assert fixed("a \u201cb".encode("cp1252"), "a.txt", "b", "Ж", options) is None
    assert fixed("<p>a \u201cb".encode("cp1252"), "a.html", "b", "Ж", options) == "<p>a \u201c&#1046;".encode("cp1252")


def test_a_fix_is_made_as_a_whole_or_not_at_all() -> None:
    data = b"<p>a b</p><p><i>c</i>d</p>"
    document = one(data, "a.html")
    segment = document.segments[0]
    good, bad = Edit(Span(0, 1), "x"), Edit(Span(5, 7), "y")
    assert plan_fixes(document, segment, [Fix("both", (good, bad))])[0] == []
    planned, refused = plan_fixes(document, segment, [Fix("bad", (bad,)), Fix("good", (good,))])
    assert [fix.title for fix in refused] == ["bad"]
    assert splice(data, planned) == b"<p>x b</p><p><i>c</i>d</p>"


def test_two_rows_of_one_file() -> None:
    data = b'{"id":"a","text":"x"}\n{"id":"b","text":"y"}\n'
    x, y = data.index(b'x"'), data.index(b'y"')
    edits = [ByteEdit(Span(y, y + 1), b"y", b"2"), ByteEdit(Span(x, x + 1), b"x", b"1")]
    assert splice(data, edits) == b'{"id":"a","text":"1"}\n{"id":"b","text":"2"}\n'


def test_writing_keeps_mode_and_link_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "real.txt"
    target.write_bytes(b"one two")
    target.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_edits(str(link), [ByteEdit(Span(4, 7), b"two", b"2"), ByteEdit(Span(0, 0), b"", b"> ")])
    assert target.read_bytes() == b"> one 2"
    assert target.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["link.txt", "real.txt"]


@pytest.mark.parametrize("edit", [ByteEdit(Span(0, 3), b"two", b""), ByteEdit(Span(90, 93), b"one", b"")])
def test_a_file_that_changed_is_left_alone(tmp_path: Path, edit: ByteEdit) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"one two")
    with pytest.raises(ReadError, match="changed since it was read"):
        write_edits(str(target), [edit])
    assert target.read_bytes() == b"one two"
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]


def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"one")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_edits(str(target), [ByteEdit(Span(0, 3), b"one", b"1")])
    assert target.read_bytes() == b"one"
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]
