"""What can be chosen from, with how many there are of each."""

from collections.abc import Iterator

import pytest

import allikas
from allikas.ledger.adding import Reader, add, retire
from allikas.ledger.facets import Facet, facets
from allikas.ledger.happenings import Wanted, events
from allikas.ledger.listing import document_ids, documents
from allikas.ledger.paging import ALL, Window
from allikas.ledger.search import Filters, search
from allikas.ledger.store import Ledger, open_ledger
from readings import READING

REPORTS = (
    ("2026-03-01", "LSA", "Irena Sovall ütles, et vangid vabastatakse."),
    ("2026-03-12", "LSA", "Irena Sovall ütles, et sild suletakse."),
    ("2026-04-01", "Kirdetuul", "LSA teatas, et Irena Sovalli sõnul saavad vangid abi."),
)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        for published, outlet, text in REPORTS:
            add(opened, allikas.read(text, published=published, outlet=outlet), Reader("0.1.0"))
        add(opened, READING, Reader("0.1.0"))
        yield opened


def counted(ledger: Ledger, facet: Facet, window: Window = ALL, outlet: str | None = None) -> dict[str, int]:
    found = facets(ledger, [facet], window, outlet=outlet)
    assert found.whole
    return {one.name: one.count for one in found.counts[facet]}


def test_everything_is_counted_and_the_commonest_comes_first(ledger: Ledger) -> None:
    assert list(counted(ledger, Facet.outlet).items()) == [("Kirdetuul", 2), ("LSA", 2)]
    assert counted(ledger, Facet.month) == {"2026-04": 1, "2026-03": 2, "2025-12": 1}
    assert counted(ledger, Facet.speaker)["Irena Sovall"] == 3
    assert counted(ledger, Facet.relay)["LSA"] >= 1
    assert counted(ledger, Facet.plover).items() >= {"ASSAULT": 1, "PROTEST": 1}.items()
    assert "Suurneeme" in counted(ledger, Facet.place)
    assert sum(counted(ledger, Facet.mode).values()) == sum(counted(ledger, Facet.certainty).values())


def test_days_and_an_outlet_bound_what_is_counted(ledger: Ledger) -> None:
    assert counted(ledger, Facet.speaker, Window(since="2026-04-01"))["Irena Sovall"] == 1
    assert counted(ledger, Facet.speaker, outlet="LSA") == {"Irena Sovall": 2}
    newest = facets(ledger, [Facet.month], most=2)
    assert (newest.documents, newest.whole) == (2, False)
    assert [one.name for one in newest.counts[Facet.month]] == ["2026-04", "2026-03"]


def test_what_was_withdrawn_does_not_count(ledger: Ledger) -> None:
    for id_ in document_ids(ledger):
        retire(ledger, id_, "withdrawn")
    assert not any(facets(ledger).counts.values())


def test_a_value_is_what_a_filter_takes(ledger: Ledger) -> None:
    (speaker, *_), (place, *_) = facets(ledger, (Facet.speaker, Facet.place)).counts.values()
    assert search(ledger, "", lambda _: [], Filters(speaker=speaker.value)).total == speaker.count
    assert events(ledger, Wanted(place=place.value)).total == place.count


def test_documents_are_listed_page_after_page(ledger: Ledger) -> None:
    first = documents(ledger, Window(limit=3))
    second = documents(ledger, Window(limit=3, after=first.after))
    assert [one.published for one in (*first.rows, *second.rows)] == [
        "2026-04-01",
        "2026-03-12",
        "2026-03-01",
        "2025-12",
    ]
    assert (first.total, second.after) == (4, None)
    assert [one.statements for one in second.rows] == [2]
    assert len(list(document_ids(ledger, outlet="LSA"))) == 2
