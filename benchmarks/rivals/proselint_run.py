"""Lints every record of a JSONL file with proselint: `proselint_run.py TEXTS.jsonl FINDINGS.json`.

Runs in proselint's own environment.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path

from proselint.checks import __register__  # type: ignore[import-not-found]
from proselint.registry import CheckRegistry  # type: ignore[import-not-found]
from proselint.tools import LintFile  # type: ignore[import-not-found]


def main() -> None:
    """Writes the number of findings and the version."""
    CheckRegistry().register_many(__register__)
    findings = 0
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            findings += len(LintFile(record["id"], record["text"]).lint())
    summary = {"findings": findings, "version": version("proselint")}
    Path(sys.argv[2]).write_text(json.dumps(summary), encoding="utf-8")


if __name__ == "__main__":
    main()
