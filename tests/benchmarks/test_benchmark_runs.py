"""Sets, tables, measuring processes, and whole runs on a small data folder."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import development, sets, speed
from benchmarks.__main__ import main
from benchmarks.checker import Checker, CheckerError
from benchmarks.tables import Table, read_tsv, write_tsv


def row(table, first):
    return next(list(cells) for cells in table.rows if cells[0] == first)


def test_planted_kinds(data, checker):
    table = development.planted_table(development.Run(data, checker))
    assert row(table, "repeat2") == ["repeat2", 1, 1, 1.0]
    assert row(table, "noun_removed") == ["noun_removed", 0, 1, 0.0]
    assert row(table, "codemix, other script")[2] == 1


def test_news_counts(data, checker):
    table = development.news_table(development.Run(data, checker))
    assert row(table, "surface") == ["surface", 1, 1, 1.0]
    assert "claims: 4; on a sure spot 1, on an unsure one 1, on none 2; precision by spots alone 0.33" in table.notes


def test_rated_counts_leave_out_other_target_languages(data, checker):
    table = development.rated_table(development.Run(data, checker))
    assert [cells[0] for cells in table.rows] == ["xxen_test", "all"]
    assert row(table, "all") == ["all", 10, 1, pytest.approx(100), 11, 1, pytest.approx(1000 / 11), 1.0]


def test_clean_rates(data, checker):
    per_check, per_file = development.clean_tables(development.Run(data, checker, sample_words=100))
    assert row(per_check, "doubled-word")[1:4] == [0.0, pytest.approx(100), 0.0]
    assert row(per_file, "prose")[2] == 0


def test_articles_leave_out_annotated_and_human_ones(data):
    assert [text.id for text in sets.load_articles(data)] == ["d1|good"]


def test_rated_sets_are_read_as_documents_too(data):
    assert [(text.id, human) for text, human in sets.load_rated_articles(data / "mqm/xxen_test.jsonl.gz")] == [
        ("d|m", False),
        ("d|ref", True),
    ]
    assert sets.load_rated_articles(data / "mqm/enxx_test.jsonl.gz") == []  # single sentences


def test_sample_is_seeded_and_disjoint(data):
    first = sets.sample_text(data, 100, seed=3, size=20)
    assert first == sets.sample_text(data, 100, seed=3, size=20)
    assert first != sets.sample_text(data, 100, seed=4, size=20)
    assert all(text.words >= 20 for text in first)
    paragraphs = [p for text in first for p in text.text.split("\n\n")]
    assert len(paragraphs) == len(set(paragraphs))


def test_sample_needs_text(tmp_path):
    with pytest.raises(sets.DataError, match="no"):
        sets.sample_text(tmp_path, 10, seed=1)


def test_digest_follows_the_bytes(data):
    before = sets.digest(data)
    (data / "broken_news/dev.jsonl").write_text("", encoding="utf-8")
    assert len(before) == 12
    assert sets.digest(data) != before


def test_findings_must_fit_their_text(checker):
    lying = checker.command[1] + ".lying"
    code = Path(checker.command[1]).read_text(encoding="utf-8").replace("m.start(),", "m.start() + 1,")
    Path(lying).write_text(code, encoding="utf-8")
    with pytest.raises(CheckerError, match="is not its text"):
        Checker((sys.executable, lying)).check([sets.Text("d", "1", "It was so so.")])


def test_missing_checker_is_named():
    with pytest.raises(CheckerError, match="no-such-program"):
        Checker(("no-such-program",)).check([])


def test_failing_checker_shows_its_error():
    with pytest.raises(CheckerError, match="exit 3"):
        Checker((sys.executable, "-c", "import sys; sys.exit(3)")).check([])


def test_table_aligns_words_left_and_figures_right():
    table = Table("t", ("name", "n", "share"))
    table.add("a", 1200, None)
    table.add("long name", 3, 0.5)
    assert table.render().splitlines() == [
        "== t",
        "name           n  share",
        "---------  -----  -----",
        "a          1,200      -",
        "long name      3   0.50",
    ]


def test_tsv_round_trip_and_refusals(tmp_path):
    path = tmp_path / "t.tsv"
    write_tsv(path, ("a", "b"), [("1", ""), ("2", "x")])
    assert read_tsv(path) == [{"a": "1", "b": ""}, {"a": "2", "b": "x"}]
    for bad in [("1",), ("1", "tab\t"), ("1", "line\n")]:
        with pytest.raises(ValueError, match="not a row"):
            write_tsv(path, ("a", "b"), [bad])
    assert len(read_tsv(path)) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_measured_process(tmp_path):
    code = "x = bytearray(60 << 20); s = sum(range(3_000_000))"
    usage = speed.measure([sys.executable, "-c", code], tmp_path)
    assert 60 < usage.peak_mib < 120
    assert 0 < usage.cpu < usage.wall * 1.5


def test_peak_does_not_include_the_driver(tmp_path):
    held = bytearray(200 << 20)
    assert speed.measure([sys.executable, "-c", "pass"], tmp_path).peak_mib < 60
    assert len(held) == 200 << 20


def test_failed_process_is_reported(tmp_path):
    with pytest.raises(CheckerError, match="exit 7"):
        speed.measure([sys.executable, "-c", "import sys; sys.exit(7)"], tmp_path)


def test_po_notation():
    assert speed.quoted_po('a "b" \\n\n') == '"a \\"b\\" \\\\n\\n"'


def test_missing_rivals_are_not_measured(data, checker, tmp_path):
    tools, missing = speed.rivals({"harper": None, "pofilter": tmp_path / "nowhere"})
    assert (tools, missing) == ([], ["harper", "pofilter"])
    texts = sets.sample_text(data, 100, 1, size=20)
    measured = speed.compare([speed.OwnTool(checker)], texts, 2, tmp_path)
    table = speed.comparison_table(measured, texts, missing)
    assert row(table, "qa")[1:3] == ["9.1", 0]
    assert row(table, "harper")[1] == "not measured"
    assert len(measured["qa"].full) == 2


def test_whole_run(data, checker, tmp_path, capsys):
    out = tmp_path / "precision.tsv"
    common = ["run", str(data), "--qa", " ".join(checker.command), "--words", "100", "--speed-words", "100"]
    files = ["--precision", str(out), "--judgements", str(tmp_path / "j")]
    assert main([*common, *files, "--date", "2026-01-01", "--rounds", "1"]) == 0
    shown = capsys.readouterr().out
    for title in ("planted errors", "annotated news", "rated sets", "clean text", "precision per check", "speed on"):
        assert title in shown
    rows = read_tsv(out)
    assert [(r["check"], r["claims"], r["precision"]) for r in rows] == [
        ("doubled-word", "6", "0.333"),
        ("never-fires", "0", ""),
    ]


def test_unknown_part_is_refused(data, capsys):
    assert main(["run", str(data), "--only", "sped"]) == 2
    assert "no such part: sped" in capsys.readouterr().err


def test_profiles_reach_the_checker(checker):
    arguments = replace(checker, profile="strict", options=("--select", "x")).arguments(Path("a"), Path("b"))
    assert arguments[arguments.index("--profile") + 1] == "strict"
    assert arguments[-2:] == ["--select", "x"]
    assert json.dumps(arguments)
