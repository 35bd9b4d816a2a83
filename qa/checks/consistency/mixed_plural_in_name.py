"""A name with and without a plural s inside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, counts, evidence_of, rarer_first, related_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

# A capitalised word before the word before.
_BEFORE = re.compile(r"(?<!\. )\b(?!(?:The|A|An|In|Of|For|And)\b)([A-ZÀ-Þ][\w'’-]*) [\w'’-]+ $")
_ROMAN = re.compile("[IVX]+")
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST = 3
# Before the names of persons the plural is grammar: "Senators Lenk and Dara".
_TITLES = frozenset(
    "senator representative president minister governor professor doctor mayor judge justice secretary member brother"
    " sister king queen prince princess pope saint general colonel captain officer player star lord lady chairman"
    " director congressman congresswoman delegate commissioner ambassador attorney engineer coach actor author king"
    " world year game season championship".split()
)


class MixedPluralInName(Check):
    """A word inside a name has a plural s in one place and none in another.

    What it flags:
        "Trade Exhibitors Alliance" beside "Trade Exhibitor Alliance": the rarer form. Two that are as frequent are
        left alone.

    Why it matters:
        A body has one name. The reader takes them for two, and a search finds half.

    When it is wrong:
        Where two names that differ so exist side by side ("Main Street Bridge", "Main Streets Bridge").

    Sources:
        MQM, inconsistency; counted in six million words of edited English, where the rarer form is a slip.
    """

    id = "mixed-plural-in-name"
    category = Category.TERM_INCONSISTENCY
    severity = Severity.MINOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS})
    fixable = Fixable.ALWAYS
    cross_fire = frozenset({"inconsistent-name"})
    messages = {"mixed": "“{text}” stands in the same name with another number elsewhere ({counts})"}
    bad = (
        "The Trade Exhibitor Alliance met. The Trade Exhibitor Alliance is new."
        " The Trade [[Exhibitors->Exhibitor]] Alliance is loud.",
        "The Federal Elections Commission sat. The Federal [[Election->Elections]] Commission is old, and the Federal"
        " Elections Commission knows it.",
        "The Armed Services Committee, the Armed [[Service->Services]] Committee and the Armed Services Committee.",
    )
    good = (
        "The Trade Exhibitor Alliance met, and exhibitors of the Trade Alliance came.",
        "The National Park Service and the National Parks of Lenk are old.",
        "The Federal Elections Commission sat. The Federal Election Commission is old.",
        "The Lenk Business Club and the Lenk Busines Club are new.",
        "United States Senator Dara Lenk and United States Senators Ost and Marlow met.",
        "The Stop Boat Taxes Act and the No Boat Tax Act are old.",
        "The corner of H Street Northwest and of H Streets Northwest is dark.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        vocabulary = frozenset().union(*(text.words.vocabulary for text in texts))
        plurals = [word for word in vocabulary if word[-1] == "s" and not word.endswith(_NO_PLURAL)]
        singulars = vocabulary.intersection([word[:-1] for word in plurals])
        for word in singulars:
            if len(word) >= _SHORTEST and word not in _TITLES:
                yield from self._compare(texts, word)

    def _compare(self, texts: Sequence[Analysis], word: str) -> Iterator[Finding]:
        """Findings for one word that stands in the text with and without its s."""
        found: defaultdict[tuple[str, str], dict[str, list[Place]]] = defaultdict(dict)
        for text in texts:
            for form in (word, f"{word}s"):
                for place, first, last in _inside_names(text, form):
                    found[first, last].setdefault(form, []).append(place)
        for forms in found.values():
            if len(forms) == 2:
                one, two = forms.values()
                # Of two forms that are as frequent, either may be the name.
                if len(one) != len(two) and not _are_longer(one, two):
                    yield from self._report(*rarer_first(one, two))

    def _report(self, rare: list[Place], rest: list[Place]) -> Iterator[Finding]:
        for place in rare:
            yield self.finding(
                place.text.segment,
                place.span,
                "mixed",
                fixes=[replace(place.span, rest[0].written)],
                related=related_of(rest),
                evidence=evidence_of([*rest, *rare]),
                forms=sorted({place.form, rest[0].form}),
                counts=counts(rest),
            )


def _inside_names(text: Analysis, form: str) -> Iterator[tuple[Place, str, str]]:
    """Places where a word stands between two others, all three capitalised, with those two."""
    words = text.words
    for ordinal in words.index.get(form, ()):
        if 0 < ordinal < len(words) - 1 and words.texts[ordinal][0].isupper():
            first, written, last = words.texts[ordinal - 1 : ordinal + 2]
            start, end = words.starts[ordinal - 1], words.ends[ordinal + 1]
            name = text.text[start:end]
            if (
                len(first) > 1
                and not _ROMAN.fullmatch(last)
                and first[0].isupper()
                and last[0].isupper()
                and name == f"{first} {written} {last}"
            ):
                yield Place(text, words.span(ordinal), name), first, last


def _are_longer(one: list[Place], two: list[Place]) -> bool:
    """Whether both are the ends of longer names that differ ("Stop Vaccine Mandates Act", "No Vaccine Mandate Act")."""
    before = [
        {_BEFORE.search(place.text.text[max(0, place.span.start - 60) : place.span.start]) for place in places}
        for places in (one, two)
    ]
    names = [{match[1] for match in found if match} for found in before]
    return all(names) and names[0].isdisjoint(names[1])
