"""Forms of one name for men and for women."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.text.names.gazetteer import Gazetteer

_FEWEST_LETTERS = 4
_STEMS_DIFFER = 3
"""Letters by which stems may differ in length and still be romanisations of one."""

# Endings of family names and patronymics, man's and woman's, folded, as the national standards (GOST 7.79, BGN/PCGN,
# DIN 1460) and German, French, English, Polish, Czech, Spanish, Baltic, Greek and Icelandic usage write them.
_V = "(?:v|w|f|ff|vv|u)"
_SK = "(?:[sc]k|zk|ck|tsk)"
_ENDINGS = (
    # Petrov-like, also Belarusian -au and Lithuanian plurals; -in; the Czech ending on -in
    (rf"[aeoiyu]{_V}e?", rf"[aeoiyu]{_V}(?:a|aite|iene|as)"),
    (rf"[aeoiyu]{_V}(?:as|i|y)", rf"[aeoiyu]{_V}a"),
    ("[iy]ne?", "[iy]n(?:a|aite|iene)"),
    # -sky
    (rf"{_SK}(?:[iy]|[iy][ijy]|oi|oj|oy|ey|ei|is)", rf"{_SK}a(?:[ijy]?a|[ijy]e|y)?"),
    ("s[ck]c?[iy]|cc[iy]", f"{_SK}a"),
    # other adjectives
    ("[^aeiou](?:[iy]|[iy][ijy]|oi|oj|oy|ey)", "[^aeiou]a[ijy]a"),
    ("[nkhrltvm]y", "[nkhrltvm]a"),
    # patronymics
    ("(?:v|w|y|h)?(?:i|y|ie)(?:t?ch|tsch|c|cz|ts|tz|tj|tx|cs|sj|s)", "(?:v|w|f|vv|wj?)?n[ae]|[iy]ch?na"),
    # Greek, Lithuanian, Latvian, Icelandic
    ("os", "ou"),
    ("(?:au|i|y|u|a|iu)?s", "(?:ai|y|u|iu)te|(?:au)?(?:sk|ck)?iene"),
    ("[^aeiou]i?s", "[^aeiou]i?a"),
    ("s?sson|son", "s?dott[ie]r"),
)
_PAIRS = tuple((re.compile(f"(?:{man})$"), re.compile(f"(?:{woman})$")) for man, woman in _ENDINGS)
# "Tveit" and "Tveitova": Czech, Slovak and Polish endings on any name.
_ADDED = re.compile("(?:o[vw]as?|owna)$")
_GIVEN_ADDED = ("a", "ia", "ya", "ina", "ine")
_GIVEN_CHANGED = (("o", "a"), ("e", "a"), ("os", "a"), ("us", "a"), ("en", "ina"), ("io", "ia"))


def are_gender_forms(a: str, b: str, known: Gazetteer) -> bool:
    """Whether one folded form is a man's and the other the woman's form of a family name, patronymic or given name.

    Romanisations may differ ("Lenkoff", "Lenkowa"): of the stems only the lengths are compared, because the question is
    put for pairs that are alike. Given names count only when both forms are known names of persons, since local forms
    of places end so as well.
    """
    if min(len(a), len(b)) < _FEWEST_LETTERS or a[-1] == b[-1]:
        return False
    return any(_are_family_forms(man, woman) or _are_given_forms(man, woman, known) for man, woman in ((a, b), (b, a)))


def _are_family_forms(man: str, woman: str) -> bool:
    added = _ADDED.search(woman)
    if added and man.rstrip("e")[-1:] == woman[added.start() - 1 : added.start()]:
        return True
    for masculine, feminine in _PAIRS:
        one, two = masculine.search(man), feminine.search(woman)
        if one and two and one.start() and two.start() and abs(one.start() - two.start()) <= _STEMS_DIFFER:
            return True
    return False


def _are_given_forms(man: str, woman: str, known: Gazetteer) -> bool:
    added = woman.startswith(man) and woman[len(man) :] in _GIVEN_ADDED and man[-1] not in "aeio"
    changed = any(man.endswith(his) and woman == man.removesuffix(his) + hers for his, hers in _GIVEN_CHANGED)
    # Ukrainian names in -nko are written -nka in Belarus, by men too.
    forms = added or (changed and not man.endswith("nko"))
    return forms and known.is_person(man) and known.is_person(woman)
