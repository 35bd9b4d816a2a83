"""Dash or hyphen with a blank on one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import word_after, word_before
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_SUSPECT = tuple(marks for dash in "-–" for blank in " \u00a0" for marks in (dash + blank, blank + dash))
_BEHIND = re.compile(r"[-–](?<=[\w)”\"%,].)[ \u00a0]{1,2}(?=[\w“\"'‘(])")
_BEFORE = re.compile(r"[-–](?<=[ \u00a0].)(?=[^\W\d_]{2})(?<=[\w)”\"%,.]..)")
# What follows a suspended hyphen: "pre- and post-war", "first- through third-graders".
_JOINING = frozenset(
    "and or to nor but through than rather as vs versus plus and/or und oder bis bzw sowie et ou y o e i og"
    " och eller".split()
)
# Words that no compound begins or ends with.
_LOOSE = frozenset(
    "the a an of to in on at by for from with that which who is are was were be been has have had will would"
    " can could may it he she they we you his her its our their my your this these those if when while because"
    " although".split()
)
_SECOND_HYPHEN = re.compile(r"but (?:\S+ ){0,3}\w+-")
_SECOND_PART = re.compile(r"to (?:\S+ ){0,2}(?:\w+-\w|\d)")
# "mid- to late summer", "pre- to postwar": the second part needs no hyphen behind these.
_PREFIXES = frozenset(
    "mid pre post inter intra non anti sub multi micro macro over under semi early late low high".split()
)
_SUFFIXES = frozenset("ing ed er est ly ness ism ist tion ment able ible ish less ful s es like".split())


class OneSidedDash(Check):
    """A dash or hyphen has a blank on one side and a word on the other.

    What it flags:
        "Monday- the day", "the industry -photo", "a total- of": a dash that lost a blank, a hyphen that does not
        belong, or a compound with a blank in it.

    Why it matters:
        The reader cannot tell whether two words are joined or parted.

    When it is wrong:
        At suffixes and prefixes that are spoken of ("the -ing form"). Suspended hyphens before "and", "or", "to" and
        the like ("pre- and post-war"), ranges and options of commands are left alone.

    Sources:
        The Chicago Manual of Style, chapters “Punctuation” and “Spelling, Distinctive Treatment of Words, and
        Compounds” (suspended hyphens); New Hart's Rules, chapter “Punctuation”.
    """

    id = "one-sided-dash"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.95
    languages = ENGLISH
    fixable = Fixable.ALWAYS
    messages = {
        "behind": "Blank only behind “{mark}”: a dash has two, a hyphen none",
        "before": "Blank only before “{mark}”: a dash has two, a hyphen none",
    }
    bad = (
        "A total[[-->]] of 73 people came to the hall.",
        "The flight to Saltera[[-]] Monday at noon was late.",
        "The ministers of the eastern states[[ --> - ]]the old ones among them left early.",
        "The new hall (it seats 900)[[ -]]which nobody wanted is full.",
        "The ferry was late that night[[--> -]] but it came in the end.",
        "Two ships met[[–]] the Aurora and the Lirio.",
    )
    good = (
        "The pre- and post-war years, a two- to three-year plan, small- and medium-sized firms.",
        "She sang first- but not second-class songs.",
        "The mid- to late summer was dry, and the low- to medium risk is gone.",
        "The first- through third-graders sang first- rather than second-class songs.",
        "It was - and is - late – very late — and dark.",
        "Short-, mid- or long-term: 10-12 pages, twenty-one, e-mail.",
        "The -ing form and the suffix -ness are English; it was -5 degrees.",
        "Run it with -verbose and read the well-known book.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        if not any(marks in prose for marks in _SUSPECT):
            return
        for match in _BEHIND.finditer(prose):
            before, after = word_before(prose, match.start()).lower(), word_after(prose, match.end()).lower()
            suspended = before in _PREFIXES or prose[match.start() - 1].isdigit()
            if after == "to" and not suspended and not _SECOND_PART.match(prose, match.end()):
                pass  # no "two- to three-year"
            elif after == "but" and not _SECOND_HYPHEN.match(prose, match.end()):
                pass  # no "first- but not second-class"
            elif after in _JOINING or (prose[match.start() - 1] == "," and after.isdigit()):
                continue
            span = Span(match.start(), match.start() + 1)
            mark = prose[span.start]
            drop = replace(span, "", title="(delete the dash)")
            dash = replace(span, f" {mark}")
            fixes = (drop, dash) if before in _LOOSE or after in _LOOSE else (dash, drop)
            yield self.finding(segment, span, "behind", fixes=fixes, mark=mark)
        for match in _BEFORE.finditer(prose):
            after = word_after(prose, match.end())
            closed = prose[match.start() - 2] in ')”"%,.'
            if not (closed or after[:1].isupper() or after.lower() in _LOOSE) or after in _SUFFIXES:
                continue
            if word_before(prose, match.start() - 1).lower() in _LOOSE:
                continue
            span = Span(match.start() - 1, match.end())
            dash = replace(span, f" {prose[span.end - 1]} ")
            yield self.finding(segment, span, "before", fixes=[dash], mark=prose[span.end - 1])
