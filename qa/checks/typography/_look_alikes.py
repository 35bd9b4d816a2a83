"""Letters of other scripts that look like Latin ones, for the checks that tell scripts apart.

Chosen from the Unicode file confusables.txt (Unicode Technical Standard #39): only pairs that look alike in common
fonts, upright and in the same case.
"""

from __future__ import annotations

CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"})
"""Languages in Cyrillic script."""
CYRILLIC_TO_LATIN = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕЅЗІЈКМНОРСТУХҺԌԚԜ",
    "aeopcyxijshdqwABES3IJKMHOPCTYXHGQW",
)
GREEK_TO_LATIN = str.maketrans("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX")
LATIN_TO_CYRILLIC = str.maketrans("aeopcyxijsABEKMHOPCTYXIJS", "аеорсухіјѕАВЕКМНОРСТУХІЈЅ")
LATIN_TO_GREEK = str.maketrans("oABEZHIKMNOPTYXv", "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧν")


def as_latin(letters: str) -> str | None:
    """Cyrillic or Greek letters as the Latin ones they look like; None where one of them looks like no Latin letter."""
    latin = letters.translate(CYRILLIC_TO_LATIN).translate(GREEK_TO_LATIN)
    return latin if latin.isascii() else None
