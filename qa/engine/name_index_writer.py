"""Making an index of names, and taking more documents into one."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qa.engine.name_index import (
    APPLICATION_ID,
    SCHEMA,
    TALLY_COLUMNS,
    VERSION,
    connect,
    errors_told,
    packed,
    row_of,
    storable,
    tally_of,
    unpacked,
)
from qa.engine.names import Collected
from qa.errors import ConfigError
from qa.text.names.archive.blocking import block_number
from qa.text.names.archive.state import NameArchive, Pair, Tally
from qa.text.names.fold import name_key
from qa.text.names.keys import blocking_keys
from qa.text.names.statistics import PairStatistics
from qa.version import __version__

_INSERT_TALLY = (
    f"INSERT OR REPLACE INTO spellings (written, folded, {TALLY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
)
_INSERT_PAIR = "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?)"


class IndexWriter:
    """Takes documents in; `finish` adds them up.

    A document that is there already, under the same key and with the same content, is passed over; one whose content
    has changed takes the place of the old one. new, changed, same, foreign: how many documents were what, each counted
    once; foreign ones are in a language that is not indexed, whether new or not.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write to a database that has the tables."""
        self._connection = connection
        self._fresh = NameArchive()
        self._is_stale = False
        self.new = self.changed = self.same = self.foreign = 0

    def add(self, document: Collected) -> None:
        """Take in one document."""
        key = storable(document.key)
        known = self._connection.execute("SELECT digest FROM documents WHERE key = ?", (key,)).fetchone()
        is_same = known is not None and known[0] == document.digest
        self._count(document, is_known=known is not None, is_same=is_same)
        if is_same:
            return
        blob = packed(document.names) if document.names else None
        insert = "INSERT OR REPLACE INTO documents (key, digest, names) VALUES (?, ?, ?)"
        self._connection.execute(insert, (key, document.digest, blob))
        if known is not None:
            self._is_stale = True
        elif document.names is not None:
            self._fresh.add(document.names)

    def _count(self, document: Collected, *, is_known: bool, is_same: bool) -> None:
        if document.names is None:
            self.foreign += 1
        elif is_same:
            self.same += 1
        elif is_known:
            self.changed += 1
        else:
            self.new += 1

    def finish(self) -> None:
        """Bring the sums up to date."""
        if self._is_stale:
            # Examples and dates cannot be subtracted; the documents themselves are all there.
            self._fresh = NameArchive.of(
                unpacked(blob)
                for (blob,) in self._connection.execute("SELECT names FROM documents WHERE names IS NOT NULL")
            )
            for table in ("spellings", "folded", "blocks", "pairs"):
                self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constants
        for written in sorted(self._fresh.tallies):
            self._add_tally(written, self._fresh.tallies[written])
        for pair in sorted(self._fresh.pairs):
            self._add_pair(pair, self._fresh.pairs[pair])
        self._write_meta()

    def _add_tally(self, written: str, tally: Tally) -> None:
        select = f"SELECT folded, {TALLY_COLUMNS} FROM spellings WHERE written = ?"  # noqa: S608 - constants
        written = storable(written)
        known = self._connection.execute(select, (written,)).fetchone()
        if known is not None:
            folded, *row = known
            stored = tally_of(row)
            stored.add(tally)
            tally = stored
        else:
            folded = self._folded(name_key(written))
        self._connection.execute(_INSERT_TALLY, (written, folded, *row_of(tally)))

    def _folded(self, letters: str) -> int:
        """The number of bare letters; new ones get their blocking keys."""
        known = self._connection.execute("SELECT id FROM folded WHERE letters = ?", (letters,)).fetchone()
        if known is not None:
            return int(known[0])
        number = self._connection.execute("INSERT INTO folded (letters) VALUES (?)", (letters,)).lastrowid
        assert number is not None
        blocks = sorted({block_number(block) for block in blocking_keys(letters)})
        self._connection.executemany("INSERT INTO blocks VALUES (?, ?)", ((block, number) for block in blocks))
        return number

    def _add_pair(self, pair: Pair, together: PairStatistics) -> None:
        select = "SELECT documents, same_sentence, adjacent, glossed FROM pairs WHERE one = ? AND two = ?"
        known = self._connection.execute(select, pair).fetchone()
        total = together + PairStatistics(*known) if known is not None else together
        self._connection.execute(
            _INSERT_PAIR, (*pair, total.documents, total.same_sentence, total.adjacent, total.glossed)
        )

    def _write_meta(self) -> None:
        content = hashlib.blake2b(digest_size=12)
        for key, digest in self._connection.execute("SELECT key, digest FROM documents ORDER BY key"):
            content.update(key.encode() + b"\0" + digest)
        ((documents,),) = self._connection.execute("SELECT count(*) FROM documents WHERE names IS NOT NULL").fetchall()
        facts = {
            "documents": str(documents),
            "updated": dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds"),
            "digest": content.hexdigest(),
            "version": __version__,
        }
        self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts.items())


@contextmanager
def index_writer(path: Path, *, update: bool) -> Iterator[IndexWriter]:
    """A writer whose work takes the place of `path` when the block ends in peace; after an error `path` is as it was.

    update: start from what `path` holds, if it is there. Raises ConfigError for a file that is no index of this
    version, or one that another run is writing; OSError where nothing can be written.
    """
    target = Path(os.path.realpath(path))
    with _locked(target):
        yield from _writer(path, target, update=update)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Keep other runs from writing the same index: of two that start from the same file one would be lost.

    The lock is a file beside it with the number of the process. Whether that still runs is left to people to see: the
    folder may be shared by machines.
    """
    lock = target.with_name(f"{target.name}.lock")
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        what = f"another run ({_holder(lock)}) is writing this index, or was killed while it did; if so, remove {lock}"
        raise ConfigError(what, str(target)) from None
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(str(os.getpid()))
        yield
    finally:
        lock.unlink(missing_ok=True)


def _holder(lock: Path) -> str:
    """The process that a lock names."""
    try:
        number = lock.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        number = ""
    return f"process {number}" if number.isdecimal() else "process unknown"


def _writer(path: Path, target: Path, *, update: bool) -> Iterator[IndexWriter]:
    """The one writer of `index_writer`."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".index.", suffix=".tmp")
    os.close(handle)
    temporary = Path(name)
    try:
        exists = update and target.exists()
        if exists:
            with errors_told(path):
                connect(path).close()
            shutil.copyfile(target, temporary)
        with errors_told(path), closing(_begin(temporary, exists=exists)) as connection:
            writer = IndexWriter(connection)
            yield writer
            writer.finish()
            connection.commit()
        _settle(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _begin(path: Path, *, exists: bool) -> sqlite3.Connection:
    """The database to write; nobody else sees it before it is whole, so it needs no journal."""
    connection = sqlite3.connect(path)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "locking_mode = EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")
    if not exists:
        connection.executescript(SCHEMA)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    return connection


def _settle(temporary: Path, target: Path) -> None:
    """Put the finished file in place."""
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    if target.exists():
        shutil.copymode(target, temporary)
    else:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    temporary.replace(target)
