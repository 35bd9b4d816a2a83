"""The language of a text that nobody has named, told from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from qa.text.lexicon import Lexicon, foreign_stopwords

_SAMPLE = 6000
"""Code points looked at: enough for a safe guess, little enough to cost nothing."""
_FEWEST = 4
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")


def guess_language(text: str) -> str:
    """Base language tag of `text`; English where nothing speaks for another language.

    Another script decides at once (Japanese by its kana, Ukrainian by its letters); in Latin script the language whose
    stop words are at least twice as frequent as English function words.
    """
    sample = text[:_SAMPLE]
    latin = len(_LATIN.findall(sample))
    for lang, script in _SCRIPTS:
        # Japanese kana stand between many Han characters, so fewer of them decide.
        if len(script.findall(sample)) * (4 if lang == "ja" else 1) > max(latin, _FEWEST):
            if lang == "ru" and len(_UKRAINIAN.findall(sample)) > len(_RUSSIAN.findall(sample)):
                return "uk"
            return lang
    words = Counter(_WORD.findall(sample.lower()))
    english = Lexicon.for_language("en")
    for_english = sum(count for word, count in words.items() if english.is_function_word(word))
    best, most = "en", max(_FEWEST, 2 * for_english)
    for lang, stop_words in foreign_stopwords().items():
        found = sum(count for word, count in words.items() if word in stop_words)
        if found > most:
            best, most = lang, found
    return best
