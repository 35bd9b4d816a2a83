"""`qa names`, `qa index`, `qa decide`: tables, statuses, bad inputs in one line."""

import csv
import io
import json
import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cli_helpers import ROOT
from click.testing import Result

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]
ARCHIVE = ROOT / "samples" / "corpus" / "archive.jsonl"
ONE = "Governor Dara Dolgorukin opened the mine. Dolgorukin was pleased, and the miners cheered him.\n"
TWO = "Governor Dara Dolgorukhin closed the mine, and nobody was there to see it or to say a word.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles that spell a name in two ways."""
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    return tmp_path


def families(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_sample_archive_has_three_families(run: Run) -> None:
    result = run("names", ARCHIVE, "-f", "jsonl")
    assert result.exit_code == 1
    assert [
        (family["preferred"], family["verdict"], [(form["text"], form["mentions"]) for form in family["forms"]])
        for family in families(result)
    ] == [
        ("Dolgorukin", "error", [("Dolgorukin", 6), ("Dolgorukhin", 1)]),
        ("Hallbauer", "error", [("Hallbauer", 2), ("Halbauer", 1)]),
        ("Rosalía", "style", [("Rosalía", 2), ("Rosalia", 1)]),
    ]
    assert families(result)[0]["forms"][0]["first"] == "2024-04-02"


def test_the_table_for_people(run: Run, articles: Path) -> None:
    result = run("names", "one.txt", "two.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("Dolgorukin  error  ")
    assert "  Dolgorukin   ████████████████████  2 in 1 document: one.txt\n" in result.stdout
    assert "  Dolgorukhin  ██████████            1 in 1 document: two.txt\n" in result.stdout
    assert result.stdout.endswith("1 name is spelt in two or more ways in 2 documents: 1 wrong.\n")
    assert "\x1b[31m" in run("names", "one.txt", "two.txt", "--color", "always").stdout


def test_nothing_found_gives_status_0(run: Run, articles: Path) -> None:
    result = run("names", "one.txt")
    assert (result.exit_code, result.stdout) == (0, "No name is spelt in two ways in 1 document.\n")


def test_only_and_top(run: Run) -> None:
    assert [family["verdict"] for family in families(run("names", ARCHIVE, "-f", "jsonl", "--only", "style"))] == [
        "style"
    ]
    result = run("names", ARCHIVE, "--top", 1)
    assert "Dolgorukin" in result.stdout
    assert "Rosalía" not in result.stdout
    assert result.stdout.endswith("2 more not shown.\n")


def test_processes_make_no_difference(run: Run) -> None:
    assert run("names", ARCHIVE, "-j", 2).stdout == run("names", ARCHIVE, "-j", 1).stdout


def test_csv_has_a_row_for_each_spelling(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("names", ARCHIVE, "-f", "csv").stdout)))
    assert [row["spelling"] for row in rows if row["preferred"] == "Dolgorukin"] == ["Dolgorukin", "Dolgorukhin"]


def test_csv_holds_no_formulas(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.jsonl").write_text(
        "".join(json.dumps({"id": f"=cmd|{place}", "text": text}) + "\n" for place, text in enumerate((ONE, TWO)))
    )
    rows = list(csv.DictReader(io.StringIO(run("names", "day.jsonl", "-f", "csv").stdout)))
    assert [row["examples"] for row in rows] == ["'=cmd|0", "'=cmd|1"]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]


def test_html_is_one_page_and_escapes_everything(run: Run, tmp_path: Path) -> None:
    evil = '</script><img src=x onerror="alert(1)">'
    (tmp_path / "day.jsonl").write_text(
        "".join(
            json.dumps({"id": f"{evil}{n}", "feed": evil, "text": text}) + "\n" for n, text in enumerate((ONE, TWO))
        )
    )
    result = run("names", "day.jsonl", "-f", "html", "-o", "names.html")
    assert (result.exit_code, result.stdout) == (1, "")
    page = Tags()
    page.feed((tmp_path / "names.html").read_text(encoding="utf-8"))
    assert "img" not in page.seen
    assert page.seen.count("script") == 1
    assert page.seen.count("tbody") == 1
    assert page.links == []


def test_nothing_in_a_document_reaches_the_terminal_unseen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "day.jsonl").write_text(
        "".join(json.dumps({"id": f"\x1b[2J{n}", "text": text}) + "\n" for n, text in enumerate((ONE, TWO)))
    )
    result = run("names", "day.jsonl")
    assert "\x1b" not in result.stdout
    assert "<U+001B>[2J0" in result.stdout


def test_what_cannot_be_read_gives_status_3(run: Run, articles: Path) -> None:
    result = run("names", "one.txt", "two.txt", "lost.txt", "-f", "jsonl")
    assert result.exit_code == 3
    assert len(families(result)) == 1
    assert json.loads(result.stderr)["problem"]["where"] == "lost.txt"


