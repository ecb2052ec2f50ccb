"""Where an event stands to publication, by its own grammar: tense, mood and the form of the verb."""

from typing import NamedTuple

from allikas.events.view import View
from allikas.model.features import Feats
from allikas.model.layers import Relation, Status


class Own(NamedTuple):
    """What a word says of its own event; ``None`` leaves it to the word above."""

    status: Status | None
    relation: Relation | None
    by: str


_INHERITED = Own(None, None, "")


def own(view: View, site: int) -> Own:
    """Read a verb or predicate with its auxiliaries."""
    feats = view.feats(site)
    group = view.group(site)
    if "Mood=Cnd" in group:
        ahead: Relation = "overlap" if view.trees.with_deprel(site, "cop") else "after"
        return Own("conditional", "before" if "Tense=Past" in group else ahead, "conditional")
    if {"Mood=Imp", "Mood=Jus"} & group:
        return Own("demanded", "after", "imperative")
    if "VerbForm=Sup" in feats and "Case=Ine" in feats and view.helpers(site):
        return Own("planned", "after", "about to")
    if "VerbForm=Fin" in group or ("Polarity=Neg" in group and "VerbForm=Part" in group):
        return _finite(group)
    if "VerbForm=Part" in feats:
        return _participle(feats)
    return _INHERITED


def _finite(group: Feats) -> Own:
    if "Tense=Past" in group:
        return Own("happened", "before", "past")
    return Own("ongoing", "overlap", "present")


def _participle(feats: Feats) -> Own:
    if "Tense=Past" in feats:
        return Own("happened", "before", "past participle")
    return Own("ongoing", "overlap", "present participle")
