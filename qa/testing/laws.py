"""The laws: functions of a check class that yield a sentence for every breach."""

from __future__ import annotations

import html
import json
import pickle
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from qa.core.check import Check, CorpusCheck, Example, Fixable, Need, Status
from qa.core.declaration import LONGEST_MESSAGE, MarkedText, as_example, declaration_faults, read_marks
from qa.core.document import Document, Role, Segment
from qa.core.finding import Finding
from qa.core.fix import Applicability, Fix, apply_edits, compatible_fixes
from qa.core.materials import NO_MATERIALS, Materials
from qa.core.span import Span
from qa.engine.corpus import findings_by_partition
from qa.read import ReadOptions, read_bytes
from qa.testing.guard import LAYERS, Guard, UndeclaredNeedError, document_of, run_check, run_instance, spans_of
from qa.testing.texts import HOSTILE_TEXTS, cuttings, paragraphs_before
from qa.text.analysis import Analysis

_TAGS = {Role.TITLE: "h1", Role.HEADING: "h2", Role.CAPTION: "figcaption", Role.LIST: "li"}
_PARTITIONS = 12
"""Random partitions that a corpus check is tried with."""
_READABLE = frozenset({*LAYERS.values(), Need.SOURCE, Need.REFERENCE, *map(Need, Materials.names())})
"""Needs of which a guard sees that they are read."""


def law_declaration(check: type[Check]) -> Iterator[str]:
    """Everything a check must declare is there, with enough examples, none of them twice."""
    yield from declaration_faults(check)


def law_bad_examples(check: type[Check]) -> Iterator[str]:
    """A bad example gives exactly the marked spans."""
    for example, marked in _bad(check):
        found = spans_of(check, example, marked.text)
        if found != sorted(marked.spans):
            yield f"expected {_shown(marked.text, marked.spans)}, found {_shown(marked.text, found)} in {marked.text!r}"


def law_good_examples(check: type[Check]) -> Iterator[str]:
    """A good example gives nothing."""
    for example in map(as_example, check.good):
        found = spans_of(check, example)
        if found:
            yield f"false alarm {_shown(example.text, found)} in {example.text!r}"


def law_fixes(check: type[Check]) -> Iterator[str]:
    """Fixing gives the declared text, and a second run finds nothing in it; every fix changes the text."""
    for example, marked in _bad(check):
        findings = _findings(check, example, marked.text)
        for finding in findings:
            for fix in finding.fixes:
                yield from _fix_faults(marked.text, fix)
        expected = marked.fixed if example.fixed is None else example.fixed
        if expected is None:
            continue
        first = [finding.fixes[0] for finding in findings if finding.fixes]
        edits = [edit for fix in compatible_fixes(first) for edit in fix.edits]
        fixed = apply_edits(marked.text, edits)
        if fixed != expected:
            yield f"fixing gives {fixed!r}, the example says {expected!r}"
        elif any(fix.applicability is not Applicability.DISPLAY for fix in first) and spans_of(check, example, fixed):
            yield f"after the fix it still finds something in {fixed!r}"


def _fix_faults(text: str, fix: Fix) -> Iterator[str]:
    try:
        if apply_edits(text, fix.edits) == text:
            yield f"the fix “{fix.title}” changes nothing in {text!r}"
    except ValueError as error:
        yield f"the fix “{fix.title}” cannot be made in {text!r}: {error}"


def law_fixable(check: type[Check]) -> Iterator[str]:
    """`fixable` tells the truth about the findings in the bad examples."""
    findings = [finding for example, marked in _bad(check) for finding in _findings(check, example, marked.text)]
    fixed = sum(bool(finding.fixes) for finding in findings)
    if check.fixable is Fixable.ALWAYS and fixed < len(findings):
        yield "declared always fixable, but a finding came without a fix"
    if check.fixable is Fixable.NEVER and fixed:
        yield "declared never fixable, but a finding came with a fix"
    if check.fixable is Fixable.SOMETIMES and fixed in {0, len(findings)}:
        yield f"declared sometimes fixable, but {'each' if fixed else 'no'} finding came with a fix"


