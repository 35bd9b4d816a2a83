from qa.core.category import Category
from qa.core.check import Check
from qa.core.document import Document, Segment
from qa.core.span import Span
from qa.engine.run import analyse, check_document


class Shouting(Check):
    id = "shouting"
    category = Category.CAPITALIZATION
    messages = {"loud": "“{text}” is loud"}

    def check_segment(self, segment, text):
        for start, end, word in zip(text.words.starts, text.words.ends, text.words.texts, strict=True):
            if word.isupper() and len(word) > 1:
                yield self.finding(segment, Span(start, end), "loud")


class Crashing(Shouting):
    id = "crashing"

    def check_segment(self, segment, text):
        yield from super().check_segment(segment, text)
        raise ZeroDivisionError("for the test")


class German(Shouting):
    id = "german"
    languages = frozenset({"de"})


def document(*texts: str, lang: str | None = "en", protected: tuple[Span, ...] = ()) -> Document:
    segments = tuple(Segment(str(number), text, protected=protected) for number, text in enumerate(texts, 1))
    return Document("a.txt", "a.txt", "plain", segments, lang=lang)


def test_findings_come_in_reading_order_with_a_fingerprint_each() -> None:
    findings = check_document(document("OH no AH", "HO"), [Shouting()]).findings
    assert [(finding.segment, finding.text) for finding in findings] == [("1", "OH"), ("1", "AH"), ("2", "HO")]
    assert len({finding.fingerprint for finding in findings}) == 3


def test_equal_findings_differ_by_their_ordinal() -> None:
    findings = check_document(document("x y OH z w x y OH z w"), [Shouting()]).findings
    assert len({finding.fingerprint for finding in findings}) == 2


def test_a_fingerprint_outlives_edits_elsewhere() -> None:
    (before,) = check_document(document("one two OH three four"), [Shouting()]).findings
    (after,) = check_document(document("Something new. And one two OH three four"), [Shouting()]).findings
    assert before.fingerprint == after.fingerprint
    assert before.span != after.span


def test_a_fingerprint_outlives_new_paragraphs_beside_it() -> None:
    (before,) = check_document(document("OH three"), [Shouting()]).findings
    (after,) = check_document(document("Something new.\r\n\r\nOH three\n \nand more"), [Shouting()]).findings
    assert before.fingerprint == after.fingerprint


def test_a_crash_is_a_problem_and_the_other_checks_go_on() -> None:
    result = check_document(document("OH"), [Crashing(), Shouting()])
    assert [finding.check for finding in result.findings] == ["shouting"]
    (problem,) = result.problems
    assert problem.kind == "check"
    assert "crashing" in problem.what
    assert "ZeroDivisionError" in problem.what


def test_protected_text_is_never_flagged() -> None:
    assert check_document(document("OH no", protected=(Span(0, 2),)), [Shouting()]).findings == ()
    assert check_document(document("see https://example.org/OH now"), [Shouting()]).findings == ()


def test_a_check_is_silent_in_a_language_it_does_not_know() -> None:
    assert check_document(document("OH"), [German()]).findings == ()
    assert len(check_document(document("OH", lang="de-AT"), [German()]).findings) == 1


def test_an_unnamed_language_is_guessed() -> None:
    german = "Der Minister sagte, dass die neue Brücke nicht vor dem Winter fertig wird, und das ist auch gut so."
    assert analyse(document(german, lang=None))[0].base_lang == "de"
    assert analyse(document("The bridge is not ready, and that is good.", lang=None))[0].base_lang == "en"
    assert analyse(document("Міст не готовий, і це добре.", lang=None))[0].base_lang == "uk"
    assert analyse(document("橋はまだ完成していません。", lang=None))[0].base_lang == "ja"
    assert analyse(document("Kyiv", lang=None))[0].base_lang == "en"
