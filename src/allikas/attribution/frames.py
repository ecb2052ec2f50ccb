"""All frames of a document, in the order in which they are found: the table of contents of attribution."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allikas.attribution.clauses import find_regions, trim
from allikas.attribution.frame import Frame
from allikas.attribution.noun_frames import find_noun_frames
from allikas.attribution.phrase_frames import find_phrase_frames
from allikas.attribution.quotations import by_sentence, find_quotation_frames
from allikas.attribution.quotes import find_quotes
from allikas.attribution.relays import with_relays
from allikas.attribution.verbs import find_verb_frames
from allikas.attribution.view import View
from allikas.lang.reporting import Reporting
from allikas.model.word import Sentence, Word


def find_frames(words: Sequence[Word], sentences: Sequence[Sentence], tables: Reporting) -> tuple[Frame, ...]:
    """Find every frame of the document, in order of its content.

    Quotations come first, since a verb that frames one frames nothing else; relays last, since they need the
    frames whose words they pass on.
    """
    view = View(words, tables)
    quotes = find_quotes(words, sentences)
    regions = find_regions(words, sentences, quotes)
    quoted = find_quotation_frames(view, regions, quotes)
    used = {at for frame in quoted for cue in frame.cue for at in range(*cue)}
    found = [by_sentence(frame, sentences) for frame in quoted]
    for region in regions:
        for find in (find_verb_frames, find_phrase_frames, find_noun_frames):
            found += _new(find(view, region), used)
    frames = [trimmed for frame in found if (trimmed := _trimmed(words, frame)) is not None]
    return with_relays(view, sorted(frames, key=lambda frame: (frame.first, -frame.last)))


def _new(frames: Iterator[Frame], used: set[int]) -> Iterator[Frame]:
    """Leave out frames whose cue has served already."""
    for frame in frames:
        cue = {at for part in frame.cue for at in range(*part)}
        if cue.isdisjoint(used):
            used |= cue
            yield frame


def _trimmed(words: Sequence[Word], frame: Frame) -> Frame | None:
    parts = (trim(words, part) for part in frame.content)
    content = tuple(part for part in parts if part is not None)
    return replace(frame, content=content) if content else None
