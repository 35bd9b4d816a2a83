"""Which files are read, in which format, and what is said of those that cannot be."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest

from qa.core.document import Document
from qa.core.finding import Problem
from qa.errors import ReadError
from qa.read import FORMATS, Format, ReadOptions, find_inputs, read, read_bytes, read_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.JSONL", "sub/.hidden.txt", ".dot/d.txt", "sub/e.bin", "odd name [1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    return tmp_path


def names(found: list[str | Problem], folder: Path) -> list[str]:
    return [os.path.relpath(item, folder) for item in found if isinstance(item, str)]


def test_a_folder_stands_for_its_known_files_in_order(folder: Path) -> None:
    assert names(list(find_inputs([str(folder)])), folder) == ["a.md", "b.txt", "odd name [1].txt", "sub/c.JSONL"]


def test_files_patterns_and_each_one_once(folder: Path) -> None:
    arguments = [
        str(folder / "sub" / "e.bin"),
        str(folder / "*.txt"),
        str(folder),
        "-",
        "-",
        str(folder / "sub/../b.txt"),
    ]
    found = list(find_inputs(arguments))
    assert names([item for item in found if item != "-"], folder) == [
        "sub/e.bin",
        "b.txt",
        "odd name [1].txt",
        "a.md",
        "sub/c.JSONL",
    ]
    assert found.count("-") == 1
    assert names(list(find_inputs([str(folder / "odd name [1].txt")])), folder) == ["odd name [1].txt"]
    assert names(list(find_inputs([str(folder / "**" / "*.JSONL")])), folder) == ["sub/c.JSONL"]


def test_missing_paths_are_problems_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty").mkdir()
    arguments = [str(folder / name) for name in ("none.txt", "*.zzz", "empty", "b.txt")]
    found = list(find_inputs(arguments))
    assert [type(item) for item in found] == [Problem, Problem, Problem, str]
    whats = [item.what for item in found if isinstance(item, Problem)]
    assert "no such file" in whats[0]
    assert "no file matches" in whats[1]
    assert "known suffix" in whats[2]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("end", ["nowhere.txt", "link.txt"])
def test_a_link_that_leads_nowhere_is_a_problem(folder: Path, end: str) -> None:
    link = folder / "link.txt"
    link.symlink_to(folder / end)
    for argument in (str(link), str(folder), str(folder / "*k.txt")):
        found = [item for item in find_inputs([argument]) if isinstance(item, Problem)]
        assert [(item.where, item.what) for item in found] == [
            (str(link), "this link leads to no file; mend or remove it")
        ]
    assert names(list(find_inputs([str(folder)])), folder)[:2] == ["a.md", "b.txt"]


def test_an_empty_name_is_a_problem(folder: Path) -> None:
    (found,) = find_inputs([""])
    assert isinstance(found, Problem)
    assert "empty name" in found.what


def test_what_may_not_be_asked_for_is_left_to_the_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(folder / "sub" / "lost.txt")

    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "lstat", refuse)
    assert list(find_inputs([path])) == [path]


def test_an_unreadable_folder_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = list(find_inputs([str(folder)]))
    assert names(found, folder) == ["a.md", "b.txt", "odd name [1].txt"]
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert problem.where.endswith("sub")
    assert "Permission denied" in problem.what


def test_an_unreadable_file_is_a_problem(folder: Path) -> None:
    (problem,) = read(str(folder / "none.txt"))
    assert isinstance(problem, Problem)
    assert problem.error == "FileNotFoundError"
    (problem,) = read(str(folder))
    assert isinstance(problem, Problem)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"Plain words.", "text"),
        (b'{"text": "x"}\n{"text": "y"}\n', "jsonl"),
        (b"{braces} in prose\nmore", "text"),
        (b"\xef\xbb\xbf  <!-- x --><!DOCTYPE html><p>x", "html"),
        (b"<html lang=en><p>x", "html"),
    ],
)
def test_sniffing(data: bytes, form: str) -> None:
    for found in (next(read_bytes(data, "no-suffix")), next(read("-", None, io.BytesIO(data)))):
        assert isinstance(found, Document)
        assert found.format == form


def test_standard_input_may_be_a_pipe() -> None:
    class Pipe(io.RawIOBase):
        """Cannot seek and gives few bytes at a time."""

        def __init__(self, data: bytes) -> None:
            self._data = data

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            size = min(len(buffer), len(self._data), 7)
            buffer[:size] = self._data[:size]
            self._data = self._data[size:]
            return size

    data = b"".join(b'{"id": %d, "text": "%s"}\n' % (number, b"word " * 100) for number in range(300))
    found = list(read("-", None, io.BufferedReader(Pipe(data), 16)))
    assert [item.id for item in found if isinstance(item, Document)] == [str(number) for number in range(300)]
    assert isinstance(next(read("-")), Problem)


def test_texts_in_memory() -> None:
    assert read_text("One.\r\nTwo.").segments[0].text == "One.\r\nTwo."
    assert read_text("<p>One &amp; two", ReadOptions(format="html")).segments[0].text == "One & two"
    assert read_text("*One*", ReadOptions(format="markdown"), "x").id == "x"
    with pytest.raises(ReadError, match="nothing to check"):
        read_text("  ")
    with pytest.raises(ReadError, match="use text, markdown or html"):
        read_text("{}", ReadOptions(format="jsonl"))


def test_formats_of_plugins() -> None:
    def reader(stream, path, options):  # type: ignore[no-untyped-def]
        yield read_text(stream.read().decode().upper(), path=path)

    formats = (*FORMATS, Format("shout", (".shout",), "Loud text", reader=reader))
    (found,) = read_bytes(b"quiet", "a.shout", None, formats)
    assert isinstance(found, Document)
    assert found.segments[0].text == "QUIET"
    assert list(find_inputs(["/nonexistent.shout"], formats))


def test_the_table_of_formats() -> None:
    assert len({form.id for form in FORMATS}) == len(FORMATS)
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(callable(form.load()) for form in FORMATS)


def test_format_modules_are_imported_when_used() -> None:
    code = (
        "import sys, qa.read; print([m for m in sys.modules if m in"
        " ('qa.read.html','qa.read.markdown','qa.read.jsonl','charset_normalizer','html')])"
    )
    done = run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "[]"


def test_a_reader_that_crashes_is_a_problem(folder: Path) -> None:
    def broken(stream: object, path: str, options: ReadOptions) -> Iterator[Document | Problem]:
        yield Problem(path, "first")
        raise KeyError("x")

    found = list(read(str(folder / "b.txt"), formats=(Format("odd", (".txt",), "", reader=broken),)))
    assert [problem.what for problem in found if isinstance(problem, Problem)] == [
        "first",
        "its reader crashed (KeyError: 'x'), the rest of it is not checked; please report this",
    ]


def test_stars_that_cross_folders_follow_no_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "[x].txt").write_text("text")
    monkeypatch.chdir(folder)
    assert list(find_inputs(["**/*.txt"])) == ["b.txt", "deep/er/[x].txt", "odd name [1].txt"]
    assert list(find_inputs(["deep/**"])) == ["deep/er/[x].txt"]
    assert list(find_inputs([f"{folder}/d*/**/er/**/*.txt"])) == [f"{folder}/deep/er/[x].txt"]
    assert list(find_inputs(["./**/*.JSONL"])) == ["./sub/c.JSONL"]
    (found,) = find_inputs(["deep/**/er"])
    assert isinstance(found, Problem)
    assert found.what.startswith("no file matches this pattern")


def test_a_pattern_without_reach_is_a_problem(folder: Path) -> None:
    (found,) = find_inputs([str(folder / "none" / "**" / "*.txt")])
    assert isinstance(found, Problem)
