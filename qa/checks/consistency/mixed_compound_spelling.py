"""A compound written as one word, with a hyphen and as two words in one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from qa.checks._places import counts, evidence_of, related_of
from qa.checks.consistency._compounds import Compound, closed, hyphenated, opened, split_words
from qa.checks.consistency._forms import is_in_name, is_in_reference
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis
    from qa.text.lexicon import CompoundForms, Writing

_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+(?:['’][^\W\d_]+)?)")
# A part of an address: "example.org/signup", "signup.example.org".
_ADDRESS = re.compile(r"\A[/@.]\w|\w(?:\.\w|/\w)\Z")
# Offices, which have the same form before a name, after it and in the middle of a sentence.
_OFFICES = frozenset(
    "president chairman chairmen chairwoman chair chairperson premier minister chancellor mayor governor rector admiral"
    " consul captain principal speaker marshal director".split()
)
_OFFICE_PAIRS = frozenset(
    ("prime minister", "secretary general", "director general", "attorney general", "governor general",
     "consul general", "inspector general", "surgeon general", "solicitor general", "prosecutor general",
     "major general", "lieutenant general", "lieutenant colonel")
)  # fmt: skip
_USUAL = 3
"""One way is the usual one where it is this many times as frequent in the lexicon's counts as the other."""
_MAX_COUNTS = 50
_AGENT = 5


