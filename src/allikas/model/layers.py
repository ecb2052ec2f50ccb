"""What the stages write: one frozen record a finding.

Field names and meanings are those of the JSON of a reading; ``by`` names the rules that led to the finding,
in the order in which they were applied. Ids are unique within a reading.
"""

from dataclasses import dataclass
from typing import Literal

from allikas.model.span import Span

MentionKind = Literal["name", "nominal", "pronoun"]
EntityType = Literal["PER", "ORG", "GPE", "LOC", "PROD", "EVENT"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mode = Literal["direct", "indirect", "mixed"]
Kind = Literal["say", "think"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Status = Literal[
    "happened", "ongoing", "planned", "possible", "conditional", "demanded",
    "hoped", "denied", "negated", "cancelled", "postponed",
]  # fmt: skip
Relation = Literal["before", "overlap", "after", "unknown"]

By = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text speaks of an entity; ``by`` says what joined it to the others."""

    span: Span
    kind: MentionKind
    by: By = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or thing: one record for all its mentions in the report."""

    id: str
    type: EntityType | None
    name: str
    mentions: tuple[Mention, ...]
    country: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3 ``value`` and ``mod``, EDTF ``edtf``); ``value`` is ``None`` if unknown."""

    id: str
    span: Span
    type: TimexType
    value: str | None
    edtf: str | None = None
    mod: str | None = None
    by: By = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: ``low`` and ``high`` bound it where the text is vague."""

    id: str
    span: Span
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    of: Span | None = None
    approx: str | None = None
    by: By = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """The text saying that somebody said or thinks something.

    ``chain`` holds the ids of the voices' entities, outermost first, the statement's own speaker last;
    ``parent`` is the statement in whose content this one stands.
    """

    id: str
    mode: Mode
    kind: Kind
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    speaker: str | None = None
    relay: Span | None = None
    addressee: Span | None = None
    chain: tuple[str, ...] = ()
    parent: str | None = None
    negated: bool = False
    certainty: Certainty = "certain"
    time: str | None = None
    by: By = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A participant of an event: its part, its words, and its entity where there is one."""

    role: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """PLOVER 2021 event type and mode."""

    event: str
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to happen, and how surely; ``statement`` vouches for it, or ``None``: the outlet."""

    id: str
    span: Span
    lemma: str
    cls: str
    polarity: str = "POS"
    modality: str | None = None
    certainty: Certainty = "certain"
    status: Status = "happened"
    relation: Relation = "unknown"
    time: str | None = None
    place: str | None = None
    roles: tuple[Role, ...] = ()
    quantities: tuple[str, ...] = ()
    plover: Plover | None = None
    statement: str | None = None
    by: By = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the document that could not be read as it should; ``span`` is ``None`` for the whole."""

    stage: str
    message: str
    span: Span | None = None
