"""The program as the system sees it: start-up, signals, pipes, encodings."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from cli_helpers import BROKEN, ROOT, SELECT

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["fix", "--help"], ["config", "--help"], ["names", "--help"]]
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "qa", *arguments], check=True, capture_output=True, cwd=ROOT
    )
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines()}
    assert "qa.apps.cli.main" in imported
    heavy = {"numpy", "sacrebleu", "transformers", "torch", "qa.checks", "qa.engine", "charset_normalizer", "rapidfuzz"}
    assert not imported & heavy


def test_output_is_utf_8_whatever_the_locale(start: Start, tmp_path: Path) -> None:
    (tmp_path / "é.txt").write_text("Café , 中 🎉\n", encoding="utf-8")
    changes = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    out, err = start("check", "é.txt", *SELECT, **changes).communicate()
    assert "Café , 中 🎉" in out.decode("utf-8")
    assert err == b""


def test_a_closed_pipe_ends_the_run_quietly(start: Start, tmp_path: Path) -> None:
    (tmp_path / "day.jsonl").write_text('{"text": "One , two"}\n' * 20_000)
    process = start("check", "day.jsonl", *SELECT, "-f", "jsonl")
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(30) == 141
    assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize(
    ("number", "jobs"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "1"), (signal.SIGTERM, "2")]
)
def test_a_signal_ends_the_run_with_a_whole_report(
    start: Start, tmp_path: Path, number: signal.Signals, jobs: str
) -> None:
    source = tmp_path / "endless.jsonl"
    os.mkfifo(source)
    process = start("check", "endless.jsonl", *SELECT, "-f", "json", "-o", "report.json", "--jobs", jobs)
    stopped = False
    with suppress(BrokenPipeError), source.open("w") as pipe:
        while True:
            pipe.write(json.dumps({"text": BROKEN}) + "\n")
            if not stopped and any(part.stat().st_size for part in tmp_path.glob(".report.json.*")):
                process.send_signal(number)
                stopped = True
    _, err = process.communicate(timeout=30)
    assert process.returncode == 128 + number, err
    assert b"Traceback" not in err
    whole = json.loads((tmp_path / "report.json").read_text())
    assert whole["summary"]["interrupted"] is True
    assert whole["summary"]["documents"] > 0
    assert len(whole["findings"]) == 2 * whole["summary"]["documents"]
    assert {path.name for path in tmp_path.iterdir()} == {"endless.jsonl", "report.json"}


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_a_signal_leaves_a_file_that_is_repaired_as_it_was(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "endless.txt"
    os.mkfifo(source)
    (tmp_path / "other.txt").write_text(BROKEN)
    process = start("fix", "other.txt", "endless.txt", *SELECT)
    with source.open("w"):  # both ends are open: the program waits for text
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err.strip()) == (143, b"")
    assert (tmp_path / "other.txt").read_text() == BROKEN
    assert {path.name for path in tmp_path.iterdir()} == {"endless.txt", "other.txt"}


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["-o", "/dev/full"], ["--write-baseline", "/dev/full"]])
def test_a_full_disk_is_told_in_one_line(start: Start, broken: Path, arguments: list[str]) -> None:
    process = start("check", broken.name, *SELECT, *arguments)
    _, err = process.communicate()
    assert process.returncode in (2, 3)
    assert err.count(b"\n") == 1
    assert b"No space left on device" in err
    assert b"mistake in qa" not in err
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(os.name == "nt", reason="shells differ")
def test_a_closed_output_is_no_mistake_of_ours(tmp_path: Path, broken: Path) -> None:
    command = f"{sys.executable} -m qa check {broken.name} {' '.join(SELECT)} >&-"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_standard_input_and_completion(start: Start) -> None:
    process = start("check", "-", *SELECT, "-f", "jsonl")
    out, _ = process.communicate(BROKEN.encode())
    assert (process.returncode, len(out.splitlines())) == (1, 2)
    out, _ = start(_QA_COMPLETE="bash_source").communicate()
    assert b"_qa_completion" in out


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_told(start: Start, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    _, err = start("check", "closed", *SELECT).communicate()
    assert b"cannot list this folder" in err
