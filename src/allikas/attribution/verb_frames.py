"""Frames of verbs over trees: the clause or infinitive that hangs on a verb that reports, on either side."""

from collections.abc import Iterator
from dataclasses import replace

from allikas.attribution.extents import clause_head, content_of, noun_phrase
from allikas.attribution.frame import Frame, Words
from allikas.attribution.media import is_media
from allikas.attribution.tree_view import TreeView
from allikas.entities.phrases import is_finite_clause, phrase_head
from allikas.lang.reporting import Cue

NAMED = frozenset({"da+", "ma+"})
INFINITIVE = "verb + infinitive"
LEAD = 4  # words from the beginning of a clause to the word that asks, signs included; a guess
THAT = "verb + that-clause"
_HEARERS = frozenset({"Case=Ade", "Case=All"})
_INFINITIVES = {"da": "VerbForm=Inf", "ma": "VerbForm=Sup"}


def find_verb_frames(view: TreeView) -> Iterator[Frame]:
    """Yield the frame of every verb that reports and has its content beneath or around it."""
    for at in range(len(view.trees.words)):
        cue = view.cue(at)
        if cue is not None and _has_reporter(view, at, cue):
            yield from _frames(view, at, cue)


def _has_reporter(view: TreeView, at: int, cue: Cue) -> bool:
    """Tell whether a verb that also says how things are (`shows`, `seems`) has somebody who reports."""
    tables = view.tables
    if cue.lemma in tables.appearing | tables.emerging:
        return _source(view, at, cue) is not None
    if cue.lemma not in tables.showing:
        return True
    source = view.source(at)
    lemma = "" if source is None else view.trees.words[phrase_head(view.trees, *source)].lemma
    return lemma.endswith(tables.documents + tables.speakers)


def _source(view: TreeView, at: int, cue: Cue) -> Words | None:
    """Return the source: whom it seems so, what it turns out from, or the subject."""
    if cue.lemma in view.tables.appearing:
        return _oblique(view, at, "Case=All")
    if cue.lemma in view.tables.emerging:
        return _oblique(view, at, "Case=Ela", view.tables.documents)
    return view.source(at)


def _oblique(view: TreeView, at: int, case: str, ends: tuple[str, ...] = ("",)) -> Words | None:
    words = view.trees.words
    found = (one for one in view.trees.with_deprel(at, "obl") if case in words[one].feats)
    fitting = next((one for one in found if words[one].lemma.endswith(ends)), None)
    return None if fitting is None else noun_phrase(view.trees, fitting, view.tables.floating)


def _frames(view: TreeView, at: int, cue: Cue) -> Iterator[Frame]:
    contents = [child for child in view.trees.children[at] if _is_content(view, at, child, cue)]
    if not contents:
        if "quote" in cue.governs:
            yield from _around(view, at, cue)
        if "pledge" in cue.governs:
            yield from _pledged(view, at, cue)
        return
    first = contents[0]
    side = [child for child in contents if (child < at) == (first < at)]
    pointing = {child: _points_ahead(view, child) for child in side}
    heads = [head if head is not None else child for child, head in pointing.items()]
    frame = set(view.own_words(at, *contents)) | {
        child for child, head in pointing.items() if head is not None
    }
    rule = _rule(view, at, heads[0])
    if rule == INFINITIVE and not _may_ask(view, at, cue):
        return
    if rule == INFINITIVE:
        frame -= _objects(view, at, first)
        heads += _objects(view, at, first)
    returning = _returning(view, heads[-1]) if rule == THAT else frozenset()
    content = content_of(view.trees, heads, frame | returning | set(_particles(view, at, cue)))
    yield _frame(view, at, cue, content, rule)


def _may_ask(view: TreeView, at: int, cue: Cue) -> bool:
    """Tell whether somebody speaks who can: what lets or invites one to do something may be no person."""
    source = view.source(at)
    if source is None:
        return not cue.governs & NAMED
    head = phrase_head(view.trees, *source)
    word = view.trees.words[head]
    if word.upos == "NOUN" and word.form.islower():
        return word.lemma.endswith(view.tables.speakers)
    return view.lower(head) not in view.tables.things


def _returning(view: TreeView, head: int) -> frozenset[int]:
    """Return the words by which a sentence goes back to the reporter: behind a comma before `and`."""
    trees = view.trees
    last = next(iter(trees.with_deprel(head, "conj")[-1:]), None)
    joint = next(iter(trees.with_deprel(last, "cc")), None) if last is not None else None
    if last is None or joint is None or joint <= head + 1 or view.lower(joint) not in view.tables.returning:
        return frozenset()
    closes = trees.words[joint - 1].form == "," and clause_head(trees, joint - 2) == head
    own = trees.with_deprel(last, "nsubj") or not is_finite_clause(trees, last)
    return frozenset(trees.subtree(last)) if closes and not own else frozenset()


def _objects(view: TreeView, at: int, infinitive: int) -> frozenset[int]:
    """Return the words between the verb and its infinitive that belong to what is to be done."""
    trees = view.trees
    between = [
        child
        for child in trees.children[at]
        if at < child < infinitive
        and trees.is_deprel(child, "obj", "obl")
        and not _HEARERS & trees.words[child].feats
    ]
    return frozenset(word for child in between for word in trees.subtree(child))


