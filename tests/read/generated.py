"""Generators of documents with a known text, and the assertions that hold for every reader."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from html.entities import codepoint2name

from hypothesis import strategies as st

from qa.core.document import Document, Segment
from qa.core.fix import Edit, Fix, apply_edits
from qa.core.span import Span
from qa.read import ReadOptions, read_bytes
from qa.read.write import plan_fixes, splice
from qa.report.place import Places, outermost

# What breaks naive readers: combining marks, characters beyond the BMP, joiners, line separators.
CHARACTERS = (
    "abcXYZ019 .,;:!?'\"&<>#*_`|\\/()[]{}~-+=%$@^ \téñßøŁ—“”«»…€жЩ中文あ한עب\u0301\u0308\u200d\u00a0\u2028\ufeff😀👩🏽𝒜"
)
LATIN = "abcXYZ019 .,;:!?'\"&<>()[]-%éñßøü—“”…€£"
TEXTS = st.text(st.sampled_from(CHARACTERS), max_size=40)
WORDS = st.text(st.sampled_from("abcdeXYéßжЩ中あ한עب\u0301😀👩𝒜’—"), min_size=1, max_size=8).filter(
    lambda word: word[0] != "\u0301"
)
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark", "utf-32")
LEGACY = ("cp1250", "cp1251", "cp1252", "koi8_r", "mac_roman", "cp932", "euc_jp", "gb18030", "big5", "cp949")


def encode(text: str, encoding: str) -> bytes:
    """Bytes of a file with the mark that the name asks for."""
    if encoding.endswith("-mark"):
        return ("\ufeff" + text).encode(encoding.removesuffix("-mark"))
    return text.encode(encoding)


def one(data: bytes, path: str, options: ReadOptions | None = None) -> Document:
    """The only document in `data`."""
    (document,) = read_bytes(data, path, options)
    assert isinstance(document, Document), document
    return document


def fitting(text: str, encoding: str) -> str:
    """The characters of `text` that an encoding has and that keep their bytes in any neighbourhood."""
    return "".join(char for char in text if char.encode(encoding, "ignore").decode(encoding) == char)


def random_spans(text: str, seed: int, count: int = 12) -> list[Span]:
    chance = random.Random(seed)
    spans = [Span(0, len(text))]
    for _ in range(count):
        start = chance.randint(0, len(text))
        spans.append(Span(start, min(len(text), start + chance.choice((0, 1, 1, 2, 5, 30)))))
    return spans


def assert_exact(data: bytes, segment: Segment, seed: int, unescape: Callable[[str], str]) -> None:
    """The bytes that every span leads to read as the characters of the span (less those that the reader made up)."""
    offsets, carrier = segment.map, segment.carrier
    assert offsets is not None
    assert carrier is not None
    owner: list[int | None] = [None] * len(segment.text)
    for number, piece in enumerate(offsets.pieces):
        for index in range(piece.text_start, piece.text_start + piece.text_len):
            owner[index] = number
    for span in random_spans(segment.text, seed):
        ranges = offsets.to_raw(span)
        assert list(ranges) == sorted(ranges)
        read = ""
        for raw in ranges:
            assert 0 <= raw.start <= raw.end <= len(carrier.raw)
            place = carrier.to_bytes(raw)
            found = data[place.start : place.end].decode(carrier.encoding)
            assert found == carrier.raw[raw.start : raw.end]
            read += unescape(found)
        expected, done = "", set()
        for index in range(span.start, span.end):
            number = owner[index]
            if number is None:
                continue
            piece = offsets.pieces[number]
            if piece.text_len == piece.raw_len:
                expected += segment.text[index]
            elif number not in done:
                done.add(number)
                expected += segment.text[piece.text_start : piece.text_start + piece.text_len]
        assert read == expected, (span, ranges, read, expected)


def assert_places(data: bytes, document: Document, segment: Segment, seed: int) -> None:
    """Bytes, lines and columns that reports show are those that counting in the decoded file gives."""
    carrier, view = segment.carrier, Places(document).view(segment.id)
    assert carrier is not None
    mark = len(data) - len(data.removeprefix(b"\xef\xbb\xbf"))
    mark = mark or (carrier.byte_start if segment.address.record is None else 0)
    for span in random_spans(segment.text, seed, 4):
        place = outermost(view, span)
        for offset, line, column in (
            (place.start, place.line, place.column),
            (place.end, place.end_line, place.end_column),
        ):
            before = data[mark:offset].decode(carrier.encoding).removeprefix("\ufeff" if not mark else "")
            cut = data[offset:].decode(carrier.encoding).startswith("\n") and before.endswith("\r")
            lines = re.split(r"\r\n|\n|\r(?!\Z)" if cut else r"\r\n|\n|\r", before)
            assert (line, column) == (len(lines), len(lines[-1]) + 1), (span, offset)


def assert_writes_back(
    data: bytes, path: str, document: Document, segment: Segment, seed: int, options: ReadOptions | None = None
) -> int:
    """Fixes written into the file read as the edited text, and no other byte changes; returns how many were made."""
    chance = random.Random(seed)
    fixes: list[Fix] = []
    place = 0
    while place < len(segment.text) and len(fixes) < 3:
        start = chance.randint(place, len(segment.text))
        end = min(len(segment.text), start + chance.choice((0, 1, 1, 2, 4)))
        new = chance.choice(("", ",", "“x”", ' "', "a, b", "<&>", "é", "*", "\\", "😀", ";", "\t"))
        fixes.append(Fix("change", (Edit(Span(start, end), new),)))
        place = end + 2
    planned, refused = plan_fixes(document, segment, fixes)
    made = [fix for fix in fixes if all(fix is not other for other in refused)]
    assert len(made) + len(refused) == len(fixes)
    changed = splice(data, planned)
    wanted = apply_edits(segment.text, [edit for fix in made for edit in fix.edits])
    if not made:
        assert changed == data
        return 0
    if path.endswith(".txt") and not wanted.strip():
        return 0
    again = [found for found in read_bytes(changed, path, options) if isinstance(found, Document)]
    texts = {(found.id, part.id): part.text for found in again for part in found.segments}
    assert texts[document.id, segment.id] == wanted, (made, changed)
    kept, done = [], 0
    for edit in sorted(planned):
        kept.append(data[done : edit.span.start])
        done = edit.span.end
    kept.append(data[done:])
    rest = changed
    for part in kept:  # every byte outside the edits is there, in order
        index = rest.find(part)
        assert index >= 0
        rest = rest[index + len(part) :]
    return len(made)


def as_reference(char: str, how: int) -> str:
    """A character as HTML writes it: plain, named, decimal or hexadecimal."""
    if how == 1 and ord(char) in codepoint2name:
        return f"&{codepoint2name[ord(char)]};"
    if how == 2:
        return f"&#{ord(char)};"
    if how == 3:
        return f"&#x{ord(char):X};"
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(char, char)


def collapse(text: str) -> str:
    """Blanks as a browser shows them; `\\0` stands for a line break."""
    text = re.sub(r"[ \t\n\r\f]+", " ", text)
    return re.sub(r" ?\0 ?", "\n", text).strip(" \n")
