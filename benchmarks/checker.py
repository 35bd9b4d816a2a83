"""Runs the checker through its public command line and reads its findings."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sets import Range, Text


class CheckerError(Exception):
    """The checker could not be started or failed; the text says how."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One finding: what the checker says is wrong, and where.

    related: other places in the same document. confidence: 0 to 1; 1 where the checker names none. forms: the spellings
    that a finding about a name compares. suggestion: what its first repair would write; None without a repair.
    """

    check: str
    start: int
    end: int
    matched: str
    message: str = ""
    severity: str = "minor"
    related: tuple[Range, ...] = ()
    confidence: float = 1.0
    forms: tuple[str, ...] = ()
    suggestion: str | None = None

    @property
    def places(self) -> tuple[Range, ...]:
        """The finding's own range first, then the related ones."""
        return ((self.start, self.end), *self.related)


@dataclass(frozen=True, slots=True)
class Checker:
    """How to start the checker. command: program with leading arguments. options: further options of `check`."""

    command: tuple[str, ...]
    profile: str = "news"
    options: tuple[str, ...] = ()

    def arguments(self, source: Path, output: Path) -> list[str]:
        """The command line that checks the records of `source` and writes findings to `output`."""
        what = ["check", str(source), "--text-field", "text", "--id-field", "id", "--lang", "en"]
        how = ["--profile", self.profile, "--fail-on", "never", "--no-progress", "--jobs", "1"]
        return [*self.command, *what, *how, "--format", "jsonl", "-o", str(output), *self.options]

    def check(self, texts: Sequence[Text]) -> list[list[Claim]]:
        """Claims about each text, in the order of `texts`.

        Raises:
            CheckerError: The program is missing, exits with another status than 0 or 1, or its findings do not fit the
                texts (unknown document, matched characters that are not at the named place).
        """
        with tempfile.TemporaryDirectory() as folder:
            source, output = Path(folder, "texts.jsonl"), Path(folder, "findings.jsonl")
            write_records(texts, source)
            arguments = self.arguments(source, output)
            try:
                done = subprocess.run(arguments, capture_output=True, text=True, check=False)
            except OSError as error:
                raise CheckerError(f"{self.command[0]}: {error.strerror}") from error
            if done.returncode not in (0, 1):
                raise CheckerError(f"{' '.join(arguments)}\nexit {done.returncode}\n{done.stderr[-2000:]}")
            return read_findings(output, texts)

    def catalogue(self) -> list[str]:
        """Ids of all checks as `checks --format json` lists them; empty where the command is not offered."""
        try:
            command = [*self.command, "checks", "--format", "json"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            listed = json.loads(done.stdout)
        except (OSError, ValueError):
            return []
        rows = listed.get("checks", []) if isinstance(listed, dict) else listed
        return sorted(row["id"] for row in rows if isinstance(row, dict) and "id" in row)


def write_records(texts: Sequence[Text], path: Path) -> None:
    """Writes texts as JSONL; the id is the ordinal, because ids of the sets may repeat."""
    with path.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            out.write(json.dumps({"id": str(number), "text": text.text}, ensure_ascii=False) + "\n")


def read_findings(path: Path, texts: Sequence[Text]) -> list[list[Claim]]:
    """Claims by text from the checker's JSONL output.

    Raises:
        CheckerError: A finding names no known text or its `text` is not what stands at `start:end`.
    """
    claims: list[list[Claim]] = [[] for _ in texts]
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                _place(json.loads(line), texts, claims)
    return claims


def _place(finding: dict[str, Any], texts: Sequence[Text], claims: list[list[Claim]]) -> None:
    """Adds one finding to the claims of its text."""
    doc = str(finding["doc"])
    if not doc.isdecimal() or int(doc) >= len(texts):
        raise CheckerError(f"finding of {finding['check']} names the unknown document {doc!r}")
    text = texts[int(doc)].text
    start, end = finding["start"], finding["end"]
    if text[start:end] != finding["text"]:
        raise CheckerError(f"finding of {finding['check']} in {texts[int(doc)].id}: {start}:{end} is not its text")
    related = tuple((r["start"], r["end"]) for r in finding.get("related", ()) if str(r.get("doc", doc)) == doc)
    claims[int(doc)].append(
        Claim(
            finding["check"],
            start,
            end,
            finding["text"],
            finding["message"],
            finding["severity"],
            related,
            confidence=finding.get("confidence", 1.0),
            forms=tuple(finding.get("forms", ())),
            suggestion=_first_repair(finding),
        )
    )


def _first_repair(finding: dict[str, Any]) -> str | None:
    """What the first edit of the first repair writes, if there is one."""
    edits = [fix["edits"] for fix in finding.get("fixes", ())[:1]]
    return str(edits[0][0]["text"]) if edits and edits[0] else None
