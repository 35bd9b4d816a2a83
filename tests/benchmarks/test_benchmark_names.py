"""Figures on names are counted as they say, on a few made-up passages."""

import json

import pytest

from benchmarks import names_rival
from benchmarks.__main__ import main
from benchmarks.checker import Claim, read_findings
from benchmarks.names_articles import (
    LabelledArticle,
    count_pairs,
    count_spots,
    load_articles,
    pair,
    pairs_table,
)
from benchmarks.names_bands import CHECK, band_of, bands_table, judged_articles, judged_passages
from benchmarks.names_planted import (
    Aim,
    Expected,
    HardCase,
    Passage,
    Slip,
    count,
    hard_right,
    load_hard,
    load_passages,
    planted_tables,
    verdict_on,
)
from benchmarks.names_speed import timed
from benchmarks.sets import AnnotatedText, DataError, Spot, Text
from tests.benchmarks.conftest import write_gz

SLIPPED = "Dara Belenkova sang. Belenokva left, and Belenkova’s boat sank off Ostrau."
WRONG = (SLIPPED.index("Belenokva"), SLIPPED.index("Belenokva") + 9)
RIGHT = (5, 14)


def claim(text, form, other=None, *, check=CHECK, confidence=0.97, suggestion=None, severity="major", at=0):
    start = text.index(form, at)
    related = ((text.index(other), text.index(other) + len(other)),) if other else ()
    forms = (other, form) if other else ()
    return Claim(check, start, start + len(form), form, "", severity, related, confidence, forms, suggestion)


def passage(natural=()):
    slip = Slip(*WRONG, "Belenkova", "metathesis")
    return Passage(Text("names", "a-p0-pos", SLIPPED), "positive", (slip,), tuple(map(frozenset, natural)))


def test_a_claim_hits_a_slip_from_either_spelling():
    for odd, kept in (("Belenokva", "Belenkova"), ("Belenkova", "Belenokva")):
        assert passage().aim(claim(SLIPPED, odd, kept)) is Aim.SLIP
    assert passage().aim(claim(SLIPPED, "Ostrau")) is Aim.NOTHING
    assert passage([("Ostrau", "Ostrava")]).aim(claim(SLIPPED, "Ostrau")) is Aim.NATURAL


def test_planted_counts():
    clean = Passage(Text("names", "b-p0-neg", "Tveit met Lenk in Tarsk."), "clean")
    twins = Passage(Text("names", "c-p0-ren", "Hensen met Henson."), "renamed")
    missed = passage()
    said = [
        [
            claim(SLIPPED, "Belenokva", "Belenkova", suggestion="Belenkova"),
            claim(SLIPPED, "Belenkova", "Belenokva", suggestion="Belenokva"),
            claim(SLIPPED, "sang", check="wrong-word"),
        ],
        [],
        [claim(clean.text.text, "Tarsk", check="lowercase-name"), claim(clean.text.text, "Lenk", "Tveit")],
        [claim(twins.text.text, "Hensen", "Henson")],
    ]
    counted = count([passage(), missed, clean, twins], said)
    assert (counted.found, counted.slips) == ({"metathesis": 1}, {"metathesis": 2})
    assert (counted.false, counted.natural) == (3, 0)
    assert counted.scores == (1 / 4, 1 / 4, 1 / 2)
    assert (counted.offered, counted.right) == (2, 1)
    assert counted.with_false_alarm == {"positive": 0, "clean": 1, "renamed": 1}
    scores, kinds = planted_tables({"it": counted}, {"it": (1, 2)})
    assert scores.rows[0][:7] == ("it", 1 / 4, 1 / 4, 1 / 2, 1, 3, 0)
    assert scores.rows[0][-1] == "1 of 2"
    assert kinds.rows == [("it", "1/2")]


def test_natural_inconsistencies_raise_the_second_precision_only():
    counted = count([passage([("Ostrau", "Ostrava")])], [[claim(SLIPPED, "Ostrau", "sang")]])
    assert counted.scores == (None, 1.0, 0.0)


