"""Two marks in a place that has room for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import is_abbreviation, is_short_form, word_before
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_RUN = re.compile(r"[.,;:!?…](?:[ \t\u00a0\u202f]?[\"”»)]?[ \t\u00a0\u202f]?[.,;:!?…])+")
_CLOSER = re.compile(r"[\"”»)]")
_NEVER = frozenset(
    {",,", ";;", ",;", ";,", ",.", ";.", ":.", ":,", ",:", ":;", ";:", ",!", ",?", "…..", "::", ";?", ";!"}
)
_AFTER_WORD = frozenset({".,", ".;", ".:", ".?", ".!", "?.", "!."})
# A quotation mark set twice, as tables in CSV double it: ""word, word"".
_DOUBLED = re.compile(r'""(?:(?<!["\w=]"")(?=\w)|(?<=[\w.,!?]"")(?!["\w]))')
_OPENING = frozenset('"“„«')
_MOUTHS = frozenset(")(DPp")
# The name of an emoji between colons: ":rocket:".
_SHORTCODE = re.compile(r"(?<!\w):[a-z_]+$")
_CAN_PRECEDE = "\"”’»)%'"


class ClashingMarks(Check):
    """Two marks stand together where only one can.

    What it flags:
        A comma beside a full stop, two full stops, a full stop behind a question mark, with or without a blank or a
        closing quotation mark between: ". ,", ",.", "..", "?.", ".”."; and a straight quotation mark set twice.

    Why it matters:
        The sentence ends and goes on at once. Machine translation leaves such pairs where it moved a phrase or a
        quotation.

    When it is wrong:
        Behind an abbreviation that is not known ("Ltd., "), in paths and code. Ellipses of three or four dots, "?!" and
        marks behind a title that ends in one ("Yahoo!,") are left alone.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation” (multiple punctuation marks).
    """

    id = "clashing-marks"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {"clash": "The marks “{text}” clash; one of them is enough"}
    bad = (
        "They sailed from Saltera[[. ,->,]] on the northern coast.",
        "The works were announced on Wednesday[[,.->.]] They cost too much.",
        "The kingfish likes roll[[..->.]] It is long and thin.",
        "Who paid for the bridge[[?.->?]] Nobody knew.",
        "“We are late[[,”,->,”]] she said.",
        '"We need another 60[[.".->."]]',
        "The firm of Marlow etc[[..->.]] was sold.",
        "The singer, the drummer[[,,->,]] and the cook left.",
        'He wants "to make the village dry again[[."..->"]] in his speech.',
        'The film [[""->"]]Harbour[[""->"]] was shown in May.',
        Example("Sie kamen spät[[,.->.]] Die Fähre war weg.", lang="de"),
    )
    good = (
        "Marlow Ltd., the U.S., Penn Inc.; it opens at 9 a.m.: what?! No!!!",
        "He waited... and left.... Then . . . nothing. . . . The end.",
        "Was it Yahoo!, asked the judge of “Who’s Got the Salted?,” a play.",
        "She said: “Never ...”, and left (they say, at 5 p.m.).",
        "Files may end in .doc, .xls, .mp3 or .tex; the Poles, &c., left.",
        'The field was "", and the script says x="" at its end.',
        "Go to ../files and count from 1..9.",
        "It was in Mass., in Pa., and (as D-N.M.), too.",
        "“Is it late?”, she asked. “It is!”.",
        'The new domain, ".saltera", is in use.',
        "He can answer.:) She won the cup :trophy:.",
        Example("Что это?.. Не знаю!.. Да.", lang="ru"),
        Example("Sie traf in der 12., 40. und 88. Minute.", lang="de"),
        Example("Přišli všichni, Jan, Petr atd., tzn. celá třída.", lang="cs"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _RUN.finditer(prose):
            start, end = match.span()
            run = "".join(match.group().split())
            before = prose[start - 1] if start else " "
            if not (before.isalnum() or before in _CAN_PRECEDE) or not self._clash(prose, start, run):
                continue
            if run in _AFTER_WORD and run[0] == "." and is_short_form(prose, start, text.base_lang):
                continue
            behind = prose[end : end + 1]
            if (
                behind.isalnum() and (behind.isdigit() or run == "::" or (run[-1] == "." and prose[end - 2].isspace()))
            ) or behind in {"/", "\\", "-"}:
                continue
            apart = prose[end - 2].isspace() and behind and not behind.isspace()
            if run[-1] in ":;" and (behind in _MOUTHS or apart):
                continue  # an emoticon
            if behind.isalpha() and prose[end - 2] in _OPENING:
                continue  # the domain ".asia"
            if run[0] == ":" and _SHORTCODE.search(prose, max(0, start - 24), start):
                continue
            span = Span(start, end)
            yield self.finding(segment, span, "clash", fixes=[replace(span, self._one(prose, end, run))])
        if '""' in prose:
            for match in _DOUBLED.finditer(prose):
                span = Span(*match.span())
                yield self.finding(segment, span, "clash", fixes=[replace(span, '"')])

    @staticmethod
    def _clash(prose: str, start: int, run: str) -> bool:
        """Whether `run`, marks and closing marks that begin at `start`, cannot stand together."""
        if "..." in run or (run[0] == "…" and run != "…..") or (len(set(run)) == 1 and run[0] in "!?"):
            return False
        if _CLOSER.search(run):
            return _clash_around(prose, start, run)
        if run in _NEVER:
            return True
        if run == "..":
            return prose[start + 2 : start + 4] not in {" .", ". "}
        word = word_before(prose, start)
        if run[0] == ".":
            return run in _AFTER_WORD and not is_abbreviation(prose, start) and not _is_short_name(word)
        return run in _AFTER_WORD and word.islower()

    @staticmethod
    def _one(prose: str, end: int, run: str) -> str:
        """What should stand there instead of `run`, which ends at `end`."""
        goes_on = prose[end : end + 2].strip()[:1].islower()
        closer = _CLOSER.search(run)
        if closer:
            if closer.group() == ")":
                return ".)"
            if goes_on:
                return "," + closer.group() if "," in run else closer.group()
            return ("," if run == "," + closer.group() + "," else ".") + closer.group()
        if goes_on and "," in run:
            return ","
        for mark in "?!.;:,":
            if mark in run and not (mark == "." and goes_on and ";" in run):
                return mark
        return run[0]


def _is_short_name(word: str) -> bool:
    """Whether `word` may be a short form of a name or title that no list has ("Guv", "Apol")."""
    return word[:1].isupper() and len(word) < 6


def _clash_around(prose: str, start: int, run: str) -> bool:
    """Whether the marks on the two sides of a closing mark clash; `run` begins at `start`."""
    first, second = run[0], run[2:3]
    unsure = first == "." and is_abbreviation(prose, start)
    if run[1] == ")":
        return run == ".)." and word_before(prose, start).islower() and not unsure
    unsure = unsure or (first == "." and _is_short_name(word_before(prose, start)))
    return second in ".," and first in ".,;" and not unsure
