"""Whatever holds reports, from the command line: folders, feeds, archives, tables, and what is wrong."""

import csv
import gzip
import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allikas import cli
from allikas.cli.watching import parse_span
from allikas.export.forms import Form
from allikas.export.parquet import parquet_as_dicts
from allikas.ledger.store import open_ledger
from serving import answer, served

SAID = "Sadam on suletud, ütles Kert Hallik."
HEAD = "<!DOCTYPE html><html><head><title>Sadam</title></head>"
PAGE = f"{HEAD}<body><article><p>{SAID * 8}</p></article></body></html>"
ENTRY = "<item><title>Teade {n}</title><link>{base}/{n}</link><pubDate>{date}</pubDate></item>"
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Laiuskraad</title>{entries}</channel></rss>'
DATE = formatdate(1_760_000_000)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLIKAS_LEDGER", raising=False)
    handler = signal.getsignal(signal.SIGINT)
    yield tmp_path
    signal.signal(signal.SIGINT, handler)


def invoke(*args: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(cli.app, args, input=stdin)


def lines(*args: str) -> list[dict[str, object]]:
    done = invoke(*args)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def archived(url: str, page: str) -> bytes:
    """Write a record of a web archive, by the words of its standard (ISO 28500)."""
    answered = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-10-09T08:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answered)}\r\n\r\n"
    )
    return head.encode() + answered + b"\r\n\r\n"


class Paper:
    """A feed of summaries and its pages; it counts what it sends."""

    def __init__(self) -> None:
        self.entries = ["1", "2"]
        self.sent: list[str] = []

    def site(self, request: BaseHTTPRequestHandler) -> None:
        base = f"http://{request.headers['Host']}"
        tag = f'"{request.path}-{len(self.entries)}"'
        if request.headers["If-None-Match"] == tag:
            answer(request, status=304)
            return
        self.sent.append(request.path)
        if request.path == "/rss":
            items = "".join(ENTRY.format(n=n, base=base, date=DATE) for n in self.entries)
            answer(request, FEED.format(entries=items).encode(), Content_Type="application/rss+xml", ETag=tag)
        else:
            answer(
                request, PAGE.replace("Sadam", f"Sadam {request.path[1:]}").encode(), Content_Type="text/html"
            )


@pytest.mark.usefixtures("place")
def test_a_feed_is_watched_and_only_what_is_new_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    paper = Paper()
    with served(paper.site) as base:
        opml = f'<opml version="2.0"><body><outline xmlUrl="{base}/rss"/></body></opml>'
        Path("feeds.opml").write_text(opml, "utf-8")
        look = ("watch", "feeds.opml", "--once", "--allow-private")
        assert invoke(*look).stderr.endswith("2 added, 0 failed\n")
        assert paper.sent == ["/rss", "/1", "/2"]
        paper.sent.clear()
        assert invoke(*look).stderr.endswith("0 added, 0 failed\n")
        assert paper.sent == []
        paper.entries.append("3")
        assert invoke(*look).stderr.endswith("1 added, 0 failed\n")
        assert paper.sent == ["/rss", "/3"]
        found = lines("sql", "SELECT outlet, published, url FROM documents ORDER BY seq")
        assert [row["url"] for row in found] == [f"{base}/{n}" for n in (1, 2, 3)]
        assert {str(row["published"])[:10] for row in found} == {"2025-10-09"}


@pytest.mark.usefixtures("place")
def test_private_addresses_are_refused_unless_they_are_allowed() -> None:
    paper = Paper()
    with served(paper.site) as base:
        done = invoke("add", f"{base}/1")
        assert done.exit_code == 1
        assert "leads into a private network" in done.stderr
        assert paper.sent == []
        assert invoke("add", f"{base}/1", "--allow-private").exit_code == 0


@pytest.mark.usefixtures("place")
def test_a_web_archive_and_a_folder_with_a_bad_file_are_added() -> None:
    Path("news").mkdir()
    Path("news/b.warc.gz").write_bytes(
        gzip.compress(archived("https://laiuskraad.example/2025/07/sadam", PAGE))
    )
    Path("news/a.txt").write_text("date 2025-07 " + SAID, "utf-8")
    Path("news/c.png").write_bytes(b"\x89PNG\r\n")
    Path("news/d.txt").write_text("date 2025-08 " + SAID, "utf-8")
    done = invoke("add", "news")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "allikas: news/c.png: is an image, not text; type or scan its text into a text file",
        "3 added, 1 failed",
    ]
    published = lines("sql", "SELECT published FROM documents ORDER BY seq")
    assert [row["published"] for row in published] == ["2025-07", "2025-07", "2025-08"]


@pytest.mark.usefixtures("place")
def test_a_table_is_added_by_its_columns_and_the_standard_input_by_its_kind() -> None:
    rows = f"keha;ilmus;leht\n{SAID};2025-07-12;Laiuskraad\n"
    Path("table.csv").write_text(rows, "utf-8")
    columns = ("--column", "text=keha", "--column", "published=ilmus")
    assert invoke("add", "table.csv", *columns, "--outlet", "LSA").exit_code == 0
    assert lines("sql", "SELECT published, outlet FROM documents") == [
        {"published": "2025-07-12", "outlet": "LSA"}
    ]
    done = invoke("read", "-", "--from", "csv", *columns, "--format", "json", stdin=rows)
    assert json.loads(done.stdout)["document"]["text"] == SAID


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--column", "keha"), "--column: 'keha': write it as text=body"),
        (("--column", "autor=keha"), "--column: 'autor=keha'"),
        (("--zone", "Tallinn"), "--zone: there is no zone 'Tallinn'"),
        (("--published", "2025-13"), "--published: '2025-13' is no EDTF date"),
    ],
)
def test_an_option_that_cannot_be_meant_ends_the_command(args: tuple[str, ...], told: str) -> None:
    done = invoke("add", "a.txt", *args)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"allikas: {told}")
    assert not Path("allikas.ledger").exists()


