"""A ledger of the oldest schema becomes one of the newest: the same tables, and nothing lost."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from allikas.ledger.adding import Reader, add
from allikas.ledger.migrating import MIGRATIONS, run
from allikas.ledger.rooms import changes
from allikas.ledger.store import APPLICATION, open_ledger, open_to_read
from allikas.model.document import Document
from allikas.model.reading import Reading

OLDEST = Path(__file__).with_name("data") / "ledger-schema-1.sql"


def plain(command: str) -> str:
    """Leave out of a command what changes nothing: comments, blanks, quotes round the table's own name."""
    command = re.sub(r"--[^\n]*", "", command)
    command = re.sub(r'^(CREATE TABLE) "(\w+)"', r"\1 \2", command)
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(command.split()))


def tables(path: Path | str) -> dict[str, str]:
    with open_ledger(path) as ledger:
        rows = ledger.connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: plain(command) for name, command in rows}


def oldest(path: Path) -> Path:
    """Make an empty ledger as the first version did."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        run(connection, OLDEST.read_text("utf-8"))
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return path


def test_the_steps_lead_to_the_schema(tmp_path: Path) -> None:
    assert tables(oldest(tmp_path / "old.ledger")) == tables(":memory:")


def test_documents_of_the_oldest_ledger_count_as_changed(tmp_path: Path) -> None:
    path = oldest(tmp_path / "old.ledger")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO documents (doc, seq, id, language, revision, state)"
            " VALUES (5, 1, 'aa', 'et', 1, 'current')"
        )
        connection.commit()
    with open_ledger(path) as ledger:
        assert [(one.doc, one.turn) for one in changes(ledger)] == [(5, 1)]
        add(ledger, Reading(Document("Tere.")), Reader("0.1.0"))
        assert [one.turn for one in changes(ledger)] == [1, 2]
    with open_to_read(path) as ledger:
        assert ledger.connection.execute("PRAGMA user_version").fetchone() == (1 + len(MIGRATIONS),)
