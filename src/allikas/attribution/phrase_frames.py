"""Frames without a verb over trees: `according to X`, adverbs that hide a source, the quotative mood."""

from collections.abc import Iterator
from dataclasses import replace

from allikas.attribution.extents import CLAUSES, clause_head, content_of, noun_phrase
from allikas.attribution.flat.phrases import genitive_before
from allikas.attribution.frame import Frame, Words
from allikas.attribution.tree_view import TreeView
from allikas.lang.reporting import Phrase

REACH = 24  # words in a source phrase; a guess, twice the longest seen in training articles
QUOTATIVE = ("quotative",)


def find_phrase_frames(view: TreeView) -> Iterator[Frame]:
    """Yield the frames of postpositional phrases, adverbs and quotatives."""
    found = [
        frame for at in range(len(view.trees.words)) if (frame := _phrase(view, at) or _adverb(view, at))
    ]
    heads = frozenset(frame.head for frame in found if frame.head is not None)
    for frame in found:
        whole = _with_content(view, frame, heads)
        if whole is not None:
            yield whole


def _match(view: TreeView, at: int, phrases: tuple[Phrase, ...]) -> tuple[int, Phrase] | None:
    """Return the longest phrase that ends with word *at*, and where it begins."""
    for phrase in phrases:
        start = at + 1 - len(phrase.forms)
        if start >= 0 and all(view.lower(start + n) == form for n, form in enumerate(phrase.forms)):
            return start, phrase
    return None


def _phrase(view: TreeView, at: int) -> Frame | None:
    found = _match(view, at, view.tables.phrases.get(view.lower(at), ()))
    if found is None:
        return _general(view, at)
    if view.completes(at):
        return None
    start, phrase = found
    owner = _owner(view, start, at) or _genitive(view, start)
    if owner is None and not _is_alone(view, start):
        return None
    by = (" ".join(phrase.forms), "source phrase")
    return _around(view, at, Frame((), (Words(start, at + 1),), owner, kind=phrase.kind, by=by))


def _genitive(view: TreeView, start: int) -> Words | None:
    """Return the genitive phrase just before, where the tree hangs it elsewhere."""
    before = view.trees.words[start - 1] if start else None
    if before is None or "Case=Gen" not in before.feats or before.upos not in {"NOUN", "PROPN", "PRON"}:
        return None
    return genitive_before(view.trees.words, start, max(0, start - REACH), view.tables.returning)


def _is_alone(view: TreeView, start: int) -> bool:
    """Tell whether nobody stands before the phrase, only what kind it is: `by first estimates`."""
    owners = view.trees.with_deprel(start, "nmod", "obl", "obl:agent", "nsubj")
    return view.trees.words[start].upos == "NOUN" and not owners


def _owner(view: TreeView, start: int, at: int) -> Words | None:
    """Return the phrase of whoever stands before the words that make it a source."""
    before = start - 1
    if before < 0 or view.trees.words[before].deprel in {"amod", "nummod", "case"}:
        return None
    while (head := view.trees.head(before)) is not None and not start <= head <= at and head < start:
        before = head
    if not (_hangs_on(view, before, start, at) and _is_nominal(view, before)):
        return None
    phrase = noun_phrase(view.trees, before, view.tables.floating)
    wider = genitive_before(view.trees.words, start, max(0, start - REACH), view.tables.returning)
    first = phrase.first
    while wider is not None and first > wider.first and "Case=Nom" not in view.trees.words[first - 1].feats:
        first -= 1
    return Words(first, start) if first < start else None


def _hangs_on(view: TreeView, before: int, start: int, at: int) -> bool:
    head = view.trees.head(before)
    return head is not None and (
        start <= head <= at or any(view.trees.head(one) == before for one in range(start, at + 1))
    )


def _is_nominal(view: TreeView, at: int) -> bool:
    word = view.trees.words[at]
    cased = [feat for feat in word.feats if feat.startswith("Case=")]
    nominal = word.upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"}
    return nominal and "Case=Par" not in cased and "Reflex=Yes" not in word.feats


