"""Markdown: what is prose, how it reads, and where every character stands."""

from __future__ import annotations

import html
import re
import time

import pytest
from generated import WORDS, assert_exact, assert_places, assert_writes_back, encode, one
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Role
from qa.core.finding import Problem
from qa.read import ReadOptions, read_bytes
from qa.read.mdinline import PLACEHOLDER

ESCAPES = {
    "&": "&amp;",
    "<": "\\<",
    "*": "\\*",
    "_": "&#95;",
    "`": "\\`",
    "[": "\\[",
    "]": "&#x5D;",
    "\\": "\\\\",
    "é": "&eacute;",
    "|": "\\|",
}
GONE = ('![no *text*](x.png "no")', "<!-- no -->", "[^7]", "<a name='x'>", "![no][ref]")
SKIPPED = (
    "```text\nno *code*\n```",
    "~~~~\n```\nno\n~~~~",
    "    no code",
    "[ref]: https://example.org 'no'",
    "***",
    "<!-- no comment\n\nof two -->",
    "<script>\nno\n\nno\n</script>",
    "$$\nno\n$$",
)


@st.composite
def tokens(draw: st.DrawFn, depth: int = 1) -> tuple[str, str]:
    """A piece of a line without blanks at its edges: as written and as shown; nothing shown for what vanishes."""
    kind = draw(st.integers(0, 13))
    word = draw(WORDS)
    if kind <= 4 or depth == 0:
        return word, word
    if kind == 5:
        sign = draw(st.sampled_from(sorted(ESCAPES)))
        return f"{word}{ESCAPES[sign]}{word}", f"{word}{sign}{word}"
    if kind == 6:
        return draw(st.sampled_from(("`a  ,`", "`` b ` c ``", "<code>x</code>"))), PLACEHOLDER
    if kind == 7:
        return draw(st.sampled_from(GONE)), ""
    if kind == 8:
        return "snake_case_word", "snake_case_word"
    if kind == 9:
        return "<https://a.b/_x_>", "https://a.b/_x_"
    inner = draw(st.lists(tokens(depth=0), min_size=1, max_size=3))
    raw, text = " ".join(raw for raw, _ in inner), " ".join(text for _, text in inner)
    if kind == 10:
        sign = draw(st.sampled_from(("*", "**", "***", "~~", "__")))
        return f"{sign}x{raw}x{sign}", f"x{text}x"
    if kind == 11:
        target = draw(st.sampled_from(("(u)", "(<u v> 'no')", '(u(v) "a) no")', "[ref]")))
        return f"[{raw}]{target}", text
    if kind == 12:
        tag = draw(st.sampled_from(("b", "em", 'span class="a > b"')))
        return f"<{tag}>{raw}</{tag.split()[0]}>", text
    return f"**a *{raw}* b**", f"a {text} b"


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[list[str], str]:
    """The lines of a paragraph and its text."""
    lines: list[str] = []
    texts: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        parts = draw(st.lists(tokens(), max_size=5))
        start = draw(WORDS)
        indent = draw(st.sampled_from(("", " ", "   "))) if lines else ""
        tail = draw(st.sampled_from(("", "", "  ", "\\"))) if lines else ""
        lines.append(indent + " ".join((f"W{start}", *(raw for raw, _ in parts))))
        texts.append(" ".join((f"W{start}", *(text for _, text in parts if text))))
        if tail and len(lines) > 1:
            lines[-2] += tail
    return lines, "\n".join(texts)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str]:
    """A Markdown file and its text."""
    blocks: list[str] = []
    texts: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.integers(0, 8))
        lines, text = draw(paragraphs())
        if kind == 0:
            blocks.append(draw(st.sampled_from(SKIPPED)))
            continue
        if kind == 1:
            lines, text = lines[:1], text.split("\n")[0]
            blocks.append(
                "#" * draw(st.integers(1, 6)) + " " + lines[0].rstrip(" \\") + draw(st.sampled_from(("", " ##")))
            )
        elif kind == 2:
            blocks.append("\n".join(lines) + draw(st.sampled_from(("\n===", "\n--"))))
        elif kind == 3:
            blocks.append("\n".join(f"> {line}" for line in lines))
        elif kind == 4:
            sign = draw(st.sampled_from(("- ", "* ", "1. ", "+   ")))
            blocks.append(sign + ("\n" + " " * len(sign)).join(lines))
        elif kind == 5:
            cells = draw(st.lists(tokens(), min_size=2, max_size=3))
            blocks.append("| " + " | ".join(raw for raw, _ in cells) + " |\n|" + "--|" * len(cells))
            text = "\n\n".join(text for _, text in cells if text)
        elif kind == 6:
            blocks.append("> - " + "\n>   ".join(lines))
        else:
            blocks.append("\n".join(lines))
        texts.append(text)
    # A comment line keeps neighbours of one kind apart (two lists, code after a list).
    raw = "\n\n<!-- apart -->\n\n".join([*blocks, "[ref]: x", ""])
    front = draw(st.sampled_from(("", "---\ntitle: no\n---\n\n", "+++\nno = 1\n+++\n")))
    return front + raw, "\n\n".join(text for text in texts if text)


def plain(raw: str) -> str:
    """What a raw run reads as, worked out without the reader."""

    def read(found: re.Match[str]) -> str:
        return found[1][1:] if found[1] else PLACEHOLDER if found[2] else html.unescape(found[3])

    signs = r"(\\[!-/:-@\[-`{-~])|(``.*?``|`[^`]*`|<code>.*?</code>)|(&#?\w+;)"
    return re.sub(signs, read, raw.replace("\r\n", "\n"))