def _particles(view: TreeView, at: int, cue: Cue) -> tuple[int, ...]:
    particle = view.particle(at, cue) if cue.particle else None
    return () if particle is None else (particle,)


def _is_content(view: TreeView, at: int, child: int, cue: Cue) -> bool:
    trees = view.trees
    if trees.is_deprel(child, "ccomp", "csubj", "parataxis"):
        return is_finite_clause(trees, child) and _may_govern(view, at, child, cue)
    if trees.is_deprel(child, "xcomp"):
        wanted = {feat for name, feat in _INFINITIVES.items() if {name, name + "+"} & cue.governs}
        return bool(wanted & trees.words[child].feats)
    return _points_ahead(view, child) is not None and "that" in cue.governs


def _may_govern(view: TreeView, at: int, child: int, cue: Cue) -> bool:
    marks = {view.lower(mark) for mark in view.trees.with_deprel(child, "mark")}
    if marks & view.tables.that:
        return "that" in cue.governs
    if child < at:
        return True
    first = view.trees.edges[child][0]
    if _asks(view, first, child):
        return "ask" in cue.governs
    return "quote" in cue.governs and not marks and _is_led(view, first)


def _asks(view: TreeView, first: int, child: int) -> bool:
    """Tell whether a word that asks stands in the clause, at its beginning."""
    lead = range(first, min(child, first + LEAD) + 1)
    return any(
        view.lower(at) in view.tables.questions or view.trees.words[at].lemma in view.tables.questions
        for at in lead
    )


def _points_ahead(view: TreeView, child: int) -> int | None:
    """Return the clause that a pronoun announces: `says this, that ...`."""
    word = view.trees.words[child]
    if word.upos not in {"PRON", "DET"} or not {"Case=Par", "Case=Ela", "Case=Nom"} & word.feats:
        return None
    clauses = [
        one
        for one in view.trees.with_deprel(child, "acl", "ccomp", "appos")
        if view.trees.words[one].deprel != "acl:relcl"
    ]
    return next((one for one in clauses if is_finite_clause(view.trees, one)), None)


def _rule(view: TreeView, at: int, child: int) -> str:
    marks = {view.lower(mark) for mark in view.trees.with_deprel(child, "mark")}
    if marks & view.tables.that:
        return THAT
    if view.trees.is_deprel(child, "xcomp"):
        return INFINITIVE
    return "frame behind its clause" if child < at else "verb + clause"


def _around(view: TreeView, at: int, cue: Cue) -> Iterator[Frame]:
    """Read `..., believes X, ...`: the frame hangs on what it reports."""
    head = view.trees.head(at)
    if head is None or not view.trees.is_deprel(at, "parataxis", "advcl") or _has_object(view, at):
        return
    if view.trees.is_deprel(at, "advcl") and not _is_like(view, at):
        return
    content = content_of(view.trees, (head,), frozenset(view.trees.subtree(at)))
    yield _frame(view, at, cue, content, "frame inside its clause")


def _has_object(view: TreeView, at: int) -> bool:
    """Tell whether the verb has something else to say: an object, or no finite form."""
    return bool(view.trees.with_deprel(at, "obj", "xcomp")) or not is_finite_clause(view.trees, at)


def _is_like(view: TreeView, at: int) -> bool:
    marks = view.trees.with_deprel(at, "mark", "advmod")
    return any(view.lower(mark) in view.tables.like for mark in marks)


def _addressee(view: TreeView, at: int) -> Words | None:
    """Return the phrase of whom it is said to."""
    trees = view.trees
    told = (one for one in trees.with_deprel(at, "obl") if "Case=All" in trees.words[one].feats)
    found = next(told, None)
    return None if found is None else noun_phrase(trees, found, view.tables.floating)


def _frame(view: TreeView, at: int, cue: Cue, content: tuple[Words, ...], rule: str) -> Frame:
    heard = None if cue.lemma in view.tables.appearing else _addressee(view, at)
    media = heard is not None and is_media(view.trees.words, heard, view.tables)
    return Frame(
        content=content,
        cue=view.cue_words(at, *_particles(view, at, cue)),
        source=_source(view, at, cue),
        relay=heard if media else None,
        addressee=None if media else heard,
        kind=cue.kind,
        negated=view.negated(at),
        by=(cue.name, rule),
    )


def _is_led(view: TreeView, first: int) -> bool:
    """Tell whether a colon leads the clause in."""
    words = view.trees.words
    return words[first].form == ":" or (first > 0 and words[first - 1].form == ":")


def _pledged(view: TreeView, at: int, cue: Cue) -> Iterator[Frame]:
    """Read `affirmed their support for ...`: a noun says what is affirmed, and so makes the statement."""
    trees = view.trees
    noun = next(
        (one for one in trees.with_deprel(at, "obj") if trees.words[one].lemma in view.tables.pledges), None
    )
    if noun is None or noun < at or view.source(at) is None:
        return
    towards = [
        one for one in trees.with_deprel(at, "obl") if one > noun and "Case=All" in trees.words[one].feats
    ]
    heads = (noun, *towards)
    content = content_of(trees, heads, view.own_words(at, *heads))
    frame = _frame(view, at, cue, content, "verb + pledge")
    yield replace(frame, relay=None, addressee=None)
