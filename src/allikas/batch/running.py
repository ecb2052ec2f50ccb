"""A batch from its beginning, or from where it was stopped, to its end."""

import json
import multiprocessing
import os
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from pathlib import Path

from allikas.batch.safely import read_within
from allikas.batch.shards import Shard, cut, format_shard, parse_shard
from allikas.batch.tables import Apart, Read, write_tables
from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.settings import DEFAULTS, Settings
from allikas.intake.sources import NOTHING, receive_all
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.errors import AllikasError
from allikas.model.reading import Reading
from allikas.pipeline import read_document

PLAN, DONE = "_plan.jsonl", "_done"
DIED = "the process that read it was killed twice; try with fewer --jobs, or leave out what it chokes on"


class BatchError(AllikasError):
    """The batch cannot be begun or gone on with."""


@dataclass(frozen=True, slots=True)
class Job:
    """How shards are read: into which folder, with what given, with how many seconds a report."""

    out: str
    given: Metadata = NOTHING
    settings: Settings = DEFAULTS
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Count:
    """How many reports of a shard were read, and how many set apart."""

    read: int = 0
    apart: int = 0


def plan(out: Path, paths: Iterable[str], *, made_by: str) -> list[Shard]:
    """Return the shards of the batch in *out*: those of the beginning, and new ones for sources that are new.

    Raises ``BatchError`` where another version of the program began it.
    """
    file = out / PLAN
    head, *lines = file.read_text("utf-8").splitlines() if file.exists() else [json.dumps({"by": made_by})]
    before = json.loads(head)["by"]
    if before != made_by:
        raise BatchError(f"{out}: was begun by {before}, and this is {made_by}; choose another folder")
    shards = list(map(parse_shard, lines))
    known = {source for shard in shards for source in shard.sources}
    shards += cut(path for path in paths if path not in known)
    _write_whole(file, "\n".join([head, *map(format_shard, shards)]))
    return shards


def _write_whole(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beginning = file.with_name(f".{file.name}.{os.getpid()}")
    beginning.write_text(text, "utf-8")
    beginning.replace(file)


def done(out: Path) -> dict[str, Count]:
    """Return what is done, by the keys of shards."""
    return {file.stem: Count(**json.loads(file.read_text("utf-8"))) for file in (out / DONE).glob("*.json")}


def run_shard(job: Job, shard: Shard) -> Count:
    """Read a shard and write its tables; the mark that it is done comes last."""
    found = list(_read_all(job, shard))
    write_tables(Path(job.out), shard.key, found)
    return _mark(job, shard, Count(*(sum(isinstance(one, kind) for one in found) for kind in (Read, Apart))))


def _mark(job: Job, shard: Shard, count: Count) -> Count:
    _write_whole(Path(job.out) / DONE / f"{shard.key}.json", json.dumps(asdict(count)))
    return count


def _read_all(job: Job, shard: Shard) -> Iterator[Read | Apart]:
    for source in shard.sources:
        for number, receipt in enumerate(receive_all(source, job.given, job.settings)):
            if not shard.takes(number):
                continue
            if isinstance(receipt, Received):
                yield _read_one(job, receipt)
            elif isinstance(receipt, Refused):
                yield Apart(receipt.name, receipt.message)


def _read_one(job: Job, receipt: Received) -> Read | Apart:
    result = read_within(job.seconds, _read, receipt.document)
    return Apart(receipt.name, result) if isinstance(result, str) else Read(receipt.name, result)


def _read(doc: Document) -> Reading:
    return read_document(doc, load(doc.language))


def run_here(job: Job, shards: Iterable[Shard], *, jobs: int) -> Generator[Count, None, None]:
    """Read shards on this machine, each in one of *jobs* processes; yield what came of each as it is done.

    Where a process is killed, its shard is read again by itself; killed again, it is set apart.
    """
    left = list(shards)
    while left:
        yield from _run_together(job, left, jobs)
        suspects, left = left[:jobs], left[jobs:]  # shards are begun in their order: one of these was at work
        for shard in suspects:
            yield _run_alone(job, shard)


def _run_together(job: Job, left: list[Shard], jobs: int) -> Iterator[Count]:
    """Take out of *left* what is done."""
    context = multiprocessing.get_context("spawn")  # the only kind that every system has
    with ProcessPoolExecutor(jobs, context) as pool:
        waiting = {pool.submit(run_shard, job, shard): shard for shard in left}
        try:
            while waiting:
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    shard = waiting.pop(future)
                    count = future.result()
                    left.remove(shard)
                    yield count
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)


def _run_alone(job: Job, shard: Shard) -> Count:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(run_shard, job, shard).result()
        except BrokenProcessPool:
            write_tables(Path(job.out), shard.key, [Apart(source, DIED) for source in shard.sources])
            return _mark(job, shard, Count(0, len(shard.sources)))
