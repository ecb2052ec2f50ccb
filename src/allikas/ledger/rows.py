"""A reading as rows, a list a table. ``restoring.py`` is the way back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from allikas.ledger.days import Days, days_of
from allikas.ledger.keys import LAST_SENTENCE
from allikas.ledger.standing import Standing
from allikas.ledger.tables import Row, storable, storable_row
from allikas.model.layers import By, Entity, Event, Problem, Quantity, Statement, Timex
from allikas.model.reading import Reading
from allikas.model.span import Span

Actors = Mapping[str, int]
"""The actor of each entity that has one, by the entity's id."""

Rows = dict[str, list[Row]]


def rows_of(reading: Reading, doc: int, actors: Actors) -> Rows:
    """Return the rows of every layer of *reading*, which is that of document number *doc*.

    >>> from allikas.model.document import Document
    >>> rows_of(Reading(Document("Tere.")), 1, {})["statements"]
    []
    """
    rows = {
        "sentences": _sentences(reading, doc),
        "entities": [_entity(doc, n, entity, actors) for n, entity in enumerate(reading.entities)],
        "mentions": list(_mentions(doc, reading.entities)),
        "times": [_timex(doc, n, timex) for n, timex in enumerate(reading.times)],
        "quantities": [_quantity(doc, n, quantity) for n, quantity in enumerate(reading.quantities)],
        "statements": [_statement(doc, n, statement) for n, statement in enumerate(reading.statements)],
        "spans": [row for statement in reading.statements for row in _parts(doc, statement)],
        "voices": [row for n, one in enumerate(reading.statements) for row in _voices(doc, n, one, actors)],
        "voiced": list(_voiced(doc, reading)),
        "events": list(_events(doc, reading, actors)),
        "roles": [row for n, event in enumerate(reading.events) for row in _roles(doc, n, event, actors)],
        "event_quantities": [row for event in reading.events for row in _counted(doc, event)],
        "problems": [_problem(doc, n, problem) for n, problem in enumerate(reading.problems)],
    }
    return rows if _is_clean(reading) else _made_storable(rows)


def _is_clean(reading: Reading) -> bool:
    """Tell whether UTF-8 can hold the text and what is told in words of it."""
    told = (
        reading.document.text,
        *(entity.name for entity in reading.entities),
        *(event.lemma for event in reading.events),
        *(problem.message for problem in reading.problems),
    )
    return isinstance(storable("".join(told)), str)


def _made_storable(rows: Rows) -> Rows:
    return {table: [storable_row(row) for row in found] for table, found in rows.items()}


@lru_cache(maxsize=8192)  # a few hundred rules stand behind all findings
def _rules(by: By) -> str:
    return json.dumps(by, ensure_ascii=False)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _sentences(reading: Reading, doc: int) -> list[Row]:
    return [(doc, n, *_ends(sent.span), sent.first, sent.last) for n, sent in enumerate(reading.sentences)]


def _entity(doc: int, n: int, entity: Entity, actors: Actors) -> Row:
    place = (entity.country, entity.geonames, entity.latitude, entity.longitude)
    return (doc, entity.id, n, entity.type, entity.name, *place, actors.get(entity.id))


def _mentions(doc: int, entities: Iterable[Entity]) -> Iterator[Row]:
    for entity in entities:
        for n, mention in enumerate(entity.mentions):
            yield (doc, entity.id, n, *_ends(mention.span), mention.kind, _rules(mention.by))


def _timex(doc: int, n: int, timex: Timex) -> Row:
    value = (timex.type, timex.value, timex.edtf, timex.mod)
    return (doc, timex.id, n, *_ends(timex.span), *value, _rules(timex.by), *days_of(timex.edtf))


def _quantity(doc: int, n: int, quantity: Quantity) -> Row:
    value = (quantity.value, quantity.low, quantity.high, quantity.unit)
    ends = _ends(quantity.span)
    return (doc, quantity.id, n, *ends, *value, *_ends(quantity.of), quantity.approx, _rules(quantity.by))


def _statement(doc: int, n: int, statement: Statement) -> Row:
    return (
        *(doc, statement.id, n, statement.mode, statement.kind),
        *_ends(statement.source),
        statement.speaker,
        *_ends(statement.relay),
        *_ends(statement.addressee),
        *(statement.parent, int(statement.negated), statement.certainty, statement.time),
        _rules(statement.by),
    )


def _parts(doc: int, statement: Statement) -> Iterator[Row]:
    for part, spans in (("content", statement.content), ("cue", statement.cue)):
        for n, span in enumerate(spans):
            yield (doc, statement.id, part, n, *_ends(span))


def _voices(doc: int, place: int, statement: Statement, actors: Actors) -> Iterator[Row]:
    innermost = len(statement.chain) - 1
    for n, voice in enumerate(statement.chain):
        yield (doc, statement.id, n, voice, int(n == innermost), place, actors.get(voice))


def _voiced(doc: int, reading: Reading) -> Iterator[Row]:
    standing = Standing(reading.sentences)
    for statement in reading.statements:
        for n in {min(n, LAST_SENTENCE) for n in standing.sentences(statement.content)}:
            yield (doc, n, statement.id)


def _events(doc: int, reading: Reading, actors: Actors) -> Iterator[Row]:
    days = {timex.id: days_of(timex.edtf) for timex in reading.times}
    for n, event in enumerate(reading.events):
        yield (*_event(doc, n, event), *days.get(event.time or "", Days()), actors.get(event.place or ""))


def _event(doc: int, n: int, event: Event) -> Row:
    plover = (None, None) if event.plover is None else (event.plover.event, event.plover.mode)
    return (
        *(doc, event.id, n, *_ends(event.span), event.lemma, event.cls),
        *(event.polarity, event.modality, event.certainty, event.status, event.relation),
        *(event.time, event.place, *plover, event.statement, _rules(event.by)),
    )


def _roles(doc: int, place: int, event: Event, actors: Actors) -> Iterator[Row]:
    for n, role in enumerate(event.roles):
        yield (
            doc,
            event.id,
            n,
            role.role,
            *_ends(role.span),
            role.entity,
            place,
            actors.get(role.entity or ""),
        )


def _counted(doc: int, event: Event) -> Iterator[Row]:
    for n, quantity in enumerate(event.quantities):
        yield (doc, event.id, n, quantity)


def _problem(doc: int, n: int, problem: Problem) -> Row:
    return (doc, n, problem.stage, problem.message, *_ends(problem.span))
