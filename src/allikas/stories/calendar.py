"""An agenda as iCalendar (RFC 5545), for any calendar program.

What is on one day is on that day; of what may be on several the whole range is marked, as tentative; what
has an open side, or more than a quarter to be on, is a task without a date.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from allikas.ledger.days import days_of
from allikas.stories.records import AgendaItem

QUARTER = timedelta(days=92)
FOLD = 75  # octets in a line at most: RFC 5545, section 3.1


def as_icalendar(items: Iterable[AgendaItem]) -> str:
    """Write a calendar; the same agenda gives the same calendar.

    >>> as_icalendar([]).split()[-1]
    'END:VCALENDAR'
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Allikas//Allikas//ET"]
    for item in items:
        lines += _entry(item)
    return "".join(f"{_fold(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _entry(item: AgendaItem) -> Iterator[str]:
    span = _span(item)
    kind = "VTODO" if span is None else "VEVENT"
    yield f"BEGIN:{kind}"
    yield f"UID:{item.id}@allikas"
    published = days_of(item.telling.report.published).first or "19700101"
    yield f"DTSTAMP:{published.replace('-', '')}T000000Z"
    if span is not None:
        yield f"DTSTART;VALUE=DATE:{span[0]:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{span[1] + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"STATUS:{_status(item, span)}"
    yield f"SUMMARY:{_text(item.what)}"
    report = item.telling.report
    who = " > ".join(item.telling.voices) or item.telling.origin
    told = f"{item.telling.sentence}\n{report.outlet or report.document}, {report.published}: {who}"
    told += f"\n{item.status}, {item.date}"
    yield f"DESCRIPTION:{_text(told)}"
    if report.url:
        yield f"URL:{report.url}"
    yield f"END:{kind}"


def _span(item: AgendaItem) -> tuple[date, date] | None:
    if item.first_day is None or item.last_day is None:
        return None
    first, last = date.fromisoformat(item.first_day), date.fromisoformat(item.last_day)
    return (first, last) if last - first < QUARTER and last < date.max else None


def _status(item: AgendaItem, span: tuple[date, date] | None) -> str:
    if item.status == "cancelled":
        return "CANCELLED"
    if span is None:
        return "NEEDS-ACTION"
    return "CONFIRMED" if span[0] == span[1] and item.certainty == "certain" else "TENTATIVE"


def _text(value: str) -> str:
    """Escape a text as RFC 5545, section 3.3.11 asks."""
    for char in "\\;,":
        value = value.replace(char, f"\\{char}")
    return "\\n".join(value.split("\n"))


def _fold(line: str) -> str:
    """Break a line of more than 75 octets, never inside a character."""
    pieces, size = [""], 0
    for char in line:
        width = len(char.encode("utf-8", "surrogatepass"))
        if size + width > FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += width
    return "\r\n".join(pieces)
