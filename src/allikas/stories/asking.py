"""Questions about stories to a ledger. ``following.follow`` brings it up to date; these only read it.

Superseded and retired documents are no part of any story.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from allikas.lang.pack import Pack, load
from allikas.ledger.adding import restore
from allikas.ledger.days import days_of
from allikas.ledger.errors import QueryError
from allikas.ledger.paging import Window
from allikas.ledger.rooms import check_furnished
from allikas.ledger.search import search
from allikas.ledger.store import Ledger
from allikas.model.reading import Reading
from allikas.stories.keys import likeness
from allikas.stories.origins import find_voices
from allikas.stories.points import Point, find_points
from allikas.stories.records import (
    AgendaItem,
    Claim,
    Comparison,
    FigureRow,
    Headline,
    Story,
    Telling,
    TimelineRow,
)
from allikas.stories.room import STORIES
from allikas.stories.sources import source_of
from allikas.stories.story import tell_story
from allikas.stories.tellings import Tellings

MOST = 200  # sentences that words are looked for in, the newest first: a story of words is among them


def stories(ledger: Ledger, window: Window | None = None) -> tuple[Headline, ...]:
    """List the stories that several reports tell, those of the newest reports first."""
    _check(ledger)
    asked = window or Window()
    with ledger.view() as connection:
        rows = connection.execute(
            "SELECT story, reports, outlets, first_day, last_day FROM stories WHERE reports > 1"
            " AND (?1 IS NULL OR last_day >= ?1) AND (?2 IS NULL OR first_day <= ?2)"
            " ORDER BY last_day DESC, story LIMIT ?3",
            (asked.since, asked.until, asked.limit or -1),
        ).fetchall()
        return tuple(Headline(row[0], _title(ledger, row[0]), *row[1:]) for row in rows)


def story(ledger: Ledger, asked: str, *, language: str = "et") -> Story:
    """Return the story called *asked*: its id, that of one of its documents, or words that are in it."""
    _check(ledger)
    with ledger.view():
        name = _named(ledger, asked) or _of_words(ledger, asked, language)
        return tell_story(_readings(ledger, name), load(language), id_=name)


def trace(ledger: Ledger, statement: str) -> Claim:
    """Return the claim that a statement (``DOCUMENT:s3``) makes: who else has it, and from whom."""
    document, _, part = statement.partition(":")
    found = story(ledger, document)
    for claim in found.claims:
        for telling in claim.tellings:
            if telling.report.document.startswith(document) and telling.statement == part:
                return claim
    raise QueryError(f"{ledger.path}: {statement} makes no claim; `allikas show` lists a report's statements")


def compare(ledger: Ledger, one: str, other: str, *, language: str = "et") -> Comparison:
    """Set two documents beside each other: what both say, what only one says, where they contradict."""
    with ledger.view() as connection:
        ids = [_document(connection, id_) for id_ in (one, other)]
        found = tell_story([restore(ledger, id_) for id_ in ids], load(language))
    sides = [
        tuple(c for c in found.claims if {t.report.document for t in c.tellings} == {id_}) for id_ in ids
    ]
    both = tuple(claim for claim in found.claims if len({t.report.document for t in claim.tellings}) > 1)
    across = tuple(one for one in found.contradictions if one.one.telling.report != one.other.telling.report)
    return Comparison(found.reports, both, sides[0], sides[1], across)


def agenda(
    ledger: Ledger, first: str | None = None, last: str | None = None, *, language: str = "et"
) -> tuple[AgendaItem, ...]:
    """Return what is announced for the days from *first* to *last*, in the order of those days.

    What has no last day (*not before the 22nd*) may be on any later one.
    """
    _check(ledger)
    with ledger.view():
        pack = load(language)
        names = _with_events(ledger, first, last)
        items = [item for name in names for item in tell_story(_readings(ledger, name), pack).agenda]
    kept = [item for item in items if _within(item, first, last)]
    return tuple(sorted(kept, key=lambda one: (one.first_day or "", one.last_day or "9", one.id)))


def _within(item: AgendaItem, first: str | None, last: str | None) -> bool:
    begins, ends = item.first_day or "", item.last_day or _open_end(item)
    return (first is None or ends >= first) and (last is None or begins <= last)


def _open_end(item: AgendaItem) -> str:
    """Return when to stop asking about what has no last day: a quarter after it may begin (a guess)."""
    if item.first_day is None:
        return "9"
    return (date.fromisoformat(item.first_day) + timedelta(days=92)).isoformat()


def figures(ledger: Ledger, words: str, *, language: str = "et") -> tuple[FigureRow, ...]:
    """Return the figures that were given for something, in the order of the days on which they were."""
    pack = load(language)
    wanted = [pack.stories.same.get(one, one) for one in _lemmas(words, pack)]
    with ledger.view():
        readings = _found(ledger, words, pack)
        rows = [
            FigureRow(
                days_of(telling.report.published).first, figure.value, figure.low, figure.high, figure.unit,
                figure.of, figure.text, telling,
            )
            for point, telling in _told(readings, pack)
            if _speaks_of(point, wanted)
            for figure in point.figures
            if not figure.denied
        ]  # fmt: skip
    return tuple(
        sorted(rows, key=lambda row: (row.day or "", row.telling.report.document, row.telling.start))
    )


def timeline(ledger: Ledger, name: str, *, language: str = "et") -> tuple[TimelineRow, ...]:
    """Return what is said to have happened or to be coming, with its days, about a name or in a story."""
    pack = load(language)
    with ledger.view():
        known = _named(ledger, name)
        readings = _readings(ledger, known) if known else _found(ledger, name, pack)
        wanted = [] if known else [one.casefold() for one in _lemmas(name, pack)]
        rows = [
            TimelineRow(one.first, one.last, one.edtf, point.text, one.status or "happened", telling)
            for point, telling in _told(readings, pack)
            if _speaks_of(point, wanted) or _is_voice(telling, name)
            for one in point.moments
            if not one.denied
        ]
    return tuple(sorted(rows, key=lambda row: (row.first_day, row.last_day, row.telling.report.document)))


def _is_voice(telling: Telling, name: str) -> bool:
    return any(name.casefold() in voice.casefold() for voice in telling.voices)


def _told(readings: Sequence[Reading], pack: Pack) -> Iterator[tuple[Point, Telling]]:
    """Yield every point of the readings as it stands in its report."""
    voices = find_voices(readings, pack)
    for reading in readings:
        tellings = Tellings({reading.document.id: source_of(reading)}, voices)
        for point in find_points(reading, pack):
            yield point, tellings.telling(point)


def _speaks_of(point: Point, wanted: Sequence[str]) -> bool:
    keys = [key.casefold() for key, _ in point.keys] + [one.of or "" for one in point.figures]
    return all(any(likeness(one, part) for key in keys for part in key.split()) for one in wanted)


def _lemmas(words: str, pack: Pack) -> list[str]:
    return [morph.lemma for morph in pack.morphology(words.split())]


def _found(ledger: Ledger, words: str, pack: Pack) -> list[Reading]:
    """Return the current documents that have one of the words in them, in the order of their ids."""
    ids: dict[str, None] = {}
    for word in words.split():
        hits = search(ledger, word, partial(_forms, pack), window=Window(limit=MOST)).rows
        ids |= dict.fromkeys(hit.source.document for hit in hits)
    return [restore(ledger, id_) for id_ in sorted(ids)]


def _forms(pack: Pack, forms: Sequence[str]) -> list[str]:
    return [morph.lemma for morph in pack.morphology(forms)]


def _check(ledger: Ledger) -> None:
    check_furnished(ledger, STORIES, advice="`allikas stories` makes them")


def _named(ledger: Ledger, asked: str) -> str | None:
    """Return the story that an id names, its own or a document's; ``None`` where *asked* is no id."""
    row = ledger.connection.execute(
        "SELECT story FROM stories_reports"
        " WHERE story = ?1 OR (length(?1) > 5 AND id >= ?1 AND id < ?1 || 'g')"
        " ORDER BY id LIMIT 1",
        (asked.partition(":")[0],),
    ).fetchone()
    return None if row is None else str(row[0])


