"""Names against their source, over several segments."""

import pytest

from qa.checks.names.name_differs_from_source import NameDiffersFromSource
from qa.core.category import Severity
from qa.core.document import Document, Segment
from qa.core.finding import Finding
from qa.testing.guard import run_check


def found(lang: str, *pairs: tuple[str, str]) -> list[Finding]:
    segments = tuple(
        Segment(str(at), target, lang="en", source=source, source_lang=lang)
        for at, (source, target) in enumerate(pairs)
    )
    document = Document("d", "d", "jsonl", segments, lang="en", source_lang=lang)
    return run_check(NameDiffersFromSource, document)


def told(lang: str, *pairs: tuple[str, str]) -> list[tuple[str, str, list[str]]]:
    return [(each.text, each.message_id, [fix.title for fix in each.fixes]) for each in found(lang, *pairs)]


def test_the_rarer_spelling_is_reported_with_everything_an_editor_needs() -> None:
    (finding,) = found(
        "ru",
        ("Министр Остранов выступил.", "Minister Ostranov spoke."),
        ("Остранова спросили о бюджете.", "Ostronov was asked about the budget."),
        ("Потом Остранов уехал.", "Then Ostranov left."),
    )
    assert (finding.segment, finding.text, finding.severity) == ("1", "Ostronov", Severity.MAJOR)
    assert finding.forms == ("Ostranov", "Ostronov")
    assert [(each.kind, each.text) for each in finding.evidence] == [
        ("source-text", "Остранова"),
        ("count", "Ostranov 2, Ostronov 1"),
    ]
    assert [(each.segment, each.text) for each in finding.related] == [("0", "Ostranov"), ("2", "Ostranov")]


def test_two_accepted_spellings_that_are_as_frequent_are_a_matter_of_style_without_a_fix() -> None:
    (finding,) = found("ru", ("Пришёл Щербенко.", "Shcherbenko came."), ("Ушёл Щербенко.", "Scherbenko left."))
    assert (finding.severity, finding.fixes) == (Severity.MINOR, ())


def test_the_accepted_spelling_wins_a_tie() -> None:
    pairs = ("Пришёл Салтеренко.", "Saltirenko came."), ("Ушёл Салтеренко.", "Salterenko left.")
    assert told("ru", *pairs) == [("Saltirenko", "renderings", ["Salterenko"])]


@pytest.mark.parametrize(
    ("lang", "pairs"),
    [
        ("ru", [("Она из России.", "She is from Russia."), ("Игроки из России ушли.", "The Russian players left.")]),
        ("ru", [("Пришёл Тарсков.", "Tarskov came."), ("Пришла Тарскова.", "Tarskova came.")]),
        ("ru", [("Он в Киеве.", "He is in Kiev."), ("Она в Киеве.", "She is in Kyiv.")]),
        ("ru", [("Он из Торино.", "He is from Torino."), ("Она из Торино.", "She is from Turin.")]),
        ("ru", [("Пришёл Остранов.", "Ostranov came."), ("Ушёл Остранов.", "Ostranov’s car left.")]),
        ("ru", [("Пришла Анна Марлова.", "Anna Marlova came."), ("Марлова ушла.", "Marlova left.")]),
        ("ru", [("Канал «Россия».", "The channel Rossiya.")]),
        ("de", [("Anna Lenk aus Köln sprach.", "Anna Lenk from Cologne spoke.")]),
        ("de", [("Der Ostrauer Dom.", "The Ostrau cathedral.")]),
        ("ro", [("El e din Voivodina.", "He is from Vojvodina.")]),
        ("zh", [("河南和湖南。", "Henan and Hunan."), ("湖南。", "Hunan.")]),
        ("ja", [("佐々木さん。", "Mr Sasaki."), ("佐々木さん。", "Mr Sazaki.")]),
    ],
)
def test_lawful_differences_stay_silent(lang: str, pairs: list[tuple[str, str]]) -> None:
    assert told(lang, *pairs) == []


@pytest.mark.parametrize(
    ("lang", "pairs", "expected"),
    [
        ("el", [("Ο Τβεϊτάκης ήρθε.", "Tveitakis came."), ("Ο Τβεϊτάκης έφυγε.", "Tveitakes left."),
                ("Ο Τβεϊτάκης.", "Tveitakis.")], [("Tveitakes", "renderings", ["Tveitakis"])]),
        ("ko", [("박정렬 의원이.", "Park Jeongryeol."), ("박정렬 의원.", "Park Jeongryol.")],
         [("Jeongryol", "renderings", [])]),
        ("ar", [("قال الوزير منصور الحربي.", "Minister Harbi spoke."), ("غادر الحربي.", "Minister Harby left.")],
         [("Harby", "renderings", [])]),
        ("es", [("El general Tarsímov viajó.", "General Tasrimov left.")], [("Tasrimov", "letters", ["Tarsímov"])]),
        ("ru", [("Поезд в Копенгаген.", "A train to Kopengagen.")],
         [("Kopengagen", "place", ["Copenhagen"])]),
    ],
)  # fmt: skip
def test_other_languages(lang: str, pairs: list[tuple[str, str]], expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(lang, *pairs) == expected


def test_a_surname_is_read_from_the_character_before_the_given_name() -> None:
    source = "部长陈光米发言。"
    assert told("zh", (source, "Minister Cheng Guangmi spoke.")) == [("Cheng", "slip", ["Chen"])]
    for right in ("Chen Guangmi", "Guangmi Chen", "Ch’en Guangmi", "Mr Guangmi"):
        assert told("zh", (source, f"Minister {right} spoke.")) == []


def test_a_document_without_a_source_has_nothing() -> None:
    segment = Segment("1", "Ostranov came, Ostronov left.", lang="en")
    assert run_check(NameDiffersFromSource, Document("d", "d", "plain", (segment,), lang="en")) == []
