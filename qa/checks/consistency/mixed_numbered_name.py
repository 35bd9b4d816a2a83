"""One name with its number joined by a hyphen here and by a blank there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, counts, evidence_of, rarer_first, related_of
from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_NUMBERED = re.compile(r"[ \u00a0‑-](?=\d{1,3}\b(?![.,:/%-]\d|\s?%))")
# Letters and a number that name a model: "Su-27", "T 72", "G20". The same number must stand in both ways.
_MODEL_NUMBER = re.compile(r"[0-9]{2}(?<=[A-Za-z \u00a0‑-]..)")
_LONGEST_MODEL = 6
_MODEL = re.compile(
    r"(?<![\w/.’'-])(?P<letters>[A-Z]{1,3}|[A-Z][A-Za-z][A-Z]?|COVID|Covid)(?P<joint>[ \u00a0‑-]?)(?P<number>\d{2,3})"
    r"(?![\w/%°-]|[.,:]\d|\s?%|[ \u00a0](?:[A-Z]?[a-z]*illion|thousand|percent|per cent|degrees)\b)"
)
_NAME_BEFORE = re.compile(r"(?:^|[^\w’'-])([^\W\d_][\w’']+)$")
_NEXT_WORD = re.compile(r" ([a-z]+)")
_LONGEST_NAME = 24
_WAYS = 2
_NO_MODEL = frozenset("A I In At On By Of To As AD BC No Nr Mr Dr St Oh Up Is US UK UN EU TV PM AM CE Ch Al De".split())
# Words before which a number counts or dates: "May 15" beside "a May-15 rally".
_NOT_NAMES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday number no article section chapter"
    " page figure table part paragraph under over top about some at in on for from to by of and or the with"
    " after".split()
)


class MixedNumberedName(Check):
    """The number of one name hangs on a hyphen in some places and stands behind a blank in others.

    What it flags:
        The rarer of “Soyuz-2” and “Soyuz 2”; of two that are as frequent, the one that comes in later. Of models with a
        letter or two also “Su27” beside “Su-27”.

    Why it matters:
        The reader takes them for two things, and a search finds half.

    When it is wrong:
        Where the hyphen makes an adjective of the two (“a Group-2 game of Group 2”): a hyphen is not flagged where
        another hyphen or a noun in small letters follows.

    Sources:
        MQM, inconsistency.
    """

    id = "mixed-numbered-name"
    category = Category.INCONSISTENCY
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"mixed": "“{text}” is written another way elsewhere ({counts})"}
    bad = (
        "The Soyuz 2 rocket rose. Later another Soyuz 2 and a [[Soyuz-9->Soyuz 9]], also of that line, followed.",
        "Gas flows through Northern Light 2. More would come from Northern [[Light-1->Light 1]], he said.",
        "The Su-27 crashed. A second [[Su27->Su-27]] landed, and so did the T-72 and T-80 crews.",
        "The G20 met in May. The [[G-20->G20]] will meet again.",
        "Tupolev-95, Tupolev-22 and [[Tupolev 16->Tupolev-16]] were on the list.",
    )
    good = (
        "The Soyuz 2 rocket rose, and another Soyuz 2 followed.",
        "On May 15 they met; the May-15 rally was large.",
        "In 20 years A 20 became A20.",
        "In Group 2 the Group-2 leaders won a Group-2 match.",
        "The G-20 met in May 2020 with 20 guests.",
        "Article 5 says so, an Article-5 case.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        yield from self._models(texts)
        found: defaultdict[str, dict[str, list[Place]]] = defaultdict(lambda: {"-": [], " ": []})
        for text in texts:
            if "-" not in text.characters and "‑" not in text.characters:
                continue
            for name, joint, span in _numbered_names(text.text):
                place = Place(text, span, span.of(text.text))
                found[name][joint].append(place)
        for joints in found.values():
            hyphens, blanks = joints["-"], joints[" "]
            if hyphens and blanks and not any(_is_attributive(place) for place in hyphens):
                rare, rest = rarer_first(hyphens, blanks)
                for place in rare:
                    yield self._finding(place, [*rest, *rare], rest, " " if rest is blanks else "-")

    def _models(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Models whose number is joined in two ways."""
        found: defaultdict[tuple[str, str], dict[str, list[Place]]] = defaultdict(dict)
        for text in texts:
            for match in _model_names(text.text):
                letters, joint, number = match.groups()
                joint = joint.replace("\u00a0", " ").replace("‑", "-")
                if letters in _NO_MODEL:
                    continue
                place = Place(text, Span(*match.span()), match.group())
                found[letters, number].setdefault(joint, []).append(place)
        for joints in found.values():
            if len(joints) == _WAYS:
                one, two = joints.values()
                rare, rest = rarer_first(one, two)
                joint = next(joint for joint, places in joints.items() if places is rest)
                for place in rare:
                    yield self._finding(place, [*rest, *rare], rest, joint)

    def _finding(self, place: Place, every: list[Place], rest: list[Place], joint: str) -> Finding:
        right = re.sub(r"[ \u00a0‑-]?(?=\d+$)", joint, place.written, count=1)
        return self.finding(
            place.text.segment,
            place.span,
            "mixed",
            fixes=[replace(place.span, right)],
            related=related_of(rest),
            evidence=evidence_of(every),
            counts=counts(rest),
        )


def _model_names(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_MODEL`, looked for at numbers, which are rarer than capitals."""
    done = -1
    for number in _MODEL_NUMBER.finditer(text):
        if number.start() < done:
            continue
        for start in range(max(0, number.start() - _LONGEST_MODEL), number.start()):
            match = _MODEL.match(text, start) if text[start].isupper() else None
            if match and match.start("number") == number.start():
                done = match.end()
                yield match
                break


def _numbered_names(text: str) -> Iterator[tuple[str, str, Span]]:
    """Each capitalised word with a number behind it: the word, how they are joined ("-" or " "), the place of both."""
    for match in _NUMBERED.finditer(text):
        before = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if before is None or not before[1][0].isupper() or before[1].lower() in _NOT_NAMES:
            continue
        if _MODEL.match(text, before.start(1)):
            continue
        end = match.end()
        while end < len(text) and text[end].isdigit():
            end += 1
        yield before[1], " " if match[0].isspace() else "-", Span(before.start(1), end)


def _is_attributive(place: Place) -> bool:
    """Whether a noun in small letters or another hyphen follows, so that the hyphen may make an adjective."""
    text, end = place.text.text, place.span.end
    following = _NEXT_WORD.match(text, end)
    noun = following is not None and not place.text.lexicon.is_function_word(following[1])
    return text[end : end + 1] == "-" or noun
