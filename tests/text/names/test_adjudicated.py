"""The pairs that the training of the judge of names leaves out."""

import runpy
from pathlib import Path

ADJUDICATED = Path(__file__).parents[3] / "tools" / "judge_build" / "adjudicated.py"


def test_every_line_but_the_header_is_a_pair() -> None:
    lines = ADJUDICATED.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    pairs = runpy.run_path(str(ADJUDICATED))["adjudicated_pairs"]()
    assert header == lines[: len(header)] != []
    assert len(pairs) == len(lines) - len(header)
    assert all(one < two for one, two in pairs)
