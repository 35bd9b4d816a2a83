"""Checks over many documents: collect, merge, decide, locate.

There is one path only. A single file is one partition with one document; a pool of processes or a cluster collects
its partitions, merges the states as a tree, decides once and locates everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import Any

from qa.core.check import CorpusCheck
from qa.core.document import Document
from qa.core.finding import Finding
from qa.engine.run import analyse, finish, speaks
from qa.text.analysis import Analysis

Analysed = tuple[Document, Sequence[Analysis]]


def collect(check: CorpusCheck[Any, Any], state: Any, document: Document, texts: Sequence[Analysis]) -> Any:
    """`state` with what `document` adds, where the check speaks its language."""
    return check.collect(state, document, texts) if speaks(check, document, texts) else state


def collect_partition(check: CorpusCheck[Any, Any], documents: Iterable[Analysed]) -> Any:
    """The state after all `documents` of one partition."""
    state = check.empty()
    for document, texts in documents:
        state = collect(check, state, document, texts)
    return state


def merge_states(check: CorpusCheck[Any, Any], states: Iterable[Any]) -> Any:
    """One state that has seen what all `states` have seen."""
    return reduce(check.merge, states, check.empty())


def locate(check: CorpusCheck[Any, Any], document: Document, texts: Sequence[Analysis], verdict: Any) -> list[Finding]:
    """Findings of `check` in one document."""
    return list(check.locate(document, texts, verdict)) if speaks(check, document, texts) else []


def corpus_findings(check: CorpusCheck[Any, Any], documents: Sequence[Analysed]) -> Iterator[Finding]:
    """Findings of one corpus check over one partition, document by document in order."""
    verdict = check.decide(merge_states(check, [collect_partition(check, documents)]))
    for document, texts in documents:
        yield from finish(texts, locate(check, document, texts, verdict))


def findings_by_partition(
    check: CorpusCheck[Any, Any],
    partitions: Sequence[Sequence[Document]],
    sent: Callable[[Any], Any] = lambda state: state,
) -> list[tuple[str, Finding]]:
    """Findings with their document's id, sorted, when each partition is collected on its own; for the law test.

    sent: what becomes of states and verdict on their way between processes.
    """
    analysed = [[(document, analyse(document)) for document in part] for part in partitions]
    states = [sent(collect_partition(check, part)) for part in analysed]
    verdict = sent(check.decide(merge_states(check, states)))
    return sorted(
        (
            (document.id, finding)
            for part in analysed
            for document, texts in part
            for finding in finish(texts, locate(check, document, texts, verdict))
        ),
        key=lambda item: (item[0], item[1].span, item[1].message),
    )
