"""A reading as TimeML 1.2.1 (http://www.timeml.org): events, times and how they lie to one another.

Events and times stand in the text itself, where they cannot overlap: of two that do, the time stays. What
TimeML does not have (who vouches, how surely) stays with the other exports.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from allikas.model.layers import Event, Timex
from allikas.model.published import parse_published
from allikas.model.reading import Reading


def reading_as_timeml(reading: Reading) -> str:
    """Write a TimeML document; ``t0`` is its date of publication.

    >>> from allikas.model.document import Document
    >>> print(reading_as_timeml(Reading(Document("Sajab.", published="2025-07"))).split("<TEXT>")[1].strip())
    Sajab.</TEXT>
    <BLANKLINE>
    </TimeML>
    """
    shown = list(_shown(reading))
    times = {one.id for one in shown if isinstance(one, Timex)}
    events = [one for one in shown if isinstance(one, Event)]
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n',
        _head(reading),
        f"<TEXT>{''.join(_text(reading.document.text, shown))}</TEXT>\n\n",
        *(f"{line}\n" for line in _instances(events)),
        *(f"{line}\n" for line in _links(events, times)),
        "</TimeML>\n",
    ]
    return "".join(parts)


def _head(reading: Reading) -> str:
    doc = reading.document
    title = f"<TITLE>{_clean(doc.title)}</TITLE>\n" if doc.title else ""
    anchor = {
        "tid": "t0",
        "type": "DATE",
        "value": _published(doc.published),
        "temporalFunction": "false",
        "functionInDocument": "PUBLICATION_TIME",
    }
    return f"<DOCID>{doc.id}</DOCID>\n<DCT>{_element('TIMEX3', anchor, doc.published or '')}</DCT>\n{title}"


def _published(edtf: str | None) -> str:
    """Write the date of publication as TIMEX3 does: what is not known for sure are ``X``.

    >>> _published("2025-07"), _published("[2025-07-04,2025-07-11]"), _published(None)
    ('2025-07', '2025-07', 'XXXX-XX-XX')
    """
    date = parse_published(edtf) if edtf else None
    if date is None or date.year is None:
        return "XXXX-XX-XX"
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts) + (f"T{date.minute}" if date.minute else "")


def _shown(reading: Reading) -> Iterator[Timex | Event]:
    """Yield times and events in the order of the text, none that overlaps a time or an earlier event."""
    taken: list[Timex | Event] = []
    found: list[Timex | Event] = [*reading.times, *reading.events]
    for one in found:
        if one.span.text and not any(one.span.overlaps(other.span) for other in taken):
            taken.append(one)
    yield from sorted(taken, key=lambda one: one.span.start)


def _text(text: str, shown: Iterable[Timex | Event]) -> Iterator[str]:
    at = 0
    for one in shown:
        yield _clean(text[at : one.span.start])
        yield _timex(one) if isinstance(one, Timex) else _event(one)
        at = one.span.end
    yield _clean(text[at:])


def _timex(timex: Timex) -> str:
    known = {
        "tid": timex.id,
        "type": timex.type,
        "value": timex.value or "",
        "mod": timex.mod if timex.mod in MODS else None,
        "temporalFunction": "false",
        "functionInDocument": "NONE",
    }
    return _element("TIMEX3", known, timex.span.text)


def _event(event: Event) -> str:
    cls = event.cls if event.cls in CLASSES else "OCCURRENCE"
    return _element("EVENT", {"eid": event.id, "class": cls, "stem": event.lemma}, event.span.text)


def _instances(events: Iterable[Event]) -> Iterator[str]:
    """Say of each event whether it is negated and under which modal word it stands; its tense is not kept."""
    for event in events:
        yield _element(
            "MAKEINSTANCE",
            {
                "eiid": f"ei-{event.id}",
                "eventID": event.id,
                "tense": TENSES.get(event.relation, "NONE"),
                "aspect": "NONE",
                "pos": "OTHER",
                "polarity": event.polarity,
                "modality": event.modality,
            },
        )


def _links(events: Iterable[Event], times: set[str]) -> Iterator[str]:
    """Say how each event lies to its own time, and to the day of publication."""
    number = 0
    for event in events:
        own = [("IS_INCLUDED", event.time)] if event.time in times else []
        now = [(RELATIONS[event.relation], "t0")] if event.relation in RELATIONS else []
        for relation, time in (*own, *now):
            number += 1
            ends = {"eventInstanceID": f"ei-{event.id}", "relatedToTime": time}
            yield _element("TLINK", {"lid": f"l{number}", "relType": relation, **ends})


def _element(name: str, attributes: Mapping[str, str | None], text: str | None = None) -> str:
    written = {key: UNWRITABLE.sub("\ufffd", value) for key, value in attributes.items() if value is not None}
    known = "".join(f" {key}={quoteattr(value)}" for key, value in written.items())
    return f"<{name}{known}/>" if text is None else f"<{name}{known}>{_clean(text)}</{name}>"


def _clean(text: str) -> str:
    """Escape a text, character by character, so that every offset stays true once it is read."""
    return escape(UNWRITABLE.sub("\ufffd", text)).replace("\r", "&#13;")


UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2
CLASSES = frozenset({"OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"})
MODS = frozenset(
    {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
     "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"}
)  # fmt: skip
RELATIONS = {"before": "BEFORE", "after": "AFTER", "overlap": "INCLUDES"}
TENSES = {"before": "PAST", "after": "FUTURE", "overlap": "PRESENT"}
