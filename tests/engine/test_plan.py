"""Which checks a run has."""

import pickle

import pytest

from qa.config import Settings
from qa.core.category import Category, Severity
from qa.core.check import ENGLISH, Check, Need, Option, Status
from qa.core.document import Segment
from qa.core.span import Span
from qa.engine.plan import AVAILABLE, Skip, make_plan
from qa.engine.registry import Registry
from qa.errors import ConfigError


class PlainWord(Check):
    """A word."""

    id = "plain-word"
    aliases = ("simple-word",)
    category = Category.SPELLING
    messages = {"found": "“{text}”"}
    languages = ENGLISH
    least = Option(2, "fewest occurrences")


class NewWord(Check):
    """A preview check."""

    id = "new-word"
    category = Category.SPELLING
    status = Status.PREVIEW


class FadingWord(Check):
    """A deprecated check."""

    id = "fading-word"
    category = Category.SPELLING
    status = Status.DEPRECATED


class GoneWord(Check):
    """A removed check."""

    id = "gone-word"
    category = Category.SPELLING
    status = Status.REMOVED


class StyleWord(Check):
    """A check of another profile."""

    id = "style-word"
    category = Category.STYLE
    profiles = frozenset({"translation"})


class SourceWord(Check):
    """A check that needs the source."""

    id = "source-word"
    category = Category.OMISSION
    needs = frozenset({Need.SOURCE, Need.TOKENS})


class ScoredWord(Check):
    """A check that needs a model and a reference."""

    id = "scored-word"
    category = Category.MISTRANSLATION
    needs = frozenset({Need.MODEL, Need.REFERENCE})


CHECKS = (PlainWord, NewWord, FadingWord, GoneWord, StyleWord, SourceWord, ScoredWord)
REGISTRY = Registry({check.id: check for check in CHECKS})


def planned(available: frozenset[Need] = AVAILABLE, **given) -> list[str]:
    return [check.id for check in make_plan(REGISTRY, Settings(**given), available).checks]


def test_a_profile_runs_its_stable_checks() -> None:
    assert planned() == ["plain-word", "source-word"]
    assert planned(profile="translation") == ["plain-word", "style-word", "source-word"]


def test_preview_checks_run_on_request_only() -> None:
    assert "new-word" in planned(preview=True)
    assert "new-word" in planned(enabled={"new-word": True})
    assert planned(select=("new-word",)) == ["new-word"]


def test_select_runs_exactly_those_deprecated_and_foreign_to_the_profile_included() -> None:
    assert planned(select=("fading-word", "style-word")) == ["fading-word", "style-word"]


def test_ignore_wins_over_all() -> None:
    assert planned(select=("plain-word", "new-word"), ignore=("new-word",)) == ["plain-word"]


def test_former_ids_resolve() -> None:
    assert planned(select=("simple-word",)) == ["plain-word"]
    assert planned(ignore=("simple-word",)) == ["source-word"]
    (check,) = make_plan(REGISTRY, Settings(select=("simple-word",), options={"simple-word": {"least": 5}})).checks
    assert isinstance(check, PlainWord)
    assert check.least == 5


def test_what_cannot_run_is_reported_with_its_reason() -> None:
    plan = make_plan(REGISTRY, Settings(), frozenset({Need.TOKENS}))
    needs_source = "needs the source text (a bilingual file, a source field or a source file)"
    assert plan.skipped == (
        Skip("source-word", needs_source),
        Skip("scored-word", "needs a model and a reference translation"),
    )
    assert planned(frozenset(Need)) == ["plain-word", "source-word", "scored-word"]


def test_a_check_asked_for_by_name_is_marked_when_it_cannot_run() -> None:
    plan = make_plan(REGISTRY, Settings(select=("scored-word",)))
    assert plan.checks == ()
    assert plan.skipped == (Skip("scored-word", "needs a model and a reference translation", explicit=True),)


@pytest.mark.parametrize("lang", ["en", "en-GB", None])
def test_a_check_runs_for_its_languages_and_where_documents_decide(lang: str | None) -> None:
    assert "plain-word" in planned(lang=lang)


def test_a_check_that_does_not_know_the_language_is_reported() -> None:
    assert (
        Skip("plain-word", "does not know the language pl (knows en)")
        in make_plan(REGISTRY, Settings(lang="pl")).skipped
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"select": ("plain-wrd",)}, "unknown check “plain-wrd”; did you mean “plain-word”?"),
        ({"ignore": ("simple-words",)}, "unknown check “simple-words”; did you mean “simple-word”?"),
        ({"options": {"zzz": {}}}, "unknown check “zzz”"),
        ({"enabled": {"gone-word": True}}, "check “gone-word” was removed; take it out"),
    ],
)
def test_unknown_and_removed_ids_are_errors(given, expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        make_plan(REGISTRY, Settings(**given))
    assert str(caught.value) == expected


def test_what_is_shown_is_sure_enough_and_has_the_severity_set() -> None:
    plan = make_plan(REGISTRY, Settings(min_confidence=0.8, severities={"plain-word": Severity.CRITICAL}))
    segment = Segment("1", "a word")
    check = plan.checks[0]
    findings = [check.finding(segment, Span(2, 6), "found", confidence=sure) for sure in (0.79, 0.8, 0.9)]
    assert [(finding.confidence, finding.severity) for finding in plan.shown(findings)] == [
        (0.8, Severity.CRITICAL),
        (0.9, Severity.CRITICAL),
    ]


def test_a_plan_travels_to_other_processes() -> None:
    plan = pickle.loads(pickle.dumps(make_plan(REGISTRY, Settings(options={"plain-word": {"least": 7}}))))
    assert plan.checks[0].least == 7
