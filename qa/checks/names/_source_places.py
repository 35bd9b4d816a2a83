"""Places that English calls by another name than the source language does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.core.category import Severity
from qa.text.names.fold import fold
from qa.text.names.gazetteer import gazetteer
from qa.text.names.source.places import english_name

if TYPE_CHECKING:
    from qa.text.names.source.renderings import Aligned, Rendering

_PREPOSITION = re.compile(r"\b(?:in|to|from|near|outside|around|via) $")
_NEAR = 9
"""Characters that hold the longest preposition with its blanks."""
_JOINED = re.compile(r"[-‑’'\d]")
_SEEN_IN_ENGLISH = 2.6
"""Zipf value from which on a form is an English word of its own ("Roma" people, "Milan" and "Milano" both)."""


def place_claims(aligned: Aligned) -> Iterator[Claim]:
    """A claim for each place under its foreign name, where English has one of its own."""
    for name in aligned.names:
        for rendering in name.renderings:
            english = _english_name(rendering)
            if english is not None and rendering.accepted and _is_place_there(rendering):
                yield _claim(rendering, english)


def _claim(rendering: Rendering, english: str) -> Claim:
    return Claim(
        message="place",
        places=[each.target for each in rendering.alignments],
        preferred=english,
        source=rendering.alignments[0].source.written,
        forms=(english, rendering.written),
        severity=Severity.MINOR,
        confidence=0.92,
    )


def _english_name(rendering: Rendering) -> str | None:
    """What English calls the place, None where the form is an English word too or the source no such place."""
    lexicon = rendering.alignments[0].target.text.lexicon
    if lexicon.frequency(rendering.folded) >= _SEEN_IN_ENGLISH:
        return None
    found = {english_name(each.source.form, each.unit.lang) for each in rendering.alignments}
    english = found.pop()
    if (
        found
        or english is None
        or fold(english) == rendering.folded
        or gazetteer().renamed(rendering.folded, fold(english))
    ):
        return None
    return english


def _is_place_there(rendering: Rendering) -> bool:
    """Whether every mention stands alone behind a preposition of place: no club, ship, newspaper or surname."""
    return all(
        not each.source.beside
        and each.target.before is None
        and each.target.after is None
        and _PREPOSITION.search(each.target.text.text, max(0, each.target.span.start - _NEAR), each.target.span.start)
        and not _JOINED.match(each.target.text.text, each.target.span.end)
        for each in rendering.alignments
    )
