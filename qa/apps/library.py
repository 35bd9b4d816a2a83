"""The functions of `import qa`: one call from a text or files to findings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import overload

from qa.apps.explain import explanation
from qa.config import did_you_mean, load_settings
from qa.core.document import Document
from qa.core.finding import Finding, Problem
from qa.engine.checker import Checker
from qa.engine.registry import discover
from qa.engine.run import DocumentResult
from qa.errors import ConfigError
from qa.read import ReadOptions, find_inputs, read, read_text


@overload
def check(what: str, **settings: object) -> list[Finding]: ...
@overload
def check(what: os.PathLike[str], **settings: object) -> list[DocumentResult | Problem]: ...
def check(what: str | os.PathLike[str], **settings: object) -> list[Finding] | list[DocumentResult | Problem]:
    """Check a text or what a path names.

    what: a string is the text itself; its findings come back. A `pathlib.Path` names a file or folder; a result for
    each document comes back, with the document and its findings, and a problem for each that cannot be read.
    settings: as in `qa.toml` (`lang`, `profile`, `select`, `ignore`, `min_confidence` ...); no configuration file is
    looked for. A text without letters to check gives no findings.

    Raises ConfigError for a setting that does not exist or does not fit. Making a `Checker` once is faster for many
    texts.
    """
    registry = discover()
    given = {
        name: list(value) if isinstance(value, tuple | set | frozenset) else value for name, value in settings.items()
    }
    checker = Checker(load_settings(registry.checks, given, given_by="qa.check"), registry)
    options = ReadOptions(
        lang=checker.settings.lang,
        source_lang=checker.settings.source_lang,
        text_field=checker.settings.text_field,
        source_field=checker.settings.source_field,
        id_field=checker.settings.id_field,
        doc_field=checker.settings.doc_field,
        encoding=checker.settings.encoding,
    )
    if isinstance(what, str):
        return list(checker.check(read_text(what, options)).findings) if what.strip() else []
    return list(checker.run(_documents(Path(what), options)))


def explain(check_id: str) -> str:
    """What a check finds, why, when it is wrong, and its examples; raises ConfigError for an unknown id."""
    registry = discover()
    found = registry.resolve(check_id)
    if found is None:
        raise ConfigError(f"unknown check “{check_id}”{did_you_mean(check_id, [*registry.checks, *registry.aliases])}")
    return explanation(found)


def _documents(path: Path, options: ReadOptions) -> Iterator[Document | Problem]:
    for found in find_inputs([str(path)]):
        if isinstance(found, Problem):
            yield found
        else:
            yield from read(found, options)
