"""How alike two reports are: by what they speak of, and how close in time they came out.

The measure knows only the two reports and how telling words are in the language, never the other reports:
so it does not depend on what else is in a ledger, nor on the order in which it came.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from math import exp, log1p, sqrt

from allikas.ledger.days import Days
from allikas.model.reading import Reading
from allikas.stories.points import Point

KEPT = 60  # keys of a report that count, the heaviest: more change no figure on the invented stories
FADING = 10.0  # days in which likeness falls to a third: chosen on the invented stories, whose near misses
# (the same spokesman, another fire a week later) differ from one story in little else
JOINED = 0.12  # how alike reports of one story are on average: likewise; .11 to .13 give the same
WINDOW = 22  # days after which even the likest reports fall below: FADING times the logarithm of 1 / JOINED

Profile = Mapping[str, float]
"""What a report speaks of, each key with its weight; the squares add up to one."""


def profile_of(reading: Reading, points: Sequence[Point]) -> Profile:
    """Weigh what a report speaks of: by how telling it is, and how often it comes up.

    >>> from allikas.model.document import Document
    >>> profile_of(Reading(Document("")), [])
    {}
    """
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for point in points:
        for key, weight in point.keys:
            counts[key] += 1
            weights[key] = max(weight, weights.get(key, 0.0))
    for name, often in _names(reading).items():
        counts[name], weights[name] = max(often, counts[name]), 1.0
    heavy = {key: weights[key] ** 2 * log1p(count) for key, count in counts.items()}
    kept = sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    size = sqrt(sum(weight * weight for _, weight in kept))
    return {key: weight / size for key, weight in kept}


def _names(reading: Reading) -> dict[str, int]:
    """Count how often each name comes up, the outlet's own left out."""
    own = {part.casefold() for part in (reading.document.outlet or "").split()}
    found: dict[str, int] = {}
    for entity in reading.entities:
        often = sum(mention.kind == "name" for mention in entity.mentions)
        name = entity.name.rpartition(" ")[2] if entity.type == "PER" else entity.name
        if often and name.casefold() not in own:
            found[name] = often
    return found


def compare_profiles(one: Profile, other: Profile) -> tuple[float, tuple[str, ...]]:
    """Return how alike two reports are, from 0 to 1, and what makes them so, the heaviest first.

    >>> compare_profiles({"sild": 0.6, "vang": 0.8}, {"vang": 1.0})
    (0.8, ('vang',))
    """
    shared = {key: weight * other[key] for key, weight in one.items() if key in other}
    return sum(shared.values()), tuple(sorted(shared, key=lambda key: (-shared[key], key)))


def fade(one: Days, other: Days) -> float:
    """Say how much of their likeness two reports keep that came out apart; nothing where a day is unknown.

    >>> fade(Days("2025-07-01", "2025-07-31"), Days("2025-07-04", "2025-07-04"))
    1.0
    """
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0.0
    first, last, begin, end = (
        date.fromisoformat(day).toordinal() for day in (one.first, one.last, other.first, other.last)
    )
    return exp(-max(0, begin - last, first - end) / FADING)
