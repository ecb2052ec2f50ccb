import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace

from allikas.export.webannotation import reading_as_annotations
from allikas.model.reading import Reading
from readings import EMPTY, ODD, READING, examples

OA = Namespace("http://www.w3.org/ns/oa#")
# What the context of the standard says of the terms that occur, in our own words: tests reach no network.
CONTEXT = {
    "oa": str(OA), "as": "http://www.w3.org/ns/activitystreams#", "id": "@id", "type": "@type",
    "rdf": str(RDF), "dc": "http://purl.org/dc/elements/1.1/", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector",
                                       "TextPositionSelector", "exact", "prefix", "suffix", "start", "end")},
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage",
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "identifying": "oa:identifying",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "value": "rdf:value", "format": "dc:format", "language": "dc:language", "label": "rdfs:label",
    "total": "as:totalItems", "startIndex": "as:startIndex",
}  # fmt: skip


def annotations(reading: Reading) -> list[dict[str, Any]]:
    collection = json.loads(reading_as_annotations(reading))
    items: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


@pytest.mark.parametrize(
    "reading", [READING, EMPTY, *examples()], ids=lambda one: one.document.title or "empty"
)
def test_both_selectors_find_the_same_words(reading: Reading) -> None:
    text = reading.document.text
    for annotation in annotations(reading):
        for target in targets(annotation):
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.index(around) + len(quote["prefix"]) == position["start"]


def test_a_statement_is_annotated_with_its_voices_and_an_event_with_its_time() -> None:
    bodies = [annotation["body"]["value"] for annotation in annotations(READING)]
    assert bodies[0] == "LSA > Kert Hallik (indirect, say, certain)"
    assert "streikima, planned, certain, 2025-12-15, Suurneeme" in bodies
    assert [len(targets(one)) for one in annotations(READING)] == [1, 2, 1, 1, 1]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of itself
def test_every_term_is_one_of_the_standard() -> None:
    collection = json.loads(reading_as_annotations(READING))
    collection["@context"] = CONTEXT
    graph = Graph().parse(data=json.dumps(collection), format="json-ld")
    found = list(graph.subjects(RDF.type, OA.Annotation))
    assert len(found) == 5
    for annotation in found:
        assert graph.value(annotation, OA.hasBody)
        assert graph.value(annotation, OA.motivatedBy) == OA.identifying
        for target in graph.objects(annotation, OA.hasTarget):
            assert str(graph.value(target, OA.hasSource)) == READING.document.url
            assert len(list(graph.objects(target, OA.hasSelector))) == 2
    keys = set(_keys(collection)) - {"@context"}
    assert keys <= set(CONTEXT), "no key is dropped on the way to triples"


def _keys(value: Any) -> list[str]:
    if isinstance(value, list):
        return [key for item in value for key in _keys(item)]
    if isinstance(value, dict):
        return [key for name, item in value.items() if name != "@context" for key in (name, *_keys(item))]
    return []


def test_what_utf_8_cannot_carry_is_replaced() -> None:
    reading_as_annotations(ODD).encode()