def test_hard_cases_compare_the_worst_severity():
    text = "Andrei Lenk and Andrey Lenk"
    style = Expected(frozenset({"Andrei", "Andrey"}), "style")
    minor = claim(text, "Andrey", "Andrei", severity="minor")
    major = claim(text, "Lenk", "Andrei", severity="major")
    assert verdict_on(style, []) == "none"
    assert verdict_on(style, [minor]) == "style"
    assert verdict_on(style, [minor, major]) == "error"
    case = HardCase(Text("h", "1", text), (style, Expected(frozenset({"Tveit"}), "none")))
    assert hard_right([case], [[minor]]) == (2, 2)
    assert hard_right([case], [[]]) == (1, 2)


def article(labels, *, human=False, text="Tveit, Tveid, Tvait and Lenk"):
    return LabelledArticle(Text("names-articles", "d|s", text), human, {pair(*two): v for two, v in labels.items()})


LABELS = {("Tveit", "Tveid"): "right", ("Tvait", "Tveit"): "wrong", ("Lenk", "Lenks"): "right"}


def test_pairs_count_once_an_article_and_missed_ones_are_told():
    one = article(LABELS)
    said = [claim(one.text.text, form, "Tveit") for form in ("Tveid", "Tveid", "Tvait", "Lenk")]
    counts = count_pairs([one, article(LABELS, human=True)], [said, []])
    assert counts["machine"].told == {"right": 1, "wrong": 1, "unlabelled": 1}
    assert counts["machine"].missed == 1
    assert counts["machine"].scores == (0.5, 0.5)
    assert counts["human"].scores == (None, 0.0)
    table = pairs_table({"it": counts})
    assert [row[:2] for row in table.rows] == [("it", "machine"), ("it", "human")]


def test_the_verdict_on_a_claim_is_that_of_its_own_spelling():
    one = article(LABELS)
    three = Claim(CHECK, 14, 19, "Tvait", forms=("Tveit", "Tveid", "Tvait"))
    assert one.verdict(three) == "wrong"
    assert one.verdict(Claim(CHECK, 7, 12, "TVEID", forms=("Tveit", "Tveid"))) == "right"
    assert one.verdict(Claim(CHECK, 7, 12, "Tveid", forms=("Tveid", "Lenk"))) == "unlabelled"
    assert one.verdict(Claim(CHECK, 7, 12, "Tveid")) == "unlabelled"


def test_spots_are_found_on_either_form_and_only_sure_ones_count():
    text = "Tveit spoke. Tveid left ostrau and tarsk."
    spots = (
        Spot(13, 18, "name-inconsistency", sure=True, tier="surface"),
        Spot(24, 30, "casing", sure=True, tier="lexicon"),
        Spot(35, 40, "casing", sure=False, tier="lexicon"),
        Spot(6, 11, "wrong-word", sure=True, tier="meaning"),
    )
    news = [AnnotatedText(Text("news", "1", text), spots)]
    said = [claim(text, "Tveit", "Tveid"), claim(text, "tarsk", check="lowercase-name")]
    assert count_spots(news, [said]) == {"name-inconsistency": (0, 1, 1), "casing": (0, 0, 1)}
    assert count_spots(news, [[claim(text, "ostrau", check="case")]])["casing"] == (1, 1, 1)


def test_bands_share_their_borders_upwards():
    assert [band_of(at) for at in (0.5, 0.6, 0.8, 0.949, 0.95, 1.0)] == [
        None,
        (0.6, 0.8),
        (0.8, 0.9),
        (0.9, 0.95),
        (0.95, 1.0),
        (0.95, 1.0),
    ]


def test_bands_count_mentions_and_spellings():
    one = article(LABELS)
    planted = [
        claim(SLIPPED, "Belenokva", "Belenkova", confidence=0.96),
        claim(SLIPPED, "Ostrau", "sang", confidence=0.7),
        claim(SLIPPED, "Ostrau", "sang", confidence=0.97, check="lowercase-name"),
    ]
    real = [claim(one.text.text, form, "Tveit", confidence=0.98) for form in ("Tveid", "Tveid", "Tvait", "Lenk")]
    table = bands_table(judged_passages([passage()], [planted]), judged_articles([one], [real]))
    lowest, _, _, highest = table.rows
    assert lowest[:4] == ("0.60 to 0.80", 1, 0, 1)
    assert highest[1:6] == (5, 3, 1, 0, 1)
    assert highest[6] == 3 / 4
    assert highest[7:10] == (4, 3, 2 / 3)
    assert highest[10] < 2 / 3


