"""`qa fix`: only what is safe, only where it is, whole or not at all."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from qa.apps.repair import MOST_ROUNDS, Repairer
from qa.config import Settings
from qa.core.category import Category
from qa.core.check import Check
from qa.core.finding import Finding, Problem
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.engine.checker import Checker
from qa.engine.registry import Registry
from qa.read import ReadOptions

Run = Callable[..., Result]
SAFE = ("--lang", "en", "--select", "space-before-punctuation")


def test_safe_fixes_are_made_and_every_other_byte_stays(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "day.txt"
    path.write_bytes("\ufeffOne , two.\r\n\r\nthe the caf\u00e9 ; so\r\n".encode("utf-16-le"))
    path.chmod(0o640)
    result = run("fix", "day.txt", *SAFE)
    assert result.exit_code == 0
    assert path.read_bytes() == "\ufeffOne, two.\r\n\r\nthe the caf\u00e9; so\r\n".encode("utf-16-le")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert result.stderr == "day.txt: 2 (space-before-punctuation 2)\n2 fixes made in 1 of 1 file.\n"
    assert run("fix", "day.txt", *SAFE).stderr == "0 fixes made in 0 of 1 file.\n"


def test_records_that_share_an_id_are_each_repaired_in_their_own_place(run: Run, tmp_path: Path) -> None:
    texts = ("Longer than the others.", "One , two.", "No.")
    old = "".join(f'{{"id":1,"d":"x","text":"{text}"}}\n' for text in texts)
    path = tmp_path / "a.jsonl"
    path.write_text(old)
    assert run("fix", "a.jsonl", *SAFE, "--doc-field", "d").exit_code == 0
    assert path.read_text() == old.replace("One ,", "One,")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.jsonl", b'{"a": 1 ,"text": "Caf\\u00e9 , \\"x\\" ;"}\n', b'{"a": 1 ,"text": "Caf\\u00e9, \\"x\\";"}\n'),
        ("a.csv", b'id , text\n"1 , ","One , ""two"" ; so"\n', b'id , text\n"1 , ","One, ""two""; so"\n'),
        ("a.md", b"See `a , b` and **c** , d\n", b"See `a , b` and **c**, d\n"),
        (
            "a.html",
            b"<p title='x , y'>Caf&eacute; , <b>d</b> , e</p>",
            b"<p title='x , y'>Caf&eacute;, <b>d</b>, e</p>",
        ),
    ],
)
def test_formats_keep_their_own_writing(run: Run, tmp_path: Path, name: str, before: bytes, after: bytes) -> None:
    (tmp_path / name).write_bytes(before)
    options = ["--text-field", "2"] if name.endswith("csv") else []
    result = run("fix", name, *SAFE, *options)
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / name).read_bytes() == after


def test_a_diff_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "day.txt"
    path.write_bytes(b"One\nTwo , three\nFour")
    result = run("fix", "day.txt", *SAFE, "--diff")
    assert result.exit_code == 1
    assert result.stdout == (
        "--- a/day.txt\n+++ b/day.txt\n@@ -1,3 +1,3 @@\n One\n-Two , three\n+Two, three\n Four\n"
        "\\ No newline at end of file\n"
    )
    assert "1 fix would be made in 1 of 1 file." in result.stderr
    assert path.read_bytes() == b"One\nTwo , three\nFour"
    path.write_bytes(b"Fine.\n")
    assert run("fix", "day.txt", *SAFE, "--diff").exit_code == 0


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs the program patch")
@pytest.mark.parametrize(
    ("name", "encoding"),
    [("plain.txt", "utf-8"), ("mark.txt", "utf-8-sig"), ("old.txt", "cp1252"), ("two words.txt", "utf-8")],
)
def test_a_diff_can_be_applied(run: Run, tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    before = "Le café , oui .\r\nÉté\n\nFin , là".encode(encoding)
    path.write_bytes(before)
    (tmp_path / "day.diff").write_bytes(run("fix", name, *SAFE, "--diff").stdout_bytes)
    assert path.read_bytes() == before
    assert run("fix", name, *SAFE).exit_code == 0
    after = path.read_bytes()
    assert after != before
    path.write_bytes(before)
    subprocess.run(["patch", "-p1", "--binary", "-i", "day.diff"], cwd=tmp_path, check=True, capture_output=True)
    assert path.read_bytes() == after


def test_a_diff_of_wide_characters_is_readable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.txt").write_text("Café , oui\n", encoding="utf-16")
    assert "-Café , oui\n+Café, oui\n" in run("fix", "day.txt", *SAFE, "--diff").stdout


def test_a_file_without_fixes_is_not_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "day.txt"
    path.write_text("One , two\n")
    assert run("fix", "day.txt", *SAFE).exit_code == 0
    before = path.stat()
    assert run("fix", "day.txt", *SAFE).exit_code == 0
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_standard_input_comes_out_repaired(run: Run) -> None:
    result = run("fix", "-", *SAFE, input="One , two\n")
    assert (result.exit_code, result.stdout) == (0, "One, two\n")


def test_what_cannot_be_read_is_told_and_the_rest_repaired(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.txt").write_text("One , two\n")
    result = run("fix", "lost.txt", "day.txt", *SAFE)
    assert result.exit_code == 3
    assert "qa: lost.txt: no such file" in result.stderr
    assert (tmp_path / "day.txt").read_text() == "One, two\n"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "day.txt").write_text("One , two\n")
    folder.chmod(0o500)
    result = run("fix", "closed/day.txt", *SAFE)
    folder.chmod(0o700)
    assert result.exit_code == 3
    assert (folder / "day.txt").read_text() == "One , two\n"


def test_baseline_and_ignores_hold_for_fixes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.txt").write_text("One , two\n")
    run("check", "day.txt", *SAFE, "--write-baseline", "known.jsonl")
    run("fix", "day.txt", *SAFE, "--baseline", "known.jsonl")
    assert (tmp_path / "day.txt").read_text() == "One , two\n"


class Replacing(Check):
    """Base of checks that replace a letter, for rounds of fixes."""

    category = Category.SPELLING
    messages = {"m": "m"}
    bad = good = ()
    old, new = "", ""

    def check_segment(self, segment, text) -> Iterator[Finding]:
        for index, char in enumerate(segment.text):
            if char == self.old:
                span = Span(index, index + 1)
                yield self.finding(segment, span, "m", fixes=[replace(span, self.new, Applicability.SAFE)])


def repairer(tmp_path: Path, content: str, *pairs: str) -> tuple[Repairer, Path, list[Problem]]:
    checks = {
        f"c-{pair}": type(f"C{pair}", (Replacing,), {"id": f"c-{pair}", "old": pair[0], "new": pair[1]})
        for pair in pairs
    }
    path = tmp_path / "day.txt"
    path.write_text(content)
    problems: list[Problem] = []
    return (
        Repairer(Checker(Settings(lang="en"), Registry(checks)), ReadOptions(lang="en"), problems.append),
        path,
        problems,
    )


def test_rounds_go_on_until_nothing_is_left(tmp_path: Path) -> None:
    repair, path, problems = repairer(tmp_path, "a x aa\n", "ab", "bc", "cd")
    done = repair.repair([str(path)])
    assert path.read_text() == "d x dd\n"
    assert not problems
    assert done[str(path)].made.total() == 9


def test_checks_that_disagree_are_stopped_and_told(tmp_path: Path) -> None:
    repair, path, problems = repairer(tmp_path, "a\n", "ab", "ba")
    repair.repair([str(path)])
    (problem,) = problems
    assert f"after {MOST_ROUNDS} rounds" in problem.what
    assert path.read_text() in ("a\n", "b\n")


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repair, path, problems = repairer(tmp_path, "a\n", "ab")
    real = Checker.run

    def meddling(self: Checker, *arguments: object) -> Iterator[object]:
        yield from list(real(self, *arguments))
        path.write_text("xyz\n")

    monkeypatch.setattr(Checker, "run", meddling)
    done = repair.repair([str(path)])
    assert path.read_text() == "xyz\n"
    assert "changed since it was read" in problems[0].what
    assert not done[str(path)].made


def test_contents_in_memory_leave_the_disk_alone(tmp_path: Path) -> None:
    repair, path, _ = repairer(tmp_path, "a\n", "ab")
    repair.contents[str(path)] = b"a\n"
    repair.repair([str(path)])
    assert repair.contents[str(path)] == b"b\n"
    assert path.read_text() == "a\n"
