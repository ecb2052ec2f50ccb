"""Who takes part in an event: from its arguments, and from the cases and adpositions of its phrases."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from allikas.attribution.extents import subject
from allikas.events.places import Places
from allikas.events.triggers import Trigger
from allikas.events.view import View
from allikas.lang.events import Part

Roles = Mapping[tuple[int, int], str]
"""What the network says: predicate and word to the number of the role."""

_OBLIQUE = ("obl", "nmod", "advmod")
_ACTING = frozenset({"agent"})
_SUFFERING = frozenset({"patient", "recipient", "companion"})
_PARTIES = _ACTING | _SUFFERING | {"destination"}
_NOBODY = Part("-", "-", "-")


class Player(NamedTuple):
    """A part in an event and the word that heads its phrase."""

    role: str
    at: int


class Casting(NamedTuple):
    """What roles are found in."""

    view: View
    places: Places
    arguments: Roles

    def players(self, trigger: Trigger) -> list[Player]:
        """Return the players of an event, each role and word once, in the order of the text."""
        found = dict.fromkeys(self._players(trigger))
        return sorted((one for one in found if one.role != "-"), key=lambda one: one.at)

    def bystanders(self, trigger: Trigger, players: Sequence[Player]) -> list[Player]:
        """Return those whom the clause around an event names, or the clause that it governs.

        What part they have in it the text does not say: they are participants.
        """
        known = {player.at for player in players}
        roles = {player.role for player in players}
        found = list(self._above(trigger)) if not roles & _ACTING else []
        if not roles & _SUFFERING:
            found += self._below(trigger)
        named = dict.fromkeys(one.at for one in found if one.role in _PARTIES)
        return [Player("participant", at) for at in named if at not in known and at != trigger.at]

    def _above(self, trigger: Trigger) -> Iterator[Player]:
        """Yield the players of the nearest verb above that has any, and whose the nouns on the way are."""
        trees = self.view.trees
        for head in trees.upwards(trigger.site):
            found = []
            if self.view.is_verb(head) or self.view.helpers(head):
                found = list(self._of_verb(head, trigger.at))
            if self.view.is_nominal(head):
                found += [Player("agent", at) for at in trees.with_deprel(head, "nmod") if self.is_named(at)]
            yield from found
            if any(one.role in _ACTING and self.kind(one.at) == "someone" for one in found):
                return

    def _below(self, trigger: Trigger) -> Iterator[Player]:
        """Yield the players of what the event's word governs, and who is named beside it."""
        trees = self.view.trees
        for child in trees.with_deprel(trigger.site, "xcomp", "ccomp", "obj", "obl", "acl"):
            if child != trigger.at and self.view.is_nominal(child):
                yield from (
                    Player("patient", at) for at in trees.with_deprel(child, "nmod") if self.is_named(at)
                )
            elif child != trigger.at:
                yield from self._of_verb(child, trigger.at)

    def is_named(self, at: int) -> bool:
        """Tell whether a word is somebody's name, or a state's."""
        entity = self.places.entities.get(at)
        return entity is not None and entity.type in {"PER", "ORG", "GPE"}

    def _players(self, trigger: Trigger) -> Iterator[Player]:
        word = self.view.trees.words[trigger.at]
        if word.upos in {"NOUN", "PROPN"}:
            yield from self._of_noun(trigger)
        else:
            yield from self._of_verb(trigger.site, trigger.at)

    def _of_verb(self, site: int, *skipped: int) -> Iterator[Player]:
        subjects = 0
        above = self.view.trees.head(site)
        gone = self._sent(above) if above is not None else None
        for child in self.view.trees.children[site]:
            if child in skipped or child == gone:
                continue
            role = self._verbal(site, child)
            if role is not None:
                subjects += self.view.trees.is_deprel(child, "nsubj")
                yield Player(role, self._meant(site, child))
        yield from self._described(site)
        sent = self._sent(site)
        if sent is not None:
            yield Player("patient", sent)
        if gone is not None:
            yield Player("agent", gone)
        elif not subjects:
            shared = self._shared(site)
            if shared is not None and shared not in skipped:
                yield Player("agent", self._meant(site, shared))

    def _shared(self, site: int) -> int | None:
        """Return who does what a verb without a subject says: whom another asked to, or its subject."""
        asked = self._asked(site)
        if asked is not None:
            return asked
        own = subject(self.view.trees, site)
        return self._dropped(site) if own is None else own

    def _asked(self, site: int) -> int | None:
        """Return whom the verb above asks or forbids to do it: *called on the parties to stop*."""
        trees = self.view.trees
        head = trees.head(site)
        if head is None or not trees.is_deprel(site, "xcomp", "csubj", "conj"):
            return None
        if trees.is_deprel(site, "conj"):
            return self._asked(head) if trees.words[head].deprel == "xcomp" else None
        row = self.view.predicate(head)
        if row is None or row.effect not in {"demanded", "negated"} or row.cls == "MODAL":
            return None
        near = trees.with_deprel(head, "obj", "obl")
        return next((one for one in near if self.kind(one) == "someone"), None)

    def _dropped(self, site: int) -> int | None:
        """Return the subject of the clause above for a finite verb without one: *said that has agreed*."""
        feats, trees = self.view.group(site), self.view.trees
        if "VerbForm=Fin" not in feats or "Voice=Pass" in feats or {"Person=1", "Person=2"} & feats:
            return None
        for head in trees.upwards(site):
            if trees.words[head].upos == "VERB":
                return subject(trees, head)
        return None

    def _described(self, site: int) -> Iterator[Player]:
        """Yield the noun that a participle describes: *the occupied city*."""
        trees = self.view.trees
        head, feats = trees.head(site), self.view.feats(site)
        if head is not None and "VerbForm=Part" in feats and trees.words[site].deprel == "acl":
            yield Player("patient" if "Voice=Pass" in feats else "agent", head)

    def _verbal(self, site: int, child: int) -> str | None:
        trees = self.view.trees
        number = self.arguments.get((site, child))
        if trees.is_deprel(child, "nsubj"):
            return "patient" if number == "1" and not self._moves(site) else "agent"
        if trees.is_deprel(child, "obj") and self._case(child) not in self.view.tables.cases:
            return "agent" if number == "0" else "patient"
        if trees.words[child].deprel == "obl:agent":
            return "agent"
        if self._is_amount(child):
            return "patient"
        return self._oblique(child) if trees.is_deprel(child, "obj", *_OBLIQUE) else None

    def _moves(self, site: int) -> bool:
        """Tell whether a verb says that somebody goes somewhere: whoever arrives is no patient."""
        trees = self.view.trees
        return any(
            trees.words[child].deprel == "obl:lmod" and self.arguments.get((site, child)) == "2"
            for child in trees.children[site]
        )

    def _sent(self, site: int) -> int | None:
        """Return whom a verb sends, where the tree hangs him on what he is to do: *sent to fight men*."""
        trees, tables = self.view.trees, self.view.tables
        if trees.words[site].lemma not in tables.sending or trees.with_deprel(site, "obj"):
            return None
        aims = (one for one in trees.with_deprel(site, "xcomp") if "VerbForm=Sup" in self.view.feats(one))
        near = (child for aim in aims for child in trees.children[aim])
        sent = (child for child in near if trees.is_deprel(child, "obj") or self._is_amount(child))
        return next((child for child in sent if self.kind(child) == "someone"), None)

    def _is_amount(self, at: int) -> bool:
        """Tell whether a phrase only says how many people, which trees take for more: *over ten soldiers*."""
        trees = self.view.trees
        marks, numbers = trees.with_deprel(at, "case"), trees.with_deprel(at, "nummod")
        if trees.words[at].deprel != "obl" or not numbers or self.kind(at) != "someone":
            return False
        return (not marks or marks[0] + 1 == numbers[0]) and self._case(at) not in self.view.tables.cases

    def upwards(self, at: int) -> Iterator[int]:
        """Yield the words above one, where somebody sent hangs on the verb that sends him."""
        head = self.view.trees.head(at)
        while head is not None:
            above = self.view.trees.head(head)
            here = above if above is not None and self._sent(above) == at else head
            yield here
            at, head = here, self.view.trees.head(here)

    def _meant(self, site: int, at: int) -> int:
        """Return the noun that a relative pronoun stands for, or the word itself."""
        trees = self.view.trees
        relative = {"PronType=Rel", "PronType=Int,Rel"} & self.view.feats(at)
        if relative and trees.is_deprel(site, "acl"):
            head = trees.head(site)
            return at if head is None else head
        return at

    def _of_noun(self, trigger: Trigger) -> Iterator[Player]:
        genitive = trigger.row.genitive if trigger.row else "agent"
        trees = self.view.trees
        for child in trees.children[trigger.at]:
            case = self._case(child)
            if trees.is_deprel(child, "nsubj"):
                yield Player("agent", child)
            elif case == "Gen" and trees.is_deprel(child, "nmod") and self._adposition(child) is None:
                yield Player(genitive, self._owner(child))
            elif trees.words[child].deprel == "acl" and self._performs(child):
                yield from (Player("agent", at) for at in trees.with_deprel(child, "obl:agent"))
            elif trees.is_deprel(child, *_OBLIQUE):
                role = self._oblique(child)
                if role is not None:
                    yield Player(role, child)
        if trigger.verb is not None:
            yield from self._of_verb(trigger.verb, trigger.at)
        else:
            yield from self._of_existence(trigger.at)

    def _performs(self, at: int) -> bool:
        """Tell whether a participle says by whom the event was done: *the war begun by the neighbours*."""
        row = self.view.predicate(at)
        verb = self.view.tables.verb_of(self.view.trees.words[at].form.lower()) if row is None else None
        row = next(iter(self.view.tables.verbs.get(verb or "", ())), row)
        return row is None or row.cls in {"OCCURRENCE", "ASPECTUAL"}

    def _owner(self, at: int) -> int:
        """Return whose *his own* is: the subject's of the clause."""
        trees, feats = self.view.trees, self.view.feats(at)
        if "Poss=Yes" not in feats or {"Person=1", "Person=2", "Person=3"} & feats:
            return at
        verb = next((head for head in trees.upwards(at) if self.view.is_verb(head)), None)
        owner = subject(trees, verb) if verb is not None else None
        return at if owner is None else owner

    def _of_existence(self, at: int) -> Iterator[Player]:
        """Yield the players of the verb by which a noun takes place."""
        head = self.view.trees.head(at)
        if head is None or not self.view.trees.is_deprel(at, "nsubj"):
            return
        if self.view.lemma(head) in self.view.tables.existing:
            yield from self._of_verb(head, at)

    def _oblique(self, child: int) -> str | None:
        word = self.view.trees.words[child]
        deprel = word.deprel or ""
        if child in self.places.times or deprel.endswith(":tmod"):
            return "time" if word.upos != "ADV" or child in self.places.times else None
        if word.upos == "ADV":
            return "place" if deprel.endswith(":lmod") else None
        return self._part(child, deprel)

    def _part(self, child: int, deprel: str) -> str | None:
        tables = self.view.tables
        adposition = self._adposition(child)
        if adposition is not None:
            part = tables.adpositions.get(adposition, _NOBODY)
        else:
            part = tables.cases.get(self._case(child), _NOBODY)
        kind = "place" if deprel.endswith(":lmod") else self.kind(child)
        role: str = getattr(part, kind)
        return None if role == "-" else role

    def kind(self, at: int) -> str:
        """Say what a word denotes: ``someone``, a ``place`` or a ``thing``."""
        entity = self.places.entities.get(at)
        if entity is not None and entity.type in {"PER", "ORG", "GPE"}:
            return "someone"
        if entity is not None and entity.type == "LOC":
            return "place"
        word = self.view.trees.words[at]
        person = word.upos in {"PRON", "NOUN", "ADJ"} and (
            "PronType=Prs" in word.feats or word.lemma.endswith(self.view.tables.someone)
        )
        return "someone" if person else "thing"

    def _adposition(self, at: int) -> str | None:
        marks = self.view.trees.with_deprel(at, "case")
        return self.view.trees.words[marks[0]].form.lower() if marks else None

    def _case(self, at: int) -> str:
        """Return the case of a phrase; a name behind its noun may bear it alone: *with our colleague X*."""
        own = self._ending(at)
        if own in self.view.tables.cases or self.view.trees.words[at].upos != "NOUN":
            return own
        names = (one for one in self.view.trees.with_deprel(at, "appos", "flat") if one > at)
        cases = (self._ending((one, *self.view.trees.with_deprel(one, "flat"))[-1]) for one in names)
        return next((case for case in cases if case in self.view.tables.cases), own)

    def _ending(self, at: int) -> str:
        return next((feat[5:] for feat in self.view.feats(at) if feat.startswith("Case=")), "")
