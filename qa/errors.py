"""Exceptions of the package.

    QaError
    ├── ConfigError        a setting is unknown, misspelt or out of range
    ├── RuleFileError      a rule file cannot be used
    ├── ReadError          an input cannot be read
    ├── PluginError        a plugin cannot be loaded or breaks the rules for checks
    └── ModelUnavailable   a check needs a model that is not at hand

Each carries the place (`where`) and a message of one line that says what to do.
"""

from __future__ import annotations


class QaError(Exception):
    """Base of all errors the package raises on purpose.

    where: file or record, with line where known (`day.jsonl:12`). what: one line: what is wrong and what to do.
    """

    def __init__(self, what: str, where: str = "", line: int | None = None) -> None:
        """Keep message and place apart, so that a caller can print them in its own way."""
        self.what, self.where, self.line = what, where, line
        super().__init__(what, where, line)

    def __str__(self) -> str:
        """`place:line: message`."""
        place = f"{self.where}:{self.line}" if self.line is not None else self.where
        return f"{place}: {self.what}" if place else self.what


class ConfigError(QaError):
    """A setting is unknown, misspelt or out of range."""


class RuleFileError(QaError):
    """A rule file cannot be used."""


class ReadError(QaError):
    """An input cannot be read."""


class PluginError(QaError):
    """A plugin cannot be loaded or breaks the rules for checks."""


class ModelUnavailable(QaError):  # noqa: N818 - a state of things more than an error
    """A check needs a model that is not at hand."""
