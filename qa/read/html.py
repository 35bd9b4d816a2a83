"""Web pages: the article's text as a browser shows it, every character with its place in the page.

The article is the biggest `article` element, else `main`, else the page without navigation, forms, asides, header and
footer; scripts, styles and what is hidden are left out everywhere. Inline tags and references do not divide the text;
`translate="no"`, code and passages marked as another language are not checked. A declared encoding counts where the
bytes are not UTF-8. Comments may silence findings (`config.md`). `--input-format text` reads the raw file instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from qa.core.document import Block, Document, Role, Segment
from qa.core.finding import Problem
from qa.core.offsets import Carrier, LineIndex, OffsetMapBuilder
from qa.core.span import Span
from qa.read.base import Decoded, ReadOptions, Result, read_whole
from qa.read.decode import decode
from qa.read.ignores import IgnoreMarks
from qa.read.markup import Kind, Markup, attributes, scan_markup

_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select "
    "summary table tbody td tfoot th thead title tr ul".split()
)
_ROLES = {
    "h1": Role.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "legend", "summary"), Role.HEADING),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    **dict.fromkeys(("li", "dd", "dt"), Role.LIST),
    **dict.fromkeys(("td", "th"), Role.CELL),
}
# Elements whose text is never part of an article, wherever they stand.
_DROPPED = frozenset(
    "aside audio button canvas datalist dialog footer head iframe map menu nav noembed noframes noscript object option "
    "picture pre rp rt script select style svg template textarea title video xmp".split()
)
_CODE = frozenset(("code", "kbd", "math", "samp", "tt", "var"))
_CLOSED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
}
_SCOPE = frozenset(
    ("table", "ul", "ol", "dl", "menu", "body", "html", "article", "main", "section", "td", "th", "caption")
)
_BYLINES = frozenset(("byline", "by-line", "author", "article-author", "article__author"))
_BLANKS = re.compile(r"[ \t\n\r\f]+")
PLACEHOLDER = "\ufffc"


@dataclass(slots=True)
class _Element:
    """An open element.

    dropped: its text is left out. beside: it is a form, which belongs to the article
    only where the page has no text outside. shield: no finding may touch its text. article:
    number of the article around it, 0 for none. place: where its placeholder stands, if it has one.
    """

    name: str
    role: Role
    dropped: bool = False
    beside: bool = False
    shield: bool = False
    article: int = 0
    main: bool = False
    place: tuple[list[_Item], int] | None = None


class _Item(NamedTuple):
    """Characters in a block: text, the raw range it was read from, whether it is protected.

    A comment has no text, a line break has `line_break`.
    """

    text: str | None
    start: int
    end: int
    shield: bool = False
    comment: str = ""
    line_break: bool = False


@dataclass(slots=True)
class _Draft:
    """A block before it is known whether it belongs to the article."""

    role: Role
    article: int
    main: bool
    beside: bool
    items: list[_Item] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(len(item.text.strip()) for item in self.items if item.text)


def read(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Result]:
    """One document: the article of the page."""
    data = read_whole(stream, path, options)
    if isinstance(data, Problem):
        yield data
        return
    declared = _CHARSET.search(data, 0, _HEAD)
    hint = declared[1].decode("ascii", "replace") if declared else None
    decoded = decode(data, path, options.encoding, hint, options.lang)
    yield decoded if isinstance(decoded, Problem) else parse(decoded, path, options)


def parse(decoded: Decoded, path: str, options: ReadOptions) -> Result:
    """The document of a decoded page."""
    page = _Page(decoded.text, options)
    page.walk()
    chosen = _article(page.drafts)
    builder, marks, lines = OffsetMapBuilder(), IgnoreMarks(), LineIndex(decoded.text)
    blocks: list[Block] = []
    protected: list[Span] = []
    taken = {id(draft) for draft in chosen}
    for draft in chosen:
        _emit(draft, builder, blocks, protected, marks, lines)
    for item in (item for draft in page.drafts if id(draft) not in taken for item in draft.items if item.comment):
        if "qa-ignore-file" in item.comment:  # such a comment may stand in the head of the page
            marks.add(item.comment, 0, lines.position(item.start).line, inside=False)
    text, offsets = builder.build()
    if not text:
        return Problem(
            path,
            "no article text found in the page; pass the text itself, or read the raw file with --input-format text",
        )
    lang = options.lang or page.lang
    segment = Segment(
        id="1",
        text=text,
        lang=lang,
        blocks=tuple(blocks),
        protected=tuple(protected),
        ignores=marks.resolve(text, blocks),
        source_lang=options.source_lang,
        map=offsets,
        carrier=Carrier(decoded.text, decoded.encoding, decoded.byte_start) if decoded.exact else None,
    )
    return Document(path, path, "html", (segment,), lang, options.source_lang, file_coordinates=True)


class _Page:
    """Walks through a page and cuts it into blocks."""

    def __init__(self, raw: str, options: ReadOptions) -> None:
        self.raw = raw
        self.drafts: list[_Draft] = []
        self.lang: str | None = None
        self._wanted = options.lang
        self._limit = options.limits.max_depth
        self._stack = [_Element("", Role.BODY)]
        self._open: Counter[str] = Counter()
        self._articles = 0
        self._draft: _Draft | None = None

    def walk(self) -> None:
        """Read the whole page."""
        for piece in scan_markup(self.raw):
            if piece.kind is Kind.OPEN:
                self._start(piece)
            elif piece.kind is Kind.CLOSE:
                self._close(piece)
            elif piece.kind is Kind.COMMENT:
                self._add(_Item(None, piece.start, piece.end, comment=piece.value))
            elif not self._stack[-1].dropped:
                self._add(_Item(piece.value, piece.start, piece.end, self._stack[-1].shield))

    def _add(self, item: _Item) -> _Draft:
        if self._draft is None:
            top = self._stack[-1]
            self._draft = _Draft(top.role, top.article, top.main, top.beside)
            self.drafts.append(self._draft)
        self._draft.items.append(item)
        return self._draft

    def _start(self, tag: Markup) -> None:
        name = tag.value
        if name in _BLOCKS:
            self._imply_ends(name, tag.start)
            self._draft = None
        if name == "br":
            self._line_break(tag)
        if name in _VOID or len(self._stack) > self._limit:
            return
        top = self._stack[-1]
        element = self._element(tag, top)
        if name in _CODE and not top.dropped:
            draft = self._add(_Item(PLACEHOLDER, tag.start, tag.end, shield=True))
            element.dropped, element.place = True, (draft.items, len(draft.items) - 1)
        self._stack.append(element)
        self._open[name] += 1

    def _element(self, tag: Markup, top: _Element) -> _Element:
        name = tag.value
        values = attributes(tag) if tag.attributes else {}
        role = _role(name, values, top.role)
        inside = bool(top.article or top.main)
        article = top.article
        if name == "article" and not article:
            self._articles += 1
            article = self._articles
        return _Element(
            name,
            role,
            dropped=top.dropped or name in _DROPPED or (name == "header" and not inside) or _is_hidden(values),
            beside=top.beside or name == "form",
            shield=top.shield or self._is_shielded(name, values),
            article=article,
            main=top.main or name == "main" or values.get("role") == "main",
        )

    def _is_shielded(self, name: str, values: dict[str, str]) -> bool:
        """Text that must not be translated, or that is marked as being in another language."""
        if values.get("translate", "").lower() == "no" or "notranslate" in values.get("class", "").split():
            return True
        lang = values.get("lang") or values.get("xml:lang")
        if not lang:
            return False
        if name in ("html", "body", "article", "main") and self.lang is None:
            self.lang = lang
            return False
        page = self._wanted or self.lang
        return page is not None and lang.split("-")[0].lower() != page.split("-")[0].lower()

    def _line_break(self, tag: Markup) -> None:
        """One break is a new line; the second in a row ends the paragraph."""
        if self._stack[-1].dropped or self._draft is None:
            return
        for item in reversed(self._draft.items):
            if item.line_break:
                self._draft = None
                return
            if item.text and item.text.strip():
                break
        self._add(_Item("\n", tag.start, tag.end, self._stack[-1].shield, line_break=True))

    def _imply_ends(self, name: str, place: int) -> None:
        """Close the paragraph, list item or cell that the start of `name` ends without saying so."""
        closed = _CLOSED_BY.get(name, frozenset())
        if not self._open["p"] and not any(self._open[other] for other in closed):
            return
        cut = 0
        for index in range(len(self._stack) - 1, 0, -1):
            other = self._stack[index].name
            if other == "p" or other in closed:
                cut = index
            elif other in _SCOPE:
                break
        if cut:
            self._pop(cut, place)

    def _close(self, tag: Markup) -> None:
        name = tag.value
        if name in _BLOCKS:
            self._draft = None
        if not self._open[name]:
            return
        index = len(self._stack) - 1
        while self._stack[index].name != name:
            index -= 1
        if any(element.name in _BLOCKS for element in self._stack[index:]):
            if name not in _BLOCKS:
                return  # an inline tag that closes late never ends a paragraph
            self._draft = None
        self._pop(index, tag.end)

    def _pop(self, index: int, place: int) -> None:
        for element in self._stack[index:]:
            self._open[element.name] -= 1
            if element.place is not None:
                items, number = element.place
                items[number] = items[number]._replace(end=place)
        del self._stack[index:]


def _role(name: str, values: dict[str, str], outer: Role) -> Role:
    if name in _ROLES:
        return _ROLES[name]
    classes = values.get("class", "").split()
    if name == "address" or "author" in values.get("rel", "") or not _BYLINES.isdisjoint(classes):
        return Role.BYLINE
    return Role.BODY if name == "p" and outer is Role.CELL else outer


def _is_hidden(values: dict[str, str]) -> bool:
    if not values:
        return False
    style = values.get("style", "").replace(" ", "").lower()
    return "hidden" in values or values.get("aria-hidden") == "true" or "display:none" in style


def _article(drafts: list[_Draft]) -> list[_Draft]:
    """The blocks of the article: those of `article` or `main`, else of the body without what stands beside it."""
    sizes: Counter[int] = Counter()
    for draft in drafts:
        if not draft.beside:
            sizes[draft.article] += draft.size
    total = sum(sizes.values())
    in_articles = total - sizes[0]
    biggest = max(sizes, key=lambda key: sizes[key] if key else -1, default=0)
    if biggest and sizes[biggest] * 2 >= in_articles and sizes[biggest] * 10 >= total * 3:
        return [draft for draft in drafts if draft.article == biggest and not draft.beside]
    main = [draft for draft in drafts if draft.main and not draft.beside]
    if any(draft.size for draft in main):
        return main
    if in_articles * 10 >= total * 3 > 0:
        return [draft for draft in drafts if draft.article and not draft.beside]
    return [draft for draft in drafts if not draft.beside] if total else drafts


def _emit(
    draft: _Draft,
    builder: OffsetMapBuilder,
    blocks: list[Block],
    protected: list[Span],
    marks: IgnoreMarks,
    lines: LineIndex,
) -> None:
    """Append a block to the text as a browser shows it: runs of blanks become one, none at the edges of a line."""
    has_text = any(item.text and item.text.strip(" \t\n\r\f") for item in draft.items)
    start = -1
    waiting: _Item | None = None
    for item in draft.items:
        if item.text is None:
            place = lines.position(item.start).line if "qa-" in item.comment else 0
            marks.add(item.comment, builder.length, place, inside=has_text)
            continue
        if item.line_break:
            waiting = item if start >= 0 else None
            continue
        for part in _parts(item):
            if part.text and part.text[0] in " \t\n\r\f":
                waiting = waiting or (part if start >= 0 else None)
                continue
            if start < 0:
                builder.insert("\n\n" if builder.length else "")
                start = builder.length
            elif waiting:
                _put(builder, protected, waiting, "\n" if waiting.line_break else " ")
            waiting = None
            _put(builder, protected, part, part.text or "")
    if start >= 0:
        blocks.append(Block(Span(start, builder.length), draft.role))


def _put(builder: OffsetMapBuilder, protected: list[Span], item: _Item, text: str) -> None:
    if item.shield:
        if protected and protected[-1].end == builder.length:
            protected[-1] = Span(protected[-1].start, builder.length + len(text))
        else:
            protected.append(Span(builder.length, builder.length + len(text)))
    builder.replace(text, item.start, item.end - item.start)


def _parts(item: _Item) -> Iterator[_Item]:
    """Words and runs of blanks of an item, apart."""
    text = item.text or ""
    if len(text) != item.end - item.start:
        if text:
            yield item
        return
    place = 0
    for match in _BLANKS.finditer(text):
        if match.start() > place:
            yield _Item(text[place : match.start()], item.start + place, item.start + match.start(), item.shield)
        yield _Item(match.group(), item.start + match.start(), item.start + match.end(), item.shield)
        place = match.end()
    if place < len(text):
        yield _Item(text[place:], item.start + place, item.end, item.shield)
