"""What the source says of each spelling of a translation, for checks that must choose between spellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from qa.text.names.source.renderings import align_document

if TYPE_CHECKING:
    from qa.text.analysis import Analysis


@dataclass(frozen=True, slots=True)
class SourceSupport:
    """The source name behind a spelling.

    forms: the source forms that it stands for, as written, commonest first. accepted: whether a scheme of the language
    gives the spelling. similarity: how well it fits, 0 to 1. rivals: other spellings (folded) of the same source name.
    count: places aligned.
    """

    forms: tuple[str, ...]
    accepted: bool
    similarity: float
    rivals: tuple[str, ...]
    count: int


def source_support(texts: Sequence[Analysis], lang: str | None = None) -> Mapping[str, SourceSupport]:
    """For each folded spelling of a name what the source bears out; empty where no segment has a source.

    A spelling that stands for several source names is given with the one it fits best. Only sources in Latin, Cyrillic
    and Greek letters are read, whose capitals show what is a name.

    Args:
        texts: The segments of a document, in order.
        lang: Language of the source where the segments name none.
    """
    found: dict[str, SourceSupport] = {}
    for name in align_document(texts, lang).names:
        for rendering in name.renderings:
            support = SourceSupport(
                forms=name.forms,
                accepted=rendering.accepted,
                similarity=rendering.similarity,
                rivals=tuple(each.folded for each in name.renderings if each is not rendering),
                count=len(rendering.alignments),
            )
            known = found.get(rendering.folded)
            if known is None or support.similarity > known.similarity:
                found[rendering.folded] = support
    return MappingProxyType(found)
