"""What is in a ledger, what went wrong, what happened, and any question in SQL."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from allikas.ledger.adding import Reader, add, fail, restore
from allikas.ledger.answers import Happening, Trouble, Versions
from allikas.ledger.asking import sql
from allikas.ledger.errors import QueryError
from allikas.ledger.happenings import Wanted, events
from allikas.ledger.paging import Window
from allikas.ledger.showing import show
from allikas.ledger.status import failures, parse_version, problems, read_before, status
from allikas.ledger.store import Ledger, open_ledger
from allikas.model.document import Document
from allikas.model.layers import (
    Entity,
    Event,
    Mention,
    Plover,
    Problem,
    Quantity,
    Role,
    Statement,
    Status,
    Timex,
)
from allikas.model.reading import Reading

TEXT = "Sordavia teatel ründas Vellania reedel Ostrelit 300 sõduriga."


def reading(
    day: str, *, status: Status = "happened", outlet: str = "LSA", plover: str = "ASSAULT"
) -> Reading:
    """A report of one event."""
    doc = Document(TEXT, published=day, outlet=outlet)

    def entity(id_: str, form: str, name: str) -> Entity:
        start = TEXT.index(form)
        return Entity(id_, "GPE", name, (Mention(doc.span(start, start + len(form)), "name"),))

    return Reading(
        doc,
        entities=(
            entity("e1", "Sordavia", "Sordavia"),
            entity("e2", "Vellania", "Vellania"),
            entity("e3", "Ostrelit", "Ostrel"),
        ),
        times=(Timex("t1", doc.span(32, 38), "DATE", day, day),),
        quantities=(Quantity("q1", doc.span(48, 51), 300, of=doc.span(52, 60)),),
        statements=(
            Statement("s1", "indirect", "say", (doc.span(16, 60),), cue=(doc.span(9, 15),), chain=("e1",)),
        ),
        events=(
            Event(
                "v1", doc.span(16, 22), "ründama", "OCCURRENCE", status=status, time="t1", place="e3",
                roles=(Role("agent", doc.span(23, 31), "e2"), Role("instrument", doc.span(48, 60))),
                quantities=("q1",), plover=Plover(plover), statement="s1",
            ),
        ),
        problems=(Problem("time", "which Friday?", doc.span(32, 38)),),
    )  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.ledger") as opened:
        add(opened, reading("2026-03-13"), Reader("0.1.0", "m1"))
        add(opened, reading("2026-03-20", status="planned"), Reader("0.2.0", "m1"))
        add(opened, reading("2026-03-27", outlet="Kirdetuul", plover="PROTEST"), Reader("0.10.0", "m2"))
        yield opened


def test_the_state_of_a_ledger_in_numbers(ledger: Ledger) -> None:
    fail(ledger, "scan.pdf", "is a PDF")
    found = status(ledger)
    assert (found.documents, found.superseded, found.retired) == (3, 0, 0)
    assert (found.statements, found.events, found.problems, found.failures) == (3, 3, 3, 1)
    assert (found.actors, found.outlets) == (3, 2)
    assert (found.first_day, found.last_day) == ("2026-03-13", "2026-03-27")
    assert set(found.versions) == {
        Versions("0.1.0", "m1", 1), Versions("0.2.0", "m1", 1), Versions("0.10.0", "m2", 1),
    }  # fmt: skip
    assert found.bytes > 100_000


def test_problems_and_failures_are_listed(ledger: Ledger) -> None:
    page = problems(ledger, Window(limit=2), stage="time")
    assert page.total == 3
    assert page.rows[0].message == "which Friday?"
    assert page.rows[0].text == "reedel"
    assert len(problems(ledger, Window(limit=2, after=page.after)).rows) == 1
    assert problems(ledger, stage="intake").rows == ()
    fail(ledger, "scan.pdf", "is a PDF")
    assert list(failures(ledger)) == [Trouble("scan.pdf", "intake", "is a PDF")]


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        (Wanted(), [27, 20, 13]),
        (Wanted(plover="ASSAULT"), [20, 13]),
        (Wanted(status="planned"), [20]),
        (Wanted(lemma="ründama", outlet="Kirdetuul"), [27]),
        (Wanted(actor="Vellania"), [27, 20, 13]),
        (Wanted(actor="Sordavia"), []),
        (Wanted(place="Ostrel"), [27, 20, 13]),
        (Wanted(place="Vellania"), []),
        (Wanted(first="2026-03-14"), [27, 20]),
        (Wanted(first="2026-03-14", last="2026-03-20"), [20]),
    ],
)
def test_events_are_found_by_what_is_known_of_them(ledger: Ledger, wanted: Wanted, days: list[int]) -> None:
    page = events(ledger, wanted)
    assert [row.source.published for row in page.rows] == [f"2026-03-{day}" for day in days]
    assert page.total == len(days)


def test_an_event_says_who_where_when_and_on_whose_word(ledger: Ledger) -> None:
    row = events(ledger, Wanted(), Window(since="2026-03-27")).rows[0]
    assert isinstance(row, Happening)
    assert (row.text, row.place, row.time, row.plover) == ("ründas", "Ostrel", "2026-03-27", "PROTEST")
    assert (row.roles, row.chain) == ("agent: Vellania; instrument: 300 sõduriga", "Sordavia")
    assert show(ledger, row.id) == row


def test_what_older_versions_read_is_to_be_read_again(ledger: Ledger) -> None:
    def days(version: str, model: str | None = None) -> list[str | None]:
        return [restore(ledger, id_).document.published for id_ in read_before(ledger, version, model=model)]

    assert days("0.2.0") == ["2026-03-13"]
    assert days("0.10.0") == ["2026-03-13", "2026-03-20"]
    assert days("0.1.0") == []
    assert days("0.1.0", "m2") == ["2026-03-13", "2026-03-20"]
    with pytest.raises(QueryError, match="'new' is no version"):
        days("new")


def test_versions_compare_as_they_followed() -> None:
    versions = ["0.9", "0.10.0a1", "0.10.0", "0.10.1", "1.0.0"]
    assert all(parse_version(one) < parse_version(two) for one, two in pairwise(versions))


@pytest.mark.parametrize(
    "command",
    [
        "DELETE FROM documents", "DROP TABLE texts", "PRAGMA user_version = 9", "ATTACH 'other.db' AS other",
        "UPDATE documents SET title = 'x'", "CREATE TABLE x (y)", "BEGIN",
    ],
)  # fmt: skip
def test_sql_changes_nothing(ledger: Ledger, command: str) -> None:
    before = list(ledger.connection.iterdump())
    with pytest.raises(QueryError, match="only questions are answered"), sql(ledger, command) as (_, rows):
        list(rows)
    assert list(ledger.connection.iterdump()) == before
    assert add(ledger, reading("2026-04-03"), Reader("1.0.0")).new


@pytest.mark.parametrize(
    "command", ["SELECT nothing", "SELECTED", "SELECT 1; SELECT 2", "", "SELECT ?", "VACUUM"]
)
def test_sql_that_cannot_be_understood_is_told_in_a_line(ledger: Ledger, command: str) -> None:
    with pytest.raises(QueryError, match=r"^SQL: .+$"), sql(ledger, command) as (_, rows):
        list(rows)


def test_sql_answers_row_by_row(ledger: Ledger) -> None:
    with sql(ledger, "SELECT speaker, content FROM said ORDER BY doc LIMIT 1") as (columns, rows):
        assert columns == ("speaker", "content")
        assert list(rows) == [("Sordavia", "ründas Vellania reedel Ostrelit 300 sõduriga")]
