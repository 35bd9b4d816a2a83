"""The one way from documents to findings, for the command line, the library, an editor and a cluster alike."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from qa.config import Settings
from qa.core.check import Check, CorpusCheck
from qa.core.document import Document
from qa.core.finding import Problem
from qa.core.materials import Materials
from qa.engine import corpus
from qa.engine.materials import load_materials
from qa.engine.plan import make_plan
from qa.engine.registry import Registry, discover
from qa.engine.run import DocumentResult, analyse, check_document, crash, finish
from qa.engine.suppress import Suppression

CHUNK_DOCUMENTS = 32
CHUNK_CHARACTERS = 400_000
"""A chunk ends at whichever comes first: enough to hide the cost of sending, few enough to keep progress smooth."""

Chunk = list[Document | Problem]
Outcome = tuple[list[DocumentResult | Problem], dict[str, Any]]
"""What a chunk gives: a result for each document, problems at their places, and each corpus check's state."""
Work = Callable[[Callable[[Any], Outcome], Iterable[Any]], Iterator[Outcome]]


class Checker:
    """The checks that some settings ask for, ready to run.

    Two checkers share nothing; a checker keeps no state between documents but what suppressed which finding.
    """

    def __init__(
        self, settings: Settings, registry: Registry | None = None, materials: Materials | None = None
    ) -> None:
        """Choose the checks and hand them their materials, by default those that the settings name.

        Raises ConfigError for an unknown check id or a material's file that cannot be used, PluginError for clashing
        plugins.
        """
        self.settings = settings
        self.registry = discover(settings.plugins) if registry is None else registry
        given = load_materials(settings) if materials is None else materials
        self.plan = make_plan(self.registry, settings, materials=given)
        self.suppression = Suppression.load(settings.baseline, settings.decisions, self.registry.aliases)

    def check(self, document: Document) -> DocumentResult:
        """Findings in one document, corpus checks included: the document is the whole corpus."""
        for result in self.run([document]):
            if isinstance(result, DocumentResult):
                return result
        raise AssertionError("a document always has a result")

    def run(self, items: Iterable[Document | Problem], jobs: int | None = None) -> Iterator[DocumentResult | Problem]:
        """Results in the order of `items`; problems of the reader pass through at their place.

        jobs: number of processes, by default that of the settings (0: one for each core); the results are the same
        for any number. Without corpus checks a result comes as soon as its chunk is done; with them, after the last
        document was read.
        """
        checks = self.plan.checks
        corpus_checks = [check for check in checks if isinstance(check, CorpusCheck)]
        with _workers(jobs or self.settings.jobs or os.cpu_count() or 1, self.settings.plugins) as work:
            outcomes = work(partial(_check_chunk, checks), _chunks(items))
            if corpus_checks:
                collected = list(outcomes)
                verdicts, problems = _decide(corpus_checks, [states for _, states in collected])
                yield from problems
                locating = partial(_locate_chunk, [check for check in corpus_checks if check.id in verdicts], verdicts)
                outcomes = work(locating, (results for results, _ in collected))
            for results, _ in outcomes:
                for result in results:
                    yield self._finished(result) if isinstance(result, DocumentResult) else result

    def _finished(self, result: DocumentResult) -> DocumentResult:
        """The result without what is too unsure or was dismissed."""
        kept, _ = self.suppression.apply(replace(result, findings=tuple(self.plan.shown(result.findings))))
        return replace(result, findings=tuple(kept))


@contextmanager
def _workers(jobs: int, plugins: Sequence[Any]) -> Iterator[Work]:
    """A function that maps work over chunks: in this process for one job, in a pool for more."""
    if jobs <= 1:
        yield map
        return
    from qa.engine.pool import Pool  # noqa: PLC0415 - imports what one process does without

    # Each worker loads the plugins once, so that checks sent to it can be unpickled.
    pool = Pool(jobs, discover, tuple(plugins))
    try:
        yield pool.map
    finally:
        pool.close()


def _chunks(items: Iterable[Document | Problem]) -> Iterator[Chunk]:
    chunk: Chunk = []
    size = 0
    for item in items:
        chunk.append(item)
        size += sum(len(segment.text) for segment in item.segments) if isinstance(item, Document) else 0
        if len(chunk) >= CHUNK_DOCUMENTS or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _check_chunk(checks: Sequence[Check], chunk: Chunk) -> Outcome:
    """Segment and document checks over a chunk, and what the corpus checks collect from it."""
    corpus_checks = [check for check in checks if isinstance(check, CorpusCheck)]
    states = {check.id: check.empty() for check in corpus_checks}
    results: list[DocumentResult | Problem] = []
    for item in chunk:
        if isinstance(item, Problem):
            results.append(item)
            continue
        texts = analyse(item)
        result = check_document(item, checks, texts)
        for check in corpus_checks:
            try:
                states[check.id] = corpus.collect(check, states[check.id], item, texts)
            except Exception as error:  # noqa: BLE001 - a crash in one check must not end the run
                result = replace(result, problems=(*result.problems, crash(check, error, item)))
        results.append(result)
    return results, states


def _decide(
    checks: Sequence[CorpusCheck[Any, Any]], states: Sequence[dict[str, Any]]
) -> tuple[dict[str, Any], list[Problem]]:
    """The verdict of each corpus check by id, and a problem for each one that came to none."""
    verdicts: dict[str, Any] = {}
    problems: list[Problem] = []
    for check in checks:
        try:
            merged = corpus.merge_states(check, [state[check.id] for state in states])
            verdicts[check.id] = check.decide(merged)
        except Exception as error:  # noqa: BLE001 - a crash in one check must not end the run
            problems.append(crash(check, error))
    return verdicts, problems


def _locate_chunk(
    checks: Sequence[CorpusCheck[Any, Any]], verdicts: dict[str, Any], results: list[DocumentResult | Problem]
) -> Outcome:
    """Add the corpus checks' findings to the results of a chunk."""
    located: list[DocumentResult | Problem] = []
    for result in results:
        if isinstance(result, Problem):
            located.append(result)
            continue
        texts = analyse(result.document)
        found = list(result.findings)
        problems = list(result.problems)
        for check in checks:
            try:
                found += corpus.locate(check, result.document, texts, verdicts[check.id])
            except Exception as error:  # noqa: BLE001 - a crash in one check must not end the run
                problems.append(crash(check, error, result.document))
        located.append(DocumentResult(result.document, finish(texts, found), tuple(problems)))
    return located, {}
