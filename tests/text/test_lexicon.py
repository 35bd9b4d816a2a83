"""The lexicon answers from its tables, knows when it does not know, and its tables keep their shape and size."""

from __future__ import annotations

import time
from importlib import resources

import pytest

from qa.text import lexicon
from qa.text.lexicon import Lexicon, foreign_languages, foreign_stopwords

ENGLISH = Lexicon.for_language("en")
DATA = resources.files("qa.text") / "data"


def lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def test_region_and_case_of_the_language_code_do_not_matter() -> None:
    assert Lexicon.for_language("EN-gb") == Lexicon.for_language("en_US") == ENGLISH


def test_a_language_without_tables_answers_unknown() -> None:
    other = Lexicon.for_language("kk")
    assert not other.is_word("the")
    assert other.frequency("the") == 0.0
    assert other.capital_share("the") is None
    assert other.usual_form("london") is None
    assert other.expected_article("hour") is None
    assert other.compound_forms("co", "operation") is None
    assert other.function_words() == frozenset()


@pytest.mark.parametrize(
    "word", ["the", "Government", "don't", "don’t", "minister's", "ministers’", "Kazakhstan", "well-known"]
)
def test_known_words(word: str) -> None:
    assert ENGLISH.is_word(word)


@pytest.mark.parametrize("word", ["teh", "qwrtz", "recieve", "goverment", "-", ""])
def test_unknown_words(word: str) -> None:
    assert not ENGLISH.is_word(word)


def test_frequency_is_a_zipf_value() -> None:
    assert 7.5 < ENGLISH.frequency("the") < 8.0
    assert ENGLISH.frequency("government") > ENGLISH.frequency("sediment") > 0.0


@pytest.mark.parametrize("word", ["London", "american", "Friday", "european", "russian"])
def test_always_capitalised(word: str) -> None:
    assert ENGLISH.is_always_capitalised(word)
    assert not ENGLISH.is_usually_lower(word)


@pytest.mark.parametrize("word", ["president", "turkey", "may", "polish", "senator", "table", "ii", "zzyzx"])
def test_not_always_capitalised(word: str) -> None:
    assert not ENGLISH.is_always_capitalised(word)


@pytest.mark.parametrize("word", ["however", "Although", "quickly", "because", "villages"])
def test_usually_lower(word: str) -> None:
    assert ENGLISH.is_usually_lower(word)


def test_usual_form_restores_capitals() -> None:
    forms = {word: ENGLISH.usual_form(word) for word in ("nato", "LONDON", "Table", "mcdonald", "qwrtz")}
    assert forms == {"nato": "NATO", "LONDON": "London", "Table": "table", "mcdonald": "McDonald", "qwrtz": None}


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("a", "table European one university unanimous Ukrainian UN UK US USB NATO FIFA UNESCO U.S. U-turn euro"),
        ("a", "uniform one-off union user useful BBC CIA PhD 1 7 10 100 110 180 1,800 118,000 1990 2018 1.8 0.8 5th"),
        ("an", "apple hour honest heir honour MP MPs FBI NBC NGO SMS HIV X-ray M.D. F-16 S-400 IL-76 EU AIDS uncle"),
        ("an", "hour-long heirloom 8 11 18 80 85 811 8,000 11,000 18,500 80,000 1850 8.5 11.2 8th 18th 80s 8-year-old"),
        ("an", "unusual “open $8 €11 'honest umbrella ugly urgent"),
    ],
)  # fmt: skip
def test_expected_article(article: str, words: str) -> None:
    assert {word: ENGLISH.expected_article(word) for word in words.split()} == dict.fromkeys(words.split(), article)


@pytest.mark.parametrize(
    "word", ["hotel", "historic", "herb", "URL", "1100", "HOKLAM", "Euwe", "", "—", "Ypres", "éclat"]
)
def test_article_unsure(word: str) -> None:
    assert ENGLISH.expected_article(word) is None


def test_spelling_pairs_point_at_each_other() -> None:
    for british, american, weak in (
        ("colour", "color", False),
        ("centres", "centers", False),
        ("defence", "defense", False),
        ("kilometres", "kilometers", False),
        ("travelling", "traveling", False),
        ("neighbourhood", "neighborhood", False),
        ("programme", "program", False),
        ("cheque", "check", False),
        ("tyre", "tire", False),
    ):
        assert ENGLISH.spelling_variants()[british] == ("british", american, weak)
        variant = ENGLISH.spelling_variants()[american]
        assert (variant.dialect, variant.other) == ("american", british)


