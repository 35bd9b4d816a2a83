"""What a result depends on, so that two runs can be compared or a stored finding trusted.

A signature is a dictionary; its one-line form is for people and reports and is never parsed back (sacrebleu's habit,
https://github.com/mjpost/sacrebleu).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from qa.config import Settings
from qa.core.check import Check
from qa.engine.plan import Plan
from qa.engine.registry import Registry
from qa.version import __version__

_DATA_PACKAGES = ("qa.checks", "qa.text")
_DIGITS = 12


def signature(settings: Settings, registry: Registry, plan: Plan) -> dict[str, str]:
    """What findings depend on beside the texts.

    version; profile; checks: number and hash of the checks that run; options: hash of their options and severities and
    of the least confidence; lang, source_lang: `-` where each document tells; data: hash of the packaged word lists,
    tables and rules; materials: name and hash of each that the checks make use of, such as the list of names, `-` for
    none; plugins: name and version of each, a hash of its content for a file, `-` for none.
    """
    return {
        "version": __version__,
        "profile": settings.profile,
        "checks": f"{len(plan.checks)}:{_digest(f'{check.id} {check.since}' for check in plan.checks)}",
        "options": _digest([json.dumps(_options(settings, plan.checks), sort_keys=True, ensure_ascii=False)]),
        "lang": settings.lang or "-",
        "source_lang": settings.source_lang or "-",
        "data": data_digest(),
        "materials": ",".join(f"{name}={digest}" for name, digest in sorted(_materials(plan.checks).items())) or "-",
        "plugins": ",".join(f"{name}={version}" for name, version in sorted(_plugins(registry))) or "-",
    }


def signature_text(parts: Mapping[str, str]) -> str:
    """A signature on one line: `qa|version:0.1.0|profile:news|…`."""
    return "|".join(["qa", *(f"{name}:{value}" for name, value in parts.items())])


def data_digest() -> str:
    """Hash of all packaged files that are not code."""
    hashed = hashlib.blake2b(digest_size=_DIGITS // 2)
    for package in _DATA_PACKAGES:
        for name, file in _data_files(resources.files(package), package):
            content = file.read_bytes()
            hashed.update(f"{name}\x1f{len(content)}\x1f".encode())
            hashed.update(content)
    return hashed.hexdigest()


def _data_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _data_files(entry, name)
        elif not entry.name.endswith((".py", ".pyc", ".pyi")):
            yield name, entry


def _options(settings: Settings, checks: Iterable[Check]) -> dict[str, object]:
    chosen: dict[str, object] = {"min_confidence": settings.min_confidence}
    for check in checks:
        values = {name: getattr(check, name) for name in check.options()}
        chosen[check.id] = {"severity": settings.severities.get(check.id, check.severity), **values}
    return chosen


def _materials(checks: Iterable[Check]) -> dict[str, str]:
    """The hash of each material that one of the checks was handed."""
    return {name: material.digest for check in checks for name, material in check.materials.at_hand().items()}


def _plugins(registry: Registry) -> Iterator[tuple[str, str]]:
    for source, version in registry.plugins.items():
        file = Path(source)
        if version or not file.is_file():
            yield source, version
        else:
            # Only the name: the same plugin in another folder gives the same findings.
            yield file.name, _digest([file.read_text("utf-8", "replace")])


def _digest(parts: Iterable[str]) -> str:
    """12 hexadecimal digits of BLAKE2b."""
    text = "\x1e".join(parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGITS // 2).hexdigest()
