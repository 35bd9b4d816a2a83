"""Which checks exist: those of the package, of installed plugins and of files named in the configuration."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import inspect
import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from qa.core.check import Check, CorpusCheck
from qa.core.finding import Problem
from qa.engine.installed import ENTRY_POINT_GROUP
from qa.errors import PluginError, QaError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@dataclass(frozen=True, slots=True)
class Registry:
    """The checks at hand by id, sorted; where plugins came from; what could not be loaded."""

    checks: Mapping[str, type[Check]]
    plugins: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def aliases(self) -> dict[str, str]:
        """Former ids with the id that replaced each."""
        return {alias: check.id for check in self.checks.values() for alias in check.aliases}

    def resolve(self, check_id: str) -> type[Check] | None:
        """The check with that id or former id."""
        return self.checks.get(self.aliases.get(check_id, check_id))


def builtin_checks() -> Iterator[type[Check]]:
    """The checks of the package: the one public check class of each module under `qa.checks`."""
    package = importlib.import_module("qa.checks")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.ispkg and not module.name.rsplit(".", 1)[1].startswith("_"):
            yield from checks_in(importlib.import_module(module.name))


def checks_in(module: ModuleType) -> Iterator[type[Check]]:
    """The check classes defined in `module` itself."""
    for name, value in vars(module).items():
        if (
            inspect.isclass(value)
            and issubclass(value, Check)
            and value.__module__ == module.__name__
            and not name.startswith("_")
            and value not in (Check, CorpusCheck)
        ):
            yield value


def discover(plugin_files: Sequence[str | Path] = (), *, entry_points: bool = True) -> Registry:
    """All checks at hand.

    plugin_files: Python files whose check classes are added. entry_points: whether installed distributions that offer
    the entry-point group `qa.checks` (a module or a check class each) are asked. A plugin that cannot be loaded is a
    problem of the registry. Raises PluginError when two checks share an id or former id.
    """
    found: list[tuple[type[Check], str]] = [(check, "") for check in builtin_checks()]
    plugins: dict[str, str] = {}
    problems: list[Problem] = []
    for source, load in _plugin_sources(plugin_files, entry_points):
        try:
            checks, version = load()
        except Exception as error:  # noqa: BLE001 - a plugin's module may raise anything; the run goes on without it
            problems.append(
                Problem(
                    source, f"plugin not loaded ({_reason(error)}); repair or remove it", "plugin", type(error).__name__
                )
            )
            continue
        plugins[source] = version
        found += [(check, source) for check in checks]
    return Registry(_by_id(found), plugins, tuple(problems))


def _reason(error: Exception) -> str:
    return error.what if isinstance(error, QaError) else " ".join(str(error).split()) or type(error).__name__


class _Source:
    """A place that plugins come from, loaded when called."""

    def __init__(self, path: Path | None = None, entry: EntryPoint | None = None) -> None:
        self.path, self.entry = path, entry

    def __call__(self) -> tuple[list[type[Check]], str]:
        if self.entry is not None:
            value = self.entry.load()
            version = self.entry.dist.version if self.entry.dist else ""
            checks: list[type[Check]] = list(checks_in(value)) if inspect.ismodule(value) else [value]
            return checks, version
        assert self.path is not None
        # The place is part of the name: two files of one name are two modules, here and in other processes.
        place = hashlib.blake2b(os.fsencode(self.path.resolve()), digest_size=4).hexdigest()
        spec = importlib.util.spec_from_file_location(f"qa_plugin_{self.path.stem}_{place}", self.path)
        if spec is None or spec.loader is None or not self.path.is_file():
            raise PluginError("no such Python file", str(self.path))
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module  # so that its checks can be sent to other processes
        spec.loader.exec_module(module)
        return list(checks_in(module)), ""


def _plugin_sources(files: Iterable[str | Path], entry_points: bool) -> Iterator[tuple[str, _Source]]:
    if entry_points:
        from importlib.metadata import entry_points as installed  # noqa: PLC0415 - costs 40 ms: only when a run starts

        for entry in installed(group=ENTRY_POINT_GROUP):
            yield (entry.dist.name if entry.dist else entry.name), _Source(entry=entry)
    for file in files:
        yield str(file), _Source(path=Path(file))


def _by_id(found: Sequence[tuple[type[Check], str]]) -> dict[str, type[Check]]:
    checks: dict[str, type[Check]] = {}
    taken: dict[str, str] = {}
    for check, source in found:
        for name in (check.id, *check.aliases):
            if name in taken:
                raise PluginError(f"check id “{name}” is used twice (also by {taken[name]}); rename one", source)
            taken[name] = source or "qa"
        checks[check.id] = check
    return dict(sorted(checks.items()))
