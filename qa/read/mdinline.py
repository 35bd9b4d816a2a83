"""The inside of a Markdown block: emphasis, links, code, escapes and references, each with its exact place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from qa.core.span import Span
from qa.read.markup import Kind, Markup, TagScanner, reference_at, scan_markup
from qa.read.mdblocks import normal_label

PLACEHOLDER = "\ufffc"
_SPECIAL = re.compile(r"\\|`+|\*+|_+|~+|!\[|\[|\]|<|&|\n|(?:https?://|www\.)[^\s<>\[\]()*`\"']+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.\-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)+)>")
_TARGET = re.compile(
    r"\([ \t\n]*(?:<(?:[^<>\n\\]|\\.)*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*)"
    r"(?:[ \t\n]+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t\n]*\)",
    re.DOTALL,
)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_LONGEST_LABEL = 1000
_CODE_TAGS = frozenset(("code", "kbd", "samp", "tt", "var", "math"))
_HIDDEN_TAGS = frozenset(("pre", "script", "style", "svg", "textarea"))
_BREAKS = frozenset(
    "blockquote br center dd details div dt figcaption h1 h2 h3 h4 h5 h6 hr li ol p section summary table td th tr "
    "ul".split()
)


class Part(NamedTuple):
    """Characters of a block: text and the raw range it was read from.

    A part without text is something that vanished; `comment` is the inside of a comment, `divides` marks a tag that
    ends the block.
    """

    text: str
    raw: Span
    protected: bool = False
    comment: str | None = None
    divides: bool = False


@dataclass(slots=True)
class _Node:
    """A range of the block's joined lines. text: what it stands for; a delimiter run loses signs from both sides."""

    text: str
    start: int
    end: int
    protected: bool = False
    comment: str | None = None
    divides: bool = False


@dataclass(slots=True)
class _Run:
    """A run of `*`, `_` or `~` that may open or close emphasis."""

    node: _Node
    sign: str
    opens: bool
    closes: bool
    length: int
    before: int = 0
    after: int = 0

    @property
    def left(self) -> int:
        return self.length - self.before - self.after


class Lines:
    """The lines of a block joined by line feeds, and the way back to the file."""

    def __init__(self, raw: str, lines: list[Span]) -> None:
        """`lines` are raw ranges, trimmed of blanks at both ends."""
        self._raw_lines = lines
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for number, line in enumerate(lines):
            text = raw[line.start : line.end]
            if number < len(lines) - 1 and (len(text) - len(text.rstrip("\\"))) % 2:
                text = text[:-1]  # a backslash at the end of a line is a hard break
            self._starts.append(length)
            parts.append(text)
            length += len(text) + 1
        self.text = "\n".join(parts)
        self._raw = raw

    def to_raw(self, start: int, end: int) -> Span:
        """The raw range of the joined characters `start` to `end`."""
        return Span(self._place(start), self._place(end - 1, after=True) if end > start else self._place(start))

    def _place(self, offset: int, *, after: bool = False) -> int:
        number = bisect_right(self._starts, offset) - 1
        line, inside = self._raw_lines[number], offset - self._starts[number]
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text) + 1
        if offset < following - 1:
            return line.start + inside + after
        place = self._raw.find("\n", line.start + inside)  # the line end
        if place < 0:
            return line.end
        if after:
            return place + 1
        return place - 1 if self._raw[place - 1] == "\r" else place


def inline_parts(raw: str, lines: list[Span], labels: set[str]) -> Iterator[Part]:
    """The text of a paragraph, heading or cell as it is shown, in parts."""
    joined = Lines(raw, lines)
    yield from _parts(_Inline(joined.text, labels).nodes, joined)


def html_parts(raw: str, lines: list[Span]) -> Iterator[Part]:
    """The text of an HTML block inside Markdown."""
    joined = Lines(raw, lines)
    nodes: list[_Node] = []
    skip = ""
    for piece in scan_markup(joined.text):
        if skip:
            if piece.kind is Kind.CLOSE and piece.value == skip:
                skip = ""
                nodes[-1].end = piece.end
        elif piece.kind is Kind.OPEN and (piece.value in _CODE_TAGS or piece.value in _HIDDEN_TAGS):
            skip = piece.value
            code = skip in _CODE_TAGS
            nodes.append(_Node(PLACEHOLDER if code else "", piece.start, piece.end, code, divides=skip == "pre"))
        elif piece.kind in (Kind.OPEN, Kind.CLOSE):
            nodes.append(_Node("", piece.start, piece.end, divides=piece.value in _BREAKS))
        elif piece.kind is Kind.COMMENT:
            nodes.append(_Node("", piece.start, piece.end, comment=piece.value))
        else:
            nodes.append(_Node(piece.value, piece.start, piece.end))
    yield from _parts(nodes, joined)


