"""Sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from qa.core.document import Block, Role
from qa.core.span import Span
from qa.text.lexicon import Lexicon


class Sentence(NamedTuple):
    """A sentence, or the unfinished rest of a block.

    span: without surrounding white space. block: ordinal of the block it lies in. role: that block's. end_mark: the
    marks that end it, with closing quotation marks and brackets ("?!", ".”"); empty when it does not end with one.
    """

    span: Span
    block: int
    role: Role
    end_mark: str


_CLOSER = r"(?:[\"”’'»›)\]}」』》〉）】]|[“‘«‹](?=\s|$)|[\s\u00a0\u202f]»(?=\s|$)|\[\d{1,3}\])"
_STOP = re.compile(rf"[.!?…‽⁇⁈⁉]+{_CLOSER}*|[。！？｡؟।॥۔։።။។]+{_CLOSER}*")
_OPENERS = frozenset("\"“”„‟«»‹›‘’'‚([{¿¡—–-「『《（【*_#•")
_NEVER_BEFORE = frozenset(",;:.!?…)]}%，、")
_TOKEN_BEFORE = re.compile(r"[^\s\"“”„«»(\[{<—–/-]*$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,4}$")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_SPEECH = re.compile(
    r"(?:[^\W\d_][\w’'.-]*\s+){1,3}(?:said|says|asked|asks|replied|added|wrote|shouted|cried|exclaimed|told|wondered"
    r"|answered|explained|noted|stressed|continued|demanded|whispered)\b"
)

# Abbreviations that are also words: only after a number.
_AFTER_NUMBER = frozenset("in am sec min max mi ft est hr oz lb mm cm misc pm tn bn mn sun sat mon wed mar may".split())
# Words that open sentences and stand in no name after an abbreviation.
_STARTERS = frozenset(
    "the a an this that these those he she it we they i you his her its our their there here in on at by for from with"
    " as if when while after before since although though however but and or so yet nor not no yes then thus also"
    " because who what where why how some many most all both each every another other one two three more such"
    " according meanwhile moreover earlier later now today during under over despite instead to of"
    " der die das ein eine er sie es wir ich im am auf aus bei mit nach von zu seit wenn als aber und auch dies diese"
    " le la les un une il elle ils elles nous ce cette dans en el los las una y pero è il lo gli"
    " он она оно они мы вы в на по с и а но это эта этот как так что когда если для из от до".split()
)
_CLOCK = frozenset(
    "est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst msk eastern central pacific mountain"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)
_DOMAINS = frozenset(
    "com org net gov edu info biz ru uk us de fr es it pl cz ua by kz io tv me co eu cn jp js py html htm php pdf jpg"
    " png md rs mil int".split()
)
_ORDINAL_LANGUAGES = frozenset("de da nb nn no fi cs sk hu et sl hr sr bs lv is fo pl tr lb".split())
_DIGIT_BEFORE = re.compile(r"\d\s?\Z")
_UNSPACED_MARKS = frozenset("。！？｡؟।॥۔։።။។")
_GOES_ON_UNSPACED = frozenset("とって」』，、")


_TAIL = 5


class _Place(NamedTuple):
    """Marks that may end a sentence: text[mark:end] in a block that ends at `limit`, the sentence begun at `start`."""

    text: str
    start: int
    mark: int
    end: int
    limit: int
    lang: str


def split_sentences(text: str, blocks: Iterable[Block], lang: str) -> tuple[Sentence, ...]:
    """Sentences of `text`; none crosses a block's border and together they hold every character of the blocks.

    A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a domain, or a lower-case
    letter follows (that one is for a check to report). Colon and semicolon never end one.
    """
    sentences: list[Sentence] = []
    add = sentences.append
    for ordinal, (span, role) in enumerate(blocks):
        start, limit = span
        end_mark = ""
        for stop in _STOP.finditer(text, start, limit):
            mark, end = stop.span()
            if end == limit:
                end_mark = stop.group()
                break
            if _plainly_ends(text, mark, end, lang) or _ends_sentence(_Place(text, start, mark, end, limit, lang)):
                add(Sentence(Span(start, end), ordinal, role, stop.group()))
                start = end
                while start < limit and text[start].isspace():
                    start += 1
        if start < limit:
            add(Sentence(Span(start, limit), ordinal, role, end_mark))
    return tuple(sentences)


def _plainly_ends(text: str, mark: int, end: int, lang: str) -> bool:
    """Whether a full stop stands behind a word in small letters and before a capital: most do, and are told fast."""
    tail = text[mark - _TAIL : mark] if mark >= _TAIL else ""
    return (
        tail.isalpha()
        and tail.islower()
        and end == mark + 1
        and text[mark] == "."
        and text[end] == " "
        and text[end + 1 : end + 2].isupper()
        and tail not in _tails(lang)
    )


def _ends_sentence(place: _Place) -> bool:
    """Whether the marks end the sentence."""
    text, start, mark, end, limit, _ = place
    follower = text[end]
    if not follower.isspace():
        return _ends_unspaced(place) if text[mark] in _UNSPACED_MARKS else _is_glued_start(place)
    after = end + 1
    while after < limit and text[after].isspace():
        after += 1
    # No border before a mark, nor before the dash of "WASHINGTON, D.C. - ".
    dateline = text[mark] == "." and mark - 2 >= start and text[mark - 2] == "."
    if after == limit or text[after] in _NEVER_BEFORE or (dateline and text[after] in "-–—"):
        return False
    while after < limit and (text[after] in _OPENERS or text[after].isspace()):
        after += 1
    if after == limit or text[after].islower():
        return False
    if text[mark] == "." and text[mark + 1] != ".":
        return _full_stop_ends(place, after)
    if end - mark > 1 and text[end - 1] in "\"”’'»“":
        return not _SPEECH.match(text, after)
    return not (mark > start and text[mark - 1] in "([" and text[end - 1] in ")]")


def _ends_unspaced(place: _Place) -> bool:
    """Whether a mark of a script that needs no blank ends the sentence; 「行こう。」と goes on after the quotation."""
    follower = place.text[place.end]
    return follower not in _NEVER_BEFORE and not (place.end - place.mark > 1 and follower in _GOES_ON_UNSPACED)


def _full_stop_ends(place: _Place, after: int) -> bool:
    """Whether a single full stop ends the sentence; the next letter or digit stands at `after`."""
    text, start, mark, _, _, lang = place
    token = _token_before(text, start, mark)
    if not token or (len(token) > 9 and token.isalpha()):
        return True
    word_match = _WORD_AFTER.match(text, after)
    next_word = word_match.group() if word_match else ""
    is_initial = len(next_word) == 1 and text[after + 1 : after + 2] == "."
    opens = next_word.lower() in _STARTERS and not is_initial
    kinds = _abbreviations(lang)
    kind = kinds.get(token) or kinds.get(token.lower())
    if kind and token in _AFTER_NUMBER and not _DIGIT_BEFORE.search(text, start, mark - len(token)):
        kind = None
    if kind == "number" and next_word and (next_word == "I" or not _ROMAN.match(next_word)):
        kind = None
    if kind in {"always", "number"}:
        return False
    if kind == "either":
        return next_word.lower() not in _CLOCK if token in {"a.m", "p.m"} else opens
    return _plain_token_ends(place, token) or (opens and not _is_item_number(place, token))


def _plain_token_ends(place: _Place, token: str) -> bool:
    """Whether a full stop after something that is no known abbreviation ends the sentence whatever follows."""
    if len(token) == 1 and token.isalpha():
        return False
    if _NUMBER.match(token):
        return not _is_item_number(place, token) and (place.lang not in _ORDINAL_LANGUAGES or len(token) > 2)
    if place.lang in _ORDINAL_LANGUAGES and _ROMAN.match(token):
        return False
    return not _DOTTED.match(token)


def _is_item_number(place: _Place, token: str) -> bool:
    """Whether a number is all that stands before the full stop: "1. Introduction"; small letters open nothing."""
    if len(token) == 1 and token.islower():
        return True
    return place.mark - place.start == len(token) <= 3 and token.isdigit()


def _token_before(text: str, start: int, mark: int) -> str:
    """What stands before the full stop at `mark`, back to a blank, quotation mark, bracket or dash."""
    match = _TOKEN_BEFORE.search(text, max(start, mark - 24), mark)
    return match.group().lstrip("'’‘") if match else ""


@cache
def _tails(lang: str) -> frozenset[str]:
    """The last letters of the abbreviations that are long enough to be taken for words."""
    return frozenset(token[-_TAIL:] for token in _abbreviations(lang) if len(token) >= _TAIL)


@cache
def _abbreviations(lang: str) -> dict[str, str]:
    """Abbreviations to "always" (the sentence goes on), "number" (goes on before a number) or "either".

    A language without a table borrows the English one: names and titles in its texts are often written like that.
    """
    lexicon = Lexicon.for_language(lang)
    if not lexicon.abbreviations("title"):
        lexicon = Lexicon.for_language("en")
    kinds: dict[str, str] = dict.fromkeys(lexicon.abbreviations("number"), "number")
    kinds.update(dict.fromkeys(lexicon.abbreviations("either"), "either"))
    kinds.update(dict.fromkeys(lexicon.abbreviations("title") | lexicon.abbreviations("inner"), "always"))
    for token in ("al", "г", "гг"):  # "et al.", "в 2019 г." may well end a sentence
        if token in kinds:
            kinds[token] = "either"
    return kinds


def _is_glued_start(place: _Place) -> bool:
    """Whether a sentence starts right after the marks, its blank missing ("states.Bloomberg")."""
    text, start, mark, end, _, _ = place
    if mark == start or not text[end].isupper() or not text[end + 1 : end + 2].islower():
        return False
    word_match = _WORD_AFTER.match(text, end)
    next_word = word_match.group().lower() if word_match else ""
    if end - mark > 1 or text[mark] != ".":
        return text[mark - 1].isalpha() or text[end - 1] in "”»)"
    if not text[mark - 1].islower() or next_word in _DOMAINS:
        return False
    token = _token_before(text, start, mark)
    return len(token) > 2 and token.isalpha() and (token.islower() or next_word in _STARTERS)
