"""Tags, comments and character references of HTML with their exact places.

The standard library's parser counts lines and columns, behaves differently from one patch release to the next and takes
quadratic time on hostile input; this scanner gives offsets, the same everywhere, and is shared by HTML and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from html import unescape
from html.entities import html5
from typing import NamedTuple

_NAME = r"[a-zA-Z][^\s/>]*+"
# An attribute as browsers read it; what is malformed is passed over sign by sign, so that only a tag without end fails.
_ATTRIBUTE = r"""[\s/]++|[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+|="""
_OPEN = re.compile(rf"<({_NAME})((?:{_ATTRIBUTE})*+)>")
_LOOSE_OPEN = re.compile(rf"<({_NAME})([^>]*+)>")
_CLOSE = re.compile(rf"</({_NAME})[^>]*+>")
_VALUE = re.compile(r"""([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']\S*)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"))
_LONGEST_NAME = 32
_MOST_FAILURES = 50


class Kind(IntEnum):
    """What a piece of markup is."""

    TEXT = 0
    REFERENCE = 1
    OPEN = 2
    CLOSE = 3
    COMMENT = 4


class Markup(NamedTuple):
    """A piece of a page. value: the characters meant (TEXT, REFERENCE), a tag's lower-case name, a comment's inside."""

    kind: Kind
    start: int
    end: int
    value: str
    attributes: str = ""


def scan_markup(raw: str) -> Iterator[Markup]:
    """Everything in a page, in order; the contents of scripts, styles and the like are passed over."""
    place, end = 0, len(raw)
    tags = TagScanner(raw)
    while place < end:
        mark = raw.find("<", place)
        if mark < 0:
            mark = end
        if mark > place:
            yield from scan_text(raw, place, mark)
        if mark == end:
            return
        found = tags.at(mark)
        if found is None:
            yield Markup(Kind.TEXT, mark, mark + 1, "<")
            place = mark + 1
            continue
        yield found
        place = found.end
        if found.kind is Kind.OPEN and found.value in _RAW_TEXT:
            closing = re.compile(rf"</{found.value}(?=[\s/>])", re.IGNORECASE).search(raw, place)
            place = closing.start() if closing else end


def scan_text(raw: str, start: int, end: int) -> Iterator[Markup]:
    """The text between two tags, split at character references."""
    place = start
    while place < end:
        mark = raw.find("&", place, end)
        if mark < 0:
            mark = end
        if mark > place:
            yield Markup(Kind.TEXT, place, mark, raw[place:mark])
        if mark == end:
            return
        found = reference_at(raw, mark, end)
        yield found or Markup(Kind.TEXT, mark, mark + 1, "&")
        place = found.end if found else mark + 1


def reference_at(raw: str, place: int, end: int) -> Markup | None:
    """The character reference at `place`, with or without semicolon, as browsers read it."""
    match = _REFERENCE.match(raw, place, end)
    if match is None:
        return None
    token = match.group()
    if token[1] == "#":
        return Markup(Kind.REFERENCE, place, match.end(), unescape(token))
    name = token[1:]
    if name in html5:
        return Markup(Kind.REFERENCE, place, match.end(), html5[name])
    for length in range(min(len(name), _LONGEST_NAME), 1, -1):
        if name[:length] in html5:
            return Markup(Kind.REFERENCE, place, place + 1 + length, html5[name[:length]])
    return None


class TagScanner:
    """Finds the tag at a place of a text, in time that grows with the text's length only."""

    def __init__(self, raw: str) -> None:
        """Look up once where the last tag and the last comment can end."""
        self._raw = raw
        self._last_end, self._last_comment_end = raw.rfind(">"), raw.rfind("-->")
        self._failures = 0

    def at(self, place: int) -> Markup | None:
        """The tag, comment or declaration at `place`, which is a `<`; None where the sign is text."""
        following = self._raw[place + 1 : place + 2]
        if following == "!":
            return self._declaration(place)
        if following == "?":
            return self._until(place, ">", 2)
        if place > self._last_end:
            return None
        if following == "/":
            return self._closing(place)
        return self._opening(place) if following.isascii() and following.isalpha() else None

    def _closing(self, place: int) -> Markup | None:
        match = _CLOSE.match(self._raw, place)
        if match:
            return Markup(Kind.CLOSE, place, match.end(), match[1].lower())
        return self._until(place, ">", 2) if self._raw[place + 2 : place + 3] not in ("", " ") else None

    def _opening(self, place: int) -> Markup | None:
        match = _OPEN.match(self._raw, place) if self._failures < _MOST_FAILURES else None
        if match is None:
            self._failures += 1  # every failure has looked at all that follows
            match = _LOOSE_OPEN.match(self._raw, place)
        return Markup(Kind.OPEN, place, match.end(), match[1].rstrip("/").lower(), match[2]) if match else None

    def _declaration(self, place: int) -> Markup:
        raw = self._raw
        if raw.startswith("<!--", place):
            if raw.startswith((">", "->"), place + 4):
                return Markup(Kind.COMMENT, place, raw.index(">", place) + 1, "")
            return self._until(place, "-->", 4)
        if raw.startswith("<![CDATA[", place):
            return self._until(place, "]]>", 9)
        return self._until(place, ">", 2)

    def _until(self, place: int, sign: str, skip: int) -> Markup:
        """A comment that ends with `sign`, or with the text."""
        last = self._last_comment_end if sign == "-->" else self._last_end
        end = self._raw.find(sign, place + skip) if last >= place + skip else -1
        if end < 0:
            return Markup(Kind.COMMENT, place, len(self._raw), self._raw[place + skip :])
        return Markup(Kind.COMMENT, place, end + len(sign), self._raw[place + skip : end])


def attributes(tag: Markup) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values with their references read."""
    found: dict[str, str] = {}
    for match in _VALUE.finditer(tag.attributes):
        value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4] or ""
        found.setdefault(match[1].lower(), unescape(value))
    return found
