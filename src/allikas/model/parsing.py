"""JSON back to the reading that it came from: the other direction of ``Reading.as_dict``."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any

from allikas.model.document import Document
from allikas.model.layers import Entity, Event, Mention, Plover, Problem, Quantity, Role, Statement, Timex
from allikas.model.reading import FORMAT, Reading
from allikas.model.span import Span
from allikas.model.tree import Parse
from allikas.model.word import Sentence

Json = dict[str, Any]
NO_PARSE = Parse(())


class FormatError(ValueError):
    """The JSON is no reading of this format."""


def parse_reading(known: Json, parse: Parse = NO_PARSE) -> Reading:
    """Make a reading of what ``as_dict()`` gave, with the grammar beneath it where that was kept.

    Raises ``FormatError`` if it is no reading of this format.

    >>> reading = Reading(Document("Tere."))
    >>> parse_reading(reading.as_dict()) == reading
    True
    """
    if known.get("format") != FORMAT:
        raise FormatError(f"is no {FORMAT}; it says {known.get('format')!r}")
    try:
        return _Parsing(_document(known["document"]), parse).reading(known)
    except (KeyError, TypeError) as error:
        raise FormatError(f"is no {FORMAT}: {type(error).__name__} {error}") from error


def _document(known: Json) -> Document:
    return Document(**{name: value for name, value in known.items() if name != "id"})


class _Parsing:
    """Makes records over the text of one document."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self._document = document
        self._parse = parse
        self._starts = [word.span.start for word in parse.words]

    def reading(self, known: Json) -> Reading:
        """Put the layers together."""
        return Reading(
            self._document,
            sentences=_each(self._sentence, known["sentences"]),
            words=self._parse.words,
            entities=_each(self._entity, known["entities"]),
            times=_each(self._timex, known["times"]),
            quantities=_each(self._quantity, known["quantities"]),
            statements=_each(self._statement, known["statements"]),
            events=_each(self._event, known["events"]),
            problems=_each(self._problem, known["problems"]),
            names=self._parse.names,
            arguments=self._parse.arguments,
        )

    def _span(self, known: Json) -> Span:
        return self._document.span(known["start"], known["end"])

    def _maybe(self, known: Json | None) -> Span | None:
        return None if known is None or known["start"] is None else self._span(known)

    def _sentence(self, known: Json) -> Sentence:
        first, last = (bisect_left(self._starts, known[end]) for end in ("start", "end"))
        return Sentence(self._span(known), first, last)

    def _entity(self, known: Json) -> Entity:
        mentions = tuple(Mention(self._span(one), one["kind"], _by(one)) for one in known["mentions"])
        return Entity(**{**known, "mentions": mentions})

    def _timex(self, known: Json) -> Timex:
        return Timex(**self._found(known))

    def _quantity(self, known: Json) -> Quantity:
        return Quantity(**{**self._found(known), "of": self._maybe(known["of"])})

    def _statement(self, known: Json) -> Statement:
        several = {name: _each(self._span, known[name]) for name in ("content", "cue")}
        single = {name: self._maybe(known[name]) for name in ("source", "relay", "addressee")}
        return Statement(**{**known, **several, **single, "chain": tuple(known["chain"]), "by": _by(known)})

    def _event(self, known: Json) -> Event:
        found = self._found(known)
        roles = tuple(Role(one["role"], self._span(one), one["entity"]) for one in known["roles"])
        plover = Plover(**known["plover"]) if known["plover"] else None
        counted = tuple(known["quantities"])
        found["cls"] = found.pop("class")
        return Event(**{**found, "roles": roles, "quantities": counted, "plover": plover})

    def _problem(self, known: Json) -> Problem:
        return Problem(known["stage"], known["message"], self._maybe(known))

    def _found(self, known: Json) -> Json:
        """Select the text that a finding has as its own."""
        rest = {name: value for name, value in known.items() if name not in {"start", "end", "text"}}
        return {**rest, "span": self._span(known), "by": _by(known)}


def _each(make: Callable[[Json], Any], known: Iterable[Json]) -> tuple[Any, ...]:
    return tuple(make(one) for one in known)


def _by(known: Json) -> tuple[str, ...]:
    return tuple(known["by"])
