"""Ignores, baseline and decisions, with real files."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from qa.core.category import Category
from qa.core.check import Check
from qa.core.document import Document, Ignore, Segment
from qa.core.finding import Finding
from qa.core.span import Span
from qa.engine import suppress
from qa.engine.decisions import add_decision, decision_about, read_decisions, read_entries
from qa.engine.run import DocumentResult, finish
from qa.engine.suppress import Means, Suppression, Unused, write_baseline
from qa.errors import ConfigError
from qa.text.analysis import Analysis


class DoubledWord(Check):
    """A doubled word."""

    id = "doubled-word"
    category = Category.DUPLICATION
    messages = {"found": "“{text}”"}


class OddMark(DoubledWord):
    """An odd mark."""

    id = "odd-mark"


TEXT = "the the cat sat; the the dog ran"
FIRST, SECOND, MARK = Span(0, 7), Span(17, 24), Span(15, 16)


def result(doc: str = "a.txt", text: str = TEXT, ignores: tuple[Ignore, ...] = ()) -> DocumentResult:
    """A doubled word at each "the the" and an odd mark at each semicolon, with fingerprints as in a run."""
    segment = Segment("1", text, ignores=ignores)
    document = Document(doc, doc, "plain", (segment,))
    found: list[Finding] = []
    for check, part in ((DoubledWord(), "the the"), (OddMark(), ";")):
        start = text.find(part)
        while start >= 0:
            found.append(check.finding(segment, Span(start, start + len(part)), "found"))
            start = text.find(part, start + 1)
    return DocumentResult(document, finish([Analysis(segment, None)], found))


def spans(findings) -> list[Span]:
    return [finding.span for finding in findings]


def decide(path: Path, *entries: dict[str, object]) -> Suppression:
    for entry in entries:
        add_decision(path, entry)
    return Suppression.load(None, path)


def test_nothing_is_silenced_without_a_reason() -> None:
    kept, silenced = Suppression.load(None, None).apply(result())
    assert (spans(kept), silenced) == ([FIRST, MARK, SECOND], [])


# Inline ignores


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        (Ignore(Span(0, 32), frozenset(), 3), []),
        (Ignore(Span(0, 32), frozenset({"doubled-word"}), 3), [MARK]),
        (Ignore(Span(0, 32), frozenset({"twice"}), 3), [MARK]),
        (Ignore(Span(0, 10), frozenset(), 3), [MARK, SECOND]),
        (Ignore(Span(0, 17), frozenset({"doubled-word"}), 3), [MARK, SECOND]),
    ],
)
def test_an_inline_ignore_holds_for_its_span_and_checks(ignore: Ignore, left: list[Span]) -> None:
    suppression = Suppression.load(None, None, {"twice": "doubled-word"})
    kept, silenced = suppression.apply(result(ignores=(ignore,)))
    assert spans(kept) == left
    assert {item.means for item in silenced} == {Means.INLINE}
    assert silenced[0].reason == "ignored in the file, line 3"
    assert suppression.unused() == []


def test_an_inline_ignore_silences_a_finding_between_characters() -> None:
    segment = Segment("1", "text", ignores=(Ignore(Span(0, 4), frozenset(), 1),))
    finding = DoubledWord().finding(segment, Span(4, 4), "found")
    kept, _ = Suppression.load(None, None).apply(DocumentResult(Document("a", "a", "plain", (segment,)), (finding,)))
    assert kept == []


def test_an_idle_inline_ignore_is_reported_unless_its_check_did_not_run() -> None:
    marks = (Ignore(Span(8, 9), frozenset({"odd-mark", "doubled-word"}), 4), Ignore(Span(9, 10), frozenset(), 5))
    suppression = Suppression.load(None, None)
    suppression.apply(result(ignores=marks))
    assert suppression.unused() == [
        Unused(Means.INLINE, "a.txt", 4, "ignores doubled-word, odd-mark"),
        Unused(Means.INLINE, "a.txt", 5, "ignores all checks"),
    ]
    assert [unused.line for unused in suppression.unused(ran={"other"})] == [5]


# Baseline


def test_a_misspelt_check_in_an_ignore_is_told() -> None:
    marks = (Ignore(Span(0, 3), frozenset({"odd-marc"}), 4), Ignore(Span(0, 3), frozenset({"odd-mark"}), 5))
    suppression = Suppression.load()
    suppression.apply_to("a", {"1": marks}, [])
    assert suppression.unused(ran={"other"}, known={"other", "odd-mark"}) == [
        Unused(Means.INLINE, "a", 4, "ignores odd-marc (no such check)")
    ]


def test_a_baseline_silences_what_it_knows_and_nothing_new(tmp_path) -> None:
    path = tmp_path / "known.jsonl"
    assert write_baseline([result(text="the the cat sat down")], path) == 1
    kept, silenced = Suppression.load(path, None).apply(result(text="the the cat sat down; then the the cat ran"))
    assert spans(kept) == [Span(20, 21), Span(27, 34)]
    assert [item.reason for item in silenced] == [f"known from the baseline, {path}:1"]


def test_a_baseline_outlives_edits_elsewhere_and_a_new_name_of_the_file(tmp_path) -> None:
    path = tmp_path / "known.jsonl"
    write_baseline([result()], path)
    edited = result("moved/b.txt", "New words stand here before. And then the the cat sat; the the dog ran")
    kept, _ = Suppression.load(path, None).apply(edited)
    assert [finding.span.start for finding in kept] == [38]


def test_a_baseline_is_sorted_lines_for_people_and_machines(tmp_path) -> None:
    path = tmp_path / "known.jsonl"
    write_baseline([result("b.txt"), result("a.txt"), result("a.txt")], path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(line["doc"], line["check"], line["text"]) for line in lines] == [
        ("a.txt", "doubled-word", "the the"),
        ("a.txt", "doubled-word", "the the"),
        ("a.txt", "odd-mark", ";"),
        ("b.txt", "doubled-word", "the the"),
        ("b.txt", "doubled-word", "the the"),
        ("b.txt", "odd-mark", ";"),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["known.jsonl"]


def test_a_baseline_that_cannot_be_finished_leaves_the_old_one(tmp_path, monkeypatch) -> None:
    path = tmp_path / "known.jsonl"
    write_baseline([result()], path)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(suppress.Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        write_baseline([], path)
    assert path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["known.jsonl"]


def test_a_baseline_line_that_is_not_found_any_more_is_reported(tmp_path) -> None:
    path = tmp_path / "known.jsonl"
    write_baseline([result(), result("unseen.txt", "x; y")], path)
    suppression = Suppression.load(path, None)
    suppression.apply(result("./a.txt", "the the cat sat, the the dog ran"))
    expected = Unused(Means.BASELINE, str(path), 3, "odd-mark at “;” in a.txt is not found any more")
    assert [unused for unused in suppression.unused() if "odd-mark" in unused.what] == [expected]
    assert suppression.unused(ran={"doubled-word"}) == [u for u in suppression.unused() if "odd-mark" not in u.what]


def test_a_text_with_a_lone_surrogate_is_kept_in_a_baseline(tmp_path) -> None:
    path = tmp_path / "known.jsonl"
    broken = result("a\udcff.txt")
    write_baseline([broken], path)
    assert Suppression.load(path, None).apply(broken)[0] == []


# Decisions


def test_ignoring_an_occurrence_silences_that_one(tmp_path) -> None:
    path = tmp_path / "decisions.jsonl"
    finding = result().findings[2]
    suppression = decide(path, decision_about(finding, "a.txt"))
    kept, silenced = suppression.apply(result())
    assert spans(kept) == [FIRST, MARK]
    assert silenced[0].means is Means.DECISION
    assert silenced[0].reason == f"ignored by decision (occurrence), {path}:1"


def test_ignoring_in_a_document_silences_that_text_there_however_the_path_is_written(tmp_path) -> None:
    finding = result().findings[0]
    suppression = decide(tmp_path / "d.jsonl", decision_about(finding, "./news/a.txt", scope="document"))
    assert spans(suppression.apply(result("news\\a.txt"))[0]) == [MARK]
    assert spans(suppression.apply(result("news/b.txt"))[0]) == [FIRST, MARK, SECOND]


def test_ignoring_for_a_check_holds_everywhere_for_the_text(tmp_path) -> None:
    suppression = decide(tmp_path / "d.jsonl", decision_about(result().findings[0], "a.txt", scope="check"))
    assert spans(suppression.apply(result("b.txt"))[0]) == [MARK]
    shouted = result("b.txt").findings[0]
    assert suppression.apply(DocumentResult(result("b.txt").document, (shouted,)))[0] == []


def test_without_text_a_decision_holds_for_all_findings_of_the_check(tmp_path) -> None:
    whole = {"decision": "ignore", "scope": "check", "check": "doubled-word"}
    there = {"decision": "ignore", "scope": "document", "doc": "a.txt", "check": "odd-mark"}
    suppression = decide(tmp_path / "d.jsonl", whole, there)
    assert suppression.apply(result())[0] == []
    assert spans(suppression.apply(result("b.txt"))[0]) == [MARK]


def test_the_narrowest_decision_rules(tmp_path) -> None:
    first, _, second = result().findings
    suppression = decide(
        tmp_path / "d.jsonl",
        decision_about(second, "a.txt", "accept"),
        {"decision": "ignore", "scope": "check", "check": "doubled-word"},
    )
    assert spans(suppression.apply(result())[0]) == [MARK, SECOND]
    assert first.fingerprint != second.fingerprint


def test_a_later_decision_about_the_same_thing_wins(tmp_path) -> None:
    finding = result().findings[0]
    path = tmp_path / "d.jsonl"
    decide(path, decision_about(finding, "a.txt"), decision_about(finding, "a.txt", "accept"))
    assert spans(Suppression.load(None, path).apply(result())[0]) == [FIRST, MARK, SECOND]
    decide(path, decision_about(finding, "a.txt"))
    assert spans(Suppression.load(None, path).apply(result())[0]) == [MARK, SECOND]


def test_decisions_under_a_former_id_hold(tmp_path) -> None:
    path = tmp_path / "d.jsonl"
    add_decision(path, {"decision": "ignore", "scope": "check", "check": "twice"})
    assert spans(Suppression.load(None, path, {"twice": "doubled-word"}).apply(result())[0]) == [MARK]


def test_idle_decisions_are_reported_for_what_was_seen(tmp_path) -> None:
    path = tmp_path / "d.jsonl"
    suppression = decide(
        path,
        {"decision": "ignore", "scope": "check", "check": "doubled-word", "text": "so so"},
        {"decision": "ignore", "scope": "document", "doc": "unseen.txt", "check": "odd-mark"},
        {"decision": "ignore", "scope": "document", "doc": "a.txt", "check": "odd-mark", "text": "!"},
        {"decision": "accept", "scope": "check", "check": "odd-mark", "text": "?"},
        {"decision": "ignore", "fingerprint": "00ff", "doc": "a.txt"},
    )
    suppression.apply(result())
    assert [(unused.line, unused.what) for unused in suppression.unused()] == [
        (1, "ignores doubled-word at “so so”"),
        (3, "ignores odd-mark at “!” in a.txt"),
        (5, "ignores finding 00ff in a.txt"),
    ]
    assert [unused.line for unused in suppression.unused(ran={"odd-mark"})] == [3, 5]


def test_what_is_silenced_twice_leaves_nothing_unused(tmp_path) -> None:
    baseline, decisions = tmp_path / "b.jsonl", tmp_path / "d.jsonl"
    write_baseline([result()], baseline)
    add_decision(decisions, {"decision": "ignore", "scope": "check", "check": "odd-mark"})
    suppression = Suppression.load(baseline, decisions)
    kept, silenced = suppression.apply(result(ignores=(Ignore(Span(0, 32), frozenset(), 1),)))
    assert (kept, suppression.unused()) == ([], [])
    assert [item.means for item in silenced] == [Means.INLINE] * 3


def test_adding_leaves_every_byte_that_stands_there(tmp_path) -> None:
    path = tmp_path / "d.jsonl"
    before = b'# ours\r\n\r\n{"decision": "same", "names": ["Belov", "Belof"], "x": 1}\n'
    before += b'{ "decision":"ignore","scope":"check", "check":"odd-mark","who":"eva" }'
    path.write_bytes(before)
    add_decision(path, {"decision": "preferred", "name": "Bélov"})
    assert path.read_bytes() == before + '\n{"decision": "preferred", "name": "Bélov"}\n'.encode()
    assert [decision.check for decision in read_decisions(path)] == ["odd-mark"]
    assert [entry["decision"] for _, entry in read_entries(path)] == ["same", "ignore", "preferred"]


def test_programs_that_write_at_once_lose_nothing(tmp_path) -> None:
    path = tmp_path / "d.jsonl"

    def write(who: int) -> None:
        for number in range(50):
            add_decision(path, {"decision": "ignore", "fingerprint": f"{who}-{number}", "text": "x" * 500})

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({decision.fingerprint for decision in read_decisions(path)}) == 200


def test_a_write_that_fails_half_way_is_taken_back(tmp_path, monkeypatch) -> None:
    path = tmp_path / "d.jsonl"
    add_decision(path, {"decision": "ignore", "fingerprint": "1"})
    before = path.read_bytes()
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, line: real(handle, line[:9]))
    with pytest.raises(OSError, match="no room"):
        add_decision(path, {"decision": "ignore", "fingerprint": "2"})
    assert path.read_bytes() == before


def test_a_decisions_file_need_not_exist_yet(tmp_path) -> None:
    assert spans(Suppression.load(None, tmp_path / "d.jsonl").apply(result())[0]) == [FIRST, MARK, SECOND]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<<<<<<< HEAD", "not a JSON object; repair or delete this line"),
        ("[1]", "not a JSON object; repair or delete this line"),
        ('{"decision": "ignore", "scope": "world"}', "unknown scope “world” (there are occurrence, document, check)"),
        ('{"decision": "ignore"}', "a decision of scope occurrence needs `fingerprint`"),
        ('{"decision": "ignore", "scope": "document", "doc": "a"}', "a decision of scope document needs `check`"),
        ('{"decision": "ignore", "scope": "check"}', "a decision of scope check needs `check`"),
        (
            '{"decision": "accept", "scope": "check", "check": "a", "text": 1}',
            "`text` of a decision must be a string",
        ),
    ],
)
def test_a_decision_that_cannot_be_understood_is_an_error_with_its_line(tmp_path, line: str, expected: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(f"# first\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Suppression.load(None, path)
    assert str(caught.value) == f"{path}:2: {expected}"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"decision": "ignore"}, "a decision of scope occurrence needs `fingerprint`"),
        ({"scope": "check", "check": "a"}, "a decision needs `decision`, such as accept or ignore"),
    ],
)
def test_an_incomplete_decision_is_not_written(tmp_path, entry, expected: str) -> None:
    path = tmp_path / "d.jsonl"
    with pytest.raises(ConfigError) as caught:
        add_decision(path, entry)
    assert str(caught.value) == f"{path}: {expected}"
    assert not path.exists()


def test_errors_of_a_baseline(tmp_path) -> None:
    missing = tmp_path / "no.jsonl"
    with pytest.raises(ConfigError) as caught:
        Suppression.load(missing, None)
    assert (
        str(caught.value) == f"{missing}: cannot read this file (No such file or directory); check its name and rights"
    )
    path = tmp_path / "b.jsonl"
    path.write_text('{"fingerprint": "1"}\n{"doc": "a"}\n')
    with pytest.raises(ConfigError) as caught:
        Suppression.load(path, None)
    assert str(caught.value) == f"{path}:2: not a line of a baseline: it has no `fingerprint`"
    path.write_bytes(b"\xff\xfe\n")
    with pytest.raises(ConfigError, match="not a JSON object"):
        Suppression.load(path, None)


def test_results_of_another_process_are_silenced_here(tmp_path) -> None:
    path = tmp_path / "known.jsonl"
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from test_suppress import result, write_baseline; write_baseline([result()], Path(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent), str(path)], check=True)
    assert Suppression.load(path, None).apply(result())[0] == []
