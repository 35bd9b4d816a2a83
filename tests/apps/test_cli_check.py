"""`qa check`: exit statuses, options, outputs that are whole, bad inputs in one line."""

import json
import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_helpers import BROKEN, SELECT
from click.testing import Result

from qa.engine.checker import Checker

Run = Callable[..., Result]
Start = Callable[..., subprocess.Popen[bytes]]


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_findings_give_status_1(run: Run, broken: Path) -> None:
    result = run("check", broken.name, *SELECT)
    assert result.exit_code == 1
    assert result.stdout.startswith("broken.txt\n  1:25  minor  Blank before “,”")
    assert result.stderr == ""


def test_nothing_found_gives_status_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text("All is well.\n")
    result = run("check", "clean.txt", *SELECT)
    assert (result.exit_code, result.stdout) == (0, "Nothing found in 1 document.\n")


@pytest.mark.parametrize(("level", "status"), [("minor", 1), ("major", 0), ("critical", 0), ("never", 0)])
def test_fail_on(run: Run, broken: Path, level: str, status: int) -> None:
    result = run("check", broken.name, *SELECT, "--fail-on", level, "-f", "jsonl")
    assert (result.exit_code, len(lines(result.stdout))) == (status, 2)


def test_what_cannot_be_read_gives_status_3_and_the_rest_is_checked(run: Run, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "cut.jsonl").write_text('{"text": "Fine ."}\n{"text": "cut')
    result = run(
        "check", "lost.txt", "empty.txt", "binary.txt", "cut.jsonl", "no*.txt", broken.name, *SELECT, "-f", "jsonl"
    )
    assert result.exit_code == 3
    assert [finding["path"] for finding in lines(result.stdout)] == ["cut.jsonl", "broken.txt", "broken.txt"]
    problems = [line["problem"] for line in lines(result.stderr)]
    assert {problem["where"] for problem in problems} == {"lost.txt", "empty.txt", "binary.txt", "cut.jsonl", "no*.txt"}
    assert all("\n" not in problem["what"] and problem["what"] for problem in problems)