def test_a_field_that_no_record_has_is_told(run: Run) -> None:
    result = run("names", ARCHIVE, "--feed-field", "desk", "--date-field", "date")
    assert result.stderr == "qa: --feed-field desk: in no record this field is there; check its name\n"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["names"], "nothing to read"),
        (["names", "one.txt", "-o", "one.txt"], "would be overwritten"),
        (["names", "one.txt", "--index", "two.txt"], "no index of names"),
        (["names", "one.txt", "--index", "none.qaidx"], "make it with qa index"),
        (["names", "one.txt", "--min-confidence", "2"], "0<=x<=1"),
        (["names", "one.txt", "--only", "errors"], "did you mean “error”"),
        (["index", "one.txt"], "--output FILE"),
        (["index", "one.txt", "-o", "two.txt"], "is there already"),
        (["index", "one.txt", "-o", "two.txt", "--update"], "no index of names"),
        (["index", "one.txt", "-o", "no/such/folder.qaidx"], "no folder"),
        (["index", "--info", "two.txt"], "no index of names"),
        (["index", "one.txt", "--info", "two.txt"], "stands alone"),
        (["decide", "same", "Lenk", "Lenck"], "--decisions FILE"),
        (["decide", "same", "Lenk", "--decisions", "d.jsonl"], "two different spellings"),
        (["decide", "other", "Dara Lenk", "Tara Lenck", "--decisions", "d.jsonl"], "decide on the single words"),
        (["decide", "same", "Dara Lenk", "Lenck", "--decisions", "d.jsonl"], "decide on the single words"),
        (["decide", "some", "Lenk", "Lenck"], "did you mean “same”"),
        (["decide", "other", "Lenk", "Lenck", "--prefer", "Lenk", "--decisions", "d.jsonl"], "drop `prefer`"),
    ],
)
def test_wrong_usage_is_told_in_one_line(run: Run, articles: Path, arguments: list[str], what: str) -> None:
    before = {path: path.read_bytes() for path in articles.iterdir()}
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert what in result.stderr
    assert {path: path.read_bytes() for path in articles.iterdir()} == before


def test_today_is_judged_together_with_the_index(run: Run, articles: Path) -> None:
    made = run("index", "one.txt", "-o", "archive.qaidx")
    assert (made.exit_code, made.stdout) == (0, "archive.qaidx: documents: 1 new, 0 changed, 0 as before\n")
    result = run("names", "two.txt", "--index", "archive.qaidx")
    assert result.exit_code == 1
    assert "in 2 documents (1 from the index)" in result.stdout
    together = run("names", "one.txt", "two.txt", "--index", "archive.qaidx", "-f", "jsonl")
    assert families(together) == families(run("names", "one.txt", "two.txt", "-f", "jsonl"))


def test_with_an_index_only_what_concerns_the_inputs_is_shown(run: Run, articles: Path) -> None:
    run("index", "one.txt", "two.txt", "-o", "archive.qaidx")
    assert run("names", "one.txt", "--index", "archive.qaidx").exit_code == 0
    assert run("names", "two.txt", "--index", "archive.qaidx").exit_code == 1
    everything = run("names", "--index", "archive.qaidx", "-f", "jsonl")
    assert families(everything) == families(run("names", "one.txt", "two.txt", "-f", "jsonl"))


def test_a_document_that_changed_replaces_the_one_in_the_index(run: Run, articles: Path) -> None:
    run("index", "one.txt", "two.txt", "-o", "archive.qaidx")
    (articles / "two.txt").write_text(TWO.replace("Dolgorukhin", "Dolgorukin"))
    assert run("names", "two.txt", "--index", "archive.qaidx").exit_code == 0
    updated = run("index", "one.txt", "two.txt", "-o", "archive.qaidx", "--update")
    assert updated.stdout == "archive.qaidx: documents: 0 new, 1 changed, 1 as before\n"
    info = run("index", "--info", "archive.qaidx")
    assert info.exit_code == 0
    assert "documents                   2 (2 in English)\n" in info.stdout


def test_decisions_are_respected(run: Run, articles: Path) -> None:
    result = run("decide", "prefer", "Dolgorukhin", "Dolgorukin", "--decisions", "d.jsonl")
    assert (result.exit_code, result.stdout) == (
        0,
        "d.jsonl: prefer: Dolgorukhin, Dolgorukin; write Dolgorukhin\n",
    )
    (family,) = families(run("names", "one.txt", "two.txt", "--decisions", "d.jsonl", "-f", "jsonl"))
    assert (family["preferred"], family["decided"]) == ("Dolgorukhin", True)
    (articles / "qa.toml").write_text('decisions = "d.jsonl"\n')
    run("decide", "other", "Dolgorukhin", "Dolgorukin")
    assert run("names", "one.txt", "two.txt").exit_code == 0


def test_decisions_on_full_names_are_respected(run: Run, articles: Path) -> None:
    run("decide", "other", "Dara Dolgorukhin", "Dara Dolgorukin", "--decisions", "d.jsonl")
    assert run("names", "one.txt", "two.txt").exit_code == 1
    assert run("names", "one.txt", "two.txt", "--decisions", "d.jsonl").exit_code == 0


