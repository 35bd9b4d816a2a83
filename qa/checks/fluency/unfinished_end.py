"""A paragraph that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Need
from qa.core.document import Role
from qa.core.finding import Evidence, Finding
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Words that no English sentence ends with. Prepositions and "that" may: "the man he spoke of".
_DANGLING = frozenset(
    "a an the my our their your its and or nor than because although unless whereas every whose very".split()
)
# Nor with these where the word before leaves them open, in a paragraph that is no heading ("Who he was").
_OPEN_VERBS = re.compile(r"\b(?:will|would|can|could|should|may|might|must|shall|to|has|have|had|not) (be|been|have)$")
# Nor with these in running prose; a stranded one ("the man he spoke of") has its full stop there.
_LOOSE = frozenset("of to in at by for from with into was were is are has had as".split())
_HEADING_WORDS = 14
_LAST_WORD = re.compile(r"([^\W\d_]+)([\s,–—-]*)$")
_CAPITAL = re.compile(r"[\"“«„‘']?(?=[^\W\d_])[^a-zß-öø-ÿа-яё]")
_FEWEST_WORDS = 5
_ROLES = frozenset({Role.BODY, Role.TITLE, Role.HEADING})


class UnfinishedEnd(Check):
    """A paragraph breaks off in the middle of its sentence.

    What it flags:
        A paragraph of running text whose last word cannot end a sentence ("and", "the"), or that ends in a comma, with
        nothing that goes on behind it.

    Why it matters:
        The text was cut: a limit of length was hit, or a translation stopped early. Content is missing.

    When it is wrong:
        Teasers that lead to another page break off on purpose. A paragraph that goes on in lower case, a list or an
        indented quotation after it keep the check silent.

    Sources:
        The MQM typology, error types omission and truncated text.
    """

    id = "unfinished-end"
    category = Category.TRUNCATION
    severity = Severity.MAJOR
    confidence = 0.93
    needs = frozenset({Need.BLOCKS})
    messages = {"word": "The paragraph breaks off after “{text}”", "comma": "The paragraph breaks off after a comma"}
    bad = (
        "The mayor said the bridge would be finished before the end of [[the]]",
        "It is late.\n\nNobody in the whole town knows at all at what time the next one from the island will [[be]]",
        "The harbour was closed for three days because of the storm [[and]]",
        "It is late.\n\nThe old ferry was found on the coast on Monday by the men of the Department [[of]]",
        "The mayor said that the boats would come back before [[the]]\n\n“It is late,” she said.",
        "The company opened an office in the north of the country[[,]]\n\nThe ministry did not answer questions.",
        Example("Der Hafen war wegen des Sturms drei Tage lang geschlossen[[,]]\n\nNiemand fuhr.", lang="de"),
    )
    good = (
        "The Town and the Sea\n\nIt is a fine book, and it sells well.",
        "Nobody could say what he had been thinking of",
        "(a) The carrier shall keep the boat in good repair; and",
        "They need three things for the journey:\n- a boat\n- a map",
        "Dear readers of this page,\n\nwe thank you for your letters.",
        "The house was old, but the\ngarden was kept well by the neighbours.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        blocks = text.blocks
        for number, (span, role) in enumerate(blocks):
            if role not in _ROLES or text.text[span.end - 1] in '.!?”"’)…:;»]' or len(span) < 30:
                continue
            match = _LAST_WORD.search(text.text, max(span.start, span.end - 40), span.end)
            if match is None or len(text.text[span.start : span.end].split()) < _FEWEST_WORDS:
                continue
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if following and (following.role not in _ROLES or not _CAPITAL.match(text.text, following.span.start)):
                continue
            if text.text[match.start() - 2 : match.start()] == "; ":
                continue  # "(a) ...; and": the next part of a list
            comma = "," in match[2]
            if not comma and not (text.base_lang == "en" and _is_dangling(text.text, span, match, role)):
                continue
            found = Span(match.start(2), match.start(2) + match[2].index(",") + 1) if comma else Span(*match.span(1))
            reason = "a comma cannot end a paragraph" if comma else f"no sentence ends with “{match[1]}”"
            # A text of one paragraph may be a segment whose sentence goes on in the next.
            confidence = 0.8 if comma and len(blocks) == 1 else None
            evidence = [Evidence("rule", reason)]
            message = "comma" if comma else "word"
            yield self.finding(segment, found, message, confidence=confidence, evidence=evidence)


def _is_dangling(text: str, block: Span, match: re.Match[str], role: Role) -> bool:
    """Whether the last word of an English paragraph leaves its sentence open."""
    if match[1] in _DANGLING:
        return True
    if match[1] in _LOOSE:
        return role is Role.BODY and len(text[block.start : block.end].split()) > _HEADING_WORDS
    verb = _OPEN_VERBS.search(text, max(0, match.start() - 10), match.end(1))
    return role is Role.BODY and verb is not None
