"""What the ledger costs: adding beside reading, bytes a document, memory, and the time of each question.

Documents are made by variation from the examples: other days, outlets and addresses, and other names, some of
which stand in every document and most in few. Run as ``python benchmarks/bench_ledger.py [DOCUMENTS]``.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median

import allikas
from allikas.ledger.adding import Reader, add, restore
from allikas.ledger.asking import sql
from allikas.ledger.deciding import doubtful
from allikas.ledger.facets import facets
from allikas.ledger.happenings import Wanted, events
from allikas.ledger.lemmas import lemmatiser
from allikas.ledger.listing import documents
from allikas.ledger.paging import Window
from allikas.ledger.search import Filters, search
from allikas.ledger.showing import show
from allikas.ledger.status import failures, problems, read_before, status
from allikas.ledger.store import Ledger, open_ledger, open_to_read
from allikas.ledger.tables import LAYERS
from allikas.ledger.terms import terms_of
from allikas.ledger.who import find_actors, who
from allikas.model.layers import Event, Plover, Role
from allikas.model.reading import Reading
from allikas.model.word import Word

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
READER = Reader("0.1.0")
OUTLETS = ("Kirdetuul", "Laiuskraad", "LSA", "Raadio Silmapiir")
FIRST = date(2020, 1, 1)
DAYS = 2000  # days over which the documents spread
ADDED = 10_000  # documents that are added one by one; more are copied beside them
RUNS = 5  # each question is asked so often, and the median told


def spread(n: int, place: int) -> int:
    """Choose one of many names for the *place*-th name of the *n*-th document: early places are common."""
    return (n * 2654435761 >> 7) % (1 + place * place * 40)  # a multiplicative hash (Knuth)


def vary(reading: Reading, n: int) -> Reading:
    """Make the *n*-th document: the same text on another day, about others."""
    doc = replace(
        reading.document,
        published=(FIRST + timedelta(days=n * 7919 % DAYS)).isoformat(),
        outlet=OUTLETS[n % len(OUTLETS)],
        url=f"https://variation.example/{n}",
    )
    entities = tuple(
        replace(entity, name=f"{entity.name} {spread(n, place)}")
        for place, entity in enumerate(reading.entities)
    )
    words = tuple(_word(word, n, place) for place, word in enumerate(reading.words))
    return replace(reading, document=doc, entities=entities, words=words, events=tuple(_events(reading, n)))


def _word(word: Word, n: int, place: int) -> Word:
    return replace(word, lemma=f"{word.lemma}{spread(n, place % 9)}") if word.upos == "PROPN" else word


def _events(reading: Reading, n: int) -> Iterator[Event]:
    """Take the events that were read; where the reader finds none yet, one for every verb."""
    if reading.events:
        yield from reading.events
        return
    someone = reading.entities[0] if reading.entities else None
    for at, word in enumerate(reading.words):
        if word.upos == "VERB":
            roles = (Role("agent", word.span, someone.id),) if someone else ()
            code = Plover(("ASSAULT", "PROTEST", "AID", "CONSULT")[(n + at) % 4])
            yield Event(f"v{at}", word.span, word.lemma, "OCCURRENCE", roles=roles, plover=code)


def timed(action: Callable[[], object]) -> float:
    """Return the median of several runs in milliseconds."""
    took = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        action()
        took.append(time.perf_counter() - begun)
    return median(took) * 1000


def memory() -> float:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform != "darwin" else 1024**2
    )


def read_examples() -> list[Reading]:
    """Read every example."""
    return [allikas.read(path.read_text("utf-8")) for path in EXAMPLES]


def compare_adding_with_reading(folder: Path) -> None:
    """Read and add the examples in turns, several times, and tell what adding costs beside reading.

    The processor's time is told beside the clock's: other programs on the machine do not count in it.
    """
    took: dict[str, list[float]] = {"reading": [], "adding": [], "busy reading": [], "busy adding": []}

    def clock(name: str, action: Callable[[], Reading | object]) -> object:
        begun, busy = time.perf_counter(), time.process_time()
        result = action()
        took[name].append((time.perf_counter() - begun) * 1000)
        took[f"busy {name}"].append((time.process_time() - busy) * 1000)
        return result

    texts = [path.read_text("utf-8") for path in EXAMPLES]
    read_examples()
    with open_ledger(folder / "costs.ledger") as ledger:
        for run in range(RUNS):
            for n, text in enumerate(texts):
                url = f"https://cost.example/{run}/{n}"
                found = clock("reading", partial(allikas.read, text, url=url))
                if isinstance(found, Reading):
                    clock("adding", partial(add, ledger, found, READER))
    for kind in ("", "busy "):
        long, short = median(took[f"{kind}reading"]), median(took[f"{kind}adding"])
        print(f"{kind}reading {long:.2f} ms, adding {short:.2f} ms a document (medians): {short / long:.1%}")


def fill(ledger: Ledger, count: int) -> None:
    """Add *count* documents, and tell speed and memory on the way."""
    examples = read_examples()
    spent, milestone = 0.0, max(count // 10, 1)
    for n in range(count):
        varied = vary(examples[n % len(examples)], n)
        begun = time.perf_counter()
        add(ledger, varied, READER)
        spent += time.perf_counter() - begun
        if n + 1 in {milestone, count // 2, count}:
            print(
                f"{n + 1:>7} documents: {spent / (n + 1) * 1000:.2f} ms a document, memory {memory():.0f} MB",
                flush=True,
            )


def multiply(ledger: Ledger, times: int) -> None:
    """Put *times* - 1 copies beside the documents there are, under other ids, by copying rows.

    Reading and adding is slow on a shared machine; the copies have the same names, days and words.
    """
    count = ledger.connection.execute("SELECT max(seq) FROM documents").fetchone()[0]
    rows = ledger.connection.execute("SELECT doc, id FROM documents ORDER BY seq").fetchall()
    ledger.connection.execute("CREATE TEMP TABLE old AS SELECT doc FROM documents")
    with ledger.transaction() as connection:
        for table in ("documents", "texts", "readings", *LAYERS):
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for k in range(1, times):
                changed = {"doc": f"doc + {k * count}"}
                if table == "documents":
                    changed |= {"seq": f"seq + {k * count}", "id": f"id || '{k:02}'", "url": f"url || '/{k}'"}
                picked = ", ".join(changed.get(name, name) for name in names)
                source = f"SELECT {picked} FROM {table} WHERE doc IN (SELECT doc FROM temp.old)"  # noqa: S608
                connection.execute(f"INSERT INTO {table} {source}")
    for at in range(0, len(rows), 500):
        with ledger.transaction() as connection:
            for doc, id_ in rows[at : at + 500]:
                terms = list(terms_of(restore(ledger, id_), doc))
                for k in range(1, times):
                    connection.executemany(
                        "INSERT INTO sentence_words (rowid, lemma, form, facet) VALUES (?, ?, ?, ?)",
                        [(one.number + (k * count << 16), *one[1:]) for one in terms],
                    )


def questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    """Return a question of each kind, easy ones and hard ones."""
    lemmatise = lemmatiser("et")

    def ask(command: str) -> None:
        with sql(ledger, command) as (_, rows):
            list(rows)

    common, rare = _names(ledger)
    some = who(ledger, common).rows[0]
    return {
        "status": lambda: status(ledger),
        "problems": lambda: (problems(ledger), list(failures(ledger))),
        f"who {common} (common)": lambda: who(ledger, common),
        f"who {common}, a year": lambda: who(ledger, common, Window("2022-01-01", "2022-12-31")),
        f"who {rare} (rare)": lambda: who(ledger, rare),
        "actors by name": lambda: find_actors(ledger, common),
        "search vang (common)": lambda: search(ledger, "vang", lemmatise),
        "search ütlema (very common)": lambda: search(ledger, "ütles", lemmatise),
        "search 'ja' (commonest)": lambda: search(ledger, "ja", lemmatise),
        'search "Punane Rist"': lambda: search(ledger, '"Punane Rist"', lemmatise),
        "search vang, common speaker": lambda: search(ledger, "vang", lemmatise, Filters(speaker=common)),
        "search ja, rare speaker": lambda: search(ledger, "ja", lemmatise, Filters(speaker=rare)),
        "search ja, thought, Kirdetuul": lambda: search(
            ledger, "ja", lemmatise, Filters(kind="think", outlet="Kirdetuul")
        ),
        "search ja, a month": lambda: search(
            ledger, "ja", lemmatise, window=Window("2022-01-01", "2022-01-31")
        ),
        "events": lambda: events(ledger, Wanted()),
        "events ASSAULT": lambda: events(ledger, Wanted(plover="ASSAULT")),
        f"events of {rare}": lambda: events(ledger, Wanted(actor=rare)),
        f"events of {common}": lambda: events(ledger, Wanted(actor=common)),
        "events planned": lambda: events(ledger, Wanted(status="planned")),
        "show a document": lambda: show(ledger, some.source.document),
        "show a statement": lambda: show(ledger, some.id),
        "to be read again": lambda: read_before(ledger, "0.1.0"),
        "facets, newest 2,000 documents": lambda: facets(ledger),
        "facets of an outlet": lambda: facets(ledger, outlet="Kirdetuul"),
        "documents": lambda: documents(ledger),
        "documents of an outlet": lambda: documents(ledger, outlet="Kirdetuul"),
        "restore a document": lambda: restore(ledger, some.source.document),
        "doubtful joins": lambda: doubtful(ledger, limit=50),
        "sql count": lambda: ask("SELECT count(*) FROM documents WHERE state = 'current'"),
    }


def _names(ledger: Ledger) -> tuple[str, str]:
    """Return the actor who speaks most and one who speaks once."""
    rows = ledger.connection.execute(
        "SELECT a.name FROM voices v JOIN actors a USING (actor) WHERE v.last GROUP BY v.actor"
        " HAVING count(*) > 0 ORDER BY count(*) DESC, v.actor"
    ).fetchall()
    return str(rows[0][0]), str(rows[-1][0])


def main() -> None:
    """Print everything."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as folder:
        compare_adding_with_reading(Path(folder))
        path = Path(folder) / "many.ledger"
        with open_ledger(path) as ledger:
            fill(ledger, min(count, ADDED))
            if count > ADDED:
                multiply(ledger, count // ADDED)
        print(f"{path.stat().st_size / count / 1024:.1f} kB a document")
        with open_to_read(path) as ledger:
            asked = questions(ledger)
            for name, ask in asked.items():
                print(f"{timed(ask):8.1f} ms  {name}")
        print(f"memory at the end {memory():.0f} MB")


if __name__ == "__main__":
    main()
