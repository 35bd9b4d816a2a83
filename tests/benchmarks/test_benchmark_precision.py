"""Wilson's bound, verdicts and the precision file."""

import pytest

from benchmarks import development, precision
from benchmarks.checker import Claim
from benchmarks.judgements import Judgement, key_of
from benchmarks.matching import Verdict
from benchmarks.precision import Tally, wilson_lower
from benchmarks.sets import Text


@pytest.mark.parametrize(
    ("right", "total", "lower"),
    [
        # closed forms: all right gives n / (n + z²), none right gives 0
        (10, 10, 10 / (10 + precision.Z_90**2)),
        (1, 1, 1 / (1 + precision.Z_90**2)),
        (0, 5, 0.0),
    ],
)
def test_wilson_closed_forms(right, total, lower):
    assert wilson_lower(right, total) == pytest.approx(lower, abs=1e-12)


def test_wilson_solves_its_equation():
    # the bound p is where the observed share lies z standard errors of p above p
    for right, total in [(3, 4), (45, 50), (1, 30), (899, 1000)]:
        p = wilson_lower(right, total)
        assert right / total - p == pytest.approx(precision.Z_90 * (p * (1 - p) / total) ** 0.5)


def test_wilson_grows_with_evidence():
    assert wilson_lower(9, 10) < wilson_lower(90, 100) < wilson_lower(900, 1000) < 0.9


@pytest.mark.parametrize(("right", "total"), [(1, 0), (0, 0), (3, 2), (-1, 2)])
def test_wilson_refuses_impossible_counts(right, total):
    with pytest.raises(ValueError, match="no proportion"):
        wilson_lower(right, total)


def test_presumed_wrong_counts_as_wrong_and_unjudged_as_nothing():
    tally = Tally()
    tally.verdicts.update({Verdict.RIGHT: 3, Verdict.PRESUMED: 1, Verdict.UNJUDGED: 50, Verdict.ARGUABLE: 2})
    assert tally.precision == 0.75
    assert Tally().precision is None
    assert Tally().lower_bound is None


def test_a_person_overrules_the_set():
    text, claim = Text("news", "1", "so so"), Claim("c", 0, 5, "so so")
    given = {key_of(text, claim): Judgement(Verdict.RIGHT, "me", "")}
    assert precision.verdict_of(text, claim, Verdict.PRESUMED, given) is Verdict.RIGHT
    assert precision.verdict_of(text, claim, Verdict.PRESUMED, {}) is Verdict.PRESUMED


def test_rows_of_other_profiles_stay(tmp_path):
    path = tmp_path / "precision.tsv"
    tally = Tally(clean=3)
    tally.verdicts.update({Verdict.RIGHT: 9, Verdict.WRONG: 1})
    strict = precision.tsv_rows({"b": tally}, "strict", 1000, "2026-01-01", "abc")
    precision.update(path, strict, ["strict"])
    precision.update(path, precision.tsv_rows({"a": tally, "z": Tally()}, "news", 0, "2026-01-02", "abc"), ["news"])
    precision.update(path, precision.tsv_rows({"a": tally}, "news", 2000, "2026-01-03", "abc"), ["news"])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == list(precision.COLUMNS)
    assert [line.split("\t")[:2] for line in lines[1:]] == [["a", "news"], ["b", "strict"]]
    assert lines[1].split("\t")[2:] == [
        "10", "9", "1", "0", "0", "0.900", "0.652", "0", "0", "1.5000", "2026-01-03", "abc",
    ]  # fmt: skip


def test_tally_of_a_whole_run(data, checker):
    run = development.Run(data, checker, sample_words=100)
    tallies, clean_words = development.tally(run)
    assert set(tallies) == {"doubled-word", "never-fires"}
    found = tallies["doubled-word"]
    assert found.verdicts == {
        Verdict.RIGHT: 1,  # the sure spot
        Verdict.ARGUABLE: 1,  # the unsure one
        Verdict.PRESUMED: 2,  # read for every error, and nothing marked there
        Verdict.UNJUDGED: 2,  # the machine's document, the human one; the article differs in case
    }
    assert (found.planted_right, found.planted_elsewhere) == (1, 0)
    assert found.clean == 1
    assert clean_words == 7 + 10 + sum(text.words for text, _ in run.sample)
