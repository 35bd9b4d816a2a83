"""Characters written as escape sequences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_UNICODE = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+|\\U000[0-9A-Fa-f]{5}|(?:\\x[0-9A-Fa-f]{2})+")
_QUOTE = re.compile(r"\\+(?=[\"'“”‘’])")
# A line end: after a sentence or a blank and before a capital, so that no path on a disk looks like one.
_LINE_END = re.compile(r"(?:(?<=[.!?:;,”\"')\s])|\A)(?:\\r)?\\n(?:(?:\\r)?\\n|\\t)*(?=[\s\"“‘(]|[^\W\d_a-z]|\d|\Z|-)")
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\\w")


class EscapedCharacter(Check):
    r"""A character is written as its escape sequence.

    What it flags:
        `\u2019`, `\x92`, a backslash before a quotation mark, and `\n` where a line should end.

    Why it matters:
        The text was escaped twice on its way through a program; the reader sees code.

    When it is wrong:
        In texts about programming.

    Sources:
        RFC 8259, The JavaScript Object Notation, section 7 (strings); Python language reference, escape sequences.
    """

    id = "escaped-character"
    category = Category.MARKUP
    severity = Severity.MAJOR
    confidence = 0.95
    fixable = Fixable.SOMETIMES
    messages = {
        "code": "Escape sequence left in the text: {text}",
        "backslash": "Backslash before a quotation mark",
        "line": "Escaped line end left in the text",
    }
    bad = (
        r"It[[\u2019->’]]s over, he said.",
        r'He called it [[\->]]"final[[\->]]" and left.',
        "The mayor resigned.[[\\n\\n->\n\n]]The council met on Monday.",
        r"The old file ends in [[\x07]] and nobody knows why.",
        r"They went to a caf[[\u00e9->é]] in Lima [[\ud83c\udf89->🎉]] at noon.",
    )
    good = (
        r"The file is C:\new\notes\users.txt on the disk.",
        "The set A \\ B and the line / are signs.",
        r"Copy it to \\server\new\Users and wait.",
        "He said “no” and left.",
        r"The path docs\notes\new is short.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if "\\" not in text.characters or _PATH.search(text.text):
            return
        for match in _UNICODE.finditer(text.text):
            span, right = Span(*match.span()), _decoded(match[0])
            yield self.finding(segment, span, "code", fixes=[replace(span, right)] if right else [])
        for match in _QUOTE.finditer(text.text):
            span = Span(*match.span())
            yield self.finding(segment, span, "backslash", fixes=[replace(span, "")])
        for match in _LINE_END.finditer(text.text):
            span = Span(*match.span())
            right = match[0].replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\t", " ")
            yield self.finding(segment, span, "line", fixes=[replace(span, right, title="line end")])


def _decoded(escaped: str) -> str | None:
    """What the escape sequences stand for; None where that is no visible text."""
    if escaped.startswith("\\x"):
        code = bytes.fromhex(escaped.replace("\\x", ""))
        for encoding in ("utf-8", "cp1252"):
            try:
                text = code.decode(encoding)
            except UnicodeDecodeError:
                continue
            return text if text.isprintable() else None
        return None
    if escaped.startswith("\\U"):
        value = int(escaped.removeprefix("\\U"), 16)
        return chr(value) if value < 0x110000 else None
    units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in escaped.split("\\u")[1:])
    try:
        text = units.decode("utf-16-be")
    except UnicodeDecodeError:
        return None
    return text if text.isprintable() or text == "\u00a0" else None
