"""What the record formats share: fields and their defaults, documents of one record or of several."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from qa.core.document import Address, Document, Segment
from qa.core.finding import Problem
from qa.core.offsets import Carrier, OffsetMap
from qa.read.base import ReadOptions, Result

TEXT_FIELDS = ("text", "body", "content", "article", "translation", "target")
TARGET_FIELDS = ("translation", "target")


_SHOWN_NAMES, _SHOWN_LENGTH = 10, 40


class Record(NamedTuple):
    """One record: its id, the value of the document field (None without such a field) and its segment."""

    id: str
    group: str | None
    segment: Segment


def listed(names: list[str]) -> str:
    """The first few names of fields in one line."""
    shown = [" ".join(name.split())[:_SHOWN_LENGTH] for name in names[:_SHOWN_NAMES]]
    return ", ".join(shown) + (", …" if len(names) > _SHOWN_NAMES else "")


def documents(records: Iterable[Record | Problem], path: str, options: ReadOptions, form: str) -> Iterator[Result]:
    """A document for each record as it comes or, with a document field, one for all records that share its value.

    Grouping has to see the last record first, so the records are kept in memory then. Documents come in the order of
    their first record. Records of one document that share an id are told apart as `a1`, `a1#2`, `a1#3`.
    """
    groups: dict[str, dict[str, Segment]] = {}
    for record in records:
        if isinstance(record, Problem):
            yield record
        elif record.group is None:
            yield _document(record.id, (record.segment,), path, options, form)
        else:
            group = groups.setdefault(record.group, {})
            name = _unused(record.segment.id, group)
            group[name] = record.segment if name == record.segment.id else replace(record.segment, id=name)
    for name in list(groups):
        yield _document(name, tuple(groups.pop(name).values()), path, options, form)


def _unused(name: str, taken: Container[str]) -> str:
    """`name`, with an ordinal behind it where it is taken."""
    candidates = (f"{name}#{ordinal}" for ordinal in count(2))
    return name if name not in taken else next(candidate for candidate in candidates if candidate not in taken)


def _document(name: str, segments: tuple[Segment, ...], path: str, options: ReadOptions, form: str) -> Document:
    return Document(path, name, form, segments, options.lang, options.source_lang)


def record_of(
    text: str,
    offsets: OffsetMap,
    carrier: Carrier,
    number: int,
    options: ReadOptions,
    *,
    field: str,
    name: str | None,
    group: str | None,
    source: str | None,
    attrs: dict[str, str] | None = None,
) -> Record:
    """Put a record together. number: line or ordinal in the file, the id of a record that has none."""
    record_id = name if name is not None else str(number)
    segment = Segment(
        id=record_id if group is not None else "1",
        text=text,
        lang=options.lang,
        source=source,
        source_lang=options.source_lang,
        map=offsets,
        carrier=carrier,
        address=Address(None, number, field),
        attrs=attrs or {},
    )
    return Record(record_id, group, segment)


class EscapedMap(OffsetMap):
    """A map whose pieces are worked out when a position is first asked for: most records have no finding."""

    __slots__ = ("_raw", "_span")

    def __init__(self, raw: str, start: int, end: int) -> None:
        """The characters `start` to `end` of `raw` hold the escaped text, without its quotes."""
        self._raw, self._span = raw, (start, end)

    def _build(self, raw: str, start: int, end: int) -> OffsetMap:
        raise NotImplementedError

    def __getattr__(self, name: str) -> object:
        """Fill the map at first use."""
        if name not in ("pieces", "_text_starts", "_raw_starts"):
            raise AttributeError(name)
        built = self._build(self._raw, *self._span)
        self.pieces, self._text_starts, self._raw_starts = built.pieces, built._text_starts, built._raw_starts  # noqa: SLF001
        return getattr(self, name)

    def __reduce__(self) -> tuple[type[EscapedMap], tuple[str, int, int]]:
        """Travel to another process without the pieces."""
        return type(self), (self._raw, *self._span)
