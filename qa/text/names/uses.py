"""The spellings of a document that may be names, and where each of them stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from qa.text.names.fold import name_key
from qa.text.names.runs import NamePlace, name_places
from qa.text.names.use import Use, use_at

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.lexicon import Lexicon


class Spelling:
    """One spelling in a document. written: as it stands there. key: its bare letters, without an Arabic article."""

    def __init__(self, written: str, uses: Sequence[Use] = (), places: Sequence[NamePlace] = ()) -> None:
        """Take its uses, or its places: what stands beside them is looked at when somebody asks."""
        self.written = written
        self.key = name_key(written)
        self.count = len(uses) or len(places)
        self._uses, self._places = uses, places

    @cached_property
    def uses(self) -> Sequence[Use]:
        """All uses in order."""
        return self._uses or sorted(map(use_at, self._places))


def name_uses(texts: Sequence[Analysis]) -> dict[str, Spelling]:
    """The spellings of all words of a document that may be names, by how they are written.

    Left out are function words, initialisms of up to five letters, and words that have their capital at the start of
    sentences only while they are ordinary words.
    """
    found: defaultdict[str, list[NamePlace]] = defaultdict(list)
    sentences = 0
    for text in texts:
        for written, place in name_places(text, sentences):
            found[written].append(place)
        sentences += len(text.sentences)
    lexicon = texts[0].lexicon if texts else None
    small = frozenset().union(*(text.words.written_small for text in texts))
    return {
        written: Spelling(written, places=places)
        for written, places in _with_capitals_joined(found).items()
        if lexicon is not None and not _is_opening_word(written, places, small, lexicon)
    }


def _with_capitals_joined(found: Mapping[str, list[NamePlace]]) -> dict[str, list[NamePlace]]:
    """Words written all in capitals counted with the same word written otherwise ("GERALD" with "Gerald")."""
    usual: dict[str, str] = {}
    for written in sorted(found, key=lambda form: (len(found[form]), form)):
        if not written.isupper():
            usual[written.lower()] = written
    joined: defaultdict[str, list[NamePlace]] = defaultdict(list)
    for written, places in found.items():
        joined[usual.get(written.lower(), written.title()) if written.isupper() else written] += places
    return dict(joined)


def _is_opening_word(written: str, places: Sequence[NamePlace], small: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word only stands where any word has a capital, and is an ordinary word."""
    if any(place.proven for place in places):
        return False
    lower = written.lower()
    if lower in small or lexicon.is_function_word(lower):
        return True
    share = lexicon.capital_share(lower)
    return lexicon.is_dictionary_word(lower) if share is None else share < 0.5
