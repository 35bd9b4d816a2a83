"""Web pages: what is the article, how its text reads, and where every character stands."""

from __future__ import annotations

import html
import re
import time
from dataclasses import replace

import pytest
from generated import (
    CHARACTERS,
    as_reference,
    assert_exact,
    assert_places,
    assert_writes_back,
    collapse,
    encode,
    fitting,
    one,
)
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Role
from qa.core.finding import Problem
from qa.read import Limits, ReadOptions, read_bytes
from qa.read.html import PLACEHOLDER

INLINE = (
    "b",
    "i",
    "EM",
    "strong",
    'a href="x?a=1&amp;b=2" title="a > b"',
    "span class=q",
    "a href='\"'",
    "sup",
    "font color=red",
)
JUNK = (
    "<!-- a > b & c <p> -->",
    "<script>if (a < b) { x = '<p>no</p>' }</script>",
    "<style>p > b { }</style>",
    "<img src=x alt='no > text'>",
    "<svg><text>no</text></svg>",
    "<noscript><p>no</p></noscript>",
    "<span hidden>no</span>",
    "<wbr>",
    "&#0001;",
)


@st.composite
def inline(draw: st.DrawFn, depth: int = 2) -> tuple[str, str]:
    """Raw inline markup and its text before blanks are collapsed; `\\0` for a line break."""
    raw, text = "", ""
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.integers(0, 9))
        if kind <= 5 or depth == 0:
            chars = draw(st.text(st.sampled_from(CHARACTERS + "\n  "), max_size=12))
            how = draw(st.integers(0, 4**12))
            raw += "".join(as_reference(char, how // 4**index % 4) for index, char in enumerate(chars))
            text += chars
        elif kind == 6:
            raw += draw(st.sampled_from(JUNK))
        elif kind == 7:
            raw, text = raw + draw(st.sampled_from(("<br>", "<br/>", "<BR class='x'>"))), text + "\0"
        elif kind == 8:
            raw, text = raw + "<code>x &lt; <b>y</b></code>", text + PLACEHOLDER
        else:
            tag = draw(st.sampled_from(INLINE))
            inner, inner_text = draw(inline(depth - 1))
            raw, text = f"{raw}<{tag}>{inner}</{tag.split()[0]}>", text + inner_text
    return raw, text


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str]:
    """A page and the text of its article."""
    blocks: list[str] = []
    body = ""
    for _ in range(draw(st.integers(1, 5))):
        raw, text = draw(inline())
        tag = draw(st.sampled_from(("p", "P class='x'", "h2", "div", "blockquote", "li", "td", "figcaption")))
        name = tag.split()[0]
        outer = {"li": "ul", "td": "table", "figcaption": "figure"}.get(name, "section")
        close = "" if name in ("p", "li", "td") and draw(st.booleans()) else f"</{name}>"
        body += f"<{outer}>\n <{tag}>{raw}{close}</{outer}>\r\n" + draw(st.sampled_from(("", *JUNK[:4])))
        blocks += [collapse(part) for part in re.split(r"\0[ \t\n\r\f]*(?=\0)", text)]
    expected = "\n\n".join(block for block in blocks if block)
    wrap = draw(
        st.sampled_from(("<article>{}</article>", "<main><article>{}</article></main>", "{}", "<main>{}</main>"))
    )
    head = "<!DOCTYPE html><html><head><title>no</title></head><body><nav>no <a>x</a></nav>"
    page = f"{head}{wrap.format(body)}<footer>no</footer>"
    return page, expected


def plain(raw: str) -> str:
    """What a raw run reads as, worked out with the standard library alone."""
    raw = re.sub(r"<(code|kbd)>.*?</\1>", PLACEHOLDER, raw)
    raw = re.sub(r"(?i)<br[^>]*>", "\n", raw)
    return html.unescape(raw)


def normal(text: str) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", text)


@given(pages(), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252", "koi8_r", "euc_jp")), st.integers())
def test_every_span_leads_to_its_bytes(page: tuple[str, str], encoding: str, seed: int) -> None:
    raw, expected = page
    legacy = not encoding.startswith("utf")
    # Browsers write as references what the encoding lacks.
    data = (
        "".join(char if fitting(char, encoding) else f"&#{ord(char)};" for char in raw).encode(encoding)
        if legacy
        else encode(raw, encoding)
    )
    options = ReadOptions(encoding=encoding) if legacy else None
    (found,) = read_bytes(data, "a.html", options)
    if not expected:
        assert isinstance(found, Problem)
        return
    document = one(data, "a.html", options)
    segment = document.segments[0]
    assert segment.text == expected
    assert segment.blocks is not None
    assert "\n\n".join(block.span.of(segment.text) for block in segment.blocks) == expected
    assert segment.map is not None
    assert segment.carrier is not None
    for piece in segment.map.pieces:
        read = plain(segment.carrier.raw[piece.raw_start : piece.raw_start + piece.raw_len])
        text = segment.text[piece.text_start : piece.text_start + piece.text_len]
        assert normal(read) == normal(text) or (read == "\n" and text == "\n")
    assert_exact(data, _with_blanks(segment), seed, lambda part: normal(plain(part)))
    assert_places(data, document, segment, seed)
    assert_writes_back(data, "a.html", document, segment, seed, options)


def _with_blanks(segment):  # type: ignore[no-untyped-def]
    """The segment with every blank as a space, as the unescaped bytes are compared."""
    return replace(segment, text=re.sub(r"[ \t\n\r\f]", " ", segment.text))


ARTICLE = """<html lang="en-GB"><head><meta charset="utf-8"><title>T</title></head><body>
<header><h1>Site</h1></header><nav><ul><li>Home</li></ul></nav>
<article><header><h1>Head &amp; line</h1><p class="byline">By A. Writer</p></header>
<p>First <b>para</b>graph, with <span translate="no">Ünver</span> and <span lang="fr">mot juste</span>.</p>
<ul><li>one<li>two</ul><figure><figcaption>Caption here</figcaption></figure>
<table><tr><td>1<td>2</table><p>Line<br>break</p><p>a<br><br>b</p><aside>related</aside></article>
<footer>rights</footer></body></html>"""


def test_blocks_roles_and_protected_text() -> None:
    document = one(ARTICLE.encode(), "a.html")
    segment = document.segments[0]
    assert segment.blocks is not None
    shown = [(block.role, block.span.of(segment.text)) for block in segment.blocks]
    assert shown == [
        (Role.TITLE, "Head & line"),
        (Role.BYLINE, "By A. Writer"),
        (Role.BODY, "First paragraph, with Ünver and mot juste."),
        (Role.LIST, "one"),
        (Role.LIST, "two"),
        (Role.CAPTION, "Caption here"),
        (Role.CELL, "1"),
        (Role.CELL, "2"),
        (Role.BODY, "Line\nbreak"),
        (Role.BODY, "a"),
        (Role.BODY, "b"),
    ]
    assert [span.of(segment.text) for span in segment.protected] == ["Ünver", "mot juste"]
    assert document.lang == "en-GB"
    assert document.file_coordinates
    assert one(ARTICLE.encode(), "a.html", ReadOptions(lang="de")).lang == "de"


def test_the_longest_article_wins_over_teasers() -> None:
    long = "This is the article that the page is about. " * 5
    data = f"<body><main><article>{long}</article></main><article>Teaser</article></body>".encode()
    assert one(data, "a.html").segments[0].text == long.strip()
    cards = f"<body><div>{long}</div><article>Card</article></body>".encode()
    assert one(cards, "a.html").segments[0].text == f"{long.strip()}\n\nCard"


def test_a_page_inside_a_form_is_read() -> None:
    assert one(b"<body><form><p>All of it.</p></form></body>", "a.html").segments[0].text == "All of it."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("gb2312", "gb18030"), ("utf-8", "utf-8")],
)
def test_declared_charset(declared: str, encoding: str) -> None:
    text = {"cp1251": "Привет", "cp1252": "“café”", "gb18030": "你好"}.get(encoding, "žэ")
    data = f'<html><meta http-equiv=content-type content="text/html; charset={declared}"><p>{text}'.encode(encoding)
    assert one(data, "a.html").segments[0].text == text


