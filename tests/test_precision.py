"""What checks claim of themselves against `precision.tsv`: the verdicts of people on findings in real text."""

import csv
from pathlib import Path

import pytest

from qa.config import load_settings
from qa.core.check import Status
from qa.engine.registry import discover

ROOT = Path(__file__).parent.parent
PACKAGED = ROOT / "qa" / "checks" / "precision.tsv"
FEWEST = 10
"""Verdicts below which a share says nothing."""
PROFILES = ("news", "translation")
CHECKS = discover(entry_points=False).checks


def rows(profile: str) -> dict[str, dict[str, str]]:
    lines = PACKAGED.read_text(encoding="utf-8").splitlines()
    found = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["check"]: row for row in found if row["profile"] == profile}


@pytest.mark.parametrize("profile", PROFILES)
def test_every_stable_check_of_a_profile_was_measured(profile: str) -> None:
    stable = {check.id for check in CHECKS.values() if check.status is Status.STABLE and profile in check.profiles}
    assert stable - rows(profile).keys() == set(), "run `python -m benchmarks run DATA --only precision`"


@pytest.mark.parametrize("profile", PROFILES)
def test_findings_are_right_as_often_as_their_profile_promises(profile: str) -> None:
    bar = load_settings(CHECKS, {"profile": profile}).min_confidence
    known = {check: (int(row["right"]), int(row["wrong"])) for check, row in rows(profile).items()}
    below = {
        check: f"{right} of {right + wrong}"
        for check, (right, wrong) in known.items()
        if right + wrong >= FEWEST and right / (right + wrong) < bar
    }
    assert below == {}, f"right less often than {bar}: make them stricter, less confident, or preview"


def test_the_benchmarks_write_the_packaged_table() -> None:
    assert (ROOT / "benchmarks" / "precision.tsv").resolve() == PACKAGED.resolve()
