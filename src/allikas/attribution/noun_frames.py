"""Frames of nouns over trees: `expressed the hope that ...`, `X's proposal to ...`, `X is sure that ...`."""

from collections.abc import Iterator

from allikas.attribution.extents import content_of, noun_phrase, subject
from allikas.attribution.frame import Frame, Words
from allikas.attribution.tree_view import TreeView
from allikas.entities.phrases import is_finite_clause
from allikas.lang.reporting import Cue


def find_noun_frames(view: TreeView) -> Iterator[Frame]:
    """Yield the frame of every noun of speech or thought that has content, beneath it or beneath its verb."""
    for at, word in enumerate(view.trees.words):
        cue = view.tables.nouns.get(word.lemma) if word.upos in {"NOUN", "ADJ", "ADV"} else None
        frame = _frame(view, at, cue) if cue is not None and not view.completes(at) else None
        if frame is not None:
            yield frame


def _frame(view: TreeView, at: int, cue: Cue) -> Frame | None:
    support = _support(view, at)
    head = _content(view, at, support, cue)
    if head is None:
        return None
    frame = frozenset({at}) if support is None else view.own_words(support, head, at)
    source = _source(view, at, support)
    if source is None and view.trees.words[at].upos != "NOUN":
        return None
    return Frame(
        content=content_of(view.trees, (head,), frame),
        cue=view.cue_words(at, support),
        source=source,
        kind=cue.kind,
        negated=_negated(view, at, support),
        by=(cue.name, "noun with its clause"),
    )


def _negated(view: TreeView, at: int, support: int | None) -> bool:
    """Tell whether the verb that goes with the noun is denied, or the noun as what is said of somebody."""
    verb = support if support is not None else view.trees.head(at)
    if _is_predicate(view, at) or verb is None:
        return view.negated(at)
    exists = view.trees.words[verb].lemma in view.tables.support | view.tables.being
    return exists and view.trees.is_deprel(at, "obj", "obl", "nsubj") and view.negated(verb)


def _content(view: TreeView, at: int, support: int | None, cue: Cue) -> int | None:
    children = view.trees.with_deprel(at, "acl", "ccomp", "csubj", "xcomp")
    if support is not None:
        children += view.trees.with_deprel(support, "ccomp", "xcomp")
    governs = cue.governs if support is None else frozenset(name.rstrip("+") for name in cue.governs)
    return next((child for child in children if _fits(view, child, governs)), None)


def _fits(view: TreeView, child: int, governs: frozenset[str]) -> bool:
    if view.trees.words[child].deprel == "acl:relcl":
        return False
    if "VerbForm=Inf" in view.trees.words[child].feats:
        return "da" in governs
    marks = {view.lower(mark) for mark in view.trees.with_deprel(child, "mark", "advmod")}
    if not is_finite_clause(view.trees, child):
        return False
    if marks & view.tables.that:
        return "that" in governs
    return "ask" in governs and bool(marks & view.tables.questions)


def _support(view: TreeView, at: int) -> int | None:
    head = view.trees.head(at)
    if head is None or not view.trees.is_deprel(at, "obj", "obl", "nsubj"):
        return None
    return head if view.trees.words[head].lemma in view.tables.support else None


def _is_predicate(view: TreeView, at: int) -> bool:
    """Tell whether the word itself is what is said of a subject: `is sure`."""
    return bool(view.trees.with_deprel(at, "nsubj"))


def _source(view: TreeView, at: int, support: int | None) -> Words | None:
    owners = [
        child
        for child in view.trees.with_deprel(at, "nmod", "det")
        if "Case=Gen" in view.trees.words[child].feats
    ]
    found = owners[0] if owners else None
    if found is None:
        head = support if support is not None else at if _is_predicate(view, at) else view.trees.head(at)
        found = subject(view.trees, head) if head is not None else None
        found = None if found == at else found
        found = found if found is not None else _concerned(view, at)
    return None if found is None else noun_phrase(view.trees, found, view.tables.floating)


def _concerned(view: TreeView, at: int) -> int | None:
    """Return to whom it is so (`it is clear to the mayor that ...`), or what can be read where it stands."""
    words = view.trees.words
    if words[at].upos == "NOUN":
        return None
    found = view.trees.with_deprel(at, "obl", "nmod")
    return next((one for one in found if _may_be_read(view, one) or "Case=All" in words[one].feats), None)


def _may_be_read(view: TreeView, at: int) -> bool:
    word = view.trees.words[at]
    return "Case=Ine" in word.feats and word.lemma.endswith(view.tables.documents)
