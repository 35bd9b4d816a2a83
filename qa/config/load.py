"""Reading the layers of configuration and laying them one over the other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from qa.config.place import Origin, SourceFile, did_you_mean
from qa.config.schema import CHECKS_TABLE, DEFAULT_PROFILE, KEYS, Kind, checked
from qa.errors import ConfigError

FILE_NAME = "qa.toml"
COMMAND_LINE = "command line"
PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = ("tool", "qa")
_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Sourced(NamedTuple):
    """A value and who set it."""

    value: object
    origin: Origin


class CheckSetting(NamedTuple):
    """One line of a `[checks.<id>]` table, not yet held against the check itself."""

    check: str
    option: str
    value: object
    origin: Origin


@dataclass(frozen=True, slots=True)
class ParsedLayer:
    """One source of settings, its keys and values valid as far as that can be told without knowing the checks.

    values: settings of the top level, paths already relative to their file. checks: settings of single checks.
    """

    label: str
    values: Mapping[str, Sourced]
    checks: tuple[CheckSetting, ...]
    file: SourceFile | None = None


@dataclass(frozen=True, slots=True)
class MergedConfig:
    """All layers laid over each other.

    values: each setting with its last source. checks: settings of single checks, lowest layer first. layers: the layers
    themselves, lowest first: profile, extended files, nearest file, command line.
    """

    values: Mapping[str, Sourced]
    checks: tuple[CheckSetting, ...]
    layers: tuple[ParsedLayer, ...]

    @property
    def plugins(self) -> tuple[Path, ...]:
        """Files with checks of the user's own, to be loaded before the settings can be completed."""
        return _paths(self.values["plugins"].value)

    @property
    def files(self) -> tuple[Path, ...]:
        """Configuration files that were read, lowest first."""
        return tuple(layer.file.path for layer in self.layers if layer.file and not layer.label)


def read_config(
    overrides: Mapping[str, object] | None = None,
    *,
    directory: Path | None = None,
    config_file: Path | None = None,
    given_by: str = COMMAND_LINE,
) -> MergedConfig:
    """Read and merge profile, extended files, the nearest configuration file and the command line's values.

    overrides: settings under the names of `qa.toml`; None and () count as not given; paths stay as they are.
    directory: absolute folder from which the nearest file is looked for, upwards; None: no search. config_file: the
    file to read instead of searching. given_by: what messages call the source of `overrides`. Raises ConfigError for
    anything unknown, misspelt or out of range.
    """
    found = config_file or (find_config(directory) if directory else None)
    layers = _file_layers(found) if found else []
    given = {name: value for name, value in (overrides or {}).items() if value not in (None, ())}
    if given:
        layers.append(_layer(given, given_by, None))
    profile = DEFAULT_PROFILE
    for layer in layers:
        if "profile" in layer.values:
            profile = str(layer.values["profile"].value)
    return _merge([read_profile(profile), *layers])