@pytest.mark.usefixtures("place")
def test_what_its_publisher_withdraws_is_retired_and_its_history_kept() -> None:
    item = {"uri": "urn:lsa:1", "versioncreated": "2025-07-12T08:15:00Z", "body_text": SAID}
    Path("a.json").write_text(json.dumps(item), "utf-8")
    assert invoke("add", "a.json").stderr == "1 added, 0 failed\n"
    Path("a.json").write_text(json.dumps({**item, "pubstatus": "canceled"}), "utf-8")
    assert invoke("add", "a.json").stderr == "0 added, 1 withdrawn, 0 failed\n"
    assert lines("sql", "SELECT * FROM said") == []
    (row,) = lines("sql", "SELECT state, reason FROM history WHERE url = 'urn:lsa:1'")
    assert row == {"state": "retired", "reason": "withdrawn by its publisher"}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("form", list(Form))
def test_reading_and_exporting_write_the_same(form: Form) -> None:
    Path("a.txt").write_text("date 2025-07 " + SAID, "utf-8")
    invoke("add", "a.txt")
    folder = form in {Form.brat, Form.timeml, Form.webannotation}
    for command in (("read", "a.txt"), ("export",)):
        done = invoke(*command, "--format", form.value, "--out", f"{command[0]}.out")
        assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    one, two = Path("read.out"), Path("export.out")
    if folder:
        names = sorted(path.name for path in one.iterdir())
        assert names
        assert names == sorted(path.name for path in two.iterdir())
        assert all((one / name).read_bytes() == (two / name).read_bytes() for name in names)
    else:
        assert one.read_bytes() == two.read_bytes()
    assert form is not Form.parquet or next(parquet_as_dicts(one.read_bytes()))["document"]["text"] == SAID


@pytest.mark.usefixtures("place")
def test_a_part_of_a_ledger_is_exported() -> None:
    for n, outlet in enumerate(("LSA", "Laiuskraad", "LSA")):
        Path(f"{n}.txt").write_text(f"---\noutlet: {outlet}\npublished: 2025-07-1{n}\n---\n{SAID}", "utf-8")
    invoke("add", "0.txt", "1.txt", "2.txt")

    def exported(*args: str) -> list[str]:
        table = invoke("export", "--format", "csv", "--sheet", "documents", *args).stdout
        return [row["published"] for row in csv.DictReader(io.StringIO(table))]

    assert exported() == ["2025-07-12", "2025-07-11", "2025-07-10"]
    assert exported("--outlet", "LSA") == ["2025-07-12", "2025-07-10"]
    assert exported("--since", "2025-07-11", "--until", "2025-07-11") == ["2025-07-11"]
    assert exported("--search", "sadamad", "--outlet", "Laiuskraad") == ["2025-07-11"]
    assert exported("--speaker", "Hallik", "--until", "2025-07-10") == ["2025-07-10"]
    (first,) = lines("sql", "SELECT id FROM documents WHERE outlet = 'Laiuskraad'")
    assert exported(str(first["id"])[:8]) == ["2025-07-11"]
    assert "brat has two files a document" in invoke("export", "--format", "brat").stderr
    assert "give --out FOLDER" in invoke("export", "--format", "timeml").stderr
    done = invoke("export", "--out", "no/such/file.jsonl")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


@pytest.mark.usefixtures("place")
def test_a_watch_outlives_a_locked_ledger_and_ends_with_ctrl_c() -> None:
    Path("a.txt").write_text(SAID, "utf-8")
    command = [sys.executable, "-m", "allikas", "watch", "a.txt", "--every", "1h"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        assert run.stderr.readline().endswith("  1 added, 0 failed\n")
        run.send_signal(signal.SIGINT)
        assert run.stderr.read() == ""
    assert run.returncode == 0


@pytest.mark.usefixtures("place")
def test_a_locked_and_a_corrupt_ledger_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allikas.ledger.store.WAIT", 0.05)
    Path("a.txt").write_text(SAID, "utf-8")
    Path("b.txt").write_text(SAID * 2, "utf-8")
    assert invoke("add", "a.txt").exit_code == 0
    with open_ledger("allikas.ledger") as ledger, ledger.transaction():
        done = invoke("add", "b.txt")
        assert (done.exit_code, done.stderr) == (
            1,
            "allikas: allikas.ledger: another program is writing to it; try again when it is done\n",
        )
        assert lines("status")[0]["documents"] == 1
    assert invoke("add", "b.txt").stderr == "1 added, 0 failed\n"
    Path("allikas.ledger").write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    done = invoke("add", "b.txt")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


def test_lengths_of_time() -> None:
    assert [parse_span(span) for span in ("90s", "2h", "1d", "10", "m")] == [90, 7200, 86400, None, None]
