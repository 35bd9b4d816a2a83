"""What a terminal shows: everything visible, nothing obeyed, carets under the right columns."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.span import Span
from qa.report.display import Snippet, head, snippet, tail, visible, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 中 🎉", "plain é 中 🎉"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\u202eb\u200b", "a<U+202E>b<U+200B>"),
        ("a\r\nb\nc", "a⏎b⏎c"),
        ("a\tb", "a    b"),
        ("5\u00a0km\u3000x", "5 km  x"),
        ("\ud800", "<U+D800>"),
        ("\x9b2J\x07", "<U+009B>2J<U+0007>"),
        ("\u2028", "<U+2028>"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_odd_blanks_are_spelt_out_where_they_are_the_finding() -> None:
    assert visible("5\u00a0km", marked=True) == "5<U+00A0>km"


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("中文", 4), ("e\u0301", 1), ("ｆｕ", 4), ("한국", 4), ("🎉", 2), ("ก็", 1), ("שָׁ", 1), ("", 0)],
)
def test_width_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def show(text: str, found: str, columns: int = 60) -> Snippet:
    start = text.index(found)
    return snippet(text, Span(start, start + len(found)), columns)


def test_the_line_of_the_finding_and_only_that() -> None:
    shown = show("one\ntwo three four\nfive", "three")
    assert shown == ("two ", "three", " four")
    assert shown.underline == "    ^^^^^"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_the_line(end: str) -> None:
    assert show(f"one{end}two three{end}four", "three") == ("two ", "three", "")


def test_carets_stand_under_wide_and_combining_characters() -> None:
    shown = show("日本の\tcafe\u0301 中文 は", "中文")
    assert shown.before == "日本の    cafe\u0301 "
    assert shown.underline == " " * 15 + "^" * 4


def test_an_empty_span_has_one_caret() -> None:
    assert snippet("abc", Span(1, 1), 40) == ("a", "", "bc")
    assert snippet("abc", Span(1, 1), 40).underline == " ^"
    assert snippet("", Span(0, 0), 40).underline == "^"


def test_a_span_over_lines_shows_the_line_ends() -> None:
    assert show("see the\nthe cat\nsat", "\nthe") == ("see the", "⏎the", " cat")


def test_a_long_line_is_cut_around_the_span() -> None:
    shown = show("lorem ipsum " * 50 + "here" + " dolor sit" * 50, "here", 40)
    assert shown.found == "here"
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    assert width("".join(shown)) <= 40
    assert width(shown.before) >= 15


def test_room_on_one_side_goes_to_the_other() -> None:
    shown = show("here" + " dolor sit" * 50, "here", 40)
    assert shown.before == ""
    assert width("".join(shown)) == 40


def test_a_long_span_loses_its_middle() -> None:
    shown = snippet("a" * 50 + "中" * 1000 + "b" * 50, Span(50, 1050), 40)
    assert "…" in shown.found
    assert shown.found.startswith("中")
    assert shown.found.endswith("中")
    assert width("".join(shown)) <= 40


def test_a_line_of_megabytes_costs_nothing() -> None:
    text = "x" * 20_000_000 + " Belussov " + "y" * 20_000_000
    assert show(text, "Belussov", 40).found == "Belussov"


@given(st.text(), st.data(), st.integers(20, 120))
def test_any_snippet_fits_and_is_harmless(text: str, data: st.DataObject, columns: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = snippet(text, Span(start, end), columns)
    line = "".join(shown)
    assert width(line) <= columns
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in line)
    assert shown.underline.count("^") == max(1, width(shown.found))
    assert shown.underline.index("^") == width(shown.before)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(1, 30))
def test_cut_text_fits(text: str, columns: int) -> None:
    assert width(head(text, columns)) <= columns
    assert width(tail(text, columns)) <= columns
    assert head(text, columns) == text or head(text, columns).endswith("…")
    assert tail(text, columns) == text or tail(text, columns).startswith("…")