def find_config(directory: Path) -> Path | None:
    """The nearest `qa.toml`, or `pyproject.toml` with a table `[tool.qa]`, in `directory` or above; the former wins."""
    for folder in (directory, *directory.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        project = folder / PROJECT_FILE
        # Looking for the bare letters first spares parsing, and failing over, the files of other projects.
        if project.is_file() and b"tool.qa" in project.read_bytes() and _table(_read(project)) is not None:
            return project
    return None


def read_profile(name: str) -> ParsedLayer:
    """The layer of a built-in profile."""
    file = _read(Path(__file__).with_name("profiles") / f"{name}.toml")
    return _layer(_parse(file), f"profile {name}", file)


def _file_layers(path: Path) -> list[ParsedLayer]:
    """The layers of a file and of those it extends, lowest first."""
    layers: list[ParsedLayer] = []
    seen: list[Path] = []
    asked: Origin | None = None
    while True:
        if path in seen:
            assert asked is not None
            raise asked.error(f"`extends` goes in a circle ({' → '.join(file.name for file in [*seen, path])})")
        seen.append(path)
        file = _read(path, asked)
        table = _table(file)
        if table is None:
            raise ConfigError(f"no table [{'.'.join(PROJECT_TABLE)}] in this file; add it or name another", str(path))
        layer = _layer(table, "", file)
        layers.insert(0, layer)
        if "extends" not in layer.values:
            return layers
        extended = layer.values["extends"]
        path, asked = Path(str(extended.value)), extended.origin


def _read(path: Path, asked: Origin | None = None) -> SourceFile:
    """The text of a configuration file; `asked` is the setting that named it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = f"cannot read the configuration file {path} ({error.strerror or error}); check its name and rights"
        raise (asked.error(reason) if asked else ConfigError(reason)) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ConfigError("not UTF-8, which TOML demands; save the file as UTF-8", str(path), line) from None
    return SourceFile(path, text, PROJECT_TABLE if path.name == PROJECT_FILE else ())


def _parse(file: SourceFile) -> dict[str, object]:
    try:
        return tomllib.loads(file.text)
    except RecursionError:
        raise ConfigError("nested too deeply; no setting needs that", str(file.path)) from None
    except tomllib.TOMLDecodeError as error:
        match = _LINE.search(str(error))
        what = _LINE.sub("", str(error)).strip()
        raise file.error(f"not valid TOML: {what}", int(match[1]) if match else len(file.lines)) from None


def _table(file: SourceFile) -> Mapping[str, object] | None:
    """Our table in a file; None where a pyproject.toml has none."""
    table: object = _parse(file)
    for key in file.root:
        if not isinstance(table, Mapping) or key not in table:
            return None
        table = table[key]
    if not isinstance(table, Mapping):
        raise file.error("[tool.qa] must be a table", file.line_of(()))
    return table


def _layer(table: Mapping[str, object], label: str, file: SourceFile | None) -> ParsedLayer:
    values: dict[str, Sourced] = {}
    checks: list[CheckSetting] = []
    for name, value in table.items():
        origin = Origin(label, file, (name,))
        if name == CHECKS_TABLE:
            checks += _check_settings(value, label, file)
        elif name not in KEYS:
            raise origin.error(f"unknown key “{name}”{did_you_mean(name, [*KEYS, CHECKS_TABLE])}")
        else:
            values[name] = Sourced(_placed(name, checked(KEYS[name], value, origin), file), origin)
    return ParsedLayer(label, values, tuple(checks), file)


def _check_settings(table: object, label: str, file: SourceFile | None) -> Iterator[CheckSetting]:
    if not isinstance(table, Mapping):
        raise Origin(label, file, (CHECKS_TABLE,)).error("`checks` must be a table with one table per check")
    for check, settings in table.items():
        if not isinstance(settings, Mapping):
            what = f"settings of check “{check}” must be a table: [checks.{check}]"
            raise Origin(label, file, (CHECKS_TABLE, check)).error(what)
        for option, value in settings.items():
            yield CheckSetting(check, option, value, Origin(label, file, (CHECKS_TABLE, check, option)))
        if not settings:
            yield CheckSetting(check, "", None, Origin(label, file, (CHECKS_TABLE, check)))


def _placed(name: str, value: object, file: SourceFile | None) -> object:
    """Paths relative to the file that names them; anything else as it is."""
    base = file.path.parent if file else Path()
    if KEYS[name].kind is Kind.PATH:
        return base / str(value)
    if KEYS[name].kind is Kind.PATHS and isinstance(value, tuple):
        return tuple(base / str(path) for path in value)
    return value


def _merge(layers: list[ParsedLayer]) -> MergedConfig:
    values = {name: Sourced(key.default, Origin("default")) for name, key in KEYS.items()}
    values["profile"] = Sourced(DEFAULT_PROFILE, Origin("default"))
    for layer in layers:
        ignored = values["ignore"]
        values.update(layer.values)
        if "select" in layer.values:
            # Who selects a check says so more clearly than a lower layer that left it out.
            selected = _names(layer.values["select"].value)
            left = tuple(check for check in _names(ignored.value) if check not in selected)
            ignored = Sourced(left, ignored.origin)
            values["ignore"] = ignored
        if "ignore" in layer.values:
            own = layer.values["ignore"]
            added = tuple(check for check in _names(own.value) if check not in _names(ignored.value))
            values["ignore"] = Sourced(_names(ignored.value) + added, own.origin)
    settings = tuple(setting for layer in layers for setting in layer.checks)
    return MergedConfig(values, settings, tuple(layers))


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()


def _paths(value: object) -> tuple[Path, ...]:
    return tuple(Path(item) for item in value) if isinstance(value, tuple) else ()
