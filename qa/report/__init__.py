"""Reporters: what a run found, written to a stream in one of several formats.

`REPORTERS` names them; `make_reporter` imports the one that is asked for. A reporter is told of the run, then of each
document as it is done, then of the sum; it never opens, closes or chooses its stream.
"""

from __future__ import annotations

import importlib
from typing import TextIO, cast

from qa.report.base import Reporter, RunInfo, Style, Summary
from qa.report.record import finding_record, problem_record

__all__ = [
    "REPORTERS",
    "Reporter",
    "RunInfo",
    "Style",
    "Summary",
    "finding_record",
    "make_reporter",
    "problem_record",
]

REPORTERS = {
    "terminal": "qa.report.terminal:TerminalReporter",
    "jsonl": "qa.report.jsonl:JsonLinesReporter",
    "json": "qa.report.json_document:JsonReporter",
    "sarif": "qa.report.sarif:SarifReporter",
    "github": "qa.report.github:GithubReporter",
    "junit": "qa.report.junit:JunitReporter",
}


def make_reporter(name: str, stream: TextIO, style: Style | None = None) -> Reporter:
    """The reporter of that name, writing to `stream`; `style` matters to the terminal only. KeyError if unknown."""
    module, _, attribute = REPORTERS[name].partition(":")
    made = getattr(importlib.import_module(module), attribute)
    return cast("Reporter", made(stream, style or Style()))
