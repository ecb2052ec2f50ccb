"""Frames around a verb: what follows it as a clause or an infinitive, and what it interrupts or closes."""

from collections.abc import Callable, Iterator

from allikas.attribution.flat.clauses import MANY, Clause, Region, trim
from allikas.attribution.flat.phrases import is_finite
from allikas.attribution.flat.sources import find_inverted_subject, find_subject
from allikas.attribution.flat.view import Spot, View, find_spots
from allikas.attribution.frame import Frame, Words
from allikas.lang.reporting import Cue

INTERRUPTING = "frame behind or inside its clause"


def find_verb_frames(view: View, region: Region) -> Iterator[Frame]:
    """Find the frames of every verb of *region* that the tables know."""
    for spot in find_spots(region):
        cue = view.cue(spot.at, spot.clause)
        if cue is not None and not _wants_reporter(view, cue):
            frame = _complement(view, spot, cue) or _interrupting(view, spot, cue)
            if frame is not None:
                yield frame


def _wants_reporter(view: View, cue: Cue) -> bool:
    """Tell whether the verb reports only where a tree shows who does."""
    tables = view.tables
    return cue.lemma in tables.showing | tables.appearing | tables.emerging


def _complement(view: View, spot: Spot, cue: Cue) -> Frame | None:
    """Read the clause or infinitive that the verb governs."""
    for rule, read in _COMPLEMENTS.items():
        found = read(view, spot, cue)
        content = trim(view.words, found) if found else None
        if content is not None:
            source = find_subject(view, spot.region, spot.number, spot.at)
            return _frame(view, spot, cue, (content,), source, rule)
    return None


def _frame(
    view: View, spot: Spot, cue: Cue, content: tuple[Words, ...], source: Words | None, rule: str
) -> Frame:
    return Frame(
        content=content,
        cue=view.cue_words(spot.at, cue, spot.clause),
        source=source,
        kind=cue.kind,
        negated=view.negated(spot.at, spot.clause),
        by=(cue.name, rule),
    )


def _next_is(view: View, region: Region, number: int, forms: frozenset[str]) -> int | None:
    """Return the clause that begins with one of *forms* behind clause *number*, over relative clauses."""
    for later in range(number + 1, min(number + 4, len(region.clauses))):
        clause = region.clauses[later]
        if clause.sign not in {",", "-", "–", ")"}:
            return None
        if view.opens(clause, forms):
            return later
        if not view.opens(clause, view.tables.relatives) and view.finite(clause) is not None:
            return None
    return None


def _that(view: View, spot: Spot, cue: Cue) -> Words | None:
    if "that" not in cue.governs or _has_later_cue(view, spot.clause, spot.at):
        return None
    inner = _inner_that(view, spot.clause, spot.at)
    if inner is not None:
        return Words(inner, content_end(view, spot.region, spot.number, inner))
    later = _next_is(view, spot.region, spot.number, view.tables.that)
    if later is None:
        return None
    first = spot.region.clauses[later].first + 1
    return Words(first, content_end(view, spot.region, later, first))


def _inner_that(view: View, clause: Clause, at: int) -> int | None:
    """Return the word behind a `that` which follows the verb without a comma."""
    return at + 2 if at + 1 < clause.last and view.lower(at + 1) in view.tables.that else None


def _has_later_cue(view: View, clause: Clause, at: int) -> bool:
    """Tell whether another verb of the clause, nearer to what follows, governs it."""
    return any(
        (cue := view.cue(later, clause)) is not None and "that" in cue.governs
        for later in range(at + 1, clause.last)
        if "VerbForm=Part" not in view.words[later].feats or not is_finite(view.words[at])
    )


def _question(view: View, spot: Spot, cue: Cue) -> Words | None:
    clause = spot.next
    if "ask" not in cue.governs or clause is None or clause.sign != ",":
        return None
    if not _asks(view, spot.clause, clause, spot.at):
        return None
    return Words(clause.first, content_end(view, spot.region, spot.number + 1, clause.first))


def _asks(view: View, before: Clause, clause: Clause, at: int) -> bool:
    """Tell an indirect question from a relative clause: no noun stands before it."""
    lemma = view.words[clause.first].lemma
    if lemma not in view.tables.questions and view.lower(clause.first) not in view.tables.questions:
        return False
    if lemma not in view.tables.relatives and view.lower(clause.first) not in view.tables.relatives:
        return True
    return before.last - 1 == at or view.words[before.last - 1].upos not in {"NOUN", "PROPN", "PRON"}


def _colon(_view: View, spot: Spot, cue: Cue) -> Words | None:
    clause = spot.next
    if "quote" not in cue.governs or clause is None or clause.sign != ":":
        return None
    return Words(clause.first, spot.region.last)


_FORMS = {"da": "VerbForm=Inf", "ma": "VerbForm=Sup"}


def _infinitive(view: View, spot: Spot, cue: Cue) -> Words | None:
    wanted = {feat for name, feat in _FORMS.items() if name in cue.governs}
    clause, at = spot.clause, spot.at
    inner = [
        other
        for other in range(clause.first, clause.last)
        if other != at and wanted & view.words[other].feats
    ]
    if not inner or not is_finite(view.words[at]):
        return None
    first = _infinitive_start(view, spot, cue)
    if inner[-1] < first:
        return Words(clause.first, at)
    return Words(first, content_end(view, spot.region, spot.number, first))


def _infinitive_start(view: View, spot: Spot, cue: Cue) -> int:
    """Return where an infinitive phrase begins: behind the verb, its subject and its particle."""
    source = find_subject(view, spot.region, spot.number, spot.at)
    first = source.last if source and source.first > spot.at else spot.at + 1
    particle = view.particle(cue, spot.at, spot.clause) if cue.particle else None
    return first + 1 if particle == first else first


