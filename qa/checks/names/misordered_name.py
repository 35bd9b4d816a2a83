"""Family name and given name in the wrong order, or one taken for the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.checks._places import Place, related_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.names.family_first import FamilyFirst, family_names, hungarian_given_names, read_family_first

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

# Words that stand before a family name: some of the ranks and roles of `qa.text.names.titles`. Of the others many stand
# before given names as well ("Uncle", "King", "Comrade", "his wife"), so that list cannot take the place of this one.
_OFFICES = frozenset(
    "president premier chairman chairwoman minister secretary general marshal ambassador governor mayor leader"
    " chancellor spokesman spokeswoman spokesperson director commissioner senator admiral colonel judge justice".split()
)
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr professor prof".split())


class _Full(NamedTuple):
    """A full name in the text: how it is read, and the ordinals of its words, half-open."""

    name: FamilyFirst
    text: Analysis
    words: tuple[int, int]


class MisorderedName(Check):
    """A given name is used as family name, or the two stand in the wrong order.

    What it flags:
        "President Jinping" for Xi Jinping, "Mr. Jong-un" for Kim Jong-un; "Jinping Xi" beside "Xi Jinping". The text
        itself must name the person in full, family name first.

    Why it matters:
        Chinese, Korean and Hungarian put the family name first, and systems take the last word for it.

    When it is wrong:
        Where the person is known by the given name, or two relatives are told apart by it. Vietnamese names, which
        follow a title with the given name, are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Names, Terms, and Titles of Works”; lists of family names as stated in
        the documentation of `qa.text.names.family_first`.
    """

    id = "misordered-name"
    category = Category.ENTITY
    severity = Severity.MAJOR
    confidence = 0.92
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS})
    fixable = Fixable.ALWAYS
    messages = {
        "given": "“{text}” is the given name; the family name is “{family}”",
        "reversed": "“{text}” stands as “{full}” elsewhere in this text",
    }
    bad = (
        "The host greeted Liu Mingwei at the gate. Liu said little. President [[Mingwei->Liu]] left at noon.",
        "The premier thanked President Liu Mingwei. Chairman [[Mingwei->Liu]] bowed.",
        "Marshal Pak Sung-il led the parade, and Mr. [[Sung-il->Pak]] spoke. Pak was in tears.",
        "Premier Zhou Lanfen spoke first, and then [[Lanfen Zhou->Zhou Lanfen]] shook hands with Dara Lenk.",
        "The jury praised László Tavas twice. Later [[Tavas László->László Tavas]] sang.",
    )
    good = (
        "The host greeted Liu Mingwei at the gate. President Liu left at noon, and Liu Mingwei wrote to the host.",
        "Liu Mingwei and his brother Mingwei Tarsk met President Marlow. Mingwei was late.",
        "Nguyen Van Tam spoke first, and then President Tam shook hands with Mr Lenk.",
        "Robert Thomas met Thomas Robert in Ostrau.",
        "Lee Marina sang in Ostrau. Later Ms Marina and Captain Han Solo danced.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        found = [full for text in texts if _may_hold_names(text) for full in _full_names(text)]
        by_given: defaultdict[str, list[_Full]] = defaultdict(list)
        for full in found:
            by_given[full.name.given].append(full)
        for given, named in sorted(by_given.items()):
            if len({full.name.family for full in named}) == 1:  # else it is unclear who is meant
                yield from self._one_person(given, named, found, texts)
        yield from self._hungarian(texts)

    def _one_person(
        self, given: str, named: Sequence[_Full], found: Sequence[_Full], texts: Sequence[Analysis]
    ) -> Iterator[Finding]:
        """Places where one person's given name stands alone behind a title or before the family name."""
        family = named[0].name.family
        relatives = {full.name.given for full in found if full.name.family == family} - {given}
        for text in texts:
            for first, last in _runs(text, given.split(" ")):
                if _word(text, first - 1, first) == family:
                    continue
                if _word(text, last + 1, last) == family and not _capital(text, last + 2, last + 1):
                    if _is_possessive(text, last):
                        continue  # “Xiaobo’s Lu” is no name
                    span = _without_possessive(text, first, last + 1)
                    yield self._finding(text, span, "reversed", f"{family} {given}", named)
                elif (
                    _is_addressed(text, first, relatives)
                    and not _capital(text, last + 1, last)
                    and _is_sure(named, texts)
                ):
                    yield self._finding(text, _without_possessive(text, first, last), "given", family, named)

    def _hungarian(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Hungarian names with the family name first in a text that has them the other way round as well."""
        pairs: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        for text in texts:
            for first in _beside_hungarian(text):
                if _capital(text, first, first + 1) and _capital(text, first + 1, first):
                    if _is_possessive(text, first):
                        continue  # “Viktor’s Marlow” is no name
                    one, two = text.words.texts[first], _word(text, first + 1, first)
                    span = Span(text.words.starts[first], text.words.starts[first + 1] + len(two))
                    pairs[one, two].append(Place(text, span, f"{one} {two}"))
        for (family, given), places in sorted(pairs.items()):
            usual = pairs.get((given, family))
            if usual and given.lower() in hungarian_given_names() and family.lower() not in hungarian_given_names():
                for place in places:
                    yield self.finding(
                        place.text.segment,
                        place.span,
                        "reversed",
                        fixes=[replace(place.span, usual[0].form, Applicability.SUGGEST)],
                        related=related_of(usual),
                        full=usual[0].form,
                    )

    def _finding(self, text: Analysis, span: Span, message: str, right: str, named: Sequence[_Full]) -> Finding:
        full = f"{named[0].name.family} {named[0].name.given}"
        places = [Place(each.text, _span(each), full) for each in named]
        return self.finding(
            text.segment,
            span,
            message,
            fixes=[replace(span, right, Applicability.SUGGEST)],
            related=related_of(places),
            evidence=[Evidence("count", f"{full} {len(named)}, read as a {named[0].name.origin} name")],
            family=named[0].name.family,
            full=full,
        )


def _may_hold_names(text: Analysis) -> bool:
    return not family_names().isdisjoint(text.words.vocabulary)


def _full_names(text: Analysis) -> Iterator[_Full]:
    """Names that can only have the family name first."""
    words = text.words
    for family in sorted(family_names() & words.vocabulary):
        for ordinal in words.index[family]:
            for length in (2, 1):
                last = ordinal + length
                if all(_capital(text, at, at - 1) for at in range(ordinal + 1, last + 1)) and last < len(words):
                    rest = " ".join(words.texts[ordinal + 1 : last + 1]).removesuffix("'s").removesuffix("’s")
                    name = read_family_first(words.texts[ordinal], rest)
                    if name is not None and (name.origin == "Korean" or not _capital(text, last + 1, last)):
                        yield _Full(name, text, (ordinal, last + 1))
                        break


def _beside_hungarian(text: Analysis) -> list[int]:
    """Ordinals of words that stand with the next one where one of the two is a Hungarian given name, each once."""
    words = text.words
    there = _hungarian_words() & words.vocabulary
    return sorted({at - step for word in there for at in words.index[word] for step in (0, 1)})


@cache
def _hungarian_words() -> frozenset[str]:
    """Hungarian given names, with a possessive and without."""
    return hungarian_given_names() | {f"{name}'s" for name in hungarian_given_names()}


def _is_possessive(text: Analysis, ordinal: int) -> bool:
    return text.words.texts[ordinal].endswith(("'s", "’s"))


def _word(text: Analysis, at: int, neighbour: int) -> str:
    """The word at ordinal `at` without a possessive, where one blank divides it from its neighbour; else nothing."""
    words = text.words
    if not (0 <= at < len(words) and 0 <= neighbour < len(words)):
        return ""
    left, right = min(at, neighbour), max(at, neighbour)
    if text.text[words.ends[left] : words.starts[right]] not in (" ", "\u00a0", ". "):
        return ""
    if text.text[words.ends[left]] == "." and words.lower[left] not in _FORMS_OF_ADDRESS:
        return ""
    return words.texts[at].removesuffix("'s").removesuffix("’s")


def _capital(text: Analysis, at: int, neighbour: int) -> bool:
    """Whether the word at ordinal `at` stands close to its neighbour and begins with a capital."""
    return _word(text, at, neighbour)[:1].isupper()


def _runs(text: Analysis, parts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last ordinal of each place where the parts of a given name stand in a row, as written."""
    words = text.words
    for key in (parts[0].lower(), f"{parts[0].lower()}'s"):
        for first in words.index.get(key, ()):
            last = first + len(parts) - 1
            if _written(text, first, last) == " ".join(parts):
                yield first, last


def _written(text: Analysis, first: int, last: int) -> str:
    if last >= len(text.words):
        return ""
    written = text.text[text.words.starts[first] : text.words.ends[last]]
    return written.removesuffix("'s").removesuffix("’s")


def _is_addressed(text: Analysis, first: int, relatives: set[str]) -> bool:
    """Whether a title stands before; a mere form of address proves nothing where relatives are in the text."""
    before = _word(text, first - 1, first).lower()
    return before in _OFFICES or (before in _FORMS_OF_ADDRESS and not relatives)


def _is_sure(named: Sequence[_Full], texts: Sequence[Analysis]) -> bool:
    """Whether the text itself shows which of the names is the family name.

    It does by a hyphen in the given name, by the family name standing alone, or by titles before both.
    """
    family, given, _ = named[0].name
    if "-" in given or " " in given:
        return True
    titles = [_word(full.text, full.words[0] - 1, full.words[0]).lower() for full in named]
    if any(title in _OFFICES or title in _FORMS_OF_ADDRESS for title in titles):
        return True
    return any(
        each.words.texts[at].startswith(family) and not _capital(each, at + 1, at) and not _capital(each, at - 1, at)
        for each in texts
        for key in (family.lower(), f"{family.lower()}'s")
        for at in each.words.index.get(key, ())
    )


def _without_possessive(text: Analysis, first: int, last: int) -> Span:
    start = text.words.starts[first]
    return Span(start, start + len(_written(text, first, last)))


def _span(full: _Full) -> Span:
    return _without_possessive(full.text, full.words[0], full.words[1] - 1)