def _of_words(ledger: Ledger, words: str, language: str) -> str:
    """Return the story that has most of the words, then the one in which most sentences have them."""
    pack = load(language)
    words_in: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    for word in words.split():
        hits = search(ledger, word, partial(_forms, pack), window=Window(limit=MOST)).rows
        names = [name for hit in hits if (name := _named(ledger, hit.source.document))]
        words_in.update(set(names))
        sentences.update(names)
    if not words_in:
        raise QueryError(f"{ledger.path}: no story has {words!r} in it; `allikas stories` lists them")
    return min(words_in, key=lambda name: (-words_in[name], -sentences[name], name))


def _readings(ledger: Ledger, name: str) -> list[Reading]:
    rows = ledger.connection.execute("SELECT id FROM stories_reports WHERE story = ? ORDER BY doc", (name,))
    return [restore(ledger, id_) for (id_,) in rows.fetchall()]


def _title(ledger: Ledger, name: str) -> str:
    row = ledger.connection.execute(
        "SELECT coalesce(title, d.id) FROM stories_reports r JOIN documents d USING (doc)"
        " WHERE r.story = ? ORDER BY r.first_day, r.id LIMIT 1",
        (name,),
    ).fetchone()
    return str(row[0])


def _document(connection: object, id_: str) -> str:
    """Return the one document whose id begins so."""
    command = "SELECT id FROM documents WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2"
    found = connection.execute(command, (id_,)).fetchall()  # type: ignore[attr-defined]
    if len(found) != 1 or not id_:
        raise QueryError(f"{'several ids begin' if found else 'no id begins'} with {id_!r}")
    return str(found[0][0])


def _with_events(ledger: Ledger, first: str | None, last: str | None) -> list[str]:
    """Return the stories that name a time within the days: only they can announce anything for them."""
    rows = ledger.connection.execute(
        "SELECT DISTINCT r.story FROM stories_reports r JOIN times t USING (doc)"
        " WHERE (?1 IS NULL OR t.last_day IS NULL OR t.last_day >= ?1)"
        " AND (?2 IS NULL OR t.first_day IS NULL OR t.first_day <= ?2) ORDER BY 1",
        (first, last),
    )
    return [name for (name,) in rows.fetchall()]
