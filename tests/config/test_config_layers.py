"""Which layer wins, and what the final settings hold."""

import pickle
from pathlib import Path

import pytest

from qa.config import FailOn, Settings, find_config, load_settings, read_config, settle
from qa.core.category import Severity


def test_without_any_file_the_news_profile_holds(checks, tmp_path) -> None:
    settings = load_settings(checks, directory=tmp_path)
    assert settings == Settings()
    assert (settings.profile, settings.min_confidence, settings.fail_on) == ("news", 0.9, FailOn.MINOR)


@pytest.mark.parametrize(
    ("profile", "least", "preview"), [("news", 0.9, False), ("translation", 0.85, False), ("strict", 0.6, True)]
)
def test_profiles_set_their_precision_bar(checks, profile: str, least: float, preview: bool) -> None:
    settings = load_settings(checks, {"profile": profile})
    assert (settings.min_confidence, settings.preview) == (least, preview)


def test_profile_extended_file_nearest_file_and_command_line_in_that_order(checks, write, tmp_path) -> None:
    write('profile = "strict"\nmin_confidence = 0.7\njobs = 2\nlang = "de"\nid_field = "a"\n', "house/base.toml")
    write('extends = "../house/base.toml"\njobs = 3\nlang = "en-GB"\n', "desk/qa.toml")
    settings = load_settings(checks, {"lang": "fr", "encoding": None}, directory=tmp_path / "desk")
    assert settings.profile == "strict"
    assert settings.preview
    assert (settings.min_confidence, settings.jobs, settings.lang, settings.id_field) == (0.7, 3, "fr", "a")


def test_the_command_line_may_change_the_profile_under_a_file(checks, write, tmp_path) -> None:
    write('profile = "strict"')
    assert load_settings(checks, {"profile": "translation"}, directory=tmp_path).min_confidence == 0.85


def test_the_nearest_file_wins_and_qa_toml_before_pyproject(write, tmp_path) -> None:
    outer = write("jobs = 2")
    inner = write("[tool.qa]\njobs = 3\n", "a/pyproject.toml")
    write("[tool.other]\nx = 1\n", "a/b/pyproject.toml")
    assert find_config(tmp_path / "a" / "b" / "c") == inner
    own = write("", "a/qa.toml")
    assert find_config(tmp_path / "a") == own
    assert find_config(tmp_path) == outer


def test_a_broken_pyproject_that_does_not_speak_of_us_is_passed_over(write, tmp_path) -> None:
    outer = write("")
    write("= broken", "a/pyproject.toml")
    assert find_config(tmp_path / "a") == outer


def test_a_table_in_pyproject_is_read(checks, write) -> None:
    path = write(
        '[project]\nname = "x"\n\n[tool.qa]\nprofile = "strict"\n[tool.qa.checks.wrong-word]\nleast = 5\n',
        "pyproject.toml",
    )
    settings = load_settings(checks, config_file=path)
    assert settings.profile == "strict"
    assert settings.options == {"wrong-word": {"least": 5}}


def test_a_named_file_is_read_instead_of_the_nearest(checks, write, tmp_path) -> None:
    write("jobs = 2")
    assert load_settings(checks, directory=tmp_path, config_file=write("jobs = 7", "other.toml")).jobs == 7


def test_paths_are_relative_to_the_file_that_names_them_and_to_nothing_on_the_command_line(
    checks, write, tmp_path
) -> None:
    write('plugins = ["house.py"]\nbaseline = "known.jsonl"\n', "up/base.toml")
    path = write('extends = "up/base.toml"\n')
    merged = read_config({"decisions": "mine.jsonl"}, config_file=path)
    settings = settle(merged, checks)
    assert merged.plugins == settings.plugins == (tmp_path / "up" / "house.py",)
    assert settings.baseline == tmp_path / "up" / "known.jsonl"
    assert settings.decisions == Path("mine.jsonl")
    assert merged.files == (tmp_path / "up" / "base.toml", path)


