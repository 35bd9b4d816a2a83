"""Builds qa/text/data/names/source_places.txt: what other languages call the places that English calls otherwise.

    PYTHONPATH=. python tools/build_source_places.py        # needs babel 2.19 (Unicode CLDR data)

Countries and territories, and the exemplar cities of the time zones (mostly capitals), of CLDR in each language, where
the name is one word in both languages and no scheme of the language makes the English name of it. One line a language:
"code: form=English ...", forms in small letters.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from qa.text.names.fold import fold
from qa.text.names.source.romanise import spellings

TARGET = Path(__file__).parent.parent / "qa/text/data/names/source_places.txt"
LANGUAGES = "ar be bg cs da de el es et fi fr hr hu it ja ko lt lv mk nb nl pl pt ro ru sk sl sr sv tr uk zh".split()


def place_names(code: str) -> dict[str, str]:
    """Territory code or time zone -> name of the place in a language."""
    locale = Locale.parse(code)
    cities = {zone: data["city"] for zone, data in locale.time_zones.items() if "city" in data}
    return {key: name for key, name in locale.territories.items() if len(key) == 2} | cities


def english_cities() -> dict[str, str]:
    """The English exemplar cities: those CLDR states, and the last part of the zone's name for the others."""
    english = place_names("en")
    for code in LANGUAGES:
        for key in place_names(code):
            if "/" in key and not key.startswith("Etc/"):
                english.setdefault(key, key.rpartition("/")[2].replace("_", " "))
    return english


def main() -> None:
    """Writes the table."""
    english = english_cities()
    lines = []
    for code in LANGUAGES:
        found: dict[str, set[str]] = {}
        for key, name in place_names(code).items():
            right = english.get(key)
            if not right or not name.isalpha() or not right.isalpha() or len(name) < 2:
                continue
            if spellings(name, code).distance(fold(right)) > 0:
                found.setdefault(name.lower(), set()).add(right)
        # "Алжир" is Algeria and Algiers
        sure = sorted((form, *names) for form, names in found.items() if len(names) == 1)
        lines.append(f"{code}: " + " ".join(f"{form}={name}" for form, name in sure))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} languages, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
