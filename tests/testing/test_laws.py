"""The rule tester passes a sound check and names the bug of each broken one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutants import (
    BlankBeforePercent,
    Crash,
    Eager,
    FewExamples,
    FirstMatch,
    ForeignExample,
    FullStop,
    HalfFix,
    HiddenNeed,
    IdleFix,
    IdleNeed,
    Memory,
    NoFix,
    OffByOne,
    Overreach,
    SomeTitle,
    TwiceTheSame,
    Unfilled,
    UnshownMessage,
    Utf16,
    WrongFix,
)

from qa.core.category import Category
from qa.core.check import Check, Need
from qa.core.document import Segment
from qa.core.finding import Finding
from qa.core.span import Span
from qa.testing import LAWS, broken_laws
from qa.testing.laws import law_needs
from qa.text.analysis import Analysis

MUTANTS = {
    OffByOne: "bad_examples",
    FirstMatch: "shifted|twice|bad_examples",
    Utf16: "bad_examples",
    Eager: "good_examples",
    WrongFix: "fixes",
    IdleFix: "fixes",
    HalfFix: "fixes",
    NoFix: "fixable",
    HiddenNeed: "needs",
    IdleNeed: "needs",
    ForeignExample: "languages",
    UnshownMessage: "messages",
    FullStop: "messages|declaration",
    Memory: "no_memory",
    Crash: "any_text",
    Overreach: "any_text",
    FewExamples: "declaration",
    TwiceTheSame: "declaration",
    Unfilled: "raised|declaration",
}


def test_a_sound_check_breaks_no_law() -> None:
    assert broken_laws(BlankBeforePercent) == []


@pytest.mark.parametrize(("mutant", "law"), MUTANTS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_bug_breaks_a_law(mutant, law: str) -> None:
    breaches = broken_laws(mutant)
    assert any(re.search(law, breach) for breach in breaches), breaches


def test_good_examples_must_not_set_off_another_check() -> None:
    breaches = broken_laws(BlankBeforePercent, [SomeTitle])
    assert breaches
    assert all(breach.startswith("law_cross_fire: percent-sign flags") for breach in breaches)


def test_a_breach_shows_place_and_text() -> None:
    breach = next(each for each in broken_laws(OffByOne) if "bad_examples" in each)
    assert "16-17 ' '" in breach
    assert "17-18 '%'" in breach
    assert "Prices rose by 5 % in May." in breach


def test_every_law_says_what_it_demands() -> None:
    assert all(law.__doc__ for law in LAWS)


def test_the_check_of_the_manual_keeps_the_laws() -> None:
    page = (Path(__file__).parents[2] / "docs" / "writing-a-check.md").read_text(encoding="utf-8")
    found = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert found
    names: dict[str, object] = {"__name__": "manual"}
    exec(compile(found[1], "writing-a-check.md", "exec"), names)
    assert broken_laws(names["SpaceBeforePercent"]) == []  # type: ignore[arg-type]


class SecretReader(Check):
    """Reads a material without saying so."""

    id = "secret-reader"
    category = Category.TERMBASE
    messages = {"found": "“{text}”"}
    bad = ("a", "b", "c")
    good = ("d", "e", "f")

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        if self.materials.house_list is not None:
            yield self.finding(segment, Span(0, 1), "found")


def test_a_material_that_is_read_must_be_declared() -> None:
    assert any(
        "reads materials.house_list, but does not declare Need.HOUSE_LIST" in line for line in law_needs(SecretReader)
    )


class IdleReader(SecretReader):
    """Declares a material that it reads in no example."""

    wants = frozenset({Need.HOUSE_LIST})

    def check_segment(self, segment: Segment, text: Analysis) -> Iterator[Finding]:
        return iter(())


def test_a_material_that_is_declared_must_be_read() -> None:
    assert list(law_needs(IdleReader)) == ["declares Need.HOUSE_LIST, but reads it in no example"]
