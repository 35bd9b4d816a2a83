"""What the examples of the number checks cannot say: several segments, roles, evidence, hostile text."""

import time

import pytest

from qa.checks._places import Place
from qa.checks.numbers import (
    foreign_decimal_mark,
    impossible_date,
    malformed_number,
    mixed_currency_style,
    mixed_date_style,
    mixed_percent_style,
    mixed_thousands_mark,
    mixed_time_style,
    roman_century,
    scaled_number,
    ungrouped_number,
    wrong_ordinal,
)
from qa.checks.numbers._dates import MONTHS, WEEKDAYS, last_day, weekday
from qa.checks.numbers._groups import regrouped
from qa.checks.numbers._odd_one_out import split_by_use
from qa.core.check import Check
from qa.core.document import Block, Document, Role, Segment
from qa.core.finding import Finding
from qa.core.span import Span
from qa.engine.run import check_document
from qa.text.analysis import Analysis


def findings(check: type[Check], *texts: str, lang: str = "en", role: Role = Role.BODY) -> list[Finding]:
    segments = tuple(
        Segment(str(number), text, lang=lang, blocks=(Block(Span(0, len(text)), role),))
        for number, text in enumerate(texts, 1)
    )
    document = Document("a", "a", "plain", segments, lang=lang)
    return list(check_document(document, [check()], reraise=True).findings)


def test_forms_are_counted_over_the_segments_of_a_document() -> None:
    check = mixed_percent_style.MixedPercentStyle
    found = findings(check, "Some 4 percent left.", "Then 5 percent came.", "In the end 6% stayed.")
    assert [(finding.segment, finding.text) for finding in found] == [("3", "6%")]
    assert found[0].evidence[0].text == "percent 2, % 1"
    assert [(place.segment, place.text) for place in found[0].related] == [("1", "4 percent"), ("2", "5 percent")]


@pytest.mark.parametrize("role", [Role.TITLE, Role.CAPTION, Role.CELL, Role.LIST])
def test_house_style_binds_running_text_only(role: Role) -> None:
    assert not findings(mixed_percent_style.MixedPercentStyle, "4 percent, 5 percent and 6%.", role=role)
    assert not findings(mixed_date_style.MixedDateStyle, "May 3, June 7 and 5 August.", role=role)


def test_whole_thousands_are_left_alone_in_titles_and_fractions_in_tables() -> None:
    check = scaled_number.ScaledNumber
    assert not findings(check, "8 thousand clubs closed", role=Role.TITLE)
    assert findings(check, "8.6 thousand clubs closed", role=Role.TITLE)
    assert not findings(check, "8.6 thousand", role=Role.CELL)
    assert findings(check, "Some 8 thousand clubs closed.")[0].confidence < check.confidence


def test_ties_go_to_the_form_that_is_usual_in_english_or_comes_first() -> None:
    found = findings(mixed_date_style.MixedDateStyle, "It ran from May 3 until, say, 5 August.")
    assert [finding.text for finding in found] == ["5 August"]
    found = findings(mixed_date_style.MixedDateStyle, "It ran from 3/4/2024 until, say, August 5.")
    assert [finding.text for finding in found] == ["3/4/2024"]
    found = findings(mixed_currency_style.MixedCurrencyStyle, "It cost 9 million dollars, then $12 million.")
    assert [finding.text for finding in found] == ["9 million dollars"]


def test_a_rank_decides_between_forms_that_are_as_frequent() -> None:
    text = Analysis(Segment("1", "a b"))
    places = [Place(text, Span(0, 1), "a"), Place(text, Span(2, 3), "b")]
    assert split_by_use(places) is None
    split = split_by_use(places, {"a": 1})
    assert split is not None
    assert split.usual == "b"
    assert split_by_use(places[:1]) is None
    split = split_by_use(places, ties=True)
    assert split is not None
    assert split.usual == "a"


def test_races_and_models_are_no_ungrouped_numbers() -> None:
    check = ungrouped_number.UngroupedNumber
    assert not findings(check, "She won the 10000 metres. The 68040 processor was slow.")
    assert [each.text for each in findings(check, "They sold 10000 boats and 20000 new oars.")] == ["10000", "20000"]
    assert not findings(mixed_thousands_mark.MixedThousandsMark, "They paid 10000 rubles and 15000 rubles.")


@pytest.mark.parametrize(
    ("written", "usual", "expected"),
    [("90000000", "10,000", "90,000,000"), ("10 000", "10.000", "10.000"), ("10,000", "10 000", "10\u00a0000")],
)
def test_regrouped(written: str, usual: str, expected: str) -> None:
    assert regrouped(written, usual) == expected


@pytest.mark.parametrize(
    ("month", "year", "days"),
    [(2, None, 29), (2, 2023, 28), (2, 2024, 29), (2, 2000, 29), (2, 2100, 28), (2, 1900, 29), (6, 2023, 30)],
)
def test_last_day(month: int, year: int | None, days: int) -> None:
    assert last_day(month, year) == days


def test_calendar_tables_are_whole() -> None:
    assert all(set(months.values()) == set(range(1, 13)) for months in MONTHS.values())
    assert all(set(days.values()) == set(range(7)) for days in WEEKDAYS.values())
    assert weekday(2023, 5, 16) == 1
    assert weekday(2023, 2, 29) is None


@pytest.mark.parametrize("lang", sorted(MONTHS))
def test_a_day_too_many_is_found_in_every_language_with_months(lang: str) -> None:
    june = next(name for name, number in MONTHS[lang].items() if number == 6)
    name = june.capitalize() if lang in {"en", "de"} else june
    day = "31." if lang == "de" else "31 de" if lang in {"es", "pt"} else "31"
    found = findings(impossible_date.ImpossibleDate, f"A {day} {name} 2023 x.", lang=lang)
    assert [finding.text for finding in found] == [f"{day} {name} 2023"]


@pytest.mark.parametrize(
    ("roman", "ordinal"),
    [("I", "1st"), ("IV", "4th"), ("IX", "9th"), ("XI", "11th"), ("XIII", "13th"), ("XIX", "19th"), ("XXI", "21st")],
)
def test_roman_numerals(roman: str, ordinal: str) -> None:
    found = findings(roman_century.RomanCentury, f"A wall of the {roman} century.")
    assert [finding.fixes[0].edits[0].text for finding in found] == [ordinal]


@pytest.mark.parametrize(
    "check",
    [
        foreign_decimal_mark.ForeignDecimalMark,
        impossible_date.ImpossibleDate,
        malformed_number.MalformedNumber,
        mixed_thousands_mark.MixedThousandsMark,
        mixed_time_style.MixedTimeStyle,
        wrong_ordinal.WrongOrdinal,
    ],
)
@pytest.mark.parametrize("unit", ["1", "1,", "1.", "1:", "1 ", "1,1 ", "$", "% ", "May 1 ", "a"])
def test_time_grows_with_length(check: type[Check], unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    segment = Segment("1", text, lang="en", blocks=(Block(Span(0, len(text)), Role.BODY),))
    analysis = Analysis(segment)
    # The layers have tests of their own.
    analysis.__dict__["words"] = Analysis(Segment("1", "may")).words
    document = Document("a", "a", "plain", (segment,), lang="en")
    start = time.perf_counter()
    check_document(document, [check()], [analysis], reraise=True)
    assert time.perf_counter() - start < 2
