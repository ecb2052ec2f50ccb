"""Rows back to the reading that they came from, exactly. ``rows.py`` is the way in."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from allikas.ledger.words import unpack_parse
from allikas.model.document import Document
from allikas.model.layers import (
    By,
    Entity,
    Event,
    Mention,
    Plover,
    Problem,
    Quantity,
    Role,
    Statement,
    Timex,
)
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Sentence

Found = tuple[Any, ...]
Record = TypeVar("Record")
Parts = dict[Any, list[Found]]


def restore_reading(connection: sqlite3.Connection, doc: int) -> Reading:
    """Return the reading of document number *doc*, equal to the one that was added."""
    document, words = _document(connection, doc)
    return Restorer(connection, doc, document).reading(words)


def _document(connection: sqlite3.Connection, doc: int) -> tuple[Document, bytes]:
    row = connection.execute(
        "SELECT text, language, published, outlet, title, url, words FROM documents"
        " JOIN texts USING (doc) JOIN readings USING (doc) WHERE doc = ?",
        (doc,),
    ).fetchone()
    return Document(*row[:-1]), row[-1]


class Restorer:
    """Reads one document's rows, table by table."""

    def __init__(self, connection: sqlite3.Connection, doc: int, document: Document) -> None:
        self._connection = connection
        self._doc = doc
        self._document = document

    def reading(self, words: bytes) -> Reading:
        """Put the layers together."""
        parse = unpack_parse(words, self._document.text)
        return Reading(
            self._document,
            sentences=self._records("sentences", self._sentence),
            words=parse.words,
            names=parse.names,
            arguments=parse.arguments,
            entities=self._entities(),
            times=self._records("times", self._timex),
            quantities=self._records("quantities", self._quantity),
            statements=self._statements(),
            events=self._events(),
            problems=self._records("problems", self._problem),
        )

    def _rows(self, table: str, order: str = "n") -> list[Found]:
        command = f"SELECT * FROM {table} WHERE doc = ? ORDER BY {order}"  # noqa: S608 - names are our own
        return [row[1:] for row in self._connection.execute(command, (self._doc,))]

    def _records(self, table: str, make: Callable[[Found], Record]) -> tuple[Record, ...]:
        return tuple(make(row) for row in self._rows(table))

    def _parts(self, table: str, key: Callable[[Found], object]) -> Parts:
        """Gather the rows of a table by what they are parts of."""
        gathered: Parts = {}
        for row in self._rows(table):
            gathered.setdefault(key(row), []).append(row)
        return gathered

    def _span(self, start: int, stop: int) -> Span:
        return self._document.span(start, stop)

    def _maybe(self, start: int | None, stop: int | None) -> Span | None:
        return None if start is None or stop is None else self._span(start, stop)

    def _sentence(self, row: Found) -> Sentence:
        _, start, stop, first, last = row
        return Sentence(self._span(start, stop), first, last)

    def _entities(self) -> tuple[Entity, ...]:
        mentions = self._parts("mentions", _first)
        return tuple(self._entity(row, mentions.get(row[0], [])) for row in self._rows("entities"))

    def _entity(self, row: Found, mentions: Iterable[Found]) -> Entity:
        id_, _, type_, name, country, geonames, latitude, longitude, _ = row
        found = tuple(
            Mention(self._span(start, stop), kind, _by(rules)) for _, _, start, stop, kind, rules in mentions
        )
        return Entity(id_, type_, name, found, country, geonames, latitude, longitude)

    def _timex(self, row: Found) -> Timex:
        id_, _, start, stop, type_, value, edtf, mod, rules, *_ = row
        return Timex(id_, self._span(start, stop), type_, value, edtf, mod, _by(rules))

    def _quantity(self, row: Found) -> Quantity:
        id_, _, start, stop, value, low, high, unit, of_start, of_stop, approx, rules = row
        of = self._maybe(of_start, of_stop)
        return Quantity(id_, self._span(start, stop), value, low, high, unit, of, approx, _by(rules))

    def _statements(self) -> tuple[Statement, ...]:
        spans = self._parts("spans", lambda row: row[:2])
        voices = self._parts("voices", _first)
        return tuple(self._statement(row, spans, voices) for row in self._rows("statements"))

    def _statement(self, row: Found, spans: Parts, voices: Parts) -> Statement:
        id_, _, mode, kind, *ends, parent, negated, certainty, time, rules = row
        source_start, source_stop, speaker, *others = ends
        return Statement(
            id=id_,
            mode=mode,
            kind=kind,
            content=self._spans(spans.get((id_, "content"), [])),
            cue=self._spans(spans.get((id_, "cue"), [])),
            source=self._maybe(source_start, source_stop),
            speaker=speaker,
            relay=self._maybe(*others[:2]),
            addressee=self._maybe(*others[2:]),
            chain=tuple(voice[2] for voice in voices.get(id_, [])),
            parent=parent,
            negated=bool(negated),
            certainty=certainty,
            time=time,
            by=_by(rules),
        )

    def _spans(self, rows: Iterable[Found]) -> tuple[Span, ...]:
        return tuple(self._span(*row[-2:]) for row in rows)

    def _events(self) -> tuple[Event, ...]:
        roles = self._parts("roles", _first)
        quantities = self._parts("event_quantities", _first)
        return tuple(self._event(row, roles, quantities) for row in self._rows("events"))

    def _event(self, row: Found, roles: Parts, quantities: Parts) -> Event:
        id_, _, start, stop, lemma, cls, polarity, modality, certainty, status, relation, *rest = row
        time, place, plover, mode, statement, rules, *_ = rest
        return Event(
            id_,
            self._span(start, stop),
            lemma,
            cls,
            polarity=polarity,
            modality=modality,
            certainty=certainty,
            status=status,
            relation=relation,
            time=time,
            place=place,
            roles=tuple(self._role(role) for role in roles.get(id_, [])),
            quantities=tuple(row[2] for row in quantities.get(id_, [])),
            plover=None if plover is None else Plover(plover, mode),
            statement=statement,
            by=_by(rules),
        )

    def _role(self, row: Found) -> Role:
        _, _, role, start, stop, entity, *_ = row
        return Role(role, self._span(start, stop), entity)

    def _problem(self, row: Found) -> Problem:
        _, stage, message, start, stop = row
        return Problem(stage, message, self._maybe(start, stop))


def _first(row: Found) -> object:
    return row[0]


def _by(rules: str) -> By:
    return tuple(json.loads(rules))
