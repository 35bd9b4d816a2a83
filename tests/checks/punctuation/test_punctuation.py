"""What the examples of the punctuation checks cannot say: time, roles of blocks, languages, protected text."""

import time

import pytest

from qa.checks.casing.lowercase_sentence_start import LowercaseSentenceStart
from qa.checks.punctuation.clashing_marks import ClashingMarks
from qa.checks.punctuation.dash_spacing import DashSpacing
from qa.checks.punctuation.foreign_marks import ForeignMarks
from qa.checks.punctuation.missing_end_mark import MissingEndMark
from qa.checks.punctuation.missing_space_after_punctuation import MissingSpaceAfterPunctuation
from qa.checks.punctuation.space_before_punctuation import SpaceBeforePunctuation
from qa.checks.punctuation.stop_inside_sentence import StopInsideSentence
from qa.core.check import Check
from qa.core.document import Block, Document, Role, Segment
from qa.core.finding import Finding
from qa.core.span import Span
from qa.engine.registry import builtin_checks
from qa.testing import run_check

PUNCTUATION = sorted(
    (check for check in builtin_checks() if check.__module__.startswith("qa.checks.punctuation.")),
    key=lambda check: check.id,
)
HOSTILE = (
    "a",
    " ",
    ",",
    ".",
    "a, ",
    "( ",
    ") ",
    '" ',
    "” ",
    "- ",
    " -a",
    "a.",
    "' ",
    "? ",
    "?!",
    "a: ",
    "the, ",
    ". a",
)


def findings(check: type[Check], text: str) -> list[Finding]:
    """The findings of one check in an English text."""
    return run_check(check, Document("t", "t", "plain", (Segment("1", text, lang="en"),), lang="en"))


def found(check: type[Check], text: str, lang: str = "en", **segment: object) -> list[str]:
    """The texts of the findings of one check."""
    document = Document("t", "t", "plain", (Segment("1", text, lang=lang, **segment),), lang=lang)  # type: ignore[arg-type]
    return [finding.text for finding in run_check(check, document)]


@pytest.mark.parametrize("check", PUNCTUATION, ids=lambda check: check.id)
def test_time_grows_with_length_not_faster(check: type[Check]) -> None:
    for unit in HOSTILE:
        seconds = []
        for size in (2_000, 16_000):
            start = time.process_time()
            found(check, unit * (size // len(unit)))
            seconds.append(time.process_time() - start)
        assert seconds[1] < 0.1 + 24 * seconds[0], unit


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING, Role.CAPTION, Role.LIST, Role.VERSE, Role.CELL])
def test_only_running_prose_needs_end_marks(role: Role) -> None:
    text = "The bridge was closed in March because the river had risen over the quay"
    assert found(MissingEndMark, text, blocks=(Block(Span(0, len(text)), role),)) == []
    assert found(MissingEndMark, text, blocks=(Block(Span(0, len(text)), Role.BODY),)) == ["quay"]


def test_a_text_without_end_marks_keeps_to_its_habit() -> None:
    line = "It was very late when the ferry had come and we were all tired of the cold"
    text = "\n\n".join([line] * 5)
    blocks = tuple(Block(Span(start, start + len(line)), Role.BODY) for start in range(0, len(text), len(line) + 2))
    assert found(MissingEndMark, text, blocks=blocks) == []


LINE = "The bridge was closed in March because the river had risen over the quay"


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\n"])
def test_a_first_line_may_be_a_title_and_a_later_one_is_none(end: str) -> None:
    first = findings(MissingEndMark, f"{LINE}{end}The bridge is old.")
    assert all(finding.confidence < 0.7 for finding in first)
    alone = findings(MissingEndMark, LINE)
    assert [finding.confidence for finding in alone] == [MissingEndMark.confidence]
    later = findings(MissingEndMark, f"The bridge is old.{end}{LINE}")
    assert [finding.confidence for finding in later] == [MissingEndMark.confidence]


def test_paragraphs_in_segments_of_their_own_are_one_text() -> None:
    segments = tuple(Segment(str(number), text, lang="en") for number, text in enumerate(("The bridge is old.", LINE)))
    (finding,) = run_check(MissingEndMark, Document("d", "d", "html", segments))
    assert (finding.segment, finding.text, finding.confidence) == ("1", "quay", MissingEndMark.confidence)
    small = (segments[0], Segment("1", "the bridge is old and nobody likes it.", lang="en"))
    (finding,) = run_check(LowercaseSentenceStart, Document("d", "d", "html", small))
    assert (finding.segment, finding.confidence) == ("1", LowercaseSentenceStart.confidence)


def test_a_small_start_of_a_lone_line_may_be_a_piece_of_a_sentence() -> None:
    (finding,) = findings(LowercaseSentenceStart, "the bridge is old and nobody likes it")
    assert finding.confidence < 0.7
    (finding,) = findings(LowercaseSentenceStart, "the bridge is old and nobody likes it.")
    assert finding.confidence == LowercaseSentenceStart.confidence


@pytest.mark.parametrize(
    ("lang", "text", "marks"),
    [
        ("en", "Late ! Who ? He said : no ; never , ever .", 6),
        ("fr", "Tard ! Qui ? Il a dit : non ; jamais , jamais .", 2),
        ("de", "Spät ! Wer ? Er sagte : nein ; nie , nie .", 6),
        ("ru", "Поздно ! Кто ? Он сказал : нет ; никогда , никогда .", 6),
    ],
)
def test_blanks_before_marks_by_language(lang: str, text: str, marks: int) -> None:
    assert len(found(SpaceBeforePunctuation, text, lang)) == marks


@pytest.mark.parametrize(
    ("lang", "text", "marks"),
    [
        ("es", "¿Quién? ¡Nadie!", []),
        ("en", "¿Who paid for it? Nobody.", ["¿"]),
        ("ar", "نعم، لا؟", []),
        ("en", "Yes، no.", ["،"]),
        ("hi", "हाँ।", []),
        ("zh", "好，好。", []),
        ("zh", "好,好。", [","]),
        ("el", "Ναι\u037e", []),
    ],
)
def test_marks_of_other_scripts_by_language(lang: str, text: str, marks: list[str]) -> None:
    assert found(ForeignMarks, text, lang) == marks


def test_ordinals_end_in_full_stops_in_german_but_not_in_english() -> None:
    assert found(StopInsideSentence, "Der Saal war vom 16. bis zum 18. geschlossen.", "de") == []
    assert found(StopInsideSentence, "The hall was closed in 2016. and opened in May.") == ["."]


def test_carriage_returns_and_odd_blanks() -> None:
    text = "They came\u00a0, and left\u202f.\r\nThen\t, nothing."
    assert found(SpaceBeforePunctuation, text) == [
        "\u00a0",
        "\u202f",
        "\t",
    ]
    assert found(ClashingMarks, "They came..\r\nThey left,.\r\n") == ["..", ",."]


def test_addresses_are_left_alone() -> None:
    text = "See https://example.org/a,b;c.Then and write to Ann.Marlow@example.org,please."
    assert found(MissingSpaceAfterPunctuation, text) == []


def test_two_odd_dashes_are_a_habit() -> None:
    text = "One – two – three. Four – five – six. Seven—eight—nine."
    assert found(DashSpacing, text) == []
