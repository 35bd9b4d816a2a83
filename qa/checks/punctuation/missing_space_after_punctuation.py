"""Missing blank after a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import is_abbreviation, word_after
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.lexicon import language_words

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Letters of the scripts that set blanks between words.
_LETTER = "A-Za-z\u00aa-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u05d0-\u05ea\u0620-\u064a\u1e00-\u1fff"
_GLUED = re.compile(rf"[.,;:!?](?P<quote>[\"”“]?)(?=[{_LETTER}])(?P<next>\w+)")
_DAY_YEAR = re.compile(r",(?<=\d,)(?=(?:1[89]|20)\d\d\b)")
_MONTH_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d\d?$"
)
_TOKEN_BEFORE = re.compile(r"[^\s(\[“”\"„«—–]*$")
_WORD = re.compile(rf"[{_LETTER}]+(?:[’'-][{_LETTER}]+)*$")
_NUMBER = re.compile(r"(?:1[0-9]|20)\d\d$")
# Words that open sentences and are no top-level domain or file ending ("it", "in" and "is" are).
_OPENING = frozenset("the and he she they but this that these with from which there we when while who".split())
_STARTERS = frozenset(
    "It In By At Is To As Also After Although Since If According However Many Some Most His Her Our Their Its For No"
    " What How Why Then Earlier Meanwhile None Both Each Several Such Under Over About".split()
)
_SMALL_BEHIND = re.compile(r"(?:[’']\w+)?,? \w")
_DOMAINS = frozenset(
    "com org net gov edu info biz ru uk us de fr es it pl cz ua by kz io tv me co eu cn jp js py html htm php"
    " pdf jpg png gif svg css xml json csv txt doc docx xls xlsx zip exe dll md rs mil int app dev ai to ly be"
    " ch at in is nl se no dk fi gr ir il tr br ca au nz za kr hk tw sg mp aero name online site shop store"
    " blog news live".split()
)
# Shorter words without case before a full stop may be abbreviations.
_CASELESS_WORD = 3
# A colon joins an ending to a foreign word here ("USA:n").
_COLON_ENDINGS = frozenset({"fi", "sv"})


class MissingSpaceAfterPunctuation(Check):
    """Two words are glued together by the mark between them.

    What it flags:
        A comma, full stop or other mark directly followed by the next word, with or without a quotation mark between:
        "states.Bloomberg", "harbour,but", "said:Nobody".

    Why it matters:
        Nobody writes so on purpose; search engines and readers take the two words for one.

    When it is wrong:
        In names that are written so (Node.js, Booking.Com), in code and in coordinates that are not marked as such.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; MQM, Linguistic conventions: Whitespace.
    """

    id = "missing-space-after-punctuation"
    category = Category.WHITESPACE
    severity = Severity.MINOR
    confidence = 0.95
    fixable = Fixable.ALWAYS
    messages = {"glued": "No blank between “{mark}” and “{next}”"}
    bad = (
        "The strike reached four more states[[.H->. H]]arbour masters sent their boats home.",
        "The programme is secret[[,b->, b]]ut the choir knows it.",
        "Nobody came[[;t->; t]]he hall was cold.",
        "The mayor had one wish[[:t->: t]]he silence of the harbour.",
        "Who paid[[?N->? N]]obody knew.",
        "On March 3[[,2->, 2]]020 the hall was closed.",
        "They called Arkady Marlow[[.T->. T]]he line was dead.",
        "The war had come to an end[[.I->. I]]n the spring the boats came back.",
        "They sailed from Ostrau[[.A->. A]]lso the mayor left.",
        "They left in 2019[[.T->. T]]wo came back.",
        "“We are late[[,”s->,” s]]he said.",
        Example("Le bac est parti[[,m->, m]]ais personne ne l’a vu.", lang="fr"),
        Example("Sie warteten auf die Fähre[[.D->. D]]ann kam der Bürgermeister.", lang="de"),
        Example("המעבורת לא יצאה[[,ה->, ה]]אולם היה ריק.", lang="he"),
    )
    good = (
        "Lenta.ru, Node.js and Ph.D. students met at 12:30 in the U.S.A. with 3,000 guests, e.g. J.K. Rowling.",
        "Open the file notes.Final.docx or System.Out; the ratio is a:b.",
        "See https://example.org/a,b;c and mail me at Ann.Marlow@example.org.",
        "He sang Yahoo! and the choir answered: “So?” “No!”",
        "The vote was 12,5 to 3:1, as Mr.T said.",
        "B.B. King played at No.5 and at St.Gallen.",
        "In the age of TL;DR nobody reads a letter to its end.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        for match in _GLUED.finditer(prose):
            if not prose[match.start() - 1 : match.start()].isspace() and self._is_glued(text, match):
                yield self._report(segment, prose, match.start(), match.start("next"))
        if "," in prose and text.base_lang == "en":
            for match in _DAY_YEAR.finditer(prose):
                if _MONTH_DAY.search(prose, max(0, match.start() - 12), match.start()):
                    yield self._report(segment, prose, match.start(), match.end())

    def _report(self, segment: Segment, prose: str, start: int, end: int) -> Finding:
        # The blank goes behind the mark, or between the mark and an opening quotation mark.
        cut = end - 1 if prose[end - 1] == "“" else end
        span = Span(start, end + 1)
        blank = replace(span, f"{prose[start:cut]} {prose[cut : end + 1]}", Applicability.SAFE)
        following = word_after(prose, end) or prose[end : end + 4]
        return self.finding(segment, span, "glued", fixes=[blank], mark=prose[start:end], next=following[:40])

    @staticmethod
    def _is_glued(text: Analysis, match: re.Match[str]) -> bool:
        """Whether two words meet at the matched mark, rather than the parts of an address, a name or a number."""
        prose, at = text.text, match.start()
        mark, following = prose[at], match["next"]
        token_match = _TOKEN_BEFORE.search(prose, max(0, at - 40), at)
        token = token_match.group() if token_match else ""
        word_match = _WORD.search(token)
        word = word_match.group() if word_match else ""
        whole = word == token and len(word) > 1
        year = bool(_NUMBER.match(token))
        small = whole and word.islower()
        if match["quote"]:
            # A straight mark may open or close; a curly one tells.
            sure = match["quote"] == "”" or (match["quote"] == "“" and mark in ",:;.")
            return sure and len(following) > 1 and (whole or token[-1:].isalnum())
        if mark == ".":
            return (whole or year) and _ends_before(text, at, match.end(), word, following)
        if mark == ",":
            long = len(following) > 1 or (len(word) > 2 and following in "aAI")
            return long and (whole or year or token[-1:] in "%)’")
        if mark == ";":
            return whole and not word.isupper() and len(following) > 1 and "&" not in token
        if mark == ":":
            # "line:column" is a notation; a capital or a small word shows that a clause begins.
            begins = (following[0].isupper() and following[1:].islower()) or following in _OPENING
            plain = small and len(word) > 2 and following.isalpha() and len(following) > 2 and begins
            return (
                plain
                and text.base_lang not in _COLON_ENDINGS
                and prose[match.end() : match.end() + 1] not in {":", "/"}
            )
        return small and following[0].isupper() and following[1:].islower()


def _ends_before(text: Analysis, at: int, end: int, word: str, following: str) -> bool:
    """Whether the full stop at `at` ends a sentence and `following`, which ends at `end`, begins the next one."""
    prose = text.text
    # "The war was over.In May the boats came", "They left Ostrau.Also the mayor went": not "example.in".
    starts = following in _STARTERS and _SMALL_BEHIND.match(prose, end) is not None
    if is_abbreviation(prose, at) or (following.lower() in _DOMAINS and not (starts and word.islower())):
        return False
    if prose[end : end + 1] in {"@", "/", "_", "(", "."} and prose[end + 1 : end + 2].isalnum():
        return False
    # A noun or name ends the sentence more often than not; a frequent word shows that the next one begins.
    openers = _OPENING if text.base_lang == "en" else language_words().get(text.base_lang, ())
    opens = starts or following.lower() in openers
    if not following[0].isupper() and not following[0].islower():
        return min(len(word), len(following)) >= _CASELESS_WORD
    if following[0].isupper():
        return following[1:].islower() and (not word or word.islower() or opens) and len(following) > 1
    return opens and word.islower() and len(word) > 2
