"""Verdicts on claims: kept without text, drawn fairly, recorded from lines."""

import pytest

from benchmarks.__main__ import main
from benchmarks.checker import Claim
from benchmarks.judgements import (
    Judgement,
    in_context,
    key_of,
    read_judgements,
    record,
    sample_unjudged,
    write_judgements,
)
from benchmarks.matching import Verdict
from benchmarks.sets import Text

TEXT = Text("news", "n1", "He said so so.\nThen he left.")
CLAIM = Claim("doubled-word", 8, 13, "so so")


def many(check, count):
    return [(Text("text", f"t:{n}", "a a"), Claim(check, 0, 3, "a a")) for n in range(count)]


def test_file_keeps_verdicts_and_no_text(tmp_path):
    path = tmp_path / "judgements.tsv"
    given = {key_of(TEXT, CLAIM): Judgement(Verdict.ARGUABLE, "me", "emphatic in speech")}
    write_judgements(path, given)
    assert read_judgements(path) == given
    assert "so so" not in path.read_text(encoding="utf-8")


def test_missing_file_is_no_judgement(tmp_path):
    assert read_judgements(tmp_path / "none.tsv") == {}


def test_unknown_verdict_is_refused(tmp_path):
    path = tmp_path / "judgements.tsv"
    header = "dataset document check start end sha1 verdict judge note".replace(" ", "\t")
    path.write_text(header + "\nnews\t1\tc\t0\t1\tff\tmaybe\tme\t\n", encoding="utf-8")
    with pytest.raises(ValueError, match="maybe"):
        read_judgements(path)


def test_changed_text_loses_its_verdict():
    assert key_of(TEXT, CLAIM) != key_of(TEXT, Claim("doubled-word", 8, 13, "to to"))


def test_sample_is_bounded_by_check_and_the_same_each_time():
    claims = [*many("a", 30), *many("b", 3)]
    drawn = sample_unjudged(claims, {}, per_check=5, seed=1)
    assert [claim.check for _, claim in drawn] == ["a"] * 5 + ["b"] * 3
    assert drawn == sample_unjudged(list(reversed(claims)), {}, per_check=5, seed=1)
    assert drawn[:5] != sample_unjudged(claims, {}, per_check=5, seed=2)[:5]


def test_next_draw_goes_on_where_the_last_stopped():
    claims = many("a", 30)
    first = sample_unjudged(claims, {}, per_check=5, seed=1)
    known = {key_of(*pair): Judgement(Verdict.RIGHT, "me", "") for pair in first}
    second = sample_unjudged(claims, known, per_check=5, seed=1)
    assert sample_unjudged(claims, {}, per_check=10, seed=1) == first + second


def test_lines_become_judgements():
    short = key_of(TEXT, CLAIM).short
    found, refused = record(
        ["# comment", "", f"{short} w  a   pause", "ffff right", f"{short} dunno"], [(TEXT, CLAIM)], "me"
    )
    assert found == {key_of(TEXT, CLAIM): Judgement(Verdict.WRONG, "me", "a pause")}
    assert refused == ["ffff right", f"{short} dunno"]


def test_context_marks_the_claim():
    assert in_context(TEXT, CLAIM, width=5) == "said ⟦so so⟧.¶The"


def test_judge_lists_and_records(data, checker, tmp_path, capsys):
    common = [str(data), "--qa", " ".join(checker.command), "--words", "100", "--judgements", str(tmp_path / "j.tsv")]
    assert main(["judge", *common]) == 0
    shown = capsys.readouterr().out
    assert "⟦very very⟧" in shown
    assert "⟦no no⟧" not in shown  # on a sure spot: nothing to judge
    keys = [line.split()[0] for line in shown.splitlines() if not line.startswith(" ")]
    lines = tmp_path / "verdicts.txt"
    lines.write_text("\n".join(f"{key} right slip" for key in keys), encoding="utf-8")
    assert main(["judge", *common, "--record", str(lines), "--judge", "me"]) == 0
    assert len(read_judgements(tmp_path / "j.tsv")) == len(keys) == 4
    capsys.readouterr()
    assert main(["judge", *common]) == 0
    assert capsys.readouterr().out == ""
