"""Every error message of the configuration, with its place."""

from pathlib import Path

import pytest

from qa.config import load_settings
from qa.errors import ConfigError


def message(checks, **given) -> str:
    with pytest.raises(ConfigError) as caught:
        load_settings(checks, **given)
    return str(caught.value)


FAULTS = [
    ("\nmin_confidense = 0.9", 2, "unknown key “min_confidense”; did you mean “min_confidence”?"),
    ("\n[check.wrong-word]\nleast = 1", 2, "unknown key “check”; did you mean “checks”?"),
    ("zzz = 1", 1, "unknown key “zzz”"),
    ('profile = "newz"', 1, "unknown profile “newz” (there are news, translation, strict); did you mean “news”?"),
    ('fail_on = "grave"', 1, "unknown fail_on “grave” (there are critical, major, minor, never)"),
    ("jobs = -1", 1, "`jobs` must lie between 0 and 1024, not -1"),
    ("jobs = 1.5", 1, "`jobs` must be a whole number, not 1.5"),
    ("jobs = true", 1, "`jobs` must be a whole number, not true"),
    ("min_confidence = 90", 1, "`min_confidence` must lie between 0 and 1, not 90"),
    ("min_confidence = nan", 1, "`min_confidence` must lie between 0 and 1, not nan"),
    ('min_confidence = "0.9"', 1, "`min_confidence` must be a number, not the string “0.9”"),
    ("preview = 1", 1, "`preview` must be true or false, not 1"),
    ('select = "wrong-word"', 1, "`select` must be a list of strings, not the string “wrong-word”"),
    ("select = [1]", 1, "`select` must be a list of strings, not a list that holds something else"),
    ("baseline = 3", 1, "`baseline` must be a path (a string), not 3"),
    ("[lang]\nx = 1", 1, "`lang` must be a string, not a table"),
    ('lang = "english please"', 1, "`lang` must be a language tag such as en or pt-BR, not “english please”"),
    ('doc_field = ""', 1, "`doc_field` must not be empty; name a field or leave it out"),
    ('lang = "en_GB"', 1, "`lang` must be a language tag such as en or pt-BR, not “en_GB”; did you mean “en-GB”?"),
    ("# a\u2028b\x85c\njobs = -1", 2, "`jobs` must lie between 0 and 1024, not -1"),
    ('encoding = "utf-9"', 1, "unknown encoding “utf-9”; use a name such as utf-8 or cp1252"),
    ('encoding = "hex"', 1, "unknown encoding “hex”; use a name such as utf-8 or cp1252"),
    ('select = ["wrong-wrod"]', 1, "unknown check “wrong-wrod”; did you mean “wrong-word”?"),
    ('select = [\n  "wrong-word",\n  "odd-marc",\n]', 3, "unknown check “odd-marc”; did you mean “odd-mark”?"),
    ('ignore = ["old-hat"]', 1, "check “old-hat” was removed; take it out"),
    ("[checks.wrong-words]\nleast = 1", 1, "unknown check “wrong-words”; did you mean “wrong-word”?"),
    ("[checks.wrong-words]", 1, "unknown check “wrong-words”; did you mean “wrong-word”?"),
    ("[checks.wrong-word]\n\nleasd = 1", 3, "check wrong-word has no option “leasd”; did you mean “least”?"),
    ("checks.wrong-word.leasd = 1", 1, "check wrong-word has no option “leasd”; did you mean “least”?"),
    ("[checks]\nwrong-word = {leasd = 1}", 2, "check wrong-word has no option “leasd”; did you mean “least”?"),
    ('[checks."wrong-word"]\n"least" = "1"', 2, "`least` must be a whole number, not the string “1”"),
    ("[checks.wrong-word]\nshare = true", 2, "`share` must be a number, not true"),
    ("[checks.wrong-word]\nwords = [1]", 2, "`words` must be a list of strings, not a list that holds something else"),
    ("[checks.wrong-word]\nstrictly = 0", 2, "`strictly` must be true or false, not 0"),
    ("[checks.wrong-word]\nmark = 0", 2, "`mark` must be a string, not 0"),
    ('[checks.wrong-word]\nenabled = "no"', 2, "`enabled` must be true or false, not the string “no”"),
    (
        '[checks.wrong-word]\nseverity = "grave"',
        2,
        "unknown severity “grave” (there are neutral, minor, major, critical)",
    ),
    ("checks = 1", 1, "`checks` must be a table with one table per check"),
    ("[checks]\nwrong-word = false", 2, "settings of check “wrong-word” must be a table: [checks.wrong-word]"),
    ("jobs = 1\nprofile = \n", 2, "not valid TOML: Invalid value"),
    ("jobs = 1\njobs = 2\n", 2, "not valid TOML: Cannot overwrite a value"),
]


