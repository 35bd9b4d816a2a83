"""Loading the materials that settings name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.config import Settings
from qa.core.materials import Materials
from qa.engine.name_decisions import read_name_decisions
from qa.errors import ConfigError
from qa.text.names.house_list import HouseList, parse_house_list

if TYPE_CHECKING:
    from qa.text.names.article.memory import Archive
    from qa.text.names.decisions import NameDecisions

_TABLES = frozenset({".csv", ".tsv"})


def load_materials(settings: Settings) -> Materials:
    """The materials of a run with these settings; raises ConfigError with file and line for one that cannot be used."""
    return Materials(
        house_list=read_house_list(settings.house_list) if settings.house_list else None,
        name_decisions=_name_decisions(settings.decisions) if settings.decisions else None,
        archive=_archive(settings.index) if settings.index else None,
    )


def _name_decisions(path: Path) -> NameDecisions | None:
    """What the decisions file says of names; None where it says nothing."""
    return read_name_decisions(path) or None


def _archive(path: Path) -> Archive:
    from qa.engine.name_index import ArchiveIndex  # noqa: PLC0415 - SQLite is for those who have an index

    return ArchiveIndex(path)


def read_house_list(path: Path) -> HouseList:
    """The list of names in a file, which must be UTF-8; one named .csv or .tsv must begin with the header."""
    try:
        content = path.read_bytes()
    except OSError as error:
        what = f"cannot read the list of names ({error.strerror}); check its name and rights"
        raise ConfigError(what, str(path)) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigError("the list of names is not UTF-8; save it as UTF-8", str(path), line) from None
    return parse_house_list(text, str(path), must_be_table=path.suffix.lower() in _TABLES)
