"""Full stop in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.checks.punctuation._marks import LISTED, is_abbreviation, is_short_form, word_after, word_before
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.document import Role
from qa.core.finding import Finding
from qa.core.fix import Edit, Fix, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_STOP = re.compile(r"\.[ \t\u00a0\u202f]{1,3}(?P<next>[^\W\d_])")
_ROMAN = re.compile(r"\b(?:[IVXLC]+|[ivx]{2,5})$|\d[½¼¾]?[ds]$")  # and old pence: "8d. in the pound"
_ITEM = re.compile(r"(?<!\S)\(?(\d{1,2})$")
_DANGLING = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:the|an|my|your|its|our|their|every|and|or|because|than|although|if|fact that)$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:[^\W\d_]|[’'-])+")
_WORDS_OF_ONE_LETTER = frozenset("aioyuewвиксояуàéèó")
_PARTICLES = frozenset(
    "de da di del della der den des du dos das la le van von zu zur ten ter bin bint ibn al el af av y d l".split()
)
_NAME_BEHIND = re.compile(r"(?:[^\W\d_]{1,4}[ '’]){1,3}[A-ZÀ-ÞĀ-ŽА-Я]")
_SMALL_START, _BIG_START = re.compile(r"[.!?…] [a-z]"), re.compile(r"[.!?…] [A-Z]")
_FEELING = re.compile("[\U0001f300-\U0001faff]|!!!")
_SUBJECTS = frozenset(
    "he she it they we you this these there however meanwhile moreover therefore although while when if since"
    " after before according also thus then so er sie es wir il elle ils elles on nous ce он она оно они мы вы"
    " это".split()
)
# Ordinals and dates end in a full stop here ("am 3. mai").
_ORDINALS = frozenset("de da nb nn no fi et cs sk hu sl hr sr bs lv is fo pl tr lb eu".split())


class StopInsideSentence(Check):
    """A full stop cuts a sentence in two: it goes on in lower case, or the stop stands behind a word that ends nothing.

    What it flags:
        A full stop before a word in lower case, and in English one directly
        behind an article, a possessive or a conjunction ("met the. Minister").

    Why it matters:
        The reader stops where the sentence does not. It is the mark of a translation engine that took a comma, a
        quotation mark or a name for the end of a sentence.

    When it is wrong:
        Behind an abbreviation that is not known, before a brand or a name in lower case, in verse and in texts that
        use no capitals at all.

    Sources:
        The Chicago Manual of Style, chapter “Punctuation”; MQM, Linguistic conventions: Punctuation.
    """

    id = "stop-inside-sentence"
    category = Category.PUNCTUATION
    severity = Severity.MAJOR
    confidence = 0.93
    needs = frozenset({Need.BLOCKS, Need.LEXICON, Need.QUOTATIONS})
    cross_fire = frozenset({"lowercase-sentence-start"})
    fixable = Fixable.ALWAYS
    messages = {
        "lower": "Behind the full stop “{next}” stands in lower case",
        "dangling": "Full stop behind “{word}”, which cannot end a sentence",
    }
    bad = (
        "The commission bought patrol aircraft[[.->]] and light torpedoes.",
        "The railing reached the height of the chest[[.->]] and of the hand.",
        "He spoke of “the price of an armed peace”[[.->]] and left the hall.",
        "The envoys met the[[.->]] Minister of Fisheries in March.",
        "The choir sang, and the council listened and[[.->]] The mayor wept.",
        "In the nineteenth century[[.->]] even small farms had a name.",
        "The ferry came late[[.]] it was full.",
        Example("Le ministre a signé le traité[[.->]] avec la Suède.", lang="fr"),
        Example("Die Kommission kaufte Flugzeuge[[.->]] und Boote.", lang="de"),
    )
    good = (
        "The U.S. army met the U.N. envoys at 5 p.m. in the hall.",
        "Approx. two dozen firms, e.g. Marlow Ltd. and Penn Inc. of Ostrau, took part.",
        "Everyone waited. iPhone screens glowed. van der Meer said nothing.",
        "He waited ... and then left.",
        "Section 3. a) applies.",
        "Shares of Marlow fell. adidas rose. x is unknown. White moved 1. e4, and E = mc². a² is more.",
        "we write it all small. it is our way. nobody minds.",
        "He had two wishes: 1. a boat and 2. a ferry.",
        "The tax was 8d. in the pound. See Act II, Scene iii. of the play.",
        "“I'm fine. thanks for asking 😂 love you!” he wrote.",
        "She wrote: “so late. that is it. that is the ferry.”",
        "She swallowed vitamin A. The doctor approved.",
        "The prize went to St. and Co. of the Dept. of Works.",
        Example("Am 3. und 4. Mai fährt keine Fähre, bzw. nur eine.", lang="de"),
        Example("Το έργο κόστισε 4 εκατ. ευρώ, δηλ. πολύ λίγο.", lang="el"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose = text.text
        english = text.base_lang == "en"
        for match in _STOP.finditer(prose):
            dot, at = match.start(), match.start("next")
            if dot == 0 or prose[dot - 1] in ".…?!,:;" or prose[dot - 1].isspace():
                continue
            if prose[at].islower():
                if self._goes_on(text, dot, at):
                    yield self._lower(segment, prose, dot, at)
            elif english and prose[at].isupper() and _DANGLING.search(prose, max(0, dot - 16), dot):
                word = word_before(prose, dot)
                if not word.isupper():
                    span = Span(dot, dot + 1)
                    yield self.finding(segment, span, "dangling", fixes=[replace(span, "")], word=word)

    @staticmethod
    def _goes_on(text: Analysis, dot: int, at: int) -> bool:
        """Whether the sentence must go on at `at`, a letter in lower case behind the full stop at `dot`."""
        prose = text.text
        before, english = prose[dot - 1], text.base_lang == "en"
        following = word_after(prose, at)
        article = dot > 2 and prose[dot - 2 : dot] == " a"
        if article and english and prose[dot - 3].islower() and len(following) > 3:
            return True
        short = text.base_lang not in LISTED and is_short_form(prose, dot, text.base_lang)
        if not (before.isalnum() or before in "”\"»)%’'") or short or is_abbreviation(prose, dot):
            return False
        if any(letter.isupper() for letter in following) or _ROMAN.search(prose, max(0, dot - 8), dot):
            return False
        if not _LETTERS.fullmatch(following):
            return False  # "a² + b²"
        if _is_name_or_label(prose, at, following) or (english and not text.lexicon.is_word(following)):
            return False  # brands that are always written small
        block = text.block_at(dot)
        start, end = block.span if block else (max(0, dot - 200), len(prose))
        ordinal = before.isdigit() and (
            text.base_lang in _ORDINALS or dot - start <= 3 or _is_item(prose[start:end], dot - start)
        )
        is_prose = block is None or block.role not in (Role.VERSE, Role.CELL)
        capitals = prose[start:end] != prose[start:end].lower()
        return is_prose and not ordinal and capitals and not _is_chat(text, dot)

    def _lower(self, segment: Segment, prose: str, dot: int, at: int) -> Finding:
        following = word_after(prose, at)
        drop = replace(Span(dot, dot + 1), "", title="(delete the full stop)")
        capital = Fix(following.capitalize(), (Edit(Span(at, at + 1), prose[at].upper()),))
        fixes = (capital, drop) if following in _SUBJECTS else (drop, capital)
        return self.finding(segment, Span(dot, dot + 1), "lower", fixes=fixes, next=following)


def _is_item(block: str, dot: int) -> bool:
    """Whether the number before `dot` counts parts of the sentence: "two wishes: 1. a boat 2. a ferry"."""
    match = _ITEM.search(block, max(0, dot - 4), dot)
    if match is None:
        return False
    number = int(match[1])
    beside = (f"{number - 1}. ", f"{number - 1}.) ") if number > 1 else (f"{number + 1}. ",)
    return any(part in block for part in beside)


def _is_chat(text: Analysis, dot: int) -> bool:
    """Whether the full stop stands in the quoted words of somebody who writes without capitals, as in chat."""
    span = text.quotations.around(dot)
    if span is None:
        return False
    quoted = text.text[span.start + 1 : span.end - 1]
    if _FEELING.search(quoted):
        return True
    return quoted[:1].islower() and len(_SMALL_START.findall(quoted)) > 1 and not _BIG_START.search(quoted)


def _is_name_or_label(prose: str, at: int, word: str) -> bool:
    """Whether `word` at `at` begins a name ("van der Meer") or is the letter of a list or an abbreviation itself."""
    if word in _PARTICLES and _NAME_BEHIND.match(prose, at):
        return True
    end = at + len(word)
    if (len(word) == 1 and word not in _WORDS_OF_ONE_LETTER) or prose[end : end + 1].isdigit():
        return True  # "x is unknown", "1. e4 e5"
    return prose[end : end + 1] in {")", "."} and (len(word) == 1 or is_abbreviation(prose, end))
