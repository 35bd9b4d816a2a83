import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.fix import Applicability, Edit, Fix, apply_edits, compatible_fixes, replace
from qa.core.span import Span


def test_edits_are_made_together_and_count_in_the_old_text() -> None:
    assert apply_edits("a , b .", [Edit(Span(1, 2), ""), Edit(Span(5, 6), "")]) == "a, b."


def test_an_empty_span_inserts() -> None:
    assert apply_edits("ab", [Edit(Span(1, 1), "-")]) == "a-b"


@pytest.mark.parametrize("edits", [[Edit(Span(0, 2), ""), Edit(Span(1, 3), "")], [Edit(Span(2, 9), "")]])
def test_overlapping_or_outside_edits_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap or lie outside"):
        apply_edits("abc", edits)


def test_fixes_that_touch_are_not_made_together() -> None:
    first, second, third = replace(Span(0, 2), "x"), replace(Span(2, 3), "y"), replace(Span(4, 5), "z")
    assert compatible_fixes([first, second, third]) == [first, third]


def test_a_fix_is_titled_by_its_text() -> None:
    assert replace(Span(0, 1), "the").title == "the"
    assert replace(Span(0, 1), "").title == "(delete)"
    assert replace(Span(0, 1), "a").applicability is Applicability.SUGGEST


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=6))
def test_compatible_fixes_can_always_be_applied(text: str, raw: list[tuple[int, int, str]]) -> None:
    fixes = [
        Fix("x", (Edit(Span(min(start, len(text)), min(start + length, len(text))), new),))
        for start, length, new in raw
    ]
    chosen = compatible_fixes(fixes)
    changed = apply_edits(text, [edit for fix in chosen for edit in fix.edits])
    grown = sum(len(edit.text) - len(edit.span) for fix in chosen for edit in fix.edits)
    assert len(changed) == len(text) + grown
