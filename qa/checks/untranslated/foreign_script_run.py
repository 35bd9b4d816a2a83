"""Words left in another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from qa.checks.typography._look_alikes import as_latin
from qa.checks.untranslated._scripts import RANGES, script_of, scripts_of
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"
_NAMES_OF_LANGUAGES = (
    "Chinese|Mandarin|Cantonese|Japanese|Korean|Russian|Ukrainian|Bulgarian|Serbian|Macedonian|Belarusian|Kazakh|Mongolian"
    "|Greek|Arabic|Persian|Farsi|Urdu|Pashto|Hebrew|Yiddish|Aramaic|Syriac|Hindi|Sanskrit|Marathi|Nepali|Bengali|Punjabi"
    "|Gujarati|Tamil|Telugu|Kannada|Malayalam|Sinhala|Thai|Lao|Khmer|Burmese|Tibetan|Georgian|Armenian|Amharic|Cyrillic"
    "|Old Church Slavonic|Church Slavonic|Coptic|kanji|hanja|hanzi|kana|hiragana|katakana|hangul|pinyin|Devanagari"
)
# Words that introduce a word quoted from another language, or explain it; they stand close by.
_CUES = (
    r"characters?|letters?|alphabet|kanji|hanja|hanzi|hiragana|katakana|kana|hangul|pinyin|romaji|ideograms?|logographs?"
    r"|glyphs?|words?|terms?|verbs?|nouns?|suffix|prefix|spelled|spelt|spelling|pronounced|transliterat\w+|romani[sz]\w+"
    r"|(?:signs?|banners?|posters?) (?:read|say|said)|means|meaning|literally|lit|stands for|written(?: as)?"
    r"|inscription|inscribed|reads|called|known as|acronym"
    r"|hashtag|syllables?|vowels?|consonants?"
)
_INTRODUCED = RarePattern(
    rf"(?:(?:{_NAMES_OF_LANGUAGES})(?: name| script| form| text| title)?(?:[:=,]| is)"
    rf"|(?:{_NAMES_OF_LANGUAGES}) (?:name|word|term|title)|(?:from|in|into|ancient) (?:the )?(?:{_NAMES_OF_LANGUAGES})"
    rf"|[=/]|\b(?:{_CUES}),?|[\"”],?(?=\s))[\s“\"'‘(«\u200e\u200f\u202a-\u202e\u2066-\u2069]*\Z",
    re.IGNORECASE,
)
_EXPLAINED = RarePattern(
    rf"[\s”\"’'»]*(?:,? ?[(（\[]|[\"“‘'][{_LATIN}]|,?\s*(?:means|meaning|literally|stands for|pronounced|pinyin)\b"
    rf"|(?:,\s*(?:an? |the )?|\s*(?:which|that|is|also|or) (?:an? |the )?)(?:{_CUES})\b)"
)
_INNER_WORDS = re.compile(rf"[{_LATIN}]{{4,}}")
_ONE_LETTER_WORDS = frozenset("авикосуяіїй")
_BETWEEN_WORDS = re.compile(rf"[{_LATIN},] [\u0430-\u0457] [a-z]")
_AROUND = 45
_FEWEST_GREEK = 3
_ALPHABETS = frozenset({"Greek", "Cyrillic", "Hebrew", "Arabic", "Armenian", "Georgian"})
_QUOTED = 0.7
_GLOSSED = 0.75
_MOSTLY = 0.5
_WHOLE = 3


class ForeignScriptRun(Check):
    """Words stand in a script that the text's language is not written in.

    What it flags:
        Runs of letters of another script, one finding a run: Han, Cyrillic, Arabic and so on in English; kana in
        Russian. Latin letters are never foreign. A text that is mostly in another script gets one finding.

    Why it matters:
        Something was not translated; most readers cannot read it at all.

    When it is wrong:
        Where the original word is meant to be seen. The check is silent on words in brackets, words that a gloss
        follows or a language's name introduces, and symbols (μm, β-blocker); words in quotation marks, and those in a
        text that glosses others, are reported with low confidence.

    Sources:
        Unicode Standard Annex #24, Unicode Script Property; CLDR, scripts of languages; MQM typology, untranslated.
    """

    id = "foreign-script-run"
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    confidence = 0.95
    fixable = Fixable.SOMETIMES
    messages = {
        "run": "Left in {script} script: “{text}”",
        "look-alike": "“{text}” is written with {script} letters",
        "whole": "Most of the text is in {script} script",
    }
    bad = (
        "The [[天气]] was fine all week.",
        "He was born in a village near [[Псков]] and studied law.",
        "[[他的]] research shows that the river rose.",
        "The court told the [[अदालत]] that it would wait for the [[رسالة]].",
        "More than [[목요일 저녁]] visitors came.",
        Example("Он купил [[東京]] и уехал.", lang="ru"),
        "They measured [[СО->CO]] in the air of the town.",
        Example("[[Паром ушёл в полдень.\nНикто его не ждал.\nГавань была закрыта]].", whole=True),
    )
    good = (
        "He was born in Beijing (北京) and studied law.",
        "Kim Ki-young (Korean: 김기영; born 1919) was a director.",
        "A sheet 5 μm thick, α-helix, ΔT and π; TGFβ and β-blockers.",
        "The character 水 means water.",
        "From Greek λόγος comes the ending -logy.",
        "Ὀδύσσεια (the Odyssey) is an epic.",
        "The D-30 and the 8К78 were built in Samara.",
        Example("Он читал The Economist и слушал BBC.", lang="ru"),
        Example("東京は日本の首都です。", lang="ja"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if not text.base_lang or text.text.isascii():
            return
        own = scripts_of(text.base_lang)
        pattern = _run_of(own)
        runs = [match for match in pattern.finditer(text.text) if not _is_symbol(text.text, match)]
        if not runs:
            return
        if len(runs) >= _WHOLE and _share(text.text, runs) > _MOSTLY:
            span = Span(runs[0].start(), runs[-1].end())
            yield self.finding(segment, span, "whole", script=script_of(runs[0][0][0]))
            return
        glossed = [match for match in runs if _is_meant(text.text, match)]
        meant = set(glossed)
        scripts = {script_of(match[0][0]) for match in glossed}
        for match in runs:
            if match not in meant:
                yield self._run(segment, text, match, own, glossed=script_of(match[0][0]) in scripts)

    def _run(
        self, segment: Segment, text: Analysis, match: re.Match[str], own: tuple[str, ...], *, glossed: bool
    ) -> Finding:
        span = Span(*match.span())
        script = script_of(match[0][0])
        before, after = text.text[max(0, span.start - 1) : span.start], text.text[span.end : span.end + 1]
        quoted = bool(before) and before in "\"“‘'«„" and bool(after) and after in "\"”’'»“"
        confidence = _QUOTED if quoted else _GLOSSED if glossed else self.confidence
        latin = None if own else as_latin(match[0])
        if latin is not None:
            fixes = [replace(span, latin)]
            return self.finding(segment, span, "look-alike", fixes=fixes, confidence=confidence, script=script)
        return self.finding(segment, span, "run", confidence=confidence, script=script)


@cache
def _run_of(own: tuple[str, ...]) -> re.Pattern[str]:
    """Letters of other scripts than Latin and `own`, with the marks and digits between them, on one line."""
    foreign = "".join(ranges for name, ranges in RANGES.items() if name not in own)
    known = "".join(ranges for name, ranges in RANGES.items() if name in own)
    return re.compile(rf"[{foreign}](?:[^{_LATIN}{known}\n\r()\[\]（）\"“”«»]*[{foreign}])?")


def _is_symbol(text: str, match: re.Match[str]) -> bool:
    """Whether the letters stand for themselves: symbols, one letter of an alphabet, part of a code or mixed word."""
    run, (start, end) = match[0], match.span()
    script = script_of(run[0])
    letters = sum(map(str.isalpha, run))
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if script == "Greek" and (letters < _FEWEST_GREEK or max(map(len, re.split(r"[^\w]", run))) < _FEWEST_GREEK):
        return True
    if script in _ALPHABETS and letters == 1:
        is_word = run in _ONE_LETTER_WORDS and _BETWEEN_WORDS.match(text, max(0, start - 2)) is not None
        return not is_word
    if script == "Arabic" and before.isdigit():
        return True  # the sign of a currency
    is_joined = (before + after).isalnum() or (before.isalnum() and before != "") or after.isalnum()
    if script in {"Greek", "Cyrillic"} and is_joined:
        # "8К78", "Bjӧrk": codes, and words for the check of mixed scripts.
        return run.isupper() or as_latin(run) is not None or letters < _FEWEST_GREEK
    return False


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether the original word is meant to be seen: bracketed, glossed, introduced, or spoken about."""
    start, end = match.span()
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    opening = max(before.rfind(mark) for mark in "([（")
    if opening > max(before.rfind(mark) for mark in ")]）"):
        words = _INNER_WORDS.findall(before[opening:])
        is_number = before[opening + 1 :].strip().isdigit()
        if not is_number and (len(words) < 2 or any(word[0].isupper() for word in words)):
            return True
    return _INTRODUCED.search(before) is not None or _EXPLAINED.match(after) is not None


def _share(text: str, runs: list[re.Match[str]]) -> float:
    """Share of the text's letters that the runs hold."""
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isalpha, "".join(match[0] for match in runs))) / max(1, letters)
