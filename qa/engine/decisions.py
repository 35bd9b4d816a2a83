"""The file of an editor's decisions: JSON lines, made for version control, only ever added to.

One decision a line; a later line about the same thing wins:

    {"decision": "ignore", "scope": "occurrence", "fingerprint": "9f3c…", "doc": "a17", "check": "…", "text": "…"}
    {"decision": "ignore", "scope": "document", "doc": "a17", "check": "doubled-word", "text": "the the"}
    {"decision": "ignore", "scope": "check", "check": "doubled-word", "text": "Duran Duran"}

`text` is the characters found; without it the wider scopes hold for all findings of the check. `accept` says that a
finding is right: it is shown although a wider decision ignores its like. Lines with other decisions, lines that begin
with `#` and unknown keys are left alone.
"""

from __future__ import annotations

import json
import os
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from qa.core.finding import Finding
from qa.errors import ConfigError

Key = tuple[str | None, ...]
_VERDICTS = ("accept", "ignore")
_NEEDED = {"occurrence": ("fingerprint",), "document": ("doc", "check"), "check": ("check",)}
_FIELDS = ("fingerprint", "doc", "check", "text")


class Decision(NamedTuple):
    """What an editor decided about a finding or findings like it.

    decision: `accept` or `ignore`. scope: `occurrence`, `document` or `check`. line: place in the file, from 1.
    """

    decision: str
    scope: str
    fingerprint: str | None = None
    doc: str | None = None
    check: str | None = None
    text: str | None = None
    line: int | None = None

    @property
    def key(self) -> Key:
        """What it is about; a later decision with the same key replaces this one."""
        if self.scope == "occurrence":
            return ("occurrence", self.fingerprint)
        if self.scope == "document":
            return ("document", same_document_key(self.doc or ""), self.check, self.text)
        return ("check", self.check, self.text)


def read_decisions(path: Path) -> Iterator[Decision]:
    """The accept and ignore decisions of a file, in order; none where there is no file yet. Raises ConfigError."""
    for line, entry in read_entries(path, may_miss=True):
        if entry.get("decision") not in _VERDICTS:
            continue
        yield _decision(entry, str(path), line)


def read_entries(path: Path, *, may_miss: bool = False) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The JSON objects of a baseline or decisions file with their lines; blank and comment lines are passed over.

    may_miss: a file that does not exist holds nothing. Raises ConfigError with the line of what is no JSON object.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        if may_miss and isinstance(error, FileNotFoundError):
            return
        raise ConfigError(f"cannot read this file ({error.strerror}); check its name and rights", str(path)) from None
    for number, raw in enumerate(content.split(b"\n"), 1):
        if not raw.strip() or raw.lstrip().startswith(b"#"):
            continue
        try:
            entry: object = json.loads(raw.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raise ConfigError("not a JSON object; repair or delete this line", str(path), number) from None
        if not isinstance(entry, dict):
            raise ConfigError("not a JSON object; repair or delete this line", str(path), number)
        yield number, entry


def decision_about(
    finding: Finding, doc: str, decision: str = "ignore", scope: str = "occurrence"
) -> dict[str, object]:
    """The entry that records a decision about `finding` of the document with id `doc`.

    At scope `check` it holds for the finding's text everywhere; drop `text` from it to silence the whole check.
    """
    entry: dict[str, object] = {"decision": decision, "scope": scope}
    if scope == "occurrence":
        entry["fingerprint"] = finding.fingerprint
    if scope != "check":
        entry["doc"] = doc
    return entry | {"check": finding.check, "text": finding.text}


def add_decision(path: Path, entry: Mapping[str, object]) -> None:
    """Append one entry to a decisions file, whole or not at all; nothing that stands in it is touched.

    Entries of other kinds than accept and ignore are written as they are. Raises ConfigError for an incomplete one.
    """
    if entry.get("decision") in _VERDICTS:
        _decision(entry, str(path), None)
    elif not isinstance(entry.get("decision"), str):
        raise ConfigError("a decision needs `decision`, such as accept or ignore", str(path))
    # One write at the end of the file is the only way that keeps the lines of two programs that write at once.
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o644)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        line = json_line(entry)
        if size:
            os.lseek(handle, size - 1, os.SEEK_SET)
            line = line if os.read(handle, 1) == b"\n" else b"\n" + line
        if os.write(handle, line) != len(line):
            os.ftruncate(handle, size)
            raise OSError(f"no room to write to {path}")
        os.fsync(handle)
    finally:
        os.close(handle)


def json_line(entry: Mapping[str, object]) -> bytes:
    """An entry as one line of a JSON lines file."""
    try:
        return (json.dumps(entry, ensure_ascii=False) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate out of a damaged file
        return (json.dumps(entry) + "\n").encode("ascii")


def same_document_key(doc: str) -> str:
    """A document's id in the form in which `./a.txt`, `a.txt` and `x/../a.txt`, with either slash, are one."""
    return posixpath.normpath(doc.replace("\\", "/"))


def _decision(entry: Mapping[str, object], where: str, line: int | None) -> Decision:
    """An entry as a decision; raises ConfigError when it is incomplete."""
    scope = str(entry.get("scope", "occurrence"))
    if scope not in _NEEDED:
        raise ConfigError(f"unknown scope “{scope}” (there are {', '.join(_NEEDED)})", where, line)
    values: dict[str, str | None] = {}
    for name in _FIELDS:
        value = entry.get(name)
        if value is not None and not isinstance(value, str):
            raise ConfigError(f"`{name}` of a decision must be a string", where, line)
        if name in _NEEDED[scope] and not value:
            raise ConfigError(f"a decision of scope {scope} needs `{name}`", where, line)
        values[name] = value
    found = values["fingerprint"], values["doc"], values["check"], values["text"]
    return Decision(str(entry["decision"]), scope, *found, line)
