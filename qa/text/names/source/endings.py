"""Which dictionary forms an inflected source name may belong to.

A table of endings instead of a dictionary: every form that a declension allows is offered, and the Latin spelling of
the target decides. The declensions are those of the grammars (Russkaya grammatika 1980, sections 1175-1232 and
1283-1318; for the other languages the corresponding tables), without forms that names do not have.
"""

from __future__ import annotations

from functools import cache

_SHORTEST_STEM = 3


def _rows(lines: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Rows "dictionary ending: endings", "-" for none, longest endings first."""
    found: dict[str, list[str]] = {}
    for line in lines.strip().splitlines():
        nominative, _, endings = line.partition(":")
        for ending in endings.split():
            found.setdefault(ending, []).append(nominative.strip().replace("-", ""))
    return tuple((ending, tuple(found[ending])) for ending in sorted(found, key=len, reverse=True))


_RUSSIAN = """
-: а у ом ем е ы и ов ам ами ах ым ых ыми
ь: я ю ем е и ью
й: я ю ем ём е и
а: ы и у ой ою е ей
я: и ю ей ею е ёй
о: а у ом е
е: я ю ем а у
ия: ии ию ией
ие: ия ию ием ии
ий: ого его ому ему им ым ом ем ие их ими ия ию ием ии
ый: ого ому ым ом ые ых ыми
ой: ого ому ым им ом ые ых
ая: ой ую ою ей юю
ое: ого ому ым ом
ова: овой ову ове
ева: евой еву еве
ина: иной ину ине
ел: ла лу лом ле
ец: ца цу цем цом це цы цев
ок: ка ку ком ке
ек: ка ку ком ке
ень: ня ню нем не
ей: ья ью ьем ье
"""
_UKRAINIAN = """
-: а у ом ем і ові еві и ів ам ами ах им
ь: я ю ем і еві
й: я ю єм ї єві
а: и і у ою ї
я: і ю ею ї єю
о: а у ом і ові
е: я ю ем
ія: ії ію ією
ий: ого ому им их ими
ій: ього ьому ім
ька: ької ьку ькою ькій
ова: ової ову овою овій
ева: евої еву евою
ець: ця цю цем цеві ці
ок: ка ку ком кові
ів: ова ову овом ові ева
їв: єва єву євом єві
"""
_SERBIAN = """
-: а у ом ем и е ове
а: е и у ом о
о: а у ом
ић: ића ићу ићем ићи
и: ог ом им ија ију ијем
ја: је ји ју јом
ац: ца цу цем
"""
_GREEK = """
ος: ου ο ε
ης: η
ας: α
ες: ε
η: ης ην
α: ας αν
ο: ου
ων: ωνα ωνος
ις: ι
υς: υ
"""
_POLISH = """
-: a owi em ie u iem
a: y i ę ą ie e
ski: skiego skiemu skim
cki: ckiego ckiemu ckim
ska: skiej ską
cka: ckiej cką
ek: ka kowi kiem ku
ec: ca cowi cem cu
o: a u em
"""
_CZECH = """
-: a u ovi em e i ů
a: y u ou ě
ová: ové ovou
ský: ského skému ským
ek: ka kovi kem
ec: ce ci cem
"""
_TABLES = {
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "be": _RUSSIAN,
    "sr": _SERBIAN,
    "mk": "",
    "bg": "",
    "bs": _SERBIAN,
    "el": _GREEK,
    "pl": _POLISH,
    "cs": _CZECH,
    "sk": _CZECH,
    "hr": "-: a u om em e i\na: e i u om",
    "sl": "-: a u om em\na: e i o",
    "de": "-: s es n",
    "sv": "-: s",
    "da": "-: s",
    "nb": "-: s",
    "no": "-: s",
    "nl": "-: s",
}


@cache
def _endings(lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return _rows(_TABLES.get(lang, ""))


def nominatives(word: str, lang: str) -> tuple[str, ...]:
    """The forms that `word` (small letters) may be an inflected form of, itself first.

    Args:
        word: A name as it stands in the source, in small letters.
        lang: Code of the language; without a table the word itself is the only answer.
    """
    found = {word: None}
    for ending, dictionary_endings in _endings(lang):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            found.update(dict.fromkeys(stem + each for each in dictionary_endings))
    return tuple(found)
