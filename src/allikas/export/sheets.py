"""Readings as CSV (RFC 4180): one table a layer, one row a finding, names in the place of ids."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from allikas.export.figures import format_quantity
from allikas.export.names import Named, bounds, joined
from allikas.model.layers import Entity, Event, Quantity, Statement, Timex
from allikas.model.reading import Reading

Row = dict[str, Any]


class Sheet(StrEnum):
    """The tables that there are."""

    documents = "documents"
    entities = "entities"
    times = "times"
    quantities = "quantities"
    statements = "statements"
    events = "events"


def format_csv(readings: Iterable[Reading], sheet: Sheet, *, heading: bool = True) -> str:
    """Write one layer of the readings as a table with a line of headings; no value is an empty cell.

    A cell is written as it is, also one that a spreadsheet takes for a formula: import columns as text.

    >>> from allikas.model.document import Document
    >>> format_csv([Reading(Document("Sajab.", outlet="LSA"))], Sheet.documents).splitlines()[0]
    'document,published,outlet,title,url,language,text,problems'
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS[sheet], lineterminator="\r\n")
    if heading:
        writer.writeheader()
    for row in rows(readings, sheet):
        writer.writerow(row)
    return SURROGATES.sub("\ufffd", stream.getvalue())


def rows(readings: Iterable[Reading], sheet: Sheet) -> Iterator[Row]:
    """Yield the rows of a table."""
    for reading in readings:
        doc = reading.document
        known = {"document": doc.id, "published": doc.published, "outlet": doc.outlet, "title": doc.title}
        for row in ROWS[sheet](Named(reading)):
            yield {**known, "url": doc.url, **row}


def _documents(it: Named) -> Iterator[Row]:
    doc = it.reading.document
    problems = "; ".join(problem.message for problem in it.reading.problems)
    yield {"language": doc.language, "text": doc.text, "problems": problems}


def _entities(it: Named) -> Iterator[Row]:
    yield from map(_entity, it.reading.entities)


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "country": entity.country,
        "geonames": entity.geonames,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "mentions": len(entity.mentions),
        "forms": "; ".join(dict.fromkeys(joined([mention.span]) for mention in entity.mentions)),
    }


def _times(it: Named) -> Iterator[Row]:
    yield from map(_timex, it.reading.times)


def _timex(timex: Timex) -> Row:
    where = {"start": timex.span.start, "end": timex.span.end, "text": timex.span.text}
    return {
        "id": timex.id,
        **where,
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
        "mod": timex.mod,
    }


def _quantities(it: Named) -> Iterator[Row]:
    yield from map(_quantity, it.reading.quantities)


def _quantity(quantity: Quantity) -> Row:
    span = quantity.span
    return {
        "id": quantity.id,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": joined([quantity.of]) if quantity.of else None,
        "approx": quantity.approx,
    }


def _statements(it: Named) -> Iterator[Row]:
    for statement in it.reading.statements:
        yield _statement(statement, it)


def _statement(statement: Statement, it: Named) -> Row:
    start, end = bounds(statement.content) or (None, None)
    return {
        "id": statement.id,
        "start": start,
        "end": end,
        "voices": " > ".join(it.chain(statement.id)),
        "speaker": it.name(statement.speaker),
        "source": joined([statement.source]) if statement.source else None,
        "relay": joined([statement.relay]) if statement.relay else None,
        "addressee": joined([statement.addressee]) if statement.addressee else None,
        "cue": joined(statement.cue),
        "content": joined(statement.content),
        "mode": statement.mode,
        "kind": statement.kind,
        "negated": statement.negated,
        "certainty": statement.certainty,
        "parent": statement.parent,
        "time": it.edtf(statement.time),
    }


def _events(it: Named) -> Iterator[Row]:
    for event in it.reading.events:
        yield {**_happening(event, it), **_circumstances(event, it)}


def _happening(event: Event, it: Named) -> Row:
    return {
        "id": event.id,
        "start": event.span.start,
        "end": event.span.end,
        "text": event.span.text,
        "lemma": event.lemma,
        "class": event.cls,
        "status": event.status,
        "polarity": event.polarity,
        "modality": event.modality,
        "certainty": event.certainty,
        "relation": event.relation,
        "voices": " > ".join(it.chain(event.statement)),
        "statement": event.statement,
    }


def _circumstances(event: Event, it: Named) -> Row:
    place = it.entities.get(event.place or "")
    counted = (it.quantities[id_] for id_ in event.quantities if id_ in it.quantities)
    return {
        "time": it.edtf(event.time),
        "place": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "roles": "; ".join(f"{role.role}={it.player(role)}" for role in event.roles),
        "quantities": "; ".join(format_quantity(quantity) for quantity in counted),
        "plover_event": event.plover.event if event.plover else None,
        "plover_mode": event.plover.mode if event.plover else None,
    }


SURROGATES = re.compile("[\ud800-\udfff]")  # UTF-8 cannot carry them
ROWS: dict[Sheet, Callable[[Named], Iterator[Row]]] = {
    Sheet.documents: _documents,
    Sheet.entities: _entities,
    Sheet.times: _times,
    Sheet.quantities: _quantities,
    Sheet.statements: _statements,
    Sheet.events: _events,
}
KNOWN = ["document", "published", "outlet", "title", "url"]
PLACED = [*KNOWN, "id", "start", "end", "text"]
COLUMNS: dict[Sheet, list[str]] = {
    Sheet.documents: [*KNOWN, "language", "text", "problems"],
    Sheet.entities: [
        *KNOWN, "id", "type", "name", "country", "geonames", "latitude", "longitude", "mentions", "forms",
    ],
    Sheet.times: [*PLACED, "type", "value", "edtf", "mod"],
    Sheet.quantities: [*PLACED, "value", "low", "high", "unit", "of", "approx"],
    Sheet.statements: [
        *KNOWN, "id", "start", "end", "voices", "speaker", "source", "relay", "addressee", "cue", "content",
        "mode", "kind", "negated", "certainty", "parent", "time",
    ],
    Sheet.events: [
        *PLACED, "lemma", "class", "status", "polarity", "modality", "certainty", "relation", "voices",
        "statement", "time", "place", "country", "latitude", "longitude", "roles", "quantities",
        "plover_event", "plover_mode",
    ],
}  # fmt: skip
