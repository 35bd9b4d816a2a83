"""Names that the house writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.names._listed import Occurrence, occurrences
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Granularity, Need, shorten
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.core.materials import Materials
from qa.core.span import Span
from qa.text.names.house_list import HouseList, HouseName

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_LIST = HouseList(
    (
        HouseName("Ostrau", (), ("Ostrava", "Ostraw"), "the port on the Lenk"),
        HouseName("Ostrava Mills"),
        HouseName("Marlow", ("Lake Marlow",), ("Marlowe",)),
        HouseName("McTarsk", (), ("Mctarsk",)),
    )
)
_HOUSE = Materials(house_list=_LIST)
_LONGEST_TITLE = 60
"""Characters of a quotation that may be the title of a work."""


class NameAgainstHouseList(Check):
    """A name stands in a form that the list of the house forbids.

    What it flags:
        Every form that the file named by `house_list` or `--house-list` forbids, also in capitals throughout, unless a
        longer form that the list allows stands there ("Ostrava Mills").

    Why it matters:
        The house has decided; readers and search find a name in one form only.

    When it is wrong:
        In titles and in names that only look alike. In short quotations and beside other capitalised words the fix is
        a suggestion; otherwise it is safe.

    Sources:
        The user's own list.
    """

    id = "name-against-house-list"
    category = Category.TERMBASE
    severity = Severity.MAJOR
    confidence = 0.97
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.WORDS, Need.QUOTATIONS, Need.LEXICON, Need.HOUSE_LIST})
    fixable = Fixable.ALWAYS
    messages = {"forbidden": "The list of names has “{preferred}” for “{text}”"}
    bad = (
        Example("The ferry to [[Ostrava->Ostrau]] was late, and [[Ostraw->Ostrau]]’s mayor wept.", materials=_HOUSE),
        Example("A [[Marlowe->Marlow]]-based firm bought the mill.", materials=_HOUSE),
        Example("Storm closes [[OSTRAVA->OSTRAU]]\n\nGovernor [[Mctarsk->McTarsk]] spoke.", materials=_HOUSE),
    )
    good = (
        Example("The ferry to Ostrau was late. The shares of Ostrava Mills fell at once.", materials=_HOUSE),
        Example("Marlow and Lake Marlow lie in Ostrau; GOVERNOR MCTARSK SPOKE.", materials=_HOUSE),
        Example("The Ostravan choir sang.", materials=_HOUSE),
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        house = self.materials.house_list
        if house is None:
            return
        for text in texts:
            for place in occurrences(text, house):
                if place.listed.standing == "forbidden":
                    yield self._forbidden(text, place)

    def _forbidden(self, text: Analysis, place: Occurrence) -> Finding:
        name = place.listed.name
        right = name.preferred if place.exact else name.preferred.upper()
        safe = place.exact and not _may_be_part_of_name(text, place.span)
        return self.finding(
            text.segment,
            place.span,
            "forbidden",
            fixes=[replace(place.span, right, Applicability.SAFE if safe else Applicability.SUGGEST)],
            evidence=[Evidence("house-list", _entry(name))],
            forms=[name.preferred, place.form],
            preferred=shorten(name.preferred),
        )


def _entry(name: HouseName) -> str:
    """What the list says, in a line."""
    line = f"line {name.line}: " if name.line else ""
    return f"{line}{name.preferred}" + (f" ({name.note})" if name.note else "")


def _may_be_part_of_name(text: Analysis, span: Span) -> bool:
    """Whether a form may belong to a longer name or to a title: a capitalised neighbour, or a short quotation."""
    around = text.quotations.around(span.start)
    if around is not None and len(around) < _LONGEST_TITLE:
        return True
    before = text.text[max(0, span.start - _LONGEST_TITLE) : span.start]
    after = text.text[span.end : span.end + 2]
    words_before = before.split(" ")[:-1] if before.endswith(" ") else []
    last = words_before[-1] if words_before else ""
    if last[:1].isupper() and last[-1].isalnum() and not text.lexicon.is_function_word(last):
        return True
    return after.startswith(" ") and after[1:2].isupper()
