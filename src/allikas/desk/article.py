"""What an article's page shows: the text by its voices, and beside it what is known of each statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from allikas.desk.marked import Paragraph, figure_mark, find_paragraphs, time_mark
from allikas.desk.reasons import Reasons, find_reasons
from allikas.desk.spoken import Speaker, find_speakers
from allikas.desk.wording import Words
from allikas.export.voiced import UNKNOWN, Numbered, number_statements, own_share
from allikas.model.layers import Entity, Event, Quantity, Timex
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.syntax.trees import turn


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice in a chain: its name as it is shown, its look, and its entity's id where it has one."""

    name: str
    look: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Valued:
    """Words of the text and what they come to."""

    id: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside a statement."""

    one: Numbered
    chain: tuple[Voice, ...]
    said: str
    uncertain: bool
    parent: int | None
    cue: str
    source: str | None
    relay: str | None
    addressee: str | None
    time: Valued | None
    figures: tuple[Valued, ...]
    events: tuple[Event, ...]
    reasons: Reasons

    @property
    def number(self) -> int:
        """The statement's number on the page."""
        return self.one.number


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its page shows it."""

    reading: Reading
    paragraphs: tuple[Paragraph, ...]
    notes: dict[int, Note]
    speakers: tuple[Speaker, ...]
    looks: dict[str, int]
    own: int
    times: tuple[Valued, ...]
    figures: tuple[Valued, ...]
    people: tuple[Entity, ...]


def make_article(reading: Reading, words: Words) -> Article:
    """Lay a reading out for its page.

    >>> from allikas.desk.wording import words
    >>> from allikas.model.document import Document
    >>> make_article(Reading(Document("Sajab.")), words("et")).own
    100
    """
    text, numbered = reading.document.text, number_statements(reading)
    speakers = find_speakers(text, numbered)
    looks = {one.name: one.look for one in speakers}
    figures = tuple(Valued(one.id, _line(one.span), say_quantity(one, words)) for one in reading.quantities)
    times = tuple(Valued(one.id, _line(one.span), say_time(one, words)) for one in reading.times)
    marks = [figure_mark(one, known.value) for one, known in zip(reading.quantities, figures, strict=True)]
    marks += [time_mark(one, known.value) for one, known in zip(reading.times, times, strict=True)]
    return Article(
        reading,
        find_paragraphs(text, numbered, marks),
        _notes(reading, numbered, looks, words),
        speakers,
        looks,
        round(100 * own_share(text, numbered)),
        times,
        figures,
        tuple(sorted(reading.entities, key=lambda one: -len(one.mentions))),
    )


def _notes(
    reading: Reading, numbered: Sequence[Numbered], looks: dict[str, int], words: Words
) -> dict[int, Note]:
    trees = turn(reading.words)
    numbers = {one.statement.id: one.number for one in numbered}
    times = {one.id: one for one in reading.times}
    found = {}
    for one in numbered:
        stmt = one.statement
        when = times.get(stmt.time or "")
        found[one.number] = Note(
            one,
            _chain(one, looks, words),
            _parts(stmt.content),
            stmt.certainty != "certain" or stmt.negated,
            numbers.get(stmt.parent or ""),
            _parts(stmt.cue),
            _line(stmt.source) if stmt.source else None,
            _line(stmt.relay) if stmt.relay else None,
            _line(stmt.addressee) if stmt.addressee else None,
            Valued(when.id, _line(when.span), say_time(when, words)) if when else None,
            tuple(_figures(stmt.content, reading.quantities, words)),
            tuple(event for event in reading.events if event.statement == stmt.id),
            find_reasons(stmt, reading, trees, words),
        )
    return found


def _chain(one: Numbered, looks: dict[str, int], words: Words) -> tuple[Voice, ...]:
    entities = one.statement.chain if len(one.statement.chain) == len(one.voices) else ()
    ids = (*entities, *(None for _ in one.voices))
    return tuple(
        Voice(words("article.unknown") if name == UNKNOWN else name, looks[name], id_)
        for name, id_ in zip(one.voices, ids, strict=False)
    )


def _figures(content: Sequence[Span], quantities: Sequence[Quantity], words: Words) -> list[Valued]:
    return [
        Valued(one.id, _line(one.span), say_quantity(one, words))
        for one in quantities
        if any(part.overlaps(one.span) for part in content)
    ]


def _line(span: Span) -> str:
    return " ".join(span.text.split())


def _parts(spans: Sequence[Span]) -> str:
    return " … ".join(map(_line, spans))


def say_time(timex: Timex, words: Words) -> str:
    """Say when it is, as precisely as the text allows."""
    return words.date(timex.edtf) or timex.value or "?"


def say_quantity(quantity: Quantity, words: Words) -> str:
    """Say how many, how surely, of what unit.

    >>> from allikas.desk.wording import words
    >>> few = Quantity("q1", Span(0, 4, "mitu"), 10000.0, unit="EUR", approx="more_than")
    >>> say_quantity(few, words("en")).replace("\u202f", " ")
    'more than 10 000 EUR'
    """
    hedge = words.of("approx", quantity.approx) if quantity.approx else ""
    unit = "" if quantity.unit in {None, "1"} else str(quantity.unit).strip("{}")
    return " ".join(filter(None, (hedge, _amount(quantity, words), unit)))


def _amount(quantity: Quantity, words: Words) -> str:
    if quantity.value is not None:
        return str(words.number(quantity.value))
    low, high = ("" if end is None else str(words.number(end)) for end in (quantity.low, quantity.high))
    return f"{low}–{high}" if low or high else "?"
