"""Places: cities, countries and regions with their usual English name, and folded form -> places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from names_build import demonyms, sources
from names_build.english import English
from names_build.persons import base36
from names_build.sources import RawPlace, is_latin, plain

LARGE = 100_000
"""People from which all Latin alternates of a city are kept; of smaller ones only spellings near its name."""
NEAR = 3
_FEWEST_LETTERS = 4
_USED = 3
"""Occurrences in the counted English texts that make an alternate a usual English name."""
_LIKE = 0.5
"""Share of letters that may differ before an alternate that is also a person's or another place's name is doubted."""
_HERE = Path(__file__).parent
_STATE = re.compile(r"(.+?) \((?:.+)\)|(.+)")


def is_candidate(form: str) -> bool:
    """Whether an alternate looks like a name: Latin, capitalised, no code, not too short."""
    return is_latin(form) and form[0].isupper() and not form.isupper() and len(form) >= _FEWEST_LETTERS


def cities(capitals: frozenset[tuple[str, str]]) -> list[RawPlace]:
    """Cities of more than 15,000 people with their alternates."""
    found = []
    for row in sources.geonames("cities15000").values():
        kind = "capital" if (row["countrycode"], row["name"]) in capitals else "city"
        alternates = [form for form in row["alternatenames"] if is_candidate(form)]
        if row["population"] < LARGE:
            name = plain(row["name"]) or ""
            alternates = [form for form in alternates if OSA.distance(plain(form) or "", name) <= NEAR]
        found.append(RawPlace(row["name"], kind, row["population"], alternates, country=row["countrycode"]))
    return found


def countries() -> list[RawPlace]:
    """Countries and territories with English names first and the names in other languages as alternates."""
    names = sources.cldr_territories()
    known = {row["code"].upper(): row for row in sources.territories()}
    found = []
    for code, row in sorted(sources.geonames("countries").items()):
        territory: Mapping[str, Any] = known.get(code, {})
        english = names.get(code, {}).get("en", row["name"])
        usual = [english, row["name"], *([territory["name"]] if territory else []), *territory.get("names_strong", ())]
        foreign = [*names.get(code, {}).values(), *territory.get("names_weak", ())]
        found.append(
            RawPlace(
                english,
                "country",
                row["population"],
                [form for form in foreign if is_candidate(form)],
                [form for form in usual if is_latin(form) and not form.isupper()],
                code,
            )
        )
    return found


def regions() -> list[RawPlace]:
    """States of the United States, other subdivisions known to Wikidata, provinces of large countries."""
    found: dict[str, RawPlace] = {}
    for row in sources.geonames("us_states").values():
        found[row["name"]] = RawPlace(row["name"], "region", 0, [], [row["name"]], "US")
    for territory in sources.territories():
        if territory.get("is_country") or not is_latin(territory["name"]):
            continue
        alternates = [form for form in territory.get("names_strong", ()) if is_candidate(form)]
        found.setdefault(territory["name"], RawPlace(territory["name"], "region", 0, alternates, [territory["name"]]))
    for facts in sources.country_facts():
        for province in facts.get("provinces") or ():
            match = _STATE.fullmatch(province)
            name = (match[1] or match[2]) if match else province
            if is_latin(name) and name[0].isupper():
                found.setdefault(name, RawPlace(name, "region", 0, [], [name]))
    return [found[name] for name in sorted(found)]


def all_places() -> list[RawPlace]:
    """Countries, regions, cities, the most populous first within each kind."""
    capitals = frozenset((code, row["capital"]) for code, row in sources.geonames("countries").items())
    by_size = sorted(cities(capitals), key=lambda place: (-place.population, place.name, place.country))
    return [*countries(), *regions(), *by_size]


@dataclass(frozen=True, slots=True)
class Usage:
    """What tells which alternates are English names."""

    english: English
    taken: frozenset[str]
    """Folded names of persons and main names of places: such an alternate must be like the main name."""
    preferred: Mapping[str, str]
    """Main name -> usual English name where they differ."""
    older: Mapping[str, frozenset[str]]
    """Folded newer name -> older official names."""

    def forms(self, place: RawPlace) -> list[str]:
        """The forms English text uses: the main name, those given as English, alternates that English text has.

        Alternates of small cities do not count: the text means someone or something else by them.
        """
        usual = self.preferred.get(place.name, place.name)
        used = [usual, *place.english, place.name, *self.older.get(plain(place.name) or "", ())]
        if place.population >= LARGE and place.kind != "country":
            used += [form for form in place.alternates if self._is_english(form, place)]
        return used

    def _is_english(self, form: str, place: RawPlace) -> bool:
        if len(form) <= 4 - (place.kind == "capital") or self.english.count(form) < _USED:
            return False
        folded = plain(form) or ""
        return folded not in self.taken or OSA.normalized_distance(folded, plain(place.name) or "") <= _LIKE


def usage(english: English, places: Iterable[RawPlace], persons: Iterable[str], renamed: Path) -> Usage:
    """Gather what decides on English names; `renamed` is the list of official renamings."""
    taken = {plain(place.name) or "" for place in places if place.population >= LARGE or place.kind != "city"}
    preferred = dict(line.split(": ") for line in _lines(_HERE / "english_names.txt"))
    older: dict[str, set[str]] = {}
    for line in _lines(renamed):
        old, new = (part.replace("_", " ") for part in line.split())
        older.setdefault(plain(new) or "", set()).add(old)
    return Usage(
        english, frozenset(taken | set(persons)), preferred, {new: frozenset(old) for new, old in older.items()}
    )


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def tables(places: Iterable[RawPlace], used: Usage) -> tuple[list[str], list[str]]:
    """Lines `number name|kind|thousands of people` and lines `form places`, usual English forms marked by `*`."""
    lines, forms = [], dict[str, dict[int, bool]]()
    peoples = {word for word, _ in demonyms.pairs()}
    for number, place in enumerate(places):
        english = sorted(used.forms(place)[1:])
        name = used.preferred.get(place.name, place.name)
        lines.append(f"{base36(number)} {name}|{place.kind}|{round(place.population / 1000)}")
        usual = {plain(form) for form in (name, *english)}
        for form in [name, *english, *place.alternates]:
            folded = plain(form)
            # Some sources count words for the people among the names of a country.
            if folded and len(folded) > 1 and (form == name or folded not in peoples):
                forms.setdefault(folded, {})[number] = folded in usual
    entries = [
        f"{form.replace(' ', '_')} {','.join(('*' if usual else '') + base36(number) for number, usual in at.items())}"
        for form, at in forms.items()
    ]
    return lines, entries
