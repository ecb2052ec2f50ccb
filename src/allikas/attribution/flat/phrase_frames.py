"""Frames without a verb: `according to X`, evidential adverbs, the quotative mood."""

from collections.abc import Iterator
from dataclasses import replace

from allikas.attribution.flat.clauses import MANY, Region, trim
from allikas.attribution.flat.phrases import genitive_before, is_finite
from allikas.attribution.flat.verbs import content_end, interrupting_cue
from allikas.attribution.flat.view import Spot, View, find_spots
from allikas.attribution.frame import Frame, Words
from allikas.lang.reporting import Phrase


def find_phrase_frames(view: View, region: Region) -> Iterator[Frame]:
    """Find the frames of postpositional phrases, adverbs and quotatives of *region*."""
    for spot in find_spots(region):
        frame = _phrase(view, spot) or _adverb(view, spot)
        if frame is not None:
            yield frame


def _match(view: View, at: int, first: int, phrases: tuple[Phrase, ...]) -> tuple[int, Phrase] | None:
    """Return the longest phrase that ends with word *at*, and where it begins."""
    for phrase in phrases:
        start = at + 1 - len(phrase.forms)
        if start >= first and all(
            view.lower(start + offset) == form for offset, form in enumerate(phrase.forms)
        ):
            return start, phrase
    return None


def _phrase(view: View, spot: Spot) -> Frame | None:
    first = spot.clause.first
    found = _match(view, spot.at, first, view.tables.phrases.get(view.lower(spot.at), ()))
    if found is None:
        return _general(view, spot)
    start, phrase = found
    source = genitive_before(view.words, start, first, view.tables.returning)
    if source is None:
        return None
    by = (" ".join(phrase.forms), "source phrase")
    return _around(view, spot, Frame((), (Words(start, spot.at + 1),), source, kind=phrase.kind, by=by))


def _general(view: View, spot: Spot) -> Frame | None:
    """Read a postposition that reports only after somebody who speaks, or something that can be read."""
    form, first = view.lower(spot.at), spot.clause.first
    if form not in view.tables.general or spot.at == first:
        return None
    source = genitive_before(view.words, spot.at, first, view.tables.returning)
    if source is None or not _can_report(view, spot.at - 1):
        return None
    frame = Frame((), (Words(spot.at, spot.at + 1),), source, by=(form, "source phrase"))
    return _around(view, spot, frame)


def _can_report(view: View, at: int) -> bool:
    word = view.words[at]
    return word.upos == "PROPN" or word.lemma.endswith(view.tables.speakers + view.tables.documents)


def _adverb(view: View, spot: Spot) -> Frame | None:
    at = spot.at
    found = _match(view, at, spot.clause.first, view.tables.adverbs.get(view.lower(at), ()))
    if found is not None:
        start, phrase = found
        by = (" ".join(phrase.forms), "evidential adverb")
        return _around(view, spot, Frame((), (Words(start, at + 1),), kind=phrase.kind, by=by))
    word = view.words[at]
    if "Mood=Qot" in word.feats and is_finite(word) and word.deprel is None:  # else a tree has said
        return _around(view, spot, Frame((), (Words(at, at + 1),), by=("quotative",)))
    return None


def _around(view: View, spot: Spot, frame: Frame) -> Frame | None:
    """Give the frame its content: the clause around the phrase."""
    phrase = Words((frame.source or frame.cue[0]).first, frame.cue[0].last)
    start, end = _content_range(view, spot, phrase)
    parts = (trim(view.words, Words(start, phrase.first)), trim(view.words, Words(phrase.last, end)))
    content = tuple(part for part in parts if part is not None and _has_word(view, part))
    return replace(frame, content=content) if content else None


def _has_word(view: View, part: Words) -> bool:
    """Tell whether more than a conjunction stands there."""
    return any(view.words[at].upos not in {"CCONJ", "SCONJ", "PUNCT"} for at in range(*part))


def _content_range(view: View, spot: Spot, phrase: Words) -> tuple[int, int]:
    clause, tables = spot.clause, view.tables
    if view.opens(clause, tables.relatives) and spot.number:
        start = _relative_start(clause.first, phrase.first, phrase.last)
        return start, _relative_end(view, spot.region, spot.number)
    end = content_end(view, spot.region, spot.number, phrase.last)
    if view.opens(clause, tables.that):
        return clause.first + 1, end
    start = _start(view, spot.region, spot.number)
    return start + (view.lower(start) in tables.returning | tables.opposing), end


def _relative_start(relative: int, first: int, last: int) -> int:
    """Leave out a relative pronoun that is itself the source."""
    return last if relative == first else relative


def _relative_end(view: View, region: Region, number: int) -> int:
    """Return where a relative clause ends: before the next clause, unless that hangs on it."""
    end = region.clauses[number].last
    for clause in region.clauses[number + 1 :]:
        if view.words[clause.first].upos != "SCONJ" and not view.opens(clause, view.tables.relatives):
            break
        end = clause.last
    return end


def _start(view: View, region: Region, number: int) -> int:
    """Return where the sentence begins that the phrase reports: at its clause, or before it."""
    for earlier in range(number, max(0, number - MANY), -1):
        clause = region.clauses[earlier]
        if view.opens(clause, view.tables.returning | view.tables.opposing) or clause.sign in {";", ":"}:
            return clause.first
        if interrupting_cue(view, region, earlier - 1) is not None:
            return clause.first
    return region.clauses[max(0, number - MANY)].first
