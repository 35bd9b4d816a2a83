"""British and American spellings in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.checks._places import Place, counts, evidence_of, related_of
from qa.checks.consistency._forms import is_in_name, is_in_reference, places_of, with_case_of
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.fix import replace

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon

# "40 meters", "square meters": the unit, not the device, so the American form is sure.
_MEASURED = re.compile(
    r"(?:\d|\b(?:square|cubic|hundred|thousand|million|ten|few|several|of|by|two|three|five|in))[\s\u00a0-]$"
)
_UNITS = frozenset({"meter", "meters"})
# Pairs whose two sides are also two words: the mixture of the two says nothing.
_TWO_SENSES = frozenset(
    "license licenses practice practices practiced practicing check checks checked checkers tire tires draft drafts"
    " drafty analyses catalyses dialyses paralyses psychoanalyses specialty specialties jibe jibes jibed gibe gibes"
    " hippy hippie chili chilies tranquility whiskey whiskeys mold molds molding fiber fibers saber sabers"
    " counselor counselors councilor councilors furor furors worshipers worshiper appall appalls".split()
)
# Words with two spellings that speak for no dialect, or hardly.
_FREE = dict(
    pair.split("/")
    for pair in (
        "adviser/advisor advisers/advisors protester/protestor protesters/protestors focused/focussed"
        " focusing/focussing benefited/benefitted benefiting/benefitting targeted/targetted ruble/rouble rubles/roubles"
        " tsar/czar tsars/czars tsarist/czarist hryvnia/hryvna hryvnias/hryvnas impostor/imposter impostors/imposters"
        " archaeology/archeology archaeologist/archeologist archaeologists/archeologists"
        " archaeological/archeological dispatched/despatched yogurt/yoghurt yogurts/yoghurts"
        " gypsy/gipsy gypsies/gipsies"
    ).split()
)
_FREE_WORDS = {
    **{one: ("either", other) for one, other in _FREE.items()},
    **{two: ("or", one) for one, two in _FREE.items()},
}
# Listed as one dialect's, but lawful in both.
_IN_BOTH = frozenset(
    "counsellor counsellors councillor councillors accoutrements moustache moustaches moustached epaulette epaulettes"
    " omelettes furore furores glycerine nitroglycerine flautist flautists flutist saviour saviours whirr collectables"
    " aeon aeons sceptre sceptres sepulchre parlour parlours caulk caulks caulked caulking".split()
)
# The noun, which is British with c; the verb has s everywhere. Behind these words it is a noun.
_LICENCE = frozenset({"license", "licenses"})
_NOUN_BEFORE = re.compile(
    r"\b(?:an?|the|its|his|her|their|this|that|no|new|old|first|second|last|driving|valid|export)[ \u00a0]$",
    re.IGNORECASE,
)
# At the start of a sentence it may be the party.
_PARTY = frozenset({"labour", "labor"})
_DIALECTS = frozenset({"british", "american"})
_PROGRAM = frozenset({"program", "programs"})
_COMPUTING = frozenset({"computer", "software", "code", "computers", "app", "programmer", "programmers", "programming"})
# "Defence Minister" and "Ministry of Defense" are spelled by the writer's rules, not by those of the office.
_OFFICE_AFTER = re.compile(r"[ \u00a0]Minist(?:er|ry)")
_OFFICE_BEFORE = re.compile(r"Minist(?:er|ers|ry) of[ \u00a0]$")
_LONGEST_COUNTS = 30
_EVEN = 0.9


class _Spelling(NamedTuple):
    """A place with what it speaks for. side: dialect or ending. other: counterpart. weak: proves little alone."""

    place: Place
    side: str
    other: str
    weak: bool


class MixedSpellingVariant(Check):
    """Some words are spelled the British way and others the American way.

    What it flags:
        The spellings of the dialect that is rarer in the article ("200 metres" beside "kilometers" and "color"), a word
        spelled both ways ("grey", "gray"; "adviser", "advisor"), and -ise beside -ize. Where both sides are as
        frequent, the one that comes in later. Neither dialect is an error by itself.

    Why it matters:
        A house writes one English. The mixture shows that the text was put together by a machine or from pieces.

    When it is wrong:
        In names and titles of works written small. Capitalised words inside sentences are left alone ("Department of
        Defense", "Labour Party"), as is what stands in quotation marks; so are spellings that both dialects have, and
        -ize in British text, where it is the Oxford spelling.

    Sources:
        The Chicago Manual of Style and New Hart's Rules on British and American spelling; VarCon, the table of spelling
        variants of the SCOWL project.
    """

    id = "mixed-spelling-variant"
    category = Category.INCONSISTENT_STYLE
    severity = Severity.MINOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.WORDS, Need.SENTENCES, Need.QUOTATIONS, Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {
        "dialect": "{side} spelling in a text that is otherwise {rest} ({counts})",
        "word": "“{text}” is spelled the other way elsewhere ({counts})",
        "ending": "{side} here, {rest} elsewhere ({counts})",
    }
    bad = (
        "The road is 40 kilometers long. The bridge was closed for 200 [[metres->meters]].",
        "The colour of the harbour changed. The [[color->colour]] faded again.",
        "They organised a march in the centre of town and [[organized->organised]] another one in May.",
        "His neighbors honor the dead. A rumor of [[labour->labor]] camps spread. [[Defence->Defense]] was useless.",
        "It cost nine rubles. He had ten rubles, and she had twelve [[roubles->rubles]].",
        "The Ministry of Defense denied it. The [[Defence->Defense]] Minister did so too, and so did his center.",
        "The firm lost its licence in May. A new [[license->licence]] costs 500 euros.",
        "The theatre favours the neighbouring towns over 12-[[meter->metre]] boats.",
    )
    good = (
        "The Defence Minister praised the Ministry of Defence and the Department of Defense.",
        "The theatre favours the neighbouring towns, the Department of Defense said.",
        "The road is 40 kilometers long, and the Labour Party wants 200 miles more.",
        "They realized that the colour of the harbour had changed.",
        "The meter showed that 40 kilometres were left in the centre.",
        "The colour faded. The sign read “World Center of color and honor”.",
        "The license was granted under a programme, and the computer program was checked.",
        "Labour asserts that the center of town is safe.",
        "The licence allows them to license the software.",
        "Moreau, A. (2012). A study of colour and form.\n\nThe color faded in the center.",
        "Several analyses showed that they had analyzed the color.",
        "The World Trade Center stood in the centre of the district.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        spellings = self._spellings(texts)
        if len({spelling.side for spelling in spellings}) < 2:
            return
        spellings = [
            each
            for each in spellings
            if not _is_in_name(each.place) and not each.place.text.quotations.inside(each.place.span.start)
        ]
        british = [each for each in spellings if each.side in ("british", "ise") and not each.weak]
        american = [each for each in spellings if each.side == "american" and not each.weak]
        if british and american:
            hints = [each for each in spellings if each.side == "ize" or (each.weak and each.side in _DIALECTS)]
            rare, rest = _rarer_first(british, american, hints)
            yield from self._report(rare, rest, "dialect")
            spellings = [each for each in spellings if each.side in ("either", "or")]
        ise, ize = ([each for each in spellings if each.side == side] for side in ("ise", "ize"))
        if ise and ize:
            yield from self._report(*_rarer_first(ise, ize), "ending")
        yield from self._both_forms(spellings, texts)

    @staticmethod
    def _spellings(texts: Sequence[Analysis]) -> list[_Spelling]:
        """Spellings that speak for a side, in the order of the text."""
        if not texts:
            return []
        lexicon = texts[0].lexicon
        variants, endings = lexicon.spelling_variants(), lexicon.ise_ize_words()
        found = []
        for place in places_of(_wanted(lexicon), texts):
            variant = variants.get(place.form)
            if variant is None:
                side, other = endings.get(place.form) or _FREE_WORDS[place.form]
                found.append(_Spelling(place, side, other, side in ("either", "or")))
                continue
            weak = variant.weak or place.form in _IN_BOTH
            if weak and place.form in _UNITS:
                before = place.text.text[max(0, place.span.start - 12) : place.span.start]
                weak = not _MEASURED.search(before)
            found.append(_Spelling(place, variant.dialect, variant.other, weak))
        return sorted(found, key=lambda each: each.place.position)

    def _both_forms(self, spellings: Sequence[_Spelling], texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Words of which both forms occur, although neither or only one proves a dialect."""
        by_form: dict[str, list[_Spelling]] = {}
        for each in spellings:
            two_senses = {each.place.form, each.other} & _TWO_SENSES
            if each.side not in ("ise", "ize") and (not two_senses or _is_licence(each.place)):
                by_form.setdefault(each.place.form, []).append(each)
        for form, found in by_form.items():
            others = by_form.get(found[0].other)
            if not others or form > found[0].other:
                continue
            if form in _PROGRAM and any(_COMPUTING & text.words.vocabulary for text in texts):
                continue
            yield from self._report(*_rarer_first(found, others), "word")

    def _report(self, rare: Sequence[_Spelling], rest: Sequence[_Spelling], message: str) -> Iterator[Finding]:
        """A finding at each place of the rarer side."""
        british = rare[0].side in ("british", "ise")
        sides = ("-ise", "-ize") if message == "ending" else ("British", "American")
        side, other = sides if british else sides[::-1]
        shown = counts(each.place for each in rest)
        if len(shown) > _LONGEST_COUNTS:
            shown = shown[: shown.rfind(",", 0, _LONGEST_COUNTS)] + " …"
        evidence = evidence_of([each.place for each in (*rare, *rest)])
        related = related_of([each.place for each in rest])
        # One word against one other word is the weakest case: either may have come in with a quoted title.
        sure = len(rest) > len(rare) or {each.other for each in rare} & {each.place.form for each in rest}
        for each in rare:
            yield self.finding(
                each.place.text.segment,
                each.place.span,
                message,
                confidence=self.confidence if sure else _EVEN,
                fixes=[replace(each.place.span, with_case_of(each.place.written, each.other))],
                evidence=evidence,
                related=related,
                side=side,
                rest=other,
                counts=shown,
            )


def _is_licence(place: Place) -> bool:
    """Whether "licence" or "license" is the noun, for which the spellings are dialects."""
    if place.form in _LICENCE:
        return bool(_NOUN_BEFORE.search(place.text.text, max(0, place.span.start - 12), place.span.start))
    return place.form in ("licence", "licences")


def _is_in_name(place: Place) -> bool:
    """Whether a spelling may belong to a name or title; an office translated into English is none."""
    if not is_in_name(place):
        return is_in_reference(place) or (place.form in _PARTY and not place.is_lower)
    prose, (start, end) = place.text.text, place.span
    return not (_OFFICE_AFTER.match(prose, end) or _OFFICE_BEFORE.search(prose, max(0, start - 14), start))


@cache
def _wanted(lexicon: Lexicon) -> frozenset[str]:
    """All spellings that are looked for."""
    return frozenset().union(lexicon.spelling_variants(), lexicon.ise_ize_words(), _FREE_WORDS)


def _rarer_first(
    one: list[_Spelling], two: list[_Spelling], hints: Sequence[_Spelling] = ()
) -> tuple[list[_Spelling], list[_Spelling]]:
    """The side with fewer places, or the one the hints speak against, or the one that comes in later; the other one."""
    american = sum(each.side in ("american", "ize") for each in hints)
    support = {"american": american, "ize": american}

    def rank(side: list[_Spelling]) -> tuple[int, int, int, int]:
        first = side[0]
        hinted = support.get(first.side, len(hints) - american)
        return len(side), hinted, -first.place.text.ordinal, -first.place.span.start

    return (one, two) if rank(one) < rank(two) else (two, one)
