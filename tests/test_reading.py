import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

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
from allikas.model.span import Span, SpanError
from allikas.model.word import Sentence, Token, Word

TEXT = "TASS teatas reedel, et saadeti 300 sõdurit."
DOC = Document(TEXT, published="2025-07")


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads((files("allikas.model") / "reading.schema.json").read_text("utf-8"))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return DOC.span(start, start + len(words))


def full_reading() -> Reading:
    """One record of every kind."""
    return Reading(
        DOC,
        sentences=(Sentence(at(TEXT), 0, 9),),
        words=(Word(Token(at("TASS"), "TASS"), "TASS", "PROPN"),),
        entities=(Entity("e1", "ORG", "TASS", (Mention(at("TASS"), "name"),), country="RU"),),
        times=(Timex("t1", at("reedel"), "DATE", None, "[2025-07-04,2025-07-11]", by=("<weekday>",)),),
        quantities=(Quantity("q1", at("300"), 300, 300, 300, of=at("sõdurit")),),
        statements=(
            Statement(
                "s1",
                "indirect",
                "say",
                (at("saadeti"),),
                source=at("TASS"),
                relay=at("reedel"),
                chain=("e1",),
            ),
        ),
        events=(
            Event(
                "v1",
                at("saadeti"),
                "saatma",
                "OCCURRENCE",
                roles=(Role("patient", at("300 sõdurit")),),
                plover=Plover("MOBILIZE"),
                statement="s1",
            ),
        ),
        problems=(Problem("time", "no day is known", at("reedel")), Problem("intake", "no title")),
    )


def test_a_reading_with_every_kind_of_record_fits_the_schema(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(full_reading().as_dict(), schema)


def test_an_empty_reading_fits_the_schema(schema: Any) -> None:
    jsonschema.validate(Reading(Document("")).as_dict(), schema)


def test_the_schema_refuses_a_missing_and_an_unknown_key(schema: Any) -> None:
    missing, unknown = full_reading().as_dict(), full_reading().as_dict()
    del missing["statements"][0]["relay"]
    unknown["times"][0]["day"] = 4
    for wrong in (missing, unknown):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


def test_offsets_in_the_output_select_the_text() -> None:
    found = full_reading().as_dict()
    for layer in ("times", "quantities", "events"):
        for row in found[layer]:
            assert TEXT[row["start"] : row["end"]] == row["text"]


WRONG = Span(0, 4, "BBCX")


@pytest.mark.parametrize(
    "layer",
    [
        {"sentences": (Sentence(WRONG, 0, 0),)},
        {"words": (Word(Token(WRONG, "BBCX"), "BBC", "PROPN"),)},
        {"entities": (Entity("e1", "ORG", "BBC", (Mention(WRONG, "name"),)),)},
        {"times": (Timex("t1", WRONG, "DATE", None),)},
        {"quantities": (Quantity("q1", at("300"), 300, of=WRONG),)},
        {"statements": (Statement("s1", "direct", "say", (at("saadeti"), WRONG)),)},
        {"events": (Event("v1", at("saadeti"), "saatma", "OCCURRENCE", roles=(Role("agent", WRONG),)),)},
        {"problems": (Problem("time", "?", WRONG),)},
    ],
    ids=lambda layer: next(iter(layer)),
)
def test_no_reading_exists_whose_annotations_do_not_select_their_text(layer: dict[str, Any]) -> None:
    with pytest.raises(SpanError):
        Reading(DOC, **layer)
