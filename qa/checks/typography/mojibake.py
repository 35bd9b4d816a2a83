"""Text read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from qa.checks.typography._look_alikes import CYRILLIC
from qa.checks.untranslated._scripts import scripts_of
from qa.core.category import Category, Severity
from qa.core.check import Check, Example, Fixable, Need
from qa.core.finding import Finding
from qa.core.fix import Applicability, replace
from qa.core.span import Span
from qa.text.rare_pattern import RarePattern

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
# M: the same bytes read as Mac Roman, letters and signs of mathematics.
_M = _in_class("".join(bytes([byte]).decode("mac-roman") for byte in range(0x80, 0xC0)))
_MAC = "ôúùìîïò¶¢"
_SEQUENCES = (
    rf"[âÂ][€‚„†ˆœ˜\x80\x82\x84\x86\x88\x9c\x98][{_C}]",
    rf"Ã[{_Q}]|(?<![A-ZÇÃÕÁÉÍÓÚÂÊÔ])Ã[{_C}]",
    r"Â[\xa0-\xbf]",
    rf"(?<=[a-z])[ÄÅ][{_C}]|[ÄÅ][{_Q}](?=[a-z])|[ÄÅ][\x80-\x9f]",
    rf"(?:[ÐÑ][{_C}]){{2,}}|(?:[ÎÏ][{_C}]){{2,}}|(?:×[{_C}]){{2,}}|(?:[ØÙÚÛ][{_C}]){{2,}}",
    rf"(?:[ã-í][{_C}][{_C}]){{2,}}|(?:à[¤-¾][{_C}]){{2,}}|ï¼[{_C}]|ï»¿|ï¿½|ðŸ[{_C}][{_C}]",
)
_LATIN = RarePattern(f"(?=[Â-Ôà-ïð×ØÙÚÛâ])(?:{'|'.join(_SEQUENCES)})+")
_CYRILLIC = RarePattern(rf"(?:[РС][{_K}]){{2,}}|(?:вЂ[{_K}])+|(?:(?<=[A-Za-z])|(?=..[a-z]))(?:[ВГДЕ][{_K}])+")
_MACINTOSH = RarePattern(
    rf"‚Ä[{_MAC}]|√(?!π)[{_M}]|[ƒ≈][{_M}]|(?:[–—][{_M}]){{2,}}|(?:[Œœ][{_M}]){{2,}}|(?:◊[{_M}]){{2,}}"
    rf"|(?:[ÿŸ⁄€][{_M}]){{2,}}|(?:[‡‰„ÂÊÁËÈÍÎÏÌ][{_M}][{_M}]){{2,}}"
)
# One byte for a letter, read in another encoding of one byte a letter: only between small letters of a Latin word, and
# only what stands there in no sound text.
_SINGLE = (
    ("mac-roman", RarePattern(r"(?<=[A-Za-z])[ÈÒÁËÛÌÂÊÍÎÏÚ¸‰¯ˆ](?=[a-z])|(?<=[a-z]{2})[ÈÒÁËÛÌÂÊÍÏÚ](?![^\W_])")),
    ("cp1252", RarePattern(r"(?<=[a-z])[ŽŸŠŒ§¾¿](?=[a-z])")),
    (
        "cp1251",
        RarePattern(
            r"(?<=[A-Za-z])[бвгджзийклмнптфцшщъь](?=[a-z])|(?<=[a-z]{3})[бийклмнт](?![^\W_])"
            r"|(?<![^\W_])[йиклтщфцшпд](?=[a-z]{2})"
        ),
    ),
)
_ACCENTED_LATIN = RarePattern("[\u00c0-\u024f]")
_REALLY = {"mac-roman": "cp1252", "cp1252": "mac-roman", "cp1251": "cp1252"}
_SINGLE_SIGNS = frozenset("ÈÒÁËÛÌÂÊÍÎÏÚ¸‰¯ˆŽŸŠŒ§¾¿бвгджзийклмнптфцшщъь")
_BYTES_AS_LETTERS = RarePattern(r"(?<![^\W\d_])(?:[À-ÿ]|(?<=[À-ÿ])[³¿º]){5,}(?![^\W\d_])")
_LOST_LETTER = RarePattern(r"\?(?<=[^\W\d_]\?)(?=(?P<rest>[^\W\d_A-Z]+)(?!\w*=))")
_LEFT = RarePattern(r"[^\s\"“”„«»(\[]*\Z")
_LOST_WORD = RarePattern(r"(?<![^\s(«“„\"])\?{3,}(?=[ ,»”\"]+(?:[^\W\d_A-ZА-Я]|\?))")
# Where no letter is one of ASCII whole words turn into question marks; as emphasis they follow a word directly.
_LOST_OTHER_WORD = RarePattern(r"(?<![^\s(«“„「\"])\?{4,}")
_LOST = 0.9
_LOST_APOSTROPHE = RarePattern(r"\?(?=(?P<ending>t|s|ll|d|re|ve|m)\b)")
_CONTRACTION = RarePattern(
    r"(?:[a-z]n\?t|\b(?:[Ii]t\?s|[Hh]e\?(?:s|ll|d)|(?:[Tt]hey|[Ww]e|[Yy]ou)\?(?:re|ve|ll)|I\?(?:m|ve|ll)))\Z"
)
_LONGEST_PRONOUN = 5
_LONGEST_WORD = 24
_LATIN_LETTERS = frozenset(ascii_letters)
_LATIN_LEADS = frozenset("âÂÃÄÅÐÑÎÏ×ØÙÚÛãäåæçèéêëìíàïð")
# One of these is in every garbled sequence; the rest of their characters occur in sound text as well.
_TELLING = frozenset("ÂÃâ") | frozenset(_image(0x80, 0xBF, "cp1252")) - frozenset(f"{_TYPOGRAPHIC}€£°§«»©®½·\xa0")
_ACCENTED = frozenset(map(chr, range(0xC0, 0x100)))
_FEWEST_LETTERS = 3
_OTHERS = (
    (frozenset("РСвВГДЕ"), _CYRILLIC, "cp1251"),
    # The last ones stand for the commonest second bytes behind a dash or "€", which abound in sound text.
    (frozenset("‚√ƒ≈Œœ◊ÿŸ⁄‡‰„ÂÊÁËÈÍÎÏÌ∞≤≥∂∑∏∫Ω≠∆µ"), _MACINTOSH, "mac-roman"),
)


class Mojibake(Check):
    """Characters are what is left of others after the text was read in the wrong encoding.

    What it flags:
        UTF-8 read as Windows-1252, Latin-1, Windows-1251 or Mac Roman, once or twice; Russian of Windows-1251 read as
        Latin-1; accented letters of one of these read as another inside a word; question marks where an apostrophe, a
        letter or a whole word stood. The fix is the text as it was, where that can be told.

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
    needs = frozenset({Need.LEXICON})
    fixable = Fixable.SOMETIMES
    messages = {
        "garbled": "“{text}” was “{right}” before it was read in the wrong encoding",
        "lost": "A question mark stands for a lost apostrophe",
        "letter": "A question mark stands for a lost letter",
        "word": "Question marks stand for lost letters",
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
        "The mayor of M[[ь->ü]]nster and the one of Saint-[[√â->É]]tienne met.",
        "The sign read [[–ú–æ—Å–∫–≤–∞->Москва]] in red.",
        "She comes from M[[È->é]]xico and met Mrs M[[Гј->ü]]ller.",
        Example("An der Universit[[?]]t sprach der B[[?]]rgermeister.", lang="de"),
        Example("Он купил [[??????]] и уехал.", lang="ru"),
        Example("Вони не знали слова [[ð³äê³ñòü->рідкість]] тоді.", lang="uk"),
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
        "It was 1990–Österreich–Ägypten all over again, and √2 ≈ 1.4.",
        "The Old Slavonic word slověnьskъ is written here as a monk wrote it.",
        "“What???” she cried. “Who?he asked.” See index.php?page=3 of the site.",
        Example("Он купил iPhone, SIM-карту, VIPы и SMSки.", lang="ru"),
        Example("Wer??? Niemand. Und dann …", lang="de"),
    )

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        found = text.characters
        if not found.isdisjoint(_LATIN_LEADS) and not found.isdisjoint(_TELLING):
            for match in _LATIN.finditer(text.text):
                yield from self._garbled(segment, match, "cp1252")
        if len(found & _ACCENTED) >= _FEWEST_LETTERS:
            for match in filter(_was_cyrillic, _BYTES_AS_LETTERS.finditer(text.text)):
                yield from self._garbled(segment, match, "latin-1", "cp1251")
        for leads, pattern, was in _OTHERS:
            if not found.isdisjoint(leads):
                for match in pattern.finditer(text.text):
                    yield from self._garbled(segment, match, was)
        if not found.isdisjoint(_SINGLE_SIGNS):
            yield from self._single_letters(segment, text)
        if "?" in found:
            yield from self._lost_letters(segment, text)

    def _single_letters(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        for was, pattern in _SINGLE:
            for match in pattern.finditer(text.text):
                # "smsки": in Cyrillic text a Latin word may have an ending of its own.
                inside = {text.text[match.start() - 1 : match.start()], text.text[match.end() : match.end() + 1]}
                if text.base_lang in CYRILLIC and not inside <= _LATIN_LETTERS:
                    continue
                # "slověnьskъ": all accented letters of a garbled word are garbled, so this one is spelt so.
                around = text.text[max(0, match.start() - _LONGEST_WORD) : match.end() + _LONGEST_WORD]
                if was == "cp1251" and _ACCENTED_LATIN.search(around):
                    continue
                yield from self._garbled(segment, match, was, _REALLY[was])

    def _lost_letters(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if text.base_lang == "en":
            yield from self._lost_apostrophes(segment, text)
        for match in _LOST_LETTER.finditer(text.text):
            left = _LEFT.search(text.text, max(0, match.start() - _LONGEST_WORD), match.start())
            part, known = left[0] if left else "", text.lexicon.is_word
            if part.isalpha() and not (known(part) and known(match["rest"])) and not _is_contraction(text.text, match):
                yield self.finding(segment, Span(*match.span()), "letter", confidence=_LOST)
        if "???" in text.text:
            pattern = _LOST_WORD if not scripts_of(text.base_lang) else _LOST_OTHER_WORD
            for match in pattern.finditer(text.text):
                yield self.finding(segment, Span(*match.span()), "word", confidence=_LOST)

    def _lost_apostrophes(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        right = "'" if "'" in text.characters and "’" not in text.characters else "’"
        for match in _LOST_APOSTROPHE.finditer(text.text):
            if _is_contraction(text.text, match):
                span = Span(*match.span())
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
    if is_really == "utf-8" and _LATIN.fullmatch(text):
        again = _decoded(text, was, is_really)
        if again:
            return again
    return text if text.isprintable() or text.isspace() else None


def _is_contraction(text: str, match: re.Match[str]) -> bool:
    """Whether the question mark stands in an English contraction: "don?t", "it?s"."""
    ending = _LOST_APOSTROPHE.match(text, match.start())
    start = max(0, match.start() - _LONGEST_PRONOUN)
    return ending is not None and _CONTRACTION.search(text, start, ending.end("ending")) is not None


def _was_cyrillic(match: re.Match[str]) -> bool:
    """Whether a word of nothing but accented letters is Russian in disguise: it decodes to letters, with vowels."""
    decoded = match[0].encode("latin-1").decode("cp1251")
    return any(vowel in decoded.lower() for vowel in "аеиоуыэюяіїє") and (decoded.islower() or decoded[1:].islower())
