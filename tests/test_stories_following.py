"""Stories in a ledger: kept up to date, the same in any order, without what was withdrawn."""

from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest

from allikas.ledger.adding import Reader, add, retire
from allikas.ledger.errors import LedgerError, QueryError
from allikas.ledger.store import Ledger, open_ledger
from allikas.model.reading import Reading
from allikas.stories import asking
from allikas.stories.following import follow
from telling import bridge, read

READER = Reader("0.1.0")
LATER = read("Jõesuu sillast leiti 14 pragu, ütles Liis Tammoja.", "2026-09-04", "Vooremaa Hääl")
OTHER = read("Valitsus tõstis käibemaksu kahe protsendi võrra.", "2026-05-04", "Raadio Laine")


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        yield opened


def fill(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for reading in readings:
        add(ledger, reading, READER)
        follow(ledger)


def gathered(ledger: Ledger) -> set[frozenset[str]]:
    stories: dict[str, set[str]] = {}
    for id_, story in ledger.connection.execute("SELECT id, story FROM stories_reports"):
        stories.setdefault(story, set()).add(id_)
    return {frozenset(ids) for ids in stories.values()}


def test_reports_of_one_thing_are_one_story_and_others_are_not(ledger: Ledger) -> None:
    fill(ledger, [*bridge(), LATER, OTHER])
    together = frozenset(one.document.id for one in bridge())
    assert gathered(ledger) == {together, frozenset({LATER.document.id}), frozenset({OTHER.document.id})}


def test_the_order_in_which_reports_come_does_not_matter() -> None:
    found = []
    for order in permutations(bridge()):
        with open_ledger(":memory:") as ledger:
            fill(ledger, order)
            found.append(asking.story(ledger, "praod"))
    assert all(one == found[0] for one in found)


def test_what_is_followed_once_is_not_followed_again(ledger: Ledger) -> None:
    add(ledger, bridge()[0], READER)
    assert [follow(ledger), follow(ledger)] == [1, 0]


def test_a_withdrawn_report_is_no_part_of_its_story(ledger: Ledger) -> None:
    fill(ledger, bridge())
    last = bridge()[-1].document.id
    retire(ledger, last, "wrong")
    follow(ledger)
    found = asking.story(ledger, bridge()[0].document.id)
    assert last not in {one.document for one in found.reports}
    assert not found.contradictions


def test_a_story_is_found_by_its_id_its_reports_and_its_words(ledger: Ledger) -> None:
    fill(ledger, [*bridge(), OTHER])
    (headline,) = asking.stories(ledger)
    assert (headline.reports, headline.outlets, headline.last_day) == (3, 3, "2026-05-05")
    asked = (headline.id, bridge()[1].document.id, bridge()[0].document.id[:8])
    assert {asking.story(ledger, one).id for one in asked} == {headline.id}
    assert asking.story(ledger, "sillast").id == headline.id
    with pytest.raises(QueryError, match="no story has 'kuulus'"):
        asking.story(ledger, "kuulus")


def test_a_statement_is_traced_to_those_who_have_it_too(ledger: Ledger) -> None:
    fill(ledger, bridge())
    first = bridge()[0]
    statement = next(one for one in first.statements if "14 pragu" in one.content[-1].text)
    found = asking.trace(ledger, f"{first.document.id}:{statement.id}")
    assert (found.kind, found.outlets) == ("echo", ("Merivaade", "Päevaleht Koit"))
    with pytest.raises(QueryError, match="makes no claim"):
        asking.trace(ledger, f"{first.document.id}:s99")


def test_two_reports_are_set_beside_each_other(ledger: Ledger) -> None:
    fill(ledger, bridge())
    found = asking.compare(ledger, bridge()[0].document.id, bridge()[2].document.id[:10])
    assert [one.type for one in found.contradictions] == ["figure"]
    assert any("20. mail" in claim.gist for claim in found.only_one)


def test_figures_come_with_day_and_source(ledger: Ledger) -> None:
    fill(ledger, [*bridge(), OTHER])
    rows = asking.figures(ledger, "pragu")
    assert [(one.day, one.value, one.telling.origin) for one in rows] == [
        ("2026-05-04", 14.0, "Liis Tammoja"),
        ("2026-05-04", 14.0, "Liis Tammoja"),
        ("2026-05-05", 22.0, "Rein Pajula"),
    ]


def test_the_agenda_has_what_is_announced_for_the_days_asked_for(ledger: Ledger) -> None:
    fill(ledger, [*bridge(), OTHER])
    assert [one.date for one in asking.agenda(ledger, "2026-05-01", "2026-05-31")] == ["2026-05-20"]
    assert [one.status for one in asking.agenda(ledger, "2026-06-01")] == ["moved"]


def test_a_timeline_is_in_the_order_of_the_days(ledger: Ledger) -> None:
    fill(ledger, bridge())
    days = [one.first_day for one in asking.timeline(ledger, "Jõesuu sild")]
    assert days == sorted(days)
    assert days[0] == "2026-05-04"


def test_a_ledger_whose_stories_nobody_made_says_so(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="`allikas stories` makes them"):
        asking.stories(ledger)
