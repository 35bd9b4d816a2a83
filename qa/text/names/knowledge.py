"""What is known of names beyond the archive: attested names and the English names of places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qa.text.lexicon import Lexicon

_NAME_SHARE = 0.5


class Knowledge(Protocol):
    """Who tells whether a spelling is a known name, and what a place is called in English."""

    def is_attested(self, written: str) -> bool:
        """Whether the spelling is known as somebody's or something's name."""

    def english_place(self, forms: Sequence[str]) -> str | None:
        """That of the forms which is the English name of the place they all name, if they name one."""


class LexiconKnowledge:
    """Only what the lexicon knows: which words are usually written with a capital."""

    def __init__(self) -> None:
        """Use the English lexicon."""
        self._lexicon = Lexicon.for_language("en")

    def is_attested(self, written: str) -> bool:
        """Whether the word is in the lexicon and mostly written with a capital."""
        share = self._lexicon.capital_share(written.lower())
        return share is not None and share >= _NAME_SHARE

    def english_place(self, forms: Sequence[str]) -> str | None:
        """Nothing is known."""
        return None
