"""Frames around a noun of speech or thought: `expressed the hope that ...`, `X's proposal to ...`."""

from collections.abc import Iterator

from allikas.attribution.flat.clauses import Clause, Region, trim
from allikas.attribution.flat.phrases import genitive_before
from allikas.attribution.flat.sources import find_subject
from allikas.attribution.flat.verbs import content_end
from allikas.attribution.flat.view import Spot, View, find_spots
from allikas.attribution.frame import Frame, Words
from allikas.lang.reporting import Cue

NEAR = 2  # words from the noun to the end of its clause, itself included; a guess


def find_noun_frames(view: View, region: Region) -> Iterator[Frame]:
    """Find nouns of the tables that govern the clause or infinitive behind them."""
    for spot in find_spots(region):
        noun = view.words[spot.at]
        cue = view.tables.nouns.get(noun.lemma) if noun.upos in {"NOUN", "ADJ", "ADV"} else None
        completes = cue is not None and view.completes(spot.at, spot.clause)
        frame = _read(view, spot, cue) if cue is not None and not completes else None
        if frame is not None:
            yield frame


def _read(view: View, spot: Spot, cue: Cue) -> Frame | None:
    support = _support(view, spot.clause)
    governs = cue.governs if support is None else frozenset(name.rstrip("+") for name in cue.governs)
    content = _that(view, spot, governs) or _infinitive(view, spot, governs)
    part = trim(view.words, content) if content else None
    source = _source(view, spot, support)
    source = None if source is not None and source.has(spot.at) else source
    if part is None or (source is None and view.words[spot.at].upos != "NOUN"):
        return None
    return Frame(
        content=(part,),
        cue=_cue(support, spot.at),
        source=source,
        kind=cue.kind,
        negated=view.words[spot.at].upos != "NOUN" and view.negated(spot.at, spot.clause),
        by=(cue.name, "noun with its clause"),
    )


def _that(view: View, spot: Spot, governs: frozenset[str]) -> Words | None:
    """Return the clause behind the noun, at most a verb or two words away from it."""
    after = spot.next
    if after is None or after.sign != "," or spot.at < spot.clause.last - NEAR:
        return None
    is_that = "that" in governs and view.opens(after, view.tables.that)
    is_question = "ask" in governs and view.opens(after, view.tables.questions - view.tables.relatives)
    if not (is_that or is_question):
        return None
    first = after.first + is_that
    return Words(first, content_end(view, spot.region, spot.number + 1, first))


def _infinitive(view: View, spot: Spot, governs: frozenset[str]) -> Words | None:
    clause, first = spot.clause, spot.at + 1
    if "da" not in governs or first >= clause.last or _support(view, clause) is None:
        return None
    if not any("VerbForm=Inf" in view.words[later].feats for later in range(first, clause.last)):
        return None
    return Words(first, content_end(view, spot.region, spot.number, first))


def _support(view: View, clause: Clause) -> int | None:
    """Return the verb that makes a cue together with the noun."""
    return next(
        (
            other
            for other in range(clause.first, clause.last)
            if view.words[other].upos == "VERB" and view.words[other].lemma in view.tables.support
        ),
        None,
    )


def _cue(support: int | None, at: int) -> tuple[Words, ...]:
    if support is None:
        return (Words(at, at + 1),)
    first, second = sorted((support, at))
    if second == first + 1:
        return (Words(first, second + 1),)
    return (Words(first, first + 1), Words(second, second + 1))


def _source(view: View, spot: Spot, support: int | None) -> Words | None:
    owner = genitive_before(view.words, spot.at, spot.clause.first, view.tables.returning)
    finite = view.finite(spot.clause)
    if support is None and view.words[spot.at].upos != "NOUN":
        return find_subject(view, spot.region, spot.number, finite) if finite is not None else None
    if support is not None and (owner is None or support > owner.first):
        return find_subject(view, spot.region, spot.number, support)
    return owner
