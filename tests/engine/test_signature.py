"""What changes a signature, and what does not."""

from dataclasses import replace
from pathlib import Path

from qa.config import Settings
from qa.core.category import Category, Severity
from qa.core.check import Check, Option
from qa.engine.plan import make_plan
from qa.engine.registry import Registry
from qa.engine.signature import data_digest, signature, signature_text
from qa.version import __version__


class PlainWord(Check):
    """A word."""

    id = "plain-word"
    category = Category.SPELLING
    least = Option(2, "fewest occurrences")


class OtherWord(Check):
    """Another word."""

    id = "other-word"
    category = Category.SPELLING


REGISTRY = Registry({"plain-word": PlainWord, "other-word": OtherWord})
SETTINGS = Settings()


def signed(settings: Settings = SETTINGS, registry: Registry = REGISTRY) -> dict[str, str]:
    return signature(settings, registry, make_plan(registry, settings))


def changed(settings: Settings) -> set[str]:
    return {name for name, value in signed(settings).items() if value != signed()[name]}


def test_its_parts() -> None:
    parts = signed()
    assert list(parts) == [
        "version",
        "profile",
        "checks",
        "options",
        "lang",
        "source_lang",
        "data",
        "materials",
        "plugins",
    ]
    assert (parts["version"], parts["profile"], parts["lang"], parts["plugins"]) == (__version__, "news", "-", "-")
    assert parts["checks"].startswith("2:")
    assert parts["data"] == data_digest()


def test_each_setting_changes_its_own_part() -> None:
    assert changed(replace(SETTINGS, ignore=("other-word",))) == {"checks", "options"}
    assert changed(replace(SETTINGS, options={"plain-word": {"least": 3}})) == {"options"}
    assert changed(replace(SETTINGS, severities={"plain-word": Severity.MAJOR})) == {"options"}
    assert changed(replace(SETTINGS, min_confidence=0.5)) == {"options"}
    assert changed(replace(SETTINGS, lang="en", source_lang="es")) == {"lang", "source_lang"}
    assert changed(replace(SETTINGS, profile="strict")) == {"profile"}


def test_what_does_not_touch_findings_changes_nothing() -> None:
    assert (
        changed(replace(SETTINGS, jobs=8, baseline=Path("known.jsonl"), options={"plain-word": {"least": 2}})) == set()
    )


def test_plugins_are_named_with_version_or_content(tmp_path) -> None:
    path = tmp_path / "house.py"
    path.write_text("x = 1\n")
    first = signed(registry=replace(REGISTRY, plugins={"qa-house": "1.2", str(path): ""}))["plugins"]
    assert first.startswith("house.py=")
    assert first.endswith(",qa-house=1.2")
    path.write_text("x = 2\n")
    assert signed(registry=replace(REGISTRY, plugins={"qa-house": "1.2", str(path): ""}))["plugins"] != first


def test_it_is_printed_on_one_line() -> None:
    assert signature_text({"version": "0.1.0", "profile": "news"}) == "qa|version:0.1.0|profile:news"
    assert "\n" not in signature_text(signed())
