"""Blank before a mark that follows its word directly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import is_abbreviation
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_BLANKS = " \t\u00a0\u202f"
# Starts at the mark, which is rare, and looks back for the blank, which is not. The mark must end a word group: ".5",
# ".NET", ":-)", "; )" and ". . ." are something else. A comma may be glued to the next word, its blank having slipped.
_MARK = re.compile(
    r"[,;:!?.](?<=[ \t\u00a0\u202f].)"
    r"(?:(?<=[,;])(?=[\s\"”’»]|$|[^\W\d_]{2})|(?<=,)(?=[)\]])|(?<=[:!?])(?=\s+[^\s()]|\s*$|[\"”’»])|(?<=[!?])(?=[)\]])"
    r"|(?<=\.)(?=\s+[^\s.]|\s*$|[\"”’»)\]]))",
    re.MULTILINE,
)
_OPENERS = "([{“„«‹¿¡—–-/*•|=<>+…"
# In these languages the taller marks have a blank before them by rule; the low ones never do.
_TALL_MARKS_APART = frozenset({"fr", "br"})
_TALL_MARKS = ":;!?"
# Where words are not parted by blanks, or their blanks follow no rule, a blank before a mark says nothing.
_UNSETTLED = frozenset({"km", "my", "lo", "bo", "ps"})


class SpaceBeforePunctuation(Check):
    """A blank stands before a comma, full stop or other mark that belongs to the word before it.

    What it flags:
        White space between a word and `, . ; : ! ?`, as machine translation leaves it where a phrase was moved, and the
        blank that stands on the wrong side of a comma.

    Why it matters:
        It is never right in running text and shows at a glance that nobody read the text.

    When it is wrong:
        Where a mark stands for itself, as in a list of marks or "born ? in Ostrau". French and Breton set blanks before
        `: ; ! ?`; there only the comma and the full stop are judged. Ratios (3 : 1), emoticons, ". . ." and names such
        as ".NET" are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; New Hart's Rules, chapter “Punctuation”; for French: Lexique
        des règles typographiques en usage à l'Imprimerie nationale.
    """

    id = "space-before-punctuation"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    fixable = Fixable.ALWAYS
    messages = {"blank": "Blank before “{mark}”", "side": "The blank stands before “{mark}” instead of behind it"}
    bad = (
        "They reached the harbour[[ ->]], but the ferry had left.",
        "Output doubled, and then tripled[[ ->]].",
        "Was it the ferry[[  ->]]? Nobody knew.",
        "The firm of Marlow & Co.[[ ->]], founded in 1902, was sold.",
        "They reached the harbour[[ ,->, ]]but the ferry had left.",
        "“The ferry has left[[ ->]].” She waited for the next one.",
        Example("Le bac est parti[[ ->]], dit-elle.", lang="fr"),
        Example("Sie kamen an[[ ->]]; die Fähre war weg[[ ->]]!", lang="de"),
    )
    good = (
        "They reached the harbour, but the ferry had left.",
        "It costs .5 of a cent and runs on .NET.",
        "He wrote back :-) and went to bed.",
        "And then . . . nothing.",
        "And then ... nothing.",
        "The map has a scale of 1 : 50,000 and the vote ended 3 : 1.",
        "She wrote ;) under the letter, :D under the next and was glad :)",
        Example("Le bac est parti ; qui l’a vu ? Personne !", lang="fr"),
        Example("តើអ្នកណាមក ? គ្មានទេ !", lang="km"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        # Without a known language only what holds in all of them.
        if text.base_lang in _UNSETTLED:
            return
        apart = text.base_lang in _TALL_MARKS_APART or not text.base_lang
        for match in _MARK.finditer(prose):
            start = end = match.start()
            while start and prose[start - 1] in _BLANKS:
                start -= 1
            mark = prose[end]
            before = prose[start - 1] if start else "\n"
            if before == "." and not is_abbreviation(prose, start - 1):
                continue  # two marks that clash
            if before.isspace() or before in _OPENERS or before in ",;:!?" or (apart and mark in _TALL_MARKS):
                continue
            after = prose[end + 1 : end + 2]
            if mark == ":" and before.isdigit() and prose[end + 1 : end + 3].strip()[:1].isdigit():
                continue
            if mark in ",;" and after.isalpha():
                span = Span(start, end + 1)
                yield self.finding(
                    segment, span, "side", fixes=[replace(span, mark + " ", Applicability.SAFE)], mark=mark
                )
                continue
            span = Span(start, end)
            yield self.finding(segment, span, "blank", fixes=[replace(span, "", Applicability.SAFE)], mark=mark)