def test_utf8_wins_over_a_wrong_charset() -> None:
    assert one('<meta charset="iso-8859-1"><p>café'.encode(), "a.html").segments[0].text == "café"


def test_ignore_comments() -> None:
    data = (
        "<!-- qa-ignore-file mixed-quotes --><body><article><p>One.</p>"
        "<!-- qa-ignore doubled-word, a-b --><p>Two two.</p>"
        "<p>Three <!-- qa-ignore --> three.</p>\n<!-- qa-off --><p>Four.</p><!--qa-on--><p>Five.</p>"
        "<!-- qa-ignored by nobody --></article></body>"
    )
    segment = one(data.encode(), "a.html").segments[0]
    shown = [(ignore.span.of(segment.text).strip(), sorted(ignore.checks), ignore.line) for ignore in segment.ignores]
    assert sorted(shown) == sorted(
        [
            (segment.text, ["mixed-quotes"], 1),
            ("Two two.", ["a-b", "doubled-word"], 1),
            ("Three three.", [], 1),
            ("Four.", [], 2),
        ]
    )


def test_entities_without_semicolon_and_unknown_ones() -> None:
    text = one(b"<p>AT&ampT &copy2024 &unknown; &#150; &#xD83D; a & b &lt", "a.html").segments[0].text
    assert text == "AT&T ©2024 &unknown; – \ufffd a & b <"


@pytest.mark.parametrize(
    "data",
    [
        b"<p>x" + b"<b>" * 50_000,
        b"<p>x" + b"<a" * 50_000,
        b"<a b='>'" * 10_000,
        b"<div>" * 50_000 + b"x",
        b"x&a" * 50_000,
    ],
    ids=lambda data: data[:8].decode(),
)
def test_hostile_pages_take_linear_time(data: bytes) -> None:
    start = time.process_time()
    assert list(read_bytes(data, "a.html"))
    assert time.process_time() - start < 5


def test_bad_pages() -> None:
    (found,) = read_bytes(b"<html><body><script>x</script></body></html>", "a.html")
    assert isinstance(found, Problem)
    assert "no article text" in found.what
    (large,) = read_bytes(b"<p>" + b"x" * 100, "a.html", ReadOptions(limits=Limits(max_bytes=50)))
    assert isinstance(large, Problem)
