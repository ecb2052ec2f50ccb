"""Finding events: triggers, how surely they are said to happen, who takes part, and who vouches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allikas.entities.phrases import find_phrase
from allikas.events.coding import find_frame, takes, uses_denial
from allikas.events.dates import relation
from allikas.events.judging import Judge, Judgement
from allikas.events.layers import Layers
from allikas.events.places import Places, Ruler, bound, find_places
from allikas.events.roles import Casting, Player
from allikas.events.triggers import Trigger, find_triggers
from allikas.events.view import View
from allikas.lang.events import ONLY_CODED, Events
from allikas.lang.frames import Frame
from allikas.model.layers import Event, Plover, Role, Timex
from allikas.model.span import Span, span_of
from allikas.syntax.trees import turn

_PLACES = ("place", "destination", "origin")


def find_events(text: str, layers: Layers, tables: Events) -> tuple[Event, ...]:
    """Find the events of a document.

    >>> find_events("", Layers(()), Events())
    ()
    """
    view = View(turn(layers.words), tables)
    triggers = find_triggers(view)
    return tuple(_Stage(text, layers, view, triggers).events())


@dataclass(frozen=True, slots=True)
class _Bound:
    """Times and quantities by the number of the event that they belong to."""

    times: Mapping[int, list[str]]
    quantities: Mapping[int, list[str]]


def _vagueness(timex: Timex) -> tuple[bool, int]:
    """Order times: those on the calendar first, the finest of them foremost."""
    dated = timex.type in {"DATE", "TIME"} and timex.value is not None and timex.value[0].isdigit()
    return not dated, -len(timex.value or "") if dated else 0


class _Stage:
    """One walk through a document."""

    def __init__(self, text: str, layers: Layers, view: View, triggers: Sequence[Trigger]) -> None:
        self._text, self._view, self._triggers = text, view, triggers
        self._published = layers.published
        ruler = self._ruler = Ruler(layers)
        self._places: Places = find_places(layers, ruler)
        arguments = {(one.predicate, one.word): one.role for one in layers.arguments}
        self._casting = Casting(view, self._places, arguments)
        self._judge = Judge(view, triggers)
        self._statements = {one.id: one for one in layers.statements}
        self._named: dict[tuple[str, str], set[str]] = {}
        self._timexes = {timex.id: timex for timex in layers.times}
        self._sites = {
            one.site: at for at, one in enumerate(triggers) if one.cls != "MODAL" or one.at == one.site
        }
        self._bound = _Bound(
            bound(view.trees.upwards, ruler, layers.times, self._sites),
            bound(self._casting.upwards, ruler, layers.quantities, self._sites),
        )

    def events(self) -> list[Event]:
        """Make one event of every trigger."""
        found = [self._event(number, trigger) for number, trigger in enumerate(self._triggers)]
        kept = (event for event in found if event.cls != ONLY_CODED or event.plover is not None)
        return [
            replace(event, id=f"v{number}", cls="OCCURRENCE" if event.cls == ONLY_CODED else event.cls)
            for number, event in enumerate(kept, 1)
        ]

    def _event(self, number: int, trigger: Trigger) -> Event:
        timex = self._time(number)
        judged = self._timed(self._judged(trigger), timex)
        players = self._casting.players(trigger)
        frame = self._frame(trigger, players, judged)
        if frame is not None:
            players = [*players, *self._casting.bystanders(trigger, players)]
            if uses_denial(frame):
                judged = replace(judged, status="happened" if judged.relation == "before" else "ongoing")
        statement = self._places.voices.get(trigger.at)
        return Event(
            id=f"v{number + 1}", span=self._span(*trigger.words), lemma=trigger.lemma, cls=trigger.cls,
            polarity="NEG" if judged.negated else "POS", modality=judged.modality,
            certainty=judged.certainty, status=judged.status, relation=judged.relation,
            time=timex.id if timex else None, place=self._place(players),
            roles=(*(self._role(player) for player in players), *self._speaker(trigger, players, statement)),
            quantities=tuple(self._bound.quantities.get(number, ())),
            plover=Plover(frame.event, frame.mode) if frame else None,
            statement=self._places.voices.get(trigger.at), by=judged.by,
        )  # fmt: skip

    def _speaker(self, trigger: Trigger, players: Sequence[Player], statement: str | None) -> Iterator[Role]:
        """Yield who says *I* or *we* of an event, named where the statement names its source."""
        said = self._statements.get(statement or "")
        if said is None or said.source is None or trigger.cls == "MODAL":
            return
        first = any(one.role == "agent" and "Person=1" in self._view.feats(one.at) for one in players)
        if first or "Person=1" in self._view.group(trigger.site):
            yield Role("agent", said.source, said.speaker)

    def _judged(self, trigger: Trigger) -> Judgement:
        """Judge an event; to say *I call on you* is to do it."""
        judged = self._judge.judge(trigger)
        said = judged.status == "ongoing" and trigger.cls == "I_ACTION"
        if said and "Person=1" in self._view.group(trigger.site):
            return replace(judged, status="happened")
        return judged

    def _frame(self, trigger: Trigger, players: Sequence[Player], judged: Judgement) -> Frame | None:
        """Return the frame of an event, unless it is part of one that is found already.

        What is refused or left undone is part of that: *refused to go*, *without asking*.
        """
        if trigger.cls == "MODAL" or (judged.status == "negated" and not judged.negated):
            return None
        frame = find_frame(self._casting, trigger, players, judged.status)
        if frame is None or self._is_part(trigger, frame) or self._is_again(trigger, frame, players):
            return None
        return frame

    def _is_part(self, trigger: Trigger, frame: Frame) -> bool:
        """Tell whether the frame of the word above takes this one in: *impose sanctions* is one event."""
        head = self._view.trees.head(trigger.at)
        joined = self._view.is_nominal(trigger.at) or self._view.trees.words[trigger.at].deprel == "acl"
        if head is None or not joined:
            return False
        number = self._sites.get(head)
        if number is None:
            return False
        above = self._triggers[number]
        outer = find_frame(self._casting, above, self._casting.players(above), "happened")
        if outer is None:
            return False
        return takes(self._casting, outer, trigger.at) or (
            outer.event == frame.event and not self._view.is_nominal(trigger.at)
        )

    def _is_again(self, trigger: Trigger, frame: Frame, players: Sequence[Player]) -> bool:
        """Tell whether a noun only points back: the same word, with nobody and nothing new beside it.

        Whoever took part the first time is not new: *the summit in Riga ... the Riga summit*.
        """
        if not self._view.is_nominal(trigger.at) or trigger.verb is not None:
            return False
        known = self._named.get((frame.event, trigger.lemma))
        here = {one.at: self._places.entities.get(one.at) for one in players}
        ids = {entity.id for entity in here.values() if entity is not None}
        self._named[frame.event, trigger.lemma] = ids | (known or set())
        beside = [entity for at, entity in here.items() if self._view.trees.head(at) == trigger.at]
        if known is None or not beside:
            return known is not None
        told_apart = self._view.trees.with_deprel(trigger.at, "amod", "nummod", "det", "acl")
        return not told_apart and all(entity is not None and entity.id in known for entity in beside)

    def _span(self, first: int, last: int) -> Span:
        words = self._view.trees.words
        return span_of(self._text, words[first].span.start, words[last - 1].span.end)

    def _time(self, number: int) -> Timex | None:
        """Return the first time bound to an event, or to the words above it that it completes."""
        trees = self._view.trees
        at = self._triggers[number].site
        here: int | None = number
        while True:
            if here is not None and here in self._bound.times:
                return min((self._timexes[one] for one in self._bound.times[here]), key=_vagueness)
            head = trees.head(at)
            if head is None or not self._shares_time(at, head):
                return None
            at, here = head, self._sites.get(head)

    def _shares_time(self, at: int, head: int) -> bool:
        trees = self._view.trees
        if trees.is_deprel(at, "xcomp", "csubj"):
            return True
        return trees.is_deprel(at, "nsubj") and self._view.lemma(head) in self._view.tables.existing

    def _timed(self, judged: Judgement, timex: Timex | None) -> Judgement:
        """Let a date decide what grammar leaves open: a present on a coming day is planned."""
        when = relation(timex, self._published) if timex else None
        if when == "overlap" and "present" in judged.by and timex is not None and self._is_ahead(timex):
            when = "after"
        if when is None or judged.relation in {when, "before"}:
            return judged
        if (when == "overlap" and judged.relation == "after") or (
            when == "before" and "present" in judged.by
        ):
            return judged
        status = judged.status
        if status == "ongoing" and when == "after":
            status = "planned"
        elif status == "ongoing" and when == "before":
            status = "happened"
        return replace(judged, relation=when, status=status)

    def _is_ahead(self, timex: Timex) -> bool:
        """Tell whether the word before a time says that it is not over: *still this year*."""
        first = self._ruler.words(timex.span).start
        return first > 0 and self._view.trees.words[first - 1].form.lower() in self._view.tables.ahead

    def _role(self, player: Player) -> Role:
        first, last = find_phrase(self._view.trees, player.at, frozenset())
        entity = self._places.entities.get(player.at) or self._places.entities.get(last - 1)
        return Role(player.role, self._span(first, last), entity.id if entity else None)

    def _place(self, players: Sequence[Player]) -> str | None:
        """Return where it was: of several places the one that is on the map as a point."""
        for role in _PLACES:
            entities = (self._places.entities.get(one.at) for one in players if one.role == role)
            found = [one for one in entities if one is not None and one.type in {"GPE", "LOC"}]
            if found:
                return min(found, key=lambda one: one.latitude is None).id
        return None
