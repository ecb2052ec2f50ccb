"""Sentences are found by any form of their words, and filtered by whose word they are."""

from collections.abc import Iterator

import pytest

import allikas
from allikas.ledger.adding import Reader, add, read_again
from allikas.ledger.answers import Hit
from allikas.ledger.deciding import merge
from allikas.ledger.errors import QueryError
from allikas.ledger.lemmas import lemmatiser
from allikas.ledger.paging import Window
from allikas.ledger.search import Filters, search
from allikas.ledger.store import Ledger, open_ledger

READER = Reader("0.1.0")
REPORTS = (
    (
        "2026-03-12",
        "LSA",
        "Minister Irena Sovall ütles, et vangid vabastatakse. Sordavia saatis Putinit tervitama.",
    ),
    ("2026-03-14", "Kirdetuul", "LSA teatas, et Irena Sovalli sõnul saavad vangid abi. Sild suleti."),
    ("2026-04-01", "Kirdetuul", "Petra Hovelin arvas, et vange on 25. „Pered ootavad,“ lausus Hovelin."),
)


lemmatise = lemmatiser("et")


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        for published, outlet, text in REPORTS:
            add(opened, allikas.read(text, published=published, outlet=outlet), READER)
        yield opened


def found(
    ledger: Ledger, typed: str, filters: Filters | None = None, window: Window | None = None
) -> list[str]:
    page = search(ledger, typed, lemmatise, filters or Filters(), window or Window())
    assert page.total == len(page.rows)
    return [hit.text for hit in page.rows]


def only(ledger: Ledger, typed: str) -> Hit:
    (hit,) = search(ledger, typed, lemmatise).rows
    return hit


@pytest.mark.parametrize("typed", ["Putin", "Putinit", "putiniga", "PUTIN"])
def test_any_form_finds_any_other(ledger: Ledger, typed: str) -> None:
    hit = only(ledger, typed)
    assert [hit.text[start:stop] for start, stop in hit.marks] == ["Putinit"]


def test_all_words_must_be_in_the_sentence(ledger: Ledger) -> None:
    assert len(found(ledger, "vang")) == 3
    assert found(ledger, "vangi abi") == ["LSA teatas, et Irena Sovalli sõnul saavad vangid abi."]
    assert found(ledger, "vang sild") == []


def test_a_phrase_stands_side_by_side_and_a_star_begins(ledger: Ledger) -> None:
    assert len(found(ledger, '"Irena Sovall"')) == 2
    assert found(ledger, '"Sovall Irena"') == []
    assert found(ledger, "vabasta*") == ["Minister Irena Sovall ütles, et vangid vabastatakse."]
    assert len(found(ledger, "vang -abi")) == 2


def test_the_newest_comes_first_and_pages_go_on_where_they_ended(ledger: Ledger) -> None:
    whole = search(ledger, "vang", lemmatise)
    days = [hit.source.published for hit in whole.rows]
    assert days == ["2026-04-01", "2026-03-14", "2026-03-12"]
    rows, after = list[Hit](), None
    for _ in range(3):
        page = search(ledger, "vang", lemmatise, window=Window(limit=1, after=after))
        rows += page.rows
        after = page.after
        assert page.total == 3
    assert tuple(rows) == whole.rows
    assert after is None


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(speaker="Irena Sovall"), ["saavad vangid", "vangid vabastatakse"]),
        (Filters(speaker="Sovall"), ["saavad vangid", "vangid vabastatakse"]),
        (Filters(relay="LSA"), ["saavad vangid"]),
        (Filters(outlet="Kirdetuul"), ["vange on", "saavad vangid"]),
        (Filters(kind="think"), ["vange on"]),
        (Filters(speaker="Hovelin", kind="say"), []),
        (Filters(mode="indirect", speaker="Hovelin"), ["vange on"]),
        (Filters(mentions="Petra Hovelin"), ["vange on"]),
        (Filters(outlet="Kirdetuul", speaker="Sovall"), ["saavad vangid"]),
        (Filters(speaker="Keegi Muu"), []),
    ],
)
def test_filters_hold_of_one_statement(ledger: Ledger, filters: Filters, words: list[str]) -> None:
    texts = found(ledger, "vang", filters)
    assert len(texts) == len(words)
    assert all(word in text for word, text in zip(words, texts, strict=True))


