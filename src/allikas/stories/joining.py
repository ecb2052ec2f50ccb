"""Points that say the same, joined: pairs first, then groups in which every two are alike on the whole.

The result depends on the set of points alone, not on the order in which reports came.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from allikas.stories.alike import Alike, can_be_one, compare_points
from allikas.stories.keys import ends_of
from allikas.stories.points import Point

JOINED = 0.35  # how alike two points are that say the same: chosen on the ten stories
TOUCHED = 0.2  # less, and two points are not about one thing: likewise
WIDE = 40  # a key in more points than this leads to no pairs of its own: it is what the story is about

Pairs = Mapping[tuple[int, int], Alike]


def weigh_keys(points: Sequence[Point]) -> dict[str, float]:
    """Say what each key counts: less where reports use it all over, for it is what the story is about.

    >>> weigh_keys([])
    {}
    """
    points_with: Counter[str] = Counter()
    reports: dict[str, set[str]] = defaultdict(set)
    for point in points:
        for key, _ in point.keys:
            points_with[key] += 1
            reports[key].add(point.document)
    return {key: (len(reports[key]) / count) ** 0.5 for key, count in points_with.items()}


def find_pairs(points: Sequence[Point], heavy: Mapping[str, float]) -> Pairs:
    """Compare every two points of different statements that share something telling."""
    known = dict(heavy)
    return {
        (one, other): alike
        for one, other in sorted(_candidates(points))
        if (alike := compare_points(points[one], points[other], known)).score >= TOUCHED
    }


def _candidates(points: Sequence[Point]) -> set[tuple[int, int]]:
    """Pair points that share a key, the end of one, or a figure: an inverted index."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, point in enumerate(points):
        for key, _ in point.keys:
            index[key].append(at)
        for figure in point.figures:
            if figure.value is not None and (figure.unit or figure.value > 9):
                index[f"#{figure.value:.3g}{figure.unit or ''}"].append(at)
    for key in list(index):
        for end in ends_of(key)[1:]:
            if end in index:
                index[end] += [at for at in index[key] if at not in index[end]]
    return {
        (min(pair), max(pair))
        for places in index.values()
        if len(places) <= WIDE
        for pair in combinations(sorted(set(places)), 2)
    }


def group(points: Sequence[Point], pairs: Pairs) -> list[list[int]]:
    """Join points into groups, the likest first, as long as the groups' points are alike on average."""
    groups = {at: [at] for at in range(len(points))}
    home = dict.fromkeys(range(len(points)), 0) | {at: at for at in groups}
    ranked = sorted(pairs.items(), key=lambda item: (-item[1].score, _order(points, item[0])))
    for (one, other), alike in ranked:
        mine, his = home[one], home[other]
        if alike.score < JOINED or mine == his:
            continue
        if _belong(points, pairs, groups[mine], groups[his]):
            groups[mine] += groups.pop(his)
            home.update(dict.fromkeys(groups[mine], mine))
    return sorted(sorted(places) for places in groups.values())


def _order(points: Sequence[Point], pair: tuple[int, int]) -> tuple[str, int, str, int]:
    one, other = (points[at] for at in pair)
    first, second = sorted([(one.document, one.n), (other.document, other.n)])
    return *first, *second


def _belong(points: Sequence[Point], pairs: Pairs, mine: Sequence[int], his: Sequence[int]) -> bool:
    """Tell whether two groups say the same: alike on average, and nothing between any two against it."""
    scores = []
    for one, other in _between(mine, his):
        alike = pairs.get((one, other))
        if alike is not None and not can_be_one(points[one], points[other], alike):
            return False
        scores.append(alike.score if alike else 0.0)
    return sum(scores) / len(scores) >= JOINED * AVERAGE


AVERAGE = 0.7  # how much less alike whole groups may be than the pair that joins them: chosen likewise


def _between(mine: Sequence[int], his: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((min(one, other), max(one, other)) for one in mine for other in his)
