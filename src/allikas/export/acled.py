"""Events as a table with the columns of ACLED (https://acleddata.com, codebook of 2023), for its tools.

What ACLED codes are acts of violence, protests and strategic developments that have happened. Events with
another PLOVER code, or of which the report does not say that they have happened, are left out. ACLED's
researchers judge kinds of actors; these columns stay empty. ``fatalities`` is the least number of dead that
the sentence of an event gives, as ACLED wants it; its bounds stand among the ``tags``.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from allikas.export.names import Named
from allikas.export.plover import ACTORS, RECIPIENTS
from allikas.lang.pack import load
from allikas.ledger.days import days_of
from allikas.model.layers import Event, Quantity
from allikas.model.reading import Reading


def readings_as_acled(readings: Iterable[Reading], *, heading: bool = True) -> str:
    r"""Write the table, headings first if they are wanted.

    >>> readings_as_acled([]).partition(",")[0]
    'event_id_cnty'
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    if heading:
        writer.writeheader()
    for reading in readings:
        writer.writerows(acled_rows(reading))
    return SURROGATES.sub("\ufffd", stream.getvalue())


def acled_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield a row for each event of the reading that ACLED would code."""
    it = Named(reading)
    for event in reading.events:
        kind = KINDS.get(event.plover.event) if event.plover else None
        if kind and event.status in HAPPENED and event.polarity == "POS":
            yield {
                **dict(zip(KIND, kind, strict=True)),
                **_when(event, it),
                **_who(event, it),
                **_where(event, it),
                **_dead(event, it),
            }


def _when(event: Event, it: Named) -> dict[str, Any]:
    """Date an event by the first day that it may be on: 1 is that day, 2 a week, 3 about a month."""
    edtf = it.edtf(event.time)
    days = days_of(edtf)
    if days.first is None or days.last is None:
        return {}
    return {
        "event_date": days.first,
        "year": days.first[:4],
        "time_precision": _precision(days.first, days.last),
    }


def _precision(first: str, last: str) -> int:
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return 1 if not days else 2 if days <= WEEK else 3


def _who(event: Event, it: Named) -> dict[str, Any]:
    doc = it.reading.document
    actors, others = it.players(event, *sorted(ACTORS)), it.players(event, *sorted(RECIPIENTS))
    voices = " > ".join(it.chain(event.statement))
    sentence = next(
        (s.span.text for s in it.reading.sentences if s.span.overlaps(event.span)), event.span.text
    )
    return {
        "event_id_cnty": f"{doc.id}-{event.id}",
        "actor1": actors[0] if actors else "",
        "assoc_actor_1": "; ".join(actors[1:]),
        "actor2": others[0] if others else "",
        "assoc_actor_2": "; ".join(others[1:]),
        "source": "; ".join(filter(None, (doc.outlet, voices))),
        "notes": " ".join(sentence.split()),
        "timestamp": "",
        "tags": _tags(event),
    }


def _where(event: Event, it: Named) -> dict[str, Any]:
    place = it.entities.get(event.place or "")
    if place is None:
        return {}
    exact = place.latitude is not None
    return {
        "country": place.country or "",
        "location": place.name,
        "latitude": place.latitude if exact else "",
        "longitude": place.longitude if exact else "",
        "geo_precision": 1 if exact else 3 if place.country else "",  # 1 that place, 3 only its country
    }


def _dead(event: Event, it: Named) -> dict[str, Any]:
    """Say how many are said to be dead in the sentence of an event: at least, and within which bounds."""
    counted = next(_deaths(event, it), None)
    if counted is None:
        return {}
    low = counted.value if counted.low is None and counted.approx != "at_most" else counted.low
    high = counted.value if counted.high is None and counted.approx is None else counted.high
    bounds = f"fatalities_low={_count(low)}; fatalities_high={_count(high)}"
    return {"fatalities": _count(low), "tags": f"{_tags(event)}; {bounds}"}


def _deaths(event: Event, it: Named) -> Iterator[Quantity]:
    """Yield the quantities of people bound to the deaths in the sentence of an event."""
    killing = load(it.reading.document.language).events.killing
    sentence = next((one.span for one in it.reading.sentences if one.span.overlaps(event.span)), event.span)
    for other in it.reading.events:
        if other.lemma in killing and other.polarity == "POS" and other.span.overlaps(sentence):
            found = (it.quantities[one] for one in other.quantities if one in it.quantities)
            yield from (one for one in found if one.unit is None and one.of is not None)


def _count(number: float | None) -> str:
    return "" if number is None else f"{number:.0f}"


def _tags(event: Event) -> str:
    return f"certainty={event.certainty}; status={event.status}"


SURROGATES = re.compile("[\ud800-\udfff]")
HAPPENED = frozenset({"happened", "ongoing"})
WEEK = 7
KIND = ("disorder_type", "event_type", "sub_event_type")
KINDS = {  # PLOVER's type: ACLED's, as far as one decides the other; the finest kind only where it is one
    "PROTEST": ("Demonstrations", "Protests", ""),
    "ASSAULT": ("Political violence", "", ""),
    "AGREE": ("Strategic developments", "Strategic developments", "Agreement"),
    "COERCE": ("Strategic developments", "Strategic developments", "Other"),
    "MOBILIZE": ("Strategic developments", "Strategic developments", "Other"),
    "RETREAT": ("Strategic developments", "Strategic developments", "Other"),
}
COLUMNS = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip
