"""Which indefinite article a word, an initialism or a number takes in English, by its first sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Article = Literal["a", "an"]

_VOWELS = frozenset("aeiouAEIOUæœÆŒàáâãäåèéêëìíîïòóôõöøÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖØ")
_VOWEL_NAMED = frozenset("AEFHILMNORSX")  # letters whose English names start with a vowel sound
# Spellings that leave the first sound open; such a word gets an article only when it is in the table.
_OPEN_START = re.compile(
    r"eu|ew|uni|u[bklrstvyz][aeiou]|uga|ou|on[ce]|y[^aeiou]|hon[eo]|heir|hour|hors|herb|x[^aeiou]", re.IGNORECASE
)
_SAID_AS_WORDS = re.compile(r"[AEIOUY]")
_SPOKEN_INITIAL = re.compile(r"[A-Z](?:$|[.'\-&+/\d])|[A-Z](?:\.[A-Z])+|[a-z][A-Z]")
_PLURAL_INITIALISM = re.compile(r"[A-Z]{2,}s?$")
_TWO_SOUNDS = frozenset("FHLMNRSUX")  # the letter's name and the letter itself take different articles
_INNER_CAPITAL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<=.)[A-Z]")
_CURRENCY = "$€£¥₽₹₴₺₩₪"
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?![,\d])")


def _number_article(text: str) -> Article | None:
    """Article before digits: by the sound of the first number word (eight, eleven, eighteen start with a vowel)."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    groups = match.group().split(",")
    digits = groups[0]
    if len(groups) == 1 and len(digits) == 4:
        if digits.startswith("11"):
            return None  # "eleven hundred" or "one thousand one hundred"
        return "an" if digits[0] == "8" or digits.startswith("18") else "a"
    lead = digits[: (len(digits) - 1) % 3 + 1]
    return "an" if lead[0] == "8" or lead in ("11", "18") else "a"


def _initialism_article(word: str) -> Article | None:
    """Article before capitals: sure only where reading them as letters and as a word agree, or no vowel is there."""
    first = word[0]
    letters = word.removesuffix("s")
    if first == "U":
        return "a" if len(letters) <= 3 else None
    if first in "AEIO":
        return "an"
    if first not in _VOWEL_NAMED:
        return "a"
    return None if _SAID_AS_WORDS.search(letters) else "an"


def _word_article(word: str, known: Mapping[str, str], is_lower_word: Callable[[str], bool]) -> Article | None:
    """Article before one word of letters."""
    initialism = _PLURAL_INITIALISM.match(word)
    keys = (word, word.rstrip("s")) if initialism else (word.lower(),)
    for key in keys:
        verdict = known.get(key)
        if verdict is not None:
            return "a" if verdict == "a" else "an" if verdict == "an" else None
    if initialism:
        article = _initialism_article(word)
        # A heading in capitals: trust the answer only if the lower-case word would get the same one.
        if is_lower_word(word.lower()):
            return article if _word_article(word.lower(), known, is_lower_word) == article else None
        return article
    if _OPEN_START.match(word) or not word[0].isascii():
        return None
    if word[0] in _TWO_SOUNDS and _INNER_CAPITAL.search(word):
        return None  # "MoD", "NGOs'": said as letters or as a word
    return "an" if word[0] in _VOWELS else "a"


def _letters_article(text: str, known: Mapping[str, str], is_lower_word: Callable[[str], bool]) -> Article | None:
    """Article before a text that starts with a letter: a spoken initial, a compound or a plain word."""
    if _SPOKEN_INITIAL.match(text):
        return "an" if text[0].upper() in _VOWEL_NAMED else "a"
    whole = text.partition("'")[0]
    if "-" in whole and whole.lower() in known:
        return _word_article(whole, known, is_lower_word)
    first = re.split(r"[-/]", whole, maxsplit=1)[0]
    return _word_article(first, known, is_lower_word) if first.isalpha() and len(first) > 1 else None


def article_before(text: str, exceptions: Mapping[str, str], is_lower_word: Callable[[str], bool]) -> Article | None:
    """The article before a text, or None when it is unsure or either will do.

    Args:
        text: What follows the article, with plain apostrophes; opening quotes and currency signs are skipped.
        exceptions: Word (initialisms in capitals, the rest lower case) -> "a", "an" or "either".
        is_lower_word: Whether a lower-case word is usually written so; tells shouted words from initialisms.
    """
    bare = text.lstrip("\"'“‘([" + _CURRENCY)
    if not bare[:1].isalnum():
        return None
    return _number_article(bare) if bare[0].isdigit() else _letters_article(bare, exceptions, is_lower_word)