def test_days_of_publication_bound_the_search(ledger: Ledger) -> None:
    assert len(found(ledger, "vang", window=Window(since="2026-03-14"))) == 2
    assert len(found(ledger, "vang", window=Window(until="2026-03-14"))) == 2
    assert len(found(ledger, "vang", window=Window(since="2026-03-13", until="2026-03-31"))) == 1
    with pytest.raises(QueryError, match="is no day"):
        found(ledger, "vang", window=Window(since="eile"))


def test_filters_alone_find_too_but_nothing_finds_nothing(ledger: Ledger) -> None:
    assert len(found(ledger, "", Filters(mode="direct"))) == 1
    for typed in ("", "!?", "-vang", '""'):
        with pytest.raises(QueryError, match="give a word or a filter"):
            search(ledger, typed, lemmatise)


@pytest.mark.parametrize(
    "typed", ['"', "vang AND", "NEAR(", "lemma : vang", "*", "a^b", "vang)", "'", "\ud800 vang"]
)
def test_whatever_is_typed_is_words(ledger: Ledger, typed: str) -> None:
    try:
        assert isinstance(search(ledger, typed, lemmatise).total, int)
    except QueryError as error:
        assert "give a word" in str(error)  # noqa: PT017 - either is right


def test_a_hit_says_whose_word_it_is(ledger: Ledger) -> None:
    by_text = {hit.text[:8]: hit for hit in search(ledger, "vang", lemmatise).rows}
    assert by_text["LSA teat"].chain == "LSA > Irena Sovall"
    assert by_text["Minister"].chain == "Irena Sovall"
    assert only(ledger, "sild").chain is None


def test_merged_actors_are_searched_as_one_and_reading_again_keeps_the_index() -> None:
    with open_ledger(":memory:") as ledger:
        first = allikas.read("Irena Sovall ütles, et vangid vabastatakse.", outlet="LSA")
        second = allikas.read("Irina Sovall lausus, et vange ei ole.", outlet="LSA")
        for reading in (first, second):
            add(ledger, reading, READER)
        assert len(found(ledger, "vang", Filters(speaker="Irena Sovall"))) == 1
        merge(ledger, "Irina Sovall", "Irena Sovall")
        assert len(found(ledger, "vang", Filters(speaker="Irena Sovall"))) == 2
        read_again(ledger, first, READER)
        assert len(found(ledger, "vang", Filters(speaker="Irina Sovall"))) == 2
        ledger.connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')")


def test_an_ambiguous_word_is_looked_for_as_every_word_that_it_may_be() -> None:
    with open_ledger(":memory:") as ledger:
        for text in ("Tee on kinni.", "Ma teen teed.", "Keegi tegi seda."):
            add(ledger, allikas.read(text), READER)
        assert len(lemmatise(["teed"])[0]) > 1
        assert found(ledger, "teed") >= found(ledger, "tee")
        assert "Keegi tegi seda." in {hit.text for hit in search(ledger, "tee", lemmatise).rows}


def test_a_headline_is_found_by_any_form_and_forgotten_when_it_is_read_again() -> None:
    with open_ledger(":memory:") as ledger:
        reading = allikas.read("Sild on kinni.", title="Sovall: vange vahetati", outlet="LSA")
        id_ = add(ledger, reading, READER).id
        hit = only(ledger, "vangidele")
        assert (hit.text, hit.start, hit.statement) == ("Sovall: vange vahetati", None, None)
        assert [hit.text[start:stop] for start, stop in hit.marks] == ["vange"]
        assert len(found(ledger, "vang", Filters(outlet="LSA"))) == 1
        assert found(ledger, "vang", Filters(kind="say")) == []
        assert found(ledger, '"vange vahetati"') == [hit.text]
        read_again(ledger, reading, READER)
        assert only(ledger, "vang").source.document == id_
        ledger.connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')")
