"""Contradictions: two points about one thing that cannot both be right, and in what they differ.

What is no contradiction: a figure that another's bounds take in, a part beside the whole, a forecast beside
what came, a change that was announced as one, and what nobody confirms.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from allikas.stories.alike import Alike, is_comparable
from allikas.stories.figures import Figure, agree
from allikas.stories.joining import Pairs
from allikas.stories.keys import likeness
from allikas.stories.moments import Moment, clash, is_near
from allikas.stories.points import Point
from allikas.stories.records import Dispute

ABOUT = (
    0.36  # how alike two points must be, their figures left out, to be about one thing: chosen on one half
)
CLOSE = 0.65  # the same where their verbs differ: likewise
SPOT = 0.15  # enough where two places of one kind are named: likewise
SURE = 0.5  # the same where only a day tells them apart: likewise
OTHER = 0.25  # enough where one of them says outright that the other is wrong


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction between the points at two places, and what each side says."""

    type: Dispute
    one: int
    other: int
    values: tuple[str, str]
    corrected: bool = False

    def turned(self) -> "Found":
        """Return the same with its sides changed over."""
        return replace(self, one=self.other, other=self.one, values=self.values[::-1])


def find_disputes(
    points: Sequence[Point], pairs: Pairs, groups: Sequence[Sequence[int]]
) -> tuple[Found, ...]:
    """Find the contradictions among points; whoever says the same as one side contradicts the other too."""
    local = _local(points)
    known = {**dict.fromkeys(_corrections(points), NOTHING), **pairs}
    found = (_dispute(points, local, pair, alike) for pair, alike in sorted(known.items()))
    first = {(one.one, one.other): one for one in found if one is not None}
    home = {at: group for group in groups for at in group}
    for one in list(first.values()):
        for mine in home[one.one]:
            for his in home[one.other]:
                pair = min(mine, his), max(mine, his)
                is_known = pair in first or mine == his
                if is_known or (one.type == "polarity" and pair not in pairs):
                    continue
                if follows := _follow(points, one, mine, his):
                    first[pair] = follows if pair == (mine, his) else follows.turned()
    first |= {pair: one for pair, one in _elsewhere_too(points, list(first.values())) if pair not in first}
    return tuple(first[pair] for pair in sorted(first))


def _elsewhere_too(
    points: Sequence[Point], found: Sequence[Found]
) -> Iterator[tuple[tuple[int, int], Found]]:
    """Carry a dispute about a place over to every other report that has it at either place."""
    for one in found:
        if one.type != "place":
            continue
        for at, rival, place in ((one.one, one.values[0], one.values[1]), (one.other, *one.values[::-1])):
            mark = next((part for part in place.split() if part not in rival.split()), None)
            known = {points[at].document, points[one.one].document, points[one.other].document}
            for n, point in enumerate(points):
                if point.document not in known and any(mark in name.split() for name in point.places):
                    known.add(point.document)
                    pair = (min(at, n), max(at, n))
                    values = (rival, place) if pair[0] == at else (place, rival)
                    yield pair, Found("place", *pair, values)


NOTHING = Alike(0.0, ())


