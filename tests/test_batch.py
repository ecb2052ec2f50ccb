"""A batch reads an archive once, whatever is killed, and DuckDB and the ledger read what it wrote."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from allikas.batch.loading import load_batch
from allikas.batch.running import BatchError, Count, Job, done, plan, run_here, run_shard
from allikas.batch.safely import read_within
from allikas.batch.shards import cut
from allikas.batch.tables import whole_readings
from allikas.intake.texts import read
from allikas.ledger.adding import restore
from allikas.ledger.store import open_ledger
from allikas.model.document import Document

pytest.importorskip("pyarrow")
EXAMPLES = Path(__file__).parent.parent / "examples"


def _paths() -> list[str]:
    return sorted(map(str, EXAMPLES.glob("*.txt")))


def _files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*.parquet"))}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("batch") / "out"
    for shard in plan(out, _paths(), made_by="1+m"):
        run_shard(Job(str(out)), shard)
    return out


def test_readings_come_back_whole(whole: Path) -> None:
    found = {one.origin: one.reading for one in whole_readings(whole)}
    assert sorted(found) == _paths()
    path = _paths()[0]
    assert found[path] == read(Path(path).read_text("utf-8"))


def test_a_batch_loads_into_a_ledger_once(whole: Path) -> None:
    with open_ledger(":memory:") as ledger:
        added = list(load_batch(ledger, whole))
        assert all(one.new for one in added)
        assert not any(one.new for one in load_batch(ledger, whole))
        text = Path(_paths()[0]).read_text("utf-8")
        assert restore(ledger, read(text).document.id) == read(text)


def test_duckdb_reads_the_tables(whole: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    query = f"SELECT year, count(*) FROM '{whole}/statements/*/*.parquet' GROUP BY year"  # noqa: S608 - ours
    counts = dict(duckdb.sql(query).fetchall())
    readings = [one.reading for one in whole_readings(whole)]
    assert sum(counts.values()) == sum(len(one.statements) for one in readings)


def test_what_cannot_be_read_is_set_apart(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Minister ütles, et sild avatakse.", "utf-8")
    (tmp_path / "in/b.pdf").write_bytes(b"%PDF-1.7\n\x00\x01")
    out = tmp_path / "out"
    (shard,) = plan(out, sorted(map(str, (tmp_path / "in").iterdir())), made_by="1+")
    assert run_shard(Job(str(out)), shard) == Count(1, 1)
    with open_ledger(":memory:") as ledger:
        list(load_batch(ledger, out))
        with ledger.view() as connection:
            ((origin, message),) = connection.execute("SELECT origin, message FROM failures")
    assert origin.endswith("b.pdf")
    assert "PDF" in message


def test_the_plan_stays_and_grows(tmp_path: Path) -> None:
    first = plan(tmp_path, ["no/a.txt", "no/b.txt"], made_by="1+m")
    again = plan(tmp_path, ["no/a.txt", "no/b.txt", "no/c.txt"], made_by="1+m")
    assert again[: len(first)] == first
    assert again[-1].sources == ("no/c.txt",)
    with pytest.raises(BatchError, match="was begun by 1"):
        plan(tmp_path, [], made_by="2+m")


def test_pieces_of_an_archive_hold_each_report_once(tmp_path: Path) -> None:
    archive, out = tmp_path / "a.jsonl", tmp_path / "out"
    lines = [
        json.dumps({"text": f"Sadamasse jõudis laev number {number}.", "pad": "x" * 60_000})
        for number in range(20)
    ]
    archive.write_text("\n".join(lines), "utf-8")
    shards = list(cut([str(archive)]))
    assert len(shards) > 1
    assert sum(run_shard(Job(str(out)), shard).read for shard in shards) == len(lines)
    plan(out, [], made_by="1+")
    assert len({one.reading.document.id for one in whole_readings(out)}) == len(lines)


def test_a_report_that_takes_too_long_is_set_apart() -> None:
    def slow(_: Document) -> None:
        time.sleep(30)

    told = read_within(0.05, slow, Document("Tere."))  # type: ignore[arg-type]
    assert isinstance(told, str)
    assert "took longer than 0.05 seconds" in told


def test_a_killed_batch_goes_on_and_ends_alike(whole: Path, tmp_path: Path) -> None:
    """Whatever instant it is killed at, going on makes the very files of a batch that nobody disturbed."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "allikas", "batch", *_paths(), str(out), "--jobs", "2"]
    for wait in (0.5, 2.0):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, f"{len(_paths())} read\n")
    assert _files(out) == _files(whole)


def test_a_killed_worker_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allikas.batch.shards.FEW", 1)
    out = tmp_path / "out"
    shards = plan(out, _paths()[:4], made_by="1+")
    running = run_here(Job(str(out)), shards, jobs=2)
    counts = [next(running)]
    _kill_a_child()
    counts += running
    assert sum(count.read for count in counts) == len(done(out)) == len(shards)


def _kill_a_child() -> None:
    import multiprocessing  # noqa: PLC0415 - only here

    children = multiprocessing.active_children()
    assert children
    os.kill(children[0].pid or 0, signal.SIGKILL)