def _general(view: TreeView, at: int) -> Frame | None:
    """Read a postposition that reports only after somebody who speaks, or something that can be read."""
    form = view.lower(at)
    noun = view.trees.head(at)
    if _match(view, at, view.tables.adverbs.get(form, ())) is not None:
        return None
    if form in view.tables.leading and noun is not None and noun > at:
        return _leading(view, at, noun)
    if form not in view.tables.general or noun is None or noun > at:
        return None
    if form not in view.tables.firm and not _can_report(view, noun):
        return None
    source = noun_phrase(view.trees, noun, view.tables.floating)
    source = Words(source.first, min(source.last, at))
    return _around(view, at, Frame((), (Words(at, at + 1),), source, by=(form, "source phrase")))


def _leading(view: TreeView, at: int, noun: int) -> Frame | None:
    """Read a preposition that reports before something that can be read: `in accordance with the law`."""
    source = noun_phrase(view.trees, noun, view.tables.floating)
    if source.first not in {at, at + 1} or not _can_report(view, noun):
        return None
    by = (view.lower(at), "source phrase")
    return _around(view, at, Frame((), (Words(at, at + 1),), Words(at + 1, source.last), by=by))


def _can_report(view: TreeView, at: int) -> bool:
    """Tell whether somebody or something that reports stands there, or a pronoun that means such a thing."""
    word = view.trees.words[at]
    if view.lower(at) in view.tables.whose:
        clause = view.trees.head(clause_head(view.trees, at))
        return clause is not None and _can_report(view, clause)
    return word.upos == "PROPN" or word.lemma.endswith(view.tables.speakers + view.tables.documents)


def _adverb(view: TreeView, at: int) -> Frame | None:
    found = _match(view, at, view.tables.adverbs.get(view.lower(at), ()))
    if found is not None:
        start, phrase = found
        by = (" ".join(phrase.forms), "evidential adverb")
        return _around(view, at, Frame((), (Words(start, at + 1),), kind=phrase.kind, by=by))
    if "Mood=Qot" in view.trees.words[at].feats and _is_predicate(view, at):
        return _around(view, at, Frame((), (Words(at, at + 1),), by=QUOTATIVE))
    return None


def _is_predicate(view: TreeView, at: int) -> bool:
    """Tell whether the word carries its clause: no attribute, and no part of what something seems."""
    main = view.trees.head(at) if view.trees.is_deprel(at, "aux", "cop") else at
    if main is None:
        return True
    return view.trees.is_deprel(main, *CLAUSES) and not _has_other_verb(view, main)


def _has_other_verb(view: TreeView, main: int) -> bool:
    group = (main, *view.trees.with_deprel(main, "aux", "cop"))
    feats = (view.trees.words[one].feats for one in group)
    return any("VerbForm=Fin" in one and "Mood=Qot" not in one for one in feats)


def _around(view: TreeView, at: int, frame: Frame) -> Frame | None:
    """Say which clause the phrase stands in."""
    phrase = _phrase_words(view, frame)
    head = clause_head(view.trees, at)
    while head in phrase and (above := view.trees.head(head)) is not None:
        head = clause_head(view.trees, above)
    return replace(frame, head=head)


def _phrase_words(view: TreeView, frame: Frame) -> frozenset[int]:
    """Return the words of source and cue; a cue without a source has its attributes with it."""
    cue = frame.cue[0].first
    if frame.source is not None:
        return frozenset(range(min(frame.source.first, cue), max(frame.source.last, frame.cue[-1].last)))
    kinds = view.trees.with_deprel(cue, "amod", "nummod", "det", "nmod")
    own = (word for kind in kinds for word in view.trees.subtree(kind) if word < cue)
    return frozenset(range(cue, frame.cue[-1].last)) | frozenset(own)


def _with_content(view: TreeView, frame: Frame, heads: frozenset[int]) -> Frame | None:
    """Give the frame its content: the clause around the phrase, without clauses that have their own."""
    if frame.head is None:
        return None
    others = [
        child
        for child in view.trees.with_deprel(frame.head, "conj", "parataxis")
        if child in heads or (frame.by == QUOTATIVE and not _is_quotative(view, child))
    ]
    own = _phrase_words(view, frame) | {word for child in others for word in view.trees.subtree(child)}
    content = content_of(view.trees, (frame.head,), own)
    return replace(frame, content=content) if content else None


def _is_quotative(view: TreeView, at: int) -> bool:
    group = (at, *view.trees.with_deprel(at, "aux", "cop"))
    return any("Mood=Qot" in view.trees.words[one].feats for one in group)
