"""Every entry of the reporting tables finds what its own example says."""

import pytest

from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.pipeline import read_document

TABLES = load("et").reporting
ENTRIES = (
    [(cue.name, cue.example) for cues in TABLES.verbs.values() for cue in cues]
    + [(cue.name, cue.example) for cue in TABLES.nouns.values()]
    + [(" ".join(one.forms), one.example) for many in TABLES.phrases.values() for one in many]
    + [(" ".join(one.forms), one.example) for many in TABLES.adverbs.values() for one in many]
)


@pytest.mark.parametrize(("name", "example"), ENTRIES)
def test_the_example_shows_the_entry(name: str, example: str) -> None:
    reading = read_document(Document(example), load("et"))
    assert name in {statement.by[0] for statement in reading.statements}
