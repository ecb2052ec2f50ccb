"""Bylines, credits and buttons are nobody's word: no statement is read from them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from allikas.attribution.extents import runs
from allikas.attribution.frame import Frame
from allikas.model.word import Word
from allikas.segment.boilerplate import Noise


def noisy_words(words: Sequence[Word], noise: Sequence[Noise]) -> frozenset[int]:
    """Return the words that stand in *noise*, which is in order as they are."""
    found, at = set(), 0
    for one in noise:
        while at < len(words) and words[at].span.end <= one.span.start:
            at += 1
        while at < len(words) and words[at].span.start < one.span.end:
            found.add(at)
            at += 1
    return frozenset(found)


def without_noise(frame: Frame, noisy: AbstractSet[int]) -> Frame | None:
    """Cut noise out of the content of a frame; a frame whose cue or source is noise is none."""
    if not noisy:
        return frame
    named = (*frame.cue, *(part for part in (frame.source, frame.relay, frame.addressee) if part is not None))
    if any(at in noisy for part in named for at in range(*part)):
        return None
    kept = [[at for at in range(*part) if at not in noisy] for part in frame.content]
    content = tuple(part for places in kept if places for part in runs(places))
    return replace(frame, content=content) if content else None
