"""The Latin spellings of a source name, whatever its script."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from qa.text.names.source.arabic import arabic
from qa.text.names.source.cyrillic import cyrillic
from qa.text.names.source.endings import nominatives
from qa.text.names.source.greek import greek
from qa.text.names.source.han import han
from qa.text.names.source.hangul import hangul
from qa.text.names.source.kana import kana
from qa.text.names.source.latin import latin
from qa.text.names.source.lattice import Lattice, distance, plain


class Script(StrEnum):
    """A writing system that source names are read from."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"


CASED = frozenset({Script.LATIN, Script.CYRILLIC, Script.GREEK})
"""Scripts with capitals, by which names are found in the source itself."""


@cache
def _letters() -> re.Pattern[str]:
    """One group for each script, compiled when a source is read."""
    return re.compile(
        "([a-zA-Z\u00c0-\u024f\u1e00-\u1eff])|([\u0400-\u052f])|([\u0370-\u03ff\u1f00-\u1fff])"
        "|([\u0600-\u06ff\u0750-\u077f])|([\u3400-\u9fff])|([\u3040-\u30ff])|([\uac00-\ud7a3])"
    )


def script_of(word: str) -> Script | None:
    """The script of the first letter that has one of the known scripts."""
    match = _letters().search(word)
    return None if match is None or match.lastindex is None else tuple(Script)[match.lastindex - 1]


_OTHERS: Mapping[Script, Callable[[str], Lattice]] = MappingProxyType({
    Script.GREEK: greek,
    Script.HAN: han,
    Script.KANA: kana,
    Script.HANGUL: hangul,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spellings:
    """The Latin spellings of one form of a name. form: the source form in small letters."""

    form: str
    lattice: Lattice
    free_vowels: bool = False

    @property
    def usual(self) -> str:
        """The first spelling of the first scheme, folded ("gerasimov"); consonants only for Arabic script."""
        return plain(self.lattice)

    def distance(self, folded: str) -> float:
        """Edits between a folded Latin form and the nearest spelling: 0 where a scheme gives it."""
        return distance(self.lattice, folded, free_vowels=self.free_vowels)

    def similarity(self, folded: str) -> float:
        """1 where a scheme gives the form, 0 where nothing fits."""
        longest = max(len(folded), len(self.lattice), 1)
        return max(0.0, 1 - self.distance(folded) / longest)


def spellings(form: str, lang: str) -> Spellings:
    """The Latin spellings of a source form taken as it stands.

    Args:
        form: One word of the source.
        lang: Code of the source language.
    """
    script = script_of(form)
    if script is Script.CYRILLIC:
        return Spellings(form.lower(), cyrillic(form, lang))
    if script is Script.ARABIC:
        return Spellings(form, arabic(form), free_vowels=True)
    romanise = _OTHERS.get(script, latin) if script else latin
    return Spellings(form.lower(), romanise(form.lower()))


def inflected(form: str, lang: str) -> tuple[Spellings, ...]:
    """The Latin spellings of every dictionary form that a source form may belong to, its own first."""
    return tuple(spellings(each, lang) for each in nominatives(form.lower(), lang))


def accepted(form: str, lang: str, folded: str) -> bool:
    """Whether a scheme of the source language gives the folded Latin form for the source form or its nominative."""
    return any(each.distance(folded) == 0 for each in inflected(form, lang))
