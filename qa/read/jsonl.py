"""JSON Lines: one record a line, read one at a time.

The text is the field that `--text-field` names (`a.b` for field `b` of the object in `a`), else the first there is of
`text`, `body`, `content`, `article`, `translation` and `target`; the id is `--id-field`, else `id`, else the line's
number; the source is `--source-field`, else `source` beside `translation` or `target`. With `--doc-field`, records that
share its value are one document, and records in it that share an id are told apart as `a1`, `a1#2`, `a1#3`. A record
that cannot be read, or is larger than 32 MB, is a problem and the others are read. Records are UTF-8 unless a mark or
`--encoding` says otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, BinaryIO, NamedTuple

from qa.core.finding import Problem
from qa.core.offsets import Carrier, OffsetMap, OffsetMapBuilder
from qa.read.base import ReadOptions, Result, megabytes
from qa.read.decode import place_of_error
from qa.read.lines import ByteLine, StreamEncoding, byte_lines, peek, stream_encoding
from qa.read.records import TARGET_FIELDS, TEXT_FIELDS, EscapedMap, Record, documents, listed, record_of

_BLANKS = re.compile(r"[ \t\n\r]*")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LONE = re.compile("[\ud800-\udfff]")
# Numbers stay as they are written: ids must not change, and very long ones must not be refused.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, strict=False)


class Member(NamedTuple):
    """A value of an object with its place in the line."""

    value: Any
    start: int
    end: int


def read(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Result]:
    """A document for each record, or for all records that share the value of `options.doc_field`."""
    head, stream = peek(stream)
    encoding = stream_encoding(head, path, options)
    if isinstance(encoding, Problem):
        yield encoding
        return
    yield from documents(_records(stream, path, options, encoding), path, options, "jsonl")


def _records(stream: BinaryIO, path: str, options: ReadOptions, encoding: StreamEncoding) -> Iterator[Record | Problem]:
    found = False
    for line in byte_lines(stream, encoding, options.limits.max_line):
        if line.data.isspace() or (encoding.width > 1 and not line.data.decode(encoding.codec, "replace").strip()):
            continue
        found = True
        yield _record(line, path, options, encoding)
    if not found:
        yield Problem(path, "the file holds no record; there is nothing to check")


def _record(line: ByteLine, path: str, options: ReadOptions, encoding: StreamEncoding) -> Record | Problem:
    if line.cut:
        limit = megabytes(options.limits.max_line)
        return Problem(path, f"the line is longer than {limit}, the limit for one record; split it", line=line.number)
    try:
        raw = line.data.decode(encoding.codec).rstrip("\r\n")
    except UnicodeDecodeError as error:
        _, place = place_of_error(line.data, error)
        what = f"not valid {encoding.codec}: {place} of the line; repair it or name the encoding with --encoding"
        return Problem(path, what, "read", "UnicodeDecodeError", line.number)
    try:
        return _parsed(raw, line, path, options, encoding)
    except json.JSONDecodeError as error:
        what = f"no JSON object: {error.msg.removesuffix(' at')} at column {error.pos + 1}; {_advice(raw, error)}"
        return Problem(path, what, "read", "JSONDecodeError", line.number)
    except RecursionError:
        return Problem(path, "nested too deeply; flatten the record", "read", "RecursionError", line.number)


def _advice(raw: str, error: json.JSONDecodeError) -> str:
    start = raw.lstrip()[:1]
    if start == "[":
        return "a JSON array must be turned into one object a line (jq -c '.[]')"
    if error.msg.startswith("Unterminated") or error.pos >= len(raw.rstrip()):
        return "the record is cut off; complete or remove the line"
    return "each line must be one complete JSON object"


def _parsed(raw: str, line: ByteLine, path: str, options: ReadOptions, encoding: StreamEncoding) -> Record | Problem:
    start = _skip(raw, 0)
    members, end = _members(raw, start)
    if _skip(raw, end) != len(raw):
        raise json.JSONDecodeError("more after the object", raw, _skip(raw, end))
    names = (options.text_field,) if options.text_field is not None else TEXT_FIELDS
    field, member = next(((name, found) for name in names if (found := _lookup(raw, members, name))), ("", None))
    if member is None:
        return Problem(path, _missing(names, members), line=line.number)
    if not isinstance(member.value, str) or raw[member.start] != '"':
        what = f"field {field!r} is {_kind(raw, member)}, not a string; name the text with --text-field"
        return Problem(path, what, line=line.number)
    source_field = options.source_field
    if source_field is None and field in TARGET_FIELDS and "source" in members:
        source_field = "source"
    values: dict[str, str | None] = {}
    for key, name in (("source", source_field), ("id", options.id_field), ("group", options.doc_field)):
        found = _lookup(raw, members, name) if name is not None else None
        if name is not None and found is None:
            return Problem(path, _missing((name,), members), line=line.number)
        values[key] = None if found is None else _as_text(raw, found)
    if options.id_field is None and "id" in members:
        values["id"] = _as_text(raw, members["id"])
    text = _LONE.sub("\ufffd", member.value)
    return record_of(
        text,
        _map(raw, member, text),
        Carrier(raw, encoding.codec, line.start, line.number),
        line.number,
        options,
        field=field,
        name=values["id"],
        group=values["group"],
        source=values["source"],
        attrs=_kept(raw, members, options),
    )


def _kept(raw: str, members: dict[str, Member], options: ReadOptions) -> dict[str, str]:
    """The further fields that were asked for, as far as the record has them."""
    found = {name: _lookup(raw, members, name) for name in options.kept_fields}
    texts = {name: _as_text(raw, member) for name, member in found.items() if member is not None}
    return {f"field:{name}": text for name, text in texts.items() if text}


def _skip(raw: str, place: int) -> int:
    match = _BLANKS.match(raw, place)
    return match.end() if match else place


def _members(raw: str, start: int) -> tuple[dict[str, Member], int]:
    """The members of the object at `start` with the places of their values, and the object's end."""
    if raw[start : start + 1] != "{":
        raise json.JSONDecodeError("expected {", raw, start)
    members: dict[str, Member] = {}
    place = _skip(raw, start + 1)
    if raw[place : place + 1] == "}":
        return members, place + 1
    while True:
        if raw[place : place + 1] != '"':
            raise json.JSONDecodeError("expected a field name in double quotes", raw, place)
        name, place = scanstring(raw, place + 1, False)
        place = _skip(raw, place)
        if raw[place : place + 1] != ":":
            raise json.JSONDecodeError("expected : after the field name", raw, place)
        place = _skip(raw, place + 1)
        value, end = _DECODER.raw_decode(raw, place)
        members[name] = Member(value, place, end)
        place = _skip(raw, end)
        mark = raw[place : place + 1]
        if mark == "}":
            return members, place + 1
        if mark != ",":
            raise json.JSONDecodeError("expected , or }", raw, place)
        place = _skip(raw, place + 1)


