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
_ATTRIBUTE = r"""[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+"""
_OPEN = re.compile(rf"<({_NAME})((?:{_ATTRIBUTE})*+)[\s/]*+>")
_LOOSE_OPEN = re.compile(rf"<({_NAME})([^>]*+)>")
_CLOSE = re.compile(rf"</({_NAME})[^>]*+>")
_VALUE = re.compile(r"""([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']\S*)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"))
_LONGEST_NAME = 32


class Kind(IntEnum):
    """What a piece of markup is."""

    TEXT = 0
    REFERENCE = 1
    OPEN = 2
    CLOSE = 3
    COMMENT = 4


class Markup(NamedTuple):
    """A piece of a page. value: the characters meant (TEXT, REFERENCE), a lower-case name (tags) or a comment's inside."""

    kind: Kind
    start: int
    end: int
    value: str
    attributes: str = ""


def scan_markup(raw: str) -> Iterator[Markup]:
    """Everything in a page, in order; the contents of scripts, styles and the like are passed over."""
    place, end = 0, len(raw)
    while place < end:
        mark = raw.find("<", place)
        if mark < 0:
            mark = end
        if mark > place:
            yield from scan_text(raw, place, mark)
        if mark == end:
            return
        found = tag_at(raw, mark)
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


def tag_at(raw: str, place: int) -> Markup | None:
    """The tag, comment or declaration at `place`, which is a `<`; None where the sign is text."""
    following = raw[place + 1 : place + 2]
    if following == "!":
        return _declaration(raw, place)
    if following == "?":
        return _until(raw, place, ">", 2)
    if following == "/":
        match = _CLOSE.match(raw, place)
        if match:
            return Markup(Kind.CLOSE, place, match.end(), match[1].lower())
        return _until(raw, place, ">", 2) if raw[place + 2 : place + 3] not in ("", " ") else None
    match = _OPEN.match(raw, place) or _LOOSE_OPEN.match(raw, place)
    return Markup(Kind.OPEN, place, match.end(), match[1].lower(), match[2]) if match else None


def _declaration(raw: str, place: int) -> Markup:
    if raw.startswith("<!--", place):
        if raw.startswith((">", "->"), place + 4):
            return Markup(Kind.COMMENT, place, raw.index(">", place) + 1, "")
        return _until(raw, place, "-->", 4)
    if raw.startswith("<![CDATA[", place):
        return _until(raw, place, "]]>", 9)
    return _until(raw, place, ">", 2)


def _until(raw: str, place: int, sign: str, skip: int) -> Markup:
    """A comment that ends with `sign`, or with the text."""
    end = raw.find(sign, place + skip)
    if end < 0:
        return Markup(Kind.COMMENT, place, len(raw), raw[place + skip :])
    return Markup(Kind.COMMENT, place, end + len(sign), raw[place + skip : end])


def attributes(tag: Markup) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values with their references read."""
    found: dict[str, str] = {}
    for match in _VALUE.finditer(tag.attributes):
        value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4] or ""
        found.setdefault(match[1].lower(), unescape(value))
    return found
