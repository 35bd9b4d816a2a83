"""The documentation of checks, made from the checks themselves."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from importlib import resources

from qa.config import DEFAULT_PROFILE
from qa.core.check import ALL_LANGUAGES, Check, Example, Need, Status
from qa.core.declaration import HEADINGS, as_example, read_marks, sections
from qa.core.materials import Materials
from qa.report.display import visible

PRECISION_FILE = "precision.tsv"


@functools.cache
def measured_precision() -> Mapping[str, Mapping[str, str]]:
    """The row of the packaged precision table for each check id, that of the default profile where there are several.

    Empty where the package carries no table.
    """
    file = resources.files("qa.checks") / PRECISION_FILE
    if not file.is_file():
        return {}
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    default_last = sorted(rows, key=lambda row: row.get("profile") == DEFAULT_PROFILE)
    return {row["check"]: row for row in default_last}


def precision_text(check: type[Check]) -> str:
    """Measured precision in words, empty where the check was never measured."""
    row = measured_precision().get(check.id, {})
    if not row.get("precision"):
        return ""
    known = int(row["right"]) + int(row["wrong"])
    return f"{float(row['precision']):.2f} ({row['right']} of {known} right)"


_OUTSIDE = frozenset({Need.SOURCE, Need.REFERENCE, Need.MODEL, *map(Need, Materials.names())})
"""Needs that not every run can meet."""


def summary_of(check: type[Check]) -> str:
    """The first line of a check's documentation."""
    return sections(check)[""].split("\n\n", 1)[0].replace("\n", " ")


def languages_text(check: type[Check]) -> str:
    """The languages a check knows, in words."""
    return "all" if check.languages & ALL_LANGUAGES else ", ".join(sorted(check.languages))


def facts(check: type[Check]) -> dict[str, str]:
    """What a check declares, as label and value."""
    found = {
        "Category": f"{check.category.info.label} ({check.category.value}; ITS {check.category.info.its})",
        "Severity": check.severity.value,
        "Confidence": f"{check.confidence:.2f}",
        "Measured precision": precision_text(check),
        "Languages": languages_text(check),
        "Looks at": f"one {check.granularity.value}" if check.granularity != "corpus" else "all documents together",
        "Needs": ", ".join(sorted(need.value.replace("_", " ") for need in check.needs if need in _OUTSIDE)),
        "Fix": check.fixable.value,
        "Status": check.status.value + (" (off by default)" if check.status is Status.PREVIEW else ""),
        "Profiles": ", ".join(sorted(check.profiles)),
        "Former ids": ", ".join(check.aliases),
        "Since": check.since,
    }
    return {label: value for label, value in found.items() if value}


def example_lines(example: str | Example) -> list[str]:
    """An example on two lines: the text, and carets under its marked places; one line where nothing is marked."""
    given = as_example(example)
    marked = read_marks(given.text)
    line, carets, done = "", "", 0
    for span in marked.spans:
        before = visible(marked.text[done : span.start])
        found = visible(marked.text[span.start : span.end], marked=True)
        line += before + found
        carets += " " * len(before) + "^" * max(1, len(found))
        carets = carets[: max(len(line), len(carets))]
        done = span.end
    line += visible(marked.text[done:])
    lines = [line, carets] if marked.spans else [line]
    fixed = given.fixed if given.fixed is not None else marked.fixed
    if fixed is not None and marked.spans:
        lines.append(visible(fixed))
    return lines


def example_note(example: str | Example) -> str:
    """Language, source and options of an example where they are not the usual ones."""
    given = as_example(example)
    parts = [] if given.lang == "en" else [given.lang]
    if given.source is not None:
        parts.append(f"source: {given.source}")
    parts += [f"{name} = {value!r}" for name, value in given.options.items()]
    parts += [f"{name.replace('_', ' ')}: {material}" for name, material in given.materials.at_hand().items()]
    return "; ".join(parts)


def explanation(check: type[Check]) -> str:
    """A check for people to read on a terminal."""
    documented = sections(check)
    lines = [check.id, "", documented[""], ""]
    label_width = max(len(label) for label in facts(check))
    lines += [f"  {label:<{label_width}}  {value}" for label, value in facts(check).items()]
    for heading in HEADINGS:
        if documented.get(heading):
            lines += ["", heading, *(f"  {line}" for line in documented[heading].splitlines())]
    for heading, examples in (("Found", check.bad), ("Left alone", check.good)):
        lines += ["", heading]
        for example in examples:
            note = example_note(example)
            shown = example_lines(example)
            lines += [f"  {line}" for line in shown[:2]]
            lines += [f"  = {shown[2]}"] if len(shown) > 2 else []
            lines += [f"  ({visible(note)})"] if note else []
    options = check.options()
    if options:
        lines += ["", f"Options (in qa.toml under [checks.{check.id}])"]
        lines += [f"  {name} = {option.default!r}: {option.doc}" for name, option in sorted(options.items())]
    lines += ["", f'Ignore it: --ignore {check.id}, or `ignore = ["{check.id}"]` in qa.toml']
    return "\n".join(lines) + "\n"
