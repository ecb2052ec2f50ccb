"""A reading: one document and every layer that was found in it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from allikas.model.document import Document
from allikas.model.layers import Entity, Event, Mention, Problem, Quantity, Role, Statement, Timex
from allikas.model.span import Span, SpanError
from allikas.model.tree import Argument, NamedSpan
from allikas.model.word import Sentence, Word

FORMAT = "allikas-reading/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says and whose word it is.

    No reading exists whose annotations do not select exactly their text: every span is checked against the
    document when the reading is made, and ``SpanError`` tells of a mistake of ours. ``words``, ``names`` and
    ``arguments`` are the grammar beneath: they are written as CoNLL-U, and are no part of the JSON.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    words: tuple[Word, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: tuple[NamedSpan, ...] = ()
    arguments: tuple[Argument, ...] = ()

    def __post_init__(self) -> None:
        text = self.document.text
        for span in self.spans():
            if text[span.start : span.end] != span.text:
                raise SpanError(f"[{span.start}, {span.end}) of the text is not {span.text!r}")

    def spans(self) -> Iterator[Span]:
        """Yield every span of every layer."""
        for sent in self.sentences:
            yield sent.span
        for word in self.words:
            yield word.token.span
        for layer in (
            self.entities,
            self.times,
            self.quantities,
            self.statements,
            self.events,
            self.problems,
        ):
            yield from _spans(layer)

    def as_dict(self) -> dict[str, Any]:
        """Return exactly the object that ``allikas read --format json`` prints (see ``reading.schema.json``).

        >>> reading = Reading(Document("Tere."))
        >>> reading.as_dict()["document"]["text"]
        'Tere.'
        """
        return {
            "format": FORMAT,
            "document": _document(self.document),
            "sentences": [_range(sent.span) for sent in self.sentences],
            "entities": [_entity(entity) for entity in self.entities],
            "times": [_timex(timex) for timex in self.times],
            "quantities": [_quantity(quantity) for quantity in self.quantities],
            "statements": [_statement(statement) for statement in self.statements],
            "events": [_event(event) for event in self.events],
            "problems": [_problem(problem) for problem in self.problems],
        }


def _spans(value: object) -> Iterator[Span]:
    """Walk records and tuples down to their spans."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _range(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _maybe(span: Span | None) -> dict[str, int] | None:
    return None if span is None else _range(span)


def _selected(span: Span) -> dict[str, int | str]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _document(doc: Document) -> dict[str, str | None]:
    return {
        "id": doc.id,
        "language": doc.language,
        "published": doc.published,
        "outlet": doc.outlet,
        "title": doc.title,
        "url": doc.url,
        "text": doc.text,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {**_selected(mention.span), "kind": mention.kind, "by": list(mention.by)}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "country": entity.country,
        "geonames": entity.geonames,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "mentions": [_mention(mention) for mention in entity.mentions],
    }


def _timex(timex: Timex) -> dict[str, Any]:
    return {
        "id": timex.id,
        **_selected(timex.span),
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
        "mod": timex.mod,
        "by": list(timex.by),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "id": quantity.id,
        **_selected(quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": _maybe(quantity.of),
        "approx": quantity.approx,
        "by": list(quantity.by),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "mode": statement.mode,
        "kind": statement.kind,
        "content": [_range(span) for span in statement.content],
        "cue": [_range(span) for span in statement.cue],
        "source": _maybe(statement.source),
        "speaker": statement.speaker,
        "relay": _maybe(statement.relay),
        "addressee": _maybe(statement.addressee),
        "chain": list(statement.chain),
        "parent": statement.parent,
        "negated": statement.negated,
        "certainty": statement.certainty,
        "time": statement.time,
        "by": list(statement.by),
    }


def _role(role: Role) -> dict[str, Any]:
    return {"role": role.role, **_range(role.span), "entity": role.entity}


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        **_selected(event.span),
        "lemma": event.lemma,
        "class": event.cls,
        "polarity": event.polarity,
        "modality": event.modality,
        "certainty": event.certainty,
        "status": event.status,
        "relation": event.relation,
        "time": event.time,
        "place": event.place,
        "roles": [_role(role) for role in event.roles],
        "quantities": list(event.quantities),
        "plover": None if event.plover is None else {"event": event.plover.event, "mode": event.plover.mode},
        "statement": event.statement,
        "by": list(event.by),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    span = problem.span
    return {
        "stage": problem.stage,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "message": problem.message,
    }
