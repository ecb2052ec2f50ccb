"""Announced events as iCalendar (RFC 5545), for any calendar program.

An event of one day is on that day. Of one whose day is not known the whole time that it may be on is marked,
as tentative; one that has no date at all, or none within a quarter, is a task without a date.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from allikas.export.names import Named
from allikas.ledger.days import days_of
from allikas.model.layers import Event
from allikas.model.published import parse_published
from allikas.model.reading import Reading


def readings_as_icalendar(readings: Iterable[Reading]) -> str:
    """Write a calendar of what the readings announce.

    The time of each entry's making is the report's publication: the same readings give the same calendar.

    >>> readings_as_icalendar([]).split()[-1]
    'END:VCALENDAR'
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Allikas//Allikas//ET"]
    for reading in readings:
        for event in reading.events:
            if _is_announced(event):
                lines += _entry(event, Named(reading))
    return "".join(f"{fold(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _is_announced(event: Event) -> bool:
    """Tell what is ahead, also when it is called off, from what is wished, denied or past."""
    moved = event.status in {"cancelled", "postponed"} and event.relation != "before"
    return moved or (event.status == "planned" and event.relation in {"after", "unknown", "overlap"})


def _entry(event: Event, it: Named) -> Iterator[str]:
    span = _span(it.edtf(event.time))
    kind = "VTODO" if span is None else "VEVENT"
    yield f"BEGIN:{kind}"
    yield f"UID:{it.reading.document.id}-{event.id}@allikas"
    yield f"DTSTAMP:{_stamp(it.reading.document.published)}"
    if span is not None:
        yield f"DTSTART;VALUE=DATE:{span[0]:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{span[1] + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    if status := _status(event, span):
        yield f"STATUS:{status}"
    yield from _told(event, it)
    yield f"END:{kind}"


def _span(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and the last day that an event may be on, within a quarter."""
    days = days_of(edtf)
    if days.first is None or days.last is None:
        return None
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    return (first, last) if first <= last < min(first, LATEST) + QUARTER else None


def _status(event: Event, span: tuple[date, date] | None) -> str | None:
    if event.status == "cancelled":
        return "CANCELLED"
    if span is None:
        return "NEEDS-ACTION"
    sure = span[0] == span[1] and event.certainty == "certain" and event.status == "planned"
    return "CONFIRMED" if sure else "TENTATIVE"


def _told(event: Event, it: Named) -> Iterator[str]:
    doc = it.reading.document
    sentence = next(
        (s.span.text for s in it.reading.sentences if s.span.overlaps(event.span)), event.span.text
    )
    players = ", ".join(it.player(role) for role in event.roles if role.role in PLAYERS)
    yield f"SUMMARY:{text(f'{players}: {event.lemma}' if players else event.lemma)}"
    said = [f"{event.status}, {event.certainty}", it.edtf(event.time), " > ".join(it.chain(event.statement))]
    yield f"DESCRIPTION:{text(chr(10).join([sentence, *filter(None, said), doc.outlet or '']).strip())}"
    place = it.entities.get(event.place or "")
    if place:
        yield f"LOCATION:{text(place.name)}"
    if place and place.latitude is not None and place.longitude is not None:
        yield f"GEO:{place.latitude:.6f};{place.longitude:.6f}"
    if doc.url and ADDRESS.fullmatch(doc.url):
        yield f"URL:{doc.url}"


def _stamp(published: str | None) -> str:
    """Write the moment of publication, its beginning where no more is known; 1970 where nothing is."""
    day = days_of(published).first or "1970-01-01"
    known = parse_published(published) if published else None
    clock = known.minute if known and known.minute else "00:00"
    return f"{day}T{clock}:00Z".replace("-", "").replace(":", "")


def text(value: str) -> str:
    r"""Escape a text as RFC 5545, section 3.3.11 wants.

    >>> text("Sadam; kai, 7\nx")
    'Sadam\\; kai\\, 7\\nx'
    """
    plain = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return CONTROLS.sub("\ufffd", re.sub(r"\r\n?|\n", r"\\n", plain))


def fold(line: str) -> str:
    r"""Break a line after 75 bytes at most, never inside a character.

    >>> len(fold("x" * 80).split("\r\n ")[0])
    75
    """
    parts, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > WIDEST:
            parts.append("")
            size = 1  # the space that goes on with the line
        parts[-1] += char
        size += width
    return "\r\n ".join(parts)


WIDEST = 75  # bytes; RFC 5545, section 3.1
QUARTER = timedelta(days=92)
LATEST = date(9999, 1, 1)
PLAYERS = frozenset({"agent", "patient", "participant"})
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
ADDRESS = re.compile(r"https?://[!-~]+")
