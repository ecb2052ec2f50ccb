"""The page of attribution examples, and that it shows every rule in force."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from allikas.attribution.frames import RULES
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.pipeline import read_document

PAGE = files("allikas.packs.et").joinpath("corpus", "attribution.md").read_text(encoding="utf-8")
EXAMPLES = parse_page(PAGE, ["source", "cue", "content", "relay"])


def read(example: Example) -> Reading:
    """Read the example as a report."""
    return read_document(Document(example.text), load("et"))


def findings(reading: Reading) -> Iterator[Found]:
    """Say what was found in the notation of the page."""
    names = {entity.id: entity.name for entity in reading.entities}
    for statement in reading.statements:
        for span in statement.cue:
            yield Found(span.start, span.end, "cue", statement.kind)
        for span in statement.content:
            yield Found(span.start, span.end, "content", statement.mode)
        if statement.source is not None:
            name = names.get(statement.speaker or "", "")
            yield Found(statement.source.start, statement.source.end, "source", name)
        if statement.relay is not None:
            yield Found(statement.relay.start, statement.relay.end, "relay", "")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_page(example: Example, request: pytest.FixtureRequest) -> None:
    if example.not_yet:
        request.applymarker(pytest.mark.xfail(strict=True))
    assert not failures(example, list(findings(read(example))))


def test_every_rule_in_force_is_shown() -> None:
    shown = {rule for example in EXAMPLES for statement in read(example).statements for rule in statement.by}
    assert shown & set(RULES) == set(RULES)
