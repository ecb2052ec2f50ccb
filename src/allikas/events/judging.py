"""How surely an event is said to happen: its own grammar, composed with every word that governs it.

The walk goes from the word upwards: *was able to build* happened, *promised to build* is planned, *may be
planning to build* is planned and only possible. The innermost word that is not about facts gives the status,
the least sure of all gives the certainty (the composition of FactBank, Saurí and Pustejovsky 2009).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allikas.events.timing import own
from allikas.events.triggers import Trigger
from allikas.events.view import View
from allikas.lang.events import ONLY_CODED, Effect, Predicate, Sign
from allikas.model.layers import Certainty, Relation, Status

SURE: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
_CERTAINTY: dict[str, Certainty] = {
    "planned": "probable", "possible": "possible", "demanded": "unknown", "hoped": "unknown",
    "conditional": "unknown",
}  # fmt: skip
_STATUS: dict[Effect, Status] = {
    "planned": "planned", "possible": "possible", "demanded": "demanded", "hoped": "hoped",
    "denied": "denied", "negated": "negated", "cancelled": "cancelled", "postponed": "postponed",
}  # fmt: skip
_AHEAD = frozenset({"planned", "demanded", "hoped", "postponed"})
_GOVERNED = ("xcomp", "csubj", "ccomp", "obj", "nmod", "acl", "obl", "nsubj")
_CLAUSE = ("xcomp", "csubj", "ccomp", "acl", "advcl")
_WISHES = frozenset({"hoped", "demanded"})  # what was wished for in the past is past by now (EstTimeML)
_DEEPEST = 12  # words above an event that are asked; a guess, deeper ones are parses gone wrong


@dataclass(frozen=True, slots=True)
class Judgement:
    """How surely, and when; ``by`` are the words that say so."""

    status: Status = "happened"
    certainty: Certainty = "certain"
    relation: Relation = "unknown"
    negated: bool = False
    modality: str | None = None
    by: tuple[str, ...] = ()


class Judge:
    """Judges words of one document, and remembers them: many events hang on one verb."""

    def __init__(self, view: View, triggers: Sequence[Trigger]) -> None:
        self._view = view
        self._known: dict[int, Judgement] = {}
        self._rows = {trigger.site: trigger.row for trigger in triggers if trigger.cls != "MODAL"}
        self._signs = self._find_signs()

    def _find_signs(self) -> dict[int, list[Sign]]:
        """Hang every word that says how sure on the event above it; an adjective on its own noun alone."""
        trees, signs = self._view.trees, self._view.tables.signs
        found: dict[int, list[Sign]] = {}
        for at, word in enumerate(trees.words):
            sign = signs.get(word.form.lower()) or signs.get(word.lemma)
            if sign is None:
                continue
            near = trees.upwards(at) if word.upos == "ADV" else iter(filter(None, [trees.head(at)]))
            site = next((above for above in near if above in self._rows), None)
            if site is not None:
                found.setdefault(site, []).append(sign)
        return found

    def judge(self, trigger: Trigger) -> Judgement:
        """Judge an event; a modal auxiliary is as real as its clause would be without it."""
        if trigger.cls == "MODAL" and trigger.at != trigger.site:
            return self._modal(trigger)
        if trigger.cls == "REPORTING" and trigger.row is None and self._view.is_nominal(trigger.at):
            return Judgement(relation="before")  # whoever is quoted has spoken: *according to the captain*
        return self._at(trigger.site, 0)

    def _modal(self, trigger: Trigger) -> Judgement:
        view, word = self._view, self._view.trees.words[trigger.at]
        found = own(view, trigger.at)
        negated = view.is_denied(trigger.site) and "Connegative=Yes" in (
            word.feats | view.feats(trigger.site)
        )
        status: Status = "negated" if negated else found.status or "ongoing"
        return Judgement(status, relation=found.relation or "unknown", negated=negated)

    def _at(self, site: int, depth: int) -> Judgement:
        if site not in self._known:
            self._known[site] = self._judged(site, depth)
        return self._known[site]

    def _judged(self, site: int, depth: int) -> Judgement:
        view = self._view
        found = self._own(site, depth)
        for helper in view.helpers(site):
            row = view.predicate(helper)
            if row is not None and row.cls == "MODAL":
                denied = "Connegative=Yes" in view.feats(helper) or (found.negated and row.effect != "done")
                found = replace(_under(found, row, denied=denied), modality=row.lemma)
        found = self._governed(found, site, depth)
        if found.status in {"ongoing", "planned"} and (self._is_condition(site) or self._depends(site)):
            found = replace(found, status="conditional", certainty="unknown", by=(*found.by, "condition"))
        return self._signed(found, site)

    def _own(self, site: int, depth: int) -> Judgement:
        view = self._view
        said = own(view, site)
        negated = view.is_denied(site)
        above = self._above(site, depth) if said.status is None or negated else None
        status = said.status or (self._inherited(site, above) if above else "happened")
        relation = said.relation or (above.relation if above else "unknown")
        certainty = _CERTAINTY.get(status, "certain")
        by = tuple(filter(None, (said.by,)))
        if "Mood=Qot" in view.group(site):
            certainty, by = "unknown", (*by, "hearsay")
        if above is not None and above.negated and said.status is None and self._completes(site):
            return Judgement("negated", "certain", relation, negated=True, by=above.by)
        if negated:
            return Judgement(
                "negated", "certain", relation, negated=view.is_denied_by_word(site), by=(*by, "negation")
            )
        return Judgement(status, certainty, relation, by=by)

    def _completes(self, site: int) -> bool:
        """Tell whether an infinitive and the verb above it are denied together: *could not pay*."""
        bare = {"VerbForm=Inf", "VerbForm=Sup"} & self._view.feats(site)
        return bool(bare) and self._view.trees.is_deprel(site, "xcomp", "csubj", "ccomp", "acl")

    def _inherited(self, site: int, above: Judgement) -> Status:
        """Return a status from above; what a noun beside a denied verb names may well have happened."""
        if not self._view.is_nominal(site) or self._is_done_by(site):
            return above.status
        if above.status in {"negated", "denied", "cancelled", "postponed"}:
            return "happened" if above.relation == "before" else "ongoing"
        return above.status

    def _is_done_by(self, site: int) -> bool:
        """Tell whether a noun is what the verb above does: *make a visit*, *hold talks*."""
        view, head = self._view, self._view.trees.head(site)
        if head is None or not view.trees.is_deprel(site, "obj"):
            return False
        row = self._rows.get(head)
        return view.lemma(head) in view.tables.light or (row is not None and row.effect == "done")

    def _above(self, site: int, depth: int) -> Judgement | None:
        """Return the judgement of the clause or phrase in which a word without tense stands."""
        head = self._view.trees.head(site)
        if head is None or depth >= _DEEPEST:
            return None
        return self._at(head, depth + 1)

    def _governed(self, found: Judgement, site: int, depth: int) -> Judgement:
        view, trees = self._view, self._view.trees
        here = site
        while trees.is_deprel(here, "conj") and trees.head(here) is not None:
            here = trees.head(here)  # type: ignore[assignment]
        head = trees.head(here)
        described = trees.words[here].deprel == "acl:relcl"
        if head is None or described or not trees.is_deprel(here, *_GOVERNED):
            return _purpose(view, found, site)
        row = self._rows.get(head) or view.predicate(head)
        if row is None or row.effect in {"-", "done"} or depth >= _DEEPEST:
            return found
        if not self._reaches(site, here, row):
            return found
        return self._composed(found, row, (site, head), depth)

    def _reaches(self, site: int, here: int, row: Predicate) -> bool:
        """Tell whether what a word says of what it governs holds for this word."""
        trees, own_row = self._view.trees, self._rows.get(site)
        if row.effect == "denied" and own_row is not None and own_row.cls in {"I_ACTION", "REPORTING"}:
            return False  # to reject an accusation is not to deny that it was made
        if trees.is_deprel(here, "obl"):
            return trees.words[here].deprel in {"obl", "obl:arg"}
        head = trees.head(here)
        if head is None or not trees.is_deprel(here, "nsubj"):
            return True
        return bool(trees.with_deprel(head, "cop")) or _suffers(self._view, head, row)

    def _composed(self, found: Judgement, row: Predicate, pair: tuple[int, int], depth: int) -> Judgement:
        site, head = pair
        outer = self._at(head, depth + 1)
        finite = "VerbForm=Fin" in self._view.group(site)
        if outer.negated and finite:
            return replace(found, certainty="unknown", by=(*found.by, row.lemma))
        made = _under(found, row, denied=outer.negated)
        if outer.relation == "before" and row.effect in _WISHES:
            made = replace(made, relation="before")
        return replace(made, certainty=least(made.certainty, outer.certainty))

    def _is_condition(self, site: int) -> bool:
        trees, tables = self._view.trees, self._view.tables
        marks = (trees.words[child].form.lower() for child in trees.with_deprel(site, "mark", "case"))
        clause = trees.is_deprel(site, "advcl") or self._view.is_nominal(site)
        return clause and any(mark in tables.conditions for mark in marks)

    def _depends(self, site: int) -> bool:
        """Tell whether a clause or phrase sets a condition for what the verb at *site* says."""
        view = self._view
        return any(
            self._is_condition(child) and "Tense=Past" not in view.group(child)
            for child in view.trees.with_deprel(site, "advcl", "obl")
        )

    def _signed(self, found: Judgement, site: int) -> Judgement:
        """Add the adverbs that say how sure."""
        for sign in self._signs.get(site, ()):
            certainty = least(found.certainty, sign.certainty)
            found = replace(found, certainty=certainty, by=(*found.by, sign.form))
        return found


def least(one: Certainty, other: Certainty) -> Certainty:
    """Return the less sure of two.

    >>> least("probable", "certain")
    'probable'
    """
    return max(one, other, key=SURE.index)


def _under(found: Judgement, row: Predicate, *, denied: bool) -> Judgement:
    """Return what an event is under a word that governs it."""
    by = (*found.by, row.lemma)
    if row.effect == "-":
        return found
    if denied and row.effect not in {"denied", "negated", "cancelled", "postponed"}:
        ahead = row.effect in _AHEAD and found.relation == "overlap"
        relation: Relation = "after" if ahead else found.relation
        return replace(found, status="negated", negated=True, relation=relation, by=by)
    if denied or row.effect == "done" or found.negated:
        return replace(found, by=by)
    status = _STATUS[row.effect]
    relation = "after" if status in _AHEAD else found.relation
    certainty = _CERTAINTY.get(status, "certain")
    return replace(
        found,
        status=status,
        certainty=certainty,
        relation=relation,
        negated=found.negated,
        by=by,
    )


def _suffers(view: View, head: int, row: Predicate) -> bool:
    """Tell whether what a verb says befalls its subject: *the concert was cancelled*."""
    return row.effect in {"cancelled", "postponed", "negated"} or "Voice=Pass" in view.group(head)


def _purpose(view: View, found: Judgement, site: int) -> Judgement:
    """Plan what an infinitive or a noun of purpose says: *in order to build*, *for building*."""
    feats = view.feats(site)
    noun = view.tables.noun(view.trees.words[site].lemma) if view.is_nominal(site) else None
    aim = ("VerbForm=Inf" in feats and view.trees.is_deprel(site, "advcl")) or (
        "Case=Tra" in feats and noun is not None and noun.cls != ONLY_CODED
    )
    if not aim or found.negated:
        return found
    return replace(found, status="planned", certainty="probable", relation="after", by=(*found.by, "purpose"))