def _corrections(points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Pair every point that sets something right with those that came out before, whatever they share."""
    for at, point in enumerate(points):
        if _corrected(point):
            for n in range(at):
                if points[n].document != point.document:
                    yield n, at


def _local(points: Sequence[Point]) -> list[Point]:
    """Leave out the places that the whole story is set in: they tell no part from another."""
    reports = {point.document for point in points}
    known = {(place, point.document) for point in points for place in point.places}
    counts = Counter(place for place, _ in known)
    return [
        replace(point, places=tuple(one for one in point.places if counts[one] * 2 <= len(reports)))
        for point in points
    ]


def _follow(points: Sequence[Point], found: Found, mine: int, his: int) -> Found | None:
    """Carry a contradiction over to two that say the same as its sides; ``None`` where they do not."""
    one, other = points[mine], points[his]
    if found.type == "figure":
        values = _other_figures(one, other)
    elif found.type == "polarity":
        values = (one.text, other.text) if one.negated != other.negated else None
    elif found.type == "place":
        values = _rivals(one, other)
    else:
        values = _other_dates(one, other) if found.type == "date" else None
    return None if values is None else replace(found, one=mine, other=his, values=values, corrected=False)


def _other_dates(one: Point, other: Point) -> tuple[str, str] | None:
    mine, his = ([m for m in point.moments if not m.denied] for point in (one, other))
    if not mine or not his or not _all_clash(mine, his) or _moved(one) or _moved(other):
        return None
    return mine[0].text, his[0].text


def _set_right(one: Point, other: Point, _: Alike) -> tuple[str, str] | None:
    """Set a time against the one that a correction says was wrong: *at 15.40, not at half past four*."""
    for first, second, swapped in ((one, other, False), (other, one, True)):
        kept = [moment for moment in first.moments if not moment.denied]
        for denied in (moment for moment in first.moments if moment.denied):
            for his in second.moments:
                if _is_fact(first, kept) and not his.denied and _is_same(denied, his):
                    pair = kept[0].text, his.text
                    return (pair[1], pair[0]) if swapped else pair
    return None


def _is_fact(point: Point, kept: Sequence[Moment]) -> bool:
    """Tell whether a point says when something was, not when it is to be."""
    return bool(kept) and not point.ahead and not _moved(point) and all(one.status is None for one in kept)


def _is_same(one: Moment, other: Moment) -> bool:
    """Tell whether two moments are one, to the hour where it is given."""
    return one.hour == other.hour and not clash(one, other)


def _misplaced(one: Point, other: Point, _: Alike) -> tuple[str, str] | None:
    """Set a place against the one that a correction says was wrong: *in the north harbour, not the south*."""
    for first, second, swapped in ((one, other, False), (other, one, True)):
        wrong = [one for one in second.places for bad in first.places_denied if f" {one}".endswith(f" {bad}")]
        if wrong and first.places and not first.ahead:
            pair = first.places[-1], wrong[0]
            return (pair[1], pair[0]) if swapped else pair
    return None


def _standing(one: Point, other: Point, alike: Alike) -> tuple[str, str] | None:
    """Set what is put off or called off against the word that it is not."""
    if one.negated == other.negated or not (one.moves or one.cancels) or not (other.moves or other.cancels):
        return None
    return (one.text, other.text) if alike.shared and alike.score >= OTHER else None


def _other_figures(one: Point, other: Point) -> tuple[str, str] | None:
    mine, his = ([f for f in point.figures if not f.denied] for point in (one, other))
    apart = [(f, g) for f in mine for g in his if is_comparable(f, g) and not agree(f, g)]
    same = any(is_comparable(f, g) and agree(f, g) for f in mine for g in his)
    return (apart[0][0].text, apart[0][1].text) if apart and not same else None


def _dispute(
    points: Sequence[Point], local: Sequence[Point], pair: tuple[int, int], alike: Alike
) -> Found | None:
    """Ask two points whether they contradict; for figures a place counts only where it is not everybody's."""
    for type_, finder in FINDERS:
        known = local if type_ == "figure" else points
        one, other = known[pair[0]], known[pair[1]]
        values = finder(one, other, alike)
        if values is not None:
            return Found(type_, *pair, values, corrected=_corrected(one) or _corrected(other))
    return None


def _corrected(point: Point) -> bool:
    denied = any(one.denied for one in point.figures) or any(one.denied for one in point.moments)
    return denied or bool(point.places_denied)


def _figures(one: Point, other: Point, alike: Alike) -> tuple[str, str] | None:
    """Set figures against each other: those set right outright, or unequal ones of one thing."""
    for first, second, swapped in ((one, other, False), (other, one, True)):
        for denied in (figure for figure in first.figures if figure.denied):
            for his in second.figures:
                if his.denied or not is_comparable(denied, his) or not agree(denied, his):
                    continue
                kept = [f for f in first.figures if not f.denied and is_comparable(f, his)]
                if kept and not any(agree(f, his) for f in kept) and _meant(denied, his, alike):
                    pair = kept[0].text, his.text
                    return (pair[1], pair[0]) if swapped else pair
    if alike.equal or not alike.unequal or not _one_outlook(one, other) or one.part or other.part:
        return None
    mine, his = alike.unequal[0]
    if not _same_thing(mine, his) or not alike.shared or _other_time(one, other):
        return None
    if one.negated != other.negated or _elsewhere(one, other) or one.past != other.past:
        return None
    return (mine.text, his.text) if alike.score >= ABOUT and _about_one(one, other, alike) else None


def _elsewhere(one: Point, other: Point) -> bool:
    """Tell whether the two speak of different places, or one of a place within the other's whole."""
    return _has_own(one, other) or _has_own(other, one)


def _has_own(one: Point, other: Point) -> bool:
    """Tell whether one names a place of which the other has no word."""
    keys = {part for key, _ in other.keys for part in key.split()}
    return any(not keys & {*place.casefold().split()} for place in one.places)


def _one_outlook(one: Point, other: Point) -> bool:
    """Tell a forecast and what came of it apart; what *would have been* is set against either."""
    return one.ahead == other.ahead or "conditional" in {one.status, other.status}


def _meant(denied: Figure, his: Figure, alike: Alike) -> bool:
    """Tell whether a figure is the one that is set right: in a like clause, or too odd to be another."""
    odd = (his.value or 0.0) > 20 and denied.value == his.value  # smaller ones are met by chance: a guess
    return alike.score >= OTHER or odd


def _same_thing(one: Figure, other: Figure) -> bool:
    return one.unit is not None or (one.of is not None and other.of is not None)


def _other_time(one: Point, other: Point) -> bool:
    """Tell whether the two speak of different times."""
    return any(clash(mine, his) for mine in one.moments for his in other.moments)


def _about_one(one: Point, other: Point, alike: Alike) -> bool:
    """Tell whether the two share the word that says what happened, or two other telling words."""
    return one.core == other.core or len(alike.shared) >= 2


def _dates(one: Point, other: Point, alike: Alike) -> tuple[str, str] | None:
    if alike.score < SURE or one.document == other.document or one.ahead != other.ahead:
        return None
    if one.negated or other.negated or alike.unequal or _moved(one) or _moved(other):
        return None
    if len(alike.shared) < 2 and not _is_telling(one, alike):
        return None
    if not one.moments or not other.moments or not _all_clash(one.moments, other.moments):
        return None
    if one.voices and one.voices[-1:] == other.voices[-1:]:
        return None
    return one.moments[0].text, other.moments[0].text


def _is_telling(point: Point, alike: Alike) -> bool:
    """Tell whether the one word that is shared is a rare one."""
    return any(dict(point.keys).get(key, 0.0) >= 0.95 for key in alike.shared)


def _moved(point: Point) -> bool:
    return point.status in {"postponed", "cancelled"} or point.moves


def _all_clash(ones: Sequence[Moment], others: Sequence[Moment]) -> bool:
    """Tell whether no two moments can be one; those far apart are of two things, not of one in dispute."""
    return all(clash(mine, his) and is_near(mine, his) for mine in ones for his in others)


def _polarity(one: Point, other: Point, alike: Alike) -> tuple[str, str] | None:
    if one.negated == other.negated or one.ahead or other.ahead or alike.score < ABOUT:
        return None
    if one.but or other.but or _other_time(one, other) or alike.unequal or one.past != other.past:
        return None
    keys = [dict(point.keys) for point in (one, other)]
    same = one.core == other.core or (one.core in keys[1] and other.core in keys[0])
    return (one.text, other.text) if (same or alike.score >= CLOSE) and len(alike.shared) > 1 else None


def _places(one: Point, other: Point, alike: Alike) -> tuple[str, str] | None:
    """Set two places of one kind against each other, for one thing."""
    least = SPOT if {one.core, other.core} & {*alike.shared} else ABOUT
    if alike.score < least or one.ahead or other.ahead or len(alike.shared) < 2:
        return None
    return _rivals(one, other)


def _rivals(one: Point, other: Point) -> tuple[str, str] | None:
    """Return two places of one kind that are not one: the north harbour and the south harbour."""
    for mine in one.places:
        for his in other.places:
            if mine != his and is_rival(mine, his):
                return mine, his
    return None


def is_rival(one: str, other: str) -> bool:
    """Tell whether two names are of one kind of place, but not of one place.

    >>> is_rival("Paldiski Põhjasadam", "Paldiski Lõunasadam"), is_rival("Vägeva ülesõit", "Kiltsi ülesõit")
    (True, True)
    >>> is_rival("Paldiski", "Paldiski Lõunasadam")
    False
    """
    mine, his = one.split(), other.split()
    if len(mine) < 2 or len(his) < 2:
        return False
    if mine[0] != his[0]:
        return likeness(mine[-1], his[-1]) > 0
    return mine[-1] != his[-1] and mine[-1][-5:] == his[-1][-5:]


def chained(found: Sequence[Found]) -> Iterator[tuple[Found, int]]:
    """Give contradictions of one kind that share a point one number: they are about one thing."""
    home: dict[tuple[str, int], int] = {}
    for n, one in enumerate(found):
        ends = [(one.type, one.one), (one.type, one.other)]
        known = {home[end] for end in ends if end in home}
        number = min(known, default=n)
        for end, other in home.items():
            if other in known:
                home[end] = number
        home.update(dict.fromkeys(ends, number))
    for one in found:
        yield one, home[one.type, one.one]


Finder = Callable[[Point, Point, Alike], tuple[str, str] | None]
FINDERS: tuple[tuple[Dispute, Finder], ...] = (
    ("figure", _figures),
    ("date", _set_right),
    ("place", _misplaced),
    ("status", _standing),
    ("date", _dates),
    ("polarity", _polarity),
    ("place", _places),
)
"""What two points are asked, in this order: what one of them says outright comes before what follows."""
