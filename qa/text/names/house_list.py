"""The names as the house writes them: parsing the user's list, and looking names up in it.

A list is plain text, one preferred form a line, or CSV with a header:

    preferred,accepted,forbidden,note
    Kyiv,,Kiev|Kyyiv,the Ukrainian form
    Volodymyr Zelensky,Zelensky,Zelenskiy|Zelenskyy,

Only `preferred` must be there; several forms in a cell are set apart by `|`. A semicolon or a tab may stand for the
comma. Blank lines and lines that begin with `#` are passed over in both kinds.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from qa.errors import ConfigError
from qa.text.names.fold import fold
from qa.text.names.keys import blocking_keys

Standing = Literal["preferred", "accepted", "forbidden"]
COLUMNS = ("preferred", "accepted", "forbidden", "note")
_WORD = re.compile(r"[^\W_]+|$")
_DIVIDERS = ",;\t"
_LONGEST_FORM = 200
_FEWEST_LETTERS = 4
"""Letters of a name below which another word close to it says nothing."""


class HouseName(NamedTuple):
    """One name.

    preferred: the form to write. accepted: forms that may stand as well. forbidden: forms that may not. note: a remark
    for the editor. line: place in the file, from 1; None for names from elsewhere.
    """

    preferred: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""
    line: int | None = None


class Listed(NamedTuple):
    """What the list says of a form: the name it belongs to and its standing there."""

    name: HouseName
    standing: Standing


@dataclass(frozen=True)
class HouseList:
    """A list of names. Sent between processes it takes only its names along; what is looked up is made on first use."""

    names: tuple[HouseName, ...] = ()

    @classmethod
    def of(cls, preferred: Iterable[str]) -> HouseList:
        """A list of preferred forms alone, such as canonical names out of records; blank and repeated ones drop out."""
        forms = dict.fromkeys(" ".join(form.split()) for form in preferred)
        return cls(tuple(HouseName(form) for form in forms if form))

    def __str__(self) -> str:
        """The list in a line, for people: each preferred form with what is accepted and forbidden."""
        return "; ".join(_in_words(name) for name in self.names)

    def __or__(self, other: HouseList) -> HouseList:
        """Both lists; where they contradict each other the left one holds."""
        taken = self.forms
        return HouseList((*self.names, *(name for name in other.names if name.preferred not in taken)))

    @property
    def digest(self) -> str:
        """Hash of all forms with their standing; notes and lines do not count."""
        lines = sorted("\x1f".join([name.preferred, *name.accepted, "\x1e", *name.forbidden]) for name in self.names)
        return hashlib.blake2b("\x1d".join(lines).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

    def __reduce__(self) -> tuple[type[HouseList], tuple[tuple[HouseName, ...]]]:
        """What is sent to another process."""
        return HouseList, (self.names,)

    @cached_property
    def forms(self) -> Mapping[str, Listed]:
        """Every form that is listed, as written, with its name and standing; read-only."""
        return _index(self.names)

    @cached_property
    def by_first_word(self) -> Mapping[str, tuple[str, ...]]:
        """The listed forms by the first run of letters and digits in each, in small letters, to find them in a text."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for form in self.forms:
            found[first_word(form)].append(form)
        return MappingProxyType({word: tuple(forms) for word, forms in found.items()})

    @cached_property
    def by_last_word(self) -> Mapping[str, tuple[str, ...]]:
        """The preferred and accepted forms by the last word of each, as written: the part that mostly stands alone."""
        return _by_last_word(self.names)

    @cached_property
    def last_words_by_key(self) -> Mapping[str, tuple[str, ...]]:
        """The capitalised last words under their keys of `qa.text.names.keys`, to find words that are close to them."""
        return _last_words_by_key(self.names)

    @cached_property
    def _folded(self) -> Mapping[str, Listed]:
        return _folded_index(self.names)

    def find(self, form: str) -> Listed | None:
        """What the list says of exactly this form."""
        return self.forms.get(form)

    def preferred(self, form: str) -> str | None:
        """The preferred form of the name that `form` is listed under, exactly or but for case and accents."""
        found = self.forms.get(form) or self._folded.get(fold(form))
        return found.name.preferred if found else None


def first_word(form: str) -> str:
    """The first run of letters and digits of a form, in small letters."""
    match = _WORD.search(form.lower())
    assert match is not None  # at worst it matches the end
    return match[0]


def parse_house_list(text: str, where: str = "", *, must_be_table: bool = False) -> HouseList:
    """The list in `text`.

    Args:
        text: Plain text or CSV, see the module.
        where: What errors call the text, such as the file's name.
        must_be_table: Whether a text without header is refused rather than read as one form a line.

    Raises:
        ConfigError: With the line: unknown or missing column, row without preferred form, broken quoting, a form that
            is listed twice in ways that contradict each other.
    """
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if not _is_passed_over(line)), None)
    if start is None:
        return HouseList()
    divider = next((mark for mark in _DIVIDERS if "preferred" in _header(lines[start], mark)), None)
    if divider is None and lines[start].strip().lower() != "preferred":
        if must_be_table:
            raise ConfigError(f"the first line must be the header {','.join(COLUMNS)}; add it", where, start + 1)
        names = [HouseName(_tidy(line), line=at) for at, line in enumerate(lines, 1) if not _is_passed_over(line)]
    else:
        names = _rows(lines[start:], divider or ",", where, start)
    _refuse_contradictions(names, where)
    return HouseList(tuple(names))