class MixedCompoundSpelling(Check):
    """A compound is written as one word in one place and with a hyphen or as two words in another.

    What it flags:
        The rarer way in the article, such as "co-operation" beside "cooperation", "space ship" beside "spaceship",
        "Vice President" beside "vice-president". Where both are as frequent, the one that is rarer in English prose, or
        else the one that comes in later.

    Why it matters:
        Each way alone may be right; both in one article show that nobody read it as a whole.

    When it is wrong:
        In quoted titles and names, which are left alone. Differences that grammar asks for are not compared: "a
        low-carbon economy" and "the economy is low carbon", "set up" and "set-up", "every day" and "everyday".

    Sources:
        The Chicago Manual of Style, section “Hyphenation guide”; New Hart's Rules on compound words. Which ways are
        comparable was counted in edited prose (see the lexicon's notes).
    """

    id = "mixed-compound-spelling"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.MINOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"ways": "“{text}” is written another way elsewhere ({counts})"}
    bad = (
        "A checkup is free, and two checkups a year are usual; the clinic offers [[check-ups->checkups]] on Fridays.",
        "They agreed on cooperation in space. The [[co-operation->cooperation]] will last, cooperation being cheap.",
        "The spaceship landed. The crew left the spaceship at noon. The [[space ship->spaceship]] was empty.",
        "The first vice-president spoke. Another vice-president listened, and so did"
        " [[Vice President->Vice-President]] Anna Moreau.",
        "Policymakers met in May. Other policymakers stayed away. No [[policy maker->policymaker]] of rank resigned.",
        "The drug traffickers fled. Two other [[drug-traffickers->drug traffickers]] were arrested by the coast guard.",
        "He sent an email, then another email, and the [[e-mail->email]] was lost.",
        "A low-carbon economy costs more. The [[low carbon->low-carbon]] economy is far away.",
        "The semi-final was lost. He missed the next semi-final, and another [[semifinal->semi-final]] was rained off.",
    )
    good = (
        "The long-term plan was dropped in the long term.",
        "Every day they set up tents; their everyday set-up was simple.",
        "They may be late, or maybe not. A long road led along the coast.",
        "The Co-operation Council praised the cooperation of both armies.",
        "The sign-up is at example.org/signup or signup.example.org.",
        "She wrote “Co-operation Today” about cooperation.",
        "The breakthrough came when the troops managed to break through.",
        "His recreation was the re-creation of old battles.",
        "The week ends on Sunday, and the weekends are short.",
        "After the ceasefire the guards will cease fire at once.",
        "A low-carbon economy is dear; food low in carbon and low carbon prices are rare.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        with_hyphen = list(hyphenated(texts))
        pairs = {each.parts for each in with_hyphen}
        split = split_words(texts)
        if not pairs and not split:
            return
        families: dict[tuple[str, ...], list[Compound]] = {}
        for each in chain(with_hyphen, closed([*pairs, *split], texts), opened([*pairs, *split], texts)):
            for key in self._keys(each):
                families.setdefault(key, []).append(each)
        seen = set()
        for key, family in families.items():
            if len({each.way for each in family}) < 2:
                continue
            own = sorted(filter(self._counts, family), key=lambda each: each.place.position)
            for finding in self._judge(own, key):
                if (finding.segment, finding.span) not in seen:
                    seen.add((finding.segment, finding.span))
                    yield finding

    @staticmethod
    def _keys(each: Compound) -> Iterator[tuple[str, ...]]:
        """The groups that a place is compared in: its compound, and its compound before the same noun."""
        yield each.parts
        following = _NEXT_WORD.match(each.place.text.text, each.place.span.end)
        if each.way != "closed" and following and not each.place.text.lexicon.is_function_word(following[1]):
            yield (*each.parts, following[1].lower())

    @staticmethod
    def _counts(each: Compound) -> bool:
        """Whether a place belongs to the prose itself: in no quotation and, unless it is an office, in no name."""
        if each.place.text.quotations.inside(each.place.span.start) or is_in_reference(each.place):
            return False
        if _ADDRESS.search(each.place.text.text[max(0, each.place.span.start - 1) : each.place.span.end + 2]):
            return False
        return _is_office(each.parts) or not is_in_name(each.place)

    def _judge(self, family: Sequence[Compound], key: Sequence[str]) -> Iterator[Finding]:
        """Findings in places of one compound (`key` has two members) or of one compound before one noun (three)."""
        ways: dict[Writing, list[Compound]] = {}
        for each in family:
            ways.setdefault(each.way, []).append(each)
        if len(key) == 3:
            ways.pop("closed", None)
        ranked = sorted(ways, key=lambda way: self._rank(ways, way))
        for at, way in enumerate(ranked[1:], 1):
            better = [each for other in ranked[:at] if self._clash(ways[other], ways[way], key) for each in ways[other]]
            if better:
                yield from self._report(ways[way], better)

    @staticmethod
    def _rank(ways: dict[Writing, list[Compound]], way: Writing) -> tuple[int, int, tuple[int, Span]]:
        """Sort key that puts the way to keep first: frequent here, usual in English, early in the text."""
        first = ways[way][0]
        forms = _known(first)
        # A pair that the lexicon's table lacks was seldom or never seen apart.
        usual = int(forms is None and way == "closed" and first.place.text.lexicon.is_word("".join(first.parts)))
        if forms is not None:
            here = {"closed": forms.closed, "hyphenated": forms.hyphenated, "open": forms.open}
            usual = sum(here[way] >= _USUAL * here[other] for other in ways if other != way)
        return -len(ways[way]), -usual, first.place.position

    @staticmethod
    def _clash(one: Sequence[Compound], two: Sequence[Compound], key: Sequence[str]) -> bool:
        """Whether two ways of writing a compound cannot both be right."""
        first = one[0]
        ways = {first.way, two[0].way}
        lexicon = first.place.text.lexicon
        forms = _known(first) or _known(two[0])
        if ways == {"closed", "hyphenated"}:
            return forms is None or first.parts == ("e", "mail") or forms.is_inconsistent("closed", "hyphenated")
        if ways == {"closed", "open"}:
            return forms is None or forms.is_inconsistent("closed", "open") or first.parts[0] == "cyber"
        if _is_office(first.parts):
            return True
        if len(key) == 3:
            return lexicon.is_dictionary_word(key[2]) and key[1] not in ("time", "up", "in", "on", "off", "out")
        comparable = _is_agent(first) if forms is None else forms.is_inconsistent("hyphenated", "open")
        return comparable and all(map(_ends_phrase, (one[0], two[0])))

    def _report(self, rare: Sequence[Compound], rest: Sequence[Compound]) -> Iterator[Finding]:
        evidence = evidence_of([each.place for each in (*rest, *rare)])
        shown = counts(each.place for each in rest)[:_MAX_COUNTS]
        related = related_of([each.place for each in rest])
        joint = {"closed": "", "hyphenated": "-", "open": " "}[rest[0].way]
        for each in rare:
            written = each.place.written
            cut = len(each.parts[0])
            first, second = written[:cut], written[cut + (each.way != "closed") :]
            new = first + joint + (second if joint or written.isupper() else second.lower())
            yield self.finding(
                each.place.text.segment,
                each.place.span,
                "ways",
                fixes=[replace(each.place.span, new)],
                evidence=evidence,
                related=related,
                counts=shown,
            )


def _known(each: Compound) -> CompoundForms | None:
    """The lexicon's counts of a compound as it is written here, or in the singular."""
    lexicon, (first, second) = each.place.text.lexicon, each.parts
    return lexicon.compound_forms(first, second + each.ending) or lexicon.compound_forms(first, second)


def _is_office(parts: Iterable[str]) -> bool:
    first, second = parts
    return (first == "vice" and second in _OFFICES) or f"{first} {second}" in _OFFICE_PAIRS


def _is_agent(each: Compound) -> bool:
    """Whether a compound names who does what its first part says: "decision maker", "drug trafficker"."""
    lexicon, (first, second) = each.place.text.lexicon, each.parts
    known = lexicon.is_dictionary_word(first) and lexicon.is_dictionary_word(second)
    return known and len(second) >= _AGENT and second.endswith(("er", "or")) and not lexicon.is_function_word(first)


def _ends_phrase(each: Compound) -> bool:
    """Whether no word follows that the compound could describe; a plural describes none."""
    if each.ending:
        return True
    following = _NEXT_WORD.match(each.place.text.text, each.place.span.end)
    return following is None or each.place.text.lexicon.is_function_word(following[1])
