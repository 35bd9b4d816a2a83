"""Numbers written in digits, with their values and notations."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from qa.core.span import Span


class NumberKind(StrEnum):
    """What a number is used for, as far as its surroundings tell.

    COUNT: a quantity or anything not told apart. ORDINAL: "13th". YEAR: "2019". DECADE: "1980s". DAY: day of a month
    whose name stands beside it. DATE: "13.02.2023", "2023-02-13" as a whole. TIME: "12:30" as a whole. SCORE: "4:3",
    and each part of "2-0". FRACTION: "1/2" as a whole. VERSION: "1.2.3" as a whole. PHONE: a telephone number as a
    whole. LABEL: "No. 5", "#5", "§ 12".
    """

    COUNT = "count"
    ORDINAL = "ordinal"
    YEAR = "year"
    DECADE = "decade"
    DAY = "day"
    DATE = "date"
    TIME = "time"
    SCORE = "score"
    FRACTION = "fraction"
    VERSION = "version"
    PHONE = "phone"
    LABEL = "label"


class Notation(NamedTuple):
    """How the digits are written.

    grouping: the mark between groups of digits ("," "." "'" "’" or a blank), empty without. decimal: the mark before
    the decimals, empty without. integer_digits, decimals: digits before and after that mark. groups: sizes of the digit
    groups before the decimal mark ("12,34,567" is (2, 2, 3)).
    """

    grouping: str
    decimal: str
    integer_digits: int
    decimals: int
    groups: tuple[int, ...]


class Number(NamedTuple):
    """A number in digits.

    span: digits and the marks inside; sign, currency, unit and ordinal ending are outside. value: what it means under
    the text's conventions, without the sign; None for dates, times, scores, versions and telephone numbers written as a
    whole. kind: what it is used for. notation: how it is written. ambiguous: whether value or kind could lawfully be
    another ("1,000" in German, "1.000" in English, a bare "1950"). sign: "-", "−", "+", "±" directly before, or empty.
    prefix: currency sign or code, or № # §, before the number (a blank may stand between); empty span without.
    suffix: letters or signs glued to its end ("th", "%", "km"); empty span without. unit: percent sign, unit,
    currency or magnitude that follows, glued or after a blank or hyphen, in lower case ("%", "km", "million"); empty
    without. range: for "10–15", "10 to 15" ordinals in the result of low and high end; None otherwise.
    """

    span: Span
    value: Fraction | None
    kind: NumberKind
    notation: Notation
    ambiguous: bool
    sign: str
    prefix: Span
    suffix: Span
    unit: str
    range: tuple[int, int] | None = None


_BLANK = r"[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    r"(?<![^\W_])(?:"
    r"(?P<phone>\+\d{1,3}[ \u00a0-]?(?:\(\d{2,5}\)[ \u00a0-]?)?\d{1,4}(?:[ \u00a0-]?\d{2,4}){2,4}"
    r"|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|8[ -]\(?\d{3}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2})(?!\d)"
    r"|(?P<date>\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))(?![\d/])"
    r"|(?P<time>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?![\d:])"
    r"|(?P<score>\d{1,3}:\d{1,3})(?![\d:])"
    r"|(?P<fraction>\d{1,3}/\d{1,3})(?![\d/])"
    rf"|(?P<spaced>\d{{1,3}}(?P<blank>{_BLANK})\d{{3}}(?:(?P=blank)\d{{3}})*(?:[.,]\d+)?)(?![\w])"
    r"|(?P<plain>\d+(?:[.,]\d+|['’]\d{3}(?!\d))*)"
    r")"
)
_SUFFIX = re.compile(r"[%‰]|°(?:\s?[CF]\b)?|[^\W\d_]+")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|º|ª|ème|ère|er|e|й|я|го|м|ой|му|е|ю|х)\Z", re.IGNORECASE)
_UNIT_AFTER = re.compile(rf"(?:{_BLANK}|-)?(per{_BLANK}cent\b|[%‰°€$£¥₽₴₺₹][CF]?|[^\W\d_]+[²³]?)")
_PREFIX = re.compile(rf"(?:(?:US|A|C|HK|NZ)?[$€£¥₽₴₺₹₩]|\b[A-Z]{{3}}|[№#§]|\b(?:No|Nos|Nr|no)\.?){_BLANK}?\Z")
_CURRENCY_CODES = frozenset("USD EUR GBP RUB JPY CNY CHF CAD AUD UAH PLN TRY INR KZT BYN SEK NOK DKK CZK".split())
_CURRENCY_SIGNS = frozenset("$€£¥₽₴₺₹₩")
_MODEL = re.compile(r"[^\W\d_][-‑]\Z")
_NO_MODEL = re.compile(
    r"\b(?:mid|pre|post|non|early|late|under|over|top|anti|sub|minus|plus|up|to|than)[-‑]\Z", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[.,]?\s+\Z")
_WORD_AFTER = re.compile(r"\.?,?\s+(?:of\s+)?([^\W\d_]+)")
_DAY_BEFORE = re.compile(r"([^\W\d_]+)\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s+\Z")
_BARE_POINT = re.compile(r"(?:^|[\s(\[+−-])\.\Z")
_RANGE_GAP = re.compile(r"(?:\s?[-–−‑]\s?|—|\s(?:to|bis|до|à|и|and)\s)\Z")
_BETWEEN = re.compile(r"\b(?:between|между)\s\Z", re.IGNORECASE)
_MID = re.compile(r"\b(?:mid|early|late|pre|post)-\Z", re.IGNORECASE)

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet"
    " août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre"
    " noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
    " января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_YEAR_BEFORE = (
    frozenset(
        "in since year years mid early late spring summer autumn fall winter circa season fiscal fy cy im"
        " jahr jahre seit en desde depuis nel dal в с году года год".split()
    )
    | _MONTHS
)
_YEAR_MAYBE = frozenset("the by from of after before to until till and during between for through or his her".split())
_YEAR_AFTER = frozenset("год года году годом годов".split())
_MAGNITUDES = frozenset(
    "hundred thousand million billion trillion bn mn tn mln bln k m b lakh crore dozen tausend mio mrd millionen"
    " milliarden тысяч тысячи млн млрд тыс".split()
)
_UNITS = _MAGNITUDES | frozenset(
    "% ‰ ° °c °f € $ £ ¥ ₽ ₴ ₺ ₹ percent prozent процентов процента"
    " km m cm mm kg g mg t ton tons tonne tonnes l ml litre litres liter liters mile miles metre metres meter meters"
    " kilometre kilometres kilometer kilometers kilogram kilograms gram grams hectare hectares ha acre acres foot feet"
    " inch inches yard yards pound pounds ounce ounces hour hours minute minutes second seconds day days week weeks"
    " month months year years degree degrees mph kph hp kw mw gw kwh volt volts watt watts gb mb tb hz mhz ghz"
    " point points barrel barrels calorie calories kcal times"
    " dollar dollars euro euros ruble rubles rouble roubles yuan yen rupee rupees hryvnia hryvnias cent cents pence"
    " franc francs lira krona kroner zloty usd eur gbp rub cny jpy chf uah".split()
)
_KINDS = {"phone": NumberKind.PHONE, "date": NumberKind.DATE, "time": NumberKind.TIME, "score": NumberKind.SCORE}
_WHOLE = Notation("", "", 0, 0, ())
_COMMON_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100})
_POINT_DECIMAL = frozenset("en zh ja ko th he hi bn ta te ml mr gu pa ur ms my ga cy mt tl sw si ne km".split()) | {""}


def find_numbers(text: str, lang: str) -> tuple[Number, ...]:
    """Every number in digits that is no part of a word ("2S35", "Il-96", "COVID-19" are words).

    `lang` decides between decimal point and comma; without it the point is taken.
    """
    found = (_number(text, match, lang) for match in _NUMBER.finditer(text))
    return _with_ranges(text, [number for number in found if number is not None])


def _number(text: str, match: re.Match[str], lang: str) -> Number | None:
    """The number of one match with its surroundings; None where it belongs to a word."""
    start, end = match.span()
    before = text[max(0, start - 24) : start]
    if before[-1:] in "-‑" and _MODEL.search(before) and not _NO_MODEL.search(before):
        return None
    suffix_match = _SUFFIX.match(text, end)
    suffix = Span(*suffix_match.span()) if suffix_match else Span(end, end)
    if not _is_suffix(text, suffix):
        return None
    written = match.group()
    sign, before = _sign(before)
    prefix = _prefix(before, start - len(sign))
    number = Number(Span(start, end), None, NumberKind.COUNT, _WHOLE, False, sign, prefix, suffix, _unit(text, end))
    group = match.lastgroup or ""
    if group in _KINDS:
        short_year = group == "date" and not re.search(r"\d{4}", written)
        return number._replace(kind=_KINDS[group], ambiguous=short_year)
    if group == "fraction":
        return _fraction(written, number)
    notation, value, ambiguous = _read(written, lang, measured=bool(number.unit) or len(prefix) > 0)
    number = number._replace(value=value, notation=notation, ambiguous=ambiguous)
    if before.endswith(".") and _BARE_POINT.search(before):  # "a record of .500"
        return number._replace(value=None, ambiguous=True)
    return _with_kind(text, number, before)


def _unit(text: str, end: int) -> str:
    """The unit, currency or magnitude after a number that ends at `end`, in lower case; empty without."""
    match = _UNIT_AFTER.match(text, end)
    if match is None:
        return ""
    unit = match[1].lower()
    if unit.startswith("per") and unit.endswith("cent"):
        return "percent"
    return unit if unit in _UNITS else ""


def _is_suffix(text: str, suffix: Span) -> bool:
    """Whether what is glued to a number leaves it a number: an ordinal ending, a unit, the s of a decade."""
    glued = suffix.of(text)
    if not glued or not glued[0].isalpha():
        return True
    after = text[suffix.end : suffix.end + 1]
    if after.isdigit() or after == "_":
        return False
    return bool(_ORDINAL.match(glued)) or glued.lower() in _UNITS or glued == "s" or ord(glued[0]) >= 0x2E80


def _sign(before: str) -> tuple[str, str]:
    """The sign at the end of `before`, and what stands before the sign."""
    if before and before[-1] in "-−+±" and (len(before) == 1 or before[-2].isspace() or before[-2] in "([$€£"):
        return before[-1], before[:-1]
    return "", before


def _prefix(before: str, end: int) -> Span:
    """The currency sign or the like at the end of `before`, which ends at `end`."""
    match = _PREFIX.search(before)
    if match is None:
        return Span(end, end)
    found = match.group().rstrip()
    if len(found) == 3 and found.isalpha() and found not in _CURRENCY_CODES:
        return Span(end, end)
    start = end - (len(before) - match.start())
    return Span(start, start + len(found))


def _fraction(written: str, number: Number) -> Number:
    """The number with the value of "1/2"; 24/7, 9/11 and the like are ambiguous."""
    above, below = written.split("/")
    value = Fraction(int(above), int(below)) if int(below) else None
    proper = 0 < int(above) < int(below) and int(below) in _COMMON_DENOMINATORS
    notation = Notation("", "/", len(above), 0, (len(above),))
    return number._replace(kind=NumberKind.FRACTION, value=value, notation=notation, ambiguous=not proper)


def _read(written: str, lang: str, *, measured: bool) -> tuple[Notation, Fraction | None, bool]:
    """Notation, value and whether it could be read otherwise; `measured`: a unit or currency stands beside it."""
    parts = re.split(r"\D", written)
    marks = [sign for sign in written if not sign.isdecimal()]
    sizes = tuple(map(len, parts))
    if not marks:
        return Notation("", "", sizes[0], 0, sizes), Fraction(int(written)), False
    decimal = _decimal_mark(written, marks, sizes, lang)
    if decimal is None:
        return Notation(marks[0], "", sum(sizes), 0, sizes), None, True
    grouping = marks[0] if marks[0] != decimal or (len(marks) > 1) else ""
    decimals = sizes[-1] if decimal else 0
    groups = sizes[:-1] if decimal else sizes
    digits = "".join(parts)
    value = Fraction(int(digits), 10**decimals)
    notation = Notation(grouping, decimal, sum(groups), decimals, groups)
    return notation, value, _is_ambiguous(notation, written, lang, measured=measured)


def _decimal_mark(written: str, marks: list[str], sizes: tuple[int, ...], lang: str) -> str | None:
    """The decimal mark, empty for a whole number with groups; None where the marks make no number."""
    last = marks[-1]
    same = len(set(marks)) == 1
    grouped = sizes[0] <= 3 and (all(size == 3 for size in sizes[1:]) or _is_indian(sizes))
    if len(marks) == 1:
        if last not in ".,":
            return ""
        usual = "." if lang in _POINT_DECIMAL else ","
        return "" if grouped and last != usual and not written.startswith("0") else last
    if same:
        return "" if grouped and not written.startswith("0") else None
    inner = sizes[1:-1]
    if len(set(marks[:-1])) == 1 and last in ".," and sizes[0] <= 3 and all(size == 3 for size in inner):
        return last
    return None


def _is_indian(sizes: tuple[int, ...]) -> bool:
    """Whether the groups are those of lakh and crore: two digits each, three in the last."""
    return len(sizes) > 2 and sizes[0] <= 2 and sizes[-1] == 3 and all(size == 2 for size in sizes[1:-1])


def _is_ambiguous(notation: Notation, written: str, lang: str, *, measured: bool) -> bool:
    """Whether the same writing could mean another number."""
    if notation.grouping.isspace():  # "on May 15 300 people came"
        return notation.grouping == " " and len(notation.groups) == 2 and not notation.decimal and not measured
    if not notation.decimal or notation.grouping:
        return False
    if notation.decimals == 3 and notation.integer_digits <= 3 and not written.startswith("0"):
        return True
    return notation.decimal == "," and lang in _POINT_DECIMAL and not measured


def _with_kind(text: str, number: Number, before: str) -> Number:
    """The number with the kind that its surroundings show."""
    notation = number.notation
    if number.value is None:
        return number._replace(kind=NumberKind.VERSION) if notation.grouping == "." else number
    if notation.decimal or notation.grouping:
        return number
    kind = _kind_by_marks(text, number)
    if kind is not None:
        return number._replace(kind=kind)
    if len(number.prefix) or number.unit or notation.integer_digits > 4:
        return number
    return _with_calendar_kind(text, number, before)


def _with_calendar_kind(text: str, number: Number, before: str) -> Number:
    """The number as a day or a year, if it is one."""
    word_before = _WORD_BEFORE.search(before) or _DAY_BEFORE.search(before)
    word_after = _WORD_AFTER.match(text, number.span.end)
    previous = word_before[1].lower() if word_before else ""
    following = word_after[1].lower() if word_after else ""
    digits, value = number.notation.integer_digits, number.value or 0
    if digits <= 2 and 1 <= value <= 31 and (previous in _MONTHS or following in _MONTHS):
        return number._replace(kind=NumberKind.DAY)
    if digits == 4 and 1000 <= value <= 2100:
        return _as_year(text, number, "mid" if _MID.search(before) else previous, following)
    return number


def _kind_by_marks(text: str, number: Number) -> NumberKind | None:
    """The kind that the characters touching the number show: decade, ordinal, label."""
    suffix = number.suffix.of(text)
    if suffix == "s":
        decade = number.notation.integer_digits in {2, 4} and text[number.span.end - 1] == "0"
        return NumberKind.DECADE if decade else None
    if suffix and _ORDINAL.match(suffix) and suffix.lower() not in _UNITS:
        return NumberKind.ORDINAL
    prefix = number.prefix.of(text)
    if prefix and prefix not in _CURRENCY_CODES and not _CURRENCY_SIGNS.intersection(prefix):
        return NumberKind.LABEL
    return None


def _as_year(text: str, number: Number, previous: str, following: str) -> Number:
    """A number of four digits from 1000 to 2100: a year, perhaps."""
    if previous in _YEAR_BEFORE or following in _YEAR_AFTER:
        return number._replace(kind=NumberKind.YEAR)
    value = number.value or 0
    after = text[number.span.end : number.span.end + 2]
    closes = not after or not after[0].isspace() or after[1:].isupper()
    recent = value >= 1900 and value % 100 != 0 and not following.endswith("s")
    if previous in _YEAR_MAYBE and value >= 1700 and (closes or recent):
        return number._replace(kind=NumberKind.YEAR)
    if value >= 1800 or (closes and value >= 1700 and not previous):
        return number._replace(kind=NumberKind.YEAR, ambiguous=True)
    return number


def _with_ranges(text: str, numbers: list[Number]) -> tuple[Number, ...]:
    """Neighbours joined by a dash or "to" know each other; "2-0" is a score."""
    for at in range(len(numbers) - 1):
        low, high = numbers[at], numbers[at + 1]
        if high.prefix.start - low.suffix.end > 6 or low.value is None or high.value is None or low.range is not None:
            continue
        gap = text[low.suffix.end : high.prefix.start]
        if not _RANGE_GAP.match(gap):
            continue
        if gap.strip() in {"and", "и"} and not _BETWEEN.search(text, max(0, low.span.start - 10), low.span.start):
            continue
        numbers[at], numbers[at + 1] = _joined(low, high, at, dashed=len(gap) == 1)
    return tuple(numbers)


def _joined(low: Number, high: Number, at: int, *, dashed: bool) -> tuple[Number, Number]:
    """Number `at` and the next one as a score or as the ends of a range."""
    shrinks = (low.value or 0) > (high.value or 0)
    if dashed and shrinks and high.notation.integer_digits <= low.notation.integer_digits <= 2:
        return low._replace(kind=NumberKind.SCORE), high._replace(kind=NumberKind.SCORE)
    pair = (at, at + 1)
    if {low.kind, high.kind} == {NumberKind.YEAR} and not shrinks:
        return low._replace(range=pair, ambiguous=False), high._replace(range=pair, ambiguous=False)
    if NumberKind.DAY in {low.kind, high.kind} and max(low.notation.integer_digits, high.notation.integer_digits) <= 2:
        return low._replace(range=pair, kind=NumberKind.DAY), high._replace(range=pair, kind=NumberKind.DAY)
    return low._replace(range=pair), high._replace(range=pair, ambiguous=high.ambiguous or shrinks)