@pytest.mark.parametrize(("text", "line", "reason"), FAULTS)
def test_an_error_names_file_line_reason_and_remedy(checks, write, text: str, line: int, reason: str) -> None:
    path = write(text)
    excerpt = text.split("\n")[line - 1].strip()
    stop = "" if reason.endswith("?") else "."
    assert message(checks, config_file=path) == f"{path}:{line}: {reason}{stop} In: {excerpt}"


def test_lines_are_not_taken_from_inside_long_strings(checks, write) -> None:
    path = write(
        'text_field = """\njobs = 1\n[checks.wrong-word]\n"""\n[checks.odd-mark]\n[checks.wrong-word]\njob = 1\n'
    )
    assert message(checks, config_file=path).startswith(f"{path}:7: check wrong-word has no option “job”")


def test_lines_in_pyproject_count_below_its_table(checks, write) -> None:
    path = write("jobs = 1\n[tool.other]\njobs = 2\n[tool.qa]\njobs = -1\n", "pyproject.toml")
    assert message(checks, config_file=path) == f"{path}:5: `jobs` must lie between 0 and 1024, not -1. In: jobs = -1"


def test_a_table_of_ours_that_is_none(checks, write) -> None:
    path = write("[tool]\nqa = 1\n", "pyproject.toml")
    assert message(checks, config_file=path) == f"{path}:2: [tool.qa] must be a table. In: qa = 1"


def test_a_pyproject_without_our_table(checks, write) -> None:
    path = write("[tool.other]\n", "pyproject.toml")
    assert message(checks, config_file=path) == f"{path}: no table [tool.qa] in this file; add it or name another"


def test_a_file_that_does_not_exist(checks, tmp_path) -> None:
    path = tmp_path / "no.toml"
    expected = f"cannot read the configuration file {path} (No such file or directory); check its name and rights"
    assert message(checks, config_file=path) == expected


def test_an_extended_file_that_does_not_exist(checks, write, tmp_path) -> None:
    path = write('\nextends = "no.toml"')
    missing = tmp_path / "no.toml"
    reason = f"cannot read the configuration file {missing} (No such file or directory); check its name and rights"
    assert message(checks, config_file=path) == f'{path}:2: {reason}. In: extends = "no.toml"'


def test_files_that_extend_each_other(checks, write, tmp_path) -> None:
    write('extends = "qa.toml"', "b.toml")
    path = write('extends = "b.toml"')
    expected = (
        f'{tmp_path / "b.toml"}:1: `extends` goes in a circle (qa.toml → b.toml → qa.toml). In: extends = "qa.toml"'
    )
    assert message(checks, config_file=path) == expected


def test_an_error_in_an_extended_file_is_placed_there(checks, write, tmp_path) -> None:
    write("jobs = 1\njobz = 2\n", "b.toml")
    path = write('extends = "b.toml"')
    assert message(checks, config_file=path).startswith(f"{tmp_path / 'b.toml'}:2: unknown key “jobz”")


def test_a_file_that_is_not_utf_8(checks, tmp_path) -> None:
    path = tmp_path / "qa.toml"
    path.write_bytes("jobs = 1\nlang = 'é'".encode("latin-1"))
    assert message(checks, config_file=path) == f"{path}:2: not UTF-8, which TOML demands; save the file as UTF-8"


def test_a_long_line_is_cut_in_the_message(checks, write) -> None:
    path = write(f'select = ["{"x" * 300}"]')
    assert len(message(checks, config_file=path).split("In: ")[1]) == 100


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"select": ("nope",)}, "command line: unknown check “nope” (qa checks lists them)"),
        (
            {"profile": "stric"},
            "command line: unknown profile “stric” (there are news, translation, strict); did you mean “strict”?",
        ),
        ({"min_confidence": 2.0}, "command line: `min_confidence` must lie between 0 and 1, not 2.0"),
    ],
)
def test_errors_of_the_command_line_say_so(checks, given, expected: str) -> None:
    assert message(checks, overrides=given) == expected


def test_place_and_reason_can_be_had_apart(checks, write) -> None:
    path = write("\n\njobs = -1")
    with pytest.raises(ConfigError) as caught:
        load_settings(checks, config_file=path)
    assert (Path(caught.value.where), caught.value.line) == (path, 3)
