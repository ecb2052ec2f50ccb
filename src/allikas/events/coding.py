"""PLOVER: the first frame of an event's trigger whose conditions hold."""

from collections.abc import Iterable, Iterator, Sequence

from allikas.events.roles import Casting, Player
from allikas.events.triggers import Trigger
from allikas.lang.frames import NO_EVENT, Condition, Frame
from allikas.model.layers import Plover, Status

ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08",
    "RETREAT": "08", "REQUEST": "02", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14",
    "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
"""PLOVER types to the root codes of CAMEO from which they come (PLOVER manual, chapter 2)."""


def find_frame(casting: Casting, trigger: Trigger, players: Sequence[Player], status: Status) -> Frame | None:
    """Return the frame that fits an event; ``None`` too where a row says that it is none."""
    for frame in _frames(casting, trigger):
        if all(_holds(casting, trigger, players, status, condition) for condition in frame.conditions):
            return None if frame.event == NO_EVENT else frame
    return None


def takes(casting: Casting, frame: Frame, at: int) -> bool:
    """Tell whether a frame asks for the word at *at*: the two are one event (*impose sanctions*)."""
    return any(
        condition.lemmas and not condition.negative and _fits(casting, at, condition)
        for condition in frame.conditions
        if condition.role in {"patient", "any"}
    )


def uses_denial(frame: Frame) -> bool:
    """Tell whether a frame is for what is denied: *does not support* is a rejection that happened."""
    return any(condition.role == "status" and not condition.negative for condition in frame.conditions)


def cameo_root(plover: Plover) -> str:
    """Return the root code of CAMEO.

    >>> cameo_root(Plover("ACCUSE", "investigate")), cameo_root(Plover("PROTEST"))
    ('09', '14')
    """
    return "09" if plover.mode == "investigate" else ROOTS[plover.event]


def _frames(casting: Casting, trigger: Trigger) -> Iterator[Frame]:
    """Yield the frames of a trigger: of all its words, of its noun by the longest end, of its verb alone."""
    frames = casting.view.tables.frames
    yield from frames.get(trigger.lemma, ())
    word = casting.view.trees.words[trigger.at]
    if word.upos in {"NOUN", "PROPN"}:
        for at in range(len(word.lemma)):
            yield from frames.get(word.lemma[at:], ())


def _holds(
    casting: Casting, trigger: Trigger, players: Iterable[Player], status: Status, condition: Condition
) -> bool:
    if condition.role == "status":
        found = status in condition.lemmas
    elif condition.role == "inf":
        found = casting.view.has_infinitive(trigger.site)
    elif condition.role == "self":
        found = casting.view.trees.words[trigger.at].form.lower() in condition.lemmas
    elif condition.role == "clause":
        found = bool(casting.view.trees.with_deprel(trigger.site, "ccomp"))
    elif condition.role == "any":
        found = any(_fits(casting, at, condition) for at in _around(casting, trigger))
    else:
        found = any(_fits(casting, one.at, condition) for one in players if one.role == condition.role)
    return found != condition.negative


def _around(casting: Casting, trigger: Trigger) -> Iterator[int]:
    """Yield the words that hang on a trigger, and those that hang on them."""
    children = casting.view.trees.children
    for site in {trigger.at, trigger.site}:
        for child in children[site]:
            yield child
            yield from children[child]


def _fits(casting: Casting, at: int, condition: Condition) -> bool:
    if condition.types and not _is_of(casting, at, condition.types):
        return False
    word = casting.view.trees.words[at]
    return (
        not condition.lemmas or word.lemma.endswith(condition.lemmas) or word.form.lower() in condition.lemmas
    )


def _is_of(casting: Casting, at: int, types: Sequence[str]) -> bool:
    entity = casting.places.entities.get(at)
    if entity is not None and entity.type in types:
        return True
    return "who" in types and casting.kind(at) == "someone"
