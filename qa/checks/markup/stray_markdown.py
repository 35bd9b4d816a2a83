"""Marks of Markdown in a text that is no Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.markup._tags import LETTER
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_LINK = RarePattern(
    r"(?:!\[(?P<alt>[^\[\]\n]{0,200})|\[(?P<inner>[^\[\]\n]{1,200}))\]"
    r"\((?:https?://|mailto:|www\.|/|#)[^\s()]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
)
_STRONG = RarePattern(
    rf"\*\*(?<!{LETTER}\*\*)(?<![*\\]\*\*)(?P<inner>[^\s*][^*\n]{{0,300}}(?<!\s))\*\*(?!{LETTER}|\*)"
    rf"|~~(?<!{LETTER}~~)(?<!~~~)(?P<struck>\w[^~\n]{{0,300}})~~(?!{LETTER}|~)"
)
_HEADING = re.compile(r"^#{2,6} (?=\w)", re.MULTILINE)
_FENCE = re.compile(r"^```\w*$", re.MULTILINE)
_MANY = 8


class StrayMarkdown(Check):
    """Marks of Markdown stand in a text that shows them as they are.

    What it flags:
        `**strong**`, `[links](https://…)`, headings with `##` and fences of code in plain text. A text with many of
        them is written in Markdown and is left alone.

    Why it matters:
        Text made by a language model or taken from a content system often carries such marks; the reader sees them.

    When it is wrong:
        Where the text is Markdown after all, under another name.

    Sources:
        CommonMark Spec 0.31, 4.2 (headings), 4.5 (fences), 6.2 (emphasis), 6.3 (links).
    """

    id = "stray-markdown"
    category = Category.MARKUP
    severity = Severity.MINOR
    confidence = 0.93
    fixable = Fixable.SOMETIMES
    messages = {"mark": "Markdown left in the text: {text}"}
    bad = (
        "The mayor called it [[**final**->final]] and left.",
        Example("See [[[the programme](]]https://example.org/p) for more.", fixed="See the programme for more."),
        "[[## ->]]The day after\n\nThe mayor resigned on Monday.",
        "It was [[~~postponed~~->postponed]] cancelled.",
        Example("天气[[**很好**->很好]]，我们走了。", lang="zh"),
        "[[```]]\nThe mayor resigned on Monday.\n[[```]]",
    )
    good = (
        "He said f**k and s**t, and then ** again.",
        "The hotel has four stars: **** in all guides.",
        "Multiply 2**3 by 4**5.",
        "The [mayor] (a lawyer) resigned [on Monday].",
        "# 1 in the charts, ## 2 and 3 below.",
        "Members* and guests** pay less.\n* Since 2019. ** On weekdays.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        whole = text.text
        patterns = [
            pattern
            for sign, pattern in (("](", _LINK), ("**", _STRONG), ("~~", _STRONG), ("## ", _HEADING), ("```", _FENCE))
            if sign in whole
        ]
        found = {match.span(): match for pattern in patterns for match in pattern.finditer(whole)}
        if len(found) > _MANY:
            return
        for place, match in found.items():
            groups = match.groupdict()
            right = groups.get("inner") or groups.get("struck") or groups.get("alt") or ""
            fixes = [] if match.re is _FENCE else [replace(Span(*place), right)]
            # No finding touches an address: that of a link covers its words and the brackets around them.
            end = (
                place[1]
                if match.re is not _LINK.compiled
                else match.end("inner" if groups["alt"] is None else "alt") + 2
            )
            yield self.finding(segment, Span(place[0], end), "mark", fixes=fixes)
