"""Text read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span

if TYPE_CHECKING:
    from qa.core.document import Segment
    from qa.text.analysis import Analysis

_TYPOGRAPHIC = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u2122"


def _image(start: int, end: int, encoding: str) -> str:
    """The characters that the bytes `start` to `end` (inclusive) give in `encoding`, and in Latin-1."""
    decoded = "".join(bytes([byte]).decode(encoding, "ignore") for byte in range(start, end + 1))
    return "".join(sorted(set(decoded + "".join(map(chr, range(start, end + 1))))))


def _in_class(characters: str) -> str:
    return "".join(re.escape(character) for character in characters)


# C: how the second and later bytes of a UTF-8 sequence look when read as Windows-1252 or Latin-1; Q: without the marks
# that may well follow a capital in sound text. K: the same bytes read as Windows-1251.
_C = _in_class(_image(0x80, 0xBF, "cp1252"))
_Q = _in_class("".join(character for character in _image(0x80, 0xBF, "cp1252") if character not in _TYPOGRAPHIC))
_K = _in_class("".join(character for character in _image(0x80, 0xBF, "cp1251") if not "\x80" <= character <= "\x9f"))
_MAC = "ôúùìîïò¶¢"
_SEQUENCES = (
    rf"[âÂ][€‚„†ˆœ˜\x80\x82\x84\x86\x88\x9c\x98][{_C}]",
    rf"Ã[{_Q}]|(?<![A-ZÇÃÕÁÉÍÓÚÂÊÔ])Ã[{_C}]",
    r"Â[\xa0-\xbf]",
    rf"(?<=[a-z])[ÄÅ][{_C}]|[ÄÅ][{_Q}](?=[a-z])|[ÄÅ][\x80-\x9f]",
    rf"(?:[ÐÑ][{_C}]){{2,}}|(?:[ÎÏ][{_C}]){{2,}}|(?:×[{_C}]){{2,}}|(?:[ØÙÚÛ][{_C}]){{2,}}",
    rf"(?:[ã-é][{_C}][{_C}]){{2,}}|(?:à[¤-¾][{_C}]){{2,}}|ï¼[{_C}]|ï»¿|ï¿½|ðŸ[{_C}][{_C}]",
)
_LATIN = re.compile(f"(?=[Â-Ôà-ïð×ØÙÚÛâ])(?:{'|'.join(_SEQUENCES)})+")
_CYRILLIC = re.compile(rf"(?:[РС][{_K}]){{3,}}|(?:вЂ[{_K}])+")
_MACINTOSH = re.compile(rf"‚Ä[{_MAC}]|√[©®†°¢¥±ßàâäçèéêëíïñóôöùûü]")
_BYTES_AS_LETTERS = re.compile(r"(?<![^\W\d_])[À-ÿ]{5,}(?![^\W\d_])")
_LOST_APOSTROPHE = re.compile(r"\?(?=(?P<ending>t|s|ll|d|re|ve|m)\b)")
_CONTRACTION = re.compile(
    r"(?:[a-z]n\?t|\b(?:[Ii]t\?s|[Hh]e\?(?:s|ll|d)|(?:[Tt]hey|[Ww]e|[Yy]ou)\?(?:re|ve|ll)|I\?(?:m|ve|ll)))\Z"
)
_LONGEST_PRONOUN = 5
_LATIN_LEADS = frozenset("âÂÃÄÅÐÑÎÏ×ØÙÚÛãäåæçèéàïð")
# One of these is in every garbled sequence; the rest of their characters occur in sound text as well.
_TELLING = frozenset("ÂÃâ") | frozenset(_image(0x80, 0xBF, "cp1252")) - frozenset(f"{_TYPOGRAPHIC}€£°§«»©®½·\xa0")
_ACCENTED = frozenset(map(chr, range(0xC0, 0x100)))
_FEWEST_LETTERS = 3
_OTHERS = ((frozenset("РСв"), _CYRILLIC, "cp1251"), (frozenset("‚√"), _MACINTOSH, "mac-roman"))


class Mojibake(Check):
    """Characters are what is left of others after the text was read in the wrong encoding.

    What it flags:
        UTF-8 read as Windows-1252, Latin-1, Windows-1251 or Mac Roman, once or twice; Russian of Windows-1251 read as
        Latin-1; in English, a question mark where an apostrophe stood. The fix is the text as it was.

    Why it matters:
        The reader sees garbage, and it is plain that nobody looked.

    When it is wrong:
        In texts about encodings.

    Sources:
        The Unicode Standard, section 3.9, table of well-formed UTF-8; WHATWG Encoding Standard, index windows-1252 and
        windows-1251; R. Speer, ftfy ("fixes text for you"), on which sequences never occur in sound text.
    """

    id = "mojibake"
    category = Category.CHARACTER_ENCODING
    severity = Severity.MAJOR
    confidence = 0.98
    fixable = Fixable.ALWAYS
    messages = {
        "garbled": "“{text}” was “{right}” before it was read in the wrong encoding",
        "lost": "A question mark stands for a lost apostrophe",
    }
    bad = (
        "The minister[[â€™->’]]s plane landed at noon.",
        "He ordered a caf[[Ã©->é]] and left.",
        "They call it [[â€œ->“]]the wall[[â€\x9d->”]] in Riga.",
        "The flat costs [[â‚¬->€]]400 a month.",
        "It was 30[[Â°->°]] in the shade.",
        "The sign read [[ÐœÐ¾Ñ\x81ÐºÐ²Ð°->Москва]] in red.",
        "The word [[РїСЂРёРІРµС‚->привет]] means hello.",
        "They don[[Ã¢â‚¬â„¢->’]]t know.",
        "The word [[ïðèâåò->привет]] means hello.",
        "Mr Wa[[Å‚->ł]]ęsa won.",
        "They don[[?->’]]t know why.",
        "The town[[‚Äô->’]]s mayor resigned.",
    )
    good = (
        Example("A EDUCAÇÃO É PARA TODOS, diz o cartaz em SÃO PAULO.", lang="pt"),
        "The café in Århus, the Ångström unit and Ñuñoa.",
        Example("Das „CAFÉ“ – so stand es am Haus – war „ÜBÄ“.", lang="de"),
        "Is it? They do? He said “it?” and left.",
        "√2 is irrational, and π too.",
        "The word “été” and the name “Zoë”…",
        Example("Рост цен — 3 %. Россия, Сербия и США.", lang="ru"),
        "The Chinese pinyin is pīn yīn, the Vietnamese phở.",
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        found = text.characters
        if not found.isdisjoint(_LATIN_LEADS) and not found.isdisjoint(_TELLING):
            for match in _LATIN.finditer(text.text):
                yield from self._garbled(segment, match, "cp1252")
        if len(found & _ACCENTED) >= _FEWEST_LETTERS:
            for match in _BYTES_AS_LETTERS.finditer(text.text):
                if _was_cyrillic(match[0]):
                    yield from self._garbled(segment, match, "latin-1", "cp1251")
        for leads, pattern, was in _OTHERS:
            if not found.isdisjoint(leads):
                for match in pattern.finditer(text.text):
                    yield from self._garbled(segment, match, was)
        if text.base_lang == "en" and "?" in found:
            yield from self._lost_apostrophes(segment, text)

    def _lost_apostrophes(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        right = "'" if "'" in text.characters and "’" not in text.characters else "’"
        for match in _LOST_APOSTROPHE.finditer(text.text):
            span = Span(*match.span())
            if not _CONTRACTION.search(text.text, max(0, span.start - _LONGEST_PRONOUN), match.end("ending")):
                continue
            yield self.finding(segment, span, "lost", fixes=[replace(span, right)])

    def _garbled(self, segment: Segment, match: re.Match[str], was: str, is_really: str = "utf-8") -> Iterator[Finding]:
        right = _decoded(match[0], was, is_really)
        if right is not None:
            span = Span(*match.span())
            fix = replace(span, right, Applicability.SUGGEST)
            yield self.finding(segment, span, "garbled", fixes=[fix], right=right[:30])


@cache
def _bytes_of(encoding: str) -> dict[str, bytes]:
    """The byte of each character in `encoding`; one without a character is the control code, as in browsers."""
    table = {chr(byte): bytes([byte]) for byte in range(0x80, 0x100)} if encoding != "mac-roman" else {}
    for byte in range(0x100):
        character = bytes([byte]).decode(encoding, "ignore")
        if character:
            table[character] = bytes([byte])
    return table


def _decoded(garbled: str, was: str, is_really: str) -> str | None:
    """The text before it was read as `was` although it `is_really` something else; None where that does not work out.

    Doubly garbled text is decoded until it is sound.
    """
    table = _bytes_of(was)
    try:
        text = b"".join(table[character] for character in garbled).decode(is_really)
    except (KeyError, UnicodeDecodeError):
        return None
    if not text.isprintable() and not text.isspace():
        return None
    again = _decoded(text, was, is_really) if is_really == "utf-8" and _LATIN.fullmatch(text) else None
    return again or text


def _was_cyrillic(word: str) -> bool:
    """Whether a word of nothing but accented letters is Russian in disguise: it decodes to letters, with vowels."""
    decoded = word.encode("latin-1").decode("cp1251")
    return any(vowel in decoded.lower() for vowel in "аеиоуыэюя") and (decoded.islower() or decoded[1:].islower())