def _parts(nodes: list[_Node], joined: Lines) -> Iterator[Part]:
    for node in nodes:
        if not node.text or len(node.text) != node.end - node.start:
            if node.start < node.end:
                raw = joined.to_raw(node.start, node.end)
                yield Part(node.text, raw, node.protected, node.comment, node.divides)
            continue
        place = node.start
        for line in re.findall(r"[^\n]*\n|[^\n]+", node.text):
            body = line.rstrip("\n")
            if body:
                yield Part(body, joined.to_raw(place, place + len(body)), node.protected)
            place += len(line)
            if len(line) > len(body):
                yield Part("\n", joined.to_raw(place - 1, place), node.protected)


class _Inline:
    """One pass over a block for everything but emphasis, which is paired at the end."""

    def __init__(self, text: str, labels: set[str]) -> None:
        self.nodes: list[_Node] = []
        self._text, self._labels = text, labels
        self._brackets: list[int] = []
        self._runs: list[_Run] = []
        self._tags = TagScanner(text)
        self._ticks: dict[int, list[int]] = {}
        for match in re.finditer("`+", text):
            self._ticks.setdefault(len(match.group()), []).append(match.start())
        self._walk()
        _pair(self._runs)
        for run in self._runs:
            run.node.start += run.before
            run.node.end -= run.after
            run.node.text = run.sign * run.left

    def _walk(self) -> None:
        text, place = self._text, 0
        while place < len(text):
            match = _SPECIAL.search(text, place)
            if match is None:
                break
            self._keep(place, match.start())
            place = self._special(match.group(), match.start())
        self._keep(place, len(text))

    def _keep(self, start: int, end: int, *, protected: bool = False) -> int:
        if start < end:
            self.nodes.append(_Node(self._text[start:end], start, end, protected))
        return end

    def _replace(self, text: str, start: int, end: int, *, protected: bool = False) -> int:
        self.nodes.append(_Node(text, start, end, protected))
        return end

    def _special(self, sign: str, place: int) -> int:
        """Read the construct that `sign` at `place` begins; the place after what was read."""
        first = sign[0]
        if first in "*_~":
            return self._delimiters(sign, place)
        if first == "`":
            return self._code(place, len(sign))
        if first in "[!":
            return self._opening(sign, place)
        read = {"\\": self._escape, "]": self._bracket, "<": self._tag, "&": self._reference}.get(first)
        if read is not None:
            return read(place)
        if first == "\n":
            return self._keep(place, place + 1)
        return self._keep(place, place + len(sign.rstrip(".,;:!?_~")), protected=True)

    def _escape(self, place: int) -> int:
        following = self._text[place + 1 : place + 2]
        if following and following in _PUNCTUATION:
            return self._replace(following, place, place + 2)
        return self._keep(place, place + 1)

    def _opening(self, sign: str, place: int) -> int:
        footnote = _FOOTNOTE.match(self._text, place) if sign == "[" else None
        if footnote:
            return self._replace("", place, footnote.end())
        self._brackets.append(len(self.nodes))
        return self._keep(place, place + len(sign))

    def _reference(self, place: int) -> int:
        found = reference_at(self._text, place, len(self._text))
        if found and self._text[found.end - 1] == ";":
            return self._replace(found.value, place, found.end)
        return self._keep(place, place + 1)

    def _code(self, place: int, length: int) -> int:
        starts = self._ticks[length]
        after = bisect_right(starts, place)
        if after < len(starts):
            return self._replace(PLACEHOLDER, place, starts[after] + length, protected=True)
        return self._keep(place, place + length)

    def _delimiters(self, sign: str, place: int) -> int:
        end = place + len(sign)
        before = _kind(self._text[place - 1 : place])
        after = _kind(self._text[end : end + 1])
        left = after != "blank" and (after != "mark" or before != "word")
        right = before != "blank" and (before != "mark" or after != "word")
        if sign[0] == "_":
            opens, closes = left and (not right or before == "mark"), right and (not left or after == "mark")
        else:
            opens, closes = left, right
        node = _Node(sign, place, end)
        self.nodes.append(node)
        if sign[0] != "~" or len(sign) == 2:  # one tilde means "about"
            self._runs.append(_Run(node, sign[0], opens, closes, len(sign)))
        return end

    def _bracket(self, place: int) -> int:
        text = self._text
        if not self._brackets:
            return self._keep(place, place + 1)
        opener = self._brackets.pop()
        start = self.nodes[opener].end
        inside = text[start:place] if place - start < _LONGEST_LABEL else ""
        end = self._link_end(inside, place + 1)
        if end is None:
            return self._keep(place, place + 1)
        image = self.nodes[opener].text == "!["
        for node in self.nodes[opener:] if image else self.nodes[opener : opener + 1]:
            node.text, node.protected = "", False
        if image:
            gone = self.nodes[opener].start
            self._runs = [run for run in self._runs if run.node.start < gone]
        return self._replace("", place, end)

    def _link_end(self, inside: str, place: int) -> int | None:
        """Where the link ends whose text is `inside` and whose closing bracket stands before `place`."""
        target = _TARGET.match(self._text, place)
        if target:
            return target.end()
        label = _LABEL.match(self._text, place)
        if label:
            known = normal_label(label[1] or inside) in self._labels
            return label.end() if known else None
        return place if inside and normal_label(inside) in self._labels else None

    def _tag(self, place: int) -> int:
        text = self._text
        link = _AUTOLINK.match(text, place)
        if link:
            self._replace("", place, place + 1)
            self._keep(place + 1, link.end() - 1, protected=True)
            return self._replace("", link.end() - 1, link.end())
        found = self._tags.at(place)
        if found is None or not _is_inline_tag(found, text):
            return self._keep(place, place + 1)
        if found.kind is Kind.COMMENT:
            self.nodes.append(_Node("", place, found.end, comment=found.value))
            return found.end
        if found.kind is Kind.OPEN and (found.value in _CODE_TAGS or found.value in _HIDDEN_TAGS):
            close = re.compile(rf"</{found.value}\s*>", re.IGNORECASE).search(text, found.end)
            if close:
                code = found.value in _CODE_TAGS
                return self._replace(PLACEHOLDER if code else "", place, close.end(), protected=code)
        return self._replace("\n" if found.value == "br" else "", place, found.end)


