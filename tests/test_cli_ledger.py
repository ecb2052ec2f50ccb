"""The commands of the ledger, from the command line."""

import csv
import io
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from allikas import __version__, cli
from allikas.cli import adding
from allikas.ledger import store
from allikas.ledger.store import Ledger, open_ledger, open_to_read

ROOT = Path(__file__).parents[1]
REPORT = """---
outlet: {outlet}
published: {day}
url: https://{outlet}.example/{n}
---

Irena Sovall ütles, et vangid vabastatakse. Teade number {n}.
"""


def report(folder: Path, n: int, outlet: str = "lsa") -> None:
    text = REPORT.format(outlet=outlet, day=f"2026-03-{n % 28 + 1:02}", n=n)
    (folder / f"{n:03}.txt").write_text(text, "utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with reports, a file that is none, and a ledger to be made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLIKAS_LEDGER", raising=False)
    handler = signal.getsignal(signal.SIGINT)
    (tmp_path / "news").mkdir()
    for n in range(3):
        report(tmp_path / "news", n)
    yield tmp_path
    signal.signal(signal.SIGINT, handler)


def invoke(*args: str, stdin: str = "") -> Result:
    return CliRunner().invoke(cli.app, args, input=stdin)


def rows(*args: str) -> list[dict[str, Any]]:
    done = invoke(*args)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.usefixtures("place")
def test_a_folder_is_added_once_and_failures_are_listed_until_they_are_mended() -> None:
    Path("news/scan.pdf").write_bytes(b"%PDF-1.7")
    done = invoke("add", "news")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (1, "3 added, 1 failed")
    assert done.stderr.startswith("allikas: news/scan.pdf: is a PDF")
    assert [row["origin"] for row in rows("problems")] == ["news/scan.pdf"]
    Path("news/scan.pdf").unlink()
    report(Path("news"), 9)
    done = invoke("add", "news/*.txt")
    assert (done.exit_code, done.stderr) == (0, "1 added, 3 there already, 0 failed\n")


@pytest.mark.usefixtures("place")
def test_two_processes_make_the_same_ledger_as_one() -> None:
    assert invoke("add", "news", "--ledger", "one.ledger").exit_code == 0
    ran = subprocess.run(
        [sys.executable, "-m", "allikas", "add", "news", "--ledger", "two.ledger", "--jobs", "2"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stderr == "3 added, 0 failed\n"
    dumps = []
    for path in ("one.ledger", "two.ledger"):
        with open_to_read(path) as ledger:
            lines = list(ledger.connection.iterdump())
        dumps.append([re.sub(r"'20\d\d-\d\d-\d\dT[^']*'", "'now'", line) for line in lines])
    assert dumps[0] == dumps[1]


@pytest.mark.usefixtures("place")
def test_questions_have_answers_in_every_form(monkeypatch: pytest.MonkeyPatch) -> None:
    invoke("add", "news")
    assert [row["content"] for row in rows("who", "Sovall")] == ["vangid vabastatakse"] * 3
    assert len(rows("search", "vangidele", "--speaker", "Sovall", "--since", "2026-03-02")) == 2
    assert len(rows("search", "vang", "--limit", "1")) == 1
    found = list(csv.DictReader(io.StringIO(invoke("who", "Sovall", "--format", "csv").stdout)))
    assert [row["outlet"] for row in found] == ["lsa"] * 3
    monkeypatch.setenv("COLUMNS", "140")
    table = invoke("who", "Sovall", "--format", "table").stdout
    assert "published" in table.splitlines()[0]
    monkeypatch.setenv("COLUMNS", "80")
    block = invoke("who", "Sovall", "--format", "table").stdout.splitlines()
    assert block[0].startswith("2026-03-03  lsa  Irena Sovall")
    assert block[1].rstrip() == "    vangid vabastatakse"
    assert invoke("problems", "--format", "table").stderr == "nothing found\n"
    assert rows("status")[0]["documents"] == 3
    assert rows("sql", "SELECT count(*) AS n FROM said") == [{"n": 3}]
    assert json.loads(invoke("sql", "-", stdin="SELECT 1 AS one").stdout) == {"one": 1}
    said = rows("who", "Sovall")[0]
    assert rows("show", said["id"]) == [said]
    assert json.loads(invoke("show", said["document"][:8]).stdout)["document"]["id"] == said["document"]
    assert "Teade number 2" in invoke("show", said["document"], "--format", "table").stdout
    assert invoke("events").exit_code == 0


@pytest.mark.usefixtures("place")
def test_pages_in_a_terminal_go_on_where_they_ended() -> None:
    invoke("add", "news")
    first = invoke("who", "Sovall", "--format", "table", "--limit", "2")
    key = re.search(r"2 of 3; go on with --after (\S+)", first.stderr)
    assert key is not None
    assert "1 of 3\n" in invoke("who", "Sovall", "--format", "table", "--after", key[1]).stderr


@pytest.mark.usefixtures("place")
def test_actors_are_merged_split_renamed_undone_and_adopted() -> None:
    invoke("add", "news")
    assert invoke("actor", "rename", "Sovall", "Minister Sovall").stderr.startswith("decision 1: rename a")
    assert rows("who", "Irena Sovall")[0]["speaker"] == "Minister Sovall"
    document = rows("who", "Irena Sovall")[0]["document"]
    assert invoke("actor", "split", "Irena Sovall", "Teine Sovall", "--document", document).exit_code == 0
    assert len(rows("who", "Teine Sovall")) == 1
    assert invoke("actor", "merge", "Teine Sovall", "Minister Sovall").exit_code == 0
    assert len(rows("who", "Irena Sovall")) == 3
    assert invoke("actor", "undo", "1").stderr == "decision 1 (rename) is undone\n"
    assert [row["undone"] for row in rows("actor", "decisions")] == [True, False, False]
    Path("actors.toml").write_text('[[actor]]\nname = "Irena Sovall"\ntype = "MAN"', "utf-8")
    assert invoke("actor", "adopt", "actors.toml").stderr.startswith(
        "allikas: actors.toml:3:8: there is no type 'MAN'"
    )
    Path("actors.csv").write_text("name,type,country\nIrena Sovall,PER,VE\n", "utf-8")
    assert invoke("actor", "adopt", "actors.csv").stderr == "1 actors\n"
    assert rows("actor", "find", "Sovall")
    assert rows("actor", "doubtful") == []
    assert invoke("actor", "split", "Irena Sovall", "I. Sovall", "--document", document).exit_code == 0
    pairs = [(row["first_id"], row["second_id"]) for row in rows("actor", "doubtful")]
    assert pairs
    for first, second in pairs:
        assert invoke("actor", "distinct", first, second).exit_code == 0
    assert rows("actor", "doubtful") == []
    assert "are not the same; undo it first" in invoke("actor", "merge", *pairs[0]).stderr
    assert invoke("actor", "undo").exit_code == 0
    assert len(rows("actor", "doubtful")) == 1


@pytest.mark.usefixtures("place")
def test_older_readings_are_read_again() -> None:
    invoke("add", "news")
    with open_ledger("allikas.ledger") as ledger:
        ledger.connection.execute("UPDATE readings SET program = '0.0.1' WHERE doc % 2 = 0")
    old = rows("sql", "SELECT count(*) AS n FROM readings WHERE program = '0.0.1'")[0]["n"]
    assert invoke("reread").stderr == f"{old} read again, 0 failed\n"
    assert rows("sql", "SELECT DISTINCT program AS p FROM readings") == [{"p": __version__}]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("who", "Sovall"), "allikas.ledger: there is no such ledger; `allikas add` makes one"),
        (("status", "--ledger", "news/000.txt"), "news/000.txt: is no ledger; name another file"),
        (("add", "news", "--ledger", "no/such/news.ledger"), "no/such/news.ledger: cannot be opened"),
    ],
)
def test_what_stands_in_the_way_is_one_line(args: tuple[str, ...], told: str) -> None:
    done = invoke(*args)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"allikas: {told}")
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("search",), "give a word or a filter"),
        (("sql", "DROP TABLE texts"), "only questions are answered"),
        (("show", "zzz"), "no id begins with 'zzz'"),
        (("who", "Sovall", "--since", "eile"), "'eile' is no day"),
        (("actor", "merge", "Keegi", "Sovall"), "no actor is called 'Keegi'"),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_line(args: tuple[str, ...], told: str) -> None:
    invoke("add", "news")
    done = invoke(*args)
    assert done.exit_code == 1
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def a_small_disk(monkeypatch: pytest.MonkeyPatch, path: str, pages: int) -> None:
    """Allow the ledger so many pages more than it has, as a full disk does: SQLite gives the same error."""
    with open_ledger(path) as ledger:
        count = ledger.connection.execute("PRAGMA page_count").fetchone()[0]
    real = store.open_ledger

    def opened(path: str) -> Ledger:
        ledger = real(path)
        ledger.connection.execute(f"PRAGMA max_page_count = {count + pages}")
        return ledger

    monkeypatch.setattr(adding, "open_ledger", opened)


