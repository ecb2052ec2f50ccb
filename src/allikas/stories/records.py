"""What is known of a story across its reports: one frozen record a finding.

Everything is tied to the characters that carry it: a ``Telling`` names its document and its range there.
"""

from dataclasses import dataclass
from typing import Literal

ClaimKind = Literal["single", "echo", "agreement"]
Dispute = Literal["figure", "date", "place", "actor", "polarity", "status"]
AgendaStatus = Literal["announced", "confirmed", "moved", "cancelled"]


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the story: ``document`` is its id, ``published`` as precise as it is known (EDTF)."""

    document: str
    outlet: str | None
    published: str | None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's words for something: its clause, the sentence around it, and whose word it is.

    ``voices`` is the chain, outermost first, empty where the outlet itself vouches; ``origin`` is whom all
    tellings of one source share, and ``through`` who passed it on, as far as the text says or shows.
    """

    report: Report
    start: int
    end: int
    text: str
    sentence: str
    voices: tuple[str, ...]
    origin: str
    through: tuple[str, ...] = ()
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source: a person with the body that he speaks for, or an outlet of its own."""

    name: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """Who took it from whom: a voice, an agency or an outlet, and those that have it from there.

    ``why`` says how that is known: the text names the one it has it from, or the wording shows it.
    """

    name: str
    kind: Literal["origin", "agency", "outlet"]
    why: str
    telling: Telling | None = None
    children: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What several tellings say alike. ``why`` says of every telling but the first how it was joined."""

    id: str
    gist: str
    kind: ClaimKind
    origins: tuple[Origin, ...]
    relays: tuple[str, ...]
    outlets: tuple[str, ...]
    tellings: tuple[Telling, ...]
    why: tuple[str, ...]
    tree: tuple[Branch, ...] = ()

    @property
    def first(self) -> Telling:
        """The earliest telling."""
        return self.tellings[0]

    @property
    def latest(self) -> Telling:
        """The latest telling."""
        return self.tellings[-1]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: what it says (a figure, a day, a place...) and where."""

    value: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two tellings that cannot both be right. ``corrected`` where one side took its own word back.

    Contradictions with the same ``dispute`` are about one thing.
    """

    type: Dispute
    one: Side
    other: Side
    dispute: str
    corrected: bool
    why: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What one report announces for a time ahead.

    ``date`` is EDTF; ``first_day`` and ``last_day`` bound it, ``None`` where a side is open. ``event`` is
    shared by the items about one thing; ``supersedes`` is the id of the item whose date no longer holds.
    """

    id: str
    what: str
    date: str
    first_day: str | None
    last_day: str | None
    status: AgendaStatus
    certainty: str
    telling: Telling
    event: str
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that somebody gave for something, and when."""

    day: str | None
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    text: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Something that is said to have happened or to be coming, on the days that it may have been."""

    first_day: str
    last_day: str
    date: str
    what: str
    status: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one thing, and what they make of it together; ``title`` is the earliest report's."""

    id: str
    title: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """A story in a list: how many reports tell it, of how many outlets, and when."""

    id: str
    title: str
    reports: int
    outlets: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports beside each other: what both say, what only one says, and where they contradict."""

    reports: tuple[Report, ...]
    both: tuple[Claim, ...]
    only_one: tuple[Claim, ...]
    only_other: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
