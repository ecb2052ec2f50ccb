"""Decisions about actors hold for what is there and for what is read later; undone, they leave no trace."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allikas.ledger.adding import Reader, add, read_again
from allikas.ledger.deciding import distinct, doubtful, history, merge, rename, split, undo
from allikas.ledger.errors import ActorError, LedgerError, QueryError
from allikas.ledger.store import Ledger, open_ledger
from allikas.ledger.who import find_actors, who
from allikas.model.document import Document
from allikas.model.layers import Entity, EntityType, Mention, Statement
from allikas.model.reading import Reading

READER = Reader("0.1.0")


def reading(text: str, *names: tuple[str, EntityType | None]) -> Reading:
    """A document in which each of *names* says the whole of it."""
    doc = Document(text)
    whole = doc.span(0, len(text))
    return Reading(
        doc,
        entities=tuple(
            Entity(f"e{n}", type_, name, (Mention(whole, "name"),)) for n, (name, type_) in enumerate(names)
        ),
        statements=tuple(
            Statement(f"s{n}", "direct", "say", (whole,), chain=(f"e{n}",)) for n in range(len(names))
        ),
    )


READINGS = (
    reading("a", ("Jaan Tamm", "PER"), ("Tamm", "PER")),
    reading("b", ("Jaan Tamm", "PER"), ("LSA", "ORG")),
    reading("c", ("J. Tamm", "PER"), ("LSA", None)),
    reading("d", ("Jaan Tämm", "PER")),
)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        for one in READINGS:
            add(opened, one, READER)
        yield opened


def spoken(ledger: Ledger, name: str) -> str:
    return "".join(sorted(one.content for one in who(ledger, name).rows))


def links(ledger: Ledger) -> list[tuple[object, ...]]:
    """Return which entity and which voice is which actor, by the actor's id and name."""
    found = ledger.connection.execute(
        "SELECT e.doc, e.id, a.id, a.name, b.id FROM entities e JOIN actors a USING (actor)"
        " LEFT JOIN voices v ON v.doc = e.doc AND v.entity = e.id LEFT JOIN actors b ON b.actor = v.actor"
        " ORDER BY 1, 2"
    )
    namings = ledger.connection.execute(
        "SELECT n.naming, a.id, n.name FROM namings n JOIN actors a USING (actor) ORDER BY 1, 2"
    )
    return [*found, *namings]


def test_the_same_name_and_type_is_one_actor_and_no_more_is_joined(ledger: Ledger) -> None:
    assert (spoken(ledger, "Jaan Tamm"), spoken(ledger, "J. Tamm"), spoken(ledger, "Jaan Tämm")) == (
        "ab",
        "c",
        "d",
    )
    assert len(find_actors(ledger, "LSA")) == 2


def test_doubtful_joins_are_listed_with_their_reason(ledger: Ledger) -> None:
    found = {(one.first.name, one.second.name, one.why) for one in doubtful(ledger)}
    assert found == {
        ("Tamm", "Jaan Tamm", "last name alone"),
        ("Tamm", "J. Tamm", "last name alone"),
        ("J. Tamm", "Jaan Tamm", "initial"),
        ("LSA", "LSA", "same name, other type"),
        ("Jaan Tamm", "Jaan Tämm", "other spelling"),
    }


def test_merged_actors_are_one_under_either_name(ledger: Ledger) -> None:
    merge(ledger, "J. Tamm", "Jaan Tamm")
    assert spoken(ledger, "Jaan Tamm") == spoken(ledger, "J. Tamm") == "abc"
    (actor,) = find_actors(ledger, "J. Tamm")
    assert actor.names == ("J. Tamm", "Jaan Tamm")
    assert ("J. Tamm", "Jaan Tamm") not in {(one.first.name, one.second.name) for one in doubtful(ledger)}


def test_an_actor_is_split_by_documents_or_by_names(ledger: Ledger) -> None:
    split(ledger, "Jaan Tamm", "Jaan Tamm (meremees)", documents=[READINGS[1].document.id])
    assert spoken(ledger, "Jaan Tamm (meremees)") == "b"
    merge(ledger, "J. Tamm", "Jaan Tamm (meremees)")
    split(ledger, "Jaan Tamm (meremees)", "Juhan Tamm", names=["J. TAMM"])
    assert (spoken(ledger, "Juhan Tamm"), spoken(ledger, "Jaan Tamm (meremees)")) == ("c", "b")


