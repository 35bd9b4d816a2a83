"""Names that the house writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.names._listed import Occurrence, occurrences
from qa.checks.names._near_listed import Near, near_names
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Granularity, Need, shorten
from qa.core.finding import Evidence, Finding
from qa.core.fix import Applicability, replace
from qa.core.materials import Materials
from qa.core.span import Span
from qa.text.names.house_list import HouseList, HouseName
from qa.text.names.slips import SlipKind

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_LIST = HouseList(
    (
        HouseName("Ostrau", (), ("Ostrava", "Ostraw"), "the port on the Lenk"),
        HouseName("Ostrava Mills"),
        HouseName("Marlow", ("Lake Marlow",), ("Marlowe",)),
        HouseName("McTarsk", (), ("Mctarsk",)),
        HouseName("Dara Belenkova"),
        HouseName("Günter Zöllmark"),
    )
)
_HOUSE = Materials(house_list=_LIST)
_LONGEST_TITLE = 60
"""Characters of a quotation that may be the title of a work."""
_NEAR = 0.86
"""Confidence that a form near a listed name is that name: of 25 that were looked at, 21 were."""
_NEAR_SLIP = 0.9
"""The same where it differs as only a slip does."""
_SURE_SLIPS = frozenset({SlipKind.SWAPPED, SlipKind.SWAPPED_SYLLABLES})
"""Slips that hardly ever make one name of another; a letter more or less does ("Hanson", "Hansson")."""


class NameAgainstHouseList(Check):
    """A name stands in a form that the list of the house forbids, or misses one of the list by a slip.

    What it flags:
        Every form that the file named by `house_list` or `--house-list` forbids, also in capitals throughout, unless a
        longer form that the list allows stands there ("Ostrava Mills"). Also a capitalised word that is a slip or
        another romanisation of a listed name and nobody's name as far as is known; that in English only.

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
    cross_fire = frozenset({"inconsistent-name"})
    fixable = Fixable.ALWAYS
    messages = {
        "forbidden": "The list of names has “{preferred}” for “{text}”",
        "near": "“{text}” comes close to “{preferred}” in the list of names",
    }
    bad = (
        Example("The ferry to [[Ostrava->Ostrau]] was late, and [[Ostraw->Ostrau]]’s mayor wept.", materials=_HOUSE),
        Example("A [[Marlowe->Marlow]]-based firm bought the mill.", materials=_HOUSE),
        Example(
            "The judge Dara [[Belenkowa->Belenkova]] wept. A bridge in [[Osttrau->Ostrau]] fell.", materials=_HOUSE
        ),
        Example("Günter [[Zollmark->Zöllmark]] sang.", materials=_HOUSE),
        Example("Storm closes [[OSTRAVA->OSTRAU]]\n\nGovernor [[Mctarsk->McTarsk]] spoke.", materials=_HOUSE),
    )
    good = (
        Example("The ferry to Ostrau was late. The shares of Ostrava Mills fell at once.", materials=_HOUSE),
        Example("Marlow and Lake Marlow lie in Ostrau; GOVERNOR MCTARSK SPOKE.", materials=_HOUSE),
        Example("The Ostravan choir sang for Mara Belenkowa and Hans Zollmark.", materials=_HOUSE),
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        house = self.materials.house_list
        if house is None:
            return
        for text in texts:
            found = occurrences(text, house)
            for place in found:
                if place.listed.standing == "forbidden":
                    yield self._forbidden(text, place)
            taken = [place.span for place in found]
            for near in near_names(text, house, taken) if text.lexicon.is_english else ():
                yield self._near(text, near)

    def _forbidden(self, text: Analysis, place: Occurrence) -> Finding:
        name = place.listed.name
        right = name.preferred if place.exact else name.preferred.upper()
        safe = place.exact and not _may_be_part_of_name(text, place.span)
        return self.finding(
            text.segment,
            place.span,
            "forbidden",
            fixes=[replace(place.span, right, Applicability.SAFE if safe else Applicability.SUGGEST)],
            evidence=[Evidence("lexicon", _entry(name))],
            forms=[name.preferred, place.form],
            preferred=shorten(name.preferred),
        )

    def _near(self, text: Analysis, near: Near) -> Finding:
        written = near.span.of(text.text)
        return self.finding(
            text.segment,
            near.span,
            "near",
            confidence=_NEAR_SLIP if near.relation.slip and near.relation.slip.kind in _SURE_SLIPS else _NEAR,
            fixes=[replace(near.span, near.right, Applicability.SUGGEST)],
            evidence=[
                Evidence("lexicon", _entry(near.name)),
                Evidence("rule", f"{near.relation.kind.value}, {near.relation.score:.2f}"),
            ],
            forms=[near.right, written],
            preferred=shorten(near.form),
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
