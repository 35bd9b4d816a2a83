"""Units glued, spaced and spelled out in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks._places import Place, in_order, matches
from qa.checks.numbers._odd_one_out import is_running_prose, report, split_by_use
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Granularity, Need
from qa.core.finding import Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_WORDS = {
    "km": ("kilometre", "kilometer"), "kg": ("kilogram", "kilogramme"), "cm": ("centimetre", "centimeter"),
    "mm": ("millimetre", "millimeter"), "m": ("metre", "meter"), "mg": ("milligram", "milligramme"),
    "ha": ("hectare",), "kW": ("kilowatt",), "MW": ("megawatt",), "GW": ("gigawatt",),
}  # fmt: skip
_UNIT_OF = {word + ending: unit for unit, words in _WORDS.items() for word in words for ending in ("", "s")}
_MEASURE = re.compile(
    r"[0-9](?P<gap>[ \u00a0\u202f]?)(?P<unit>km|kg|cm|mm|mg|m|ha|[kMG]W|hectares?|(?:kilo|mega|giga)watts?"
    r"|(?:kilo|centi|milli)?met(?:re|er)s?|(?:kilo|milli)gram(?:me)?s?)(?![\w²³/-])"
)
_NAME_AFTER = re.compile(r"[ \u00a0][A-Z]")
_SPELLED = len("5 metres")
_NUMBER_BEFORE = re.compile(r"(?<![\w.,$€£:/-])[0-9]+(?:[.,][0-9]+)*\Z")
_CLOSE = 0.9


class MixedUnitStyle(Check):
    """Measures of one unit are written in two ways.

    What it flags:
        The rarer of "5 km", "5km" and "5 kilometres" in one article.

    Why it matters:
        A house writes a unit one way in running text.

    When it is wrong:
        Where a unit is spelled out and abbreviated from then on, as scientific style allows; that is left alone.
        Figures in parentheses, titles, tables and quotations are not counted. "Kilometre" beside "kilometer" is the
        business of `mixed-spelling-variant`.

    Sources:
        BIPM, The International System of Units, 5.4.3; The Chicago Manual of Style, chapters “Numbers” and
        “Abbreviations”.
    """

    id = "mixed-unit-style"
    category = Category.MEASUREMENT_FORMAT
    severity = Severity.MINOR
    confidence = 0.9
    granularity = Granularity.DOCUMENT
    languages = ENGLISH
    needs = frozenset({Need.BLOCKS, Need.QUOTATIONS})
    fixable = Fixable.SOMETIMES
    messages = {"odd": "“{text}”: the rest of the article writes “{usual}” ({counts})"}
    bad = (
        "The road is 5 km long, the bridge 2 km, and the dam [[3km->3 km]] in all.",
        "The road is 40 km long. The tunnel is [[12 kilometres->12 km]] long.",
        "It weighs 5kg, the lid 2kg, and the lock [[3 kg->3kg]] or less.",
        "The road is 5 kilometres long, the dam [[3 km->3 kilometres]], and the bridge 2 kilometres in all.",
        "The road is 5 kilometres long, the dam [[1 km]], and the bridge 2 kilometres in all.",
    )
    good = (
        "The road is 5 km long, the bridge 2 km.",
        "The road is 5 kilometres long. Of these, 2 km are new and 3 km old.",
        "The road is 5 kilometres (5 km) long, the bridge 2 kilometres (2km).",
        "The road is 5 km long and weighs 3 kilograms per stone.",
        "She skied 5 km and 7 km and then the 10 kilometre race.",
        "A 5-kilometre road and 5 km of dam.",
        "“Only 3km”, he said, but it is 5 km and 2 km more.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        by_unit: dict[str, list[Place]] = {}
        for text, match in matches(_MEASURE, texts):
            number = _NUMBER_BEFORE.search(text.text, max(0, match.start() - 12), match.start() + 1)
            if number is None or not is_running_prose(
                text, span := Span(number.start(), match.end()), parentheses=False
            ):
                continue
            if _NAME_AFTER.match(text.text, match.end()):
                continue  # "the 1000 km World Championship"
            written, gap = match["unit"], match["gap"]
            unit = _UNIT_OF.get(written, written)
            if written != unit and not written.endswith("s") and number.group() != "1":
                continue  # "a 10 kilometre race"
            plural = written if written.endswith("s") or written == unit else f"{written}s"
            by_unit.setdefault(unit, []).append(Place(text, span, f"5{' ' if gap else ''}{plural}"))
        for places in map(in_order, by_unit.values()):
            spelled = [place for place in places if len(place.form) >= _SPELLED]
            abbreviated_later = places[: len(spelled)] == spelled
            split = split_by_use(_in_one_dialect(places[len(spelled) :] if abbreviated_later else places), ties=True)
            if split:
                yield from report(self, split, _rewritten, _CLOSE)


def _in_one_dialect(places: Sequence[Place]) -> list[Place]:
    """The places with all spelled-out forms counted as the first of them."""
    spelled = next((place.form for place in places if len(place.form) >= _SPELLED), "")
    return [place._replace(form=spelled) if len(place.form) >= _SPELLED else place for place in places]


def _rewritten(written: str, usual: str) -> str:
    """The measure in the usual form; empty where the plural is unsure."""
    match = re.match(r"[0-9.,]*[0-9]", written)
    if match is None or (match.group() == "1" and usual.endswith("s")):
        return ""
    return match.group() + usual[1:]