@pytest.mark.parametrize(
    "word", ["program", "check", "tire", "license", "practice", "meter", "cancelled", "judgment", "disk"]
)
def test_forms_of_both_dialects_are_weak_or_out(word: str) -> None:
    variant = ENGLISH.spelling_variants().get(word)
    assert variant is None or variant.weak


@pytest.mark.parametrize("word", ["story", "organise", "organize", "vice", "government", "Colour"])
def test_no_spelling_pair(word: str) -> None:
    assert ENGLISH.spelling_variants().get(word) is None


def test_ise_and_ize_are_their_own_class() -> None:
    assert ENGLISH.ise_ize_words()["organised"] == ("ise", "organized")
    assert ENGLISH.ise_ize_words()["organization"] == ("ize", "organisation")
    assert "advertise" not in ENGLISH.ise_ize_words()
    assert ENGLISH.spelling_variants()["analyse"] == ("british", "analyze", False)


@pytest.mark.parametrize(
    ("first", "second", "one", "two"),
    [
        ("co", "operation", "closed", "hyphenated"),
        ("web", "site", "closed", "open"),
        ("policy", "makers", "closed", "open"),
        ("vice", "chairman", "hyphenated", "open"),
        ("air", "strikes", "closed", "open"),
    ],
)
def test_comparable_compounds(first: str, second: str, one: lexicon.Writing, two: lexicon.Writing) -> None:
    forms = ENGLISH.compound_forms(first.title(), second)
    assert forms is not None
    assert forms.is_inconsistent(one, two)
    assert forms.is_inconsistent(two, one)


@pytest.mark.parametrize(
    ("first", "second", "one", "two"),
    [
        ("every", "day", "closed", "open"),
        ("some", "time", "closed", "open"),
        ("set", "up", "closed", "open"),
        ("set", "up", "hyphenated", "open"),
        ("long", "term", "hyphenated", "open"),
        ("high", "level", "hyphenated", "open"),
        ("common", "sense", "closed", "open"),
    ],
)
def test_compounds_whose_forms_differ_by_grammar(
    first: str, second: str, one: lexicon.Writing, two: lexicon.Writing
) -> None:
    forms = ENGLISH.compound_forms(first, second)
    assert forms is None or not forms.is_inconsistent(one, two)


def test_function_words() -> None:
    for word in ("The", "because", "won’t", "into", "ourselves", "up"):
        assert ENGLISH.is_function_word(word)
    assert not ENGLISH.is_function_word("village")


def test_foreign_stopwords_are_no_english_words() -> None:
    assert len(foreign_stopwords()) == 17
    for language, words in foreign_stopwords().items():
        assert len(words) >= 25, language
        english = {word for word in words if ENGLISH.frequency(word) >= 3.2 and ENGLISH.is_usually_lower(word)}
        assert not english, language


def test_foreign_languages_of_a_word() -> None:
    assert "de" in foreign_languages("Nicht")
    assert foreign_languages("under") == frozenset()
    assert foreign_languages("von") == frozenset()
    assert "de" in foreign_languages("von", shared=True)


def test_tables_are_sorted_unique_and_small() -> None:
    for name in ("en_words.txt", "en_words_unseen.txt", "en_spelling.txt", "en_ise_ize.txt"):
        entries = lines(name)
        assert entries == sorted(set(entries)), name
    assert (
        sum(
            len(line.encode()) + 1 for path in DATA.iterdir() if path.name.endswith(".txt") for line in lines(path.name)
        )
        < 1.5e6
    )


def test_no_word_is_listed_twice() -> None:
    words = [word for line in lines("en_words.txt") for word in line.split()[1:]]
    assert len(words) == len(set(words))
    assert not set(words) & set(lines("en_words_unseen.txt"))


def test_the_biggest_table_loads_fast() -> None:
    def load() -> float:
        lexicon._words.cache_clear()
        start = time.perf_counter()
        lexicon._words()
        return time.perf_counter() - start

    assert min(load() for _ in range(5)) < 0.15  # about 0.02 s on an idle machine


def test_abbreviations_are_kept_by_language_and_kind() -> None:
    assert {"Mr", "Gen"} <= ENGLISH.abbreviations("title")
    assert {"e.g", "vs"} <= ENGLISH.abbreviations("inner")
    assert "No" in ENGLISH.abbreviations("number")
    assert {"a.m", "U.S", "Inc"} <= ENGLISH.abbreviations("either")
    assert "z.B" in Lexicon.for_language("de").abbreviations("inner")
    assert "тыс" in Lexicon.for_language("ru").abbreviations("either")
    assert Lexicon.for_language("xx").abbreviations("title") == frozenset()
