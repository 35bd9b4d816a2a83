"""Sentence that begins with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Granularity, Need
from qa.core.document import Block, Role
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.text.analysis import Analysis

_FIRST_WORD = re.compile(r"[\s\"“”„«»‹›‘’'(\[¿¡*_–—-]*(?P<word>[^\W\d_][\w'’.-]*)(?P<after>.?)")
# Written small even where a sentence begins: particles of names, brands and units that show an inner capital are
# told by their form.
_SMALL = frozenset("e.g i.e etc vs http https www c p pp x y n d l".split())
_PARTICLES = frozenset("de van von der den da di du la le al el bin ibn ten ter af av".split())
_ROMAN = re.compile("[ivx]+")
_WORDS_OF_ONE_LETTER = frozenset("aioyuewвиксояуàéèó")
_ATTRIBUTION = frozenset("said says added explained noted stressed told wrote reported recalled".split())
_COMPLETE = frozenset({Role.TITLE, Role.HEADING, Role.CAPTION, Role.BYLINE})
_GOES_ON = frozenset(",;:–—-…/&+(")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*[\r\n]")
# "to serve: cream and berries"
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}: [^.!?]*$")
_SUBJECTS = frozenset("i we you he she it they this that there the a an".split())
_QUOTED = 0.8
"""For a paragraph that quotes from the middle of a sentence."""
_CUT_OFF = 0.8
"""For "said the mayor": the quotation before it was cut off into a paragraph, or a record, of its own."""
_WORDS_OF_TITLE = 3
_TITLE = 0.9
# A few words in quotation marks; whole quoted sentences are longer.
_PIECE_QUOTED = re.compile(r"[\"“«„][^\"”»“]{0,40}[\"”»“]")
_LINE_OF_VERSE = 60
_PIECE = 0.6
"""For a document of one line that does not end as a sentence either: nearly always a piece of one."""
_ENDED = re.compile(r"[.!?…][\"”’»)\]]*$")
_CASELESS = frozenset("zh ja ko ar he fa ur hi th".split())


class LowercaseSentenceStart(Check):
    """A paragraph of running text or a title begins with a small letter.

    What it flags:
        The first word of a paragraph that is written small although the paragraph before it is complete.

    Why it matters:
        It shows that a sentence was cut in two, or that the translation lost the capital.

    When it is wrong:
        Paragraphs that go on after a colon, a comma or an unfinished line, lists, verse and names such as iPhone or
        “de Gaulle” are left alone. A text without any capitals is reported once.

    Sources:
        MQM, capitalization.
    """

    id = "lowercase-sentence-start"
    category = Category.CAPITALIZATION
    severity = Severity.MINOR
    confidence = 0.95
    granularity = Granularity.DOCUMENT
    needs = frozenset({Need.BLOCKS})
    fixable = Fixable.ALWAYS
    messages = {"start": "A paragraph begins with small “{word}”"}
    unstable_under = {"twice": "two lines that begin with a dash are a list"}
    bad = (
        "[[the->The]] harbour was closed on Monday.",
        "The harbour was closed.\n\n[[that->That]] is why the ferry was late, she said.",
        "Storm over the harbour\r\n\r\n[[at->At]] noon the harbour was closed.",
        "Storm over the harbour\n\n[[at->At]] noon the harbour was closed. The ferry was late.",
        "[[fire->Fire]] breaks out in the harbour of Lenk\n\nThe harbour was closed at noon. The ferry was late.",
        "- [[just->Just]] such a case was heard in May.",
        "“[[we->We]] will come back,” he said.",
        Example("[[der->Der]] Hafen war am Montag geschlossen.", lang="de"),
    )
    good = (
        "The harbour was closed on Monday.",
        "iPhone sales rose in May, eBay said.",
        "He brought three things:\n\na boat, a map and a lamp.",
        "…and then he left the town for good.",
        "de Gaulle spoke for an hour.",
        "- bread\n- milk\n- eggs",
        "ii. What was found",
        "Bake it for an hour. It keeps for three days.\n\nto serve: cream and a few berries",
        "“I would have paid, but the boat sank.”\n\n“—or so the keeper said to all of us.”",
        "O water, water, where is she\nwho sang of water, sang of sand?\nand who is left to sing to me",
        "“yes” and “no” are the answers.",
        "x is the number of boats in the harbour.",
        "The storm that came over the harbour\nclosed it for a day.",
    )

    def check_document(self, document: Document, texts: Sequence[Analysis]) -> Iterator[Finding]:
        """Findings in one document."""
        last: tuple[str, Block] | None = None
        blocks = sum(len(text.blocks) for text in texts)
        yield from self._title(texts[0]) if texts else ()
        for text in texts:
            for block in text.blocks:
                match = _FIRST_WORD.match(text.text, block.span.start, block.span.end)
                if match is not None and _is_small_start(text, block, match, last):
                    yield self._report(text, match, _confidence(text, block, match, blocks))
                last = text.text, block

    def _title(self, text: Analysis) -> Iterator[Finding]:
        """A finding at a title of several words in small letters above a paragraph that begins with a capital."""
        if len(text.blocks) < 2 or text.blocks[0].role is not Role.TITLE or text.base_lang in _CASELESS:
            return
        span, following = text.blocks[0].span, text.blocks[1].span
        match = _FIRST_WORD.match(text.text, *span)
        is_small = match is not None and match.start("word") == span.start and match["word"][0].islower()
        is_whole = text.text.count(" ", *span) >= _WORDS_OF_TITLE and text.text[following.start].isupper()
        if (
            match
            and is_small
            and is_whole
            and not (_is_written_small(match) or _begins_name(text.text, match, text.base_lang))
        ):
            yield self._report(text, match, _TITLE)

    def _report(self, text: Analysis, match: re.Match[str], confidence: float | None) -> Finding:
        word = match["word"]
        found = Span(*match.span("word"))
        fixes = [replace(found, word[0].upper() + word[1:], Applicability.SUGGEST)]
        return self.finding(text.segment, found, "start", confidence=confidence, fixes=fixes, word=word)


def _confidence(text: Analysis, block: Block, match: re.Match[str], blocks: int) -> float | None:
    """How sure the finding is in a document of so many blocks, where it is less sure than others."""
    if match["word"] in _ATTRIBUTION:
        return _CUT_OFF
    if match["word"] not in _SUBJECTS and _PIECE_QUOTED.match(text.text, block.span.start, block.span.end):
        return _QUOTED
    return _PIECE if blocks == 1 and not _ENDED.search(text.text, block.span.start, block.span.end) else None


def _is_small_start(text: Analysis, block: Block, match: re.Match[str], last: tuple[str, Block] | None) -> bool:
    """Whether a block of running text begins with a small letter that should be a capital.

    last: the text and the block before, which may leave its sentence open.
    """
    if block.role is not Role.BODY or text.base_lang in _CASELESS or not match["word"][0].islower():
        return False
    if _is_written_small(match) or _begins_name(text.text, match, text.base_lang):
        return False
    start = match.start("word")
    if text.text[block.span.start] == "(" or (text.text[start - 1] in "—–" and start > block.span.start + 1):
        return False  # "—or so she said": the dash goes on
    if _LABEL.match(text.text, start, block.span.end):
        return False
    return last is None or not _goes_on(*last)


def _is_written_small(match: re.Match[str]) -> bool:
    """Whether a word keeps its small letter at the start of a sentence."""
    word, after = match["word"], match["after"]
    bare = word.rstrip(".’'")
    is_label = _ROMAN.fullmatch(bare) is not None and (after == ")" or word.endswith("."))
    if is_label or (len(bare) == 1 and (after == ")" or bare not in _WORDS_OF_ONE_LETTER)):
        return True  # "a) by boat", "ii. Methods", "’s a pity", the poet e e cummings
    if after and after in '”"»' and match.string[match.start("word") - 1] in '“"«„':
        return True  # a word that is spoken about: “yes” and “no”
    has_inner_form = any(char.isupper() or char.isdigit() for char in word) or "." in word.rstrip(".")
    return has_inner_form or word.rstrip(".").lower() in _SMALL or after in {"@", "/", "=", "_", "\\"}


def _begins_name(text: str, match: re.Match[str], lang: str) -> bool:
    """Whether the word is a particle before a name ("de Gaulle"); in German and Dutch it may be an article."""
    particle = match["word"] in _PARTICLES and (lang not in {"de", "nl"} or match["word"] in {"von", "van"})
    return particle and text[match.end("word") + 1 : match.end("word") + 2].isupper()


def _goes_on(text: str, before: Block) -> bool:
    """Whether the paragraph before leaves its sentence open.

    A heading or caption is complete without an end mark, unless the next line follows at once: a sentence broken into
    lines looks like that.
    """
    end = before.span.end
    last, first = text[end - 1], text[before.span.start]
    apart = end == len(text) or _BLANK_LINE.match(text, end) is not None
    if first.islower() and len(before.span) < _LINE_OF_VERSE and not apart:
        return True
    is_complete = before.role in _COMPLETE and not first.islower() and apart
    return last in _GOES_ON or (last.isalnum() and not is_complete)
