"""Where in a source without capitals a name of the translation may stand, told by its sound.

Only the translation shows what is a name there. A form is looked up in the runs of characters that have its length and
its sounds; what is found is a place, not a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.text.names.source.arabic import arabic
from qa.text.names.source.han import transcribed
from qa.text.names.source.hangul import hangul
from qa.text.names.source.kana import kana
from qa.text.names.source.lattice import Lattice, distance
from qa.text.names.source.romanise import Script, script_of
from qa.text.rare_pattern import RarePattern

_RUN = RarePattern(r"[\u3400-\u9fff]+|[\u3040-\u30ffー]+|[\uac00-\ud7a3]+|[\u0621-\u06ff]+")
_LONGEST = {Script.HAN: 6, Script.KANA: 9, Script.HANGUL: 6}
_SHORTEST = {Script.HAN: 2, Script.KANA: 2, Script.HANGUL: 2, Script.ARABIC: 3}
_FEWEST_SOUNDS = 3
_MOST_EDITS = 1.0
_PREFIXES = re.compile("^(?:[وفبلك]?ال|[وفبل])")
_SHORTEST_ARABIC = 3


class Listener:
    """Finds the runs of a source that sound like a Latin form; remembers what it compared."""

    def __init__(self, lang: str) -> None:
        """Listen to a language, by its code: characters of Japanese names have no readings to go by."""
        self._lang = lang
        self._sounds: dict[str, tuple[Lattice, bool]] = {}
        self._heard: dict[tuple[str, str], float] = {}

    @property
    def reads(self) -> bool:
        """Whether Chinese characters of the language have readings."""
        return self._lang == "zh"

    def pieces(self, source: str) -> set[str]:
        """Every run of characters that may be a name."""
        return {piece for match in _RUN.finditer(source) for piece in self._cut(match.group())}

    def _cut(self, run: str) -> Iterator[str]:
        script = script_of(run)
        if script is Script.ARABIC:
            yield run
            bare = _PREFIXES.sub("", run)
            if len(bare) >= _SHORTEST_ARABIC:
                yield bare
        elif script in _LONGEST and (script is not Script.HAN or self.reads):
            longest, shortest = _LONGEST[script], _SHORTEST[script]
            for start in range(len(run)):
                for end in range(start + shortest, min(start + longest, len(run)) + 1):
                    yield run[start:end]

    def distance(self, piece: str, folded: str) -> float:
        """How far a Latin form is from what a run of the source sounds like, in edits; 0 where it is one of them."""
        key = piece, folded
        if key not in self._heard:
            sounds, free = self._sound(piece)
            fits = _FEWEST_SOUNDS <= len(sounds) <= len(folded) + 1 and _begins(sounds, folded)
            self._heard[key] = distance(sounds, folded, free_vowels=free) if fits else float(len(folded))
        return self._heard[key]

    def _sound(self, piece: str) -> tuple[Lattice, bool]:
        if piece not in self._sounds:
            script = script_of(piece)
            if script is Script.HAN:
                self._sounds[piece] = transcribed(piece), True
            elif script is Script.KANA:
                self._sounds[piece] = kana(piece), False
            elif script is Script.HANGUL:
                self._sounds[piece] = hangul(piece), False
            else:
                self._sounds[piece] = arabic(piece), True
        return self._sounds[piece]

    def hears(self, piece: str, folded: str) -> bool:
        """Whether a run of the source may stand for a Latin form."""
        return self.distance(piece, folded) <= _MOST_EDITS


def _begins(sounds: Lattice, folded: str) -> bool:
    """Whether a form begins with the first sound or with a vowel: a cheap first question."""
    return folded[0] in "aeiouy" or any(folded.startswith(spelling) for spelling in sounds[0].strict if spelling)
