"""Tags of HTML, XML or a forum in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.markup._tags import BLOCK_ELEMENTS, TAG, speaks_of_markup
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Fix, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_FORUM = re.compile(
    r"\[/(?:b|i|u|s|url|img|quote|code|size|color|center|list)\]|\[(?:url|img|quote|size|color)=[^\[\]\n]{1,200}\]"
    r"|\[(?:quote|img|url|code)\](?=\S)",
    re.IGNORECASE,
)
# Shortcodes of content systems: [caption id="a" width="300"], [/caption], [gallery ids="1,2"].
_SHORTCODE = re.compile(
    r"\[(?:/[a-z][a-z_-]{1,30}|[a-z][a-z_-]{1,30}(?:\s+[a-z][\w-]{0,30}=(?:\"[^\"\]\n]{0,300}\"|'[^'\]\n]{0,300}'"
    r"|[“”″][^\]“”″\n]{0,300}[“”″]|[^\s\"'\[\],]{1,200})){1,12}\s?/?)\]"
)
_FORUM_OPENING = re.compile(r"\[(b|i|u|s)\](?=[^\n]{1,500}?\[/\1\])", re.IGNORECASE)


class LeftoverTag(Check):
    """A tag of a markup language stands in the text.

    What it flags:
        Tags of HTML and of translation formats, also escaped ones (`&lt;p&gt;`) and comments; forum tags and shortcodes
        of content systems in square brackets. One finding for each tag.

    Why it matters:
        The reader sees code; a tag that was to be invisible has become text on the way.

    When it is wrong:
        In a text about markup that does not say so near the tag.

    Sources:
        WHATWG HTML Living Standard, index of elements; OASIS XLIFF 2.1, inline elements; TMX 1.4b, content markup.
    """

    id = "leftover-tag"
    category = Category.MARKUP
    severity = Severity.MAJOR
    confidence = 0.97
    fixable = Fixable.ALWAYS
    messages = {"tag": "Markup left in the text: {text}"}
    bad = (
        "The mayor resigned.[[</p>->]]",
        "He called it [[<b>->]]final[[</b>->]] and left.",
        "Doors open at nine.[[<br />-> ]]Entry is free.",
        "The mayor resigned[[&lt;/p&gt;->]] on Monday.",
        "See the [[<a href=\"x.html\" class='more'>->]]programme[[</a>->]].",
        "They said [[[b]->]]no[[[/b]->]] twice.",
        'The mayor resigned. [[[caption id="a7" width="300"]->]]The mayor[[[/caption]->]] [[[gallery ids="1,2"]->]]',
    )
    good = (
        "If a < b and c > d, then nothing follows.",
        "She wrote I <3 Lima and drew a heart.",
        "The <br> tag ends a line.",
        "[T]he mayor said it was [her] last [i] word.",
        "The set [a=1, b=2], the note [then mayor] and the choice [and/or] are no tags.",
        "The range <100 km is small, >200 km is large.",
        Example("Er sagte <nichts> dazu.", lang="de"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if "<" in text.characters or "&lt;" in text.text or "＜" in text.characters:
            for match in TAG.finditer(text.text):
                yield from self._found(segment, text, match, match["name"])
        if "[/" in text.text or ("=" in text.characters and "[" in text.characters):
            matches = [m for pattern in (_FORUM, _FORUM_OPENING, _SHORTCODE) for m in pattern.finditer(text.text)]
            for match in {match.start(): match for match in matches}.values():
                yield from self._found(segment, text, match, None)

    def _found(self, segment: Segment, text: Analysis, match: re.Match[str], name: str | None) -> Iterator[Finding]:
        if not speaks_of_markup(text.text, *match.span()):
            span = Span(*match.span())
            yield self.finding(segment, span, "tag", fixes=[_without(text.text, span, name)])


def _without(text: str, span: Span, name: str | None) -> Fix:
    """A fix that takes the tag out, and keeps the words on its sides apart where the tag broke the line."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    breaks = name is not None and name.lower() in BLOCK_ELEMENTS
    right = " " if breaks and before and after and not (before + after).isspace() and after.isalnum() else ""
    return replace(span, right, title="(delete)")
