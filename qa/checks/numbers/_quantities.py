"""What shows that digits are a quantity: the unit, currency or counted thing beside them."""

from __future__ import annotations

import re

BLANKS = " \u00a0\u202f\u2009"
CURRENCY_SIGNS = "$€£¥₽₴₺₹₩"
CURRENCY_BEFORE = re.compile(
    rf"(?:[{CURRENCY_SIGNS}]|\b(?:USD|EUR|GBP|RUB|JPY|CNY|RMB|CHF|CAD|AUD|UAH|PLN))[{BLANKS}]?\Z"
)
# Decimal fractions of these are usual, and no one lists two numbers before them.
_MEASURES = {
    "en": r"percent|per[ \u00a0]cent|million|billion|trillion|thousand|mln|bln|km|kg|mg|mm|cm|ml|µg|kW|kWh|MW|GW|TW|"
    r"mph|GHz|MHz|kHz|GB|TB|MB|ha|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|"
    r"kilograms?|milligrams?|grams?|tons?|tonnes?|lit(?:er|re)s?|hectares?|acres?|degrees|inch(?:es)?|feet|hours|"
    r"minutes|seconds|times|dollars?|euros?|r(?:o|)ubles?|yuan|square|cubic|percentage|barrels",
    "de": r"Prozent|Million(?:en)?|Milliarden?|Billion(?:en)?|Mio\.?|Mrd\.?|km|kg|cm|mm|Kilometern?|Metern?|Tonnen|"
    r"Liter|Hektar|Grad|Euro|Dollar|Stunden|Sekunden|Punkten?",
    "fr": r"pour[ \u00a0]cent|millions?|milliards?|km|kg|cm|mm|kilomètres?|mètres?|tonnes?|litres?|hectares?|degrés|"
    r"euros?|dollars?|heures|secondes|points?",
    "it": r"per[ \u00a0]cento|milion[ei]|miliard[oi]|km|kg|cm|mm|chilometri|metri|tonnellate|litri|ettari|gradi|euro|"
    r"dollari|secondi|punti",
    "pt": r"por[ \u00a0]cento|milh(?:ão|ões)|bilh(?:ão|ões)|km|kg|cm|mm|quilómetros|quilômetros|metros|toneladas|"
    r"litros|hectares|graus|euros?|dólares|reais|pontos",
    "nl": r"procent|miljoen|miljard|km|kg|cm|mm|kilometer|meter|ton|liter|hectare|graden|euro|dollar|seconden|punten",
    "pl": r"procenta?|milion(?:a|y|ów)?|miliard(?:a|y|ów)?|mln|mld|tys\.?|km|kg|cm|mm|proc\.|zł|euro|dolar(?:a|y|ów)|"
    r"metrów|metra|ton|litra|hektara|stopnia|punktu",
    "ru": r"процент(?:а|ов)?|миллион(?:а|ов)?|миллиард(?:а|ов)?|млн|млрд|тыс\.?|тысяч[и]?|км|кг|см|мм|метра|метров|"
    r"тонны|тонн|литра|литров|гектара?|градуса?|рубля|рублей|евро|доллар(?:а|ов)|балла|секунды",
    "uk": r"відсотк(?:а|ів)|мільйон(?:а|ів)?|мільярд(?:а|ів)?|млн|млрд|тис\.?|тисячі?|км|кг|см|мм|метра|метрів|"
    r"тонни|тонн|літра|літрів|гектара?|градуса?|гривні|гривень|євро|долар(?:а|ів)|бала|секунди",
}
MEASURE_AFTER = {
    lang: re.compile(rf"[{BLANKS}-]?[%‰°](?!\w)|[{BLANKS}-](?:{words})(?!\w)|(?:km|kg|mg|mm|cm|ml|км|кг|см|мм)(?!\w)")
    for lang, words in _MEASURES.items()
}
DECIMAL_COMMA = frozenset(_MEASURES) - {"en"}
"""Languages with a decimal comma in all countries that write them, as far as an article without a country tells."""
GROUPING = {
    "en": ",",
    **dict.fromkeys(("de", "es", "it", "pt", "nl"), "."),
    **dict.fromkeys(("fr", "pl", "ru", "uk"), "\u00a0"),
}
"""The mark between thousands (CLDR; the narrow blank of French is given as a no-break space)."""
# Things that are counted in whole numbers.
COUNTED_AFTER = re.compile(
    rf"[{BLANKS}](?:people|persons|men|women|children|soldiers|troops|residents|inhabitants|citizens|workers|employees|"
    r"students|pupils|families|households|houses|apartments|companies|enterprises|cases|deaths|victims|refugees|"
    r"spectators|visitors|tourists|passengers|cars|vehicles|buildings|books|tickets|euros|dollars|roubles|rubles|yuan|"
    r"hryvnias|francs|pesos|rupees|zlotys|kronor|kroner|forints|soldados|participants|members|volunteers|voters|votes|patients|birds|trees)\b"
)
_COUNTED_GERMAN = re.compile(
    rf"[{BLANKS}](?:Menschen|Personen|Männer|Frauen|Kinder|Soldaten|Einwohner|Bürger|Besucher|Zuschauer|Mitarbeiter"
    r"|Beschäftigte|Teilnehmer|Tote|Flüchtlinge|Wohnungen|Häuser|Autos|Unternehmen|Fälle|Stimmen|Exemplare)n?\b"
)
_CODE_BEFORE = re.compile(
    r"(?:\b(?:no|nos|number|numbers|code|codes|room|flight|asteroid|comet|zip|postcode|box|iso|rfc|case|bill|act|route|"
    r"model|patent|account|license|licence|ticket|id|pin|article|order|decree|page|line|unit|section|index|call|dial|"
    r"text|phone|tel|fax|art|file|item|ref|version|build|port|postal|serial|hotline|mission|row)s?\.?|[#№§])"
    rf"[{BLANKS}:]*\Z",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(rf"[{BLANKS}-](?:[%°]|([^\W\d_]+))")
_FUNCTION_WORDS = frozenset(
    "and or in on at to from for by with as is was are were be been has had have that which who when while but if than"
    " then until since after before under into about during per a an the will would can could may also it he she they"
    " und oder in am im an auf zu von für mit ist war sind et ou en à au du de des le la les est y o e a el los las"
    " del und и в на с по за к от до не что i w z na do od".split()
)


def is_quantity(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Whether the digits from `start` to `end` count something: a currency before, a counted word behind, no code.

    In German, where place names behind postcodes look like counted words, only words of a short list count.
    """
    before = text[max(0, start - 16) : start]
    if CURRENCY_BEFORE.search(before):
        return True
    if before and (before[-1] in "-–—/:#№_+.@'’" or before[-1].isalnum() or _CODE_BEFORE.search(before)):
        return False
    last = before.split()[-1:]
    if (
        last
        and last[0][0].isupper()
        and before[-1] in BLANKS
        and text[max(0, start - 17)] not in ".!?\n"
        and (
            last[0].lower()
            not in {"the", "about", "some", "over", "more", "in", "of", "at", "only", "nearly", "around"}
        )
    ):
        return False  # "Asteroid 19521 named", "Boeing 73700 series"
    if lang == "de":
        return _COUNTED_GERMAN.match(text, end) is not None or MEASURE_AFTER["de"].match(text, end) is not None
    following = _WORD_AFTER.match(text, end)
    if following is None:
        return False
    word = following[1]
    return word is None or (word.islower() and word not in _FUNCTION_WORDS)
