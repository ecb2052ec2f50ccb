"""A reading as labelled spans: what annotation tools have in common."""

from collections.abc import Iterator
from dataclasses import dataclass

from allikas.model.reading import Reading
from allikas.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One labelled thing: its id, the parts of the text that it stands in, and what is known of it."""

    id: str
    label: str
    spans: tuple[Span, ...]
    traits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that leads from one mark to another."""

    label: str
    start: str
    end: str


LABELS = (
    *("PER", "ORG", "GPE", "LOC", "PROD", "EVENT", "Entity", "DATE", "TIME", "DURATION", "SET"),
    *("Quantity", "Content", "Cue", "Source", "Relay", "Addressee", "Event", "Participant"),
)
ROLES = (
    *("agent", "patient", "recipient", "companion", "participant", "instrument", "topic"),
    *("place", "origin", "destination", "time", "role"),
)
LINKS = ("Cue", "Source", "Relay", "Addressee", "Inside", "When", "Where", "VouchedBy", "Counts", *ROLES)


def find_marks(reading: Reading) -> Iterator[Mark]:
    """Yield every span of every layer but the sentences, in the order of the layers."""
    for entity in reading.entities:
        for number, mention in enumerate(entity.mentions, start=1):
            traits = (("name", entity.name), ("kind", mention.kind))
            yield Mark(f"{entity.id}.{number}", entity.type or "Entity", (mention.span,), traits)
    for timex in reading.times:
        known = (("edtf", timex.edtf), ("value", timex.value))
        yield Mark(timex.id, timex.type, (timex.span,), tuple((key, value) for key, value in known if value))
    for quantity in reading.quantities:
        value = (("value", f"{quantity.value:g}"),) if quantity.value is not None else ()
        yield Mark(quantity.id, "Quantity", (quantity.span,), value)
    yield from _statements(reading)
    yield from _events(reading)


def _statements(reading: Reading) -> Iterator[Mark]:
    for one in reading.statements:
        traits = (("mode", one.mode), ("kind", one.kind), ("certainty", one.certainty))
        negated = (("negated", "true"),) if one.negated else ()
        if one.content:
            yield Mark(one.id, "Content", one.content, (*traits, *negated))
        if one.cue:
            yield Mark(f"{one.id}.cue", "Cue", one.cue)
        for label, span in (("Source", one.source), ("Relay", one.relay), ("Addressee", one.addressee)):
            if span is not None:
                yield Mark(f"{one.id}.{label.lower()}", label, (span,))


def _events(reading: Reading) -> Iterator[Mark]:
    for event in reading.events:
        plover = (("plover", event.plover.event),) if event.plover else ()
        traits = (("status", event.status), ("polarity", event.polarity), ("certainty", event.certainty))
        yield Mark(event.id, "Event", (event.span,), (*traits, *plover))
        for number, role in enumerate(event.roles, start=1):
            yield Mark(f"{event.id}.{number}", "Participant", (role.span,))


def find_links(reading: Reading) -> Iterator[Link]:
    """Yield the relations between marks; ends that are no marks have none."""
    marks = {mark.id for mark in find_marks(reading)}
    yield from (link for link in _links(reading) if link.start in marks and link.end in marks)


def _links(reading: Reading) -> Iterator[Link]:
    for one in reading.statements:
        for label in ("cue", "source", "relay", "addressee"):
            yield Link(label.capitalize(), one.id, f"{one.id}.{label}")
        yield Link("Inside", one.id, one.parent or "")
        yield Link("When", one.id, one.time or "")
    for event in reading.events:
        yield Link("When", event.id, event.time or "")
        yield Link("Where", event.id, f"{event.place}.1")
        yield Link("VouchedBy", event.id, event.statement or "")
        yield from (Link("Counts", event.id, quantity) for quantity in event.quantities)
        for number, role in enumerate(event.roles, start=1):
            yield Link(role.role if role.role in ROLES else "role", event.id, f"{event.id}.{number}")
