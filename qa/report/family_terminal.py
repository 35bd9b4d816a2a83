"""For people: each family with a bar for every spelling, where it stands, and what speaks for joining them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from qa.report.base import Style
from qa.report.display import counted, head, visible, width
from qa.report.family_base import FamilySummary, closing_line
from qa.text.names.archive.families import ArchiveFamily, Form

_COLORS = {"error": "31", "style": "33", "unsure": "36"}
_HEADING, _DIM, _GREEN = "1", "2", "32"
_BAR = 20
_INDENT = "  "
_LONGEST_NAME = 30


def write_terminal(families: Sequence[ArchiveFamily], summary: FamilySummary, stream: TextIO, style: Style) -> None:
    """The families in order, and the closing line."""
    writer = _Writer(style)
    stream.writelines("\n".join(writer.family(family)) + "\n\n" for family in families)
    stream.write(closing_line(families, summary) + "\n")


class _Writer:
    def __init__(self, style: Style) -> None:
        self._style = style

    def family(self, family: ArchiveFamily) -> list[str]:
        color = _COLORS[family.verdict]
        share = "decided" if family.decided else f"{round(100 * family.confidence)}%"
        lines = [
            f"{self._paint(_HEADING, visible(family.preferred))}  {self._paint(color, family.verdict)}  "
            + self._paint(_DIM, share + (", habit of a feed" if family.habit else ""))
        ]
        shown = [head(visible(form.written), _LONGEST_NAME) for form in family.forms]
        name_width = max(map(width, shown))
        most = max(form.mentions for form in family.forms)
        digits = len(f"{most:,}")
        for form, name in zip(family.forms, shown, strict=True):
            bar = "█" * max(1, round(_BAR * form.mentions / most))
            painted = self._paint(_GREEN if form.written == family.preferred else color, bar)
            padding = " " * (name_width - width(name))
            left = f"{_INDENT}{name}{padding}  {painted}{' ' * (_BAR - len(bar))}  {form.mentions:>{digits},}"
            taken = len(_INDENT) + name_width + 2 + _BAR + 2 + digits
            lines.append(left + self._paint(_DIM, self._fitting(f" in {_places(form)}", taken)))
        evidence = "; ".join(map(visible, family.evidence))
        lines += [_INDENT + self._paint(_DIM, line) for line in _wrapped(evidence, self._style.width - len(_INDENT))]
        return lines

    def _fitting(self, text: str, taken: int) -> str:
        return head(text, max(20, self._style.width - taken))

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._style.color and text else text


def _places(form: Form) -> str:
    """How many documents, when, and which."""
    dates = f", {form.first}" + (f" to {form.last}" if form.last != form.first else "") if form.first else ""
    more = ", …" if form.documents > len(form.examples) else ""
    return f"{counted(form.documents, 'document')}{dates}: {', '.join(map(visible, form.examples))}{more}"


def _wrapped(text: str, columns: int) -> list[str]:
    """`text` broken at blanks into lines of at most `columns`; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
