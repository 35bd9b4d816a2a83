"""How each name of the source is spelt throughout a translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa.text.names.source.align import Aligner, Alignment
from qa.text.names.source.words import TargetWord, target_words, units

if TYPE_CHECKING:
    from qa.text.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Rendering:
    """One spelling of a source name.

    folded: its bare letters. alignments: its places, in order.
    """

    folded: str
    alignments: list[Alignment] = field(default_factory=list)

    @property
    def written(self) -> str:
        """As it stands at its first place."""
        return self.alignments[0].target.written

    @property
    def similarity(self) -> float:
        """How well it fits the source form it fits best."""
        return max(each.similarity for each in self.alignments)

    @property
    def accepted(self) -> bool:
        """Whether a scheme of the source language gives it."""
        return self.similarity == 1.0

    @property
    def accepted_for(self) -> frozenset[str]:
        """The nominatives for which a scheme gives it."""
        return frozenset().union(*(each.nominatives for each in self.alignments))

    @property
    def source_forms(self) -> frozenset[str]:
        """The source forms that it renders."""
        return frozenset(each.source.form for each in self.alignments)


@dataclass(frozen=True, slots=True)
class SourceName:
    """A name of the source with all its spellings in the translation.

    lang: language of the source. forms: its source forms as written, commonest first. renderings: its spellings, most
    frequent first, of equal ones the first to appear.
    """

    lang: str
    forms: tuple[str, ...]
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A document with its names aligned. names: those of the source. unaligned: name-like words without a partner."""

    names: tuple[SourceName, ...]
    unaligned: tuple[TargetWord, ...]
    aligner: Aligner


def align_document(texts: Sequence[Analysis], lang: str | None = None) -> Aligned:
    """The source names of a document with their spellings; empty where no segment has a source.

    Args:
        texts: The segments in order.
        lang: Language of the source where the segments name none.
    """
    aligner = Aligner()
    alignments: list[Alignment] = []
    unaligned: list[TargetWord] = []
    for unit in units(texts, lang):
        targets = [word for word in unit.text.once(target_words) if unit.span.contains(word.span)]
        found = aligner.align(unit, targets)
        alignments += found
        taken = {each.target.span for each in found}
        unaligned += [target for target in targets if target.span not in taken]
    return Aligned(tuple(_names(alignments, aligner)), tuple(unaligned), aligner)


def _names(alignments: Sequence[Alignment], aligner: Aligner) -> list[SourceName]:
    """Alignments of the forms of one source name together."""
    groups: dict[str, list[str]] = {}
    head: dict[str, str] = {}
    for each in alignments:
        key = f"{each.unit.lang} {each.source.form}"
        if key in groups:
            continue
        groups[key] = []
        for nominative in aligner.spellings(each.source.form, each.unit.lang):
            groups[key].append(f"{each.unit.lang} {nominative.form}")
    for nominatives in groups.values():
        heads = {_head(head, nominative) for nominative in nominatives}
        first = min(heads)
        head.update(dict.fromkeys(heads - {first}, first))
    found: defaultdict[str, list[Alignment]] = defaultdict(list)
    for each in alignments:
        found[_head(head, f"{each.unit.lang} {each.source.form}")].append(each)
    return [_name(group) for group in found.values()]


def _head(head: dict[str, str], key: str) -> str:
    while key in head:
        key = head[key]
    return key


def _name(group: list[Alignment]) -> SourceName:
    group = sorted(group, key=lambda each: (each.target.text.ordinal, each.target.span))
    renderings: dict[str, Rendering] = {}
    counts: defaultdict[str, int] = defaultdict(int)
    for each in group:
        renderings.setdefault(each.target.folded, Rendering(each.target.folded)).alignments.append(each)
        counts[each.source.written] += 1
    ranked = sorted(renderings.values(), key=lambda rendering: -len(rendering.alignments))
    return SourceName(group[0].unit.lang, tuple(sorted(counts, key=lambda form: -counts[form])), tuple(ranked))
