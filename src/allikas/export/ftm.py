"""Readings as FollowTheMoney entities (https://followthemoney.tech), one a line, for Aleph and its kin.

A report is an ``Article``; who is named in it is a ``Person`` or an ``Organization``, tied to the report by a
``Mention``, a place an ``Address``; a statement is a ``Note`` on its speaker, what happened an ``Event``.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from allikas.export.names import Named, joined
from allikas.ledger.days import days_of
from allikas.model.layers import Entity, Event, Statement
from allikas.model.reading import Reading

Properties = dict[str, list[str | None]]


def readings_as_ftm(readings: Iterable[Reading]) -> str:
    """Write the entities of the readings.

    >>> readings_as_ftm([])
    ''
    """
    entities = (entity for reading in readings for entity in ftm_entities(reading))
    return SURROGATES.sub("\ufffd", "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in entities))


def ftm_entities(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield the entities of one reading, the article first."""
    it = Named(reading)
    yield _article(it)
    for entity in reading.entities:
        if entity.type in SCHEMATA:
            yield _entity(entity, it)
        if entity.type in ACTORS:
            yield _mention(entity, it)
    yield from (_note(statement, it) for statement in reading.statements)
    yield from (_event(event, it) for event in reading.events)


def _id(it: Named, part: str) -> str:
    """Make an id: that of the report, or of a part of it."""
    return hashlib.sha1(f"{it.reading.document.id}:{part}".encode(), usedforsecurity=False).hexdigest()


def _made(schema: str, id_: str, properties: Properties) -> dict[str, Any]:
    """Make an entity; what is not known has no property."""
    known = {name: [one for one in values if one] for name, values in properties.items()}
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: values for name, values in known.items() if values},
    }


def _article(it: Named) -> dict[str, Any]:
    doc = it.reading.document
    properties: Properties = {
        "title": [doc.title],
        "fileName": [f"{doc.id}.txt"],
        "publisher": [doc.outlet],
        "sourceUrl": [doc.url],
        "publishedAt": [_date(doc.published)],
        "language": [LANGUAGES.get(doc.language, doc.language)],
        "bodyText": [doc.text],
        "peopleMentioned": _names(it, "PER"),
        "companiesMentioned": _names(it, "ORG"),
        "locationMentioned": _names(it, "GPE", "LOC"),
    }
    return _made("Article", _id(it, ""), properties)


def _names(it: Named, *types: str) -> list[str | None]:
    return [*dict.fromkeys(entity.name for entity in it.reading.entities if entity.type in types)]


def _date(edtf: str | None) -> str | None:
    """Write a date of the precision that FollowTheMoney knows, a year, a month or a day; sets have none."""
    found = PREFIX.fullmatch((edtf or "").partition("T")[0])
    return found[0] if found else None


def _entity(entity: Entity, it: Named) -> dict[str, Any]:
    country = [entity.country.lower()] if entity.country else []
    place: Properties = {
        "latitude": [_number(entity.latitude)],
        "longitude": [_number(entity.longitude)],
        "full": [entity.name],
    }
    more: Properties = place if entity.type in PLACES else {}
    schema = SCHEMATA[entity.type or ""]
    return _made(schema, _id(it, entity.id), {"name": [entity.name], "country": [*country], **more})


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.6f}"


def _mention(entity: Entity, it: Named) -> dict[str, Any]:
    properties: Properties = {
        "document": [_id(it, "")],
        "name": [entity.name],
        "resolved": [_id(it, entity.id)],
        "detectedSchema": [SCHEMATA[entity.type or ""]],
        "contextCountry": [entity.country.lower() if entity.country else None],
    }
    return _made("Mention", _id(it, f"{entity.id}:mention"), properties)


def _note(statement: Statement, it: Named) -> dict[str, Any]:
    speaker = it.entities.get(statement.speaker or "")
    properties: Properties = {
        "name": [" > ".join(it.chain(statement.id))],
        "description": [joined(statement.content)],
        "entity": [_id(it, speaker.id) if speaker and speaker.type in SCHEMATA else None],
        "publisher": [it.reading.document.outlet],
        "sourceUrl": [it.reading.document.url],
        "proof": [_id(it, "")],
        "keywords": [statement.mode, statement.kind, statement.certainty],
    }
    return _made("Note", _id(it, statement.id), properties)


def _event(event: Event, it: Named) -> dict[str, Any]:
    edtf = it.edtf(event.time)
    days, place = days_of(edtf), it.entities.get(event.place or "")
    known = {role.entity for role in event.roles} & {
        one.id for one in it.reading.entities if one.type in ACTORS
    }
    properties: Properties = {
        "name": [event.lemma],
        "summary": [f"{event.status}, {event.certainty}"],
        "date": [_date(edtf)],
        "startDate": [None if _date(edtf) else days.first],
        "endDate": [None if _date(edtf) else days.last],
        "involved": [_id(it, player) for player in sorted(filter(None, known))],
        "location": [it.name(event.place)],
        "addressEntity": [_id(it, place.id) if place and place.type in PLACES else None],
        "sourceUrl": [it.reading.document.url],
        "proof": [_id(it, "")],
        "keywords": [
            event.plover.event if event.plover else None,
            event.plover.mode if event.plover else None,
        ],
    }
    return _made("Event", _id(it, event.id), properties)


SURROGATES = re.compile("[\ud800-\udfff]")
PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")  # no season, which is month 21 to 24 in EDTF
LANGUAGES = {"et": "est"}  # ISO 639-1 to 639-3, which FollowTheMoney wants
SCHEMATA = {"PER": "Person", "ORG": "Organization", "GPE": "Address", "LOC": "Address"}
PLACES = frozenset({"GPE", "LOC"})
ACTORS = frozenset({"PER", "ORG"})
