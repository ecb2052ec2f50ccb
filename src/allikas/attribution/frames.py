"""All frames of a document, in the order in which they are found: the table of contents of attribution."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allikas.attribution.certainty import with_certainty
from allikas.attribution.flat.clauses import Region, find_regions, trim
from allikas.attribution.flat.noun_frames import find_noun_frames as flat_nouns
from allikas.attribution.flat.phrase_frames import find_phrase_frames as flat_phrases
from allikas.attribution.flat.verbs import find_verb_frames as flat_verbs
from allikas.attribution.flat.view import View
from allikas.attribution.frame import Frame, Words
from allikas.attribution.headlines import find_headline_frames
from allikas.attribution.media import find_outlets
from allikas.attribution.noise import noisy_words, without_noise
from allikas.attribution.noun_frames import find_noun_frames
from allikas.attribution.own_voice import is_own_voice, look_around
from allikas.attribution.phrase_frames import find_phrase_frames
from allikas.attribution.quotations import by_sentence, find_quotation_frames
from allikas.attribution.quotes import find_quotes
from allikas.attribution.relays import with_relays
from allikas.attribution.tree_view import TreeView
from allikas.attribution.turns import find_answers
from allikas.attribution.verb_frames import find_verb_frames
from allikas.lang.reporting import Reporting
from allikas.model.word import Sentence, Word
from allikas.segment.boilerplate import Noise
from allikas.syntax.trees import turn

RULES = (
    "verb + that-clause",
    "verb + clause",
    "verb + infinitive",
    "verb + pledge",
    "frame behind its clause",
    "frame inside its clause",
    "source phrase",
    "evidential adverb",
    "quotative",
    "noun with its clause",
    "quotation, frame behind",
    "quotation, frame before",
    "quotation + source phrase",
    "quotation without a frame",
    "interview answer",
    "name and colon",
    "quoted speaker",
    "relay behind",
)
"""The rules that ``by`` of a statement can name where there are trees."""

FLAT_RULES = ("verb + question", "verb + colon", "frame behind or inside its clause")
"""Further ones, that answer where there are no trees, or where a tree has no answer."""


def find_frames(
    words: Sequence[Word], sentences: Sequence[Sentence], tables: Reporting, noise: Sequence[Noise] = ()
) -> tuple[Frame, ...]:
    """Find every frame of the document, in order of its content; *noise* is no part of its report.

    Quotations come first, since a verb that frames one frames nothing else; relays last, since they need the
    frames whose words they pass on.
    """
    tables = replace(tables, agencies=tables.agencies | find_outlets(words, tables))
    view = View(words, tables)
    tree = TreeView(turn(words), tables) if _has_trees(words) else None
    quotes = find_quotes(words, sentences)
    regions = find_regions(words, sentences, quotes)
    quoted = find_quotation_frames(view, regions, quotes, tree.source if tree else None)
    used = {at for frame in quoted for cue in frame.cue for at in range(*cue)}
    found = [by_sentence(frame, sentences) for frame in quoted]
    found += find_answers(words, sentences, quotes)
    found += _new(find_headline_frames(view, sentences, quotes), used)
    if tree is not None:
        found += _new(_by_tree(tree), used)
    found += _new(_by_signs(view, regions), used)
    noisy, around = noisy_words(words, noise), look_around(view, found)
    frames = [
        trimmed
        for frame in found
        if not is_own_voice(view, frame, around)
        and (clean := without_noise(frame, noisy)) is not None
        and (trimmed := _trimmed(view, clean)) is not None
    ]
    ordered = sorted(frames, key=lambda frame: (frame.first, -frame.last))
    return tuple(with_certainty(words, tables, frame) for frame in with_relays(view, ordered))


def _has_trees(words: Sequence[Word]) -> bool:
    return any(word.head is not None for word in words)


def _by_tree(view: TreeView) -> Iterator[Frame]:
    for find in (find_noun_frames, find_verb_frames, find_phrase_frames):
        yield from find(view)


def _by_signs(view: View, regions: Sequence[Region]) -> Iterator[Frame]:
    for region in regions:
        for find in (flat_nouns, flat_verbs, flat_phrases):
            yield from find(view, region)


def _new(frames: Iterator[Frame], used: set[int]) -> Iterator[Frame]:
    """Leave out frames whose cue has served already."""
    for frame in frames:
        cue = {at for part in frame.cue for at in range(*part)}
        if cue.isdisjoint(used):
            used |= cue
            yield frame


def _trimmed(view: View, frame: Frame) -> Frame | None:
    """Drop signs, marks, the conjunction that leads the content in, and what is no word of it."""
    leading = view.tables.that | view.tables.returning | view.tables.opposing
    parts = [part for whole in frame.content if (part := trim(view.words, whole)) is not None]
    if parts and not frame.quoted:
        first = parts[0].first
        while first < parts[0].last and view.lower(first) in leading:
            first += 1
        parts[:1] = [part for part in (trim(view.words, Words(first, parts[0].last)),) if part is not None]
        parts = [part for part in parts if len(parts) == 1 or _says(view, part)]
    return replace(frame, content=tuple(parts)) if parts else None


def _says(view: View, part: Words) -> bool:
    """Tell whether more than a conjunction or a small adverb stands there."""
    return any(
        view.words[at].upos not in {"CCONJ", "SCONJ", "PUNCT"} and view.lower(at) not in view.tables.floating
        for at in range(*part)
    )
