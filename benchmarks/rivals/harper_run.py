"""Lints every record of a JSONL file with harper-py: `harper_run.py TEXTS.jsonl FINDINGS.json`.

Runs in Harper's own environment.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path

from harper import Language, Linter  # type: ignore[import-not-found]


def main() -> None:
    """Writes the number of findings and the version."""
    linter = Linter()
    findings = 0
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            findings += len(linter.lint(json.loads(line)["text"], language=Language.PLAINTEXT))
    summary = {"findings": findings, "version": version("harper-py")}
    Path(sys.argv[2]).write_text(json.dumps(summary), encoding="utf-8")


if __name__ == "__main__":
    main()
