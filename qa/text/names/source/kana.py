"""Latin spellings of kana: Hepburn (ANSI Z39.11) and kunrei (ISO 3602:1989), long vowels written or not."""

from __future__ import annotations

from functools import cache

from qa.text.names.source.lattice import Lattice, Table, lattice, read_table

_HIRAGANA = 0x3041
_KATAKANA = 0x30A1
_KANA = 86
_TABLE = """
あ a
い i
う u -
え e
お o
か ka
き ki
く ku
け ke
こ ko
が ga
ぎ gi
ぐ gu
げ ge
ご go
さ sa
し shi si
す su
せ se
そ so
ざ za
じ ji zi
ず zu
ぜ ze
ぞ zo
た ta
ち chi ti
つ tsu tu
て te
と to
だ da
ぢ ji di
づ zu du
で de
ど do
な na
に ni
ぬ nu
ね ne
の no
は ha wa
ひ hi
ふ fu hu
へ he e
ほ ho
ば ba
び bi
ぶ bu
べ be
ぼ bo
ぱ pa
ぴ pi
ぷ pu
ぺ pe
ぽ po
ま ma
み mi
む mu
め me
も mo
や ya
ゆ yu
よ yo
ら ra
り ri
る ru
れ re
ろ ro
わ wa
を o wo
ん n m
ゔ vu
っ - k s t p c
ー - h
おう o ou oh oo
こう ko kou koh
そう so sou soh
とう to tou toh
のう no nou
ほう ho hou
ごう go gou
ろう ro rou roh
もう mo mou
よう yo you yoh
ゆう yu yuu
おお o oo oh
"""
_SMALL = ("ゃ", "a"), ("ゅ", "u"), ("ょ", "o")
_Y_ROW = {
    "き": ("ky",),
    "ぎ": ("gy",),
    "し": ("sh", "sy"),
    "じ": ("j", "zy", "jy"),
    "ち": ("ch", "ty"),
    "に": ("ny",),
    "ひ": ("hy",),
    "び": ("by",),
    "ぴ": ("py",),
    "み": ("my",),
    "り": ("ry",),
}


@cache
def _table() -> Table:
    rows = [
        f"{kana}{small} {' '.join(onset + vowel for onset in onsets)}"
        for kana, onsets in _Y_ROW.items()
        for small, vowel in _SMALL
    ]
    long = [
        f"{kana}{small}う {' '.join(onset + end for onset in onsets for end in (vowel, vowel + 'u'))}"
        for kana, onsets in _Y_ROW.items()
        for small, vowel in _SMALL[1:]
    ]
    return read_table("\n".join((_TABLE, *rows, *long)))


def kana(word: str) -> Lattice:
    """Latin spellings of a word in hiragana or katakana."""
    small = "".join(
        chr(ord(letter) - _KATAKANA + _HIRAGANA) if 0 <= ord(letter) - _KATAKANA < _KANA else letter for letter in word
    )
    return lattice(small, _table())