def _lookup(raw: str, members: dict[str, Member], name: str) -> Member | None:
    """The field `name`, or for `a.b` the field `b` of the object in field `a`."""
    if name in members:
        return members[name]
    first, dot, rest = name.partition(".")
    while dot:
        inner = members.get(first)
        if inner is not None and raw[inner.start] == "{":
            return _lookup(raw, _members(raw, inner.start)[0], rest)
        more, dot, rest = rest.partition(".")
        first = f"{first}.{more}"
    return None


def _missing(names: tuple[str, ...], members: dict[str, Member]) -> str:
    shown = listed(list(members))
    wanted = f"field {names[0]!r}" if len(names) == 1 else f"field named {', '.join(names[:-1])} or {names[-1]}"
    return f"no {wanted} (the record has: {shown or 'none'}); name the field with an option such as --text-field"


def _kind(raw: str, member: Member) -> str:
    kinds = {"{": "an object", "[": "a list", "n": "null", "t": "true", "f": "false", '"': "a string"}
    return kinds.get(raw[member.start], "a number")


def _as_text(raw: str, member: Member) -> str | None:
    """An id or source as a string: strings and numbers as they are, null as nothing, the rest as written."""
    if isinstance(member.value, str):
        return _LONE.sub("\ufffd", member.value)
    return None if member.value is None else raw[member.start : member.end]


class JsonMap(EscapedMap):
    """The map of a JSON string."""

    __slots__ = ()

    def _build(self, raw: str, start: int, end: int) -> OffsetMap:
        builder = OffsetMapBuilder()
        place = start
        for match in _ESCAPE.finditer(raw, start, end):
            builder.copy(raw[place : match.start()], place)
            builder.replace(unescape(match.group()), match.start(), len(match.group()))
            place = match.end()
        builder.copy(raw[place:end], place)
        return builder.build()[1]


def unescape(escape: str) -> str:
    """The character that a JSON escape, or a surrogate pair of two, stands for; U+FFFD for half of a pair."""
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) > len("\\u0000"):
        return chr(0x10000 + ((code - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


def _map(raw: str, member: Member, text: str) -> OffsetMap:
    start, end = member.start + 1, member.end - 1
    if end - start == len(text):
        return OffsetMap.identity(len(text), start)
    return JsonMap(raw, start, end)
