"""Triggers: the verbs, eventive nouns and reporting phrases of a text, with their classes (TimeML).

What is a trigger follows the annotation of EstTimeML (Orasmaa 2014): every verb that is no auxiliary of tense
or negation, the modal auxiliaries, participles of the past that describe a noun, and nouns of events.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from allikas.events.view import View
from allikas.lang.events import Predicate


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event; ``site`` is the word on which its clause or phrase hangs.

    For a copula that is the predicate, for a modal auxiliary its verb. ``verb`` is the light verb beside an
    eventive noun. ``words`` is the half-open range to be marked.
    """

    at: int
    site: int
    lemma: str
    cls: str
    words: tuple[int, int]
    row: Predicate | None = None
    verb: int | None = None


def find_triggers(view: View) -> tuple[Trigger, ...]:
    """Find the triggers of a document, in order."""
    light = dict(_light_pairs(view))
    found = []
    for at in range(len(view.trees.words)):
        if at not in light.values():
            trigger = _trigger(view, at, light.get(at))
            if trigger is not None:
                found.append(trigger)
    taken = {one.site for one in found if one.cls != "MODAL" and one.site != one.at and " " in one.lemma}
    return tuple(one for one in found if one.at not in taken or one.verb is not None)


def _light_pairs(view: View) -> Iterator[tuple[int, int]]:
    """Yield eventive nouns with the light verbs that they are one event with."""
    trees = view.trees
    for at, word in enumerate(trees.words):
        head = trees.head(at)
        if word.upos != "NOUN" or head is None or not trees.is_deprel(at, "obj"):
            continue
        if _is_light(view, at, head) and view.tables.noun(word.lemma) is not None:
            yield at, head


def _is_light(view: View, at: int, verb: int) -> bool:
    """Tell whether a verb only carries the noun at *at*, which tables may know as a word of the verb's."""
    lemma = view.lemma(verb)
    return lemma in view.tables.light or lemma == _together(view, at, verb)


def _together(view: View, at: int, verb: int) -> str:
    return f"{view.trees.words[at].form.lower()} {view.trees.words[verb].lemma}"


def _trigger(view: View, at: int, light: int | None) -> Trigger | None:
    word = view.trees.words[at]
    if word.upos == "VERB":
        return _verb(view, at)
    if word.upos == "AUX":
        return _auxiliary(view, at)
    if word.upos == "ADJ":
        return _participle(view, at)
    phrase = _phrase(view, at)
    if phrase is not None:
        return phrase
    return _noun(view, at, light) if word.upos == "NOUN" else None


def _verb(view: View, at: int) -> Trigger:
    row = view.predicate(at)
    return Trigger(at, at, view.lemma(at), _verb_class(view, at, row), (at, at + 1), row)


def _verb_class(view: View, at: int, row: Predicate | None) -> str:
    if row is not None:
        return row.cls
    if view.has_content(at):
        lemma = view.lemma(at)
        if lemma in view.tables.saying:
            return "REPORTING"
        if lemma in view.tables.thinking:
            return "I_STATE"
    return "OCCURRENCE"


def _auxiliary(view: View, at: int) -> Trigger | None:
    """Read a copula or a modal auxiliary; auxiliaries of tense and negation are no events."""
    trees, word = view.trees, view.trees.words[at]
    head = trees.head(at)
    if word.lemma in view.tables.copulas:
        if trees.is_deprel(at, "aux") or head is None:
            return None if trees.is_deprel(at, "aux") else _state(view, at, at)
        return _state(view, at, head)
    row = view.predicate(at)
    if row is None or row.cls != "MODAL":
        return None
    return Trigger(at, at if head is None else head, word.lemma, "MODAL", (at, at + 1), row)


def _state(view: View, at: int, site: int) -> Trigger:
    words = view.trees.words
    predicate = words[site]
    lemma = words[at].lemma
    name = _named_state(view, site, lemma)
    row = next(iter(view.tables.verbs.get(name, ())), None)
    plain = row is None and name not in view.tables.frames and predicate.upos not in {"ADJ", "ADV"}
    if site == at or plain:
        return Trigger(at, site, lemma, "STATE", (at, at + 1), None)
    return Trigger(at, site, name, row.cls if row else "STATE", _joined(at, site), row)


def _named_state(view: View, site: int, copula: str) -> str:
    """Return the copula with its predicate, or with the adposition that a frame knows: *be against*."""
    words = view.trees.words
    for mark in view.trees.with_deprel(site, "case"):
        name = f"{words[mark].form.lower()} {copula}"
        if name in view.tables.frames:
            return name
    return f"{words[site].form.lower()} {copula}"


def _joined(one: int, other: int) -> tuple[int, int]:
    """Mark two words where they are neighbours, the first of them alone otherwise."""
    return (min(one, other), max(one, other) + 1) if abs(one - other) == 1 else (one, one + 1)


def _participle(view: View, at: int) -> Trigger | None:
    feats = view.feats(at)
    if "VerbForm=Part" not in feats or "Tense=Past" not in feats:
        return None
    word = view.trees.words[at]
    verb = view.tables.verb_of(word.form.lower())
    row = next((one for one in view.tables.verbs.get(verb or "", ()) if one.needs is None), None)
    return Trigger(at, at, verb or word.lemma, row.cls if row else "OCCURRENCE", (at, at + 1), row)


def _phrase(view: View, at: int) -> Trigger | None:
    """Read *according to*: a report without a verb, where somebody's name stands before it."""
    words = view.trees.words
    rows = view.tables.phrases.get(words[at].form.lower(), {})
    cls = next((rows[forms] for forms in rows if _follows(view, at, forms)), None)
    if cls is None or (not view.trees.children[at] and words[at].upos != "ADP"):
        return None
    return Trigger(at, at, words[at].lemma, cls, (at, at + 1), None)


def _follows(view: View, at: int, forms: tuple[str, ...]) -> bool:
    words = view.trees.words[at + 1 : at + 1 + len(forms)]
    return tuple(word.form.lower() for word in words) == forms


def _noun(view: View, at: int, light: int | None) -> Trigger | None:
    row = view.tables.noun(view.trees.words[at].lemma)
    if row is None:
        return None
    lemma = view.trees.words[at].lemma
    if light is None:
        return Trigger(at, at, lemma, row.cls, (at, at + 1), row)
    own, whole = _together(view, at, light), view.lemma(light)
    name = own if whole == own else f"{view.trees.words[at].form.lower()} {whole}"
    words = _joined(at, light)
    return Trigger(at, light, name, row.cls, words if words[1] - words[0] > 1 else (at, at + 1), row, light)
