"""Which names of persons and places exist, and which spellings belong to one of them.

A name in the gazetteer is evidence, never a verdict: a slip may itself be somebody's name, and name items hold forms of
men and women side by side. All questions take folded forms (see `fold`), with blanks where the name has them. The
tables are searched where they lie (`data/names/README.md` states sources and licences).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from qa.text.lexicon import Lexicon
from qa.text.names.fold import fold
from qa.text.sorted_table import SortedTable

if TYPE_CHECKING:
    from collections.abc import Mapping

PlaceKind = Literal["country", "region", "city", "capital"]

_KINDS: Mapping[str, PlaceKind] = MappingProxyType(
    {"country": "country", "region": "region", "city": "city", "capital": "capital"}
)
_REMEMBERED = 8192
"""Forms whose entries are kept: an article asks for the same ones again and again."""
_NO_ITEMS: frozenset[int] = frozenset()
_NO_NAMES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a region or a city of more than 15,000 people."""

    id: int
    name: str
    """Usual English name, as written."""
    kind: PlaceKind
    population: int
    """People, rounded to thousands; 0 where it is not known, as for regions."""


@dataclass(frozen=True, slots=True)
class _PersonEntry:
    items: frozenset[int] = _NO_ITEMS
    position: str = ""


@dataclass(frozen=True, slots=True)
class _PlaceEntry:
    ids: tuple[int, ...] = ()
    english: frozenset[int] = _NO_ITEMS


def _data(name: str) -> bytes:
    return (resources.files("qa.text") / "data" / "names" / name).read_bytes()


@cache
def _table(name: str) -> SortedTable:
    return SortedTable(_data(name))


def _key(form: str) -> str:
    return form.replace(" ", "_")


@lru_cache(maxsize=_REMEMBERED)
def _person(form: str) -> _PersonEntry:
    value = _table("persons.txt").get(_key(form)) if form else None
    if value is None:
        return _PersonEntry()
    items, _, position = value.partition(" ")
    return _PersonEntry(frozenset(int(item, 36) for item in items.split(",")), position)


@lru_cache(maxsize=_REMEMBERED)
def _place_ids(form: str) -> _PlaceEntry:
    value = _table("place_forms.txt").get(_key(form)) if form else None
    if value is None:
        return _PlaceEntry()
    entries = value.split(",")
    english = frozenset(int(entry[1:], 36) for entry in entries if entry[0] == "*")
    return _PlaceEntry(tuple(int(entry.lstrip("*"), 36) for entry in entries), english)


@lru_cache(maxsize=_REMEMBERED)
def _place(number: int) -> Place:
    value = _table("places.txt").get(_base36(number))
    if value is None:
        raise ValueError(f"places.txt lacks {number}")
    name, kind, thousands = value.split("|")
    return Place(number, name, _KINDS[kind], int(thousands) * 1000)


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits


@cache
def _peoples() -> Mapping[str, frozenset[str]]:
    rows = (line.split(" ") for line in _data("demonyms.txt").decode("utf-8").splitlines())
    found = {demonym: frozenset(places.replace("_", " ").split(",")) for demonym, places in rows}
    return MappingProxyType({demonym.replace("_", " "): places for demonym, places in found.items()})


@cache
def _renamed() -> Mapping[frozenset[str], tuple[str, str]]:
    found: dict[frozenset[str], tuple[str, str]] = {}
    for line in _data("renamed.txt").decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            older, newer = (form.replace("_", " ") for form in line.split(" "))
            found[frozenset((fold(older), fold(newer)))] = (older, newer)
    return MappingProxyType(found)


class Gazetteer:
    """Names of persons (218,000 spellings) and places (38,000 places, 108,000 spellings). Has no state of its own."""

    # persons

    def person_items(self, form: str) -> frozenset[int]:
        """The name items ("the given name Megan", "the family name Lenk") one of whose spellings a form is."""
        return _person(form).items

    def is_person(self, form: str) -> bool:
        """Whether a form is somebody's given or family name; many ordinary words are ("will", "may")."""
        return bool(_person(form).items)

    def is_given(self, form: str) -> bool:
        """Whether English prose has a form as first word of full names of two words in 85 % of six or more places.

        Forms the prose has seldom or in both places are neither given nor family names here.
        """
        return _person(form).position == "g"

    def is_family(self, form: str) -> bool:
        """Whether English prose has a form as last word of full names, by the measure of `is_given`."""
        return _person(form).position == "f"

    # places

    def places(self, form: str) -> tuple[Place, ...]:
        """All places with a form among their names in any language, the most populous of each kind first."""
        return tuple(map(_place, _place_ids(form).ids))

    def english_places(self, form: str) -> tuple[Place, ...]:
        """The places that have a form as their usual or a former English name."""
        entry = _place_ids(form)
        return tuple(_place(number) for number in entry.ids if number in entry.english)

    def is_place(self, form: str) -> bool:
        """Whether a form is the usual, the local or a former English name of a place; foreign names do not count."""
        return bool(_place_ids(form).english)

    def is_country(self, form: str) -> bool:
        """Whether a form is an English name of a country or territory."""
        return any(place.kind == "country" for place in self.english_places(form))

    def is_demonym(self, form: str) -> bool:
        """Whether a form is a word for the people of a country, state, region or large city, or its plural in -s."""
        return bool(self.demonym_places(form))

    def demonym_places(self, form: str) -> frozenset[str]:
        """Folded names of the places whose people a form names; empty if it is no demonym."""
        peoples = _peoples()
        places = peoples.get(form) or peoples.get(form.removesuffix("s"), _NO_NAMES)
        return _NO_NAMES if form in places else places

    def english_place_name(self, form: str) -> str | None:
        """The usual English name of the most populous place with a form among its names; None if there is none.

        Places that have the form as English name go before those that have it in another language only.
        """
        places = self.english_places(form) or self.places(form)
        return max(places, key=lambda place: (place.kind == "country", place.population)).name if places else None

    def renamed(self, a: str, b: str) -> tuple[str, str] | None:
        """Two accepted names of one place as written, the older first (Bombay, Mumbai); None if they are not that.

        Official renamings come from a list; beside them any two English names of one city count, of which the one that
        is not its main name is taken for the older.
        """
        listed = _renamed().get(frozenset((a, b)))
        if listed or a == b:
            return listed
        for number in _place_ids(a).english & _place_ids(b).english:
            place = _place(number)
            main = fold(place.name)
            if main in (a, b) and place.kind in ("city", "capital"):
                return (_cased(b if main == a else a), place.name)
        return None

    # both

    def knows(self, form: str) -> bool:
        """Whether a form is a person's name, a name of a place in English, or a demonym."""
        return self.is_person(form) or self.is_place(form) or self.is_demonym(form)

    def shares_item(self, a: str, b: str) -> bool:
        """Whether one name item of persons, or one place in any language, has both forms."""
        if not _person(a).items.isdisjoint(_person(b).items):
            return True
        return not set(_place_ids(a).ids).isdisjoint(_place_ids(b).ids)

    def written(self, form: str) -> str | None:
        """How a name with unusual capitals is usually written ("DeSantis", "McCain"); None where they are usual.

        Only what counted English prose shows with a capital inside: it is silent about rare names.
        """
        usual = Lexicon("en").usual_form(form) if " " not in form else None
        if usual is None or usual.isupper() or not usual[0].isupper() or usual[1:].islower():
            return None
        return usual


def _cased(form: str) -> str:
    return " ".join(word.capitalize() for word in form.split(" "))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer; its tables are read when first asked."""
    return Gazetteer()
