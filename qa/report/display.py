"""Text made fit for a terminal: nothing invisible, nothing that moves the cursor, and its width in columns."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

from qa.core.span import Span

TAB = "    "
LINE_END = "⏎"
CUT = "…"
_HANGUL_INSIDE = range(0x1160, 0x1200)  # vowels and final consonants, drawn into the syllable before them


def visible(text: str, *, marked: bool = False) -> str:
    """`text` with every character that a terminal would obey or hide spelt out as `<U+200B>`.

    Line ends become `⏎`, tabs four blanks; blanks other than the common one are spelt out where `marked`, because there
    they are what a finding is about.
    """
    if text.isprintable():
        return text
    return "".join(_visible(char, marked=marked) for char in text.replace("\r\n", "\n"))


def _visible(char: str, *, marked: bool) -> str:
    if char.isprintable():
        return char
    if char == "\t":
        return TAB
    if char == "\n":
        return LINE_END
    kind = category(char)
    if kind == "Zs" and not marked:
        return " " * width(char)
    if kind == "Cn" and ord(char) > 0xFFFF and ord(char) & 0xFFFE != 0xFFFE:
        return char  # most likely an emoji younger than this Python
    return f"<U+{ord(char):04X}>"


def shown_path(path: str) -> str:
    """A path as people read it."""
    return "(standard input)" if path == "-" else visible(path)


def counted(number: int, noun: str) -> str:
    """`1 finding`, `1,024 findings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def code_points(text: str) -> str:
    """The numbers of its characters: `U+0065 U+0301`."""
    return " ".join(f"U+{ord(char):04X}" for char in text)


def width(text: str) -> int:
    """Columns that `text` takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if combining(char) or category(char) in ("Mn", "Me") or ord(char) in _HANGUL_INSIDE:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def head(text: str, columns: int) -> str:
    """The beginning of `text` that fits in `columns`, with `…` where something is cut off."""
    if len(text) <= columns and width(text) <= columns:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += _char_width(char)
        if taken > columns - 1:
            return text[:index] + CUT
    return text


def tail(text: str, columns: int) -> str:
    """The end of `text` that fits in `columns`, with `…` where something is cut off."""
    if len(text) <= columns and width(text) <= columns:
        return text
    taken = 0
    index = len(text)
    while index and taken + _char_width(text[index - 1]) <= columns - 1:
        index -= 1
        taken += _char_width(text[index])
    while index < len(text) and not _char_width(text[index]):
        index += 1  # a combining mark whose letter was cut off
    return CUT + text[index:]


class Snippet(NamedTuple):
    """A line around a finding: what stands before, the characters found, what follows; all visible."""

    before: str
    found: str
    after: str

    @property
    def underline(self) -> str:
        """Carets under the characters found, at least one."""
        return " " * width(self.before) + "^" * max(1, width(self.found))


def snippet(text: str, span: Span, columns: int) -> Snippet:
    """The line of `text` that holds `span`, cut around the span to fit `columns` (at least 20)."""
    columns = max(columns, 20)
    reach = 4 * columns  # wide enough for combining marks, and a line of megabytes costs nothing
    low, high = max(0, span.start - reach), min(len(text), span.end + reach)
    line_start = max(text.rfind("\n", low, span.start), text.rfind("\r", low, span.start)) + 1 or low
    ends = [end for end in (text.find("\n", span.end, high), text.find("\r", span.end, high)) if end >= 0]
    before = visible(text[line_start : span.start])
    if line_start == low:
        before = before.lstrip() or before
    after = visible(text[span.end : min(ends, default=high)])
    found = _middle_cut(text, span, columns - 10)
    room = columns - width(found)
    before_room = max(room // 2, room - width(after))
    before = tail(before, max(1, before_room)) if before else before
    after = head(after, max(1, room - width(before))) if after else after
    return Snippet(before, found, after)


def _middle_cut(text: str, span: Span, columns: int) -> str:
    """The characters of `span`, the middle of long ones left out."""
    if len(span) > 4 * columns:
        first, last = text[span.start : span.start + columns], text[span.end - columns : span.end]
        first, last = visible(first, marked=True), visible(last, marked=True)
    else:
        found = visible(text[span.start : span.end], marked=True)
        if width(found) <= columns:
            return found
        first = last = found
    half = columns // 2
    return head(first, half).removesuffix(CUT) + tail(last, columns - half)
