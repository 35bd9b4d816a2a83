"""An archive of names in a file, for looking spellings up without reading the archive again.

The file is an SQLite database. `documents` holds what each document contributed and is the truth; the other tables are
its sums, and the blocking keys by which spellings near another are found. `qa.engine.name_index_writer` writes it.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from qa.errors import ConfigError
from qa.text.names.archive.blocking import block_number, is_near
from qa.text.names.archive.state import DocumentNames, NameArchive, NameCount, Tally
from qa.text.names.keys import blocking_keys
from qa.text.names.statistics import PairStatistics, SpellingStatistics

APPLICATION_ID = 0x71616978
"""“qaix” in ASCII: tells the file from other databases."""
VERSION = 1
FACTS = ("documents", "updated", "digest", "version")
"""What `meta` tells: number of documents added up, ISO time, hash of the content, version of qa that wrote it last."""
SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (key TEXT PRIMARY KEY, digest BLOB NOT NULL, names BLOB);
CREATE TABLE spellings (
    written TEXT PRIMARY KEY, folded INTEGER NOT NULL, documents INTEGER NOT NULL, mentions INTEGER NOT NULL,
    proven INTEGER NOT NULL, foreign_ INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, rest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX spellings_by_folded ON spellings (folded);
CREATE TABLE folded (id INTEGER PRIMARY KEY, letters TEXT NOT NULL UNIQUE);
CREATE TABLE blocks (block INTEGER NOT NULL, folded INTEGER NOT NULL, PRIMARY KEY (block, folded)) WITHOUT ROWID;
CREATE TABLE pairs (
    one TEXT NOT NULL, two TEXT NOT NULL, documents INTEGER NOT NULL, same_sentence INTEGER NOT NULL,
    adjacent INTEGER NOT NULL, glossed INTEGER NOT NULL, PRIMARY KEY (one, two)
) WITHOUT ROWID;
"""
TALLY_COLUMNS = "documents, mentions, proven, foreign_, first, last, rest"
_HEADER = b"SQLite format 3\0"


class ArchiveIndex:
    """Read-only view of an index: cheap to open, sent to other processes as its path."""

    def __init__(self, path: Path) -> None:
        """Look at the file; raises ConfigError where it is missing, foreign, newer than this program, or damaged."""
        self.path = path
        self._of_thread = threading.local()
        self._opened: list[sqlite3.Connection] = []
        with errors_told(path), closing(connect(path)):
            pass

    def __reduce__(self) -> tuple[type[ArchiveIndex], tuple[Path]]:
        """Travel to another process as a path."""
        return ArchiveIndex, (self.path,)

    @property
    def _connection(self) -> sqlite3.Connection:
        """The connection of the running thread: SQLite does not lend one to another."""
        connection: sqlite3.Connection | None = getattr(self._of_thread, "connection", None)
        if connection is None:
            connection = self._of_thread.connection = connect(self.path)
            self._opened.append(connection)
        return connection

    @cached_property
    def meta(self) -> dict[str, str]:
        """Facts about the index, all of them there: see `FACTS`."""
        meta = {name: value for name, value in self._rows("SELECT name, value FROM meta")}  # noqa: C416 - rows are Any
        with errors_told(self.path), damage_seen():
            return {name: str(meta[name]) for name in FACTS}

    @property
    def documents(self) -> int:
        """How many documents it adds up."""
        with errors_told(self.path), damage_seen():
            return int(self.meta["documents"])

    @property
    def digest(self) -> str:
        """Hash of what it was made from, equal for equal documents."""
        return self.meta["digest"]

    def tally(self, written: str) -> Tally | None:
        """What is known of exactly this spelling."""
        select = f"SELECT {TALLY_COLUMNS} FROM spellings WHERE written = ?"  # noqa: S608 - constant
        with errors_told(self.path):
            return next((tally_of(row) for row in self._rows(select, storable(written))), None)

    def statistics(self, written: str) -> SpellingStatistics | None:
        """The same as the judgement of a pair wants it."""
        tally = self.tally(written)
        return tally.statistics(written) if tally else None

    def together(self, one: str, two: str) -> PairStatistics:
        """How two spellings stand to each other."""
        select = "SELECT documents, same_sentence, adjacent, glossed FROM pairs WHERE one = ? AND two = ?"
        rows = self._rows(select, *sorted(map(storable, (one, two))))
        return next((PairStatistics(*row) for row in rows), PairStatistics())

    def spellings(self, key: str) -> list[str]:
        """The spellings with these bare letters (`qa.text.names.uses.name_key`), in alphabetical order."""
        select = "SELECT written FROM spellings JOIN folded ON folded = id WHERE letters = ? ORDER BY written"
        return [written for (written,) in self._rows(select, storable(key))]

    def neighbours(self, key: str) -> list[str]:
        """The spellings whose bare letters are `key` or near it (`is_near`), in alphabetical order."""
        key = storable(key)
        numbers = sorted({block_number(block) for block in blocking_keys(key)})
        marks = ", ".join("?" * len(numbers))
        select = f"SELECT DISTINCT letters FROM blocks JOIN folded ON folded = id WHERE block IN ({marks})"  # noqa: S608
        near = {letters for (letters,) in self._rows(select, *numbers) if is_near(key, letters)}
        return sorted(written for letters in {key, *near} for written in self.spellings(letters))

    def digest_of(self, document: str) -> bytes | None:
        """The digest under which the document with that key was taken in (`qa.engine.names.document_key`)."""
        rows = self._rows("SELECT digest FROM documents WHERE key = ?", storable(document))
        return next((digest for (digest,) in rows), None)

    def archive(self, without: Collection[str] = ()) -> NameArchive:
        """The whole archive, in memory. without: keys of documents to leave out, which takes longer."""
        if without:
            left_out = set(map(storable, without))
            rows = self._rows("SELECT key, names FROM documents WHERE names IS NOT NULL")
            with errors_told(self.path):
                return NameArchive.of(unpacked(blob) for key, blob in rows if key not in left_out)
        archive = NameArchive(self.documents)
        with errors_told(self.path):
            for written, *row in self._rows(f"SELECT written, {TALLY_COLUMNS} FROM spellings"):  # noqa: S608 - constant
                archive.tallies[written] = tally_of(row)
        for one, two, *numbers in self._rows("SELECT one, two, documents, same_sentence, adjacent, glossed FROM pairs"):
            archive.pairs[one, two] = PairStatistics(*numbers)
        return archive

    def counts(self) -> dict[str, int]:
        """Number of rows of each table that people ask about; reads the file once and so finds damage."""
        with errors_told(self.path):
            ((fault,),) = self._connection.execute("PRAGMA quick_check(1)").fetchall()
            if fault != "ok":
                raise sqlite3.DatabaseError(fault)
        tables = ("documents", "spellings", "pairs")
        return {table: next(self._rows(f"SELECT count(*) FROM {table}"))[0] for table in tables}  # noqa: S608

    def close(self) -> None:
        """Let go of the file, in all threads."""
        while self._opened:
            self._opened.pop().close()
        self._of_thread = threading.local()

    def _rows(self, select: str, *values: object) -> Iterator[Any]:
        with errors_told(self.path):
            yield from self._connection.execute(select, values)


