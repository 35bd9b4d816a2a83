"""What English calls a place that the source language calls otherwise.

The table is `qa/text/data/names/source_places.txt`, made from Unicode CLDR; `source_README.md` beside it states the
licence.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from qa.text.names.source.endings import nominatives

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _lines() -> Mapping[str, str]:
    """Language code -> its line of the table."""
    table = (resources.files("qa.text") / "data" / "names" / "source_places.txt").read_text(encoding="utf-8")
    return MappingProxyType({line[:2]: line[4:] for line in table.splitlines()})


@cache
def _table(lang: str) -> Mapping[str, str]:
    """Small-letter form in a language -> English name."""
    pairs = (entry.partition("=") for entry in _lines().get(lang, "").split())
    return MappingProxyType({form: english for form, _, english in pairs})


def english_name(form: str, lang: str) -> str | None:
    """The English name of a country or capital, where it is not the source form letter by letter.

    Args:
        form: A word of the source in any case and inflection.
        lang: Code of its language.

    Returns:
        The name ("Moscow" for "Москвы"), or None where the form is no such place or English says the same.
    """
    table = _table(lang)
    return next((table[each] for each in nominatives(form.lower(), lang) if each in table), None)
