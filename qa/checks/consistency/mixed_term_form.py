"""Two sister forms of one term in one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, counts, evidence_of, matches, rarer_first, related_of
from qa.checks.consistency._forms import with_case_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_TIE = 0.85
"""Of two forms that are as frequent as each other, either may be the odd one."""
_ROUND = re.compile(r"\b(?P<stem>[Qq]uarter|[Ss]emi)(?P<joint>-?)final(?:s|ists?)?\b")
_ROUNDS = frozenset("quarterfinal quarterfinals semifinal semifinals".split())
# Words for peoples, faiths and books of which both forms are in use today; names of places, persons and bodies are
# other checks' matter.
_PAIRS = (
    "Argentine/Argentinian Argentine/Argentinean Argentinian/Argentinean Slovak/Slovakian Uyghur/Uighur Muslim/Moslem"
    " Quran/Koran"
)
_NAMES = frozenset(name for pair in _PAIRS.split() for name in pair.split("/"))
_OTHERS: Mapping[str, frozenset[str]] = {
    name: frozenset(other for pair in _PAIRS.split() if name in pair.split("/") for other in pair.split("/")) - {name}
    for name in _NAMES
}
_NAME = re.compile(rf"(?<![\w'’-])(?P<form>{'|'.join(sorted(_NAMES))})(?=s?(?![\w-]))")
# Part of a longer name, or a word that is spoken about.
_LONGER_BEFORE = re.compile(
    r"(?:(?P<capital>[A-ZÀ-Þ]\w+) |[“\"(/]|\b(?:called|spell(?:ed|ing)|name|as|or|now|formerly|then)) ?$"
)
_LONGER_AFTER = re.compile(r"s?(?:['’]s)? ?(?:[A-ZÀ-Þ(/]|[”\"])")


class MixedTermForm(Check):
    """One term stands in two sister forms in one article.

    What it flags:
        "quarter-finals" beside "semifinals", "Argentinian" beside "Argentine", "Koran" beside "Quran": the rarer form;
        of two that are as frequent, with less confidence, the one that comes in later.

    Why it matters:
        The reader asks whether two things are meant.

    When it is wrong:
        In titles and names that keep another form. Forms inside longer names, in quotation marks and brackets are not
        counted.

    Sources:
        MQM, inconsistent terminology; the lists of words that take two forms are closed and kept short.
    """

    id = "mixed-term-form"
    category = Category.TERM_INCONSISTENCY
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"mixed": "“{text}” has another form elsewhere ({counts})"}
    bad = (
        "They drew in the [[quarter-finals->quarterfinals]] and won the semifinals. The other semifinal is on Friday.",
        "The Argentine service let them in. An Argentine court and an [[Argentinian->Argentine]] lawyer agreed.",
        "The court swore him in on the Quran. The Quran was old, and a [[Koran->Quran]] lay beside it.",
    )
    good = (
        "They won the quarter-final and lost the semi-final.",
        "The Argentine Football Union chose a lawyer. He is Argentinian.",
        "The Quran was old. The Koran Study Circle met on Friday, and the book was once called Koran.",
        "He read “The Koran Letters” beside the Quran.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        vocabulary = frozenset().union(*(text.words.vocabulary for text in texts))
        if _ROUNDS & vocabulary:
            yield from self._rounds(texts)
        forms = [form for form in _NAMES if form.lower() in vocabulary or f"{form.lower()}s" in vocabulary]
        if any(not _OTHERS[form].isdisjoint(forms) for form in forms):
            yield from self._names(texts)

    def _names(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Names that have two forms."""
        names: defaultdict[str, list[Place]] = defaultdict(list)
        for text, match in matches(_NAME, texts):
            if _stands_free(text, match):
                names[min({match[0], *_OTHERS[match[0]]})].append(Place(text, Span(*match.span()), match[0]))
        for places in names.values():
            yield from self._compare(places)

    def _rounds(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Quarter- and semi-finals of which one has the hyphen; both ways of one word are another check's matter."""
        found = [(match["stem"].lower(), match["joint"], text, match) for text, match in matches(_ROUND, texts)]
        joints = {(stem, joint) for stem, joint, _, _ in found}
        if len(joints) == 2 == len({stem for stem, _ in joints}):
            places = [Place(text, Span(*match.span()), match[0].lower()) for _, _, text, match in found]
            with_hyphen = [place for place in places if "-" in place.form]
            without = [place for place in places if "-" not in place.form]
            if with_hyphen and without:
                rare, rest = rarer_first(with_hyphen, without)
                for place in rare:
                    form = place.form.replace("-", "") if rare is with_hyphen else place.form.replace("final", "-final")
                    yield self._finding(place, rest, with_case_of(place.written, form))

    def _compare(self, places: list[Place]) -> Iterator[Finding]:
        """A finding at each place of the rarer forms."""
        forms: defaultdict[str, list[Place]] = defaultdict(list)
        for place in places:
            forms[place.form].append(place)
        if len(forms) < 2:
            return
        main = max(forms.values(), key=len)
        for other in forms.values():
            if other is not main:
                sure = _TIE if len(other) == len(main) else None
                for place in other:
                    yield self._finding(place, main, with_case_of(place.written, main[0].form), sure)

    def _finding(self, place: Place, rest: list[Place], right: str, confidence: float | None = None) -> Finding:
        return self.finding(
            place.text.segment,
            place.span,
            "mixed",
            confidence=confidence,
            fixes=[replace(place.span, right)],
            related=related_of(rest),
            evidence=evidence_of([*rest, place]),
            counts=counts(rest),
        )


def _stands_free(text: Analysis, match: re.Match[str]) -> bool:
    """Whether a name is neither part of a longer one nor a word that is spoken about."""
    start, end = match.span()
    before = _LONGER_BEFORE.search(text.text, max(0, start - 24), start)
    if before and not (before["capital"] and text.lexicon.is_function_word(before["capital"])):
        return False
    if _LONGER_AFTER.match(text.text, end):
        return False
    return not _is_short_quotation(text, start)


def _is_short_quotation(text: Analysis, offset: int) -> bool:
    """Whether `offset` lies in a quotation that may be a title rather than speech."""
    return any(
        pair.open.start <= offset < pair.close.end and pair.close.end - pair.open.start < 40
        for pair in text.quotations.pairs
    )