_COMPLEMENTS: dict[str, Callable[[View, Spot, Cue], Words | None]] = {
    "verb + that-clause": _that,
    "verb + question": _question,
    "verb + colon": _colon,
    "verb + infinitive": _infinitive,
}


def content_end(view: View, region: Region, number: int, first: int) -> int:
    """Return where content ends that begins at *first* in clause *number* of *region*."""
    end = _joined_cue(view, region, number, first)
    if end is not None:
        return end
    last = region.clauses[number].last
    for later in range(number + 1, min(number + MANY, len(region.clauses))):
        if _leaves(view, region, later):
            return last
        end = _joined_cue(view, region, later, region.clauses[later].first + 1)
        if end is not None:
            return end
        last = region.clauses[later].last
    return last


def _leaves(view: View, region: Region, number: int) -> bool:
    """Tell whether clause *number* is no longer part of the content before it."""
    clause, before = region.clauses[number], region.clauses[number - 1]
    if interrupting_cue(view, region, number) is not None:
        return True
    if clause.sign != ",":
        return False
    tables = view.tables
    if view.opens(clause, tables.returning):
        embedded = view.opens(before, tables.relatives) or (
            view.words[before.first].upos == "SCONJ" and not view.opens(before, tables.that)
        )
        return not embedded and view.finite(clause) is not None
    return view.opens(clause, tables.opposing) and _has_own_frame(view, region, number)


def _has_own_frame(view: View, region: Region, number: int) -> bool:
    clause = region.clauses[number]
    return any(
        (cue := view.cue(at, clause)) is not None and _that(view, Spot(region, number, at), cue) is not None
        for at in range(clause.first, clause.last)
    )


def _joined_cue(view: View, region: Region, number: int, first: int) -> int | None:
    """Return where `and` joins another reporting verb to the one outside: the content ends there."""
    clause = region.clauses[number]
    for at in range(first, clause.last - 1):
        if view.lower(at) not in view.tables.returning or not is_finite(view.words[at + 1]):
            continue
        cue = view.cue(at + 1, clause)
        if cue is not None and _next_is(view, region, number, view.tables.that) is not None:
            return at
    return None


def interrupting_cue(view: View, region: Region, number: int) -> tuple[int, Cue] | None:
    """Return the verb with which clause *number* interrupts or closes what it reports."""
    clause = region.clauses[number]
    if not number and region.before is None:
        return None
    at = clause.first
    if view.lower(at) in view.tables.like:
        at += 1
    while at < clause.last and view.lower(at) in view.tables.floating:
        at += 1
    if at >= clause.last or not is_finite(view.words[at]):
        return None
    main = _main_verb(view, clause, at)
    cue = view.cue(main, clause)
    if cue is None or "quote" not in cue.governs:
        return None
    source = find_inverted_subject(view, clause, main)
    return (main, cue) if source is not None or _needs_no_subject(view, clause, main) else None


def _main_verb(view: View, clause: Clause, at: int) -> int:
    """Return the verb that an auxiliary at *at* serves."""
    if view.words[at].upos != "AUX":
        return at
    return next(
        (other for other in range(at + 1, clause.last) if "VerbForm=Part" in view.words[other].feats), at
    )


def _needs_no_subject(view: View, clause: Clause, at: int) -> bool:
    feats = view.words[at].feats
    return "Voice=Pass" in feats or bool({"Person=1", "Person=2"} & feats) or clause.last == at + 1


def _interrupting(view: View, spot: Spot, cue: Cue) -> Frame | None:
    """Read a frame such as `..., believes X, ...`: content on one side of it or on both."""
    region, number = spot.region, spot.number
    found = interrupting_cue(view, region, number)
    if found is None or found[0] != spot.at or not number or _has_object(view, spot.at):
        return None
    parts = [Words(_content_start(view, region, number), region.clauses[number - 1].last)]
    if number + 1 < len(region.clauses) and _resumes(view, region, number):
        parts.append(Words(region.clauses[number + 1].first, region.last))
    content = tuple(part for whole in parts if (part := trim(view.words, whole)) is not None)
    if not content or not _is_main(view, content):
        return None
    source = find_inverted_subject(view, spot.clause, spot.at)
    return _frame(view, spot, cue, content, source, INTERRUPTING)


def _has_object(view: View, at: int) -> bool:
    """Tell whether a tree gives the verb something else to say."""
    words = view.words
    near = range(max(0, at - MANY), min(len(words), at + MANY))
    return any(words[other].head == at and words[other].deprel in {"obj", "xcomp"} for other in near)


def _is_main(view: View, content: tuple[Words, ...]) -> bool:
    """Tell whether the content is a clause of its own: it has a finite verb, and nothing subordinates it."""
    first = content[0].first
    finite = any(is_finite(view.words[at]) for part in content for at in range(*part))
    return finite and view.words[first].upos != "SCONJ"


def _content_start(view: View, region: Region, number: int) -> int:
    """Return where the content before an interrupting frame begins: behind the frame before it."""
    for earlier in range(number - 1, max(0, number - MANY), -1):
        if interrupting_cue(view, region, earlier) is not None and earlier + 1 < number:
            return region.clauses[earlier + 1].first
    return region.clauses[max(0, number - MANY)].first


def _resumes(view: View, region: Region, number: int) -> bool:
    """Tell whether the content goes on behind the frame."""
    clause = region.clauses[number + 1]
    if clause.sign != "," or view.opens(clause, view.tables.relatives | view.tables.that):
        return False
    return interrupting_cue(view, region, number + 1) is None
