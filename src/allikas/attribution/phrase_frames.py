"""Frames without a verb over trees: `according to X`, adverbs that hide a source, the quotative mood."""

from collections.abc import Iterator
from dataclasses import replace

from allikas.attribution.extents import clause_head, content_of, noun_phrase
from allikas.attribution.frame import Frame, Words
from allikas.attribution.tree_view import TreeView
from allikas.lang.reporting import Phrase


def find_phrase_frames(view: TreeView) -> Iterator[Frame]:
    """Yield the frames of postpositional phrases, adverbs and quotatives."""
    for at in range(len(view.trees.words)):
        frame = _phrase(view, at) or _adverb(view, at)
        if frame is not None:
            yield frame


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
    start, phrase = found
    owner = _owner(view, start, at)
    if owner is None:
        return None
    by = (" ".join(phrase.forms), "source phrase")
    return _around(view, at, Frame((), (Words(start, at + 1),), owner, kind=phrase.kind, by=by))


def _owner(view: TreeView, start: int, at: int) -> Words | None:
    """Return the phrase of whoever stands before the words that make it a source."""
    before = start - 1
    if before < 0:
        return None
    while (head := view.trees.head(before)) is not None and not start <= head <= at and head < start:
        before = head
    if not (_hangs_on(view, before, start, at) and _is_nominal(view, before)):
        return None
    phrase = noun_phrase(view.trees, before, view.tables.floating)
    return Words(phrase.first, min(phrase.last, start)) if phrase.first < start else None


def _hangs_on(view: TreeView, before: int, start: int, at: int) -> bool:
    head = view.trees.head(before)
    return head is not None and (
        start <= head <= at or any(view.trees.head(one) == before for one in range(start, at + 1))
    )


def _is_nominal(view: TreeView, at: int) -> bool:
    return view.trees.words[at].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"}


def _general(view: TreeView, at: int) -> Frame | None:
    """Read a postposition that reports only after somebody who speaks, or something that can be read."""
    form = view.lower(at)
    noun = view.trees.head(at)
    if form not in view.tables.general or noun is None or noun > at or not _can_report(view, noun):
        return None
    source = noun_phrase(view.trees, noun, view.tables.floating)
    source = Words(source.first, min(source.last, at))
    return _around(view, at, Frame((), (Words(at, at + 1),), source, by=(form, "source phrase")))


def _can_report(view: TreeView, at: int) -> bool:
    word = view.trees.words[at]
    return word.upos == "PROPN" or word.lemma.endswith(view.tables.speakers + view.tables.documents)


def _adverb(view: TreeView, at: int) -> Frame | None:
    found = _match(view, at, view.tables.adverbs.get(view.lower(at), ()))
    if found is not None:
        start, phrase = found
        by = (" ".join(phrase.forms), "evidential adverb")
        return _around(view, at, Frame((), (Words(start, at + 1),), kind=phrase.kind, by=by))
    if "Mood=Qot" in view.trees.words[at].feats:
        return _around(view, at, Frame((), (Words(at, at + 1),), by=("quotative",)))
    return None


def _around(view: TreeView, at: int, frame: Frame) -> Frame | None:
    """Give the frame its content: the clause in which the phrase stands, without the phrase."""
    phrase = frozenset(range((frame.source or frame.cue[0]).first, frame.cue[-1].last))
    head = clause_head(view.trees, at)
    while head in phrase and (above := view.trees.head(head)) is not None:
        head = clause_head(view.trees, above)
    content = content_of(view.trees, head, phrase)
    return replace(frame, content=content) if content else None
