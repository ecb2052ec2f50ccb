"""The page of entity examples."""

from importlib.resources import files

import pytest

from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.pipeline import read_document

PAGE = files("allikas.packs.et").joinpath("corpus", "entities.md").read_text(encoding="utf-8")
EXAMPLES = parse_page(PAGE, ["entity"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_page(example: Example, request: pytest.FixtureRequest) -> None:
    if example.not_yet:
        request.applymarker(pytest.mark.xfail(strict=True))
    entities = read_document(Document(example.text), load("et")).entities
    found = [
        Found(mention.span.start, mention.span.end, "entity", entity.name)
        for entity in entities
        for mention in entity.mentions
    ]
    assert not failures(example, sorted(found))
