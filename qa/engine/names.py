"""From documents to their names, over processes: what `qa names` and `qa index` add up."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeAlias

from qa.core.document import Document
from qa.core.finding import Problem
from qa.engine.decisions import same_document_key
from qa.engine.run import analyse
from qa.text.names.archive.state import DocumentNames, document_names
from qa.text.names.uses import name_uses

DATE_FIELDS = ("date",)
FEED_FIELDS = ("feed", "system", "translator")
"""Fields looked at where the user names none."""
LANGUAGES = frozenset({"en"})
_CHUNK_DOCUMENTS = 64
_CHUNK_CHARACTERS = 400_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class NameFields:
    """Fields of a record that tell its date and the feed, system or translator that it came from; the first there is.

    The reader must have been told to keep them (`ReadOptions.kept_fields`).
    """

    date: tuple[str, ...] = DATE_FIELDS
    feed: tuple[str, ...] = FEED_FIELDS

    @property
    def all(self) -> tuple[str, ...]:
        """What the reader has to keep."""
        return (*self.date, *self.feed)


class Collected(NamedTuple):
    """The names of one document. names: None where its language is none of `LANGUAGES`.

    key: what the document is known by from one run to the next (`document_key`). digest: changes with what the names
    are taken from.
    """

    key: str
    digest: bytes
    names: DocumentNames | None


Result: TypeAlias = Collected | Problem


def collect_names(
    items: Iterable[Document | Problem], jobs: int = 1, fields: NameFields | None = None
) -> Iterator[Result]:
    """The names of each document in order; problems of the reader pass through, a crash becomes one.

    jobs: number of processes; the results are the same for any.
    """
    work = partial(_collect_chunk, fields or NameFields())
    if jobs <= 1:
        for chunk in _chunks(items):
            yield from work(chunk)
        return
    from qa.engine.pool import Pool  # noqa: PLC0415 - imports what one process does without

    pool = Pool(jobs, _ready)
    try:
        for results in pool.map(work, _chunks(items)):
            yield from results
    finally:
        pool.close()


def document_key(document: Document) -> str:
    """What a document is known by from one run to the next: the id of its record, else its path.

    A record without an id of its own is known by path and line.
    """
    path = same_document_key(document.path)
    record = document.segments[0].address.record if document.segments else None
    if record is None:
        return path
    return f"{path}#{record}" if document.id == str(record) else document.id


def _ready() -> None:
    """Workers need nothing before their first chunk."""


def _chunks(items: Iterable[Document | Problem]) -> Iterator[list[Document | Problem]]:
    chunk: list[Document | Problem] = []
    size = 0
    for item in items:
        if isinstance(item, Document):
            size += sum(len(segment.text) for segment in item.segments)
            # The way back to the file would be sent along for nothing.
            segments = tuple(replace(segment, map=None, carrier=None) for segment in item.segments)
            item = replace(item, segments=segments)  # noqa: PLW2901
        chunk.append(item)
        if len(chunk) >= _CHUNK_DOCUMENTS or size >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _collect_chunk(fields: NameFields, chunk: Sequence[Document | Problem]) -> list[Result]:
    return [item if isinstance(item, Problem) else _collect(fields, item) for item in chunk]


def _collect(fields: NameFields, document: Document) -> Result:
    date, feed = _kept(document, fields.date), _kept(document, fields.feed)
    key = document_key(document)
    try:
        texts = analyse(document)
        names = None
        if any(text.base_lang in LANGUAGES for text in texts):
            day = _DAY.match(date)
            names = document_names(name_uses(texts), texts, key, day.group() if day else "", feed)
    except Exception as error:  # noqa: BLE001 - one document must not end the run
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        what = f"taking the names from this document crashed ({reason}); they are missing"
        return Problem(document.label, what, "check", type(error).__name__)
    content = "\0".join([date, feed, *(segment.text for segment in document.segments)])
    digest = hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=12).digest()
    return Collected(key, digest, names)


def _kept(document: Document, names: Sequence[str]) -> str:
    """The first of the named fields that the document's first record has; "" for none."""
    attrs = document.segments[0].attrs if document.segments else {}
    return next((attrs[f"field:{name}"] for name in names if f"field:{name}" in attrs), "")
