from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from qa.core.category import Category, Severity
from qa.core.check import Check, Option, Status


class WrongWord(Check):
    """A wrong word."""

    id = "wrong-word"
    aliases = ("bad-word",)
    category = Category.SPELLING
    least = Option(2, "fewest occurrences")
    share = Option(0.5, "share of the text")
    words = Option(("x",), "words that are wrong")
    strictly = Option(False, "whether case counts")
    mark = Option("*", "mark before the word")


class OddMark(Check):
    """An odd mark."""

    id = "odd-mark"
    category = Category.PUNCTUATION
    status = Status.PREVIEW


class LongTitle(Check):
    """A long title."""

    id = "long-title"
    category = Category.STYLE
    severity = Severity.NEUTRAL
    profiles = frozenset({"strict"})


class OldHat(Check):
    """A check of the past."""

    id = "old-hat"
    category = Category.STYLE
    status = Status.REMOVED


@pytest.fixture
def checks() -> Mapping[str, type[Check]]:
    return {check.id: check for check in (WrongWord, OddMark, LongTitle, OldHat)}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write_file(text: str, name: str = "qa.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file
