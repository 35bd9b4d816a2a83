"""Sentence of running prose without an end mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.punctuation._sentencehood import ENOUGH, LANGUAGES, sentencehood
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Granularity, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_END = re.compile(r"(?P<word>[^\W_](?:[^\s\W_]|[.'’-](?=[^\W_]))*|%)(?P<close>[)\]\"”’»]*)$")
_MARKED = frozenset(".!?…:;")
_ENDED_INSIDE = re.compile(r"[.!?…]$")
_INNER_END = re.compile(r"[^\W\d_]{3,}[\"”»)]?[.!?]+[\"”»)]? +[\"“«(]?[^\W\d_]")
# A text that breaks off here is unfinished, which is another matter.
_DANGLING = frozenset(
    "the a an of to in on at by for from with and or but than that which who whose be is are was were has have"
    " had will would can could may might must should as if because while into about between their its our your"
    " my his".split()
)
_NOTE = re.compile(r"[.!?…][”\"’']?(?: ?\[\w{1,3}\])+$")
_HABIT_BLOCKS = 3
_FIRST_LINE = 0.62
"""For the first of several paragraphs: of 500 such lines of machine output about half were headlines."""
_LONE_LINE = 0.6
"""For a document of one line outside English, where headlines have verbs and articles as sentences do."""


class MissingEndMark(Check):
    """A paragraph of running prose ends without a full stop or another end mark.

    What it flags:
        The last word of a paragraph that is built like a sentence (with articles, auxiliaries, pronouns) and has no
        mark behind it.

    Why it matters:
        The reader asks whether something is missing.

    When it is wrong:
        At headlines, captions and labels that read like whole sentences; the first line of a document is flagged with
        less confidence for that reason. Titles, lists, verse, captions, and texts that never set end marks (subtitles,
        chat) are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”.
    """

    id = "missing-end-mark"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = LANGUAGES
    needs = frozenset({Need.BLOCKS})
    cross_fire = frozenset({"unfinished-end"})
    fixable = Fixable.ALWAYS
    unstable_under = {"twice": "of two such lines the first is taken for a title"}
    messages = {"missing": "No end mark behind “{text}”"}
    bad = (
        "The bridge was closed in March because the river had risen over the [[quay->quay.]]",
        "The bridge was closed in March.\n\nThe mayor said that she would open it before the [[summer->summer.]]",
        "The bridge is closed. Nobody knows what the repair of the bridge would have [[cost->cost.]]",
        "“It will be late”, he said, and he left the hall without a [[word->word.]]",
        Example("Die Brücke wurde im März gesperrt, weil der Fluss über das Ufer getreten [[war->war.]]", lang="de"),
    )
    good = (
        "The bridge was closed in March because the river had risen over the quay.",
        "The bridge was closed because the river had risen, and we all know it. #marlow #SaveTheBridge",
        "The bridge was closed because the river had risen over the quay.[4]",
        "River Rises Over the Quay and the Old Bridge Is Closed",
        "Council closes old bridge after river rises over quay",
        "The new bridge\n\nThe bridge was closed in March. It was “late.”",
        "The bridge was closed, and this is what the mayor had promised:\n\n- a ferry\n- a boat",
        "they closed the bridge and i could not go\n\nit was late and we had no boat\n\nwe were sad and it was cold",
        "We can see the light of the old harbour,",
        "The river rose over the quay that the mayor had built for the",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        places = [(text, ordinal) for text in texts for ordinal in range(len(text.blocks))]
        bare: list[tuple[int, re.Match[str]]] = []
        body = 0
        for place, (text, ordinal) in enumerate(places):
            span, role = text.blocks[ordinal]
            if role is not Role.BODY or text.base_lang not in LANGUAGES:
                continue
            body += 1
            if text.text[span.end - 1] in _MARKED:
                continue
            match = _END.search(text.text, max(span.start, span.end - 60), span.end)
            if match is not None:
                bare.append((place, match))
        if len(bare) >= _HABIT_BLOCKS and len(bare) * 2 > body:
            return  # this document sets no end marks
        for place, match in bare:
            text, ordinal = places[place]
            start = _last_sentence(text, ordinal)
            if _is_sentence(text, ordinal, match, start) and not _leads_on(places, place):
                span = Span(match.start("word"), match.end())
                fixes = [replace(span, match.group() + ".")]
                sure = _confidence(text, ordinal, start, first=place == 0, lone=len(places) == 1)
                yield self.finding(text.segment, span, "missing", confidence=sure, fixes=fixes)


def _confidence(text: Analysis, ordinal: int, start: int, *, first: bool, lone: bool) -> float | None:
    """How sure a finding is that is less sure than others, because its block may be a headline.

    start: where the block's last sentence begins. first: nothing stands before the block. lone: nor behind it.
    """
    if lone:
        return None if text.base_lang == "en" else _LONE_LINE
    return _FIRST_LINE if first and _may_be_title(text, ordinal, start) else None


def _leads_on(places: Sequence[tuple[Analysis, int]], place: int) -> bool:
    """Whether the next block goes on: in small letters, or as a list."""
    if place + 1 == len(places):
        return False
    text, ordinal = places[place + 1]
    following = text.blocks[ordinal]
    return text.text[following.span.start].islower() or following.role is Role.LIST


def _last_sentence(text: Analysis, ordinal: int) -> int:
    """Where the last sentence of the block begins."""
    start, end = text.blocks[ordinal].span
    for inner in _INNER_END.finditer(text.text, start, end):
        start = inner.end() - 1
    return start


def _may_be_title(text: Analysis, ordinal: int, start: int) -> bool:
    """Whether a first block may be a title: one sentence, or several whose last one, from `start`, looks like none."""
    span = text.blocks[ordinal].span
    return start == span.start or sentencehood(text.text[start : span.end], text.base_lang) < ENOUGH


def _is_sentence(text: Analysis, ordinal: int, match: re.Match[str], start: int) -> bool:
    """Whether the block is a whole sentence, or ends in one that begins at `start`, which only lacks its mark."""
    prose, span = text.text, text.blocks[ordinal].span
    if prose[match.start("word") - 1] in "#@/" or _NOTE.search(prose, span.start, span.end):
        return False  # a hashtag, an account, an address, a note's number behind the end mark
    if match["word"].lower() in _DANGLING or _ENDED_INSIDE.search(prose, span.start, match.start("close")):
        return False
    if prose.count(";", *span) > 1:
        return False  # a list of programmes, results or works
    if prose[span.start].islower() or text.is_protected(Span(match.start(), match.end())):
        return False
    # The last of several sentences is no headline; a paragraph of an article is one less often than a lone line.
    enough = ENOUGH / 2 if start > span.start else ENOUGH
    return sentencehood(prose[start : span.end], text.base_lang) >= enough