def test_a_decision_goes_before_the_list_of_the_house(run: Run, articles: Path) -> None:
    (articles / "house.txt").write_text("Dolgorukin\n")
    run("decide", "prefer", "Dolgorukhin", "Dolgorukin", "--decisions", "d.jsonl")
    given = ("names", "one.txt", "two.txt", "--house-list", "house.txt", "-f", "jsonl")
    assert families(run(*given))[0]["preferred"] == "Dolgorukin"
    (family,) = families(run(*given, "--decisions", "d.jsonl"))
    assert (family["preferred"], family["evidence"][0]) == ("Dolgorukhin", "an editor decided for “Dolgorukhin”")


def test_what_is_unsure_can_be_asked_for(run: Run, articles: Path) -> None:
    (articles / "one.txt").write_text(ONE + "\nThe miners came from Madras, and most of them went back there.\n")
    (articles / "two.txt").write_text(TWO + "\nThe mayor came from Chennai, and in the end he went back there.\n")
    given = ("names", "one.txt", "two.txt", "-f", "jsonl")
    assert [family["preferred"] for family in families(run(*given))] == ["Dolgorukin"]
    (family,) = families(run(*given, "--only", "unsure"))
    assert (family["preferred"], family["verdict"]) == ("Chennai", "unsure")
    assert families(run(*given, "--only", "unsure", "--min-confidence", "0.7")) == []


def test_only_one_run_writes_an_index(run: Run, articles: Path) -> None:
    lock = articles / "archive.qaidx.lock"
    lock.write_text("12345")
    result = run("index", "one.txt", "-o", "archive.qaidx")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "process 12345" in result.stderr
    assert f"remove {lock}" in result.stderr
    assert not (articles / "archive.qaidx").exists()
    lock.unlink()
    assert run("index", "one.txt", "-o", "archive.qaidx").exit_code == 0
    assert not lock.exists()


def test_a_document_in_another_language_is_counted_once(run: Run, articles: Path) -> None:
    (articles / "drei.txt").write_text("Der Rat der Stadt hat gestern lange über den Hafen gesprochen.\n")
    made = run("index", "one.txt", "drei.txt", "-o", "archive.qaidx")
    assert made.stdout == "archive.qaidx: documents: 1 new, 0 changed, 0 as before, 1 not in English\n"
    again = run("index", "one.txt", "drei.txt", "-o", "archive.qaidx", "--update")
    assert again.stdout == "archive.qaidx: documents: 0 new, 0 changed, 1 as before, 1 not in English\n"


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_was_read(start: Start, tmp_path: Path, jobs: str) -> None:
    source = tmp_path / "endless.jsonl"
    os.mkfifo(source)
    process = start("index", "endless.jsonl", "-o", "archive.qaidx", "--jobs", jobs)
    with suppress(BrokenPipeError), source.open("w") as pipe:
        for number in range(10**6):
            pipe.write(json.dumps({"id": str(number), "text": ONE}) + "\n")
            if number == 5000:
                process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"stopped before the end" in out
    assert err == b""
    assert {path.name for path in tmp_path.iterdir()} == {"endless.jsonl", "archive.qaidx"}
    out, _ = start("index", "--info", "archive.qaidx").communicate()
    documents = int(out.split()[1].replace(b",", b""))
    assert 0 < documents < 10**6


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_ctrl_c_judges_what_was_read(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "endless.jsonl"
    os.mkfifo(source)
    process = start("names", "endless.jsonl", "-o", "names.txt")
    with suppress(BrokenPipeError), source.open("w") as pipe:
        for number in range(10**6):
            pipe.write(json.dumps({"id": str(number), "text": TWO if number == 3 else ONE}) + "\n")
            if number == 5000:
                process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    table = (tmp_path / "names.txt").read_text(encoding="utf-8")
    assert table.startswith("Dolgorukin  error")
    assert table.endswith("Stopped before the end.\n")


def test_check_judges_todays_article_by_the_index(run: Run, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"old{number}.txt").write_text(ONE.replace("Governor", "On Monday, Governor"))
    index = tmp_path / "names.qaidx"
    assert run("index", *sorted(tmp_path.glob("old*.txt")), "-o", index).exit_code == 0
    today = tmp_path / "today.txt"
    today.write_text(TWO)
    assert run("check", today, "--select", "inconsistent-name").exit_code == 0
    result = run("check", today, "--select", "inconsistent-name", "--index", index, "--format", "jsonl")
    (finding,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert finding["text"] == "Dolgorukhin"
    assert finding["message"] == "“Dolgorukhin” is “Dolgorukin” in 6 documents of the archive"
    assert finding["fixes"][0]["edits"][0]["text"] == "Dolgorukin"


def test_check_tells_what_is_wrong_with_an_index(run: Run, tmp_path: Path) -> None:
    today = tmp_path / "today.txt"
    today.write_text(TWO)
    result = run("check", today, "--index", today)
    assert result.exit_code == 2
    assert "no index of names" in result.stderr
