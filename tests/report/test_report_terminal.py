"""The report for people, character by character."""

from collections.abc import Callable

from report_helpers import document_of, finding_at, report

from qa.core.category import Severity
from qa.core.document import Document
from qa.core.finding import Evidence, Problem, Related
from qa.core.fix import Applicability, Edit, Fix
from qa.core.span import Span
from qa.report import Style

NARROW = Style(width=60)


def test_a_whole_report() -> None:
    text = "Kyiv spoke.\nThe minister, Andrei Belussov, said on Monday that talks with Tokyo (東京) had begun .\n"
    first = document_of(text.encode(), "day/one.txt")
    name = finding_at(first, "Belussov", "Belusov", evidence=(Evidence("count", "Belusov 4, Belussov 1"),))
    place = text.index(" .")
    fix = Fix("(delete)", (Edit(Span(place, place + 1), ""),), Applicability.SAFE)
    blank = finding_at(
        first, " .", check="space-before-punctuation", severity=Severity.MINOR, message="Blank before “.”", fixes=(fix,)
    )
    clean = document_of(b"Nothing here.", "day/two.txt")
    assert report("terminal", [(first, [name, blank]), (clean, [])], style=NARROW) == (
        "day/one.txt\n"
        "  2:22  major  “Belussov” is also spelt “Belusov” (4 times)\n"
        "      inconsistent-name 97%\n"
        "      The minister, Andrei Belussov, said on Monday that ta…\n"
        "                           ^^^^^^^^\n"
        "      fix: Belussov -> Belusov\n"
        "      Belusov 4, Belussov 1\n"
        "  2:83  minor  Blank before “.”\n"
        "      space-before-punctuation 97%\n"
        "      …id on Monday that talks with Tokyo (東京) had begun .\n"
        "                                                          ^^\n"
        '      fix: " " -> (nothing)\n'
        "\n"
        "inconsistent-name         1  ████████████████████████\n"
        "space-before-punctuation  1  ████████████████████████\n"
        "\n"
        "2 findings in 1 of 2 documents: 1 major, 1 minor. `qa fix` can repair 2.\n"
    )


def test_the_table_fits_a_narrow_terminal() -> None:
    document = document_of(b"Says Belussov. Belussov.")
    for columns in (20, 40, 60):
        text = report("terminal", [(document, [finding_at(document, "Belussov")])], style=Style(width=columns))
        row = next(line for line in text.splitlines() if line.startswith("inconsistent-name"))
        assert len(row) <= max(columns, len("inconsistent-name  1  █"))


def test_a_clean_run_says_so() -> None:
    assert report("terminal", [(document_of(b"Fine."), [])]) == "Nothing found in 1 document.\n"


def test_problems_and_interruption_are_in_the_closing_line() -> None:
    text = report("terminal", [], problems=[Problem("a", "b")])
    assert text == "No document was checked. 1 problem: not everything could be read or checked.\n"


def test_records_are_named_with_their_line() -> None:
    document = document_of(b'{"id": "a17", "text": "Says Belussov."}\n', "day.jsonl")
    assert report("terminal", [(document, [finding_at(document, "Belussov")])]).startswith("day.jsonl:1  a17\n  1:6  ")


def test_segments_are_named_where_there_are_several() -> None:
    document = document_of(
        b'{"id": "p1", "d": "x", "text": "Says Belussov."}\n{"id": "p2", "d": "x", "text": "Yes."}\n', "day.jsonl",
        doc_field="d",
    )  # fmt: skip
    assert len(document.segments) == 2
    assert "\n  p1 1:6  major" in report("terminal", [(document, [finding_at(document, "Belussov")])])


def test_an_unsafe_fix_is_a_question_and_others_are_named() -> None:
    document = document_of(b"Says Belussov.")
    span = Span(5, 13)
    fixes = (Fix("Belusov", (Edit(span, "Belusov"),)), Fix("Belousov", (Edit(span, "Belousov"),)))
    text = report("terminal", [(document, [finding_at(document, "Belussov", fixes=fixes)])])
    assert "fix?: Belussov -> Belusov (or Belousov)\n" in text


def test_letters_that_look_alike_are_told_by_number() -> None:
    document = document_of("p\u0430y cafe\u0301 É".encode())
    fixes = [(Span(1, 2), "a"), (Span(7, 9), "\u00e9"), (Span(10, 11), "é")]
    findings = [
        finding_at(document, span.of(document.segments[0].text), fixes=(Fix(new, (Edit(span, new),)),))
        for span, new in fixes
    ]
    text = report("terminal", [(document, findings)])
    assert "fix?: \u0430 (U+0430) -> a (U+0061)\n" in text
    assert "fix?: e\u0301 (U+0065 U+0301) -> \u00e9 (U+00E9)\n" in text
    assert "fix?: É -> é\n" in text


def test_standard_input_is_called_so() -> None:
    document = document_of(b"Says Belussov.", "-")
    assert report("terminal", [(document, [finding_at(document, "Belussov")])]).startswith("(standard input)\n")


def test_related_places_are_named_the_first_few() -> None:
    document = document_of(b"Belusov, Belusov.\nSays Belussov. Belusov Belusov Belusov")
    places = (0, 9, 33, 41, 49)
    related = (
        Related("1", Span(3, 4), "Be\x07", "other.txt"),
        *(Related("1", Span(start, start + 7), "Belusov") for start in places),
    )
    text = report("terminal", [(document, [finding_at(document, "Belussov", related=related)])])
    assert "      see other.txt “Be<U+0007>”, 1:1 “Belusov”, 1:10 “Belusov”, 2:16 “Belusov”, 2 more\n" in text


def test_colors_only_where_asked() -> None:
    document = document_of(b"Says Belussov.")
    runs: list[tuple[Document, list]] = [(document, [finding_at(document, "Belussov", "Belusov")])]
    assert "\x1b" not in report("terminal", runs)
    assert "\x1b[31mBelussov\x1b[0m" in report("terminal", runs, style=Style(80, color=True))


def test_nothing_from_outside_reaches_the_terminal(hostile_run: Callable[[str], str]) -> None:
    text = hostile_run("terminal")
    assert not [char for char in text if not char.isprintable() and char != "\n"]
