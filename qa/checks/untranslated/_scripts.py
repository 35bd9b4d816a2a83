"""Scripts: which letters belong to which, and which scripts a language is written in."""

from __future__ import annotations

from qa.text.rare_pattern import RarePattern

# Letters and the marks on them, from Scripts.txt of the Unicode Character Database; common and Latin letters left out.
RANGES = {
    "Greek": "\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386\u0388-\u03f5\u03f7-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f",
    "Armenian": "\u0531-\u0556\u0561-\u0587",
    "Hebrew": "\u0591-\u05bd\u05d0-\u05f4\ufb1d-\ufb4f",
    "Arabic": "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc",
    "Syriac": "\u0710-\u074f",
    "Devanagari": "\u0900-\u0963\u0971-\u097f",
    "Bengali": "\u0980-\u09e3\u09f0\u09f1",
    "Gurmukhi": "\u0a01-\u0a5e\u0a70-\u0a75",
    "Gujarati": "\u0a81-\u0ae3",
    "Oriya": "\u0b01-\u0b63",
    "Tamil": "\u0b82-\u0bd7",
    "Telugu": "\u0c00-\u0c63",
    "Kannada": "\u0c80-\u0ce3",
    "Malayalam": "\u0d00-\u0d63",
    "Sinhala": "\u0d81-\u0ddf",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Lao": "\u0e81-\u0ecd",
    "Tibetan": "\u0f40-\u0fbc",
    "Burmese": "\u1000-\u103f\u1050-\u108f",
    "Georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Hangul": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Ethiopic": "\u1200-\u135a",
    "Khmer": "\u1780-\u17d3",
    "Mongolian": "\u1820-\u1878",
    "Kana": "\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9d",
    "Han": "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U0003134f",
    "Bopomofo": "\u3105-\u312f",
}
_CYRILLIC, _ARABIC, _DEVANAGARI = ("Cyrillic",), ("Arabic",), ("Devanagari",)
_SCRIPTS_OF = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "tt", "ba", "cv", "os", "uz"), _CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd"), _ARABIC),
    **dict.fromkeys(("hi", "mr", "ne", "sa", "mai", "bho", "kok"), _DEVANAGARI),
    **dict.fromkeys(("zh", "yue", "wuu", "lzh"), ("Han", "Bopomofo")),
    **dict.fromkeys(("bn", "as"), ("Bengali",)),
    **dict.fromkeys(("am", "ti"), ("Ethiopic",)),
    **dict.fromkeys(("he", "yi"), ("Hebrew",)),
    "mn": ("Cyrillic", "Mongolian"),
    "el": ("Greek",),
    "hy": ("Armenian",),
    "ka": ("Georgian",),
    "syr": ("Syriac",),
    "pa": ("Gurmukhi", "Arabic"),
    "gu": ("Gujarati",),
    "or": ("Oriya",),
    "ta": ("Tamil",),
    "te": ("Telugu",),
    "kn": ("Kannada",),
    "ml": ("Malayalam",),
    "si": ("Sinhala",),
    "th": ("Thai",),
    "lo": ("Lao",),
    "bo": ("Tibetan",),
    "dz": ("Tibetan",),
    "my": ("Burmese",),
    "km": ("Khmer",),
    "ko": ("Hangul", "Han"),
    "ja": ("Kana", "Han"),
}
_ONE_LETTER = {name: RarePattern(f"[{ranges}]") for name, ranges in RANGES.items()}


def scripts_of(lang: str) -> tuple[str, ...]:
    """The scripts beside Latin that texts in a language (base tag) are written in; none for Latin-script languages."""
    return _SCRIPTS_OF.get(lang, ())


def script_of(letter: str) -> str:
    """The script of a letter; "" for Latin and common characters."""
    for name, pattern in _ONE_LETTER.items():
        if pattern.match(letter):
            return name
    return ""
