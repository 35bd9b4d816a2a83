"""Where checks come from: the package, plugin files, installed distributions."""

import os
import subprocess
import sys

import pytest

from qa.core.finding import Problem
from qa.engine.registry import builtin_checks, discover
from qa.errors import PluginError

PLUGIN = '''
from qa.core.category import Category
from qa.core.check import Check
from qa.core.span import Span


class HouseWord(Check):
    """A word that the house does not print.

    What it flags:
        “whilst”.

    Why it matters:
        House style.

    When it is wrong:
        In quotations.

    Sources:
        The house.
    """

    id = "house-word"
    category = Category.STYLE
    messages = {"word": "The house does not print “{text}”"}
    bad = ("They sang [[whilst]] rowing.", "[[whilst]] they slept", "It rained [[whilst]] they rowed.")
    good = ("They sang while rowing.", "They slept.", "It rained.")

    def check_segment(self, segment, text):
        start = text.text.find("whilst")
        while start >= 0:
            yield self.finding(segment, Span(start, start + 6), "word")
            start = text.text.find("whilst", start + 1)
'''


@pytest.fixture
def plugin(tmp_path):
    path = tmp_path / "house.py"
    path.write_text(PLUGIN, encoding="utf-8")
    return path


@pytest.fixture
def distribution(tmp_path):
    """A folder as an installer leaves it: a module and the record of its entry point."""
    folder = tmp_path / "site"
    info = folder / "house_style-1.2.dist-info"
    info.mkdir(parents=True)
    (folder / "house_style.py").write_text(PLUGIN, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-style\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[qa.checks]\nhouse = house_style\n", encoding="utf-8")
    return folder


def run_qa(*arguments, path="", folder=None):
    environment = {**os.environ, "PYTHONPATH": str(path), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "qa", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=folder, check=False)


def test_a_module_holds_the_one_check_that_bears_its_name() -> None:
    for check in builtin_checks():
        assert check.__module__.rsplit(".", 1)[1] == check.id.replace("-", "_")


def test_a_file_adds_its_checks(plugin) -> None:
    registry = discover([plugin], entry_points=False)
    assert registry.checks["house-word"].id == "house-word"
    assert str(plugin) in registry.plugins
    assert registry.problems == ()


def test_an_installed_distribution_adds_its_checks(distribution, monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(distribution))
    registry = discover()
    assert "house-word" in registry.checks
    assert registry.plugins["house-style"] == "1.2"


def test_a_plugin_runs_like_any_check(distribution, tmp_path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("They sang whilst rowing to the harbour.\n", encoding="utf-8")
    found = run_qa("check", text, "--select", "house-word", path=distribution, folder=tmp_path)
    assert (found.returncode, found.stderr) == (1, "")
    assert "1:11" in found.stdout
    assert "The house does not print “whilst”" in found.stdout
    explained = run_qa("explain", "house-word", path=distribution, folder=tmp_path)
    assert "A word that the house does not print." in explained.stdout


def test_a_file_of_checks_runs_in_other_processes(plugin, tmp_path) -> None:
    (tmp_path / "qa.toml").write_text('plugins = ["house.py"]\n', encoding="utf-8")
    for number in range(80):
        (tmp_path / f"{number}.txt").write_text("They sang whilst rowing to the harbour.\n", encoding="utf-8")
    found = run_qa("check", ".", "--jobs", 2, "--format", "jsonl", "--select", "house-word", folder=tmp_path)
    assert found.stdout.count('"house-word"') == 80
    assert found.returncode == 1


def test_two_files_of_one_name_are_two_plugins(plugin, tmp_path) -> None:
    other = tmp_path / "other" / plugin.name
    other.parent.mkdir()
    other.write_text(PLUGIN.replace("house-word", "guest-word"), encoding="utf-8")
    checks = discover([plugin, other], entry_points=False).checks
    assert checks["house-word"].__module__ != checks["guest-word"].__module__


def test_a_broken_plugin_is_a_problem_and_the_others_go_on(plugin, tmp_path) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("def (:\n", encoding="utf-8")
    registry = discover([broken, tmp_path / "absent.py", plugin], entry_points=False)
    assert "house-word" in registry.checks
    assert [type(problem) for problem in registry.problems] == [Problem, Problem]
    assert [problem.where for problem in registry.problems] == [str(broken), str(tmp_path / "absent.py")]


def test_an_id_is_taken_once(plugin, tmp_path) -> None:
    twin = tmp_path / "twin.py"
    twin.write_text(PLUGIN, encoding="utf-8")
    with pytest.raises(PluginError, match="“house-word” is used twice"):
        discover([plugin, twin], entry_points=False)
