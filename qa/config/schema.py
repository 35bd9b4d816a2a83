"""Which settings exist, what each may hold, and the JSON schema made from that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from qa.config.place import Origin, did_you_mean
from qa.core.category import Severity
from qa.core.check import Check, Status

PROFILES = ("news", "translation", "strict")
DEFAULT_PROFILE = "news"
CHECKS_TABLE = "checks"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


class FailOn(StrEnum):
    """The mildest severity that makes a run fail."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NEVER = "never"

    def reached_by(self, severity: Severity) -> bool:
        """Whether a finding of that severity makes the run fail."""
        return self is not FailOn.NEVER and severity.rank >= Severity(self.value).rank


class Kind(StrEnum):
    """What a setting holds, in words fit for an error message."""

    STRING = "a string"
    NUMBER = "a number"
    INTEGER = "a whole number"
    BOOLEAN = "true or false"
    STRINGS = "a list of strings"
    PATH = "a path (a string)"
    PATHS = "a list of paths (strings)"


@dataclass(frozen=True, slots=True)
class Key:
    """One setting of the top level.

    default: value where nobody sets it (None: nothing). low, high: inclusive limits of numbers.
    """

    name: str
    kind: Kind
    doc: str
    default: object = None
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


_KEYS = (
    Key("extends", Kind.PATH, "another configuration file whose settings hold unless this one sets them anew"),
    Key("profile", Kind.STRING, "set of checks and least confidence to start from", DEFAULT_PROFILE, PROFILES),
    Key("lang", Kind.STRING, "language of the texts (BCP 47); without it each document's own"),
    Key("source_lang", Kind.STRING, "language the texts were translated from (BCP 47)"),
    Key("select", Kind.STRINGS, "run exactly these checks, preview ones included", ()),
    Key("ignore", Kind.STRINGS, "never run these checks; adds to the lists of lower layers", ()),
    Key("preview", Kind.BOOLEAN, "also run checks whose precision is not yet established", False),
    Key("min_confidence", Kind.NUMBER, "least confidence of a finding that is shown", low=0, high=1),
    Key("fail_on", Kind.STRING, "mildest severity that gives exit status 1", "minor", tuple(FailOn)),
    Key("jobs", Kind.INTEGER, "processes to use; 0 for one per processor core", 1, low=0, high=1024),
    Key("plugins", Kind.PATHS, "Python files with checks of your own", ()),
    Key("baseline", Kind.PATH, "file of known findings that are not shown again"),
    Key("decisions", Kind.PATH, "file of an editor's decisions (accept, ignore)"),
    Key("house_list", Kind.PATH, "file of names as the house writes them: one a line, or CSV with a header"),
    Key("index", Kind.PATH, "index of the names of earlier documents, made with qa index"),
    Key("text_field", Kind.STRING, "field or column of a record that holds the text"),
    Key("source_field", Kind.STRING, "field or column of a record that holds the source text"),
    Key("id_field", Kind.STRING, "field or column of a record that holds its id"),
    Key("doc_field", Kind.STRING, "field or column whose equal values make records one document"),
    Key("encoding", Kind.STRING, "character encoding of the inputs; without it declared or detected"),
)
KEYS: Mapping[str, Key] = {key.name: key for key in _KEYS}


def checked(key: Key, value: object, origin: Origin) -> object:
    """`value` in the form the settings keep it (lists as tuples); raises ConfigError when it does not fit `key`."""
    if isinstance(value, list | tuple):
        value = tuple(str(item) if isinstance(item, PurePath) else item for item in value)
    value = str(value) if isinstance(value, PurePath) else value
    if not _fits(key.kind, value):
        raise origin.error(f"`{key.name}` must be {key.kind}, not {_named(value)}")
    if key.choices and value not in key.choices:
        hint = did_you_mean(str(value), key.choices)
        raise origin.error(f"unknown {key.name} “{value}” (there are {', '.join(key.choices)}){hint}")
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_range(key, value, origin)
    if key.name in ("lang", "source_lang") and not _LANGUAGE.fullmatch(str(value)):
        dashed = str(value).replace("_", "-")
        hint = f"; did you mean “{dashed}”?" if _LANGUAGE.fullmatch(dashed) else ""
        raise origin.error(f"`{key.name}` must be a language tag such as en or pt-BR, not “{value}”{hint}")
    if key.name.endswith("_field") and value == "":
        raise origin.error(f"`{key.name}` must not be empty; name a field or leave it out")
    if key.name == "encoding":
        _check_encoding(str(value), origin)
    return value


