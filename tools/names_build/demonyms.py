"""Words for the people of countries and regions, with the places they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from names_build import sources
from names_build.sources import plain

_HERE = Path(__file__).parent


def pairs() -> Iterator[tuple[str, str]]:
    """Folded demonym and the folded name of its place."""
    for facts in sources.country_facts():
        for demonym in re.split("[,/]", facts.get("demonym") or ""):
            if demonym and plain(demonym) and plain(facts["name"]):
                yield plain(demonym) or "", plain(facts["name"]) or ""
    for line in (_HERE / "demonyms.txt").read_text(encoding="utf-8").splitlines():
        place, _, words = line.partition(": ")
        if words and not line.startswith("#"):
            for word in words.split(", "):
                yield plain(word) or "", plain(place) or ""


def demonym_lines() -> list[str]:
    """Lines `demonym place,place`, blanks as `_`; plurals that take -s are not listed."""
    found: dict[str, set[str]] = {}
    for demonym, place in pairs():
        if demonym != place:
            found.setdefault(demonym, set()).add(place)
    return [
        f"{demonym.replace(' ', '_')} {','.join(sorted(place.replace(' ', '_') for place in at))}"
        for demonym, at in found.items()
    ]
