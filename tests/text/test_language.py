"""The language of a text that names none: whole paragraphs, single sentences, mixed texts."""

from __future__ import annotations

import pytest

from qa.text.language import guess_language

PARAGRAPHS = {
    "de": "Die Fähre fiel am Mittwoch aus. „Wir können nicht auslaufen“, sagte die Sprecherin.",
    "de-CH": "Der Bundesrat hat entschieden: Die Strasse wird für 2’130’000 Franken saniert.",
    "fr": "Le train de 14 h 30 n’a pas pu partir. « La voie est coupée », a déclaré la compagnie.",
    "es": "El ferri no zarpó el miércoles. «No podemos salir con este viento», declaró la portavoz.",
    "it": "Il traghetto non è partito. «Con questo vento non possiamo uscire», ha detto la portavoce.",
    "pt": "O barco não saiu na quarta-feira. «Com este vento não podemos sair», disse a porta-voz.",
    "nl": "De veerboot is woensdag niet vertrokken. ‘We kunnen niet uitvaren’, zei de woordvoerder.",
    "pl": "Prom w środę nie wypłynął. „Nie możemy wyjść w morze” – powiedziała rzeczniczka.",
    "cs": "Trajekt ve středu nevyplul. „Za takového větru nemůžeme vyplout,“ řekla mluvčí.",
    "sv": "Färjan avgick inte i onsdags. ”Vi kan inte gå ut i den här vinden”, sade hon.",
    "da": "Færgen sejlede ikke i onsdags. »I den vind kan vi ikke sejle,« sagde talskvinden.",
    "tr": "Feribot çarşamba günü kalkmadı. “Bu rüzgârda çıkamayız,” dedi sözcü.",
    "et": "Praam kolmapäeval ei väljunud. Kapten ütles, et selle tuulega ei saa sõita.",
    "ru": "Паром в среду не вышел. «Мы не можем выйти», — сообщила она.",
    "uk": "Пором у середу не вийшов. «Ми не можемо вийти», — повідомила вона.",
    "bg": "Фериботът не тръгна в сряда. „Не можем да излезем“, каза тя.",
    "sr": "Трајект у среду није испловио. „Не можемо да испловимо“, рекла је она.",
    "el": "Το πλοίο δεν απέπλευσε την Τετάρτη.",
    "ar": "لم تغادر العبّارة الميناء يوم الأربعاء.",
    "fa": "کشتی روز چهارشنبه حرکت نکرد.",
    "he": "המעבורת לא הפליגה ביום רביעי.",
    "hi": "नौका बुधवार को रवाना नहीं हुई।",
    "th": "เรือเฟอร์รีไม่ได้ออกเดินทางเมื่อวันพุธ",
    "km": "សាឡាងមិនបានចេញដំណើរទេ។",
    "si": "පාරුව බදාදා පිටත් වූයේ නැත.",
    "zh": "星期三的渡轮未能开出。",
    "ja": "水曜日のフェリーは欠航となった。",
    "ko": "수요일 여객선이 결항했다.",
}


@pytest.mark.parametrize("lang", PARAGRAPHS)
def test_language_is_told(lang: str) -> None:
    assert guess_language(PARAGRAPHS[lang]) == lang


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knew.",
        "Harbour closed",
        "Ostrau",
        "",
        "I've seen it, and you've not.",
        "FC Bayern München beat Borussia Dortmund 3-1.",
        "“Die Zeit” and “Der Spiegel” reported it.",
        "Presidents Felipe González, José Zapatero and Mariano Rajoy met in La Coruña.",
        "He studied at the Università degli Studi di Milano before he moved to Rio de Janeiro.",
        "The word Москва stands on the map, and 北京 beside it.",
        "They could nicht agree on the price, and the ciudadanos were angry.",
    ],
)
def test_english_stays_english(text: str) -> None:
    assert guess_language(text) == "en"


def test_names_in_latin_letters_make_no_russian_text_english() -> None:
    assert guess_language("Midnight Ferry в исполнении группы Harbour Lights") == "ru"


def test_an_unknown_language_is_not_english() -> None:
    assert guess_language("Mitundu yosiyanasiyana yamadzi imapezeka kwambiri kumpoto") == ""
