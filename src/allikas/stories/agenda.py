"""What reports announce for a time ahead: by whom, how surely, and what became of it since.

A day that is not known stays unknown: the EDTF date is what the text gives, and nothing is made up.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allikas.ledger.days import days_of
from allikas.stories.alike import Alike, compare_points, is_solid
from allikas.stories.moments import Moment
from allikas.stories.points import Point
from allikas.stories.records import AgendaItem, AgendaStatus, Telling
from allikas.stories.sources import Source

RARE = 0.95  # the weight of a word that few reports have: of the thirty thousand, the last third
LIKE = 0.45  # how alike they are where they share one word alone: likewise
ONE = 0.3  # how alike two announcements of one thing are, dates left out: chosen on the ten stories
Tell = Callable[[int], Telling]


@dataclass(frozen=True, slots=True)
class _Entry:
    at: int
    date: str
    status: AgendaStatus
    event: int = -1
    supersedes: int | None = None


def find_agenda(
    points: Sequence[Point], sources: Mapping[str, Source], heavy: Mapping[str, float], tell: Tell
) -> tuple[AgendaItem, ...]:
    """Find what is announced in the reports of a story, in the order in which they came out."""
    order = sorted(range(len(points)), key=lambda at: _came_out(points[at], sources))
    entries = _linked(points, [entry for at in order for entry in _entries(points, at, sources)], heavy)
    entries += _called_off(points, order, entries, heavy)
    return tuple(_item(entry, entries, points, tell) for entry in entries)


def _came_out(point: Point, sources: Mapping[str, Source]) -> tuple[str, str, int]:
    return sources[point.document].report.published or "", point.document, point.n


def _entries(points: Sequence[Point], at: int, sources: Mapping[str, Source]) -> Iterator[_Entry]:
    point = points[at]
    moment = _announced(point, sources[point.document].report.published)
    if moment is None:
        return
    after = points[at + 1] if at + 1 < len(points) else point
    if point.past and after.sentence == point.sentence and after.document == point.document:
        if after.cancels:  # it was to be, but is called off
            yield _Entry(at, moment.edtf, "cancelled")
    elif not point.past:
        yield _Entry(at, moment.edtf, _status(point, moment))


def _announced(point: Point, published: str | None) -> Moment | None:
    """Return the time that a point announces: one not past, of something planned; the latest if it moved."""
    days = days_of(published)
    if days.first is None or days.last is None:
        return None
    ahead = [
        one
        for one in point.moments
        if not one.denied and one.last >= days.first and _is_ahead(point, one, days.last)
    ]
    is_off = point.negated and not (point.cancels or point.but)
    if not ahead or is_off or point.is_weather or point.status == "hoped":
        return None
    return max(ahead, key=lambda one: one.first) if point.moves else ahead[0]


def _is_ahead(point: Point, moment: Moment, today: str) -> bool:
    """Tell whether a time is one of something planned, or called off, or told of in the present."""
    if point.cancels or point.moves or moment.status in PLANNED:
        return True
    if moment.status is not None:
        return moment.first > today
    return moment.last > today and point.status == "ongoing" and not point.past


PLANNED = frozenset({"planned", "cancelled", "postponed"})


def _status(point: Point, moment: Moment) -> AgendaStatus:
    if point.cancels or moment.status == "cancelled":
        return "cancelled"
    moved = point.moves or moment.status == "postponed" or any(one.denied for one in point.moments)
    return "moved" if moved or point.but else "announced"


def _linked(points: Sequence[Point], found: Sequence[_Entry], heavy: Mapping[str, float]) -> list[_Entry]:
    """Say which entries are about one thing, and which date the later ones replace."""
    entries: list[_Entry] = []
    for n, entry in enumerate(found):
        earlier = _earlier(points, entries, entry.at, heavy)
        same = entries[earlier] if earlier is not None else None
        event = n if same is None else same.event
        if any(_is_told(points, one, entry, heavy) for one in entries):
            continue
        linked = replace(entry, event=event)
        if same is not None and entry.status in {"moved", "cancelled"}:
            linked = replace(linked, supersedes=_standing(points, entries, event, entry))
        elif same is not None and entry.status == "announced" and points[entry.at].stands:
            linked = replace(linked, status="confirmed")
        entries.append(linked)
    return entries


def _is_told(points: Sequence[Point], one: _Entry, entry: _Entry, heavy: Mapping[str, float]) -> bool:
    """Tell whether a report says a second time what it announces for a day."""
    mine, his = points[one.at], points[entry.at]
    same = mine.document == his.document and (one.date, one.status) == (entry.date, entry.status)
    return same and bool(compare_points(mine, his, dict(heavy)).shared)


def _standing(points: Sequence[Point], entries: Sequence[_Entry], event: int, entry: _Entry) -> int | None:
    """Return the first entry with the date that no longer holds: the one that is named, or the last."""
    mine = [n for n, one in enumerate(entries) if one.event == event and one.at != entry.at]
    named = {one.edtf for one in points[entry.at].moments} - {entry.date}
    for n in mine:
        if entries[n].date in (named or {entry.date}):
            return n
    if not mine or entry.status == "cancelled":
        return mine[0] if mine else None
    last = entries[mine[-1]].date
    return next(n for n in mine if entries[n].date == last)


def _earlier(
    points: Sequence[Point], entries: Sequence[_Entry], at: int, heavy: Mapping[str, float]
) -> int | None:
    """Return the likest earlier entry."""
    known = dict(heavy)
    compared = (
        (n, compare_points(points[at], points[one.at], known))
        for n, one in enumerate(entries)
        if one.at != at
    )
    scores = [
        (alike.score, -n)
        for n, alike in compared
        if is_solid(alike) or alike.score >= LIKE or _is_telling(points[at], alike)
    ]
    best = max(scores, default=(0.0, 0))
    return -best[1] if best[0] >= ONE else None


def _is_telling(point: Point, alike: Alike) -> bool:
    """Tell whether the one word that is shared is a rare one."""
    return any(dict(point.keys).get(key, 0.0) >= RARE for key in alike.shared)


def _called_off(
    points: Sequence[Point], order: Sequence[int], entries: Sequence[_Entry], heavy: Mapping[str, float]
) -> list[_Entry]:
    """Find what is called off without its date: it has the date that was announced."""
    known = {entry.at for entry in entries}
    found = []
    for at in order:
        if at in known or not points[at].cancels or points[at].negated:
            continue
        earlier = _earlier(points, entries, at, heavy)
        if earlier is not None and points[entries[earlier].at].document != points[at].document:
            one = entries[earlier]
            found.append(_Entry(at, one.date, "cancelled", one.event, earlier))
    return found


def _item(entry: _Entry, entries: Sequence[_Entry], points: Sequence[Point], tell: Tell) -> AgendaItem:
    point, days = points[entry.at], days_of(entry.date)
    over = None if entry.supersedes is None else _name(entries[entry.supersedes], points)
    first = next(one for one in entries if one.event == entry.event)
    return AgendaItem(
        _name(entry, points), point.text, entry.date, *days, entry.status, point.certainty, tell(entry.at),
        event=_name(first, points), supersedes=over,
    )  # fmt: skip


def _name(entry: _Entry, points: Sequence[Point]) -> str:
    point = points[entry.at]
    return "g" + hashlib.sha256(f"{point.document}:{point.n}:{entry.date}".encode()).hexdigest()[:8]
