import dataclasses

from qa.config import load_settings
from qa.core.document import Document, Segment
from qa.core.finding import Problem
from qa.engine.checker import Checker
from qa.engine.registry import Registry, discover
from qa.engine.run import DocumentResult
from tests.engine.corpus_example import MinorityCase

REGISTRY = discover(entry_points=False)
TEXTS = [
    "The ferry left the the harbour .",
    "Nothing is wrong here.",
    "Foo foo, foo bar Bar bar.",
    "It rained, and and it blew.",
]


def checker(registry: Registry = REGISTRY, **overrides: object) -> Checker:
    return Checker(load_settings(registry.checks, overrides), registry)


def documents(count: int = 40) -> list[Document | Problem]:
    found: list[Document | Problem] = [
        Document("x.jsonl", str(number), "jsonl", (Segment("1", TEXTS[number % 4], lang="en"),), lang="en")
        for number in range(count)
    ]
    found.insert(3, Problem("x.jsonl:4", "not JSON; repair the line"))
    return found


def test_findings_of_one_document() -> None:
    document = documents()[0]
    assert isinstance(document, Document)
    checks = [finding.check for finding in checker().check(document).findings]
    assert checks == ["doubled-word", "space-before-punctuation"]


def test_any_number_of_processes_gives_the_same_results_in_the_same_order() -> None:
    serial = list(checker().run(documents(), jobs=1))
    assert [item for item in serial if isinstance(item, Problem)] == [documents()[3]]
    assert list(checker().run(documents(), jobs=2)) == serial
    assert list(checker().run(documents(), jobs=3)) == serial


def test_corpus_checks_see_all_documents_in_serial_and_in_parallel() -> None:
    registry = dataclasses.replace(REGISTRY, checks={MinorityCase.id: MinorityCase})
    serial = list(checker(registry).run(documents(), jobs=1))
    found = [finding.text for item in serial if isinstance(item, DocumentResult) for finding in item.findings]
    assert set(found) >= {"Foo", "Bar"}
    assert list(checker(registry).run(documents(), jobs=2)) == serial


class Undecided(MinorityCase):
    """A check that comes to no verdict."""

    id = "undecided"

    def decide(self, state):
        raise ValueError("no\nverdict")


def test_a_corpus_check_that_comes_to_no_verdict_is_a_problem_and_the_rest_goes_on() -> None:
    registry = dataclasses.replace(REGISTRY, checks={MinorityCase.id: MinorityCase, Undecided.id: Undecided})
    found = list(checker(registry).run(documents(), jobs=1))
    problem = found[0]
    assert isinstance(problem, Problem)
    assert problem.what == "check undecided crashed (ValueError: no verdict); its findings are missing"
    only = dataclasses.replace(REGISTRY, checks={MinorityCase.id: MinorityCase})
    assert found[1:] == list(checker(only).run(documents(), jobs=1))


def test_confidence_decides_what_is_shown() -> None:
    document = documents()[0]
    assert isinstance(document, Document)
    assert checker(min_confidence=1.0).check(document).findings == ()