def _header(line: str, divider: str) -> list[str]:
    cells = [cell.strip().strip('"').lower() for cell in line.split(divider)]
    return cells if len(cells) > 1 else []


def _rows(lines: Sequence[str], divider: str, where: str, before: int) -> list[HouseName]:
    """The names of a table whose header is the first of `lines`; `before`: number of lines above it."""
    columns = [cell.strip().strip('"').lower() for cell in lines[0].split(divider)]
    for column in columns:
        if column not in COLUMNS:
            known = ", ".join(COLUMNS)
            raise ConfigError(f"unknown column “{column}” (there are {known}); rename or remove it", where, before + 1)
    if len(set(columns)) < len(columns):
        raise ConfigError("a column stands twice in the header; remove one", where, before + 1)
    names: list[HouseName] = []
    # Passed-over lines are emptied rather than dropped, so that lines count as in the file.
    reader = csv.reader(("" if _is_passed_over(line) else line for line in lines[1:]), delimiter=divider, strict=True)
    try:
        names += (
            _row(cells, columns, where, before + 1 + reader.line_num)
            for cells in reader
            if any(cell.strip() for cell in cells)
        )
    except csv.Error as error:
        raise ConfigError(
            f"not valid CSV ({error}); mend the quotation marks", where, before + 1 + reader.line_num
        ) from None
    return names


def _row(cells: Sequence[str], columns: Sequence[str], where: str, line: int) -> HouseName:
    if len(cells) > len(columns):
        what = f"{len(cells)} cells under {len(columns)} columns; put quotation marks around cells with the divider"
        raise ConfigError(what, where, line)
    row = dict(zip(columns, cells, strict=False))
    preferred = _tidy(row["preferred"])
    if not preferred or "|" in preferred:
        wrong = "several preferred forms; keep one" if preferred else "no preferred form; add it or remove the line"
        raise ConfigError(wrong, where, line)
    return HouseName(
        preferred, _several(row, "accepted"), _several(row, "forbidden"), row.get("note", "").strip(), line
    )


def _several(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    forms = (_tidy(form) for form in row.get(column, "").split("|"))
    return tuple(dict.fromkeys(form for form in forms if form))


def _refuse_contradictions(names: Sequence[HouseName], where: str) -> None:
    """Raise ConfigError where one form has two standings that cannot both hold."""
    good: dict[str, HouseName] = {}
    bad: dict[str, HouseName] = {}
    for name in names:
        for form in (name.preferred, *name.accepted, *name.forbidden):
            if len(form) > _LONGEST_FORM or not any(letter.isalnum() for letter in form):
                raise ConfigError(f"“{form[:40]}” is no name; repair or remove it", where, name.line)
        good |= dict.fromkeys((name.preferred, *name.accepted), name)
        for form in name.forbidden:
            other = bad.setdefault(form, name)
            if other.preferred != name.preferred:
                what = f"“{form}” is forbidden here and in line {other.line} for another name; keep one"
                raise ConfigError(what, where, name.line)
    for form, name in bad.items():
        if form in good:
            what = f"“{form}” is forbidden here and allowed in line {good[form].line}; keep one"
            raise ConfigError(what, where, name.line)


def _tidy(form: str) -> str:
    return " ".join(form.split())


def _is_passed_over(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _in_words(name: HouseName) -> str:
    accepted = f", also {', '.join(name.accepted)}" if name.accepted else ""
    return name.preferred + accepted + (f", not {', '.join(name.forbidden)}" if name.forbidden else "")


@lru_cache(maxsize=8)
def _index(names: tuple[HouseName, ...]) -> Mapping[str, Listed]:
    """Each form with its standing; a form of two standings keeps the kindest."""
    found: dict[str, Listed] = {}
    kinds: tuple[Standing, ...] = ("preferred", "accepted", "forbidden")
    for standing in kinds:
        for name in names:
            forms = (name.preferred,) if standing == "preferred" else getattr(name, standing)
            for form in forms:
                found.setdefault(form, Listed(name, standing))
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def _folded_index(names: tuple[HouseName, ...]) -> Mapping[str, Listed]:
    found: dict[str, Listed] = {}
    for form, listed in _index(names).items():
        found.setdefault(fold(form), listed)
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def _by_last_word(names: tuple[HouseName, ...]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form, listed in _index(names).items():
        if listed.standing != "forbidden":
            found[form.rsplit(" ", 1)[-1]].append(form)
    return MappingProxyType({last: tuple(forms) for last, forms in found.items()})


@lru_cache(maxsize=8)
def _last_words_by_key(names: tuple[HouseName, ...]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for last in _by_last_word(names):
        if len(last) >= _FEWEST_LETTERS and last[0].isupper():
            for key in blocking_keys(fold(last)):
                found[key].append(last)
    return MappingProxyType({key: tuple(lasts) for key, lasts in found.items()})
