"""Many documents are read and added in their order; what fails is noted, and the others are added."""

from collections.abc import Iterator

import pytest

from allikas.lang.pack import LanguageError
from allikas.ledger.adding import Reader, restore
from allikas.ledger.errors import LedgerError
from allikas.ledger.filling import Arrival, Withdrawal, fill, refill
from allikas.ledger.status import failures
from allikas.ledger.store import Ledger, open_ledger
from allikas.ledger.visits import Visited, visited
from allikas.model.document import Document
from allikas.model.layers import Problem
from allikas.model.reading import Reading

OLD, NEW = Reader("0.1.0"), Reader("0.2.0")


def read(doc: Document) -> Reading:
    """Stand in for the reader: some texts are beyond it."""
    if doc.text == "xx":
        raise LanguageError("no pack for language 'xx'")
    if doc.text == "bug":
        raise ZeroDivisionError("stage")
    return Reading(doc, problems=(Problem("test", doc.text),))


def read_again(doc: Document) -> Reading:
    if doc.text == "2":
        raise ZeroDivisionError("stage")
    return Reading(doc, problems=(Problem("newer", doc.text),))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        yield opened


def arrivals(*texts: str) -> Iterator[Arrival]:
    for text in texts:
        yield Arrival(f"{text}.txt", Document(text), (Problem("intake", "a guess"),))


def added(ledger: Ledger) -> list[str]:
    return [
        text for (text,) in ledger.connection.execute("SELECT text FROM texts JOIN documents USING (doc)")
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_are_added_in_their_order_and_once(ledger: Ledger, jobs: int) -> None:
    texts = [str(n) for n in range(20)]
    first = list(fill(ledger, arrivals(*texts), read, OLD, jobs=jobs))
    again = list(fill(ledger, arrivals(*texts, "20"), read, OLD, jobs=jobs))
    assert [one.origin for one in first] == [f"{text}.txt" for text in texts]
    assert [one.new for one in first + again] == [True] * 20 + [False] * 20 + [True]
    assert added(ledger) == [*texts, "20"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_is_noted_and_passed(ledger: Ledger, jobs: int) -> None:
    done = list(fill(ledger, arrivals("1", "xx", "bug", "2"), read, OLD, jobs=jobs))
    assert added(ledger) == ["1", "2"]
    assert done[1].failure == "no pack for language 'xx'"
    assert done[2].failure is not None
    assert "by a fault of Allikas (ZeroDivisionError: stage)" in done[2].failure
    assert [one.origin for one in failures(ledger)] == ["bug.txt", "xx.txt"]


def test_what_intake_said_stands_before_what_the_reader_says(ledger: Ledger) -> None:
    (done,) = fill(ledger, arrivals("1"), read, OLD)
    stages = [problem.stage for problem in restore(ledger, done.id).problems]
    assert stages == ["intake", "test"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_withdrawn_is_retired_in_its_turn(ledger: Ledger, jobs: int) -> None:
    url = "https://lsa.example/1"
    steps: list[Arrival | Withdrawal] = [
        Arrival("1", Document("1", url=url)),
        Withdrawal("2", url, "wrong"),
        Arrival("3", Document("3", url=url)),
    ]
    done = list(fill(ledger, steps, read, OLD, jobs=jobs))
    assert [(one.new, one.retired) for one in done] == [(True, False), (False, True), (True, False)]
    states = ledger.connection.execute("SELECT state, reason FROM documents ORDER BY seq").fetchall()
    assert states == [("retired", "wrong"), ("current", None)]


def test_nothing_is_read_that_nobody_asks_for(ledger: Ledger) -> None:
    steps = fill(ledger, arrivals("1", "2", "3"), read, OLD)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert added(ledger) == ["1"]


def test_reading_again_keeps_what_intake_said_and_old_readings_where_it_fails(ledger: Ledger) -> None:
    ids = [done.id for done in fill(ledger, arrivals("1", "2"), read, OLD)]
    done = list(refill(ledger, ids, read_again, NEW))
    assert [(one.new, one.failure is None) for one in done] == [(True, True), (False, False)]
    stages = [[problem.stage for problem in restore(ledger, id_).problems] for id_ in ids]
    assert stages == [["intake", "newer"], ["intake", "test"]]
    assert ledger.connection.execute("SELECT program FROM readings ORDER BY doc").fetchall() == [
        ("0.2.0",),
        ("0.1.0",),
    ]


def die(doc: Document) -> Reading:
    import os  # noqa: PLC0415 - only here
    import signal  # noqa: PLC0415 - only here

    os.kill(os.getpid(), signal.SIGKILL)
    return Reading(doc)


def test_a_process_that_is_killed_ends_it_with_a_line(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="run the command again"):
        list(fill(ledger, arrivals("1", "2"), die, OLD, jobs=2))
    assert added(ledger) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_address_is_remembered_behind_its_documents_and_not_where_one_failed(
    ledger: Ledger, jobs: int
) -> None:
    def coming(feed: str, *texts: str) -> Iterator[Arrival | Visited]:
        for arrival in arrivals(*texts):
            yield arrival
            yield Visited(arrival.origin, stamp="1")
        yield Visited(feed, etag="1")

    list(fill(ledger, coming("whole", "1", "2"), read, OLD, jobs=jobs))
    list(fill(ledger, coming("broken", "3", "bug", "4"), read, OLD, jobs=jobs))
    known = ("1.txt", "2.txt", "3.txt", "4.txt", "whole")
    assert [visited(ledger, address) is not None for address in known] == [True] * 5
    assert [visited(ledger, address) for address in ("bug.txt", "broken")] == [None, None]
