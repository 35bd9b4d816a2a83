"""The block structure of Markdown: which lines are paragraphs, headings, items and cells, and which are no prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from qa.core.document import Role
from qa.core.span import Span

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])([ \t]+|$)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_TABLE_LINE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(
    r" {0,3}\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:[ \t]*(?:<[^<>]*>|\S+)"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ \t]*$"
)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_DIRECTIVE = re.compile(r" {0,3}:{3,}")
_HTML_SPANS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf" {{0,3}}{start}", re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for start, end in (
        (r"<!--", r"-->"),
        (r"<(?:script|pre|style|textarea|svg|math)(?=[\s>]|$)", r"</(?:script|pre|style|textarea|svg|math)>"),
        (r"<\?", r"\?>"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (r"<![a-z]", r">"),
    )
)
_HTML_BLOCK = re.compile(
    r" {0,3}</?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|"
    r"dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|"
    r"optgroup|option|p|param|picture|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>/]|$)",
    re.IGNORECASE,
)
_LONE_TAG = re.compile(r" {0,3}(?:<[a-zA-Z][^<>]*>|</[a-zA-Z][^<>]*>)[ \t]*$")
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?(\1|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_ASCII_BLANKS = " \t"


class Leaf(NamedTuple):
    """A block without blocks in it. lines: raw ranges of its text. html: it is HTML, Markdown signs in it are text."""

    role: Role
    lines: list[Span]
    html: bool = False


@dataclass(slots=True)
class Blocks:
    """What a Markdown file consists of. labels: names that links may refer to, lower-cased, blanks joined."""

    leaves: list[Leaf] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)


def normal_label(label: str) -> str:
    """The form in which the label of a link reference is compared."""
    return " ".join(label.split()).casefold()


def split_blocks(raw: str, max_depth: int) -> Blocks:
    """Cut a Markdown file into blocks; quotations and lists nested deeper than `max_depth` are read as paragraphs."""
    start = 0
    front = _FRONT.match(raw)
    if front:
        start = front.end()
    lines: list[Span] = []
    while start < len(raw):
        end = raw.find("\n", start)
        following = end + 1 if end >= 0 else len(raw)
        end = end if end >= 0 else len(raw)
        lines.append(Span(start, end - 1 if end > start and raw[end - 1] == "\r" else end))
        start = following
    blocks = Blocks()
    _Splitter(raw, blocks, max_depth).run(lines, Role.BODY, 0)
    return blocks


class _Splitter:
    """Goes through the lines of one container after the other."""

    def __init__(self, raw: str, blocks: Blocks, max_depth: int) -> None:
        self._raw, self._blocks, self._max_depth = raw, blocks, max_depth

    def _text(self, line: Span) -> str:
        return self._raw[line.start : line.end]

    def run(self, lines: list[Span], role: Role, depth: int) -> None:
        """Find the blocks of a container; `lines` are cut free of the container's own signs."""
        paragraph: list[Span] = []

        def flush(kind: Role = role) -> None:
            if paragraph:
                self._leaf(kind, list(paragraph))
                paragraph.clear()

        index = 0
        while index < len(lines):
            text = self._text(lines[index])
            if not text.strip():
                flush()
                index += 1
                continue
            if not paragraph and _indent(text) >= 4:
                index = self._indented_code(lines, index)
                continue
            underline = _UNDERLINE.match(text)
            if paragraph and underline:
                flush(Role.TITLE if underline[1][0] == "=" else Role.HEADING)
                index += 1
                continue
            following = self._block(lines, index, bool(paragraph), role, depth, flush)
            if following is None:
                paragraph.append(lines[index])
                index += 1
            else:
                index = following
        flush()

    def _block(
        self, lines: list[Span], index: int, inside: bool, role: Role, depth: int, flush: Callable[[], None]
    ) -> int | None:
        """Read the block that starts at line `index`, if one does, and return the line after it."""
        text = self._text(lines[index])
        if _indent(text) >= 4:
            return None
        following = self._leaf_block(lines, index, flush)
        if following is None and depth < self._max_depth:
            following = self._container(lines, index, inside, role, depth, flush)
        if following is None:
            following = self._html(lines, index, inside)
            if following is not None:
                flush()
                self._blocks.leaves.append(Leaf(role, lines[index:following], html=True))
        if following is None and text.strip() == "$$":
            following = self._formula(lines, index, flush)
        if following is None and self._starts_table(lines, index):
            flush()
            following = self._table(lines, index)
        if following is None and not inside:
            following = self._start_of_text(lines, index)
        return following

    def _leaf_block(self, lines: list[Span], index: int, flush: Callable[[], None]) -> int | None:
        """Code, rules and headings."""
        line, text = lines[index], self._text(lines[index])
        if _FENCE.match(text):
            flush()
            return self._fenced_code(lines, index)
        if _RULE.match(text) or _DIRECTIVE.match(text):
            flush()
            return index + 1
        heading = _HEADING.match(text)
        if heading is None:
            return None
        flush()
        body = text[heading.end() :].rstrip(_ASCII_BLANKS)
        unmarked = body.rstrip("#")
        if not unmarked or unmarked[-1] in _ASCII_BLANKS:
            body = unmarked
        start = line.start + heading.end()
        self._leaf(Role.TITLE if len(heading[1]) == 1 else Role.HEADING, [Span(start, start + len(body))])
        return index + 1

    def _container(
        self, lines: list[Span], index: int, inside: bool, role: Role, depth: int, flush: Callable[[], None]
    ) -> int | None:
        """Quotations and lists. Inside a paragraph only a filled item, numbered 1 if at all, starts a list."""
        text = self._text(lines[index])
        if _QUOTE.match(text):
            flush()
            return self._quotation(lines, index, role, depth)
        item = _ITEM.match(text)
        if item is None or (inside and (not text[item.end() :].strip() or item[2][:-1] not in ("", "1"))):
            return None
        flush()
        return self._item(lines, index, item, depth)

    def _start_of_text(self, lines: list[Span], index: int) -> int | None:
        """Blocks that never interrupt a paragraph: definitions of links, footnotes."""
        text = self._text(lines[index])
        definition = _DEFINITION.match(text)
        if definition:
            self._blocks.labels.add(normal_label(definition[1]))
            return index + 1
        footnote = _FOOTNOTE.match(text)
        if footnote:
            lines[index] = Span(lines[index].start + footnote.end(), lines[index].end)
            return None if lines[index].start < lines[index].end else index + 1
        return None

    def _formula(self, lines: list[Span], index: int, flush: Callable[[], None]) -> int | None:
        for end in range(index + 1, len(lines)):
            if self._text(lines[end]).strip() == "$$":
                flush()
                return end + 1
        return None

    def _leaf(self, role: Role, lines: list[Span]) -> None:
        trimmed = [self._trimmed(line) for line in lines]
        if role is Role.LIST:
            task = _TASK.match(self._text(trimmed[0]))
            if task:
                trimmed[0] = Span(trimmed[0].start + task.end(), trimmed[0].end)
        kept = [line for line in trimmed if line.start < line.end]
        if kept:
            self._blocks.leaves.append(Leaf(role, kept))

    def _trimmed(self, line: Span) -> Span:
        text = self._text(line)
        return Span(
            line.start + len(text) - len(text.lstrip(_ASCII_BLANKS)), line.start + len(text.rstrip(_ASCII_BLANKS))
        )

    def _indented_code(self, lines: list[Span], index: int) -> int:
        while index < len(lines):
            text = self._text(lines[index])
            if text.strip() and _indent(text) < 4:
                break
            index += 1
        return index

    def _fenced_code(self, lines: list[Span], index: int) -> int:
        fence = _FENCE.match(self._text(lines[index]))
        assert fence is not None
        mark = fence[1]
        closing = re.compile(rf" {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
        index += 1
        while index < len(lines) and not closing.match(self._text(lines[index])):
            index += 1
        return index + 1

    def _quotation(self, lines: list[Span], index: int, role: Role, depth: int) -> int:
        inner: list[Span] = []
        while index < len(lines):
            text = self._text(lines[index])
            sign = _QUOTE.match(text)
            if sign:
                inner.append(Span(lines[index].start + sign.end(), lines[index].end))
            elif inner and self._continues(inner[-1], lines[index]):
                inner.append(lines[index])
            else:
                break
            index += 1
        self.run(inner, role, depth + 1)
        return index

    def _item(self, lines: list[Span], index: int, item: re.Match[str], depth: int) -> int:
        line = lines[index]
        rest = self._text(line)[item.end() :]
        blanks = len(item[3].expandtabs(4))
        width = len(item[1]) + len(item[2]) + (blanks if rest and 1 <= blanks <= 4 else 1)
        skip = min(width, line.end - line.start) if blanks > 4 else item.end()
        inner = [Span(line.start + skip, line.end)]
        index += 1
        while index < len(lines):
            text = self._text(lines[index])
            if not text.strip():
                if len(inner) == 1 and not rest.strip():
                    break
                inner.append(lines[index])
            elif _indent(text) >= width:
                inner.append(Span(lines[index].start + _skip_columns(text, width), lines[index].end))
            elif self._continues(inner[-1], lines[index]):
                inner.append(lines[index])
            else:
                break
            index += 1
        self.run(inner, Role.LIST, depth + 1)
        return index

    def _continues(self, before: Span, line: Span) -> bool:
        """Whether `line`, without its container's sign, goes on with the paragraph that `before` belongs to."""
        previous, text = self._text(before), self._text(line)
        if not previous.strip() or not text.strip() or _FENCE.match(previous) or _indent(previous) >= 4:
            return False
        starts = (_FENCE, _RULE, _HEADING, _QUOTE, _ITEM, _HTML_BLOCK, _DIRECTIVE)
        return not any(start.match(text) for start in starts) and not text.lstrip().startswith("<!--")

    def _html(self, lines: list[Span], index: int, inside: bool) -> int | None:
        """The line after the HTML block that starts at line `index`, if one does."""
        text = self._text(lines[index])
        if "<" not in text:
            return None
        for start, end in _HTML_SPANS:
            if start.match(text):
                while index < len(lines) and not end.search(self._text(lines[index])):
                    index += 1
                return min(index + 1, len(lines))
        if _HTML_BLOCK.match(text) or (not inside and _LONE_TAG.match(text)):
            while index < len(lines) and self._text(lines[index]).strip():
                index += 1
            return index
        return None

    def _cells(self, line: Span) -> list[Span]:
        text = self._text(line)
        cuts = [match.end() - 1 for match in re.finditer(r"(?<!\\)(?:\\\\)*\|", text)]
        edges = [-1, *cuts, len(text)]
        cells = [Span(line.start + low + 1, line.start + high) for low, high in pairwise(edges)]
        if cuts and not text[: cuts[0]].strip():
            del cells[0]
        if cuts and not text[cuts[-1] + 1 :].strip() and len(cells) > 1:
            del cells[-1]
        return cells

    def _starts_table(self, lines: list[Span], index: int) -> bool:
        if index + 1 >= len(lines) or "|" not in self._text(lines[index]):
            return False
        below = lines[index + 1]
        if "|" not in self._text(below) or not _TABLE_LINE.match(self._text(below)):
            return False
        return len(self._cells(lines[index])) == len(self._cells(below))

    def _table(self, lines: list[Span], index: int) -> int:
        columns = len(self._cells(lines[index]))
        number = index
        while number < len(lines):
            text = self._text(lines[number])
            if not text.strip() or (
                number > index + 1 and (_QUOTE.match(text) or _FENCE.match(text) or _HEADING.match(text))
            ):
                break
            if number != index + 1:
                for cell in self._cells(lines[number])[:columns]:
                    self._leaf(Role.CELL, [cell])
            number += 1
        return number


def _indent(text: str) -> int:
    """Columns of blank at the start of a line; a tab goes to the next multiple of four."""
    column = 0
    for char in text:
        if char == " ":
            column += 1
        elif char == "\t":
            column += 4 - column % 4
        else:
            break
    return column


def _skip_columns(text: str, width: int) -> int:
    """Number of characters that take up the first `width` columns of blanks."""
    column = 0
    for index, char in enumerate(text):
        if column >= width or char not in _ASCII_BLANKS:
            return index
        column += 4 - column % 4 if char == "\t" else 1
    return len(text)