def test_the_command_line_may_give_paths_as_paths(checks) -> None:
    settings = load_settings(checks, {"baseline": Path("a.jsonl"), "plugins": (Path("b.py"),)})
    assert (settings.baseline, settings.plugins) == (Path("a.jsonl"), (Path("b.py"),))


def test_settings_of_checks_are_merged_option_by_option_and_under_former_ids(checks, write) -> None:
    write('[checks.bad-word]\nleast = 3\nshare = 1\nwords = ["a", "b"]\nenabled = false\n', "base.toml")
    path = write('extends = "base.toml"\n[checks.wrong-word]\nleast = 4\nenabled = true\nseverity = "critical"\n')
    settings = load_settings(checks, config_file=path)
    assert settings.options == {"wrong-word": {"least": 4, "share": 1.0, "words": ("a", "b")}}
    assert isinstance(settings.options["wrong-word"]["share"], float)
    assert settings.enabled == {"wrong-word": True}
    assert settings.severities == {"wrong-word": Severity.CRITICAL}


def test_select_and_ignore_know_former_ids(checks) -> None:
    settings = load_settings(checks, {"select": ["bad-word", "wrong-word", "odd-mark"], "ignore": ("long-title",)})
    assert settings.select == ("wrong-word", "odd-mark")
    assert settings.ignore == ("long-title",)


def test_ignore_adds_up_and_a_higher_select_brings_a_check_back(checks, write) -> None:
    path = write('ignore = ["wrong-word", "odd-mark"]')
    assert load_settings(checks, {"ignore": ["long-title"]}, config_file=path).ignore == (
        "wrong-word",
        "odd-mark",
        "long-title",
    )
    assert load_settings(checks, {"select": ["wrong-word"]}, config_file=path).ignore == ("odd-mark",)


def test_select_replaces_the_select_below(checks, write) -> None:
    path = write('select = ["wrong-word"]')
    assert load_settings(checks, {"select": ["odd-mark"]}, config_file=path).select == ("odd-mark",)
    assert load_settings(checks, {"select": ()}, config_file=path).select == ("wrong-word",)


@pytest.mark.parametrize(
    ("given", "check", "expected"),
    [
        ({}, "wrong-word", (True, "profile news", False)),
        ({}, "odd-mark", (False, "preview", False)),
        ({"preview": True}, "odd-mark", (True, "profile news", False)),
        ({"profile": "strict"}, "odd-mark", (True, "profile strict", False)),
        ({}, "long-title", (False, "not in profile news", False)),
        ({"select": ["odd-mark"]}, "odd-mark", (True, "selected", True)),
        ({"select": ["odd-mark"]}, "wrong-word", (False, "not selected", False)),
        ({"ignore": ["wrong-word"]}, "wrong-word", (False, "ignored", False)),
        ({"ignore": ["wrong-word"], "select": ["wrong-word"]}, "wrong-word", (False, "ignored", False)),
        ({"checks": {"odd-mark": {"enabled": True}}}, "odd-mark", (True, "enabled", True)),
        ({"checks": {"wrong-word": {"enabled": False}}}, "wrong-word", (False, "disabled", False)),
        ({"profile": "strict"}, "old-hat", (False, "removed", False)),
    ],
)
def test_whether_a_check_is_on_and_why(checks, given, check: str, expected) -> None:
    assert tuple(load_settings(checks, given).membership(checks[check])) == expected


@pytest.mark.parametrize(
    ("gate", "failing"),
    [
        ("critical", {"critical"}),
        ("major", {"critical", "major"}),
        ("minor", {"critical", "major", "minor"}),
        ("never", set()),
    ],
)
def test_the_gate(gate: str, failing: set[str]) -> None:
    assert {severity.value for severity in Severity if FailOn(gate).reached_by(severity)} == failing


def test_settings_travel_to_other_processes(checks) -> None:
    settings = load_settings(checks, {"checks": {"wrong-word": {"least": 4}}})
    assert pickle.loads(pickle.dumps(settings)) == settings
