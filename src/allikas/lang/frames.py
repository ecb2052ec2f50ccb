"""Event frames: what makes a word an event of an ontology, in rows that can be read and extended."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from allikas.model.errors import AllikasError

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER 2021: https://github.com/openeventdata/PLOVER."""

NO_EVENT = "-"
"""In place of a type: the words are no event, whatever a shorter trigger says."""

COLUMNS = ("event", "mode", "trigger", "conditions", "actor", "recipient", "example")
KINDS = frozenset({"PER", "ORG", "GPE", "LOC", "PROD", "EVENT", "who"})
ROLES = frozenset({
    "agent", "patient", "recipient", "companion", "origin", "destination", "place", "time", "instrument",
    "purpose", "topic", "attribute", "participant",
})  # fmt: skip
QUESTIONS = frozenset({"any", "inf", "clause", "self", "status"})
"""What a condition may ask beside the roles."""


class FrameError(AllikasError):
    """A row of a table of frames that is written wrongly; the message gives line and column."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a role must be: there at all, of a type (``:GPE``), or a word (``=`` and ends of lemmas).

    ``negative`` turns it round. The role ``status`` is the event's own, ``self`` the trigger's form,
    ``inf`` an infinitive that it governs, ``clause`` a clause that it governs, ``any`` every word that
    hangs on it or on one of its phrases, by lemma or form.
    """

    role: str
    types: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A sense: each trigger is a verb's lemma with its particle, or the end of a noun's."""

    event: str
    mode: str | None
    triggers: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()
    actor: str | None = None
    recipient: str | None = None
    example: str = ""


_CONDITION = re.compile(r"(!?)([a-z]+)(?::([A-Za-z|]+))?(?:=([^=:]+))?")


def parse_condition(text: str) -> Condition | None:
    """Read one condition; ``None`` where it is written wrongly.

    >>> parse_condition("!patient:GPE|ORG")
    Condition(role='patient', types=('GPE', 'ORG'), lemmas=(), negative=True)
    """
    match = _CONDITION.fullmatch(text)
    if match is None:
        return None
    types = tuple(match[3].split("|")) if match[3] else ()
    lemmas = tuple(match[4].split("|")) if match[4] else ()
    return Condition(match[2], types, lemmas, bool(match[1])) if KINDS.issuperset(types) else None


def parse_frames(lines: Iterable[str], name: str = "frames") -> tuple[Frame, ...]:
    r"""Read a table of frames, its columns parted by tabs; raises ``FrameError`` at the first mistake.

    >>> [frame] = parse_frames(["CONSULT\tvisit\tvisit\t-\tagent\tpatient\tShe visited him."])
    >>> frame.mode, frame.recipient
    ('visit', 'patient')
    """
    return tuple(
        _frame(line, f"{name}, line {number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    )


def _frame(line: str, place: str) -> Frame:
    cells = line.rstrip("\r\n").split("\t")
    starts = [1 + sum(len(cell) + 1 for cell in cells[:at]) for at in range(len(cells) + 1)]
    if len(cells) != len(COLUMNS):
        raise FrameError(
            f"{place}, column {starts[min(len(cells), len(COLUMNS))]}: {len(cells)} cells, "
            f"there must be {len(COLUMNS)}, parted by tabs: {', '.join(COLUMNS)}"
        )
    _check(cells, starts, place)
    conditions = tuple(_conditions(cells[3], starts[3], place))
    mode, actor, recipient = (None if cell in {"-", ""} else cell for cell in (cells[1], cells[4], cells[5]))
    triggers = tuple(cells[2].split("|"))
    return Frame(cells[0], mode, triggers, conditions, actor, recipient, cells[6])


def _check(cells: Sequence[str], starts: Sequence[int], place: str) -> None:
    if cells[0] not in {*TYPES, NO_EVENT}:
        raise FrameError(f"{place}, column {starts[0]}: {cells[0]!r} is no event of PLOVER")
    if not all(trigger.strip() for trigger in cells[2].split("|")):
        raise FrameError(f"{place}, column {starts[2]}: a frame needs a trigger")
    for at in (4, 5):
        if cells[at] not in {"-", "", *ROLES}:
            raise FrameError(f"{place}, column {starts[at]}: {cells[at]!r} is no role")


def _conditions(cell: str, start: int, place: str) -> Iterable[Condition]:
    for word in re.finditer(r"\S+", cell if cell != "-" else ""):
        condition = parse_condition(word[0])
        if condition is None or condition.role not in ROLES | QUESTIONS:
            raise FrameError(f"{place}, column {start + word.start()}: {word[0]!r} is no condition")
        yield condition


def load_frames(path: Path) -> tuple[Frame, ...]:
    """Read a user's own table; raises ``FrameError`` with line and column, or where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise FrameError(f"{path} cannot be read: {error}") from error
    return parse_frames(text.splitlines(), path.name)


def by_trigger(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    """Index frames by trigger, those that ask more first; of equal ones the earlier row wins.

    What a row rules out makes it no finer: it only keeps other words away.
    """
    table: dict[str, tuple[Frame, ...]] = {}
    for frame in frames:
        for trigger in frame.triggers:
            known = (*table.get(trigger, ()), frame)
            table[trigger] = tuple(sorted(known, key=_generality))
    return table


def _generality(frame: Frame) -> int:
    asked = (condition for condition in frame.conditions if not condition.negative)
    return -sum(1 + bool(condition.types or condition.lemmas) for condition in asked)