def law_messages(check: type[Check]) -> Iterator[str]:
    """Messages fit a line, end without a full stop and are all shown by bad examples; confidence lies in 0 to 1."""
    shown = set()
    for example, marked in _bad(check):
        for finding in _findings(check, example, marked.text):
            shown.add(finding.message_id)
            if len(finding.message) > LONGEST_MESSAGE:
                yield f"message longer than {LONGEST_MESSAGE} characters: {finding.message}"
            if not finding.message.strip() or finding.message.endswith(".") or "\n" in finding.message:
                yield f"message is empty, ends in a full stop or takes several lines: {finding.message!r}"
            if not 0 < finding.confidence <= 1:
                yield f"confidence {finding.confidence} lies outside 0 to 1"
    for name in check.messages.keys() - shown:
        yield f"no bad example shows message “{name}”"


def law_shifted(check: type[Check]) -> Iterator[str]:
    """A clean paragraph before the text, plain or with emoji and accents, moves the spans and changes nothing else."""
    for example, marked in _bad(check):
        for number, paragraph in enumerate(paragraphs_before(example.lang), 1):
            if example.whole or f"paragraph-before-{number}" in check.unstable_under:
                continue
            prefix = paragraph + "\n\n"
            found = spans_of(check, example, prefix + marked.text)
            if found != sorted(span.shift(len(prefix)) for span in marked.spans):
                shown = _shown(prefix + marked.text, found)
                yield f"behind another paragraph it finds {shown} in {prefix + marked.text!r}"


def law_twice(check: type[Check]) -> Iterator[str]:
    """The same text twice gives the same findings twice."""
    for example, marked in _bad(check):
        if example.whole or "twice" in check.unstable_under:
            continue
        offset = len(marked.text) + 2
        found = spans_of(check, example, f"{marked.text}\n\n{marked.text}")
        expected = sorted([*marked.spans, *(span.shift(offset) for span in marked.spans)])
        if found != expected:
            yield f"the text twice gives {found}, not {expected}: {marked.text!r}"


def law_no_memory(check: type[Check]) -> Iterator[str]:
    """A check that has seen other texts finds the same as one that has not."""
    for example, marked in _bad(check):
        used = check(example.options, example.materials)
        document = document_of(example, marked.text)
        first, again = run_instance(used, document, Guard(None)), run_instance(used, document, Guard(None))
        if first != again:
            yield f"the second run of one instance gives other findings in {marked.text!r}"


def law_formats(check: type[Check]) -> Iterator[str]:
    """Read from HTML and JSONL, findings lead back to bytes that decode to the same characters."""
    for example, marked in _bad(check):
        for name, data in _wrapped(example, marked.text):
            options = ReadOptions(
                lang=example.lang, source_lang=example.source_lang, source_field="source" if example.source else None
            )
            documents = list(read_bytes(data, name, options))
            if len(documents) != 1 or not isinstance(documents[0], Document):
                yield f"{name}: reader said {documents!r}"
                continue
            document = documents[0]
            text = document.segments[0].text
            findings = run_check(check, document, example.options, Guard(None), example.materials)
            if text == marked.text and sorted(finding.span for finding in findings) != sorted(marked.spans):
                yield f"{name}: other findings than in plain text: {_shown(text, [f.span for f in findings])}"
            for finding in findings:
                yield from _raw_faults(name, data, document, finding)


def law_any_text(check: type[Check]) -> Iterator[str]:
    """No text makes a check crash or point outside of it: hostile ones, and its examples cut anywhere."""
    bad = [(example.lang, cut) for example, marked in _bad(check) for cut in cuttings(marked.text)]
    langs = {"en", "de", "zh", *(lang for lang, _ in bad)}
    hostile = [(lang, text) for text in HOSTILE_TEXTS for lang in sorted(langs) if check.speaks(lang)]
    for lang, text in (*hostile, *bad):
        try:
            found = spans_of(check, Example(text, lang=lang))
        except Exception as error:  # noqa: BLE001 - whatever a check raises is the breach
            yield f"{type(error).__name__} ({error}) in {text!r}"
            continue
        if any(not 0 <= span.start <= span.end <= len(text) for span in found):
            yield f"a span of {found} lies outside {text!r}"


def law_languages(check: type[Check]) -> Iterator[str]:
    """Examples are in languages that the check speaks."""
    for example in map(as_example, (*check.bad, *check.good)):
        if not check.speaks(example.lang):
            yield f"example in {example.lang}, which the check does not speak: {example.text!r}"


