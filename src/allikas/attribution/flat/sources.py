"""Who says it: the subject of a verb that reports, asked of words without a tree."""

from allikas.attribution.flat.clauses import MANY, Clause, Region
from allikas.attribution.flat.phrases import (
    case,
    is_finite,
    nominative_after,
    nominative_before,
)
from allikas.attribution.flat.view import View
from allikas.attribution.frame import Words


def find_subject(view: View, region: Region, number: int, verb: int) -> Words | None:
    """Return the subject of *verb* in clause *number*: beside it, before a clause between, or shared."""
    clause = region.clauses[number]
    if _is_passive(view, clause, verb):
        return None
    first, last = _group(view, clause, verb)
    return _own(view, region, number, (first, last)) or _shared(view, region, number, first)


def _own(view: View, region: Region, number: int, group: tuple[int, int]) -> Words | None:
    """Return the subject that stands nearest: before the verb, behind it, further off, before a clause."""
    clause = region.clauses[number]
    first, last = group
    return (
        _before(view, clause, first)
        or _after(view, clause, last)
        or _far_before(view, clause, first)
        or _across(view, region, number, first)
    )


def find_inverted_subject(view: View, clause: Clause, verb: int) -> Words | None:
    """Return the subject that follows its verb, as in a frame behind the clause that it reports."""
    if _is_passive(view, clause, verb):
        return None
    return _after(view, clause, verb + 1) or _names_after(view, clause, verb + 1)


def _names_after(view: View, clause: Clause, first: int) -> Words | None:
    """Return the names that fill the rest of the clause: a rare name may look like any case."""
    names = all(view.words[at].upos == "PROPN" for at in range(first, clause.last))
    return Words(first, clause.last) if names and first < clause.last else None


def _group(view: View, clause: Clause, verb: int) -> tuple[int, int]:
    """Return the range from the finite verb to *verb* where an auxiliary carries the person."""
    if is_finite(view.words[verb]) and not _is_connegative(view, verb):
        return verb, verb + 1
    finite = [at for at in range(clause.first, clause.last) if _carries_person(view, at)]
    nearest = min(finite, key=lambda at: abs(at - verb), default=verb)
    return min(nearest, verb), max(nearest, verb) + 1


def _carries_person(view: View, at: int) -> bool:
    return is_finite(view.words[at]) or view.lower(at) in view.tables.negations


def _is_connegative(view: View, at: int) -> bool:
    return "Connegative=Yes" in view.words[at].feats


def _is_passive(view: View, clause: Clause, verb: int) -> bool:
    if "Voice=Pass" in view.words[verb].feats:
        return True
    if is_finite(view.words[verb]):
        return False
    return any(
        "Voice=Pass" in view.words[at].feats and is_finite(view.words[at])
        for at in range(clause.first, clause.last)
    )


def _before(view: View, clause: Clause, first: int) -> Words | None:
    at = first
    while at > clause.first and _floats(view, at - 1):
        at -= 1
    return nominative_before(view.words, at, clause.first, view.tables.returning)


def _floats(view: View, at: int) -> bool:
    return view.words[at].upos == "ADV" or view.lower(at) in view.tables.floating


def _after(view: View, clause: Clause, last: int) -> Words | None:
    at = last
    while at < clause.last and (_floats(view, at) or _is_oblique(view, at)):
        at += 1
    return nominative_after(view.words, at, clause.last, view.tables.returning)


def _is_oblique(view: View, at: int) -> bool:
    word = view.words[at]
    return word.upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "ADP"} and case(word) not in {
        "Nom",
        "Gen",
        "",
    }


def _far_before(view: View, clause: Clause, first: int) -> Words | None:
    """Look further left, over adverbs and oblique phrases between subject and verb."""
    for at in range(first - 1, clause.first, -1):
        if is_finite(view.words[at - 1]) or view.words[at - 1].upos in {"CCONJ", "SCONJ"}:
            return None
        found = nominative_before(view.words, at, clause.first, view.tables.returning)
        if found is not None:
            return found
    return None


def _across(view: View, region: Region, number: int, first: int) -> Words | None:
    """Look before a relative clause or an apposition that stands between the subject and its verb."""
    clause = region.clauses[number]
    if first > clause.first + 1 or clause.sign not in {",", ")", "-", "–"}:
        return None
    for back in (number - 2, number - 3):
        if back >= 0 and view.finite(region.clauses[back]) is None:
            before = region.clauses[back]
            return nominative_before(view.words, before.last, before.first, view.tables.returning)
    return None


def _shared(view: View, region: Region, number: int, first: int) -> Words | None:
    """Return the subject of the verb before, where a conjunction joins the two."""
    clause = region.clauses[number]
    if first == clause.first or view.lower(first - 1) not in view.tables.returning | view.tables.opposing:
        return None
    for earlier in range(number, max(-1, number - MANY), -1):
        verb = view.finite(region.clauses[earlier])
        if verb is not None and verb < first and not _subordinate(view, region.clauses[earlier]):
            return _own(view, region, earlier, (verb, verb + 1))
    return None


def _subordinate(view: View, clause: Clause) -> bool:
    tables = view.tables
    return view.opens(clause, tables.that | tables.relatives) or view.words[clause.first].upos == "SCONJ"