def checked_option(check: type[Check], name: str, value: object, origin: Origin) -> object:
    """The value of `[checks.<id>] name` in the form a check reads; raises ConfigError when it does not fit."""
    options = check.options()
    if name == "enabled":
        return checked(Key(name, Kind.BOOLEAN, ""), value, origin)
    if name == "severity":
        return Severity(str(checked(Key(name, Kind.STRING, "", choices=tuple(Severity)), value, origin)))
    if name not in options:
        known = ("enabled", "severity", *options)
        raise origin.error(f"check {check.id} has no option “{name}”{did_you_mean(name, known)}")
    default = options[name].default
    fitting = checked(Key(name, option_kind(default), ""), value, origin)
    return float(fitting) if isinstance(default, float) and isinstance(fitting, int) else fitting


def option_kind(default: object) -> Kind:
    """The kind of an option, told by its default value."""
    if isinstance(default, bool):
        return Kind.BOOLEAN
    if isinstance(default, int):
        return Kind.INTEGER
    if isinstance(default, float):
        return Kind.NUMBER
    return Kind.STRINGS if isinstance(default, tuple) else Kind.STRING


def json_schema(checks: Mapping[str, type[Check]]) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of `qa.toml`, for editors that complete and check settings."""
    properties: dict[str, Any] = {key.name: _property(key) for key in _KEYS}
    properties[CHECKS_TABLE] = {
        "type": "object",
        "description": "settings of single checks",
        "additionalProperties": False,
        "properties": {
            check.id: _check_properties(check)
            for check in sorted(checks.values(), key=lambda check: check.id)
            if check.status is not Status.REMOVED
        },
    }
    identities = sorted(check.id for check in checks.values() if check.status is not Status.REMOVED)
    for name in ("select", "ignore"):
        properties[name]["items"] = {"enum": identities} if identities else {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "qa.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _check_properties(check: type[Check]) -> dict[str, Any]:
    summary = (check.__doc__ or "").strip().split("\n", 1)[0]
    properties: dict[str, Any] = {
        "enabled": {"type": "boolean", "description": "whether the check runs, whatever the profile says"},
        "severity": {
            "enum": [str(severity) for severity in Severity],
            "description": "severity of all its findings",
            "default": str(check.severity),
        },
    }
    for name, option in sorted(check.options().items()):
        properties[name] = _property(Key(name, option_kind(option.default), option.doc, option.default))
    return {"type": "object", "description": summary, "additionalProperties": False, "properties": properties}


_JSON_TYPES: Mapping[Kind, Mapping[str, Any]] = {
    Kind.STRING: {"type": "string"},
    Kind.NUMBER: {"type": "number"},
    Kind.INTEGER: {"type": "integer"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.STRINGS: {"type": "array", "items": {"type": "string"}},
    Kind.PATH: {"type": "string"},
    Kind.PATHS: {"type": "array", "items": {"type": "string"}},
}


def _property(key: Key) -> dict[str, Any]:
    described: dict[str, Any] = {**_JSON_TYPES[key.kind], "description": key.doc}
    if key.choices:
        described["enum"] = [str(choice) for choice in key.choices]
    if key.default is not None:
        described["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    limits = {"minimum": key.low, "maximum": key.high}
    return described | {name: limit for name, limit in limits.items() if limit is not None}


def _fits(kind: Kind, value: object) -> bool:
    if kind is Kind.BOOLEAN:
        return isinstance(value, bool)
    if kind is Kind.INTEGER:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is Kind.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind in (Kind.STRINGS, Kind.PATHS):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def _named(value: object) -> str:
    """A value as an error message shows it, in TOML's words."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"the string “{value}”"
    if isinstance(value, tuple):
        return "a list" if all(isinstance(item, str) for item in value) else "a list that holds something else"
    return "a table" if isinstance(value, Mapping) else str(value)


def _check_range(key: Key, value: float, origin: Origin) -> None:
    low, high = key.low, key.high
    # Written so that a NaN, which TOML allows, fails as well.
    if (low is not None and not value >= low) or (high is not None and not value <= high):
        raise origin.error(f"`{key.name}` must lie between {low:g} and {high:g}, not {value}")


def _check_encoding(name: str, origin: Origin) -> None:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise origin.error(f"unknown encoding “{name}”; use a name such as utf-8 or cp1252") from None
