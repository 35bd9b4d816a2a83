"""Names of months and weekdays, and the days a date can have."""

from __future__ import annotations

import datetime as dt
import re

_MONTH_NAMES = {
    "en": "january february march april may june july august september october november december"
    " jan:1 feb:2 mar:3 apr:4 jun:6 jul:7 aug:8 sep:9 sept:9 oct:10 nov:11 dec:12",
    "de": "januar februar märz april mai juni juli august september oktober november dezember jänner:1",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre setiembre:9",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_WEEKDAY_NAMES = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend:5",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "uk": "понеділок вівторок середа четвер пʼятниця субота неділя п'ятниця:4",
}


def _numbered(names: str, first: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, entry in enumerate(names.split()):
        name, colon, number = entry.partition(":")
        found[name] = int(number) if colon else position + first
    return found


MONTHS = {lang: _numbered(names, 1) for lang, names in _MONTH_NAMES.items()}
"""Number of each month by its name in small letters, as it stands beside a day, by language."""
WEEKDAYS = {lang: _numbered(names, 0) for lang, names in _WEEKDAY_NAMES.items()}
"""Number of each weekday (Monday 0), by language."""
GREGORIAN_SINCE = 1924
"""From this year on the whole world dates by the Gregorian calendar (Greece was the last to change, in 1923)."""
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

DAY_BEFORE = re.compile(
    r"(?<![\w.,:/$€£-])(?P<day>\d{1,2})(?P<ending>st|nd|rd|th|er|º|ª|°|-?го|\.)?[ \u00a0](?P<of>(?:of|de)[ \u00a0])?\Z"
)
DAY_AFTER = re.compile(
    r"\.?[ \u00a0](?P<day>\d{1,2})(?P<ending>st|nd|rd|th)?(?![\w%$€£]|[.,:/-]\d|[ \u00a0]?%)"
    r"(?:,?[ \u00a0](?P<year>[12]\d{3})(?!\d))?"
)
YEAR_AFTER = re.compile(r",?[ \u00a0](?:de[ \u00a0])?(?P<year>[12]\d{3})(?![\d.,]?\d)")


def last_day(month: int, year: int | None) -> int:
    """The last day of a month; 29 for February without a year or before the Gregorian calendar was everywhere."""
    if month != 2 or year is None or year < GREGORIAN_SINCE:
        return _DAYS[month - 1]
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


def weekday(year: int, month: int, day: int) -> int | None:
    """The weekday (Monday 0) of a date; None for a day that does not exist."""
    try:
        return dt.date(year, month, day).weekday()
    except ValueError:
        return None