def _is_inline_tag(found: Markup, text: str) -> bool:
    """Markdown takes for HTML only what is complete."""
    if found.kind is not Kind.COMMENT:
        return True
    token = text[found.start : found.end]
    return (
        (token.startswith("<!--") and token.endswith("-->"))
        or (token.startswith("<?") and token.endswith("?>"))
        or (token[2:3].isalpha() and token.startswith("<!") and token.endswith(">"))
    )


def _kind(char: str) -> str:
    if not char or char.isspace():
        return "blank"
    return "mark" if char in _PUNCTUATION or unicodedata.category(char)[0] in "PS" else "word"


def _pair(runs: list[_Run]) -> None:
    """Pair the runs that open and close emphasis, as CommonMark prescribes; the paired signs are taken off the runs."""
    bottoms: dict[tuple[str, bool, int], int] = {}
    active = list(runs)
    index = 0
    while index < len(active):
        closer = active[index]
        if not closer.closes or not closer.left:
            index += 1
            continue
        key = (closer.sign, closer.opens, closer.length % 3 if closer.sign != "~" else closer.length)
        bottom = bottoms.get(key, 0)
        found = next((number for number in range(index - 1, bottom - 1, -1) if _fit(active[number], closer)), None)
        if found is None:
            bottoms[key] = index
            index += 1
            continue
        opener = active[found]
        size = 2 if opener.left >= 2 and closer.left >= 2 else 1
        opener.after += size
        closer.before += size
        for run in active[found + 1 : index]:
            run.opens = run.closes = False
        if not closer.left:
            index += 1


def _fit(opener: _Run, closer: _Run) -> bool:
    if not opener.opens or opener.sign != closer.sign or not opener.left:
        return False
    if opener.sign == "~":
        return opener.length == closer.length
    return not ((opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0) or (
        opener.length % 3 == 0 and closer.length % 3 == 0
    )
