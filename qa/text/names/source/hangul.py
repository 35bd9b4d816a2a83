"""Latin spellings of Hangul: Revised Romanisation (2000), McCune-Reischauer (1939), and the usual ones of surnames.

Syllables are taken apart by the arithmetic of the Unicode Standard, section 3.12. Surnames are spelt by their bearers;
the usual spellings are those of the passports of the commonest ones (National Institute of Korean Language, 2007).
"""

from __future__ import annotations

from qa.text.names.source.lattice import Lattice, Sound

_FIRST = 0xAC00
_LAST = 0xD7A3
_VOWEL_COUNT = 21
_FINAL_COUNT = 28
_INITIALS = tuple(
    tuple(each.split("/"))
    for each in "g/k kk/gg n d/t tt/dd r/l m b/p pp/bb s/sh ss/s -/ j/ch/c jj/tch ch/c k t p h".split()
)
_VOWELS = tuple(
    tuple(each.split("/"))
    for each in (
        "a/ah ae/ai ya yae/yai eo/o/u/oe e yeo/yo/you/yu ye o/oh wa/oa wae/wai oe/oi yo u/oo/w wo/weo we wi/ui yu/yoo"
        " eu/u ui/eui/i i/ee/yi"
    ).split()
)
_FINALS = tuple(
    tuple(each.split("/"))
    for each in (
        "- k/g/ck kk/k k/g n n/nj n/nh t/d l/r k/g/lk m/lm p/b/lb l l p/lp l m p/b p/bs t/s t/ss ng t/j t/ch k t p t/h"
    ).split()
)
_SURNAMES = {
    "김": "kim gim",
    "이": "lee yi rhee i ri li",
    "박": "park pak bak bahk",
    "최": "choi choe chae",
    "정": "jung chung jeong chong",
    "강": "kang gang",
    "조": "cho jo joe",
    "윤": "yoon yun youn",
    "장": "jang chang",
    "임": "lim im rim yim",
    "한": "han hahn",
    "오": "oh o",
    "서": "seo suh so",
    "신": "shin sin",
    "권": "kwon gwon",
    "황": "hwang whang",
    "안": "ahn an",
    "송": "song",
    "류": "ryu yoo yu",
    "유": "yoo yu ryu you",
    "전": "jeon jun chun",
    "홍": "hong",
    "고": "ko go koh",
    "문": "moon mun",
    "양": "yang",
    "손": "son sohn",
    "배": "bae pae",
    "백": "baek paik paek",
    "허": "heo hur huh ho",
    "노": "roh noh no",
    "남": "nam",
    "심": "shim sim",
    "하": "ha hah",
    "주": "joo ju chu",
    "구": "koo gu ku",
    "우": "woo u",
}


def hangul(word: str) -> Lattice:
    """Latin spellings of a word in Hangul syllables; its first one may be a surname with a spelling of its own."""
    sounds: list[Sound] = []
    for at, letter in enumerate(word):
        code = ord(letter) - _FIRST
        if not 0 <= code <= _LAST - _FIRST:
            continue
        if at == 0 and letter in _SURNAMES:
            usual = tuple(_SURNAMES[letter].split())
            sounds.append(Sound(usual))
            continue
        initial, rest = divmod(code, _VOWEL_COUNT * _FINAL_COUNT)
        vowel, final = divmod(rest, _FINAL_COUNT)
        sounds += [_sound(_INITIALS[initial]), _sound(_VOWELS[vowel]), _sound(_FINALS[final])]
    return tuple(sounds)


def _sound(spellings: tuple[str, ...]) -> Sound:
    return Sound(tuple("" if spelling == "-" else spelling for spelling in spellings))
