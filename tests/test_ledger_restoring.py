"""Whatever a reading holds comes back from the ledger exactly: ``restore(add(reading)) == reading``."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allikas import read
from allikas.ledger.adding import Reader, add, read_again, restore
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
    Timex,
)
from allikas.model.reading import Reading
from allikas.model.word import Sentence, Token, Word

READER = Reader("0.1.0", "model-1", "2026-03-12T10:00:00Z")
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))

texts = st.text(st.characters(), max_size=60)  # lone surrogates and NUL among them
short = st.text(st.characters(codec="utf-8"), max_size=8)
found = st.text(st.characters(), max_size=8)  # what a stage takes out of the text
ids = st.sampled_from(["1", "2", "3", "9"])
numbers = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
rules = st.lists(short, max_size=2).map(tuple)


def maybe(strategy: Any) -> Any:
    return st.one_of(st.none(), strategy)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    doc = draw(st.builds(Document, texts, short, maybe(short), maybe(found), maybe(found), maybe(found)))

    def span() -> Any:
        ends = st.tuples(st.integers(0, len(doc.text)), st.integers(0, len(doc.text))).map(sorted)
        return ends.map(lambda pair: doc.span(*pair))

    def layer(record: Any, /, prefix: str, **fields: Any) -> Any:
        made = draw(st.lists(st.builds(record, id=st.just(""), **fields), max_size=3))
        return tuple(replace(one, id=f"{prefix}{n}") for n, one in enumerate(made, start=1))

    mentions = st.lists(
        st.builds(
            Mention,
            span(),
            st.sampled_from(["name", "nominal", "pronoun"]),
            st.tuples(st.sampled_from(["name", "title"])),
        ),
        max_size=3,
    )
    spans = st.lists(span(), max_size=3).map(tuple)
    voices = st.lists(ids.map("e{}".format), max_size=3).map(tuple)
    words = draw(st.lists(st.builds(Word, st.builds(Token, span(), found), found, short), max_size=4))
    cuts = sorted(draw(st.sets(st.integers(0, len(doc.text)), max_size=4)))
    return Reading(
        doc,
        sentences=tuple(Sentence(doc.span(a, b), 0, len(words)) for a, b in pairwise(cuts)),
        words=tuple(words),
        entities=layer(
            Entity,
            "e",
            type=maybe(st.sampled_from(["PER", "GPE"])),
            name=found,
            mentions=mentions.map(tuple),
            country=maybe(short),
            geonames=maybe(st.integers(0, 10**7)),
            latitude=maybe(numbers),
        ),
        times=layer(Timex, "t", span=span(), type=st.just("DATE"), value=maybe(short), by=rules),
        quantities=layer(Quantity, "q", span=span(), value=maybe(numbers), of=maybe(span()), by=rules),
        statements=layer(
            Statement,
            "s",
            mode=st.just("mixed"),
            kind=st.just("think"),
            content=spans,
            cue=spans,
            source=maybe(span()),
            speaker=maybe(ids.map("e{}".format)),
            relay=maybe(span()),
            addressee=maybe(span()),
            chain=voices,
            parent=maybe(ids.map("s{}".format)),
            negated=st.booleans(),
            time=maybe(ids.map("t{}".format)),
            by=rules,
        ),
        events=layer(
            Event,
            "v",
            span=span(),
            lemma=found,
            cls=short,
            modality=maybe(short),
            place=maybe(ids.map("e{}".format)),
            roles=st.lists(st.builds(Role, short, span(), maybe(ids)), max_size=2).map(tuple),
            quantities=st.lists(ids, max_size=2).map(tuple),
            plover=maybe(st.builds(Plover, short, maybe(short))),
            by=rules,
        ),
        problems=tuple(draw(st.lists(st.builds(Problem, short, found, maybe(span())), max_size=2))),
    )


def rows(ledger: Ledger) -> dict[str, list[Any]]:
    """Return every row of every table but that of changes; of the search index, by its own words."""
    connection = ledger.connection
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, sentence_words, instance)")
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    plain = [name for name in names if name != "changes" and not name.startswith("sentence_words")]
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in plain}  # noqa: S608
    found["terms"] = connection.execute("SELECT * FROM temp.terms").fetchall()
    connection.execute("DROP TABLE temp.terms")
    return found


def fits(reading: Reading) -> bool:
    """Integers beyond 64 bits come back as floats: nothing that a report counts."""
    values = [quantity.value for quantity in reading.quantities]
    values += [entity.latitude for entity in reading.entities]
    return all(-(2**63) <= (value or 0) < 2**63 or isinstance(value, float) for value in values)


@settings(max_examples=150, deadline=None)
@given(readings().filter(fits))
def test_any_reading_comes_back_exactly(reading: Reading) -> None:
    with open_ledger(":memory:") as ledger:
        id_ = add(ledger, reading, READER).id
        assert restore(ledger, id_) == reading
        assert restore(ledger, id_).as_dict() == reading.as_dict()


@settings(max_examples=50, deadline=None)
@given(readings().filter(fits))
def test_reading_again_leaves_what_adding_left(reading: Reading) -> None:
    with open_ledger(":memory:") as ledger:
        id_ = add(ledger, reading, READER).id
        before = rows(ledger)
        read_again(ledger, reading, READER)
        assert restore(ledger, id_) == reading
        assert rows(ledger) == before
        ledger.connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back_exactly(path: Path) -> None:
    reading = read(path.read_text("utf-8"), outlet=path.stem)
    with open_ledger(":memory:") as ledger:
        assert restore(ledger, add(ledger, reading, READER).id) == reading