def test_problems_for_people_are_lines(run: Run, broken: Path) -> None:
    result = run("check", "lost.txt", broken.name, *SELECT)
    assert result.stderr == "qa: lost.txt: no such file or folder; check the spelling\n"
    assert "1 problem" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["chekc"], "did you mean “check”?"),
        (["broken.txt"], "to check this file: qa check broken.txt"),
        (["check", "--formt", "json"], "no such option --formt; did you mean “--format”?"),
        (["check", "broken.txt", "--jobs", "many"], "'many' is not a valid whole number"),
        (["check", "broken.txt", "--min-confidence", "high"], "'high' is not a valid number from 0 to 1"),
        (["check", "broken.txt", "--ignore", "xyz"], "unknown check “xyz” (qa checks lists them)"),
        (["check", "broken.txt", "--select", "doubl-word"], "did you mean “doubled-word”?"),
        (["check", "broken.txt", "--ignore", "doubl-word"], "did you mean “doubled-word”?"),
        (["check", "broken.txt", "--profile", "newz"], "did you mean “news”?"),
        (["check", "broken.txt", "--lang", "english!"], "language tag"),
        (["check", "broken.txt", "--encoding", "utf-9"], "unknown encoding"),
        (["check", "broken.txt", "--min-confidence", "2"], "0<=x<=1"),
        (["check", "broken.txt", "--config", "lost.toml"], "lost.toml"),
        (["check", "broken.txt", "--baseline", "lost.jsonl"], "lost.jsonl"),
        (["check", "broken.txt", "-o", "lost/report.txt"], "cannot write lost/report.txt"),
        (["check", "broken.txt", "-o", "broken.txt"], "would be overwritten"),
        (["check"], "nothing to check"),
        (["check", "broken.txt", "--select", "odd-space", "--ignore", "odd-space"], "no check is left to run"),
        (["explain", "doubl-word"], "did you mean “doubled-word”?"),
        (["fix"], "nothing to repair"),
    ],
)
def test_wrong_usage_is_one_line_with_advice_and_status_2(
    run: Run, broken: Path, arguments: list[str], hint: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stderr.startswith("qa: error: ")
    assert result.stderr.count("\n") == 1
    assert broken.read_text() == BROKEN


def test_a_misspelt_key_is_told_with_its_place(run: Run, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('lang = "en"\nprofil = "news"\n')
    result = run("check", broken.name)
    assert result.exit_code == 2
    assert "qa.toml:2" in result.stderr
    assert "did you mean “profile”?" in result.stderr


def test_configuration_and_options_meet(run: Run, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('lang = "en"\nselect = ["doubled-word"]\nfail_on = "never"\n')
    result = run("check", broken.name, "-f", "jsonl")
    assert (result.exit_code, [found["check"] for found in lines(result.stdout)]) == (0, ["doubled-word"])
    result = run("check", broken.name, "-f", "jsonl", "--select", "space-before-punctuation", "--fail-on", "minor")
    assert (result.exit_code, [found["check"] for found in lines(result.stdout)]) == (1, ["space-before-punctuation"])


def test_lists_may_be_repeated_or_comma_separated(run: Run, broken: Path) -> None:
    common = ("check", broken.name, "--lang", "en", "-f", "jsonl")
    once = run(*common, "--select", "doubled-word, space-before-punctuation")
    twice = run(*common, "--select", "doubled-word", "--select", "space-before-punctuation")
    assert once.stdout == twice.stdout
    assert len(lines(once.stdout)) == 2


def test_standard_input(run: Run) -> None:
    result = run("check", "-", *SELECT, "-f", "jsonl", input=BROKEN)
    assert [finding["path"] for finding in lines(result.stdout)] == ["-", "-"]
    named = run(
        "check", "-", *SELECT, "-f", "jsonl", "--stdin-filename", "x.jsonl", "--id-field", "key",
        input='{"key": "a", "text": "One , two"}',
    )  # fmt: skip
    (finding,) = lines(named.stdout)
    assert (finding["path"], finding["doc"], finding["start"]) == ("x.jsonl", "a", 3)


def test_the_input_format_may_be_said(run: Run) -> None:
    table = "id,text\nr1,One thing . Two\n"
    result = run("check", "-", *SELECT, "-f", "jsonl", "--input-format", "csv", input=table)
    assert [(record["doc"], record["start"]) for record in lines(result.stdout)] == [("r1", 9)]
    result = run("check", "-", "--input-format", "text/csv", input=table)
    assert result.exit_code == 2


def test_named_standard_input_is_streamed(start: Start) -> None:
    process = start("check", "-", *SELECT, "-f", "jsonl", "--stdin-filename", "x.jsonl")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"text": "One thing , two."}\n' * 2_500)  # a little more than is read at once
    process.stdin.flush()  # and more is to come
    assert b'"start": 9' in process.stdout.readline()
    process.kill()
    process.communicate()


def test_a_baseline_that_cannot_be_written_is_told_before_the_work(run: Run, broken: Path) -> None:
    result = run("check", broken, "--write-baseline", "none/known.jsonl")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("qa: error: cannot write none/known.jsonl")


def test_fields_of_records(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.csv").write_text("key;body;art\n1;One , two;x\n2;Three , four;x\n")
    result = run(
        "check", "day.csv", *SELECT, "-f", "jsonl", "--text-field", "body", "--id-field", "key", "--doc-field", "art"
    )
    assert [(found["doc"], found["segment"]) for found in lines(result.stdout)] == [("x", "1"), ("x", "2")]


@pytest.mark.parametrize("form", ["terminal", "jsonl", "json", "sarif", "github", "junit"])
def test_a_file_holds_the_same_as_standard_output(run: Run, broken: Path, tmp_path: Path, form: str) -> None:
    shown = run("check", broken.name, *SELECT, "-f", form)
    kept = run("check", broken.name, *SELECT, "-f", form, "-o", "report.out")
    assert (kept.exit_code, kept.stdout) == (1, "")
    assert (tmp_path / "report.out").read_text(encoding="utf-8") == shown.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"broken.txt", "report.out"}


def test_an_old_report_is_replaced_whole_and_keeps_its_rights(run: Run, broken: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    report.write_text("old\n" * 1000)
    report.chmod(0o640)
    run("check", broken.name, *SELECT, "-f", "jsonl", "-o", "report.jsonl")
    assert len(lines(report.read_text())) == 2
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_after_an_error_the_old_report_stands(
    run: Run, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.json"
    report.write_text("old")
    monkeypatch.setattr("qa.report.json_document.JsonReporter.finish", lambda *_: 1 / 0)
    result = run("check", broken.name, *SELECT, "-f", "json", "-o", report.name)
    assert result.exit_code == 3
    assert "ZeroDivisionError" in result.stderr
    assert report.read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"broken.txt", "report.json"}


def test_ctrl_c_keeps_the_results_so_far(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "day.jsonl").write_text('{"text": "One , two"}\n' * 100)
    real = Checker.run

    def stopped(self: Checker, *arguments: object, **named: object):
        for number, result in enumerate(real(self, *arguments, **named)):
            if number == 50:
                raise KeyboardInterrupt
            yield result

    monkeypatch.setattr(Checker, "run", stopped)
    result = run("check", "day.jsonl", *SELECT, "-f", "json", "-o", "report.json")
    assert result.exit_code == 130
    whole = json.loads((tmp_path / "report.json").read_text())
    assert (len(whole["findings"]), whole["summary"]["interrupted"]) == (50, True)


def test_a_baseline_hides_what_is_known(run: Run, broken: Path) -> None:
    written = run("check", broken.name, *SELECT, "--write-baseline", "known.jsonl")
    assert written.exit_code == 0
    assert "2 findings written to known.jsonl" in written.stderr
    assert run("check", broken.name, *SELECT, "--baseline", "known.jsonl").exit_code == 0
    broken.write_text("See the the words , and " + BROKEN)
    result = run("check", broken.name, *SELECT, "--baseline", "known.jsonl", "-f", "jsonl")
    assert [finding["start"] for finding in lines(result.stdout)] == [7, 17]
    again = run("check", broken.name, *SELECT, "--baseline", "known.jsonl", "--write-baseline", "known.jsonl")
    assert "4 findings written" in again.stderr


def test_decisions_are_respected_and_idle_ones_told(run: Run, broken: Path, tmp_path: Path) -> None:
    decision = {"decision": "ignore", "scope": "check", "check": "doubled-word"}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(decision) + "\n")
    result = run("check", broken.name, *SELECT, "--decisions", "decisions.jsonl")
    assert "doubled-word" not in result.stdout
    assert result.stderr == ""
    broken.write_text("Fine.\n")
    result = run("check", broken.name, *SELECT, "--decisions", "decisions.jsonl")
    assert "decisions.jsonl:1: ignores doubled-word, which silenced nothing; remove it" in result.stderr
    assert result.exit_code == 0


def test_processes_change_nothing(run: Run, tmp_path: Path) -> None:
    text = "".join(json.dumps({"id": f"n{number}", "text": f"Item {number} , and and"}) + "\n" for number in range(80))
    (tmp_path / "day.jsonl").write_text(text)
    serial = run("check", "day.jsonl", *SELECT, "-f", "jsonl")
    parallel = run("check", "day.jsonl", *SELECT, "-f", "jsonl", "--jobs", "2")
    assert len(lines(serial.stdout)) == 160
    assert parallel.stdout == serial.stdout


def test_a_check_that_cannot_run_is_told_when_asked_for(run: Run, broken: Path) -> None:
    result = run("check", broken.name, "--lang", "fr", "--select", "wrong-indefinite-article")
    assert result.exit_code == 3
    assert "wrong-indefinite-article: this check was left out: it does not know the language fr" in result.stderr


def test_color_on_demand(run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("check", broken.name, *SELECT).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" in run("check", broken.name, *SELECT, "--color", "always").stdout


@pytest.mark.skipif(os.name == "nt", reason="file names there cannot hold these characters")
@pytest.mark.parametrize(
    "name", ["a b.txt", "é 中.txt", "x\ny.txt", "\x1b[31mred.txt", "-o.txt", "a:b,c%.txt", "bad\udcff.txt", "[x].txt"]
)
@pytest.mark.parametrize("form", ["terminal", "jsonl", "json", "sarif", "github", "junit"])
def test_hostile_file_names(run: Run, tmp_path: Path, name: str, form: str) -> None:
    try:
        (tmp_path / name).write_text(BROKEN)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system refuses the name")
    result = run("check", *SELECT, "-f", form, "--", name)
    assert result.exit_code == 1, result.stderr
    assert "\x1b" not in result.stdout
    if form in ("json", "sarif"):
        json.loads(result.stdout)
    if form == "jsonl":
        assert lines(result.stdout)[0]["path"] == name


def test_progress_is_drawn_on_demand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.jsonl").write_text('{"text": "One , two"}\n' * 100)
    result = run("check", "day.jsonl", *SELECT, "-f", "jsonl", "--progress")
    assert "% 1 document, 1 finding" in result.stderr
    assert result.stderr.endswith("\r")
    assert "\r" not in run("check", "day.jsonl", *SELECT, "-f", "jsonl").stderr


CRASHING = '''
from qa.core.category import Category
from qa.core.check import Check


class Crashing(Check):
    """Crashes."""

    id = "crashing"
    category = Category.PUNCTUATION
    messages = {"x": "x"}
    bad = good = ()

    def check_segment(self, segment, text):
        raise RuntimeError("oh")
'''


def test_a_check_that_crashes_everywhere_is_told_three_times_and_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "house.py").write_text(CRASHING)
    (tmp_path / "qa.toml").write_text('plugins = ["house.py"]\n')
    (tmp_path / "day.jsonl").write_text('{"text": "It rained."}\n' * 9)
    people = run("check", "day.jsonl")
    assert people.exit_code == 3
    assert people.stderr.count("crashing crashed") == 4
    assert "qa: and 6 documents more: check crashing crashed" in people.stderr
    assert run("check", "day.jsonl", "--format", "jsonl").stderr.count("crashing crashed") == 9  # programs get each
