"""Latin consonants of Arabic and Persian letters; short vowels are not written, so they may be anything.

Strict spellings from BGN/PCGN (Arabic 1956, Persian 1958), ALA-LC 1997 and United Nations resolution II/8, accents left
out, and the spellings usual in the Maghreb and in Egypt ("Gamal", "Cherif", "Bouteflika").
"""

from __future__ import annotations

import unicodedata
from functools import cache

from qa.text.names.source.lattice import Lattice, Table, lattice, read_table

_TABLE = """
ا - a
آ a
ء -
ئ - y i
ؤ - w o u
ب b p
پ p
ت t
ث th s t
ج j g dj dzh
چ ch
ح h
خ kh h x
د d
ذ dh z th d
ر r
ز z
ژ zh j
س s ss c
ش sh ch
ص s ss c
ض d dh z
ط t
ظ z dh th
ع - a
غ gh g r
ف f v p ph
ق q k g gh c
ك k c g q ck ch
ک k c g q ck ch
گ g
ل l
م m
ن n
ه h -
و w u o v ou oo -
ي y i e j ee -
ی y i e j ee -
ى a e
ة a ah e eh t h at -
ال al el a l
"""


@cache
def _table() -> Table:
    return read_table(_TABLE)


def arabic(word: str) -> Lattice:
    """The consonants of an Arabic or Persian word with their Latin spellings; compare with `free_vowels`."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter) and letter != "ـ"
    )
    return lattice(bare, _table())