def law_needs(check: type[Check]) -> Iterator[str]:
    """A check reads what it declares in `needs`, nothing else and nothing less."""
    guard = Guard(check.needs | check.wants)
    texts = [(example, marked.text) for example, marked in _bad(check)]
    texts += [(example, example.text) for example in map(as_example, check.good)]
    for example, text in texts:
        try:
            run_check(check, document_of(example, text), example.options, guard, example.materials)
        except UndeclaredNeedError as error:
            yield f"{error}, in {text!r}"
    for need in sorted(((check.needs | check.wants) & _READABLE) - guard.read):
        yield f"declares Need.{need.name}, but reads it in no example"


def law_partitions(check: type[Check]) -> Iterator[str]:
    """A corpus check finds the same in any partition, order and grouping of the documents, sent between processes."""
    if not issubclass(check, CorpusCheck):
        return
    examples = [as_example(example) for example in (*check.bad, *check.good)]
    documents = [document_of(each, read_marks(each.text).text, str(at)) for at, each in enumerate(examples)]
    materials = next((each.materials for each in examples if each.materials.at_hand()), NO_MATERIALS)
    whole = findings_by_partition(check(None, materials), [documents])
    chance = random.Random(0)  # noqa: S311 - the same partitions in every run
    for _ in range(_PARTITIONS):
        order = chance.sample(documents, len(documents))
        bounds = sorted({0, len(order), *chance.choices(range(len(order) + 1), k=3)})
        parts = [order[start:end] for start, end in pairwise(bounds)]
        if findings_by_partition(check(None, materials), [*parts, []], _sent) != whole:
            yield f"partitions of {[len(part) for part in parts]} documents give other findings"


def _sent(state: Any) -> Any:
    """A state as another process gets it."""
    return pickle.loads(pickle.dumps(state))  # noqa: S301 - made here


def law_cross_fire(check: type[Check], others: Sequence[type[Check]]) -> Iterator[str]:
    """The good examples of a check set off no other check that is on by default, unless it lists that one."""
    for other in others:
        if other is check or other.status is not Status.STABLE or other.id in check.cross_fire:
            continue
        for example in map(as_example, check.good):
            found = spans_of(other, replace(example, options={})) if other.speaks(example.lang) else []
            if found:
                yield f"{other.id} flags {_shown(example.text, found)} in good example {example.text!r}"


def _bad(check: type[Check]) -> Iterator[tuple[Example, MarkedText]]:
    for example in map(as_example, check.bad):
        yield example, read_marks(example.text)


def _findings(check: type[Check], example: Example, text: str) -> list[Finding]:
    return run_check(check, document_of(example, text), example.options, Guard(None), example.materials)


def _shown(text: str, spans: Iterable[Span]) -> str:
    return str([f"{span.start}-{span.end} {text[span.start : span.end]!r}" for span in spans])


def _wrapped(example: Example, text: str) -> Iterator[tuple[str, bytes]]:
    """The text as a page, where its format has room for the source, and as a record."""
    blocks = Analysis(Segment("1", text, lang=example.lang)).blocks
    body = "\n".join(
        f"<{_TAGS.get(role, 'p')}>{_entities(text[span.start : span.end])}</{_TAGS.get(role, 'p')}>"
        for span, role in blocks
    )
    head = f'<!doctype html><html lang="{example.lang}"><meta charset="utf-8">'
    page = f"{head}<body><article>{body}</article></body></html>"
    record = {"id": "a", "text": text} | ({"source": example.source} if example.source else {})
    try:
        if example.source is None:
            yield "example.html", page.encode()
        yield "example.jsonl", json.dumps(record).encode() + b"\n"
    except UnicodeEncodeError:
        return


def _entities(text: str) -> str:
    return html.escape(text).replace("e", "&#101;").replace("\r\n", "<br>").replace("\n", "<br>")


def _raw_faults(name: str, data: bytes, document: Document, finding: Finding) -> Iterator[str]:
    segment = document.segment(finding.segment)
    if segment.map is None or segment.carrier is None:
        yield f"{name}: the reader gives no way back to the file"
        return
    ranges = [segment.carrier.to_bytes(span) for span in segment.map.to_raw(finding.span)]
    raw = "".join(data[span.start : span.end].decode(segment.carrier.encoding) for span in ranges)
    decoded = html.unescape(raw.replace("<br>", "\n")) if name.endswith(".html") else json.loads(f'"{raw}"')
    if "".join(decoded.split()) != "".join(finding.text.split()):
        yield f"{name}: raw characters {raw!r} are not {finding.text!r}"
