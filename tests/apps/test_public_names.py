"""`import qa`: light, lazy, complete."""

import subprocess
import sys
from pathlib import Path

import pytest

import qa
from qa.core.finding import Finding, Problem
from qa.engine.run import DocumentResult
from qa.errors import ConfigError


def test_every_public_name_is_there() -> None:
    for name in qa.__all__:
        assert getattr(qa, name) is not None
    assert dir(qa) == sorted(qa.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lost'"):
        qa.lost  # noqa: B018


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, qa; print([name for name in sys.modules if name.startswith('qa.')])"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=Path(qa.__file__).parents[1]
    )
    assert done.stdout.strip() == "['qa.version']"


def test_a_text_gives_findings() -> None:
    found = qa.check("They left , at last.", lang="en", select=["space-before-punctuation"])
    assert [(type(finding), finding.span) for finding in found] == [(Finding, (9, 10))]
    assert qa.check("  \n ") == []


def test_a_path_gives_results_and_problems(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They left , at last.")
    (tmp_path / "b.txt").write_text("")
    first, second = qa.check(tmp_path, lang="en", select=("space-before-punctuation",))
    assert isinstance(first, DocumentResult)
    assert len(first.findings) == 1
    assert isinstance(second, Problem)


def test_wrong_settings_are_refused() -> None:
    with pytest.raises(ConfigError, match=r"^qa\.check: unknown key “profil”; did you mean “profile”"):
        qa.check("x", profil="news")
    with pytest.raises(ConfigError, match="unknown check “doubled-wrd”; did you mean “doubled-word”"):
        qa.explain("doubled-wrd")


def test_explain() -> None:
    assert qa.explain("doubled-word").startswith("doubled-word\n")


def test_read_is_the_package_of_readers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (document,) = qa.read.read(str(tmp_path / "a.txt"))
    assert isinstance(document, qa.Document)
