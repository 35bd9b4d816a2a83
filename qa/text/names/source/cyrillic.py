"""Latin spellings of Cyrillic letters, for each language by its own schemes.

Strict spellings come from: BGN/PCGN romanisation systems (Russian 1947, Ukrainian 1965 and 2019, Bulgarian 1952 and
2013, Belarusian 1979, Serbian and Macedonian 2005 and 2013); ISO 9:1995, accents left out; ICAO Doc 9303 part 3 section
6 (passports); the Ukrainian national system (Cabinet of Ministers resolution 55, 27 January 2010); the Bulgarian
Transliteration Act (State Gazette 19/2009); Gaj's Latin alphabet; and what the English-language press writes ("-y" for
"-ий"). Loose ones are those of names that came to the source language from a third one, and of German, French and
Polish spellings of Russian names.
"""

from __future__ import annotations

from functools import cache

from qa.text.names.source.lattice import Lattice, Table, lattice, read_table

_COMMON = """
а a | e u
б b
в v | w ff f wh
г g | h gh gu
д d | dd
е e ye je | ie i ay ai a eu oe
ё yo e io jo | o ie eo ye eu oe
ж zh z j | g dzh
з z | s ss
и i | y ee ie e ea j u
й y i j | -
ий$ y i iy ii ij yi | ie ee
ый$ y yi iy yy i
ия$ ia iya ija ya | ie
ия ia iya ija
к k | c q ck ch x cc
л l | ll
м m
н n | gn
о o | a au eau ou oh aw
п p | b
р r | rh
с s ss | c th ce sz z
т t | th d
у u ou | w oo oe wh ew
ф f | ph ff th v
х kh h | ch j x
ц ts c tc | tz z cz
ч ch c | tch tsch cz cc ci
ш sh s | sch ch sz
щ shch sch s | sh chtch szcz st
ъ - ie y
ы y | i ui
ь - y i
э e | a ae eh ai ea
ю yu iu ju | u ue
я ya ia ja | a ea ja
кс ks x
др$ dr | der dre
тр$ tr | ter
дж dzh j | g dj
ей ey ei ej ay | ai
ай ay ai aj | i y igh
эй ey ei ay | a ai ei
ау au | ow aw
уо uo wo wa | wal wo
уи ui wi
уэ ue we
уа ua wa oua | oi
ье ye ie e ye je
ьё yo io e ye ie
ья ya ia ja
ью yu iu ju
ьо yo io o
"""
_UKRAINIAN = """
г h g | gh
ґ g
и y i | e
і i | y e
ї yi i ji | y
й y i j | -
є ye ie je | e
е e | ye
зг zgh zh
х kh h | ch
ц ts c | tz z
щ shch sch
ий$ y yi yy yj iy i
ій$ iy i y ii ij
ія$ ia iya ija
ія ia iya ija
ьо yo io o
"""
_BELARUSIAN = """
і i | y
ў u w v
г h g
й y i j | -
іў iu iw
"""
_BULGARIAN = """
щ sht
ъ a u | y o
х h kh
ь y -
ия$ ia iya ija
"""
_SERBIAN = """
в v | w
ђ d dj dz
е e | ye
ж z zh
ј j y i
љ lj ly l
њ nj ny n
ћ c ch
ц c ts | tz z
ч c ch
џ dz dzh j
ш s sh
х h kh
ѓ g gj
ќ k kj c
ѕ dz
и i
дж dz dzh j
"""


@cache
def _table(lang: str) -> Table:
    """The table of a language; Russian for those without one of their own (Kazakh, Kyrgyz, Tajik ...)."""
    own = {
        "uk": _UKRAINIAN,
        "be": _BELARUSIAN,
        "bg": _BULGARIAN,
        "sr": _SERBIAN,
        "mk": _SERBIAN,
        "bs": _SERBIAN,
    }
    return read_table(_COMMON + own.get(lang, ""))


def cyrillic(word: str, lang: str) -> Lattice:
    """Latin spellings of a Cyrillic word.

    Args:
        word: The word in any case.
        lang: Code of its language, which decides what a letter becomes (Russian "Г" is G, Ukrainian "Г" is H).
    """
    return lattice(word.lower(), _table(lang))
