"""Reports gathered into stories: the likest together, as long as a story's reports are alike on average."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allikas.ledger.days import Days
from allikas.stories.likeness import JOINED, Profile, compare_profiles, fade


class Traits(NamedTuple):
    """What gathering must know of a report: its document's id, the days of publication, what it is about."""

    id: str
    days: Days
    profile: Profile


def likeness(one: Traits, other: Traits) -> float:
    """Say how alike two reports are, from 0 to 1."""
    kept = fade(one.days, other.days)
    return kept * compare_profiles(one.profile, other.profile)[0] if kept else 0.0


def gather(reports: Sequence[Traits]) -> list[list[str]]:
    """Gather reports into stories (average linkage); the order in which they are given does not matter.

    >>> day = Days("2026-03-12", "2026-03-12")
    >>> gather([Traits(id_, day, {it: 1.0}) for id_, it in [("a", "sild"), ("b", "sild"), ("c", "vald")]])
    [['a', 'b'], ['c']]
    """
    ordered = sorted(reports, key=lambda one: (one.days.first or "", one.id))
    sums = {
        (i, j): likeness(one, ordered[j]) for j in range(len(ordered)) for i, one in enumerate(ordered[:j])
    }
    groups = {at: [at] for at in range(len(ordered))}
    while (best := _likest(groups, sums)) is not None:
        _merge(groups, sums, *best)
    return [[ordered[at].id for at in sorted(groups[key])] for key in sorted(groups)]


def _likest(groups: Mapping[int, list[int]], sums: Mapping[tuple[int, int], float]) -> tuple[int, int] | None:
    """Return the two groups that are likest on average, if they are alike enough."""
    found = max(
        ((total / (len(groups[i]) * len(groups[j])), -i, -j) for (i, j), total in sums.items()),
        default=(0.0, 0, 0),
    )
    return (-found[1], -found[2]) if found[0] >= JOINED else None


def _merge(groups: dict[int, list[int]], sums: dict[tuple[int, int], float], one: int, other: int) -> None:
    """Put the group *other* into *one*: sums of likeness add up."""
    groups[one] += groups.pop(other)
    del sums[one, other]
    for key in groups:
        if key != one:
            old = sums.pop((min(key, other), max(key, other)))
            sums[min(key, one), max(key, one)] += old
