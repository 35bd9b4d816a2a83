"""The language of a text that nobody has named, told from its script and its commonest words."""

from __future__ import annotations

import re

from qa.text.lexicon import Lexicon, foreign_stopwords

_SAMPLE = 6000
"""Code points looked at: enough for a safe guess, little enough to cost nothing."""
_FEWEST = 4
_SURELY_ENGLISH = 0.3
"""Share of English function words above which no other language can have twice as many stop words."""
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
_NOT_LATIN = re.compile(r"[\u0370-\u10ff\u3040-\ud7af]")
_WORD = re.compile(r"[^\W\d_]+")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")


def guess_language(text: str) -> str:
    """Base language tag of `text`; English where nothing speaks for another language.

    Another script decides at once (Japanese by its kana, Ukrainian by its letters); in Latin script the language whose
    stop words are at least twice as frequent as English function words.
    """
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample)


def _by_script(sample: str) -> str | None:
    """The language of a text that is mainly in another script than Latin."""
    if sample.isascii() or len(_NOT_LATIN.findall(sample)) <= _FEWEST:
        return None
    latin = len(_LATIN.findall(sample))
    for lang, script in _SCRIPTS:
        # Japanese kana stand between many Han characters, so fewer of them decide.
        if len(script.findall(sample)) * (4 if lang == "ja" else 1) > max(latin, _FEWEST):
            if lang == "ru" and len(_UKRAINIAN.findall(sample)) > len(_RUSSIAN.findall(sample)):
                return "uk"
            return lang
    return None


def _by_words(sample: str) -> str:
    """The language in Latin script whose stop words abound; English where none does."""
    words = _WORD.findall(sample.lower())
    english = Lexicon.for_language("en").function_words()
    for_english = sum(map(english.__contains__, words))
    if for_english >= len(words) * _SURELY_ENGLISH:
        return "en"
    best, most = "en", max(_FEWEST, 2 * for_english)
    for lang, stop_words in foreign_stopwords().items():
        found = sum(map(stop_words.__contains__, words))
        if found > most:
            best, most = lang, found
    return best
