"""Frames that are none after all: the report itself speaks, or another frame accounts for a mood."""

from collections.abc import Iterable
from typing import NamedTuple

from allikas.attribution.flat.view import View
from allikas.attribution.frame import Frame
from allikas.attribution.phrase_frames import QUOTATIVE


class Around(NamedTuple):
    """What the frames of a document hold: words that somebody else says, and words of other frames."""

    spoken: frozenset[int]
    framed: frozenset[int]


def look_around(view: View, frames: Iterable[Frame]) -> Around:
    """Gather the words of quotations and of what others than the reporter say."""
    spoken, framed = set[int](), set[int]()
    for frame in frames:
        held = {at for part in frame.content for at in range(*part)}
        if frame.quoted or not _says_me(view, frame):
            spoken |= held
        if not frame.quoted and frame.by != QUOTATIVE:
            framed |= held
            framed |= {at for part in frame.cue for at in range(*part)}
    return Around(frozenset(spoken), frozenset(framed))


def is_own_voice(view: View, frame: Frame, around: Around) -> bool:
    """Tell whether the report itself speaks: in the first person, or in nobody's name.

    A quotative inside a frame of another kind is no frame of its own.
    """
    if frame.quoted or not frame.cue:
        return False
    first = frame.cue[0].first
    if frame.by == QUOTATIVE:
        return first in around.framed or view.words[first].head in around.framed
    if frame.source is None and any(_is_bare(view, at) for at in _verbs(view, frame)):
        return True
    return _says_me(view, frame) and first not in around.spoken


def _says_me(view: View, frame: Frame) -> bool:
    """Tell whether the frame has `I`, `we` or `you` as its source, or in its verb."""
    source = range(*frame.source) if frame.source and len(range(*frame.source)) == 1 else ()
    me = (*_verbs(view, frame), *(at for at in source if view.words[at].upos == "PRON"))
    return any({"Person=1", "Person=2"} & view.words[at].feats for at in me)


def _verbs(view: View, frame: Frame) -> tuple[int, ...]:
    return tuple(at for part in frame.cue for at in range(*part) if view.words[at].upos in {"VERB", "AUX"})


def _is_bare(view: View, at: int) -> bool:
    return bool({"VerbForm=Inf", "VerbForm=Sup"} & view.words[at].feats)