def test_a_renamed_actor_is_found_under_both_names(ledger: Ledger) -> None:
    rename(ledger, "Jaan Tamm", "Jaan Tamm, minister")
    assert spoken(ledger, "Jaan Tamm") == spoken(ledger, "jaan tamm, minister") == "ab"
    assert who(ledger, "Jaan Tamm").rows[0].speaker == "Jaan Tamm, minister"


def test_decisions_hold_for_documents_added_later_and_read_again(ledger: Ledger) -> None:
    merge(ledger, "J. Tamm", "Jaan Tamm")
    add(ledger, reading("e", ("J. Tamm", "PER")), READER)
    read_again(ledger, READINGS[2], READER)
    assert spoken(ledger, "Jaan Tamm") == "abce"


def test_undone_decisions_leave_no_trace(ledger: Ledger) -> None:
    before = links(ledger)
    merge(ledger, "Tamm", "Jaan Tamm")
    rename(ledger, "Jaan Tamm", "Tamme Jaan")
    split(ledger, "Jaan Tamm", "Teine", documents=[READINGS[0].document.id])
    assert links(ledger) != before
    for _ in range(3):
        undo(ledger)
    assert links(ledger) == before
    assert [(one.action, one.undone) for one in history(ledger)] == [
        ("merge", True), ("rename", True), ("split", True),
    ]  # fmt: skip


def test_one_decision_among_others_can_be_undone(ledger: Ledger) -> None:
    first = merge(ledger, "Tamm", "Jaan Tamm")
    merge(ledger, "J. Tamm", "Jaan Tamm")
    undo(ledger, first.n)
    assert spoken(ledger, "Jaan Tamm") == "abc"
    with pytest.raises(QueryError, match=f"decision {first.n} is not in force"):
        undo(ledger, first.n)


def test_what_cannot_be_decided_is_told_and_nothing_changes(ledger: Ledger) -> None:
    before = links(ledger)
    with pytest.raises(ActorError, match="no actor is called 'Kadunud'"):
        merge(ledger, "Kadunud", "Jaan Tamm")
    with pytest.raises(ActorError, match=r"2 actors are called 'LSA'; give the id of one: a\w+ \(LSA, ORG\)"):
        rename(ledger, "LSA", "Agentuur")
    with pytest.raises(ActorError, match="one actor already"):
        merge(ledger, "Jaan Tamm", "jaan tamm")
    with pytest.raises(ActorError, match="what to split off"):
        split(ledger, "Jaan Tamm", "Teine")
    with pytest.raises(QueryError, match="no decision is in force"):
        undo(ledger)
    assert links(ledger) == before
    assert history(ledger) == ()


names = st.sampled_from(["Jaan Tamm", "Tamm", "J. Tamm", "Jaan Tämm", "Uus", "Teine"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), names, names),
        st.tuples(st.just("rename"), names, names),
        st.tuples(st.just("split"), names, names, names),
        st.tuples(st.just("undo")),
    ),
    max_size=6,
)


TAKE: dict[str, Callable[..., object]] = {"merge": merge, "rename": rename, "undo": undo}


def take(ledger: Ledger, step: tuple[str, ...]) -> None:
    action, *given = step
    try:
        if action == "split":
            split(ledger, given[0], given[1], names=[given[2]], documents=[READINGS[0].document.id])
        else:
            TAKE[action](ledger, *given)
    except LedgerError:
        pass  # a name that fits none or several: nothing was decided


@settings(max_examples=60, deadline=None)
@given(steps)
def test_links_never_depend_on_when_a_document_was_read(taken: list[tuple[str, ...]]) -> None:
    with open_ledger(":memory:") as ledger:
        for one in READINGS:
            add(ledger, one, READER)
        for step in taken:
            take(ledger, step)
        decided = links(ledger)
        for one in READINGS:
            read_again(ledger, one, READER)
        assert links(ledger) == decided


def test_actors_that_are_told_apart_are_doubted_and_merged_no_more_until_that_is_undone(
    ledger: Ledger,
) -> None:
    pairs = {(one.first.id, one.second.id) for one in doubtful(ledger)}
    first, second = min(pairs)
    before = links(ledger)
    made = distinct(ledger, second, first)
    assert {(one.first.id, one.second.id) for one in doubtful(ledger)} == pairs - {(first, second)}
    assert links(ledger) == before
    with pytest.raises(ActorError, match=f"decision {made.n} says that .* are not the same; undo it first"):
        merge(ledger, first, second)
    undo(ledger, made.n)
    assert {(one.first.id, one.second.id) for one in doubtful(ledger)} == pairs
    merge(ledger, first, second)
    with pytest.raises(ActorError, match="are one actor; part them with split"):
        distinct(ledger, first, first)
