"""`qa checks`, `qa explain`, `qa config` and the table of commands."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import Result

from qa.apps import explain
from qa.apps.cli.main import COMMANDS, HIDDEN, cli
from qa.apps.explain import explanation
from qa.engine.registry import builtin_checks
from qa.version import __version__

Run = Callable[..., Result]


def test_the_table_of_commands_tells_what_the_commands_tell() -> None:
    context = click.Context(cli)
    for name, line in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None
        assert command.short_help == line
        assert command.name == name
    assert all(cli.get_command(context, name) for name in HIDDEN)


def test_checks_as_table_json_and_markdown(run: Run) -> None:
    table = run("checks", "--profile", "news")
    assert table.exit_code == 0
    ids = sorted(check.id for check in builtin_checks())
    assert [line.split()[0] for line in table.stdout.splitlines()[: len(ids)]] == ids
    listed = json.loads(run("checks", "--format", "json").stdout)
    assert [check["id"] for check in listed] == ids
    assert all(check["summary"] and check["mqm"] and isinstance(check["on"], bool) for check in listed)
    assert "## doubled-word" in run("checks", "--format", "md").stdout


def test_checks_tells_what_the_configuration_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text(
        'ignore = ["doubled-word"]\n[checks.space-before-punctuation]\nseverity = "major"\n'
    )
    listed = {check["id"]: check for check in json.loads(run("checks", "--format", "json").stdout)}
    assert (listed["doubled-word"]["on"], listed["doubled-word"]["reason"]) == (False, "ignored")
    assert listed["space-before-punctuation"]["severity"] == "major"


def test_explain_shows_examples_with_their_marks(run: Run) -> None:
    result = run("explain", "space-before-punctuation")
    assert result.exit_code == 0
    assert "What it flags\n  White space" in result.stdout
    lines = result.stdout.splitlines()
    place = next(index for index, line in enumerate(lines) if "They reached the harbour ," in line)
    assert lines[place + 1].rstrip() == " " * lines[place].index(" ,") + "^"
    assert lines[place + 2] == "  = They reached the harbour, but the ferry had left."


@pytest.mark.parametrize("check", list(builtin_checks()), ids=lambda check: check.id)
def test_every_check_can_be_explained_without_surprises(check: type) -> None:
    text = explanation(check)
    assert text.startswith(check.id)
    assert not [char for char in text if not char.isprintable() and char != "\n"]


def test_measured_precision_comes_from_the_packaged_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (
        "check\tprofile\tclaims\tright\twrong\tprecision",
        "doubled-word\tnews\t70\t62\t2\t0.969",
        "doubled-word\tstrict\t90\t70\t12\t0.854",
        "other\tnews\t0\t0\t0\t",
    )
    (tmp_path / explain.PRECISION_FILE).write_text("\n".join(rows) + "\n")
    monkeypatch.setattr(explain.resources, "files", lambda _: tmp_path)
    explain.measured_precision.cache_clear()
    try:
        (check,) = (check for check in builtin_checks() if check.id == "doubled-word")
        assert explain.precision_text(check) == "0.97 (62 of 64 right)"
        assert "Measured precision" in explain.facts(check)
    finally:
        explain.measured_precision.cache_clear()


def test_config_names_origins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('lang = "en-GB"\n[checks.doubled-word]\nseverity = "major"\n')
    result = run("config", "--fail-on", "never")
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines()}
    assert rows["lang"] == ['"en-GB"', "qa.toml:1"]
    assert rows["fail_on"] == ['"never"', "command", "line"]
    assert rows["min_confidence"] == ["0.9", "profile", "news"]
    assert rows["checks.doubled-word.severity"] == ['"major"', "qa.toml:3"]
    assert "checks.space-before-punctuation.enabled" not in rows
    everything = json.loads(run("config", "--all", "--format", "json").stdout)
    assert "checks.space-before-punctuation.enabled" in {row["name"] for row in everything}


def test_the_schema_is_one_and_accepts_a_configuration(run: Run) -> None:
    schema = json.loads(run("config", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"profile": "news", "checks": {"doubled-word": {"severity": "major"}}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"profil": "news"}, schema)


def test_version(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--version").stdout.splitlines()[0] == f"qa {__version__}"
    monkeypatch.setattr("qa.engine.installed.installed_plugins", lambda: [("house-style", "1.2")])
    assert run("-V").stdout == f"qa {__version__}\nplugin house-style 1.2\n"


def test_plugins_that_cannot_be_loaded_are_told_by_every_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('plugins = ["lost.py"]\n')
    (tmp_path / "a.txt").write_text("All is well.\n")
    for arguments in (["check", "a.txt"], ["fix", "a.txt"], ["checks"], ["explain", "doubled-word"]):
        result = run(*arguments)
        assert result.exit_code == 3
        assert "lost.py: plugin not loaded (no such Python file); repair or remove it\n" in result.stderr


def test_severities_that_were_set_are_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('[checks.doubled-word]\nseverity = "critical"\n')
    assert "critical" in next(line for line in run("checks").stdout.splitlines() if line.startswith("doubled-word"))


def test_what_was_not_selected_is_not_listed_one_by_one(run: Run) -> None:
    shown = run("config", "--select", "doubled-word").stdout
    assert "checks.doubled-word.enabled" in shown
    assert "checks.doubled-space.enabled" not in shown
