"""Running the command line in this process and in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_helpers import BROKEN, ROOT
from click.testing import CliRunner, Result

from qa.apps.cli.main import cli


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return lambda *arguments, **named: CliRunner().invoke(cli, [str(argument) for argument in arguments], **named)


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """The command line in a process of its own, in an empty folder."""

    def begin(*arguments: object, **changes: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | changes
        return subprocess.Popen(
            [sys.executable, "-m", "qa", *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return begin


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A text with a blank before its comma and a doubled word."""
    path = tmp_path / "broken.txt"
    path.write_text(BROKEN, encoding="utf-8")
    return path
