"""Names of a translation found in its source."""

import pytest

from qa.core.document import Segment
from qa.text.analysis import Analysis
from qa.text.names.source.differences import is_derivation
from qa.text.names.source.endings import nominatives
from qa.text.names.source.heard import Listener
from qa.text.names.source.places import english_name
from qa.text.names.source.renderings import align_document
from qa.text.names.source.support import source_support
from qa.text.names.source.words import source_words, units


def texts(lang: str, *pairs: tuple[str, str]) -> list[Analysis]:
    return [
        Analysis(Segment(str(at), target, lang="en", source=source, source_lang=lang), "en", at)
        for at, (source, target) in enumerate(pairs)
    ]


def test_inflected_forms_are_one_name() -> None:
    found = align_document(
        texts("ru", ("Остранов пришёл.", "Ostranov came."), ("Спросили Остранова.", "They asked Ostronov."))
    )
    (name,) = found.names
    assert set(name.forms) == {"Остранов", "Остранова"}
    assert [(each.folded, each.accepted) for each in name.renderings] == [("ostranov", True), ("ostronov", False)]


def test_support_says_which_spelling_the_source_bears_out() -> None:
    support = source_support(
        texts("ru", ("Остранов пришёл.", "Ostranov came."), ("Спросили Остранова.", "They asked Ostronov."))
    )
    assert support["ostranov"].accepted
    assert not support["ostronov"].accepted
    assert support["ostronov"].rivals == ("ostranov",)
    assert source_support(texts("ru", ("", "Ostranov came."))) == {}


def test_a_word_between_two_source_names_is_aligned_with_neither() -> None:
    assert align_document(texts("ru", ("Маринин и Маринич.", "Marinig left."))).names == ()


def test_paragraphs_are_paired_where_both_sides_have_as_many() -> None:
    (text,) = texts("ru", ("Раз.\n\nДва.", "One.\nTwo."))
    assert [unit.source for unit in units([text])] == ["Раз.", "Два."]
    (text,) = texts("ru", ("Раз. Два.", "One.\nTwo."))
    assert [unit.source for unit in units([text])] == ["Раз. Два."]


def test_without_a_language_there_are_no_units() -> None:
    text = Analysis(Segment("1", "One.", lang="en", source="Раз."), "en", 0)
    assert not list(units([text]))
    assert len(list(units([text], "ru"))) == 1


def test_source_words_know_their_company() -> None:
    words = source_words("Вчера Анна Марлова и Салтеров-Тарсков ушли в МВД.")
    assert [word.form for word in words] == ["вчера", "анна", "марлова", "салтеров", "тарсков"]
    assert words[2].beside == {"вчера", "анна"}


@pytest.mark.parametrize(
    ("form", "lang", "nominative"),
    [
        ("марлову", "ru", "марлов"),
        ("андреем", "ru", "андрей"),
        ("щербинского", "ru", "щербинский"),
        ("шевчука", "uk", "шевчук"),
        ("παπαγεωργίου", "el", "παπαγεωργίος"),
        ("lenks", "de", "lenk"),
        ("kowalskiego", "pl", "kowalski"),
    ],
)
def test_nominatives(form: str, lang: str, nominative: str) -> None:
    assert nominative in nominatives(form, lang)


@pytest.mark.parametrize(
    ("one", "other", "derived"),
    [
        ("russia", "russian", True),
        ("kalinin", "kalininsky", True),
        ("serov", "serova", True),
        ("sergei", "sergey", False),
        ("ostranov", "ostronov", False),
        ("krikalev", "krikalaev", False),
    ],
)
def test_derivations(one: str, other: str, derived: bool) -> None:
    assert is_derivation(one, other) is derived
    assert is_derivation(other, one) is derived


def test_english_names_of_places() -> None:
    assert english_name("Москвы", "ru") == "Moscow"
    assert english_name("Kopenhagen", "de") == "Copenhagen"
    assert english_name("Berlin", "de") is None
    assert english_name("Москва", "xx") is None


def test_names_are_heard_in_scripts_without_capitals() -> None:
    chinese = Listener("zh")
    assert chinese.hears("马里尼切夫", "marinichev")
    assert not chinese.hears("马里尼切夫", "gorbunov")
    assert not Listener("ja").pieces("光米")
    assert "정렬" in Listener("ko").pieces("박정렬 의원")
