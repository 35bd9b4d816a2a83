"""Which spelling of a name is to be preferred, and why.

In this order: a decision of an editor, the house's list, the English name of a place, the number of documents, the
number of mentions, being a known name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from qa.text.names.archive.knowledge import ArchiveKnowledge
from qa.text.names.archive.state import Tally
from qa.text.names.decisions import NameDecisions
from qa.text.names.house_list import HouseList

Rank: TypeAlias = tuple[int, int, int, int, int, int, str]
_WANTED, _ALLOWED, _UNKNOWN, _FORBIDDEN = range(4)


class ArchivePreference:
    """The order of spellings for one archive."""

    def __init__(
        self,
        tallies: Mapping[str, Tally],
        knowledge: ArchiveKnowledge,
        decisions: NameDecisions,
        house: HouseList | None,
    ) -> None:
        """Put together what is known."""
        self._tallies, self._knowledge = tallies, knowledge
        self._decisions, self._house = decisions, house

    def ranked(self, forms: Iterable[str]) -> list[str]:
        """The forms of one name, the preferred one first."""
        forms = sorted(forms)
        decided, place = self._decisions.preferred(forms), self._knowledge.english_place(forms)
        return sorted(forms, key=lambda form: self._rank(form, decided, place))

    def above_archive(self, forms: Sequence[str]) -> str | None:
        """What a decision or the house's list wants, even where no document of the archive has it."""
        decided = self._decisions.preferred(forms)
        if decided is not None:
            return decided
        for form in forms:
            listed = self._house.find(form) if self._house else None
            if listed and " " not in listed.name.preferred:
                return listed.name.preferred
        return None

    def reason(self, preferred: str, others: Sequence[str]) -> str:
        """Why `preferred` comes before the others, in one sentence."""
        forms = [preferred, *others]
        mine, theirs = self._tallies[preferred], [self._tallies[form] for form in others]
        attested = self._knowledge.is_attested
        reasons = (
            (self._decisions.preferred(forms) == preferred, "an editor decided for “{}”"),
            (self._standing(preferred) < min(map(self._standing, others)), "the house's list wants “{}”"),
            (self._knowledge.english_place(forms) == preferred, "“{}” is the English name of the place"),
            (mine.documents > max(tally.documents for tally in theirs), "“{}” is in most documents"),
            (mine.mentions > max(tally.mentions for tally in theirs), "“{}” is written most often"),
            (attested(preferred) and not all(map(attested, others)), "“{}” is a known name"),
            (True, "nothing speaks for “{}” but the alphabet"),
        )
        return next(text for holds, text in reasons if holds).format(preferred)

    def _rank(self, form: str, decided: str | None, place: str | None) -> Rank:
        tally = self._tallies[form]
        return (
            form != decided,
            self._standing(form),
            form != place,
            -tally.documents,
            -tally.mentions,
            not self._knowledge.is_attested(form),
            form,
        )

    def _standing(self, form: str) -> int:
        listed = self._house.find(form) if self._house else None
        if listed is not None:
            return {"preferred": _WANTED, "accepted": _ALLOWED, "forbidden": _FORBIDDEN}[listed.standing]
        if form in self._house_words:
            return _ALLOWED
        return _UNKNOWN

    @cached_property
    def _house_words(self) -> frozenset[str]:
        """The words of the full names that the house's list wants."""
        names = self._house.names if self._house else ()
        return frozenset(word for name in names for word in name.preferred.split())
