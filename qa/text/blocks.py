"""Paragraphs of plain text and what each is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.core.document import Block, Role
from qa.core.span import Span

_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")
_CLOSERS = r"[\"”’'»›“‘«)\]}」』》〉）】*_]"
_ENDED = re.compile(rf"(?:[.!?…‽。！？｡؟।॥۔։።။។][\s]?{_CLOSERS}*(?:\[\d{{1,3}}\])*|{_CLOSERS}?[.!?…]{_CLOSERS}*)$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

_BULLET = re.compile(r"(?P<sign>[*•·‣⁃▪◦●○■□►▶➢➤✓✔–-])\s+\S|(?P<number>\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)])\s+\S")
_SURE_BULLETS = frozenset("•‣⁃▪◦●○■□►▶➢➤✓✔")

_AGENCIES = (
    r"AP|AFP|EPA|EFE|DPA|dpa|ANP|TASS|ТАСС|RIA(?: Novosti)?|Reuters|Getty(?: Images)?|Sputnik|Xinhua|Shutterstock"
    r"|Kyodo|ANSA|PA|Interfax|iStock|Unsplash|Wikimedia(?: Commons)?"
)
_PHOTO = (
    r"(?:(?:file|stock|handout|courtesy)\s+)?(?:photos?|photographs?|photography|foto|fotos|image|images|picture|pictures"
    r"|video|illustration|graphic|infographic|screenshot|фото|видео|bild|imagen|crédit|credit|credits|photo credit)"
)
_CREDIT_AT_END = re.compile(
    rf"(?:[-–—|]\s*{_PHOTO}\s*[/:|]\s*\S[^.!?]{{0,60}}"
    rf"|[.!?…)\]\"”»]\s+{_PHOTO}(?:\s+(?:credit|courtesy(?: of)?|by))?\s*(?:[:/]|\bby\b)\s*\S.{{0,80}}"
    rf"|\((?-i:{_AGENCIES})(?:\s+{_PHOTO})?(?:\s*[/,:]\s*[^()]*)?\)"
    rf"|\({_PHOTO}\b[^()]{{0,80}}\)"
    rf"|[-–—]\s*(?-i:{_AGENCIES})/[^.!?]{{1,60}})\.?$",
    re.IGNORECASE,
)
_CREDIT_AT_START = re.compile(
    rf"[-–—(\[]?\s*(?:(?:author|caption) (?:of|to|for) the {_PHOTO}\b"
    rf"|{_PHOTO}(?:\s+(?:credit|credits|caption|courtesy(?: of)?|by|source))?\s*[:/©|]"
    rf"|{_PHOTO}\s+(?:caption|credit|courtesy|by)\b|©)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"{_DAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s*\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*\d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})"
)
_BYLINE = re.compile(
    r"(?:(?-i:By|BY|Von|Par|Por|Di|Autor|Author|Text|Reporting by|Written by|Editing by|Translated by|Автор|Текст)"
    r":?\s+(?-i:[A-ZА-ЯЁÀ-Þ])[^.!?:;]{1,80}"
    rf"|(?:(?:last\s+)?(?:published|updated|posted|modified)(?:\s+(?:on|at))?:?\s+)?{_DATE}(?:[\s,|–—-]+(?:at\s+)?\d{{1,2}}[:.]\d{{2}}.{{0,24}})?"
    r"(?:[\s,|–—-]+[^.!?]{1,40})?)$",
    re.IGNORECASE,
)
_CHAIN = re.compile(r"[^|»>›:]+(?:\s[|»>›]\s*[^|»>›]+)+$|[^:.!?]+(?::\s[^:.!?]+){2,}$")

_HEADING_WORDS = 14
_TITLE_WORDS = 30
_FRAGMENT_WORDS = 4


def infer_blocks(text: str, role: Role) -> tuple[Block, ...]:
    """Paragraphs of `text` with the role of each.

    Every line that is not blank is a paragraph, unless the text is hard-wrapped (lines broken in mid-sentence at
    roughly the same width); then a paragraph is a run of lines up to a blank one. Line ends are LF, CR LF or CR. In
    text whose role is BODY the paragraphs' roles are told from their looks; any other role goes to all paragraphs.

    A paragraph keeps the role BODY unless something speaks against running prose, so that "has no end mark" says
    something about BODY. The thresholds are by judgement on news articles: headings have at most 14 words.
    """
    spans = [Span(*match.span()) for match in _LINE.finditer(text)]
    if _is_hard_wrapped(text, spans):
        spans = _joined(text, spans)
    if role is not Role.BODY:
        return tuple(Block(span, role) for span in spans)
    lines = [span.of(text) for span in spans]
    return tuple(map(Block, spans, _roles(lines)))


def _is_hard_wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Whether most lines that could be broken sentences are, at a similar width of 50 to 100 characters."""
    if len(spans) < 3:
        return False
    lengths = sorted(len(span) for span in spans)
    if lengths[-1] > 110 or lengths[len(lengths) // 2] < 40:
        return False
    broken = adjacent = 0
    for before, after in pairwise(spans):
        if _BLANK_LINE.match(text, before.end, after.start):
            continue
        adjacent += 1
        broken += text[after.start].islower() and text[before.end - 1] not in ".!?…"
    return broken >= 2 and broken >= 0.35 * adjacent


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Lines joined up to a blank line or the start of a list item."""
    joined: list[Span] = []
    for span in spans:
        if (
            joined
            and not _BLANK_LINE.search(text, joined[-1].end, span.start)
            and not _BULLET.match(text, span.start, span.end)
        ):
            joined[-1] = joined[-1].cover(span)
        else:
            joined.append(span)
    return joined


def _roles(lines: Sequence[str]) -> list[Role]:
    """The role of each paragraph of running text."""
    ended = [_ENDED.search(line, max(0, len(line) - 12)) is not None for line in lines]
    roles = [_own_role(line, end) for line, end in zip(lines, ended, strict=True)]
    _mark_lists(lines, roles)
    _mark_verse(lines, ended, roles)
    _mark_headings(lines, ended, roles)
    return roles


def _own_role(line: str, ended: bool) -> Role:
    """What a line shows by itself: caption, byline, chain of links, or else BODY."""
    if _CREDIT_AT_START.match(line) or _CREDIT_AT_END.search(line, max(0, len(line) - 110)):
        return Role.CAPTION
    if not ended and len(line) <= 120:
        if _BYLINE.match(line):
            return Role.BYLINE
        if _CHAIN.match(line) or not _LETTER.search(line):
            return Role.OTHER
    return Role.BODY


def _mark_lists(lines: Sequence[str], roles: list[Role]) -> None:
    """Items with a bullet or number, at least two in a row of the same kind (one is enough for a true bullet)."""
    matches = [_BULLET.match(line) if roles[at] is Role.BODY else None for at, line in enumerate(lines)]
    kinds = [(match.lastgroup if match else None) for match in matches]
    for at, (match, kind) in enumerate(zip(matches, kinds, strict=True)):
        if match is None:
            continue
        beside = (at > 0 and kinds[at - 1] == kind) or (at + 1 < len(lines) and kinds[at + 1] == kind)
        if beside or match["sign"] in _SURE_BULLETS:
            roles[at] = Role.LIST


def _mark_verse(lines: Sequence[str], ended: Sequence[bool], roles: list[Role]) -> None:
    """Runs of at least four short lines most of which are not sentences: verse, or a column of scraps."""
    start = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and roles[at] is Role.BODY and len(lines[at]) <= 60:
            continue
        first, last = start, at
        start = at + 1
        while first < last and ended[first]:
            first += 1
        while first < last and ended[last - 1]:
            last -= 1
        run = range(first, last)
        open_ends = [line for line in run if not ended[line]]
        if len(run) < 4 or len(open_ends) * 2 <= len(run):
            continue
        commas = sum(lines[line][-1] in ",;:—–-" for line in open_ends)
        role = Role.VERSE if commas * 4 >= len(run) else Role.OTHER
        for line in run:
            roles[line] = role


def _mark_headings(lines: Sequence[str], ended: Sequence[bool], roles: list[Role]) -> None:
    """The title, headings, and scraps that are no sentences."""
    last = len(lines) - 1
    for at, line in enumerate(lines):
        if roles[at] is not Role.BODY or ended[at]:
            continue
        words = _length_in_words(line)
        if at == 0 and last > 0 and words <= _TITLE_WORDS:
            roles[at] = Role.TITLE
        elif at == 1 < last and roles[0] is Role.TITLE and words <= _TITLE_WORDS and line[-1] not in ",;:":
            roles[at] = Role.HEADING
        elif line[-1] in ",;:" and words > _FRAGMENT_WORDS:
            continue
        elif at < last and words <= _HEADING_WORDS and not line[0].islower():
            roles[at] = Role.HEADING
        elif words <= _FRAGMENT_WORDS:
            roles[at] = Role.OTHER


def _length_in_words(line: str) -> int:
    """Number of words; two characters of a script without blanks count as one."""
    unspaced = len(_UNSPACED.findall(line))
    return unspaced // 2 if unspaced * 2 > len(line) else len(_WORD.findall(line))
