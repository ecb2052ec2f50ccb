"""The page of how surely something is said, and that every certainty is shown on it."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from allikas.attribution.certainty import SURENESS
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.pipeline import read_document

PAGE = files("allikas.packs.et").joinpath("corpus", "links.md").read_text(encoding="utf-8")
EXAMPLES = parse_page(PAGE, ["said"])


def findings(reading: Reading) -> Iterator[Found]:
    """Say what was found in the notation of the page."""
    for statement in reading.statements:
        value = statement.certainty + (" negated" if statement.negated else "")
        for span in statement.content:
            yield Found(span.start, span.end, "said", value)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_page(example: Example) -> None:
    reading = read_document(Document(example.text), load("et"))
    assert not failures(example, list(findings(reading)))


def test_every_certainty_is_shown() -> None:
    readings = [read_document(Document(example.text), load("et")) for example in EXAMPLES]
    assert {one.certainty for reading in readings for one in reading.statements} == set(SURENESS)
