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
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
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
    "com org net gov edu info biz ru uk us de fr es it pl cz ua by kz io tv me co eu cn jp js py html htm php pdf jpg png"
    " md rs mil int".split()
)
_ORDINAL_LANGUAGES = frozenset("de da nb nn no fi cs sk hu et sl hr sr bs lv is fo pl tr lb".split())
_DIGIT_BEFORE = re.compile(r"\d\s?\Z")
_CASELESS_JOIN = frozenset("とって」』，、")


def split_sentences(text: str, blocks: Iterable[Block], lang: str) -> tuple[Sentence, ...]:
    """Sentences of `text`; none crosses a block's border and together they hold every character of the blocks.

    A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a domain, or a lower-case
    letter follows (that one is for a check to report). Colon and semicolon never end one.
    """
    sentences: list[Sentence] = []
    add = sentences.append
    for ordinal, (span, role) in enumerate(blocks):
        start = span.start
        end_mark = ""
        for stop in _STOP.finditer(text, span.start, span.end):
            end = stop.end()
            if end == span.end:
                end_mark = stop.group()
                break
            if _ends_sentence(text, start, stop.start(), end, span.end, lang):
                add(Sentence(Span(start, end), ordinal, role, stop.group()))
                start = end
                while start < span.end and text[start].isspace():
                    start += 1
        if start < span.end:
            add(Sentence(Span(start, span.end), ordinal, role, end_mark))
    return tuple(sentences)


def _ends_sentence(text: str, start: int, mark: int, end: int, limit: int, lang: str) -> bool:
    """Whether the marks at text[mark:end] end the sentence that began at `start`; `limit` is the block's end."""
    sign = text[mark]
    follower = text[end]
    if not follower.isspace():
        if sign in "。！？｡؟।॥۔։።။។":
            return follower not in _NEVER_BEFORE and not (end - mark > 1 and follower in _CASELESS_JOIN)
        return _is_glued_start(text, start, mark, end)
    after = end + 1
    while after < limit and text[after].isspace():
        after += 1
    if after == limit or text[after] in _NEVER_BEFORE:
        return False
    if text[after] in "-–—" and sign == "." and _is_dotted(text, start, mark):
        return False
    while after < limit and (text[after] in _OPENERS or text[after].isspace()):
        after += 1
    if after == limit or text[after].islower():
        return False
    if sign == "." and text[mark : mark + 2] != "..":
        return _full_stop_ends(text, start, mark, after, lang)
    if sign in "?!…." and end - mark > 1 and text[end - 1] in "\"”’'»“":
        return not _SPEECH.match(text, after)
    return not (mark > start and text[mark - 1] in "([" and text[end - 1] in ")]")


def _is_dotted(text: str, start: int, mark: int) -> bool:
    """Whether the full stop at `mark` is the last of an abbreviation such as "D.C."."""
    return mark - 2 >= start and text[mark - 1].isalpha() and text[mark - 2] == "."


def _full_stop_ends(text: str, start: int, mark: int, after: int, lang: str) -> bool:
    """Whether the single full stop at `mark` ends a sentence; the next letter or digit stands at `after`."""
    token = _token_before(text, start, mark)
    if not token:
        return True
    if len(token) > 9 and token.isalpha():
        return True
    word_match = _WORD_AFTER.match(text, after)
    next_word = word_match.group() if word_match else ""
    is_initial = len(next_word) == 1 and text[after + 1 : after + 2] == "."
    opens = next_word.lower() in _STARTERS and not is_initial
    kinds = _abbreviations(lang)
    kind = kinds.get(token) or kinds.get(token.lower())
    if kind is not None and token in _AFTER_NUMBER and not _DIGIT_BEFORE.search(text, start, mark - len(token)):
        kind = None
    if kind == "always":
        return False
    if kind == "number" and (not next_word or (next_word != "I" and _ROMAN.match(next_word))):
        return False
    if token in {"a.m", "p.m"}:
        return next_word.lower() not in _CLOCK
    if kind == "either":
        return opens
    if len(token) == 1 and token.isalpha():
        return opens and token.isupper()
    if _DOTTED.match(token):
        return opens
    if _NUMBER.match(token):
        if mark - start == len(token) and len(token) <= 3:
            return False
        return opens or lang not in _ORDINAL_LANGUAGES or len(token) > 2
    return opens or lang not in _ORDINAL_LANGUAGES or not _ROMAN.match(token)


def _token_before(text: str, start: int, mark: int) -> str:
    """What stands before the full stop at `mark`, back to a blank, quotation mark, bracket or dash."""
    match = _TOKEN_BEFORE.search(text, max(start, mark - 24), mark)
    return match.group().lstrip("'’‘") if match else ""


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


def _is_glued_start(text: str, start: int, mark: int, end: int) -> bool:
    """Whether a sentence starts right after the mark, its blank missing ("states.Bloomberg")."""
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

