"""Documents are added whole or not at all, once, whatever happens meanwhile."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from allikas.ledger.adding import Reader, add, fail, is_added, read_again, restore, retire
from allikas.ledger.errors import QueryError
from allikas.ledger.status import failures
from allikas.ledger.store import Ledger, open_ledger
from allikas.model.document import Document
from allikas.model.layers import Entity, Mention, Statement
from allikas.model.reading import Reading
from allikas.model.word import Sentence, Token, Word

READER = Reader("0.1.0", None, "2026-03-12T10:00:00Z")
DOCUMENTS = 60  # enough that a kill falls among them, few enough that a run takes a moment


def reading(n: int, url: str | None = None) -> Reading:
    """A stand-in for a reading: a sentence in which somebody says something."""
    name = f"Nimi {n % 7}"
    doc = Document(f"{name} ütles, et teade {n} on kohal.", published=f"2026-03-{n % 28 + 1:02}", url=url)
    source, content = doc.span(0, 6), doc.span(17, len(doc.text) - 1)
    tokens = [doc.span(*ends) for ends in ((0, 4), (5, 6), (7, 12), (17, 22))]
    return Reading(
        doc,
        sentences=(Sentence(doc.span(0, len(doc.text)), 0, len(tokens)),),
        words=tuple(Word(Token(span, span.text), span.text.lower(), "NOUN") for span in tokens),
        entities=(Entity("e1", "PER", name, (Mention(source, "name"),)),),
        statements=(
            Statement("s1", "indirect", "say", (content,), source=source, speaker="e1", chain=("e1",)),
        ),
    )


def dump(path: Path) -> list[str]:
    """Return every row of every table, those that SQLite keeps for the search index among them."""
    with open_ledger(path) as ledger:
        assert ledger.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        ledger.connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')")
        return list(ledger.connection.iterdump())


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with open_ledger(path) as ledger:
        first = add(ledger, reading(1), READER)
    before = dump(path)
    with open_ledger(path) as ledger:
        second = add(ledger, reading(1), Reader("9.9.9"))
    assert (first.new, second.new, first.id) == (True, False, second.id)
    assert dump(path) == before


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.ledger") as opened:
        yield opened


def states(ledger: Ledger) -> list[tuple[int, str]]:
    rows = ledger.connection.execute("SELECT revision, state FROM documents ORDER BY seq")
    return list(rows)


def spoken(ledger: Ledger) -> list[str]:
    return [content for (content,) in ledger.connection.execute("SELECT content FROM said ORDER BY 1")]


def test_a_changed_text_is_a_new_revision_and_the_old_one_stays(ledger: Ledger) -> None:
    url = "https://kirdetuul.example/1"
    old, new = reading(1, url), reading(2, url)
    assert [add(ledger, one, READER).revision for one in (old, new, old)] == [1, 2, 1]
    assert states(ledger) == [(1, "superseded"), (2, "current")]
    assert restore(ledger, old.document.id) == old
    assert spoken(ledger) == ["teade 2 on kohal"]


def test_documents_without_an_address_never_supersede_each_other(ledger: Ledger) -> None:
    for n in (1, 2):
        add(ledger, reading(n), READER)
    assert states(ledger) == [(1, "current"), (1, "current")]


def test_what_was_retired_stays_but_speaks_no_more(ledger: Ledger) -> None:
    id_ = add(ledger, reading(1), READER).id
    retire(ledger, id_, "withdrawn by its outlet")
    assert spoken(ledger) == []
    assert restore(ledger, id_) == reading(1)
    assert ledger.connection.execute("SELECT state, reason FROM documents").fetchall() == [
        ("retired", "withdrawn by its outlet")
    ]


def test_a_new_reading_takes_the_place_of_the_old_one(ledger: Ledger) -> None:
    old = reading(1)
    new = replace(old, statements=())
    id_ = add(ledger, old, READER).id
    read_again(ledger, new, Reader("0.2.0"))
    assert restore(ledger, id_) == new
    assert spoken(ledger) == []
    assert ledger.connection.execute("SELECT program FROM readings").fetchall() == [("0.2.0",)]


def test_only_what_is_there_can_be_asked_for(ledger: Ledger) -> None:
    asked: tuple[Callable[[], object], ...] = (
        lambda: restore(ledger, "0123456789abcdef"),
        lambda: retire(ledger, "0123456789abcdef", "?"),
        lambda: read_again(ledger, reading(1), READER),
    )
    for ask in asked:
        with pytest.raises(QueryError, match="there is no document"):
            ask()
    assert not is_added(ledger, reading(1).document)


def test_a_failure_is_listed_until_what_failed_is_added(ledger: Ledger) -> None:
    fail(ledger, "news/1.txt", "is empty")
    fail(ledger, "news/2.txt", "is a PDF")
    fail(ledger, "news/1.txt", "no permission")
    assert [(one.origin, one.message) for one in failures(ledger)] == [
        ("news/1.txt", "no permission"),
        ("news/2.txt", "is a PDF"),
    ]
    add(ledger, reading(1), READER, origin="news/1.txt")
    assert [one.origin for one in failures(ledger)] == ["news/2.txt"]


def add_all(path: Path) -> None:
    """Add every document that is not there yet, as a resumed run does; pages change every tenth time."""
    with open_ledger(path) as ledger:
        for n in range(DOCUMENTS):
            new = reading(n, f"https://kirdetuul.example/{n - n % 10}" if n % 10 < 2 else None)
            if not is_added(ledger, new.document):
                add(ledger, new, READER)


RUN = """
import sys
from pathlib import Path
sys.path.insert(0, {folder!r})
from {module} import add_all
print(flush=True)
add_all(Path({path!r}))
"""


def start(path: Path) -> "subprocess.Popen[str]":
    """Start a run of its own; it says when it begins to add."""
    here = Path(__file__)
    script = RUN.format(folder=str(here.parent), module=here.stem, path=str(path))
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)


def kill_at_random(path: Path, chance: random.Random, longest: float) -> bool:
    """Start a run, kill it after a random while; tell whether it was still running."""
    with start(path) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(chance.uniform(0, longest))
        running = run.poll() is None
        run.send_signal(signal.SIGKILL)
    return running


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    """The rows of a run that nothing disturbed, and how long it took."""
    path = tmp_path_factory.mktemp("undisturbed") / "news.ledger"
    begun = time.perf_counter()
    add_all(path)
    return dump(path), time.perf_counter() - begun


def is_same_after(kills: int, folder: Path, undisturbed: tuple[list[str], float]) -> int:
    """Kill runs *kills* times, each ledger resumed until done; return how many fell in the midst of work."""
    rows, took = undisturbed
    chance = random.Random(kills)  # noqa: S311 - a repeatable sequence is what is wanted
    path, midst, round_ = folder / "0.ledger", 0, 0
    for _ in range(kills):
        midst += kill_at_random(path, chance, took / 3)
        if path.exists() and len(dump(path)) == len(rows):  # done: begin another
            assert dump(path) == rows
            round_ += 1
            path = folder / f"{round_}.ledger"
    add_all(path)
    assert dump(path) == rows
    return midst


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no kill -9")
def test_killed_and_resumed_the_ledger_is_that_of_an_undisturbed_run(
    tmp_path: Path, undisturbed: tuple[list[str], float]
) -> None:
    assert is_same_after(12, tmp_path, undisturbed) >= 6


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no kill -9")
def test_killed_a_hundred_times_it_is_still_the_same(
    tmp_path: Path, undisturbed: tuple[list[str], float]
) -> None:
    assert is_same_after(100, tmp_path, undisturbed) >= 50
