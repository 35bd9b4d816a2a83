"""What tags and entities look like, shared by the checks of leftover markup."""

from __future__ import annotations

import re

# Elements of HTML that occur in articles, and inline elements of translation formats (TMX, XLIFF).
_ELEMENTS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|dd|del|dfn|div|dl|dt|em|"
    "figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|"
    "meta|nav|ol|option|p|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|sup|table|tbody|"
    "td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr|"
    "bpt|ept|bx|ex|g|hi|it|mrk|ph|pc|sc|ec|seg|tuv|ut|x"
)
_VALUE = r"(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'|&quot;[^&<>]{0,500}&quot;|[^\s\"'<>&]{1,200})"
_ATTRIBUTES = rf"(?:\s+[\w:-]{{1,40}}\s?=\s?{_VALUE}){{0,12}}"
_OPEN, _CLOSE = r"(?:<|&lt;|＜)", r"(?:>|&gt;|＞)"
TAG = re.compile(
    rf"{_OPEN}/?(?P<name>{_ELEMENTS}){_ATTRIBUTES}\s{{0,3}}/?{_CLOSE}"
    rf"|{_OPEN} ?/? ?(?:br|strong|em|div|span|img|li|ul|td|tr) ?/? ?{_CLOSE}"
    r"|<!--[^<>]{0,500}-->|<!\[CDATA\[|\]\]>",
    re.IGNORECASE,
)
_BLOCKS = (
    "address article aside blockquote br caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead title tr ul"
)
BLOCK_ELEMENTS = frozenset(_BLOCKS.split())
# Letters beside which a sign of markup still stands alone: those of scripts without blanks between words.
LETTER = r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
# Words around a tag or an entity in a text that speaks about markup.
_SPEAKS_OF_MARKUP = re.compile(
    r"\b(?:tags?|elements?|entit(?:y|ies)|attributes?|markup|X?HTML|XML|BBCode|placeholders?)\b"
)
_AROUND = 40


def speaks_of_markup(text: str, start: int, end: int) -> bool:
    """Whether the words around the characters `start` to `end` are about markup, so that markup is what is meant."""
    around = text[max(0, start - _AROUND) : start] + " " + text[end : end + _AROUND]
    return _SPEAKS_OF_MARKUP.search(TAG.sub(" ", around)) is not None