def test_edit_distance_claims_the_rarer_spelling():
    text = "Belenkova sang. Then Belenkov’s band left, and Belenkova wept. Lena and Leno are short."
    (found,) = names_rival.claims([Text("t", "1", text)])
    assert [(c.matched, c.forms, c.suggestion) for c in found] == [
        ("Belenkov", ("Belenkova", "Belenkov"), "Belenkova"),
    ]
    assert text[found[0].start : found[0].end] == "Belenkov"
    (tied,) = names_rival.claims([Text("t", "2", "Belenkova sang. Belenokva left.")])
    assert [(c.matched, c.suggestion) for c in tied] == [("Belenokva", None)]


def test_findings_are_read_with_confidence_forms_and_repair(tmp_path):
    plain = {"doc": "0", "check": "x", "start": 0, "end": 5, "text": "Tveid", "message": "m", "severity": "minor"}
    fixes = [{"edits": [{"start": 0, "end": 5, "text": "Tveit"}]}, {"edits": []}]
    full = plain | {"confidence": 0.91, "forms": ["Tveit", "Tveid"], "fixes": fixes}
    path = tmp_path / "f.jsonl"
    path.write_text(json.dumps(plain) + "\n" + json.dumps(full) + "\n", encoding="utf-8")
    ((one, two),) = read_findings(path, [Text("t", "0", "Tveid left.")])
    assert (one.confidence, one.forms, one.suggestion) == (1.0, (), None)
    assert (two.confidence, two.forms, two.suggestion) == (0.91, ("Tveit", "Tveid"), "Tveit")


@pytest.fixture
def name_data(data):
    rows = {
        "documents": [
            {"id": "t-p0-pos", "text": SLIPPED, "injected": [
                {"start": WRONG[0], "end": WRONG[1], "right": "Belenkova", "kind": "metathesis"}]},
            {"id": "t-p0-neg", "text": "Harbor and Harbour.", "injected": []},
            {"id": "u-p1-ren", "text": "Hensen met Henson.", "injected": [], "renamed": {}},
        ],
        "natural": [
            {"doc": "t", "a": "Harbor", "b": "Harbour", "verdict": "style"},
            {"doc": "t", "a": "Tarsk", "b": "Task", "verdict": "distinct"},
        ],
        "hard_cases": [{"id": "h", "text": "Kyiv, Kiev.", "expect": [{"forms": ["Kyiv", "Kiev"], "verdict": "style"}]}],
    }  # fmt: skip
    (data / "names").mkdir()
    for name, records in rows.items():
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (data / f"names/{name}.jsonl").write_text(lines, encoding="utf-8")
    labelled = {"doc": "d2", "sys": "m", "human": False, "tgt": ["Tveit spoke.", "Tveid left."],
                "pairs": [["Tveit", "Tveid", "1"], ["Tveid", "Tarsk", "u"]]}  # fmt: skip
    write_gz(data / "mqm/names_xxen.jsonl.gz", [labelled])
    return data


def test_sets_are_read(name_data):
    passages = load_passages(name_data)
    assert [each.sort for each in passages] == ["positive", "clean", "renamed"]
    assert [each.natural for each in passages] == [(frozenset({"Harbor", "Harbour"}),)] * 2 + [()]
    assert load_hard(name_data)[0].expected == (Expected(frozenset({"Kyiv", "Kiev"}), "style"),)
    (one,) = load_articles(name_data)
    assert one.text.text == "Tveit spoke.\n\nTveid left."
    assert one.labels == {("Tveid", "Tveit"): "right", ("Tarsk", "Tveid"): "unsure"}


def test_a_folder_without_labelled_articles_is_an_error(tmp_path):
    with pytest.raises(DataError, match="names_"):
        load_articles(tmp_path)


def test_the_part_names_prints_every_table_and_the_rival(name_data, checker, capsys):
    arguments = ["run", str(name_data), "--qa", " ".join(checker.command), "--only", "names", "--profile", "news"]
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    for title in ("planted slips\n", "by kind", "labelled pairs", "annotated news", "by confidence"):
        assert title in shown
    assert shown.count("edit distance") >= 5
    assert "qa, news" in shown
    assert "qa, strict" not in shown


def test_the_clocks_of_names_alone():
    clocks = timed(["General Marlinov sang in Ostrau. Later, General Marnilov left."] * 3)
    assert set(clocks) == {"load", "layers", "names", "families"}
    assert clocks["families"] == 3
    assert clocks["names"] > 0
