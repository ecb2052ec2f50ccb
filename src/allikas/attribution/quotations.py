"""Direct quotations: the frame before, behind or between them, and those that go on without one."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from allikas.attribution.flat.clauses import Clause, Region, trim
from allikas.attribution.flat.phrases import genitive_before, is_finite
from allikas.attribution.flat.sources import find_inverted_subject, find_subject
from allikas.attribution.flat.view import View
from allikas.attribution.frame import Frame, Words
from allikas.attribution.quotes import Quote
from allikas.model.word import Sentence

TOUCHING = 2  # words from one quotation to the next where only their marks part them
Subject = Callable[[int], Words | None]
"""Find the phrase of the subject of the verb at a place."""


class Framed(NamedTuple):
    """A frame beside a quotation, and where its sentence ends: another quotation there goes on."""

    frame: Frame
    reach: int


def find_quotation_frames(
    view: View, regions: Sequence[Region], quotes: Sequence[Quote], subject: Subject | None = None
) -> tuple[Frame, ...]:
    """Give every quotation its frame; a quotation without one goes on from its neighbour, or stands alone.

    *subject* answers from trees; where it has no answer, word order does.
    """
    framed: dict[Quote, Framed] = {}
    outer = [region for region in regions if region.inside is None and region.clauses]
    for region in outer:
        for quote, frame in _touching(view, region):
            found = _with_subject(frame, subject)
            framed.setdefault(quote, Framed(found, region.last))
    for region in outer:
        led = _led_in(view, region)
        if led is not None and region.after is not None:
            framed.setdefault(region.after, Framed(led, region.last))
    return tuple(_merged([quote for quote in quotes if quote.speech], framed))


def _with_subject(frame: Frame, subject: Subject | None) -> Frame:
    found = subject(frame.cue[0].first) if subject is not None and frame.cue else None
    return frame if found is None or "source phrase" in frame.by[-1] else replace(frame, source=found)


def _touching(view: View, region: Region) -> Iterator[tuple[Quote, Frame]]:
    """Read the frame of the quotations on both sides of *region*."""
    behind = _behind(view, region) if region.before is not None else None
    if behind is not None and region.before is not None:
        yield region.before, behind
        if region.after is not None and _goes_on(view, region):
            yield region.after, behind
    if region.after is not None:
        before = _before(view, region)
        if before is not None:
            yield region.after, before


def _goes_on(view: View, region: Region) -> bool:
    """Tell whether the quotation behind the frame belongs to the one before it."""
    return view.words[region.last - 1].form != ":"


def _behind(view: View, region: Region) -> Frame | None:
    """Read `"...," said X`: the first clause behind the quotation."""
    clause = region.clauses[0]
    if (
        view.words[clause.first].upos in {"CCONJ", "SCONJ"}
        and view.lower(clause.first) not in view.tables.like
    ):
        return None
    return _verb_frame(view, region, 0, inverted=True) or _phrase_frame(view, clause)


def _before(view: View, region: Region) -> Frame | None:
    """Read `X said: "..."`: the last clause before the quotation."""
    clause = region.clauses[-1]
    if view.lower(region.last - 1) in view.tables.that:
        return None
    number = len(region.clauses) - 1
    return (
        _noun_frame(view, region, clause)
        or _verb_frame(view, region, number, inverted=False)
        or _named(view, region, clause)
    )


def _noun_frame(view: View, region: Region, clause: Clause) -> Frame | None:
    """Read `the question "..."`, where a whole quotation stands right behind the noun that names it."""
    at = region.last - 1
    noun = view.words[at]
    cue = view.tables.nouns.get(noun.lemma) if noun.upos == "NOUN" else None
    if cue is None or cue.kind != "say" or region.after is None or not _is_whole(view, region.after):
        return None
    source = genitive_before(view.words, at, clause.first, view.tables.returning)
    content = (Words(clause.first, clause.last),)
    by = (cue.name, "quotation, frame before")
    return Frame(content, (Words(at, at + 1),), source, quoted=True, by=by)


def _is_whole(view: View, quote: Quote) -> bool:
    """Tell whether the quotation is a sentence: it begins and ends as one."""
    first, last = view.words[quote.first].form, view.words[quote.last - 1].form
    return first[:1].isupper() and last in {".", "!", "?", "…"}


def _verb_frame(view: View, region: Region, number: int, *, inverted: bool) -> Frame | None:
    clause = region.clauses[number]
    verb = _reporting_verb(view, region, number, inverted=inverted)
    if verb is None:
        return None
    cue = view.cue(verb, clause)
    source = find_inverted_subject(view, clause, verb) if inverted else None
    source = source or find_subject(view, region, number, verb)
    return Frame(
        content=(Words(clause.first, clause.last),),
        cue=view.cue_words(verb, cue, clause) if cue else (Words(verb, verb + 1),),
        source=source,
        kind=cue.kind if cue else "say",
        quoted=True,
        by=(
            cue.name if cue else view.words[verb].lemma,
            "quotation, frame " + ("behind" if inverted else "before"),
        ),
    )


def _governs_next(view: View, region: Region, number: int) -> bool:
    """Tell whether a clause of its own follows: `"...," shrugged X and added that ...`."""
    after = region.clauses[number + 1] if number + 1 < len(region.clauses) else None
    return after is not None and after.sign == "," and view.opens(after, view.tables.that)


def _reporting_verb(view: View, region: Region, number: int, *, inverted: bool) -> int | None:
    """Return a verb that the tables know; right behind a quotation any finite verb will do."""
    clause = region.clauses[number]
    known = [
        at
        for at in range(clause.first, clause.last)
        if (cue := view.cue(at, clause)) is not None
        and "quote" in cue.governs
        and view.lower(at) not in view.tables.phrases
    ]
    if inverted and known and _governs_next(view, region, number):
        known = [at for at in known if at == clause.first]
    if known:
        return known[0] if inverted else known[-1]
    first = clause.first
    if inverted and is_finite(view.words[first]) and view.words[first].upos == "VERB":
        return first
    return None


def _phrase_frame(view: View, clause: Clause) -> Frame | None:
    """Read `"..." in X's words`."""
    for at in range(clause.first, clause.last):
        for phrase in view.tables.phrases.get(view.lower(at), ()):
            start = at + 1 - len(phrase.forms)
            source = genitive_before(view.words, start, clause.first, view.tables.returning)
            if source is not None and start >= clause.first:
                cue = Words(start, at + 1)
                content = (Words(clause.first, clause.last),)
                by = (" ".join(phrase.forms), "quotation + source phrase")
                return Frame(content, (cue,), source, kind=phrase.kind, quoted=True, by=by)
    return None


def _named(view: View, region: Region, clause: Clause) -> Frame | None:
    """Read `X: "..."`."""
    colon = region.last - 1
    if view.words[colon].form != ":":
        return None
    if view.finite(clause) is not None:
        return None
    phrase = _phrase_frame(view, clause)
    if phrase is not None:
        return phrase
    source = trim(view.words, Words(clause.first, clause.last))
    by = ("colon", "quotation, frame before")
    return Frame((Words(clause.first, clause.last),), (Words(colon, colon + 1),), source, quoted=True, by=by)


def _led_in(view: View, region: Region) -> Frame | None:
    """Read `X shrugs: "..."`: the subject of the clause before the colon speaks, where nobody else does."""
    colon, number = region.last - 1, len(region.clauses) - 1
    clause = region.clauses[number]
    verb = view.finite(clause)
    if region.after is None or view.words[colon].form != ":" or verb is None:
        return None
    phrase = _phrase_frame(view, clause)
    source = phrase.source if phrase is not None else find_subject(view, region, number, verb)
    by = ("colon", "quotation, frame before")
    content = (Words(clause.first, clause.last),)
    return Frame(content, (Words(colon, colon + 1),), source, quoted=True, by=by)


def _merged(quotes: Sequence[Quote], framed: dict[Quote, Framed]) -> Iterator[Frame]:
    """Join quotations with one frame, and those that go on where the frame of another ends."""
    run: list[Quote] = []
    last: Framed | None = None
    for quote in quotes:
        own = framed.get(quote)
        if run and not _joins(run[-1], last, quote, own):
            yield _frame(run, last)
            run, last = [], None
        run.append(quote)
        last = last or own
    if run:
        yield _frame(run, last)


def _joins(before: Quote, last: Framed | None, quote: Quote, own: Framed | None) -> bool:
    if own is not None and last is not None:
        return own.frame.cue == last.frame.cue
    if quote.first - before.last <= TOUCHING:
        return True
    return own is None and last is not None and quote.first - last.reach <= 1


def _frame(run: Sequence[Quote], framed: Framed | None) -> Frame:
    content = tuple(quote.words for quote in run)
    if framed is None:
        return Frame(content, quoted=True, by=("quotation without a frame",))
    return replace(framed.frame, content=content)


def by_sentence(frame: Frame, sentences: Sequence[Sentence]) -> Frame:
    """Cut the content where sentences end: one range a sentence."""
    parts = tuple(
        Words(max(part.first, sent.first), min(part.last, sent.last))
        for part in frame.content
        for sent in _sentences(sentences, part)
    )
    return replace(frame, content=parts)


def _sentences(sentences: Sequence[Sentence], part: Words) -> Iterator[Sentence]:
    at = bisect_right(sentences, part.first, key=lambda sent: sent.first) - 1
    while at < len(sentences) and sentences[at].first < part.last:
        yield sentences[at]
        at += 1
