"""From bytes to characters: byte order marks, declared encodings, UTF-8, and detection of the rest."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from qa.core.finding import Problem
from qa.read.base import Decoded

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
)
# Codecs whose bytes depend on what came before, so that a part of the text has no bytes of its own.
_STATEFUL = re.compile(r"utf_?7|iso2022|hz|idna|punycode")
# Codecs that give some characters one code together with the mark behind them.
_JOINING = re.compile(r".*(?:jis_?2004|jisx0213|big5hkscs)")
# Legacy encodings that published text is really found in; a wider net makes short texts land in EBCDIC and DOS pages.
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859_2", "iso8859_5", "iso8859_15", "cp866", "mac_roman", "mac_cyrillic", "cp874", "cp932", "euc_jp", "gb18030",
    "big5", "cp949", "iso2022_jp",
]  # fmt: skip
_LATIN = ("cp1252", "cp1254", "cp1250", "cp1257", "cp1258", "iso8859_2", "iso8859_15", "mac_roman")
_USUAL = {
    **dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "ca", "is"), "cp1252"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "sl", "ro"), "cp1250"),
    **dict.fromkeys(("ru", "uk", "bg", "be", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("et", "lv", "lt"), "cp1257"),
    "tr": "cp1254",
    "el": "cp1253",
    "he": "cp1255",
    "ar": "cp1256",
    "fa": "cp1256",
    "zh": "gb18030",
    "ko": "cp949",
}
# Control characters, Icelandic letters (their bytes are Turkish in windows-1254), a sign inside or after a word that
# belongs elsewhere, a capital beyond ASCII after a small letter or before a digit.
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0xC0, 0x180))))
_ODD = re.compile(
    "[\x80-\x9f\ufffd]|[þýðÞÝÐ]|[^\\W\\d_][¹²³¼½¾¿¡ºª°¶§¬±¤¦¸¨´¯£¥¢©®×÷˙˛ˇ˘˝](?=[^\\W\\d_])"
    f"|[^\\W\\d_][¿¡¾¼¸¯¤¦]|[a-zß-ÿ][{_CAPITALS}](?=[a-z])|[{_CAPITALS}](?=\\d)"
)
_SAMPLE = 256 * 1024
_CONTROL = bytes(sorted({*range(32)} - {*b"\t\n\r\f\x1b\x1a"}))


class Mark(NamedTuple):
    """A byte order mark: the codec it stands for, without mark, and its length in bytes."""

    encoding: str
    length: int


def byte_order_mark(data: bytes) -> Mark | None:
    """The mark that `data` begins with."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Mark(encoding, len(mark))
    return None


def codec_name(name: str) -> str | None:
    """The name by which Python knows an encoding, without byte order mark; None for what is no text encoding.

    ISO-8859-1 and US-ASCII are read as windows-1252, as browsers do: files that say so and differ are windows-1252.
    """
    try:
        info = codecs.lookup(name.strip())
        "".encode(info.name)
    except (LookupError, ValueError, TypeError):
        return None
    known = info.name
    if known in ("iso8859-1", "ascii"):
        return "cp1252"
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(known, known)


def decode(
    data: bytes, path: str, encoding: str | None = None, hint: str | None = None, lang: str | None = None
) -> Decoded | Problem:
    """Decode a whole file.

    encoding: what the user declared; it holds unless a byte order mark says otherwise. hint: what the file says about
    itself; bytes that are valid UTF-8 are UTF-8 all the same. lang: the text's language, where known, to tell legacy
    encodings apart.
    """
    binary = binary_kind(data)
    if binary:
        return Problem(path, f"this is {binary}, not text; extract the text first")
    mark = byte_order_mark(data)
    if mark:
        return _strict(data, mark.encoding, path, mark.length)
    if encoding is not None:
        known = codec_name(encoding)
        return _strict(data, known, path) if known else unknown_encoding(path, encoding)
    wide = _unmarked_utf16(data)
    if wide:
        return _strict(data, wide, path)
    if b"\x00" in data or has_many_controls(data):
        return Problem(path, "this is a binary file, not text; leave it out or extract the text first")
    return _undeclared(data, path, hint, lang)


def _undeclared(data: bytes, path: str, hint: str | None, lang: str | None) -> Decoded | Problem:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    known = codec_name(hint) if hint else None
    if known and known != "utf-8":
        found = _strict(data, known, path)
        if isinstance(found, Decoded):
            return found
    return _detected(data, path, broken, lang)


