"""An initialism that is introduced in one form and used in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import MOST_RELATED
from qa.checks.consistency._initialisms import (
    KEPT,
    Introduction,
    can_stand_for,
    in_other_order,
    introductions,
    is_near,
    names,
    one_letter_apart,
    sound_alike,
    uses,
)
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Granularity, Need, shorten
from qa.core.finding import Evidence, Finding, Related
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

_FOREIGN = {
    "OTAN": "NATO", "UNO": "UN", "ONU": "UN", "OON": "UN", "OMS": "WHO", "OMC": "WTO", "FMI": "IMF", "UE": "EU",
    "BCE": "ECB", "OCDE": "OECD", "OPEP": "OPEC", "EEUU": "US",
}  # fmt: skip
"""Initialisms of world organisations in other languages, which mean the same as the English ones."""
_FOREIGN_SMALL = frozenset(map(str.lower, _FOREIGN))
_ABBREVIATED = re.compile(r"\b(?:" + "|".join(_FOREIGN) + r")\b(?![-&/.]\w)")
_OTHER_LETTER = 0.6
_SHORT = 3

_Place = tuple["Analysis", Span]
_Places = dict[str, list[_Place]]


class InconsistentInitialism(Check):
    """The article introduces one initialism and then uses another that differs in a letter.

    What it flags:
        "Continental Hockey League (CHL)" where the text goes on with "KHL" and never says CHL again; "NFS" where the
        only name it can come from is "National Fitness Community"; one "WDAA" among many "WADA". The form that stands
        alone is flagged: the introduction where it is never taken up, else the stray use. Also "ONU" beside "UN": the
        same organisation in two languages.

    Why it matters:
        The reader cannot know that both mean the same thing. It happens where one initialism was translated and the
        other kept.

    When it is wrong:
        Where both are initialisms of their own. Those that are introduced themselves, that fit another name in the
        text, or that are well known (NATO, TASS) are left alone. An initialism that is nowhere explained is no finding.
        Where the two letters are not those that one sound has in two languages (C and K), confidence is lower.

    Sources:
        The Chicago Manual of Style, chapter “Abbreviations”; MQM, error type “Inconsistent use of terminology”.
    """

    id = "inconsistent-initialism"
    category = Category.TERM_INCONSISTENCY
    severity = Severity.MAJOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.LEXICON})
    messages = {
        "introduced": "“{text}” is introduced but never taken up; the text uses “{other}”",
        "used": "“{text}” differs in a letter from “{other}”, which the text introduces",
        "foreign": "“{text}” is “{other}” in another language; the text uses both",
        "name": "“{text}” does not fit “{name}”, whose initials are {other}",
    }
    bad = (
        "The Coastal Rowing League ([[CRL]]) opened on Friday. The KRL season ends in May.",
        "The National Swimming Community chose a new head. [[NSK]] members voted by post.",
        "The Northern Dairy Council (NDC) met. The NDC will meet again, as the [[NDK]] said.",
        "The Continental Rowing League (KRL) met in May. The KRL and the head of the [[CRL]] spoke.",
        "The UN met in May. Envoys of the [[ONU]] spoke to NATO, and the UN voted; then [[OTAN]] left.",
        "The General Confederation of Millers (CCM) met in May. The [[WCM]] will strike.",
        "The Regional Health Office (RHO) was shut. Patients of the RHO wrote to the [[ROH]] in vain.",
    )
    good = (
        "The Coastal Rowing League (CRL) opened on Friday. The CRL season ends in May.",
        "The Coastal Rowing League (CRL) and the Kent Rowing League (KRL) met.",
        "The Federal Security Service (FSB) denied it. The FSB is in Moscow.",
        "The National Rowing Society (NRC) met. Its rival the AB lost to the GHJ, and NRC members left.",
        "The ONU team won, and so did OTAN.",
        "The National Apple Trade Union chose a new head, NATO said.",
        "The Northern Dairy Council (NDC) met. The XQZ was absent.",
        "The National Swimming Community chose a new head. The Northern Skating Klub did too; NSK was not amused.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        yield from self._foreign(texts)
        used = _grouped((use.letters, text, use.span) for text in texts for use in uses(text))
        if not used:
            return
        brackets = [(text, each) for text in texts if "(" in text.text for each in introductions(text)]
        introduced = _grouped((each.place.letters, text, each.place.span) for text, each in brackets if each.fits)
        explained = {each.place.letters for _, each in brackets}
        for text, each in {each.place.letters: (text, each) for text, each in reversed(brackets)}.values():
            yield from self._initials_of(text, each, used, explained)
        lexicon = texts[0].lexicon
        strays = [letters for letters in used if letters not in explained and not _is_known(letters, lexicon)]
        if not strays:
            return
        named = _grouped((name.letters, text, name.span) for text in texts for name in names(text))
        for stray in strays:
            if not any(stray in letters for letters in named):
                judged = list(self._judge(stray, used, introduced, named))
                yield from judged or self._replaced(stray, used, brackets)

    def _foreign(self, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Initialisms of world organisations in another language beside the English ones."""
        found = _grouped(
            (match.group(), text, Span(*match.span()))
            for text in texts
            if not text.words.vocabulary.isdisjoint(_FOREIGN_SMALL)
            for match in _ABBREVIATED.finditer(text.text)
        )
        for foreign, places in found.items():
            english = _FOREIGN[foreign]
            own = [
                (text, text.words.span(at))
                for text in texts
                for at in text.words.index.get(english.lower(), ())
                if text.words.texts[at] == english
            ]
            if own:
                yield from self._report("foreign", (places, foreign), (own, english))

    def _initials_of(
        self, text: Analysis, introduction: Introduction, used: _Places, explained: set[str]
    ) -> Iterator[Finding]:
        """Uses of the initials of a name that is introduced with another initialism."""
        letters = introduction.place.letters
        if introduction.fits:
            return
        for stray in sorted(one_letter_apart(letters) & used.keys() - explained):
            if sound_alike(stray, letters) and can_stand_for(stray, introduction.name):
                yield from self._report("used", (used[stray], stray), ([(text, introduction.place.span)], letters))

    def _replaced(
        self, stray: str, used: _Places, brackets: Sequence[tuple[Analysis, Introduction]]
    ) -> Iterator[Finding]:
        """An initialism in place of one that misses the initials of its name by a letter and is not taken up."""
        introduced = Counter(each.place.letters for _, each in brackets)
        for text, each in brackets:
            letters, (_, near) = each.place.letters, each.near
            if each.fits or not near or letters in KEPT or len(used.get(letters, ())) > introduced[letters]:
                continue
            if not is_near(stray, letters, near[0]) or not _follows(used[stray][0], (text, each.place.span)):
                continue
            if not (sound_alike(stray, letters) and can_stand_for(stray, each.name)):  # told by _initials_of
                yield from self._report("used", (used[stray], stray), ([(text, each.place.span)], letters))
                return

    def _judge(self, stray: str, used: _Places, introduced: _Places, named: _Places) -> Iterator[Finding]:
        """Findings on one initialism that nothing in the text explains."""
        places = used[stray]
        near = one_letter_apart(stray)
        for own in _by_place((near | in_other_order(stray)) & introduced.keys(), introduced):
            first = introduced[own]
            sure = len(stray) > _SHORT or own in in_other_order(stray) or sound_alike(own, stray)
            if len(used[own]) == len(first) and _follows(places[0], first[0]):
                yield from self._report("introduced", (used[own], own), (places, stray), sure=sure)
            elif len(used[own]) >= 2 * len(places):
                yield from self._report("used", (places, stray), (used[own], own), sure=sure)
            return
        for own in _by_place(near & named.keys() - used.keys(), named):
            first = named[own]
            if own[0] == stray[0] and _follows(places[0], first[0]):
                yield from self._report("name", (places, stray), (first, own), sure=sound_alike(own, stray))
                return

    def _report(
        self,
        message: str,
        odd: tuple[Sequence[_Place], str],
        rest: tuple[Sequence[_Place], str],
        *,
        sure: bool = True,
    ) -> Iterator[Finding]:
        (places, form), (others, other) = odd, rest
        named_text, named_span = others[0]
        related = [Related(text.segment.id, span, span.of(text.text)) for text, span in others[:MOST_RELATED]]
        for text, span in places:
            yield self.finding(
                text.segment,
                span,
                message,
                confidence=self.confidence if sure else _OTHER_LETTER,
                evidence=[Evidence("count", f"{form} {len(places)}, {other} {len(others)}")],
                related=related,
                forms=[form, other],
                other=other,
                name=shorten(named_span.of(named_text.text)),
            )


def _grouped(found: Iterable[tuple[str, Analysis, Span]]) -> _Places:
    """Places by letters."""
    groups: _Places = {}
    for letters, text, span in found:
        groups.setdefault(letters, []).append((text, span))
    return groups


def _by_place(letters: Iterable[str], places: _Places) -> list[str]:
    """Initialisms in the order in which they first stand in their segment."""
    return sorted(letters, key=lambda each: (places[each][0][1], each))


def _follows(later: _Place, earlier: _Place) -> bool:
    """Whether the first place stands behind the second, as far as one segment tells."""
    return later[0] is not earlier[0] or later[1] > earlier[1]


def _is_known(letters: str, lexicon: Lexicon) -> bool:
    """Whether an initialism is so common that it needs no introduction, or is a word in capitals."""
    return lexicon.frequency(letters) > 0 or lexicon.is_word(letters)
