"""What the README shows is what the program prints today."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n\$ qa (.*?)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_there_are_sessions() -> None:
    assert SESSIONS


@pytest.mark.parametrize(("arguments", "shown"), SESSIONS, ids=[arguments for arguments, _ in SESSIONS])
def test_a_session_prints_what_is_shown(arguments: str, shown: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "qa", *shlex.split(arguments)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout == shown
    assert run.stderr == ""


def test_every_command_that_is_named_exists() -> None:
    for command in re.findall(r"^qa (\w+) ", README, re.MULTILINE):
        run = subprocess.run([sys.executable, "-m", "qa", command, "--help"], capture_output=True, check=False)
        assert run.returncode == 0


def test_files_that_are_linked_exist() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists()
