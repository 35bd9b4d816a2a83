"""A list of names given on the command line or in the configuration."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

TEXT = "The ferry to Ostrava was late, and the mayor of Ostrava wept in the rain.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "day.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "names.csv").write_text("preferred,forbidden\nOstrau,Ostrava\n", encoding="utf-8")
    return tmp_path


def test_forbidden_forms_are_found_and_fixed(run: Run, texts: Path) -> None:
    result = run("check", "day.txt", "--lang", "en", "--house-list", "names.csv", "-f", "jsonl")
    assert result.exit_code == 1
    findings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(found["check"], found["start"], found["mqm"]) for found in findings] == [
        ("name-against-house-list", 13, "termbase"),
        ("name-against-house-list", 48, "termbase"),
    ]
    run("fix", "day.txt", "--lang", "en", "--house-list", "names.csv")
    assert (texts / "day.txt").read_text(encoding="utf-8") == TEXT.replace("Ostrava", "Ostrau")


def test_the_configuration_names_a_list_beside_itself(run: Run, texts: Path) -> None:
    (texts / "qa.toml").write_text('house_list = "names.csv"\nlang = "en"\n', encoding="utf-8")
    assert run("check", "day.txt").exit_code == 1
    assert "Ostrau" in run("check", "day.txt").output


def test_several_processes_find_the_same(run: Run, texts: Path) -> None:
    for number in range(40):
        (texts / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    given = ("check", ".", "--lang", "en", "--house-list", "names.csv", "-f", "jsonl", "--ignore", "repeated-sentence")
    assert run(*given, "-j", "2").stdout == run(*given).stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "Ostrau,Ostrava\n",
            "names.csv:1: the first line must be the header preferred,accepted,forbidden",
        ),
        ("preferred,forbiden\nOstrau,Ostrava\n", "names.csv:1: unknown column “forbiden”"),
    ],
)
def test_a_list_that_cannot_be_used_is_an_error_of_one_line(run: Run, texts: Path, content: str, told: str) -> None:
    (texts / "names.csv").write_text(content, encoding="utf-8")
    result = run("check", "day.txt", "--house-list", "names.csv")
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_check_that_waits_for_a_list_says_so_when_it_is_asked_for(run: Run, texts: Path) -> None:
    result = run("check", "day.txt", "--select", "name-against-house-list")
    assert "needs a list of names" in result.stderr
