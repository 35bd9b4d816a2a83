"""What is known of names beyond the archive: attested names and the English names of places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer


class ArchiveKnowledge(Protocol):
    """Who tells whether a spelling is a known name, and what a place is called in English."""

    def is_attested(self, written: str) -> bool:
        """Whether the spelling is known as somebody's or something's name."""

    def english_place(self, forms: Sequence[str]) -> str | None:
        """That of the forms which is the English name of the place they all name, if they name one."""


class GazetteerKnowledge:
    """What the gazetteer knows. A hit is evidence: many slips are somebody's name as well."""

    def is_attested(self, written: str) -> bool:
        """Whether the gazetteer has the word as a name of a person or a place."""
        return gazetteer().knows(fold(written))

    def english_place(self, forms: Sequence[str]) -> str | None:
        """The form that the gazetteer calls usual in English, where all name one place and none is a person's name."""
        known = gazetteer()
        keys = [fold(form) for form in forms]
        shared = set.intersection(*({place.id for place in known.places(key)} for key in keys)) if keys else set()
        if not shared:
            return None
        largest = max(
            (place for place in known.places(keys[0]) if place.id in shared),
            key=lambda place: (place.kind == "country", place.population),
        )
        if largest.name in forms:
            return largest.name
        english = [form for form, key in zip(forms, keys, strict=True) if fold(largest.name) == key]
        return english[0] if len(english) == 1 else None
