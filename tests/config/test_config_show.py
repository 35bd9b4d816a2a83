"""Origins of effective values, and the JSON schema."""

import tomllib

import jsonschema
import pytest

from qa.config import KEYS, PROFILES, explain_settings, json_schema, read_config, settle
from qa.config.load import read_profile
from qa.engine.registry import builtin_checks


def rows(checks, **given) -> dict[str, tuple[object, str]]:
    relative_to = given.pop("relative_to", None)
    return {
        row.name: (row.value, row.origin)
        for row in explain_settings(read_config(**given), checks, relative_to=relative_to)
    }


def test_every_value_tells_where_it_comes_from(checks, write, tmp_path) -> None:
    write("lang = 'en'\n", "house/base.toml")
    path = write(
        'extends = "house/base.toml"\nprofile = "strict"\n\n'
        '[checks.bad-word]\nleast = 3\nseverity = "major"\n[checks.odd-mark]\nenabled = false\n'
    )
    shown = rows(checks, overrides={"jobs": 4}, config_file=path, relative_to=tmp_path)
    assert shown["profile"] == ("strict", "qa.toml:2")
    assert shown["lang"] == ("en", "house/base.toml:1")
    assert shown["min_confidence"] == (0.6, "profile strict")
    assert shown["jobs"] == (4, "command line")
    assert shown["fail_on"] == ("minor", "default")
    assert shown["checks.wrong-word.least"] == (3, "qa.toml:5")
    assert shown["checks.wrong-word.severity"] == ("major", "qa.toml:6")
    assert shown["checks.wrong-word.share"] == (0.5, "default")
    assert shown["checks.wrong-word.enabled"] == (True, "profile strict")
    assert shown["checks.odd-mark.enabled"] == (False, "qa.toml:8")
    assert set(KEYS) < set(shown)
    assert not any("old-hat" in name for name in shown)


def test_who_switched_a_check_on_or_off(checks, write, tmp_path) -> None:
    path = write('ignore = ["wrong-word"]\n')
    shown = rows(checks, config_file=path, relative_to=tmp_path)
    assert shown["checks.wrong-word.enabled"] == (False, "qa.toml:1")
    assert shown["checks.odd-mark.enabled"] == (False, "default")
    assert shown["checks.long-title.enabled"] == (False, "profile news")
    shown = rows(checks, overrides={"select": ["odd-mark"]})
    assert shown["checks.odd-mark.enabled"] == (True, "command line")
    assert shown["checks.wrong-word.enabled"] == (False, "command line")


def test_without_a_folder_paths_are_shown_in_full(checks, write) -> None:
    path = write("jobs = 2")
    assert rows(checks, config_file=path)["jobs"] == (2, f"{path}:1")


def test_the_schema_accepts_what_the_loader_accepts_and_refuses_the_rest(checks) -> None:
    schema = json_schema(checks)
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = 'profile = "strict"\nselect = ["odd-mark"]\nmin_confidence = 1\n[checks.wrong-word]\nenabled = true\n'
    valid += 'words = ["a"]\nshare = 1\n'
    jsonschema.validate(tomllib.loads(valid), schema)
    for invalid in (
        "jobz = 1",
        "jobs = -1",
        'profile = "x"',
        'select = ["no"]',
        "[checks.no]",
        "[checks.wrong-word]\nmark = 1",
        "[checks.odd-mark]\nx = 1",
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tomllib.loads(invalid), schema)


def test_the_schema_covers_every_key_with_a_description(checks) -> None:
    properties = json_schema(checks)["properties"]
    assert set(properties) == {*KEYS, "checks"}
    assert all(described["description"] for described in properties.values())
    assert set(properties["checks"]["properties"]) == {"wrong-word", "odd-mark", "long-title"}
    assert properties["checks"]["properties"]["wrong-word"]["properties"]["words"]["default"] == ["x"]


@pytest.mark.parametrize("profile", PROFILES)
def test_built_in_profiles_speak_of_checks_that_exist(profile: str) -> None:
    known = {check.id: check for check in builtin_checks()}
    assert {setting.check for setting in read_profile(profile).checks} <= set(known)
    settle(read_config({"profile": profile}), known)
