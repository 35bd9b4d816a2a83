"""Making safe fixes: check, change the bytes, and check again until nothing safe is left."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qa.core.check import CorpusCheck
from qa.core.document import Document
from qa.core.finding import Finding, Problem
from qa.core.fix import Applicability, compatible_fixes
from qa.engine.checker import Checker
from qa.engine.run import DocumentResult
from qa.errors import ReadError
from qa.read import ReadOptions, read, read_bytes
from qa.read.write import ByteEdit, plan_fixes, splice, write_edits

MOST_ROUNDS = 10
"""A fix may uncover work for another; that this ends is a law for checks, this is the guard against a breach."""


@dataclass(slots=True)
class Repairs:
    """What was done to one file.

    made: fixes by check id. refused: safe fixes that the file's format or encoding could not take. encoding: how the
    file's characters are encoded, None where that is not known.
    """

    path: str
    made: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    encoding: str | None = None
    edits: list[ByteEdit] = field(default_factory=list)


class Repairer:
    """Repairs files on disk, or copies of them in memory that leave the disk alone."""

    def __init__(self, checker: Checker, options: ReadOptions, on_problem: Callable[[Problem], None]) -> None:
        """on_problem: told of everything that cannot be read, checked or written."""
        self._checker = checker
        self._options = options
        self._on_problem = on_problem
        self._told: set[Problem] = set()
        self.contents: dict[str, bytes] = {}
        """Files by path that are repaired in memory; put the old content here before `repair`."""

    def repair(self, paths: Iterable[str], jobs: int = 1) -> dict[str, Repairs]:
        """Make safe fixes in all files, round after round; what was done by path, in order."""
        done = {path: Repairs(path) for path in paths}
        corpus = any(isinstance(check, CorpusCheck) for check in self._checker.plan.checks)
        work = list(done)
        for _ in range(MOST_ROUNDS):
            self._plan(work, done, jobs)
            changed = [path for path in work if done[path].edits and self._write(done[path])]
            if not changed:
                return done
            # What a corpus check says of one file depends on all of them.
            work = work if corpus else changed
        for path in work:
            what = f"still changing after {MOST_ROUNDS} rounds; two checks disagree, leave one out with --ignore"
            self._on_problem(Problem(path, what, "check"))
        return done

    def _plan(self, paths: list[str], done: dict[str, Repairs], jobs: int) -> None:
        """Fill in the edits of one round."""
        for path in paths:
            done[path].edits = []
            done[path].refused.clear()
        for result in self._checker.run(self._documents(paths), jobs):
            if isinstance(result, Problem):
                self._tell(result)
                continue
            for problem in result.problems:
                self._tell(problem)
            _plan_document(result, done[result.document.path])

    def _tell(self, problem: Problem) -> None:
        if problem not in self._told:
            self._told.add(problem)
            self._on_problem(problem)

    def _documents(self, paths: list[str]) -> Iterator[Document | Problem]:
        for path in paths:
            if path in self.contents:
                yield from read_bytes(self.contents[path], path, self._options)
            else:
                yield from read(path, self._options)

    def _write(self, repairs: Repairs) -> bool:
        """Make the edits of one round in one file; whether they were made."""
        path = repairs.path
        try:
            if path in self.contents:
                self.contents[path] = splice(self.contents[path], repairs.edits)
            else:
                write_edits(path, repairs.edits)
        except ReadError as error:
            self._tell(Problem(path, error.what))
        except OSError as error:
            what = f"cannot be written ({error.strerror or error}); the file is as it was"
            self._tell(Problem(path, what, "read", type(error).__name__))
        else:
            return True
        repairs.made.clear()
        return False


def unified(path: str, old: bytes, new: bytes, encoding: str) -> Iterator[bytes]:
    """The lines of a unified diff between two contents of a file, in the file's own bytes, so that `patch` applies it.

    UTF-16 and UTF-32, which no program takes for lines of text, are shown as UTF-8.
    """
    from difflib import diff_bytes, unified_diff  # noqa: PLC0415 - only a diff needs it

    before, after = (_lines(content, encoding) for content in (old, new))
    for line in diff_bytes(unified_diff, before, after, _diff_name("a", path), _diff_name("b", path), n=2):
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _diff_name(side: str, path: str) -> bytes:
    """The name of a file in the head of a diff, in quotes as git writes it where it holds what would end the line."""
    name = f"{side}/{Path(path).as_posix()}"
    if any(char in name for char in '\n\r\t"\\'):
        escapes = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
        name = '"' + "".join(escapes.get(char, char) for char in name) + '"'
    elif " " in name:
        name += "\t"  # so that `patch` knows where the name ends
    return os.fsencode(name)


def _lines(content: bytes, encoding: str) -> list[bytes]:
    if encoding.startswith(("utf-16", "utf-32")):
        content = content.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    lines = content.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _plan_document(result: DocumentResult, repairs: Repairs) -> None:
    """Add the edits that make the safe fixes of one document."""
    safe: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.fixes and finding.fixes[0].applicability is Applicability.SAFE:
            safe.setdefault(finding.segment, []).append(finding)
    for segment in result.document.segments:
        findings = safe.get(segment.id, [])
        if not findings:
            continue
        chosen = compatible_fixes([finding.fixes[0] for finding in findings])
        edits, refused = plan_fixes(result.document, segment, chosen)
        repairs.edits += edits
        repairs.encoding = segment.carrier.encoding if segment.carrier else repairs.encoding
        # By identity: two findings may bring equal fixes, of which the first was taken.
        left = {id(fix) for fix in refused}
        made = {id(fix) for fix in chosen} - left
        repairs.refused.update(finding.check for finding in findings if id(finding.fixes[0]) in left)
        repairs.made.update(finding.check for finding in findings if id(finding.fixes[0]) in made)
