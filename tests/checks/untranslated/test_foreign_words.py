"""What examples cannot say of the untranslated words: the table, the source language, length, low confidence."""

import time
from importlib import resources

import pytest

from qa.checks.untranslated._foreign import NAMES, foreign_languages_of
from qa.checks.untranslated.foreign_language_run import ForeignLanguageRun
from qa.checks.untranslated.foreign_script_run import ForeignScriptRun
from qa.checks.untranslated.foreign_word import ForeignWord
from qa.core.check import Example
from qa.testing import document_of, run_check
from qa.text.lexicon import Lexicon


def found(check, text, lang="en", source_lang=None):
    findings = run_check(check, document_of(Example(text, lang=lang, source="x", source_lang=source_lang)))
    return [(finding.text, finding.confidence) for finding in findings]


def test_table_holds_no_english_word():
    english = Lexicon.for_language("en")
    lines = (resources.files("qa.checks.untranslated") / "data/foreign_words.txt").read_text("utf-8").splitlines()
    table = dict(line.split(" ") for line in lines)
    assert len(table) == len(lines) > 50_000
    assert not [word for word in table if english.is_dictionary_word(word)]
    assert {language for languages in table.values() for language in languages.split(",")} == set(NAMES)
    assert all(foreign_languages_of(word) == set(table[word].split(",")) for word in list(table)[::97])


def test_only_words_of_the_source_language_count():
    text = "The committee también met in June."
    assert found(ForeignWord, text, source_lang="es")
    assert not found(ForeignWord, text, source_lang="de")
    assert not found(ForeignWord, text, source_lang="ru")


def test_a_word_beside_a_name_is_doubtful():
    [(word, confidence)] = found(ForeignWord, "They went to the Teatro municipale in May and stayed.")
    assert word == "municipale"
    assert confidence < 0.9


def test_a_word_used_three_times_is_a_term():
    assert not found(ForeignWord, "The votación failed. A second votación failed. No votación followed.")


def test_a_foreign_sentence_is_one_finding():
    text = "Der Minister erklärte gestern, dass keine weiteren Änderungen geplant seien. The council agreed."
    assert [word for word, _ in found(ForeignLanguageRun, text)] == [text.partition(".")[0]]
    assert not found(ForeignWord, text)


def test_a_text_in_another_script_is_one_finding():
    text = "Погода была хорошей (и тёплой). Река поднялась. Мост закрыли. Люди ушли."
    assert len(found(ForeignScriptRun, text)) == 1


def test_quoted_words_of_another_script_are_doubtful():
    assert found(ForeignScriptRun, "It was reported by “Лента” on Monday.") == [("Лента", 0.7)]


def test_silent_where_the_language_is_unknown():
    assert not found(ForeignScriptRun, "The 天气 was fine.", lang=None)


@pytest.mark.parametrize("piece", ["также ", "nicht ", "漢(", "я,", "también, ", "天 "])
def test_time_grows_with_length(piece):
    for check in (ForeignScriptRun, ForeignWord, ForeignLanguageRun):
        started = time.process_time()
        found(check, piece * 2000)
        assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "run",
    [
        "no habrá más aumentos este año",
        "que non ci sono prove sufficienti",
        "nie ma zagrożenia dla mieszkańców",
        "situace je velmi vážná",
        "não há dinheiro para novas obras",
        "situația este foarte gravă",
        "tot het einde van de week",
        "durum çok ciddi",
        "karena banjir tidak dapat dengan cepat",
    ],
)
def test_phrases_of_many_languages_are_found(run: str) -> None:
    [(text, confidence)] = found(ForeignLanguageRun, f"The office said {run} in the region.")
    assert text in run
    assert len(text) > len(run) / 2
    assert confidence > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "The novel “À la recherche de la pluie perdue” was published in seven parts.",
        "She wrote for La voce del porto and studied at the École normale de Saltera.",
        "His motto was festina lente; hers, ad astra per aspera.",
        "Real Puerto de Fútbol beat Atlético de Saltera 2–1 on goals by Íñigo Peña and Take Kubota.",
        "The Bahnhofstrasse and the Alte Brücke in Ostrau an der Salter were closed to all traffic.",
    ],
)
def test_names_titles_and_mottoes_are_no_runs(text: str) -> None:
    assert not [word for check in (ForeignLanguageRun, ForeignWord) for word, sure in found(check, text) if sure >= 0.9]
