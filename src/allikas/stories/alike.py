"""How alike two points are, with the words that make them so: the reasons for joining them."""

from collections.abc import Iterator
from dataclasses import dataclass

from allikas.stories.figures import Figure, agree
from allikas.stories.keys import likeness
from allikas.stories.moments import clash
from allikas.stories.points import Point

FIGURE = 1.2  # what an equal figure adds, beside 1 for a rare word; chosen on the ten stories


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two points are, from 0 to 1, what they share, and which figures agree and which do not."""

    score: float
    shared: tuple[str, ...]
    equal: tuple[tuple[Figure, Figure], ...] = ()
    unequal: tuple[tuple[Figure, Figure], ...] = ()

    @property
    def why(self) -> str:
        """Say what the two share."""
        return ", ".join((*self.shared, *dict.fromkeys(one.text for one, _ in self.equal)))


def compare_points(one: Point, other: Point, heavy: dict[str, float]) -> Alike:
    """Compare two points; *heavy* is what each key counts in this story."""
    pairs = list(_matches(one, other, heavy))
    matched = sum(weight for _, weight in pairs)
    equal, unequal = _figures(one, other)
    extra = FIGURE * bool(equal)
    whole = _total(one, heavy) + extra, _total(other, heavy) + extra
    score = (matched + extra) / ((whole[0] * whole[1]) ** 0.5 or 1.0)
    return Alike(score, tuple(key for key, _ in pairs), tuple(equal), tuple(unequal))


def _total(point: Point, heavy: dict[str, float]) -> float:
    return sum(weight * heavy.get(key, 1.0) for key, weight in point.keys)


def _matches(one: Point, other: Point, heavy: dict[str, float]) -> Iterator[tuple[str, float]]:
    """Match every key of one with the likest of the other."""
    for key, weight in one.keys:
        best = max(
            ((likeness(key, rival) * min(weight, w), rival) for rival, w in other.keys), default=(0.0, "")
        )
        if best[0] > 0:
            yield key, best[0] * heavy.get(key, 1.0)


def _figures(one: Point, other: Point) -> tuple[list[tuple[Figure, Figure]], list[tuple[Figure, Figure]]]:
    """Part the figures that can be compared into those that agree and those that do not."""
    equal, unequal = [], []
    for mine in one.figures:
        rivals = [his for his in other.figures if is_comparable(mine, his)]
        if mine.denied or not rivals:
            continue
        agreeing = [his for his in rivals if agree(mine, his) and not his.denied]
        if agreeing:
            equal.append((mine, agreeing[0]))
        elif any(not his.denied for his in rivals):
            unequal.append((mine, next(his for his in rivals if not his.denied)))
    return equal, unequal


def is_comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure one kind of thing: metres, or ships; a bare number fits any count."""
    if one.unit != other.unit:
        return False
    if one.unit is not None or one.of is None or other.of is None:
        return True
    return likeness(one.of, other.of) > 0 or (one.somebody and other.somebody)


def can_be_one(one: Point, other: Point, found: Alike) -> bool:
    """Tell whether nothing speaks against it that two points say the same."""
    if found.unequal and not found.equal:
        return False
    if one.negated != other.negated or not is_solid(found):
        return False
    if (one.moves or one.cancels) != (other.moves or other.cancels):
        return False
    times = [(mine, his) for mine in one.moments for his in other.moments if not (mine.denied or his.denied)]
    return not times or not all(clash(mine, his) for mine, his in times)


ALONE = 0.75  # how alike two points must be that share one word and no figure: chosen on the ten stories


def is_solid(found: Alike) -> bool:
    """Tell whether two things are shared, or one that is nearly all that is said."""
    return len(found.shared) + bool(found.equal) >= 2 or found.score >= ALONE or bool(_rare(found))


def _rare(found: Alike) -> bool:
    """Tell whether a figure is shared that is not met by chance: a measure of more than one digit."""
    return any(one.unit is not None and (one.value or 0.0) >= 10 for one, _ in found.equal)
