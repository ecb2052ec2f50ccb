import json

import pytest
from rdflib import PROV, RDF, SDO, Graph, Literal, URIRef

from allikas.export.linked import readings_as_jsonld
from allikas.model.reading import Reading
from readings import EMPTY, ODD, READING, examples

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of itself
HOME = f"urn:allikas:{READING.document.id}"


def graph(*readings: Reading) -> Graph:
    return Graph().parse(data=readings_as_jsonld(readings, version="1.0"), format="json-ld")


def test_every_term_is_one_of_schema_org_or_prov_o() -> None:
    """rdflib knows both vocabularies and raises on a term that is in neither."""
    found = graph(READING, EMPTY, *examples())
    terms = {*found.predicates(), *found.objects(predicate=RDF.type)} - {RDF.type}
    for term in terms:
        vocabulary = PROV if str(term).startswith(str(PROV)) else SDO
        name = str(term).removeprefix(str(vocabulary))
        assert term == vocabulary[name]
        assert URIRef(str(term)) in vocabulary, term


def test_a_claim_leads_through_its_relays_to_the_report() -> None:
    found = graph(READING)
    claim = URIRef(f"{HOME}:s1")
    assert (claim, RDF.type, SDO.Claim) in found
    assert found.value(found.value(claim, SDO.creator), SDO.name) == Literal("Kert Hallik")
    relay = found.value(claim, PROV.wasQuotedFrom)
    assert found.value(found.value(relay, PROV.wasAttributedTo), SDO.name) == Literal("LSA")
    assert found.value(relay, PROV.wasQuotedFrom) == found.value(claim, SDO.appearance) == URIRef(HOME)
    assert found.value(URIRef(HOME), SDO.datePublished) == Literal("2025-12")


def test_a_question_in_sparql_finds_who_said_what() -> None:
    query = """PREFIX s: <https://schema.org/> SELECT ?name ?text
    WHERE { ?claim a s:Claim; s:text ?text; s:creator/s:name ?name } ORDER BY ?name"""
    assert [str(name) for name, _ in graph(READING).query(query)] == ["Kert Hallik", "politsei"]  # type: ignore[misc]


def test_an_event_has_a_day_only_where_it_is_known() -> None:
    found = graph(READING)
    assert found.value(URIRef(f"{HOME}:v1"), SDO.startDate) == Literal("2025-12-15")
    assert found.value(URIRef(f"{HOME}:v2"), SDO.startDate) is None
    assert found.value(URIRef(f"{HOME}:v1"), PROV.wasDerivedFrom) == URIRef(f"{HOME}:s1")


def test_what_utf_8_cannot_carry_is_replaced() -> None:
    json.loads(readings_as_jsonld([ODD]).encode())
