"""A reading out of its JSON is the reading that went in."""

import json
from pathlib import Path

import pytest

from allikas.intake.texts import read
from allikas.model.document import Document
from allikas.model.parsing import FormatError, parse_reading
from allikas.model.reading import Reading
from allikas.model.tree import Parse

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES[:4], ids=lambda path: path.stem)
def test_every_layer_comes_back(path: Path) -> None:
    reading = read(path.read_text("utf-8"))
    assert reading.statements
    assert reading.events
    beneath = Parse(reading.words, reading.names, reading.arguments)
    assert parse_reading(json.loads(json.dumps(reading.as_dict())), beneath) == reading


def test_without_the_grammar_the_json_stays_the_same() -> None:
    known = read(EXAMPLES[0].read_text("utf-8")).as_dict()
    assert parse_reading(known).as_dict() == known


def test_what_is_no_reading_is_told() -> None:
    known = Reading(Document("Tere.")).as_dict()
    with pytest.raises(FormatError, match="it says 'x'"):
        parse_reading({**known, "format": "x"})
    del known["times"]
    with pytest.raises(FormatError, match="'times'"):
        parse_reading(known)