def connect(path: Path) -> sqlite3.Connection:
    """The database, read-only; raises ConfigError for what is no index of this version."""
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_HEADER))
    except OSError as error:
        hint = "make it with qa index" if isinstance(error, FileNotFoundError) else "check its name and rights"
        raise ConfigError(f"cannot read the index ({error.strerror}); {hint}", str(path)) from None
    if head != _HEADER:
        raise ConfigError("this file is no index of names; make one with qa index", str(path))
    # Each thread has one of its own, but any may close them all.
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    try:
        require_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def require_version(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ConfigError for a database that is no index, or one of another version."""
    ((application,),) = connection.execute("PRAGMA application_id").fetchall()
    if application != APPLICATION_ID:
        raise ConfigError("this database is no index of names; make one with qa index", str(path))
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    if version != VERSION:
        age, advice = ("a newer", "update qa") if version > VERSION else ("an older", "make it anew with qa index")
        raise ConfigError(f"this index has {age} format ({version}, not {VERSION}); {advice}", str(path))


@contextmanager
def errors_told(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses, and damage seen in rows, into a ConfigError with the file.

    A wrong use of the database is an error of this program and stays what it is.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as error:
        what = f"the index is damaged or cannot be read ({error}); make it anew with qa index"
        raise ConfigError(what, str(path)) from None


@contextmanager
def damage_seen() -> Iterator[None]:
    """Turn what cannot be read from a row into a DatabaseError, for `errors_told`; for a few lines of reading only."""
    try:
        yield
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise sqlite3.DatabaseError(f"unreadable content: {type(error).__name__}") from error


def tally_of(row: Iterable[Any]) -> Tally:
    """A row of `TALLY_COLUMNS` as a tally; raises DatabaseError for a damaged one."""
    with damage_seen():
        documents, mentions, proven, foreign, first, last, rest = row
        examples, feeds, neighbours = json.loads(rest)
        return Tally(documents, mentions, proven, foreign, tuple(examples), first, last, dict(feeds), dict(neighbours))


def row_of(tally: Tally) -> tuple[object, ...]:
    """A tally as a row of `TALLY_COLUMNS`."""
    rest = [tally.examples, dict(sorted(tally.feeds.items())), dict(sorted(tally.neighbours.items()))]
    numbers = tally.documents, tally.mentions, tally.proven, tally.foreign
    return *numbers, tally.first, tally.last, json.dumps(rest, separators=(",", ":"))


def packed(names: DocumentNames) -> bytes:
    """What a document contributed, made small."""
    return zlib.compress(json.dumps(names, separators=(",", ":")).encode(), 1)


def unpacked(blob: bytes) -> DocumentNames:
    """The reverse of `packed`; raises DatabaseError for damaged bytes."""
    with damage_seen():
        label, date, feed, names, pairs = json.loads(zlib.decompress(blob))
        counts = tuple(
            NameCount(written, mentions, proven, foreign, tuple(neighbours))
            for written, mentions, proven, foreign, neighbours in names
        )
        return DocumentNames(label, date, feed, counts, tuple(map(tuple, pairs)))


def storable(key: str) -> str:
    """`key` as SQLite can keep it: half surrogate pairs, as in file names that are no UTF-8, spelt out."""
    return key.encode("utf-8", "backslashreplace").decode()
