"""What the examples of the checks of joined and split words cannot say: protected text, terms, time."""

import time

import pytest

from qa.checks.spelling.joined_words import JoinedWords
from qa.checks.spelling.split_word import SplitWord
from qa.core.check import Check
from qa.core.document import Document, Segment
from qa.core.finding import Finding
from qa.core.span import Span
from qa.testing import run_check


def found(check: type[Check], text: str, *protected: Span) -> list[Finding]:
    """What a check finds in one English text."""
    segment = Segment("1", text, lang="en", protected=protected)
    return run_check(check, Document("d", "d", "plain", (segment,), lang="en"))


def test_word_that_recurs_is_a_term() -> None:
    assert found(JoinedWords, "The endof task calls endof twice, then endof again.") == []


def test_capital_is_taken_for_a_name() -> None:
    assert found(JoinedWords, "They met Endof the Wise.") == []


def test_code_is_left_alone() -> None:
    text = "Call endof now."
    assert found(JoinedWords, text, Span(5, 10)) == []


def test_blank_that_does_not_break_splits_too() -> None:
    (finding,) = found(SplitWord, "The govern\u00a0ment resigned.")
    assert finding.span == Span(4, 15)
    assert finding.fixes[0].edits[0].text == "government"


def test_line_end_splits_nothing() -> None:
    assert found(SplitWord, "The govern\nment resigned.") == []


@pytest.mark.parametrize("check", [JoinedWords, SplitWord], ids=lambda check: check.id)
@pytest.mark.parametrize("unit", ["a", " ", "xq zz ", "ofthe ", "govern ment ", "thethe"])
def test_time_grows_with_the_text_only(check: type[Check], unit: str) -> None:
    start = time.process_time()
    found(check, unit * (20_000 // len(unit)))
    assert time.process_time() - start < 3
