"""Forms of one name for men and for women."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.text.names.gazetteer import Gazetteer

_FEWEST_LETTERS = 4
# Endings of family names and patronymics: how romanisations write the man's and the woman's form, folded. Sources: the
# national standards GOST 7.79, BGN/PCGN, DIN 1460 and usage in German, French, Polish, Czech, Baltic and Spanish spelling.
_PAIRS = tuple(
    (re.compile(rf"(?:{man})$"), re.compile(rf"(?:{woman})$"))
    for man, woman in (
        (r"[oeiyu][vwfu]{1,2}f?|[oe]ffe?", r"[oeiyu][vwfu]{1,2}f?(?:a|aite|iene|ait)"),
        (r"[iy]n[e]?|ine", r"[iy]na"),
        (
            r"[sc]k[ijy]{1,2}|[sc]k[iy]y|[sz]ki|ck[yi]|sk[oe]?y|skoi|skoj|skis|ckis",
            r"[sc]k[aá](?:ja|ya|ia|i[ae]|aia|aya|aja|y)?",
        ),
        (r"[cst]k[ijy]+|zk[ijy]+", r"[cst]ka(?:[jyi]a)?|zka(?:[jyi]a)?"),
        (r"[kghnrltmvdbcsz][yi][jiy]?|oy|oi|oj", r"[kghnrltmvdbcsz]a(?:[jyi]a)|n[ae]ja|naya|naia"),
        (r"[nkhrltv]y", r"[nkhrltv]a"),
        (
            r"[vw]i(?:t?ch|tsch|c|cz|ts|tz|tj|tx|cs|ch|s)|[vw]yc?h|ov[yi]c|[vw]ytch|ich|yc|itj",
            r"[vwif]?[vw]?n[ae]|[iy]chna|icna|inichna",
        ),
        (r"(?:poul|id|ak|at|ell|oul)?os", r"(?:poul|id|ak|at|ell|oul)?ou"),
        (r"[aeiuy]s|as", r"(?:aite|yte|ute|iene|aitė|[aeiou]vna)"),
        (r"ns|is|ins|[tdrlkmv]s", r"na|a|ina"),
        (r"s?sson", r"s?sdott[ie]r"),
        (r"(?:[a-z]{2}[^aeiou])", r"ova"),
    )
)
# "Lenk" and "Lenkova", "Tveitek" and "Tveitkova": the Czech and Slovak ending on any name.
_CZECH = re.compile(r"ova$")


def are_gender_forms(a: str, b: str, known: Gazetteer) -> bool:
    """Whether one folded form is a man's and the other the woman's form of a family name, patronymic or given name.

    Romanisations may differ ("Lenkoff", "Lenkowa"); likeness of the stems is asked only roughly, because the question
    is put for pairs that are alike. Given names in -o and -a or with an added -a count only when both are known names
    that share no item (see `Gazetteer`), since local forms of places end so as well.
    """
    if min(len(a), len(b)) < _FEWEST_LETTERS or a[-1] == b[-1]:
        return False
    for man, woman in ((a, b), (b, a)):
        if _are_family_forms(man, woman) or _are_given_forms(man, woman, known):
            return True
    return False


def _are_family_forms(man: str, woman: str) -> bool:
    if (
        woman.endswith("ova")
        and len(man) > 3
        and woman[:-3].rstrip("aeo")[:-1] == man.rstrip("aeiouy")[: len(woman[:-3].rstrip("aeo")) - 1]
        and abs(len(woman) - len(man) - 3) <= 2
    ):
        return True
    for masculine, feminine in _PAIRS[:-1]:
        one, two = masculine.search(man), feminine.search(woman)
        if one and two and _like_stems(man[: one.start()], woman[: two.start()]):
            return True
    return False


def _like_stems(one: str, two: str) -> bool:
    if not one or not two:
        return False
    return abs(len(one) - len(two)) <= 3


def _are_given_forms(man: str, woman: str, known: Gazetteer) -> bool:
    added = woman in (f"{man}a", f"{man}ia", f"{man}e", f"{man}ine", f"{man}ina")
    changed = man[:-1] == woman[:-1] and man[-1] in "oe" and woman[-1] == "a"
    if not (added or changed):
        return False
    return known.is_person(man) and known.is_person(woman) and not known.shares_item(man, woman)
