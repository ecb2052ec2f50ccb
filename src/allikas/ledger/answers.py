"""What the ledger answers: frozen records, and pages of them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Record = TypeVar("Record")

COUNTED = 10_000  # rows counted at most: a guess at where "more than" says as much as the number


@dataclass(frozen=True, slots=True)
class Page(Generic[Record]):
    """Some of the rows that answer a question, newest first.

    ``total`` is how many there are in all, or ``COUNTED`` where there are at least as many; ``after`` is what
    to ask the next page with, ``None`` on the last.
    """

    rows: tuple[Record, ...]
    total: int
    after: str | None = None

    @property
    def is_counted(self) -> bool:
        """Tell whether ``total`` is exact."""
        return self.total < COUNTED


@dataclass(frozen=True, slots=True)
class Source:
    """The document that something stands in."""

    document: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: ``speaker`` said it, ``through`` those who passed it on, outermost first."""

    id: str
    source: Source
    speaker: str | None
    through: str | None
    content: str
    cue: str | None
    called: str | None
    addressee: str | None
    mode: str
    kind: str
    certainty: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence, or the headline of a document, that was searched for.

    ``chain`` is whose word it is, outermost voice first, ``None`` for the outlet's own; ``marks`` are the
    half-open ranges in ``text`` of the words that were found. A headline is no part of the document's text:
    its ``start`` and ``stop`` are ``None``.
    """

    source: Source
    start: int | None
    stop: int | None
    text: str
    statement: str | None
    chain: str | None
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as it is reported, and on whose word: ``None`` is the outlet's own."""

    id: str
    source: Source
    text: str
    lemma: str
    cls: str
    status: str
    certainty: str
    relation: str
    time: str | None
    place: str | None
    plover: str | None
    roles: str | None
    statement: str | None
    chain: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """A role that somebody has or had, by the user's authority file; days as far as they are given there."""

    title: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body or place across documents; ``names`` are those under which it was met."""

    id: str
    name: str
    type: str | None
    country: str | None
    names: tuple[str, ...] = ()
    documents: int = 0
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read as it should: in a document, or a whole file that failed."""

    origin: str
    stage: str
    message: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """How many documents a version of the program, with a version of its model, has read."""

    program: str
    model: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class Status:
    """What is in a ledger."""

    path: str
    bytes: int
    documents: int
    superseded: int
    retired: int
    statements: int
    events: int
    actors: int
    outlets: int
    problems: int
    failures: int
    first_day: str | None
    last_day: str | None
    versions: tuple[Versions, ...]
