"""Which source name a name of the translation renders, told by its letters.

The source is an anchor and no judge: an alignment says "these two belong together", never "this one is wrong".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from qa.text.names.source.romanise import Spellings, inflected
from qa.text.names.source.words import SourceWord, TargetWord, Unit, source_words

_LEAST = 0.62
"""Similarity below which two words are not aligned."""
_MARGIN = 0.08
"""How much better than the next source name an alignment must be."""
_FIRST_GUESS = 0.4
"""Share of different letters that two words must have in common to be compared at all."""


class Alignment(NamedTuple):
    """A word of the translation with the source name it renders.

    similarity: 1 where a scheme of the language gives the spelling. nominatives: the source forms, as it stands and
    uninflected, for which a scheme gives it.
    """

    target: TargetWord
    source: SourceWord
    unit: Unit
    similarity: float
    nominatives: frozenset[str]

    @property
    def accepted(self) -> bool:
        """Whether a scheme gives this spelling for the source form or its nominative."""
        return self.similarity == 1.0


class Aligner:
    """Aligns the units of one document; remembers the spellings of source forms and what it compared."""

    def __init__(self) -> None:
        """Start with nothing compared."""
        self._spellings: dict[tuple[str, str], tuple[Spellings, ...]] = {}
        self._compared: dict[tuple[str, str, str], float] = {}

    def spellings(self, form: str, lang: str) -> tuple[Spellings, ...]:
        """The Latin spellings of a source form and of its possible nominatives."""
        key = form, lang
        if key not in self._spellings:
            self._spellings[key] = inflected(form, lang)
        return self._spellings[key]

    def similarity(self, form: str, lang: str, folded: str) -> float:
        """How well a folded Latin form fits a source form: 1 where a scheme gives it, 0 where it does not fit."""
        key = form, lang, folded
        if key not in self._compared:
            self._compared[key] = self._compare(*key)
        return self._compared[key]

    def _compare(self, form: str, lang: str, folded: str) -> float:
        found = self.spellings(form, lang)
        if not _shares_letters(found[0].usual, folded):
            return 0.0
        return max(each.similarity(folded) for each in found)

    def accepting(self, form: str, lang: str, folded: str) -> frozenset[str]:
        """The nominatives of a source form for which a scheme gives a folded Latin form."""
        if self.similarity(form, lang, folded) < 1.0:
            return frozenset()
        return frozenset(each.form for each in self.spellings(form, lang) if each.distance(folded) == 0)

    def align(self, unit: Unit, targets: Sequence[TargetWord]) -> list[Alignment]:
        """The words of a unit's translation that render a source name, each with the name that fits best.

        A word that fits two source names about as well is left out, and so are the worse of several spellings of one
        source name that stands there fewer times.
        """
        names = source_words(unit.source)
        by_form: defaultdict[str, list[SourceWord]] = defaultdict(list)
        for name in names:
            by_form[name.form].append(name)
        found: defaultdict[str, list[Alignment]] = defaultdict(list)
        for target in targets:
            ranked = sorted(((self.similarity(form, unit.lang, target.folded), form) for form in by_form), reverse=True)
            if not ranked or ranked[0][0] < _LEAST:
                continue
            best, form = ranked[0]
            rivals = [score for score, other in ranked[1:] if not self.same_name(form, other, unit.lang)]
            if not rivals or best - rivals[0] >= _MARGIN or (best == 1.0 and rivals[0] < best):
                # the first place here renders the first one there, and so on
                places = by_form[form]
                source = places[min(len(found[form]), len(places) - 1)]
                found[form].append(
                    Alignment(target, source, unit, best, self.accepting(form, unit.lang, target.folded))
                )
        counts = Counter(name.form for name in names)
        return [each for form, group in found.items() for each in self._most(group, form, counts, unit.lang)]

    def _most(self, group: list[Alignment], form: str, counts: Counter[str], lang: str) -> list[Alignment]:
        """The best alignments of a source name, no more spellings than it has places in the source."""
        places = sum(count for other, count in counts.items() if self.same_name(form, other, lang))
        best: dict[str, float] = {}
        for each in group:
            best[each.target.folded] = each.similarity
        kept = set(sorted(best, key=lambda folded: -best[folded])[:places])
        return [each for each in group if each.target.folded in kept]

    def same_name(self, one: str, other: str, lang: str) -> bool:
        """Whether two source forms may be forms of one name."""
        if one == other:
            return True
        first = {each.form for each in self.spellings(one, lang)}
        return any(each.form in first for each in self.spellings(other, lang))


def _shares_letters(one: str, other: str) -> bool:
    """Whether two words have enough letters in common to be worth a comparison."""
    first, second = set(one), set(other)
    return len(first & second) >= _FIRST_GUESS * max(len(first), len(second))
