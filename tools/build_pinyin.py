"""Builds qa/text/data/names/pinyin.txt: the readings of Chinese characters, one syllable a line.

    python tools/build_pinyin.py        # needs pypinyin 0.55 (MIT), nothing else

Characters are those of GB 2312 and of the first plane of Big5 (the sets of everyday use on the mainland and in Taiwan),
readings those of pypinyin's table without tones. Behind "|" stand the characters for which a syllable is not the first
reading: a reading too many costs a missed slip, a reading too few a false alarm.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "qa/text/data/names/pinyin.txt"
BIG5_FIRST_PLANE = (0xA440, 0xC67E)
MOST_READINGS = 4


def is_everyday(character: str) -> bool:
    """Whether a character belongs to GB 2312 or to the first plane of Big5."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        pass
    else:
        return True
    try:
        code = int.from_bytes(character.encode("big5"), "big")
    except UnicodeEncodeError:
        return False
    return BIG5_FIRST_PLANE[0] <= code <= BIG5_FIRST_PLANE[1]


def bare(reading: str) -> str:
    """A reading without its tone; "ü" is written "v" as in input methods."""
    decomposed = unicodedata.normalize("NFD", reading.replace("ê", "e"))
    umlaut = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in "\u0300\u0301\u0304\u030c"))
    return umlaut.replace("ü", "v")


def main() -> None:
    """Writes the table."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 - only here

    syllables: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for code, readings in PINYIN_DICT.items():
        character = chr(code)
        if is_everyday(character):
            found = dict.fromkeys(bare(reading) for reading in readings.split(","))
            for rank, reading in enumerate(list(found)[:MOST_READINGS]):
                if reading.isascii() and reading.isalpha():
                    syllables[reading][min(rank, 1)].add(character)
    lines = [f"{key}:{'|'.join(''.join(sorted(each)) for each in both)}" for key, both in sorted(syllables.items())]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} syllables, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
