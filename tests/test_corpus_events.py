"""The pages of events, certainty and frames, and the example on every row of their tables."""

from pathlib import Path

import pytest

import allikas
import allikas.packs.et
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.frames import NO_EVENT, Frame
from allikas.model.layers import Event
from allikas.packs.et.events import frames
from allikas.packs.et.tables import rows

FOLDER = Path(allikas.packs.et.__path__[0]) / "corpus"
KINDS = {"events": "event", "certainty": "sure", "frames": "plover"}
EXAMPLES = [
    pytest.param(
        example,
        marks=[pytest.mark.xfail(strict=True, reason="does not work yet")] if example.not_yet else [],
        id=f"{page}:{example.line}",
    )
    for page, kind in KINDS.items()
    for example in parse_page((FOLDER / f"{page}.md").read_text("utf-8"), [kind])
]


def value(event: Event, kind: str) -> str | None:
    """Write what a page says of an event."""
    if kind == "event":
        return event.cls
    if kind == "sure":
        return f"{event.status} {event.certainty}"
    if event.plover is None:
        return None
    return " ".join(filter(None, (event.plover.event, event.plover.mode)))


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_page_is_read_as_it_says(example: Example) -> None:
    [kind] = example.kinds
    events = allikas.read(example.text, published=example.option("published")).events
    values = ((event.span, value(event, kind)) for event in events)
    found = [Found(span.start, span.end, kind, said) for span, said in values if said is not None]
    assert failures(example, found) == ()


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: f"{frame.event}: {frame.example}")
def test_every_frame_codes_its_own_example(frame: Frame) -> None:
    coded = [event.plover for event in allikas.read(frame.example).events if event.plover is not None]
    if frame.event == NO_EVENT:
        assert coded == []
    else:
        assert (frame.event, frame.mode) in [(plover.event, plover.mode) for plover in coded]


NAMES = [
    *((row[0], row[1], row[4]) for row in rows("predicates.tsv")),
    *((row[0].removeprefix("="), row[1], row[3]) for row in rows("event_nouns.tsv")),
]


@pytest.mark.parametrize(("lemma", "cls", "example"), NAMES, ids=lambda cell: str(cell)[:20])
def test_every_word_names_an_event_in_its_own_example(lemma: str, cls: str, example: str) -> None:
    named = [event.cls for event in allikas.read(example).events if lemma in event.lemma]
    assert (named == []) if cls == "-" else (cls in named)


@pytest.mark.parametrize("row", list(rows("event_signs.tsv")), ids=lambda row: str(row[0]))
def test_every_sign_takes_part_in_its_own_example(row: list[str]) -> None:
    assert any(row[0] in event.by for event in allikas.read(row[2]).events)
