"""Evidence from outside an article for one spelling of a name: the source text, decisions, the house list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.text.names.article.preference import Reason, Support
from qa.text.names.source.support import source_support

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.decisions import NameDecisions
    from qa.text.names.house_list import HouseList
    from qa.text.names.statistics import SpellingStatistics


def from_house_list(house_list: HouseList) -> Support:
    """The spelling that the house list has, alone or as the last word of a name."""

    def support(family: Sequence[SpellingStatistics]) -> Reason | None:
        listed = [spelling.written for spelling in family if _is_listed(spelling.written, house_list)]
        return Reason("rule", f"the house list has “{listed[0]}”", listed[0]) if len(listed) == 1 else None

    return support


def from_source(texts: Sequence[Analysis]) -> Support | None:
    """The one spelling that a scheme of the source's language gives for its name there; None without a source."""
    if not any(text.segment.source for text in texts):
        return None
    found = source_support(texts)

    def support(family: Sequence[SpellingStatistics]) -> Reason | None:
        behind = {spelling.written: found[spelling.key] for spelling in family if spelling.key in found}
        accepted = [written for written, source in behind.items() if source.accepted]
        if len(accepted) != 1 or len(behind) < 2:
            return None
        name = behind[accepted[0]].forms[0]
        return Reason("source-text", f"the source has “{name}”, which gives “{accepted[0]}”", accepted[0])

    return support


def from_decisions(decisions: NameDecisions) -> Support:
    """The spelling that somebody decided to keep."""

    def support(family: Sequence[SpellingStatistics]) -> Reason | None:
        kept = decisions.preferred([spelling.written for spelling in family])
        return Reason("rule", f"somebody decided to write “{kept}”", kept) if kept else None

    return support


def _is_listed(written: str, house_list: HouseList) -> bool:
    found = house_list.find(written)
    if found is not None:
        return found.standing != "forbidden"
    return written in house_list.by_last_word
