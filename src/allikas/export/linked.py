"""Readings as linked data: JSON-LD with claims in schema.org's terms and their provenance in PROV-O's.

A statement is a ``Claim`` whose ``creator`` is the one who speaks and whose ``appearance`` is the report;
through whom it came stands in ``prov:wasQuotedFrom``, step by step, and that Allikas read it there, in
``prov:wasGeneratedBy``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from allikas.export.names import Named, joined
from allikas.ledger.days import days_of
from allikas.model.layers import Entity, Event, Statement
from allikas.model.reading import Reading

Node = dict[str, Any]


def readings_as_jsonld(readings: Iterable[Reading], *, version: str = "") -> str:
    """Write one graph; *version* is that of the program that read.

    >>> json.loads(readings_as_jsonld([]))["@graph"]
    []
    """
    graph = [node for reading in readings for node in _nodes(Named(reading), version)]
    return SURROGATES.sub("\ufffd", json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False))


def _nodes(it: Named, version: str) -> Iterator[Node]:
    yield _report(it)
    yield _activity(it, version)
    yield from (_thing(entity, it) for entity in it.reading.entities)
    for statement in it.reading.statements:
        yield from _claim(statement, it)
    yield from (_event(event, it) for event in it.reading.events)


def _id(it: Named, part: str = "") -> str:
    return f"urn:allikas:{it.reading.document.id}" + (f":{part}" if part else "")


def _given(node: Node) -> Node:
    """Leave out what is not known: linked data has no word for nothing."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _report(it: Named) -> Node:
    doc = it.reading.document
    outlet = {"@type": ["Organization", "prov:Agent"], "name": doc.outlet} if doc.outlet else None
    return _given(
        {
            "@id": _id(it),
            "@type": ["NewsArticle", "prov:Entity"],
            "headline": doc.title,
            "datePublished": doc.published,
            "inLanguage": doc.language,
            "url": doc.url,
            "publisher": outlet,
            "articleBody": doc.text,
        }
    )


def _activity(it: Named, version: str) -> Node:
    agent = {
        "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
        "name": "Allikas",
        "softwareVersion": version,
    }
    return {
        "@id": _id(it, "reading"),
        "@type": "prov:Activity",
        "prov:used": {"@id": _id(it)},
        "prov:wasAssociatedWith": _given(agent),
    }


def _thing(entity: Entity, it: Named) -> Node:
    geo = {"@type": "GeoCoordinates", "latitude": entity.latitude, "longitude": entity.longitude}
    return _given(
        {
            "@id": _id(it, entity.id),
            "@type": TYPES.get(entity.type or "", "Thing"),
            "name": entity.name,
            "geo": geo if entity.latitude is not None else None,
            "sameAs": f"https://sws.geonames.org/{entity.geonames}/" if entity.geonames else None,
        }
    )


def _claim(statement: Statement, it: Named) -> Iterator[Node]:
    """Yield the claim and, from the inside out, the words of those through whom it came."""
    own = _id(it, statement.id)
    steps = [*(f"{own}:via-{at}" for at in range(1, len(statement.chain))), _id(it)]
    yield _given(
        {
            "@id": own,
            "@type": ["Claim", "prov:Entity"],
            "text": joined(statement.content),
            "creator": _voice(statement, it),
            "appearance": {"@id": _id(it)},
            "isPartOf": {"@id": _id(it, statement.parent)} if statement.parent in it.statements else None,
            "prov:wasGeneratedBy": {"@id": _id(it, "reading")},
            "prov:wasQuotedFrom": {"@id": steps[0]},
            "additionalProperty": list(_properties(statement)),
        }
    )
    for at, voice in enumerate(reversed(statement.chain[:-1])):
        said = {"prov:wasAttributedTo": {"@id": _id(it, voice)}, "prov:wasQuotedFrom": {"@id": steps[at + 1]}}
        yield {"@id": steps[at], "@type": "prov:Entity", **said}


def _voice(statement: Statement, it: Named) -> Node | None:
    if statement.speaker in it.entities:
        return {"@id": _id(it, statement.speaker or "")}
    return {"@type": "Thing", "name": joined([statement.source])} if statement.source else None


def _properties(statement: Statement) -> Iterator[Node]:
    told = (("mode", statement.mode), ("kind", statement.kind), ("certainty", statement.certainty))
    for name, value in (*told, ("negated", str(statement.negated).lower())):
        yield {"@type": "PropertyValue", "propertyID": name, "value": value}


def _event(event: Event, it: Named) -> Node:
    days = days_of(it.edtf(event.time))
    players = [_id(it, role.entity) for role in event.roles if role.entity in it.entities]
    return _given(
        {
            "@id": _id(it, event.id),
            "@type": ["Event", "prov:Entity"],
            "name": event.lemma,
            "description": f"{event.status}, {event.certainty}",
            "eventStatus": STATUS.get(event.status),
            "startDate": days.first if days.first == days.last else None,
            "location": {"@id": _id(it, event.place)} if event.place in it.entities else None,
            "about": [{"@id": player} for player in dict.fromkeys(players)],
            "subjectOf": {"@id": _id(it)},
            "prov:wasDerivedFrom": {"@id": _id(it, event.statement or "")},
        }
    )


SURROGATES = re.compile("[\ud800-\udfff]")
CONTEXT = {"@vocab": "https://schema.org/", "prov": "http://www.w3.org/ns/prov#"} | {
    name: {"@id": f"https://schema.org/{name}", "@type": "@id"} for name in ("url", "sameAs", "eventStatus")
}
STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}
TYPES: dict[str, str | list[str]] = {
    "PER": ["Person", "prov:Person"],
    "ORG": ["Organization", "prov:Organization"],
    "GPE": ["AdministrativeArea", "prov:Agent"],
    "LOC": "Place",
    "PROD": "Product",
    "EVENT": "Event",
}
