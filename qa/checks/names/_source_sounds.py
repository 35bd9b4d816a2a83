"""One name of a source without capitals (Chinese, Korean, kana, Arabic) with two spellings in the translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.text.names.exclusions import never_same
from qa.text.names.gazetteer import gazetteer
from qa.text.names.slips import SlipKind, slip
from qa.text.names.source.differences import is_derivation
from qa.text.names.source.han import is_pinyin, is_reading
from qa.text.names.source.heard import Listener
from qa.text.names.source.readings import Readings
from qa.text.names.source.words import target_words, units
from qa.text.names.translit import likeness

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.source.words import TargetWord

UNCASED = frozenset({"zh", "ja", "ko", "ar", "fa", "ur", "ckb", "ps"})
_LEAST_LIKENESS = 1.0
_TWICE = 2
_MUCH = 3
_COMMON = 3.0
"""Zipf value from which on a spelling is known to every reader, so that it is a name of its own."""


class Pieces:
    """A piece of the source, cut and read when first asked for: most have no like spellings beside them."""

    def __init__(self, source: str, listener: Listener) -> None:
        """Keep the piece and who listens to its language."""
        self.source = source
        self._listener = listener

    @cached_property
    def runs(self) -> frozenset[str]:
        """Its runs of characters that may be names."""
        return frozenset(self._listener.pieces(self.source))

    @cached_property
    def readings(self) -> Readings:
        """The piece, to be read as Chinese."""
        return Readings(self.source)

    def read(self, folded: str) -> list[str]:
        """The runs that are the Pinyin of a form."""
        return [span.of(self.source) for span in self.readings.runs(folded)]


Places = list[tuple["TargetWord", Pieces]]
"""A spelling's places, each with the runs of its piece of the source."""


def sound_claims(texts: Sequence[Analysis], lang: str | None) -> Iterator[Claim]:
    """A claim for the rarer of two like spellings that stand for one and the same run of the source."""
    by_lang: defaultdict[str, defaultdict[str, Places]] = defaultdict(lambda: defaultdict(list))
    listeners: dict[str, Listener] = {}
    for unit in units(texts, lang):
        if unit.lang not in UNCASED:
            continue
        listener = listeners.setdefault(unit.lang, Listener(unit.lang))
        pieces = Pieces(unit.source, listener)
        for word in unit.text.once(target_words):
            if unit.span.contains(word.span):
                by_lang[unit.lang][word.folded].append((word, pieces))
    for code, spellings in by_lang.items():
        for one, other in combinations(spellings, 2):
            if _alike(one, other) and not any(_is_common(spellings[each]) for each in (one, other)):
                yield from _claim(spellings[one], spellings[other], listeners[code])


def _alike(one: str, other: str) -> bool:
    """Whether two spellings may be one name: a slip or romanisation apart, no grammar, not two English names."""
    if abs(len(one) - len(other)) > 2 or len(set(one) ^ set(other)) > 4 or is_derivation(one, other):
        return False
    if (one in other or other in one) and (abs(len(one) - len(other)) > 1 or (is_pinyin(one) and is_pinyin(other))):
        return False
    names = gazetteer()
    if any(names.is_demonym(each) or names.is_country(each) for each in (one, other)) or never_same(one, other):
        return False
    return slip(one, other) is not None or likeness(one, other) >= _LEAST_LIKENESS


def _is_common(places: Places) -> bool:
    """Whether a spelling is an English word or name of its own."""
    word = places[0][0]
    return word.text.lexicon.frequency(word.folded) >= _COMMON


def _claim(one: Places, other: Places, listener: Listener) -> Iterator[Claim]:
    first, second = one[0][0].folded, other[0][0].folded
    heard = _heard(one, other, listener)
    if not heard:
        return
    source = min(
        heard, key=lambda piece: (listener.distance(piece, first) + listener.distance(piece, second), len(piece), piece)
    )
    if _stand_together(one, other, source):
        return
    if listener.reads and (_is_read_elsewhere(one, source) or _is_read_elsewhere(other, source)):
        return
    odd, best = sorted((one, other), key=lambda places: _rank(places, source, listener))
    places = [word for word, pieces in odd if source in pieces.runs]
    if places:
        sure = _is_sure(odd, best, [_rank(each, source, listener)[1] for each in (odd, best)])
        yield Claim(
            message="renderings",
            places=places,
            preferred=best[0][0].written if sure else None,
            source=source,
            forms=(best[0][0].written, odd[0][0].written),
            others=[word for word, _ in best],
            why=(f"{best[0][0].written} {len(best)}, {odd[0][0].written} {len(odd)}",),
            confidence=0.95,
        )


def _pieces(places: Places) -> set[str]:
    """Every run of the source beside the places of a spelling."""
    return {piece for _, pieces in places for piece in pieces.runs}


def _is_sure(odd: Places, best: Places, reads: list[bool]) -> bool:
    """Whether the frequent spelling is right: by the reading, else because it is known or much more frequent.

    Chinese characters do not tell R from L: of "Fiola" and "Fiora" the rarer may be right.
    """
    if reads[0] != reads[1]:
        return reads[1]
    known = [gazetteer().knows(places[0][0].folded) for places in (odd, best)]
    if known[0] != known[1]:
        return known[1] and len(odd) < len(best)
    return len(best) >= _MUCH * len(odd)


def _rank(places: Places, source: str, listener: Listener) -> tuple[int, bool, int]:
    """What makes a spelling the preferred one: frequency, that it is the reading of the source, that it comes first."""
    first = places[0][0]
    reading = is_reading(source, first.folded) if listener.reads else listener.distance(source, first.folded) == 0
    return len(places), reading, -first.text.ordinal


def _heard(one: Places, other: Places, listener: Listener) -> list[str]:
    """The runs of the source that two spellings may stand for: read as Chinese where one is, else by their sound."""
    first, second = one[0][0].folded, other[0][0].folded
    shared = _pieces(one) & _pieces(other)
    if listener.reads and (is_pinyin(first) or is_pinyin(second)):
        if is_pinyin(first) and is_pinyin(second) and not _is_one_slip(first, second):
            return []
        read = {run for _, pieces in (*one, *other) for folded in (first, second) for run in pieces.read(folded)}
        return list(shared & read)
    return [piece for piece in shared if listener.hears(piece, first) and listener.hears(piece, second)]


def _is_one_slip(one: str, other: str) -> bool:
    """Whether a single slip lies between two spellings."""
    found = slip(one, other)
    return found is not None and found.kind is not SlipKind.TWO


def _is_read_elsewhere(places: Places, source: str) -> bool:
    """Whether another run of the source beside a spelling reads like it: then it is another name."""
    folded = places[0][0].folded
    read = {run for _, pieces in places if is_pinyin(folded) for run in pieces.read(folded)}
    return any(piece not in source and source not in piece for piece in read)


def _stand_together(one: Places, other: Places, source: str) -> bool:
    """Whether both spellings render one piece of the source that has the name only once: then it has two names."""
    return any(pieces is others and pieces.source.count(source) < _TWICE for _, pieces in one for _, others in other)
