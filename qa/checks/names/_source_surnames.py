"""Chinese surnames that are not the reading of the character that stands before the given name in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.checks.names._claims import Claim
from qa.core.span import Span
from qa.text.names.fold import fold
from qa.text.names.slips import slip
from qa.text.names.source.han import is_pinyin, readings, surname_spellings, syllables
from qa.text.names.source.readings import Readings
from qa.text.names.source.words import TargetWord, target_words, units

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.names.source.words import Unit

# The hundred commonest (Ministry of Public Security, report on names of 2018), in both ways of writing.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方"
    "邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蔣蘇呂盧鍾譚陸韋賈鄒閆龍賀顧龔萬錢嚴"
)


def surname_claims(texts: Sequence[Analysis], lang: str | None) -> Iterator[Claim]:
    """A claim for a surname beside a given name that is read right, where the surname itself is one slip from right."""
    for unit in units(texts, lang):
        if unit.lang != "zh":
            continue
        words = [word for word in unit.text.once(target_words) if unit.span.contains(word.span)]
        words = [word for word in words if is_pinyin(word.folded)]
        readings_there = Readings(unit.source) if words else None
        for word in words:
            if readings_there is not None:
                yield from _claims(unit, word, readings_there)


def _claims(unit: Unit, given: TargetWord, there: Readings) -> Iterator[Claim]:
    surname = _word_before(unit.text, given.span)
    if surname is None or given.after is not None or surname.folded not in syllables():
        return
    runs = there.runs(given.folded)
    sources = {(unit.source[run.start - 1 : run.start] if run.start else "", run.of(unit.source)) for run in runs}
    if not sources or any(before not in _SURNAMES for before, _ in sources):
        return
    if any(surname.folded in surname_spellings(before) for before, _ in sources):
        return
    before, piece = min(sources)
    right = readings(before)[0]
    if slip(surname.folded, right):
        written = right.title()
        yield Claim(
            message="slip",
            places=[surname],
            preferred=written,
            source=before + piece,
            forms=(written, surname.written),
            confidence=0.92,
        )


def _word_before(text: Analysis, span: Span) -> TargetWord | None:
    """The capitalised word that stands one blank before a span."""
    words = text.words
    at = words.ends.index(span.start - 1) if span.start - 1 in words.ends else None
    if at is None or not words.texts[at][0].isupper():
        return None
    return TargetWord(text, words.span(at), fold(words.texts[at]))
