"""Events as JSON Lines in the vocabulary of PLOVER (https://github.com/openeventdata/PLOVER).

PLOVER fixes what an event is called; the names of the fields are those of the POLECAT data, in small letters,
and behind them what PLOVER has no field for: the status, and whose word it is.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from allikas.export.names import Named
from allikas.ledger.days import days_of
from allikas.model.layers import Entity, Event
from allikas.model.reading import Reading


def readings_as_plover(readings: Iterable[Reading]) -> str:
    """Write the coded events of readings, one object a line.

    >>> readings_as_plover([])
    ''
    """
    records = (record for reading in readings for record in plover_records(reading))
    return SURROGATES.sub("\ufffd", "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records))


def plover_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield a record for each event that has a PLOVER code."""
    it = Named(reading)
    for event in reading.events:
        if event.plover is not None:
            yield {**_what(event, it), **_who(event, it), **_where(event, it), **_whence(event, it)}


def _what(event: Event, it: Named) -> dict[str, Any]:
    edtf = it.edtf(event.time)
    days = days_of(edtf)
    exact = days.first if days.first == days.last else None
    code = event.plover
    return {
        "event_id": f"{it.reading.document.id}-{event.id}",
        "event_date": exact,
        "event_date_edtf": edtf,
        "event_type": code.event if code else None,
        "event_mode": code.mode if code else None,
        "quad_code": QUADS.get(code.event) if code else None,
        "status": event.status,
        "certainty": event.certainty,
    }


def _who(event: Event, it: Named) -> dict[str, Any]:
    return {"actor": _players(event, it, ACTORS), "recipient": _players(event, it, RECIPIENTS)}


def _players(event: Event, it: Named, roles: frozenset[str]) -> list[dict[str, Any]]:
    players = []
    for role in event.roles:
        if role.role in roles:
            entity = it.entities.get(role.entity or "")
            players.append({"name": it.player(role), "text": role.span.text, **_known(entity)})
    return players


def _known(entity: Entity | None) -> dict[str, Any]:
    return {"type": entity.type if entity else None, "country": entity.country if entity else None}


def _where(event: Event, it: Named) -> dict[str, Any]:
    place = it.entities.get(event.place or "")
    names = ("country", "geonames", "latitude", "longitude")
    return {
        "placename": place.name if place else None,
        **{name: getattr(place, name, None) for name in names},
    }


def _whence(event: Event, it: Named) -> dict[str, Any]:
    doc = it.reading.document
    return {
        "source": doc.outlet,
        "publication_date": doc.published,
        "headline": doc.title,
        "url": doc.url,
        "language": doc.language,
        "event_text": event.span.text,
        "start": event.span.start,
        "end": event.span.end,
        "voices": list(it.chain(event.statement)),
    }


SURROGATES = re.compile("[\ud800-\udfff]")
ACTORS = frozenset({"agent", "participant", "companion"})
RECIPIENTS = frozenset({"patient", "recipient"})
QUADS = {  # PLOVER 2021: verbal and material, cooperation and conflict
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "V-Coop"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "M-Coop"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "V-Conf"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "M-Conf"),
}
