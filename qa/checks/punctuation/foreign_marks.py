"""Punctuation marks of another script or language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

# Marks by the languages that use them, each with what stands for it elsewhere. Full-width forms: Unicode block
# Halfwidth and Fullwidth Forms; the others are the Terminal_Punctuation of their scripts.
_WIDE = {
    "，": ",", "．": ".", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")", "。": ".", "、": ",",
    "％": "%", "｡": ".", "､": ",", "～": "–",
}  # fmt: skip
_ARABIC = {"،": ",", "؛": ";", "؟": "?", "۔": "."}
_OTHER = {"¿": "", "¡": "", "।": ".", "՝": ",", "։": ".", "። ": ".", "\u037e": ";", "\u0387": ";"}
_WIDE_LANGUAGES = frozenset({"zh", "ja", "ko", "yue", "lzh", "wuu"})
_ARABIC_LANGUAGES = frozenset({"ar", "fa", "ur", "ps", "ug", "sd", "ckb", "ks", "he", "dv"})
_SPANISH = frozenset({"es", "gl", "ast", "eu", "ca", "tl", "fil", "qu", "gn", "an"})
_HINDI = frozenset({"hi", "mr", "ne", "sa", "bn", "as", "pa", "gu", "or", "mai", "bho"})
_ARMENIAN, _GREEK = frozenset({"hy"}), frozenset({"el", "grc"})

_MARKS = re.compile(r"[，．：；！？（）。、％｡､～،؛؟۔¿¡।՝։\u037e\u0387]")
# Letters of the scripts that have such marks: those of East Asia for the wide ones, Arabic ones, and any others.
_WIDE_LETTER = RarePattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARABIC_LETTER = RarePattern(r"[\u0600-\u06ff]")
_OTHER_LETTER = RarePattern(r"[\u0370-\u03ff\u0530-\u0dff\u0e00-\u0fff\u1000-\u10ff]")
_ASCII_AFTER_HAN = RarePattern(r"[,;:!?](?<=[\u3040-\u30ff\u3400-\u9fff].)(?=[\u3040-\u30ff\u3400-\u9fff])")
_WIDE_OF = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}


class ForeignMarks(Check):
    """A mark of another script or language stands in the text.

    What it flags:
        Full-width Chinese or Japanese marks, Arabic commas and question marks, `¿` and `¡` in languages that do not
        use them, and ASCII marks between Chinese or Japanese characters.

    Why it matters:
        The mark was carried over from the source text; it has another width, and fonts for the language may lack it.

    When it is wrong:
        Inside a quotation in the other language. Marks beside a letter of the other script are left alone, and so are
        `¿` and `¡` that are closed by their partner in a Spanish title or exclamation.

    Sources:
        Unicode Standard, chapter 6 (Writing Systems and Punctuation); Unicode block Halfwidth and Fullwidth Forms.
    """

    id = "foreign-marks"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    confidence = 0.95
    cross_fire = frozenset({"foreign-word"})
    fixable = Fixable.ALWAYS
    messages = {
        "foreign": "“{text}” belongs to another script or language",
        "ascii": "“{text}” between characters that take “{wide}”",
    }
    bad = (
        "The ferry left at noon[[，->, ]]and the hall was empty.",
        "Nobody knew[[。->.]]",
        "Who paid[[؟->?]] Nobody knew.",
        "[[¿->]]Who paid? Nobody knew.",
        Example("我们走了[[,->，]]他们没来。", lang="zh"),
        Example("Το πλοίο έφυγε[[，->,]] και η αίθουσα άδειασε.", lang="el"),
        Example("누가 왔습니까[[؟->?]] 아무도 모른다.", lang="ko"),
    )
    good = (
        "The ferry left at noon, and the hall was empty.",
        "The sign read 欢迎，朋友 in red.",
        "The film ¡Viva la feria! and the song ¿Quién será? were played.",
        Example("我们走了，他们没来。", lang="zh"),
        Example("¿Quién pagó? Nadie.", lang="es"),
        Example("我们买了 iPhone, iPad 等。", lang="zh"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        """Findings in one segment."""
        prose, lang = text.text, text.base_lang
        if not lang or prose.isascii():
            return
        if lang in {"zh", "ja"}:
            for match in _ASCII_AFTER_HAN.finditer(prose):
                span, wide = Span(*match.span()), _WIDE_OF[match.group()]
                yield self.finding(segment, span, "ascii", fixes=[replace(span, wide)], wide=wide)
        allowed = self._allowed(lang)
        for match in _MARKS.finditer(prose):
            at, mark = match.start(), match.group()
            if mark in allowed or self._is_quoted(prose, at):
                continue
            span = Span(at, at + 1)
            yield self.finding(
                segment, span, "foreign", fixes=[replace(span, self._own(prose, at), Applicability.SUGGEST)]
            )

    @staticmethod
    def _allowed(lang: str) -> frozenset[str]:
        groups = (
            (_WIDE_LANGUAGES, "".join(_WIDE)), (_ARABIC_LANGUAGES, "،؛؟۔"), (_SPANISH, "¿¡"), (_HINDI, "।"),
            (_ARMENIAN, "՝։"), (_GREEK, "\u037e\u0387"),
        )  # fmt: skip
        return frozenset("".join(marks for languages, marks in groups if lang in languages))

    @staticmethod
    def _is_quoted(prose: str, at: int) -> bool:
        """Whether the mark belongs to words of its own script, or to a Spanish exclamation inside the sentence."""
        mark = prose[at]
        if mark in "¿¡":
            end = prose.find("?" if mark == "¿" else "!", at, at + 60)
            following = prose[end + 1 : end + 2]
            first = re.split(r"[^\w]", prose[at + 1 : at + 20])[0].lower()
            if prose[at - 1 : at].isalpha():
                return True  # letters spoilt by a wrong encoding, not punctuation
            return first not in _ENGLISH_OPENERS and (end > 0 or following.isspace())
        around = prose[max(0, at - 2) : at] + prose[at + 1 : at + 3]
        own = _WIDE_LETTER if mark in _WIDE else _ARABIC_LETTER if mark in _ARABIC else _OTHER_LETTER
        return own.search(around) is not None

    @staticmethod
    def _own(prose: str, at: int) -> str:
        """What stands for the mark at `at` in languages without it, with the blank that it needs."""
        own = {**_WIDE, **_ARABIC, **_OTHER}[prose[at]]
        behind, before = prose[at + 1 : at + 2], prose[at - 1 : at]
        if own == "(":
            return own if not before or before.isspace() else " ("
        return own + " " if own in set(",.;:!?)") and behind.isalnum() else own


_ENGLISH_OPENERS = frozenset(
    "who what where when why how which is are was were do does did have has had can could will would the a an"
    " in on at it he she they we you i that this there and but or".split()
)