@pytest.mark.usefixtures("place")
def test_a_full_disk_is_one_line_and_the_same_command_goes_on() -> None:
    invoke("add", "news")
    for n in range(3, 60):
        report(Path("news"), n)
    with pytest.MonkeyPatch.context() as small:
        a_small_disk(small, "allikas.ledger", 8)
        done = invoke("add", "news")
    assert (done.exit_code, done.stderr) == (
        1, "allikas: allikas.ledger: the disk is full; make room and run the same command again\n"
    )  # fmt: skip
    kept = rows("status")[0]["documents"]
    assert 3 <= kept < 60
    assert invoke("add", "news").stderr == f"{60 - kept} added, {kept} there already, 0 failed\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(place: Path) -> None:
    for n in range(3, 400):
        report(place / "news", n)
    command = [sys.executable, "-m", "allikas", "add", "news"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        wait_for_documents(place / "allikas.ledger", run)
        run.send_signal(signal.SIGINT)
        assert run.stderr is not None
        line = run.stderr.read()
    assert run.returncode == 130
    found = re.fullmatch(r"(\d+) added, 0 failed; stopped, run the same command to go on\n", line)
    assert found is not None
    for file in sorted((place / "news").iterdir())[int(found[1]) + 1 :]:
        file.unlink()
    done = invoke("add", "news")
    assert done.stderr == f"1 added, {found[1]} there already, 0 failed\n"


def wait_for_documents(path: Path, run: "subprocess.Popen[str]") -> None:
    """Wait until the run has added something."""
    log = path.with_name(f"{path.name}-wal")
    for _ in range(600):
        assert run.poll() is None
        try:
            run.wait(0.1)
        except subprocess.TimeoutExpired:
            if log.exists() and log.stat().st_size > 300_000:  # past making its tables
                return


def test_the_manual_has_every_command() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    commands = re.findall(r"^  ([a-z]+) ", invoke("--help").stdout, re.MULTILINE)
    assert {
        "add",
        "watch",
        "export",
        "status",
        "problems",
        "who",
        "search",
        "show",
        "events",
        "actor",
        "sql",
        "reread",
    } <= set(commands)
    assert [name for name in commands if f"allikas {name}" not in page] == []
