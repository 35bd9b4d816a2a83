"""Decisions on names in the decisions file (`qa.engine.decisions`), beside those on findings.

    {"decision": "same", "forms": ["Belusov", "Belousov"], "prefer": "Belousov"}
    {"decision": "other", "forms": ["Hansen", "Hanson"]}
    {"decision": "style", "forms": ["Kyiv", "Kiev"], "prefer": "Kyiv"}
    {"decision": "prefer", "forms": ["Lenk", "Lenck"], "prefer": "Lenk"}

Full names ("Dara Lenk", "Dara Lenck") decide on the words in which they differ; they must have equally many words and
differ in one. `prefer` is needed for `prefer` and may be left out elsewhere. Other keys, such as who decided and when,
are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from qa.engine.decisions import add_decision, read_entries
from qa.errors import ConfigError
from qa.text.names.decisions import VERDICTS, NameDecision, NameDecisions, NameVerdict, differing_words


def read_name_decisions(path: Path | None) -> NameDecisions:
    """The decisions on names of a file, none where there is no file yet; raises ConfigError with the line."""
    return NameDecisions() if path is None else NameDecisions.of(_decisions(path))


def _decisions(path: Path) -> Iterator[NameDecision]:
    for line, entry in read_entries(path, may_miss=True):
        if entry.get("decision") in VERDICTS:
            yield checked_name_decision(entry, str(path), line)


def checked_name_decision(entry: Mapping[str, object], where: str, line: int | None = None) -> NameDecision:
    """An entry as a decision; raises ConfigError, with the place `where` and the line, when it says too little."""
    decision, forms, prefer = cast("NameVerdict", entry["decision"]), entry.get("forms"), entry.get("prefer")
    if not isinstance(forms, list) or not all(isinstance(form, str) and form.strip() for form in forms):
        raise ConfigError(f"a decision “{decision}” needs `forms`, a list of spellings", where, line)
    if prefer is not None and not (isinstance(prefer, str) and prefer.strip()):
        raise ConfigError("`prefer` of a decision must be a spelling", where, line)
    if decision == "prefer" and prefer is None:
        raise ConfigError("a decision “prefer” needs `prefer`, the spelling to use", where, line)
    if decision == "other" and prefer is not None:
        raise ConfigError("different names have no common preferred spelling; drop `prefer`", where, line)
    if len({*forms, *([prefer] if prefer is not None else [])}) < 2:
        raise ConfigError(f"a decision “{decision}” needs two different spellings at least", where, line)
    return NameDecision(decision, tuple(forms), prefer)


def name_decision_entry(decision: NameVerdict, forms: Sequence[str], prefer: str | None = None) -> dict[str, object]:
    """The entry that records a decision."""
    entry: dict[str, object] = {"decision": decision, "forms": list(forms)}
    return entry | ({"prefer": prefer} if prefer is not None else {})


def add_name_decision(path: Path, entry: Mapping[str, object]) -> None:
    """Append a decision on names to a file; raises ConfigError for an incomplete one, OSError where it cannot.

    One on full names that differ in more than one word is refused: names are judged word by word, so it would do
    nothing.
    """
    decision = checked_name_decision(entry, str(path))
    forms = [*decision.forms, *([decision.prefer] if decision.prefer is not None else [])]
    if differing_words(tuple(dict.fromkeys(forms))) is None:
        what = (
            "full names must have equally many words and differ in one of them; decide on the single words that differ"
        )
        raise ConfigError(what, str(path))
    add_decision(path, entry)
