"""Latin spellings of names in other scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.names.source.han import is_pinyin, is_reading, wade_giles
from qa.text.names.source.romanise import Script, accepted, script_of, spellings


@pytest.mark.parametrize(
    ("form", "lang", "latin"),
    [
        ("Лаврентьев", "ru", "lavrentyev"),
        ("Лаврентьев", "ru", "lavrentiev"),
        ("Лаврентьева", "ru", "lavrentyev"),  # genitive
        ("Щербинский", "ru", "shcherbinsky"),
        ("Щербинский", "ru", "shcherbinskiy"),
        ("Хачоян", "ru", "khachoyan"),
        ("Гриценків", "uk", "hrytsenkiv"),
        ("Гриценка", "uk", "hrytsenko"),
        ("Щъркелов", "bg", "shtarkelov"),
        ("Ђорђевић", "sr", "djordjevic"),
        ("Ђорђевић", "sr", "dordevic"),
        ("Љубичић", "sr", "ljubicic"),
        ("Янкоўскі", "be", "yankouski"),
        ("Παπαγεωργίου", "el", "papageorgiou"),
        ("Μπακογιάννης", "el", "bakogiannis"),
        ("陈光米", "zh", "chenguangmi"),
        ("吕", "zh", "lyu"),
        ("ささき", "ja", "sasaki"),
        ("きょうこ", "ja", "kyoko"),
        ("シンジ", "ja", "shinji"),
        ("シンジ", "ja", "sinzi"),
        ("박정희", "ko", "parkjeonghui"),
        ("이순신", "ko", "leesunsin"),
        ("منصور", "ar", "mansour"),
        ("Schlüterbeck", "de", "schlueterbeck"),
        ("Schlüterbeck", "de", "schluterbeck"),
        ("Müllers", "de", "muller"),
    ],
)
def test_published_spellings_are_accepted(form: str, lang: str, latin: str) -> None:
    assert accepted(form, lang, latin)


@pytest.mark.parametrize(
    ("form", "lang", "latin"),
    [
        ("Маркелов", "ru", "makrelov"),
        ("Горин", "ru", "horin"),  # the Ukrainian way
        ("陈光米", "zh", "chengguangmi"),
        ("منصور", "ar", "mansouf"),
    ],
)
def test_other_spellings_are_not(form: str, lang: str, latin: str) -> None:
    assert not accepted(form, lang, latin)


def test_a_letter_of_a_third_language_costs_less_than_a_slip() -> None:
    found = spellings("Вальтер", "ru")
    assert 0 < found.distance("walter") < found.distance("palter")


@pytest.mark.parametrize(
    ("pinyin", "giles"),
    [("zhong", "chung"), ("xie", "hsieh"), ("guo", "kuo"), ("duo", "to"), ("si", "szu"), ("beng", "peng")],
)
def test_wade_giles(pinyin: str, giles: str) -> None:
    assert wade_giles(pinyin) == giles


def test_readings() -> None:
    assert is_reading("光米", "guangmi")
    assert not is_reading("光米", "guanmi")
    assert is_pinyin("guangmi")
    assert not is_pinyin("belov")


def test_scripts() -> None:
    words = {"Bonn": Script.LATIN, "Минск": Script.CYRILLIC, "Πάτρα": Script.GREEK, "دبي": Script.ARABIC,
             "北京": Script.HAN, "さが": Script.KANA, "서울": Script.HANGUL}  # fmt: skip
    assert {word: script_of(word) for word in words} == words
    assert script_of("12") is None


@given(
    st.text(max_size=12), st.sampled_from(["ru", "uk", "el", "ar", "zh", "ja", "ko", "de", "xx"]), st.text(max_size=12)
)
def test_any_text_has_a_distance(form: str, lang: str, latin: str) -> None:
    found = spellings(form, lang)
    assert found.distance(latin) >= 0
    assert 0 <= found.similarity(latin) <= 1


@given(
    st.text("абвгдежзиклмнопрстуфхцчшщыэюя", min_size=1, max_size=12), st.sampled_from(["ru", "uk", "bg", "sr", "be"])
)
def test_the_usual_spelling_is_accepted(form: str, lang: str) -> None:
    found = spellings(form, lang)
    assert found.distance(found.usual) == 0
