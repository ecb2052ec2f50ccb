"""A ledger that cannot be opened, read or written says so in one line, and loses nothing."""

import multiprocessing
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from multiprocessing import Queue
from pathlib import Path

import pytest

from allikas.ledger import store
from allikas.ledger.adding import Reader, add, restore
from allikas.ledger.errors import (
    DamagedLedgerError,
    FullDiskError,
    LedgerError,
    LockedLedgerError,
    NewerLedgerError,
    NoLedgerError,
    NotALedgerError,
    OlderLedgerError,
)
from allikas.ledger.migrating import MIGRATIONS
from allikas.ledger.store import Ledger, open_ledger, open_to_read
from allikas.model.document import Document
from allikas.model.errors import AllikasError
from allikas.model.layers import Problem
from allikas.model.reading import Reading

READER = Reader("0.1.0")
NOBODY = 65534  # the user and group without rights, by custom


def reading(n: int) -> Reading:
    """A document of about a page."""
    return Reading(Document(f"Teade number {n}. " * 100), problems=(Problem("test", f"number {n}"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document."""
    with open_ledger(tmp_path / "news.ledger") as ledger:
        add(ledger, reading(1), READER)
    return tmp_path / "news.ledger"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT", 0.05)


def add_all(ledger: Ledger, numbers: Iterable[int]) -> None:
    for n in numbers:
        add(ledger, reading(n), READER)


def is_one_line(error: BaseException, path: Path) -> bool:
    return isinstance(error, AllikasError) and str(error).startswith(f"{path}: ") and "\n" not in str(error)


def holds(path: Path, *numbers: int) -> bool:
    with open_to_read(path) as ledger:
        sound = ledger.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and all(restore(ledger, reading(n).document.id) == reading(n) for n in numbers)


def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Märkmed. " * 1000)
    database = tmp_path / "other.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    for file in (text, database):
        before = file.read_bytes()
        for opening in (open_ledger, open_to_read):
            with pytest.raises(NotALedgerError) as caught:
                opening(file)
            assert is_one_line(caught.value, file)
        assert file.read_bytes() == before


def test_a_missing_ledger_is_made_by_writing_only(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="no such ledger"):
        open_to_read(tmp_path / "none.ledger")
    assert not (tmp_path / "none.ledger").exists()
    open_ledger(tmp_path / "none.ledger").close()
    open_to_read(tmp_path / "none.ledger").close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger(tmp_path / "no" / "news.ledger")
    assert is_one_line(caught.value, tmp_path / "no" / "news.ledger")


def test_a_newer_ledger_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for opening in (open_ledger, open_to_read):
        with pytest.raises(
            NewerLedgerError, match=r"schema 99, this one knows \d+.*update Allikas"
        ) as caught:
            opening(path)
        assert is_one_line(caught.value, path)


def test_a_damaged_ledger_says_so(path: Path) -> None:
    with open_ledger(path) as ledger:
        add_all(ledger, range(2, 40))
    data = bytearray(path.read_bytes())
    data[4096:-4096] = b"\xff" * (len(data) - 2 * 4096)  # all pages but the first and last
    path.write_bytes(data)
    with pytest.raises(DamagedLedgerError) as caught, open_ledger(path) as ledger:
        add(ledger, reading(99), READER)
    assert is_one_line(caught.value, path)


@pytest.mark.usefixtures("impatient")
def test_a_locked_ledger_says_so_and_takes_the_document_later(path: Path) -> None:
    with open_ledger(path) as first, open_ledger(path) as second:
        with first.transaction(), pytest.raises(LockedLedgerError) as caught:
            add(second, reading(2), READER)
        assert is_one_line(caught.value, path)
        assert add(second, reading(2), READER).new
    assert holds(path, 1, 2)


def test_a_full_disk_loses_nothing(path: Path) -> None:
    with open_ledger(path) as ledger:
        pages = ledger.connection.execute("PRAGMA page_count").fetchone()[0]
        ledger.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(FullDiskError, match="make room") as caught:
            add_all(ledger, range(2, 40))
        assert is_one_line(caught.value, path)
        written = [n for (n,) in ledger.connection.execute("SELECT seq FROM documents")]
        ledger.connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
        assert add(ledger, reading(len(written) + 1), READER).new
    assert holds(path, *written, len(written) + 1)


def test_readers_read_while_a_writer_writes(path: Path) -> None:
    count = "SELECT count(*) FROM documents"
    with open_ledger(path) as writer, open_to_read(path) as reader:
        with writer.transaction() as connection:
            connection.execute("UPDATE documents SET state = 'retired'")
            assert reader.connection.execute(f"{count} WHERE state = 'current'").fetchone() == (1,)
        add(writer, reading(2), READER)
        assert reader.connection.execute(count).fetchone() == (2,)


def test_a_view_is_of_one_moment(path: Path) -> None:
    count = "SELECT count(*) FROM documents"
    with open_ledger(path) as writer, open_to_read(path) as reader, reader.view() as connection:
        assert connection.execute(count).fetchone() == (1,)
        add(writer, reading(2), READER)
        assert connection.execute(count).fetchone() == (1,)


def test_what_goes_wrong_in_a_transaction_undoes_all_of_it(path: Path) -> None:
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerError), ledger.transaction() as connection:
            fail(connection)
        assert not ledger.connection.in_transaction
    assert holds(path, 1)


def as_nobody(told: "Queue[object]", path: Path) -> None:
    """Read a ledger and try to write to it, without rights."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with open_to_read(path) as ledger:
        told.put(ledger.connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    try:
        open_ledger(path).close()
    except LedgerError as error:
        told.put(f"{type(error).__name__}: {error}")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, to give up the rights of the superuser")
def test_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written(path: Path) -> None:
    for folder in path.parents[:3]:
        folder.chmod(0o755)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    fork = multiprocessing.get_context("fork")
    told: Queue[object] = fork.Queue()
    child = fork.Process(target=as_nobody, args=(told, path))
    child.start()
    found = [told.get(timeout=20), told.get(timeout=20)]
    child.join()
    path.parent.chmod(0o755)
    advice = "cannot be written; check who owns the file and its folder"
    assert found == [1, f"ReadOnlyLedgerError: {path}: {advice}"]


def add_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE documents ADD COLUMN section TEXT")


def fill_it(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE documents SET section = 'news'")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM documents")
    raise sqlite3.OperationalError("no")


def version(ledger: Ledger) -> int:
    return int(ledger.connection.execute("PRAGMA user_version").fetchone()[0])


def test_an_older_ledger_is_brought_up_to_date_step_by_step(path: Path) -> None:
    before = 1 + len(MIGRATIONS)
    with pytest.raises(OlderLedgerError, match="an older Allikas made it"):
        open_to_read(path, migrations=(*MIGRATIONS, add_a_column, fill_it))
    with open_ledger(path, migrations=(*MIGRATIONS, add_a_column)) as ledger:
        assert version(ledger) == before + 1
    with open_ledger(path, migrations=(*MIGRATIONS, add_a_column, fill_it)) as ledger:
        assert version(ledger) == before + 2
        assert ledger.connection.execute("SELECT section FROM documents").fetchall() == [("news",)]
        assert restore(ledger, reading(1).document.id) == reading(1)


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path) -> None:
    with pytest.raises(LedgerError):
        open_ledger(path, migrations=(*MIGRATIONS, add_a_column, fail))
    with open_ledger(path) as ledger:
        assert version(ledger) == 1 + len(MIGRATIONS)
    assert holds(path, 1)


def test_every_table_takes_rows_in_the_order_of_the_schema(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert not ledger.connection.execute("PRAGMA foreign_key_check").fetchall()
        assert version(ledger) == 1 + len(MIGRATIONS)
