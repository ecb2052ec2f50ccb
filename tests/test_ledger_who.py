"""Who said what, through whom, when, and one thing by its id."""

from collections.abc import Iterator

import pytest

import allikas
from allikas.ledger.adding import Reader, add
from allikas.ledger.answers import Actor, Said
from allikas.ledger.errors import QueryError
from allikas.ledger.paging import Window
from allikas.ledger.showing import Shown, show
from allikas.ledger.store import Ledger, open_ledger
from allikas.ledger.who import find_actors, who

REPORTS = (
    (
        "2026-03-12",
        "https://lsa.example/1",
        "Irena Sovall ütles, et vangid vabastatakse. „Varsti,“ lisas Sovall.",
    ),
    ("2026-03-14", None, "LSA teatas, et Irena Sovalli sõnul saavad vangid abi."),
    ("2026-03-15", "https://lsa.example/1", "Irena Sovall ütles, et vange ei vabastata."),
    ("2026-03-16", None, "Sild suleti päästeameti teatel."),
)


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        for published, url, text in REPORTS:
            add(opened, allikas.read(text, published=published, url=url, outlet="LSA"), Reader("0.1.0", "m1"))
        yield opened


def contents(ledger: Ledger, name: str, *, relayed: bool = False, window: Window | None = None) -> list[str]:
    return [one.content for one in who(ledger, name, window or Window(), relayed=relayed).rows]


def test_what_somebody_said_newest_first_of_current_revisions(ledger: Ledger) -> None:
    assert contents(ledger, "Irena Sovall") == ["vange ei vabastata", "saavad vangid abi"]


def test_through_whom(ledger: Ledger) -> None:
    through = [one.through for one in who(ledger, "Sovall").rows]
    assert through == [None, "LSA"]
    assert [one.speaker for one in who(ledger, "LSA", relayed=True).rows] == ["Irena Sovall"]


@pytest.mark.parametrize("name", ["irena sovall", "  Irena  SOVALL ", "Sovall"])
def test_a_name_is_found_however_it_is_typed(ledger: Ledger, name: str) -> None:
    assert [actor.name for actor in find_actors(ledger, name)] == ["Irena Sovall"]


def test_an_actor_has_names_type_and_documents(ledger: Ledger) -> None:
    (actor,) = find_actors(ledger, "Irena Sovall")
    assert (actor.type, actor.names, actor.documents) == ("PER", ("Irena Sovall",), 3)
    assert find_actors(ledger, actor.id) == (actor,)
    assert show(ledger, actor.id) == actor


def test_a_body_that_is_only_described_is_found_by_its_description(ledger: Ledger) -> None:
    assert find_actors(ledger, "päästeamet") == ()
    assert contents(ledger, "päästeamet") == ["Sild suleti"]


def test_nobody_said_nothing(ledger: Ledger) -> None:
    page = who(ledger, "Keegi Muu")
    assert (page.rows, page.total, page.after) == ((), 0, None)


def test_days_and_pages(ledger: Ledger) -> None:
    assert len(contents(ledger, "Sovall", window=Window(since="2026-03-15"))) == 1
    first = who(ledger, "Sovall", Window(limit=1))
    second = who(ledger, "Sovall", Window(limit=1, after=first.after))
    assert (first.total, second.total, second.after) == (2, 2, None)
    assert first.rows + second.rows == who(ledger, "Sovall").rows
    with pytest.raises(QueryError, match="no place to go on from"):
        who(ledger, "Sovall", Window(after="7"))


def test_a_statement_and_its_document_are_shown_by_id(ledger: Ledger) -> None:
    said = who(ledger, "Sovall").rows[0]
    assert show(ledger, said.id) == said
    shown = show(ledger, said.source.document[:10])
    assert isinstance(shown, Shown)
    assert shown.reading == allikas.read(
        REPORTS[2][2], published="2026-03-15", url=REPORTS[2][1], outlet="LSA"
    )
    assert (shown.program, shown.model) == ("0.1.0", "m1")
    assert [(one.number, one.state) for one in shown.revisions] == [(1, "superseded"), (2, "current")]
    assert isinstance(said, Said)
    assert not isinstance(said, Actor)


@pytest.mark.parametrize(
    ("id_", "why"), [("", "several ids begin"), ("zz", "no id begins"), ("0000000000000000", "no id begins")]
)
def test_an_id_that_names_nothing_is_told(ledger: Ledger, id_: str, why: str) -> None:
    with pytest.raises(QueryError, match=why):
        show(ledger, id_)


def test_a_part_that_is_not_there_is_told(ledger: Ledger) -> None:
    document = who(ledger, "Sovall").rows[0].source.document
    with pytest.raises(QueryError, match="no statement and no event 's99'"):
        show(ledger, f"{document}:s99")
