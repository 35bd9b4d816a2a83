"""Numbers and their notations."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.numbers import Number, NumberKind, find_numbers


def only(text: str, lang: str = "en") -> Number:
    numbers = find_numbers(text, lang)
    assert len(numbers) == 1
    return numbers[0]


@given(st.text(alphabet=st.one_of(st.sampled_from(list("0123456789.,:/-– '’$%()+thms")), st.characters()), max_size=50))
def test_any_text(text: str) -> None:
    end = 0
    for ordinal, number in enumerate(find_numbers(text, "en")):
        assert end <= number.span.start < number.span.end <= len(text)
        assert any(sign.isdecimal() for sign in number.span.of(text))
        assert number.prefix.end <= number.span.start
        assert number.suffix.start == number.span.end
        assert number.range is None or ordinal in number.range
        end = number.span.end


@given(st.integers(0, 10**12), st.sampled_from([(",", "en"), (".", "de"), ("\u00a0", "fr")]))
def test_grouped_numbers_keep_their_value(value: int, style: tuple[str, str]) -> None:
    mark, lang = style
    written = f"{value:,}".replace(",", mark)
    number = only(f"It has {written} parts", lang)
    assert number.value == value
    assert number.span.of(f"It has {written} parts") == written
    assert number.notation.grouping == (mark if value > 999 else "")


@pytest.mark.parametrize(
    ("written", "lang", "value", "ambiguous"),
    [
        ("1,000", "en", 1000, False),
        ("1,000", "de", 1, True),
        ("1.000", "de", 1000, False),
        ("1.000", "en", 1, True),
        ("0.125", "en", Fraction(1, 8), False),
        ("8,6 thousand", "en", Fraction(43, 5), False),
        ("8,6", "en", Fraction(43, 5), True),
        ("8,6", "de", Fraction(43, 5), False),
        ("1,234.5", "en", Fraction(2469, 2), False),
        ("1.234,5", "en", Fraction(2469, 2), False),
        ("12,34,567", "en", 1234567, False),
        ("1'000'000", "de", 1000000, False),
        ("1 000 000", "en", 1000000, False),
        ("15 300", "en", 15300, True),
        ("15\u00a0300", "en", 15300, False),
        ("٤٢", "ar", 42, False),
    ],
)
def test_values(written: str, lang: str, value: int | Fraction, ambiguous: bool) -> None:
    number = only(f"They sold {written}", lang)
    assert (number.value, number.ambiguous) == (value, ambiguous)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There are 12 boats.", "count"),
        ("On the 13th boat.", "ordinal"),
        ("It happened in 1987.", "year"),
        ("It happened on the eve of March 1987.", "year"),
        ("The boats of the 1980s.", "decade"),
        ("They met on May 5.", "day"),
        ("They met on 5 May.", "day"),
        ("Due on 13.02.2023.", "date"),
        ("Due on 2023-02-13.", "date"),
        ("It starts at 12:30.", "time"),
        ("It ended 4:3 for us.", "score"),
        ("About 1/2 of them.", "fraction"),
        ("Take version 1.2.3 of it.", "version"),
        ("Call +44 1380 555111 now.", "phone"),
        ("Boat No. 5 sank.", "label"),
        ("See § 12 there.", "label"),
        ("It costs $1987 today.", "count"),
        ("It is 1987 km long.", "count"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == NumberKind(kind)


def test_words_are_no_numbers() -> None:
    assert find_numbers("The 2S35 gun, the Il-96 jet and COVID-19 are names.", "en") == ()
    assert only("in the mid-1980s").kind is NumberKind.DECADE


def test_surroundings() -> None:
    text = "It rose by -3.5% to US$ 4 billion"
    first, second = find_numbers(text, "en")
    assert (first.sign, first.suffix.of(text), first.unit) == ("-", "%", "%")
    assert (second.prefix.of(text), second.unit, second.notation.decimal) == ("US$", "billion", "")
    assert only("a 152-mile road").unit == "mile"


@pytest.mark.parametrize("text", ["from 16 to 17 boats", "10–15 boats", "10-15 boats", "between 3 and 5 boats"])
def test_ranges(text: str) -> None:
    low, high = find_numbers(text, "en")
    assert low.range == high.range == (0, 1)


def test_scores_and_years_with_a_dash() -> None:
    assert [number.kind for number in find_numbers("won 2-0", "en")] == [NumberKind.SCORE] * 2
    years = find_numbers("(1914–1918)", "en")
    assert [(number.kind, number.ambiguous) for number in years] == [(NumberKind.YEAR, False)] * 2
    assert find_numbers("two and 3 and 4", "en")[0].range is None
