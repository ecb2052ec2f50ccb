"""A room's tables come with their version, step by step, and a room learns which documents have changed."""

from collections.abc import Iterator

import pytest

from allikas.ledger.adding import Reader, add, read_again, retire, retire_page
from allikas.ledger.deciding import rename, split
from allikas.ledger.errors import LedgerError, NewerLedgerError, OlderLedgerError
from allikas.ledger.rooms import Room, changes, check_furnished, furnish, is_furnished, script
from allikas.ledger.store import Ledger, open_ledger
from allikas.model.document import Document
from allikas.model.layers import Entity, Mention
from allikas.model.reading import Reading

READER = Reader("0.1.0")
MAKE = script("CREATE TABLE songs_titles (title TEXT); CREATE INDEX songs_by_title ON songs_titles (title);")
WIDEN = script("ALTER TABLE songs_titles ADD COLUMN year INTEGER;")
FAIL = script("INSERT INTO songs_titles VALUES ('lost'); SELECT nothing FROM nowhere;")


def reading(text: str, url: str | None = None) -> Reading:
    doc = Document(text, url=url)
    return Reading(doc, entities=(Entity("e1", "PER", "Kert Hallik", (Mention(doc.span(0, 4), "name"),)),))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        yield opened


def test_tables_are_made_once_and_brought_up_to_date(ledger: Ledger) -> None:
    furnish(ledger, Room("songs", (MAKE,)))
    ledger.connection.execute("INSERT INTO songs_titles VALUES ('Koit')")
    furnish(ledger, Room("songs", (MAKE,)))
    assert not is_furnished(ledger, Room("songs", (MAKE, WIDEN)))
    furnish(ledger, Room("songs", (MAKE, WIDEN)))
    assert ledger.connection.execute("SELECT * FROM songs_titles").fetchall() == [("Koit", None)]
    with pytest.raises(NewerLedgerError, match="version 2, this one knows 1"):
        furnish(ledger, Room("songs", (MAKE,)))


def test_a_step_that_fails_leaves_nothing_behind(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        furnish(ledger, Room("songs", (MAKE, FAIL)))
    assert not ledger.connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'songs%'").fetchall()
    with pytest.raises(OlderLedgerError, match=r"it has no songs yet.*; run `allikas sing`"):
        check_furnished(ledger, Room("songs", (MAKE,)), advice="run `allikas sing`")


def told(ledger: Ledger, since: int) -> list[tuple[str, str]]:
    texts = dict(ledger.connection.execute("SELECT doc, text FROM texts"))
    return [(texts[one.doc], one.state) for one in changes(ledger, since)]


def last(ledger: Ledger) -> int:
    return max(one.turn for one in changes(ledger))


def test_whatever_happens_to_a_document_is_a_change(ledger: Ledger) -> None:
    first, second = (
        add(ledger, reading(text, url), READER).id for text, url in (("Teade", "a"), ("Sõnum", "b"))
    )
    assert told(ledger, 0) == [("Teade", "current"), ("Sõnum", "current")]
    before = last(ledger)
    add(ledger, reading("Teade", "a"), READER)
    assert not changes(ledger, before)
    add(ledger, reading("Teade teine", "a"), READER)
    assert told(ledger, before) == [("Teade", "superseded"), ("Teade teine", "current")]
    before = last(ledger)
    retire_page(ledger, "a", "withdrawn")
    retire(ledger, first, "wrong")
    assert told(ledger, before) == [("Teade teine", "retired"), ("Teade", "retired")]
    before = last(ledger)
    read_again(ledger, reading("Sõnum", "b"), READER)
    assert told(ledger, before) == [("Sõnum", "current")]
    before = last(ledger)
    split(ledger, "Kert Hallik", "Kert Hallik noorem", documents=[second])
    assert told(ledger, before) == [("Sõnum", "current")]


def test_a_new_name_alone_changes_no_document(ledger: Ledger) -> None:
    add(ledger, reading("Teade"), READER)
    before = last(ledger)
    rename(ledger, "Kert Hallik", "K. Hallik")
    assert not changes(ledger, before)
