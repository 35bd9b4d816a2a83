"""Characters that no text should hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, Fix, replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_RUN = RarePattern(
    # A control code behind a capital or accented letter is the rest of a wrongly read character: see mojibake.
    r"[\x00-\x08\x0e-\x1b\x7f]+|(?<![\x80-\x9f\xc2-\xf4€])[\x80-\x84\x86-\x9f]+|\ufffd+"
    r"|[\ufdd0-\ufdef\ufffe\uffff]+|[\ud800-\udfff]+|[\ue000-\uf8ff]+"
    # What systems write for a piece of a word that they do not know.
    r"|\u2047(?<![\u3040-\u9fff\uac00-\ud7af\u2047]\u2047)(?![\u3040-\u9fff\u2047])"
)
_ANY = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u2047\ufdd0-\ufdef\ufffd-\uffff\ud800-\uf8ff]")
_C1_START, _C1_END = "\x80", "\x9f"
_ICON = 0.8
_LOST = frozenset("\ufffd\u2047")


class ControlCharacter(Check):
    """A control character, a replacement character or one that Unicode gives no meaning stands in the text.

    What it flags:
        Control codes other than tab and line ends, the replacement characters � and ⁇, halves of surrogate pairs,
        non-characters and private-use characters (mostly glyphs of a symbol font).

    Why it matters:
        A character of the text was lost on the way, and the reader sees a box, a question mark or nothing.

    When it is wrong:
        Where a private-use character is drawn by a font that goes with the text.

    Sources:
        The Unicode Standard, chapters 23.1 (control codes), 23.5 (private use), 23.7 (non-characters), 23.8 (U+FFFD);
        WHATWG Encoding Standard, index windows-1252, for what a control code from 80 to 9F most often was.
    """

    id = "control-character"
    category = Category.CHARACTER_ENCODING
    severity = Severity.MAJOR
    confidence = 0.97
    fixable = Fixable.SOMETIMES
    messages = {
        "control": "Control character U+{code}",
        "lost": "Replacement character: something was lost here",
        "meaningless": "Character without a meaning, U+{code}",
        "private": "Private-use character U+{code}: shows only with a certain font",
    }
    bad = (
        "The minister[[\x92->’]]s plane landed at noon.",
        "The caf[[\ufffd]] opened at noon.",
        "The town of Pozna [[\u2047]] lies on the river.",
        "The report[[\x01\x02]] is out.",
        "The harbour[[\ufdd0]] is closed.",
        "It costs [[\x80->€]]40 a night.",
        "[[\uf0b7]] The first item of three.",
    )
    good = (
        "The minister’s plane landed at noon.",
        "First line.\r\nSecond line.\tAnd a tab.",
        "Emoji such as 🎉 and 𝒜 lie beyond the first plane.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if not _ANY.search("".join(text.characters)):
            return
        for match in _RUN.finditer(text.text):
            span = Span(*match.span())
            first = match[0][0]
            fixes: list[Fix] = []
            confidence = self.confidence
            if first in _LOST:
                message = "lost"
            elif first < "\xa0":
                message = "control"
                fixes = _as_windows(span, match[0])
            elif "\ue000" <= first <= "\uf8ff":
                message, confidence = "private", _ICON
            else:
                message = "meaningless"
            code = f"{ord(first):04X}"
            yield self.finding(segment, span, message, fixes=fixes, confidence=confidence, code=code)


def _as_windows(span: Span, run: str) -> list[Fix]:
    """What the controls are in Windows-1252, where all of them mean something there."""
    if not all(_C1_START <= character <= _C1_END for character in run):
        return []
    try:
        return [replace(span, run.encode("latin-1").decode("cp1252"), Applicability.SUGGEST)]
    except UnicodeDecodeError:
        return []
