"""A bracket that repeats the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Starts at the bracket, which is rare; what stands before it is compared.
_BRACKET = re.compile(r" \((?P<inside>[^\W\d_][\w'’.&-]*(?: [\w'’.&-]+){0,6})(?<!\.)\)")
_LEAST_LENGTH = 4
# "lots (and lots)", "very (very) late".
_EMPHATIC = frozenset("and or but lots many very really".split())


class RepeatedInBrackets(Check):
    """A bracket repeats the words that stand before it.

    What it flags:
        "wool coats (wool coats)", "Salem (Salem)": a term and its gloss, or a name in two scripts, that became the
        same in translation.

    Why it matters:
        The bracket tells the reader nothing.

    When it is wrong:
        Where a short form is introduced that equals the end of the long one: "Department of Justice (Justice)", "the
        Marlow Trust (TRUST)". Such short forms are told by their capital and left alone.

    Sources:
        Judged on machine translations of news from Chinese and Russian, where the source glosses foreign words.
    """

    id = "repeated-in-brackets"
    category = Category.DUPLICATION
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    needs = frozenset({Need.LEXICON})
    fixable = Fixable.ALWAYS
    messages = {"same": "The bracket repeats “{words}”"}
    bad = (
        "They opened an inquiry into wool coats[[ (wool coats)->]] from abroad.",
        "The minister, Dara Lenk[[ (Dara Lenk)->]], is on holiday.",
        "The office issued a residence permit[[ (Residence Permit)->]] in May.",
        "The plant at Ostrau[[ (Ostrau)->]] will close.",
    )
    good = (
        "The Department of Justice (Justice) and the Department of the Treasury (Treasury) answered.",
        "The game is over (over) and done.",
        "The Building Trust (TRUST) and the Marlow Prize (Marlow Prize) were founded in May.",
        "Practice takes lots (and lots) of time; wool coats (lined coats) are cheap.",
        "It is very (very) late. Let us rest. (Let us rest.)",
        "A tie (see tie) is a knot.",
        "The function f (f) and part 6 (6) follow.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        prose = text.text
        if " (" not in prose:
            return
        for match in _BRACKET.finditer(prose):
            inside = match["inside"]
            start = match.start() - len(inside)
            before = prose[max(start, 0) : match.start()]
            if len(inside) < _LEAST_LENGTH or start < 0 or before.lower() != inside.lower():
                continue
            first = inside.split(" ", 1)[0].lower()
            if first in _EMPHATIC or (
                first == inside and (first.endswith("ly") or text.lexicon.is_function_word(first))
            ):
                continue
            if (start and (prose[start - 1].isalnum() or prose[start - 1] in "-'’.")) or _is_short_form(
                prose, start, inside
            ):
                continue
            span = Span(*match.span())
            yield self.finding(segment, span, "same", fixes=[replace(span, "")], words=before)


def _is_short_form(prose: str, start: int, inside: str) -> bool:
    """Whether what stands in the bracket may be the short form of a longer name that ends with the same words."""
    if inside.isupper():
        return True
    lead = prose[max(0, start - 24) : start].split()
    in_name = bool(lead) and (lead[-1][:1].isupper() or (lead[-1] in {"of", "the", "for", "and"} and "of" in lead[-3:]))
    if not inside[0].isupper():
        return False
    starts_big = prose[start].isupper()
    # A scholarship, prize or board that is then called by just that name.
    return starts_big and (in_name or (bool(lead) and lead[-1].lower() in {"the", "a"} and " " in inside))
