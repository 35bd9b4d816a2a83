"""The language of a text that nobody has named, told from its script, its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from qa.text.lexicon import Lexicon, language_words
from qa.text.scan import MARKS

_SAMPLE = 6000
"""Code points looked at: enough for a safe guess, little enough to cost nothing."""
_FEWEST = 4
_SURELY_ENGLISH = 0.3
"""Share of English function words from which a text of more than a line is English."""
_LINE = 20
_KNOWN = 0.85
"""Share of words known to English from which a text is English: 99 of 100 English sentences have it, hardly any other.
"""
_UNKNOWN = 0.5
"""Share below which a text is not English: not one English sentence in 1,000 has so few known words."""
_FEWEST_WORDS = 4
_LETTER = 0.5
"""What a letter that only some languages have counts for, in words."""
_ENOUGH = 1.5
"""How many words must speak for a language to name it."""
# A Han character or a Korean syllable is worth two letters; kana are few between Han characters.
_WEIGHTS = {"zh": 2, "ko": 2, "ja": 4}
# Japanese comes before Chinese; its kana stand between many Han characters.
_SCRIPTS = tuple(
    (lang, re.compile(f"[{ranges}]"))
    for lang, ranges in (
        ("ja", "\u3040-\u30ff"), ("zh", "\u3400-\u9fff"), ("ko", "\uac00-\ud7af"), ("ru", "\u0400-\u04ff"),
        ("el", "\u0370-\u03ff\u1f00-\u1fff"), ("ar", "\u0620-\u064a\u066e-\u06d3"), ("he", "\u05d0-\u05ea"),
        ("th", "\u0e00-\u0e7f"), ("hi", "\u0900-\u097f"), ("bn", "\u0980-\u09ff"), ("pa", "\u0a00-\u0a7f"),
        ("gu", "\u0a80-\u0aff"), ("or", "\u0b00-\u0b7f"), ("ta", "\u0b80-\u0bff"), ("te", "\u0c00-\u0c7f"),
        ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"), ("si", "\u0d80-\u0dff"), ("lo", "\u0e80-\u0eff"),
        ("bo", "\u0f00-\u0fff"), ("my", "\u1000-\u109f"), ("ka", "\u10a0-\u10ff"), ("km", "\u1780-\u17ff"),
        ("am", "\u1200-\u137f"), ("hy", "\u0530-\u058f"),
    )
)  # fmt: skip
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_NOT_LATIN = re.compile(r"[\u0370-\u1cff\u3040-\ud7af]")
_WORD = re.compile(rf"(?<!\w)(?!(?-i:[A-Z])\b)[^\W\d_](?:[^\W\d_]|[{MARKS}])*(?!\w)")
_SPANISH = frozenset("¿¡")
_SWISS, _SWISS_THOUSANDS = frozenset({"de", "fr", "it"}), re.compile(r"\d[’']\d{3}(?!\d)")
# "I've" is no Czech "ve"; the letters of codes ("D614G") are no words.
_CONTRACTED = re.compile(r"['’](?:ve|ll|re|t|s|d|m)\b")
# Letters beyond A to Z of the languages in Latin script; only languages that have all of a word's letters come in
# question for it.
_LETTERS: Mapping[str, frozenset[str]] = {
    lang: frozenset(letters)
    for lang, letters in {
        "de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "it": "àèéìíîòóùú", "pt": "áâãàçéêíóôõúü",
        "nl": "áéëèêïóöüí", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "ro": "ăâîșțşţ",
        "hu": "áéíóöőúüű", "fi": "äöåšž", "et": "äöõüšž", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž", "sl": "čšž",
        "hr": "čćđšž", "sv": "åäöé", "da": "æøåé", "no": "æøåéò", "is": "áðéíóúýþæö", "tr": "çğıöşüâî", "sq": "çë",
        "ca": "àçéèíïóòúü", "eu": "ñ", "af": "êëéèôöïû", "cy": "âêîôûŵŷ", "ga": "áéíóú", "id": "é",
        "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    }.items()
}  # fmt: skip
# Within a script: letters that only one of its languages has, the earlier ones more telling.
_BY_LETTERS = {
    "ru": tuple(
        (lang, re.compile(letters))
        for lang, letters in (
            ("be", "[ўЎ]"), ("uk", "[їєґЇЄҐ]"), ("sr", "[ђћјљњџЂЋЈЉЊЏ]"), ("mk", "[ѓќѕЃЌЅ]"), ("kk", "[әғқңұһӘҒҚҢҰҺ]"),
            ("mn", "[өүӨҮ]"), ("uk", "[іІ]"), ("ru", "[ыэёЫЭЁ]"), ("bg", "ъ(?![еёюя])"),
        )
    ),
    "ar": tuple(
        (lang, re.compile(letters))
        for lang, letters in (
            ("ps", "[ټډړږښڅځېۍ]"), ("ckb", "[ێۆڕڵ]"), ("ur", "[ٹڈڑےں]"), ("fa", "[پچژگکی]"), ("ar", "[كيىةأإ]"),
        )
    ),
}  # fmt: skip
_BY_WORDS = {
    "ru": {
        "ru": "и в с не что на как это его её был была было были из к от у же бы или также который которая которые до",
        "bg": "и не че на като това ще са се е му ѝ беше бяха който която които след към със във до да бе ли си около",
        "uk": "та й що це він вона вони його як у з на не бо за до від про для після каже був була було але також",
        "sr": "и у је да се су на од за са није није су као што који која које ће би бити нико за по али или",
    },
    "hi": {
        "hi": "है हैं था थी थे का के की को में से ने और यह वह पर कि हो ही भी",
        "ne": "छ छन् थियो थिए हो र को मा ले लाई पनि गर्ने भएको गरेको तर यो त्यो छैन हुने",
        "mr": "आहे आहेत होता होती आणि च्या या ते हे की तर पण नाही ला ने झाले केले",
    },
}


def guess_language(text: str) -> str:
    """Language tag of `text`: English where nothing speaks for another language, "" for one that is unknown.

    A region stands only where numbers tell it, that is Switzerland ("2’130’000"). Another script decides at once, and
    its letters and words between the languages that share it. In Latin script a text is English when most of its words
    are; otherwise it is in the language whose frequent words and letters it has.
    """
    sample = text[:_SAMPLE]
    lang = _by_script(sample) or _by_words(sample)
    return f"{lang}-CH" if lang in _SWISS and _SWISS_THOUSANDS.search(sample) else lang


def _by_script(sample: str) -> str | None:
    """The language of a text that is mainly in another script than Latin."""
    if sample.isascii() or len(_NOT_LATIN.findall(sample)) <= _FEWEST:
        return None
    weights = {lang: _WEIGHTS.get(lang, 1) * len(script.findall(sample)) for lang, script in _SCRIPTS}
    best = max(weights, key=lambda lang: weights[lang])
    if weights[best] <= max(_latin_letters(sample), _FEWEST):
        return None
    return _within_script(sample, best)


def _latin_letters(sample: str) -> float:
    """Letters of words in Latin script; where none of them is a plain English word, names count for a third."""
    words = _WORD.findall(sample)
    latin = [word for word in words if _LATIN.match(word)]
    small = sum(len(word) for word in latin if word.islower())
    letters = sum(map(len, latin))
    english = Lexicon.for_language("en").function_words()
    return letters if any(word.lower() in english for word in latin) else small + (letters - small) / 3


def _within_script(sample: str, usual: str) -> str:
    """The language among those that share a script with `usual`, which it is where nothing speaks for another."""
    counts: Counter[str] = Counter()
    for weight, (lang, letters) in enumerate(reversed(_BY_LETTERS.get(usual, ())), 1):
        counts[lang] += weight * len(letters.findall(sample))
    best, most = counts.most_common(1)[0] if counts else (usual, 0)
    if most:
        return best
    words = _WORD.findall(sample.lower())
    for lang, frequent in _BY_WORDS.get(usual, {}).items():
        counts[lang] = sum(map(frozenset(frequent.split()).__contains__, words))
    return max(counts, key=lambda lang: (counts[lang], lang == usual), default=usual)


def _by_words(sample: str) -> str:
    """The language in Latin script whose frequent words and letters abound; English where none do."""
    english = Lexicon.for_language("en")
    function_words = english.function_words()
    pieces = sample.lower().split()
    if len(pieces) >= _LINE and sum(map(function_words.__contains__, pieces)) >= len(pieces) * _SURELY_ENGLISH:
        return "en"
    written = _WORD.findall(_CONTRACTED.sub("", sample))
    words = [word.lower() for word in written]
    for_english = [word for word in words if word in function_words]
    small = [word for word in written if word.islower() and len(word) > 1]
    unknown = english.uncounted(frozenset(small))
    known = 1 - sum(map(unknown.__contains__, small)) / max(1, len(small))
    if known >= _KNOWN:
        return "en"
    scores = _scores(words, unknown)
    if not _SPANISH.isdisjoint(sample):
        scores["es"] = scores.get("es", 0) + 1
    best = max(_LETTERS, key=lambda lang: scores.get(lang, 0))
    score = scores.get(best, 0)
    # "in", "was", "an" and "die" are English words and others: they say nothing.
    shared = sum(map(language_words()[best].__contains__, for_english))
    own, others = score - shared, len(for_english) - shared
    if known < _UNKNOWN and len(small) > 1 and own > others:
        return best if score >= _ENOUGH else ""
    if known < _UNKNOWN and len(small) >= _FEWEST_WORDS and others <= len(words) / 10:
        return ""
    return best if own >= max(_ENOUGH, _ENOUGH * others) else "en"


def _scores(words: list[str], unknown: frozenset[str]) -> dict[str, float]:
    """How many words of a text speak for each language: its frequent words, and `unknown` ones with its letters.

    Words that many languages share count for less, and so do letters. Names speak for no language.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    table = _languages_of()
    for word, count in Counter(words).items():
        languages = table.get(word, ())
        for lang in languages:
            scores[lang] += count * (1 if len(languages) < _FEWEST else _LETTER)
        if word in unknown and not languages and not word.isascii():
            special = frozenset(letter for letter in word if not letter.isascii())
            for lang, letters in _LETTERS.items():
                if special <= letters:
                    scores[lang] += count * _LETTER
    return dict(scores)


@cache
def _languages_of() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lang, words in language_words().items():
        for word in words:
            found.setdefault(word, set()).add(lang)
    return {word: frozenset(languages) for word, languages in found.items()}
