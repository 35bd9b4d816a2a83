"""Why two spellings are held to be one name, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.text.names.slips import slip

if TYPE_CHECKING:
    from collections import Counter

    from qa.text.names.article.features import Comparison

_ALIKE = 2.0
"""Likeness from which two spellings are called ways of writing one foreign name."""


def reasons_of(comparison: Comparison) -> tuple[str, ...]:
    """What speaks for one name, the strongest first, at most four."""
    return tuple(_reasons(comparison))[:4]


def _reasons(comparison: Comparison) -> Iterator[str]:
    odd, main, values = comparison.odd, comparison.main, comparison.values
    for beside, word in (("before", "after"), ("after", "before")):
        shared = _shared(getattr(odd, beside), getattr(main, beside))
        if shared:
            yield f"both stand {word} “{shared.title()}”"
    title = _shared(odd.titles, main.titles)
    if title:
        yield f"both are called {title}"
    if values["item"]:
        yield "name lists have both as spellings of one name"
    elif values["like"] >= _ALIKE:
        yield "languages write one foreign name in both ways"
    found = slip(main.key, odd.key)
    if found is not None and values["like"] < _ALIKE:
        yield f"they differ by a slip of typing: {found.kind.value}"
    if values["ending"]:
        yield "they differ by a case ending"
    if not values["odd_known"] and values["main_known"]:
        yield f"no name list has “{odd.written}”"


def _shared(one: Counter[str], other: Counter[str]) -> str:
    both = one & other
    return both.most_common(1)[0][0] if both else ""
