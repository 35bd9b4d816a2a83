"""Names reduced to their bare letters, so that case, accents, hyphens and apostrophes make no difference."""

from __future__ import annotations

import re
import unicodedata

# Joined in front of Arabic names; "al-Assad" and "Assad" are one name.
ARTICLE = re.compile(r"(?i:al|el|an|as|ash|ar|ad|at|az|ul)[-‑](?=[^\W\d_a-z])")
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "ng",
        "ə": "a",
        "ŀ": "l",
        "ĸ": "k",
        "ƒ": "f",
    }
)
# Apostrophes, the letters that stand for glottal stops and soft signs, hyphens, full stops of initials.
_SILENT = str.maketrans(dict.fromkeys("'’‘ʼʻʽʾʿ`´ʹʺ′-‐‑‒–.·"))


def fold(form: str) -> str:
    """`form` in small letters without accents, apostrophes, hyphens and full stops; blanks stay.

    "Łódź" gives "lodz", "O’Brien" "obrien", "Al-Assad" "alassad", "İstanbul" "istanbul". Letters of other scripts than
    Latin stay as they are, in small letters.
    """
    if form.isascii():
        return form.lower().translate(_SILENT) if not form.isalpha() else form.lower()
    decomposed = unicodedata.normalize("NFKD", form).lower().translate(_SILENT).translate(_PLAIN)
    return unicodedata.normalize("NFC", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))


def name_key(written: str) -> str:
    """The bare letters of a name word, without an Arabic article in front of it."""
    return fold(ARTICLE.sub("", written) if "-" in written or "‑" in written else written)