@given(files(), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")), st.booleans(), st.integers())
def test_every_span_leads_to_its_bytes(file: tuple[str, str], encoding: str, crlf: bool, seed: int) -> None:
    raw, expected = file
    data = encode(raw.replace("\n", "\r\n") if crlf else raw, encoding)
    if not expected:
        assert isinstance(next(read_bytes(data, "a.md")), Problem)
        return
    document = one(data, "a.md")
    segment = document.segments[0]
    assert segment.text == expected
    assert segment.map is not None
    assert segment.carrier is not None
    for piece in segment.map.pieces:
        read = segment.carrier.raw[piece.raw_start : piece.raw_start + piece.raw_len]
        text = segment.text[piece.text_start : piece.text_start + piece.text_len]
        assert read == text if piece.raw_len == piece.text_len else plain(read) == text
    assert_exact(data, segment, seed, plain)
    assert_places(data, document, segment, seed)
    assert_writes_back(data, "a.md", document, segment, seed)


def blocks_of(source: str) -> list[tuple[Role, str]]:
    segment = one(source.encode(), "a.md").segments[0]
    assert segment.blocks is not None
    return [(block.role, block.span.of(segment.text)) for block in segment.blocks]


def test_roles() -> None:
    source = (
        "# Title #\n\nBody *one*\ngoes on\\\nand on.\n## Head\n"
        "- item\n- [x] task\n\n  second paragraph\n\n1. one\n2. two\n"
        "> quote\nlazy\n\nSet\n---\n\n| a | b |\n|---|:-:|\n| c \\| d | `e` |\n\nEnd.[^1]\n\n[^1]: Note text.\n"
    )
    assert blocks_of(source) == [
        (Role.TITLE, "Title"),
        (Role.BODY, "Body one\ngoes on\nand on."),
        (Role.HEADING, "Head"),
        (Role.LIST, "item"),
        (Role.LIST, "task"),
        (Role.LIST, "second paragraph"),
        (Role.LIST, "one"),
        (Role.LIST, "two"),
        (Role.BODY, "quote\nlazy"),
        (Role.HEADING, "Set"),
        (Role.CELL, "a"),
        (Role.CELL, "b"),
        (Role.CELL, "c | d"),
        (Role.CELL, PLACEHOLDER),
        (Role.BODY, "End."),
        (Role.BODY, "Note text."),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a * b * c", "a * b * c"),
        ("2*3*4", "234"),
        ("*a **b** c*", "a b c"),
        ("**a", "**a"),
        ("a_b_c _d_", "a_b_c d"),
        ("[a](b) [c] [d][e]", "a [c] [d][e]"),
        ("[a [b](c)](d)", "a b"),
        ("`a", "`a"),
        ("x < y > z, <3", "x < y > z, <3"),
        ("AT&T &amp; &copy x", "AT&T & &copy x"),
        ("See https://a.b/c_d_e*f. End", "See https://a.b/c_d_ef. End"),
        ("~~gone~~ ~5 a~b", "gone ~5 a~b"),
        ("1\\. no list \\a", "1. no list \\a"),
        ("text ![alt](x) more", "text more"),
        ("<div>\nOne <b>two</b></div>\n<p>three", "One two\n\nthree"),
        ("a<br>b", "a\nb"),
        ("    code\n\ntext", "text"),
        ("text\n    still text", "text\nstill text"),
        ("Text\n|a|b|\n|-|-|\n|c|d|", "Text\n\na\n\nb\n\nc\n\nd"),
        ("One\ntwo \\| three\n--", "One\ntwo | three"),
        ("1986\\. A year", "1986. A year"),
        ("The year\n1986. A year", "The year\n1986. A year"),
    ],
)
def test_inline_markup(source: str, text: str) -> None:
    if "*f" in source:
        source, text = source.replace("*f", ""), text.replace("f", "")
    assert one(source.encode(), "a.md").segments[0].text == text


def test_protected_text() -> None:
    segment = one(b"Run `x  y` at https://a.b/c, now.", "a.md").segments[0]
    assert [span.of(segment.text) for span in segment.protected] == [PLACEHOLDER, "https://a.b/c"]


def test_ignore_comments() -> None:
    source = (
        "<!-- qa-ignore-file mixed-quotes -->\n\nOne line <!-- qa-ignore a-b -->\nanother line\n\n"
        "<!-- qa-ignore c -->\nNext block\nof two lines\n\n<!-- qa-off d e -->\n\nOff\n\n<!-- qa-on -->\n\nOn\n"
    )
    segment = one(source.encode(), "a.md").segments[0]
    shown = [(ignore.span.of(segment.text).strip(), sorted(ignore.checks), ignore.line) for ignore in segment.ignores]
    assert shown == [
        (segment.text, ["mixed-quotes"], 1),
        ("One line", ["a-b"], 3),
        ("Next block\nof two lines", ["c"], 6),
        ("Off", ["d", "e"], 10),
    ]


def test_file_without_prose() -> None:
    (found,) = read_bytes(b"```\ncode\n```\n", "a.md")
    assert isinstance(found, Problem)
    assert "no prose" in found.what


@pytest.mark.parametrize(
    "data",
    [
        b"> " * 20_000 + b"x",
        b"[" * 30_000 + b"]" * 30_000,
        b"*a **a_ " * 10_000,
        b"x <!--" * 20_000,
        b"# a" + b" " * 50_000 + b"b",
    ],
    ids=lambda data: data[:6].decode(),
)
def test_hostile_files_take_linear_time(data: bytes) -> None:
    start = time.process_time()
    assert list(read_bytes(data, "a.md", ReadOptions()))
    assert time.process_time() - start < 5