def unknown_encoding(path: str, name: str) -> Problem:
    """The problem of an encoding that Python does not know."""
    return Problem(path, f"unknown encoding {name!r}; use a name such as utf-8, windows-1252 or utf-16")


def binary_kind(data: bytes) -> str | None:
    """What kind of file that is no text begins with these bytes, in words."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return None


def place_of_error(data: bytes, error: UnicodeDecodeError) -> tuple[int, str]:
    """Line of a decoding error, and the byte in words."""
    return data.count(b"\n", 0, error.start) + 1, f"byte 0x{data[error.start]:02x} at offset {error.start}"


def _strict(data: bytes, encoding: str, path: str, skip: int = 0) -> Decoded | Problem:
    body = data[skip:] if skip else data
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line, place = place_of_error(body, error)
        what = f"not valid {encoding}: {place}; name the right encoding with --encoding or repair the file"
        return Problem(path, what, "read", "UnicodeDecodeError", line)
    return Decoded(text, encoding, skip, _is_exact(text, body, encoding))


def _is_exact(text: str, data: bytes, encoding: str) -> bool:
    if encoding.startswith(("utf-8", "utf-16-", "utf-32-")):
        return True
    if _is_stateful(encoding):
        return False
    try:
        if text.encode(encoding) != data:
            return False
        # Some double-byte codecs write a base and its mark as one code: parts would then differ from the whole.
        widths = {char: len(char.encode(encoding)) for char in set(text)}
    except UnicodeEncodeError:
        return False
    return sum(map(widths.__getitem__, text)) == len(data)


def _is_stateful(encoding: str) -> bool:
    return bool(_STATEFUL.match(encoding.replace("-", "_").replace("iso2022_", "iso2022")))


def gives_places(encoding: str) -> bool:
    """Whether every part of a text in that encoding has bytes of its own, the same ones in any neighbourhood."""
    return not _is_stateful(encoding) and not _JOINING.match(encoding)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without mark: text whose every second byte is mostly zero."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.02:
        return "utf-16-be"
    return None


def has_many_controls(data: bytes) -> bool:
    """Whether the beginning of a file holds more control characters than any text does."""
    sample = data[:8192]
    return len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) * 0.05


def _detected(data: bytes, path: str, broken: UnicodeDecodeError, lang: str | None) -> Decoded | Problem:
    line, place = place_of_error(data, broken)
    if _mostly_utf8(data):
        what = f"damaged UTF-8: {place}; repair the file or name its encoding with --encoding"
        return Problem(path, what, "read", "UnicodeDecodeError", line)
    encoding = detect(data, lang)
    found = _strict(data, encoding, path) if encoding else None
    if isinstance(found, Decoded):
        return found
    what = f"not UTF-8 ({place}) and no other encoding fits; name it with --encoding"
    return Problem(path, what, "read", "UnicodeDecodeError", line)


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are UTF-8 but for a few: such a file is damaged, not in another encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - bad >= 3 * bad


def detect(data: bytes, lang: str | None = None) -> str | None:
    """The legacy encoding that text in `data` is most likely in, judged by its first 256 kB.

    A language that has a usual encoding settles it. Else kana tell Japanese; charset-normalizer compares how plausible
    the letters of every candidate are; and among Latin pages, which it often cannot tell apart in a short text, the one
    with the fewest characters in impossible places wins, windows-1252 first.
    """
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    usual = _USUAL.get((lang or "").split("-")[0].lower())
    if usual and _oddities(sample, usual) == 0:
        return usual
    for encoding in ("cp932", "euc_jp"):
        text = _decoded(sample, encoding)
        beyond = sum(char > "\x7f" for char in text or "")
        if text and sum("\u3041" <= char <= "\u3096" for char in text) > 0.2 * beyond:
            return encoding
    from charset_normalizer import from_bytes  # noqa: PLC0415 - imported only when UTF-8 fails

    best = from_bytes(sample, cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    if best is None or best.encoding in _LATIN:
        return min(_LATIN, key=lambda encoding: _oddities(sample, encoding))
    return best.encoding


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _oddities(data: bytes, encoding: str) -> int:
    """Number of characters that a text in a natural language has no use for where they stand."""
    text = _decoded(data, encoding)
    return len(data) if text is None else sum(1 for _ in _ODD.finditer(text))
