"""Stories kept up to date: whatever has changed in a ledger since the last time is followed.

Adding a report costs in proportion to its neighbours: those that speak of its telling words within the days
in which a story can go on. Its story and those of its neighbours are gathered anew, so that the order in
which reports came matters only where a story has grown too large for that.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from allikas.lang.pack import load
from allikas.ledger.adding import restore
from allikas.ledger.days import Days, days_of
from allikas.ledger.rooms import Change, changes, furnish
from allikas.ledger.store import Ledger
from allikas.model.reading import Reading
from allikas.stories.gathering import Traits, gather, likeness
from allikas.stories.likeness import JOINED, WINDOW, profile_of
from allikas.stories.points import find_points
from allikas.stories.room import STORIES

ASKED = 25  # the heaviest keys of a report lead to its neighbours; lighter ones alone make none: a guess
NEIGHBOURS = 8  # as many of the likest reports say which stories may be one: a guess
LARGE = 60  # a story of more reports only grows: gathering anew costs the cube of their number


def follow(ledger: Ledger) -> int:
    """Bring the stories of a ledger up to date; return how many documents were followed.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     follow(ledger)
    0
    """
    furnish(ledger, STORIES)
    turn = int(ledger.connection.execute("SELECT turn FROM stories_turn").fetchone()[0])
    found = changes(ledger, turn)
    for change in found:
        reading = restore(ledger, change.id) if change.state == "current" else None
        follow_one(ledger, change, reading)
    return len(found)


def follow_one(ledger: Ledger, change: Change, reading: Reading | None) -> None:
    """Follow one change; *reading* is the document's, ``None`` where it no longer counts."""
    settle(ledger, change, None if reading is None else traits_of(reading))


def settle(ledger: Ledger, change: Change, traits: Traits | None) -> None:
    """Give a report its story, or take it out where *traits* is ``None``: whole or not at all."""
    with ledger.transaction() as connection:
        _forget(connection, change.doc)
        if traits is not None:
            _enter(connection, change.doc, traits)
            _settle(connection, traits)
        connection.execute("UPDATE stories_turn SET turn = ?", (change.turn,))


def traits_of(reading: Reading) -> Traits:
    """Return what gathering must know of a report."""
    doc = reading.document
    points = find_points(reading, load(doc.language))
    return Traits(doc.id, days_of(doc.published), profile_of(reading, points))


def _forget(connection: Any, doc: int) -> None:  # noqa: ANN401 - the ledger has the only door to SQLite
    """Take a report out; what is left of its story is gathered anew."""
    row = connection.execute("SELECT story FROM stories_reports WHERE doc = ?", (doc,)).fetchone()
    if row is None:
        return
    connection.execute("DELETE FROM stories_reports WHERE doc = ?", (doc,))
    connection.execute("DELETE FROM stories_keys WHERE doc = ?", (doc,))
    left = _members(connection, [row[0]])
    if len(left) < LARGE:
        _regather(connection, left)


def _enter(connection: Any, doc: int, traits: Traits) -> None:  # noqa: ANN401 - the same
    profile = json.dumps(traits.profile, ensure_ascii=False)
    connection.execute(
        "INSERT INTO stories_reports VALUES (?, ?, ?, ?, ?, ?)",
        (doc, traits.id, *traits.days, profile, story_id([traits])),
    )
    if traits.days.first is not None:
        connection.executemany(
            "INSERT INTO stories_keys VALUES (?, ?, ?, ?)",
            [(key, traits.days.first, doc, weight) for key, weight in traits.profile.items()],
        )


def _settle(connection: Any, traits: Traits) -> None:  # noqa: ANN401 - the same
    """Find the story of a new report."""
    near = _neighbours(connection, traits)
    if not near:
        return
    stories = list(dict.fromkeys(story for _, story in near))
    members = _members(connection, stories)
    if len(members) < LARGE:
        _regather(connection, [*members, traits])
    else:
        _grow(connection, traits, stories)


def _grow(connection: Any, traits: Traits, stories: Iterable[str]) -> None:  # noqa: ANN401 - the same
    """Put a report into the story whose reports are likest on average, and leave the story as it is."""
    scores = []
    for story in stories:
        members = _members(connection, [story])
        scores.append((sum(likeness(traits, one) for one in members) / len(members), story))
    score, story = max(scores)
    if score >= JOINED:
        connection.execute("UPDATE stories_reports SET story = ? WHERE id = ?", (story, traits.id))


def _neighbours(connection: Any, traits: Traits) -> list[tuple[float, str]]:  # noqa: ANN401 - the same
    """Return the likest reports around, with their stories."""
    if traits.days.first is None or traits.days.last is None:
        return []
    first = date.fromisoformat(traits.days.first) - timedelta(days=WINDOW + 31)  # a report of a month
    last = date.fromisoformat(traits.days.last) + timedelta(days=WINDOW)
    dots: dict[int, float] = defaultdict(float)
    for key, weight in sorted(traits.profile.items(), key=lambda item: (-item[1], item[0]))[:ASKED]:
        found = connection.execute(
            "SELECT doc, weight FROM stories_keys WHERE key = ? AND first_day BETWEEN ? AND ?",
            (key, first.isoformat(), last.isoformat()),
        )
        for doc, other in found:
            dots[doc] += weight * other
    likest = sorted(dots.items(), key=lambda item: (-item[1], item[0]))[: 4 * NEIGHBOURS]
    rows = [row for doc, dot in likest if dot >= JOINED / 2 and (row := _report(connection, doc))]
    scored = [(likeness(traits, one), story) for one, story in rows if one.id != traits.id]
    return sorted((one for one in scored if one[0] >= JOINED), reverse=True)[:NEIGHBOURS]


def _report(connection: Any, doc: int) -> tuple[Traits, str] | None:  # noqa: ANN401 - the same
    row = connection.execute(
        "SELECT id, first_day, last_day, profile, story FROM stories_reports WHERE doc = ?", (doc,)
    ).fetchone()
    return None if row is None else (Traits(row[0], Days(row[1], row[2]), json.loads(row[3])), row[4])


def _members(connection: Any, stories: Sequence[str]) -> list[Traits]:  # noqa: ANN401 - the same
    """Return the reports of stories, the latest: of a large one no more than tell that it is large."""
    rows = connection.execute(
        "SELECT id, first_day, last_day, profile FROM stories_reports"
        " WHERE story IN (SELECT value FROM json_each(?)) ORDER BY doc DESC LIMIT ?",
        (json.dumps(stories), LARGE),
    )
    return [Traits(id_, Days(first, last), json.loads(profile)) for id_, first, last, profile in rows]


def _regather(connection: Any, reports: Sequence[Traits]) -> None:  # noqa: ANN401 - the same
    """Gather reports anew."""
    known = {one.id: one for one in reports}
    for group in gather(list(known.values())):
        name = story_id([known[id_] for id_ in group])
        connection.executemany(
            "UPDATE stories_reports SET story = ? WHERE id = ?", [(name, id_) for id_ in group]
        )


def story_id(reports: Sequence[Traits]) -> str:
    """Name a story by its earliest report: it keeps its name as reports are added."""
    return "s" + min(reports, key=lambda one: (one.days.first or "", one.id)).id[:10]
