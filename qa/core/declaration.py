"""What every check must declare, and the marks in its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from qa.core.category import Category, Severity
from qa.core.check import Check, CorpusCheck, Example, Fixable, Granularity
from qa.core.span import Span

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
HEADINGS = ("What it flags", "Why it matters", "When it is wrong", "Sources")
_METHODS = {
    Granularity.SEGMENT: "check_segment",
    Granularity.DOCUMENT: "check_document",
    Granularity.CORPUS: "locate",
}
FEWEST_EXAMPLES = 3
LONGEST_MESSAGE = 100


@dataclass(frozen=True, slots=True)
class MarkedText:
    """An example with its marks taken out.

    text: what is checked. spans: the marked places in it. fixed: what the first fixes of all findings make of it; None
    where a mark names no replacement.
    """

    text: str
    spans: tuple[Span, ...]
    fixed: str | None


def as_example(example: str | Example) -> Example:
    """The example itself, or one made from a bare text."""
    return example if isinstance(example, Example) else Example(example)


def read_marks(marked: str) -> MarkedText:
    """Take `[[wrong->right]]` and `[[wrong]]` marks out of a text; only the last `->` in a mark divides it."""
    text: list[str] = []
    fixed: list[str] = []
    spans: list[Span] = []
    done = length = 0
    has_fixes = True
    for match in _MARK.finditer(marked):
        wrong, arrow, right = match[1].rpartition("->")
        if not arrow:
            wrong, has_fixes = match[1], False
        before = marked[done : match.start()]
        length += len(before)
        spans.append(Span(length, length + len(wrong)))
        length += len(wrong)
        text += before, wrong
        fixed += before, right
        done = match.end()
    text.append(marked[done:])
    fixed.append(marked[done:])
    return MarkedText("".join(text), tuple(spans), "".join(fixed) if spans and has_fixes else None)


def sections(check: type[Check]) -> dict[str, str]:
    """The docstring of a check as its summary (key "") and the text below each heading."""
    found: dict[str, list[str]] = {"": []}
    current = ""
    for line in (check.__doc__ or "").strip().splitlines():
        title = line.strip().rstrip(":")
        if title in HEADINGS and line.strip().endswith(":"):
            current = title
            found[current] = []
        else:
            found[current].append(line.strip())
    return {title: re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip()) for title, lines in found.items()}


def declaration_faults(check: type[Check]) -> Iterator[str]:
    """What is missing or wrong in what `check` declares, a sentence each; nothing for a well declared one."""
    for name, kind in (("id", str), ("category", Category), ("severity", Severity), ("messages", dict)):
        if not isinstance(getattr(check, name, None), kind):
            yield f"`{name}` is missing or no {kind.__name__}"
            return
    if not _ID.fullmatch(check.id):
        yield f"id “{check.id}” is not kebab-case"
    if not 0 < check.confidence <= 1:
        yield "confidence lies outside 0 to 1"
    method = _METHODS[check.granularity]
    if getattr(check, method) is getattr(CorpusCheck if method == "locate" else Check, method):
        yield f"granularity is {check.granularity}, but {method} is not implemented"
    yield from _text_faults(check)
    yield from _example_faults(check)


def _text_faults(check: type[Check]) -> Iterator[str]:
    for heading in HEADINGS:
        if heading not in sections(check):
            yield f"the docstring has no heading “{heading}:”"
    for name, template in check.messages.items():
        if any(field == "" for _, field, _, _ in Formatter().parse(template)):
            yield f"message “{name}” has an unnamed placeholder"


def _example_faults(check: type[Check]) -> Iterator[str]:
    bad, good = ([as_example(example) for example in examples] for examples in (check.bad, check.good))
    if len(bad) < FEWEST_EXAMPLES or len(good) < FEWEST_EXAMPLES:
        yield f"fewer than {FEWEST_EXAMPLES} bad or good examples"
    keys = [(example.text, example.lang, str(example.options), example.source) for example in bad + good]
    if len(set(keys)) < len(keys):
        yield "an example stands twice"
    fixed = [example.fixed is not None or read_marks(example.text).fixed is not None for example in bad]
    if any(not read_marks(example.text).spans for example in bad):
        yield "a bad example marks nothing"
    if any(read_marks(example.text).spans for example in good):
        yield "a good example carries marks"
    if check.fixable is not Fixable.NEVER and not any(fixed):
        yield "fixable, but no bad example shows a fix"
