"""The index of names: the same however it was made, never half-written, clear about files that are none."""

import pickle
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.core.document import Document, Segment
from qa.engine.name_index import VERSION, ArchiveIndex
from qa.engine.name_index_writer import index_writer
from qa.engine.names import Collected, collect_names
from qa.errors import ConfigError
from qa.text.names.archive.state import NameArchive

TEXTS = [
    "Minister Dara Lenk met Olof Tveit in Ostrau. Lenk praised Tveit.",
    "Dara Lenck of Saltera was heard. Lenck and Lenk are two spellings.",
    "Olof Tveït sailed from Ostrau to Tarsk, and Marlow waited in Saltera.",
    "",
    "Nothing happened, and nobody came.",
]


def documents(numbers: list[tuple[int, int]]) -> list[Collected]:
    """Documents by number of their id and of their text."""
    items = [
        Document(f"{name}.txt", f"{name}.txt", "text", (Segment("1", TEXTS[text], "en"),)) for name, text in numbers
    ]
    return [result for result in collect_names(items) if isinstance(result, Collected)]


def write(path: Path, found: list[Collected], *, update: bool = True) -> tuple[int, int, int]:
    with index_writer(path, update=update) as writer:
        for document in found:
            writer.add(document)
    return writer.new, writer.changed, writer.same


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in an index but the time, and numbers that only the order of writing tells apart."""
    with sqlite3.connect(path) as connection:
        rows = {
            "documents": "SELECT * FROM documents",
            "spellings": "SELECT written, letters, documents, mentions, proven, foreign_, first, last, rest"
            " FROM spellings JOIN folded ON folded = id",
            "blocks": "SELECT block, letters FROM blocks JOIN folded ON folded = id",
            "pairs": "SELECT * FROM pairs",
            "meta": "SELECT * FROM meta WHERE name <> 'updated'",
        }
        return {name: sorted(connection.execute(select).fetchall()) for name, select in rows.items()}


NUMBERS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, len(TEXTS) - 1)), max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS, st.integers(0, 8))
def test_updates_give_what_one_run_over_the_last_versions_gives(
    tmp_path: Path, numbers: list[tuple[int, int]], cut: int
) -> None:
    stepwise, at_once = tmp_path / "a.qaidx", tmp_path / "b.qaidx"
    for path in (stepwise, at_once):
        path.unlink(missing_ok=True)
    write(stepwise, documents(numbers[:cut]))
    write(stepwise, documents(numbers[cut:]))
    write(at_once, documents(list(dict(numbers).items())))
    assert content(stepwise) == content(at_once)
    expected = NameArchive.of(document.names for document in documents(list(dict(numbers).items())) if document.names)
    assert ArchiveIndex(stepwise).archive() == expected


def test_a_document_counts_once_and_a_changed_one_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    assert write(path, documents([(0, 0), (1, 1)])) == (2, 0, 0)
    assert write(path, documents([(0, 0), (1, 1), (2, 2)])) == (1, 0, 2)
    tally = ArchiveIndex(path).tally("Lenk")
    assert tally is not None
    assert (tally.documents, tally.mentions, tally.examples) == (2, 3, ("0.txt", "1.txt"))
    assert write(path, documents([(0, 4)])) == (0, 1, 0)
    tally = ArchiveIndex(path).tally("Lenk")
    assert tally is not None
    assert (tally.documents, tally.mentions, tally.examples) == (1, 1, ("1.txt",))


def test_looking_up(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    found = documents([(0, 0), (1, 1), (2, 2)])
    write(path, found)
    archive = NameArchive.of(document.names for document in found if document.names)
    index = pickle.loads(pickle.dumps(ArchiveIndex(path)))
    assert index.documents == 3
    for written, tally in archive.tallies.items():
        assert index.statistics(written) == tally.statistics(written)
    assert index.statistics("Nobody") is None
    assert index.together("Lenk", "Lenck") == index.together("Lenck", "Lenk") == archive.together("Lenk", "Lenck")
    assert index.spellings("tveit") == ["Tveit", "Tveït"]
    assert index.neighbours("lenk") == ["Lenck", "Lenk"]
    assert index.neighbours("tveits") == ["Tveit", "Tveït"]
    assert index.neighbours("zzzzz") == []
    assert index.archive() == archive
    assert index.archive({"1.txt"}) == NameArchive.of([names for names in (found[0].names, found[2].names) if names])
    assert index.counts()["documents"] == 3


def test_equal_documents_have_equal_digests(tmp_path: Path) -> None:
    digests = []
    for order in ([(0, 0), (1, 1)], [(1, 1), (0, 0)], [(0, 0), (1, 2)]):
        path = tmp_path / f"{len(digests)}.qaidx"
        write(path, documents(order))
        digests.append(ArchiveIndex(path).digest)
    assert digests[0] == digests[1] != digests[2]


def test_a_crash_leaves_the_old_index_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    write(path, documents([(0, 0)]))
    before = path.read_bytes()
    with pytest.raises(RuntimeError), index_writer(path, update=True) as writer:  # noqa: PT012
        writer.add(documents([(1, 1)])[0])
        raise RuntimeError
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def alter(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_is_no_index_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    with pytest.raises(ConfigError, match="make it with qa index"):
        ArchiveIndex(path)
    path.write_text("All is well.")
    with pytest.raises(ConfigError, match="no index of names"):
        ArchiveIndex(path)
    path.unlink()
    alter(path, "CREATE TABLE t (x)")
    with pytest.raises(ConfigError, match="no index of names"):
        ArchiveIndex(path)
    with pytest.raises(ConfigError, match="no index of names"), index_writer(path, update=True):
        pass
    path.unlink()
    write(path, documents([(0, 0)]))
    alter(path, f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(ConfigError, match="newer format"):
        ArchiveIndex(path)
    alter(path, f"PRAGMA user_version = {VERSION}")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(ConfigError, match="damaged"):
        ArchiveIndex(path).counts()


def test_names_of_files_that_are_no_utf_8_can_be_kept(tmp_path: Path) -> None:
    odd = "caf\udce9.txt"
    (document,) = collect_names([Document(odd, odd, "text", (Segment("1", TEXTS[0], "en"),))])
    assert isinstance(document, Collected)
    path = tmp_path / "a.qaidx"
    write(path, [document])
    assert write(path, [document]) == (0, 0, 1)
    tally = ArchiveIndex(path).tally("Lenk")
    assert tally is not None
    assert tally.examples == (odd,)


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("DELETE FROM meta", lambda index: index.documents),
        ("DELETE FROM meta WHERE name = 'version'", lambda index: index.meta),
        ("UPDATE meta SET value = 'many' WHERE name = 'documents'", lambda index: index.documents),
        ("UPDATE spellings SET rest = '[{'", lambda index: index.statistics("Lenk")),
        ("UPDATE spellings SET rest = '[1, 2, 3]'", lambda index: index.archive()),
        ("UPDATE documents SET names = x'00'", lambda index: index.archive({"none"})),
        ("DROP TABLE pairs", lambda index: index.together("Lenk", "Lenck")),
    ],
)
def test_damaged_content_is_told(tmp_path: Path, statement: str, ask: Callable[[ArchiveIndex], object]) -> None:
    path = tmp_path / "a.qaidx"
    write(path, documents([(0, 0), (1, 1)]))
    alter(path, statement)
    with pytest.raises(ConfigError, match="make it anew") as caught:
        ask(ArchiveIndex(path))
    assert "\n" not in str(caught.value)


def test_damage_is_told_while_updating_and_other_errors_are_not_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    write(path, documents([(0, 0)]))
    with pytest.raises(KeyError), index_writer(path, update=True):
        raise KeyError("a fault of the caller")
    alter(path, "UPDATE spellings SET rest = '[{'")
    with pytest.raises(ConfigError, match="damaged"):
        write(path, documents([(1, 0)]))
    assert list(tmp_path.iterdir()) == [path]


def test_an_index_can_be_asked_from_several_threads(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    write(path, documents([(0, 0), (1, 1), (2, 2)]))
    index = ArchiveIndex(path)
    here = index.neighbours("lenk")
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(index.neighbours, ["lenk"] * 8)) == [here] * 8
    index.close()
    assert index.neighbours("lenk") == here
    index.close()


def test_half_a_surrogate_pair_is_in_no_index(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    write(path, documents([(0, 0)]))
    index = ArchiveIndex(path)
    assert index.statistics("\ud800") is None
    assert index.together("\ud800", "Lenk").documents == 0
    assert index.spellings("\ud800") == index.neighbours("\ud800") == []
    assert index.digest_of("\ud800") is None


def test_two_runs_do_not_write_one_index(tmp_path: Path) -> None:
    path = tmp_path / "a.qaidx"
    with index_writer(path, update=True) as writer:
        writer.add(documents([(0, 0)])[0])
        with (
            pytest.raises(ConfigError, match=r"another run .* remove .*a\.qaidx\.lock"),
            index_writer(path, update=True),
        ):
            pass
    assert write(path, documents([(0, 0), (1, 1)])) == (1, 0, 1)
    assert list(tmp_path.iterdir()) == [path]
