import gzip
import io
from pathlib import Path

from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.settings import Limits, Settings
from allikas.intake.sources import receive_all

PAGE = "<html><title>{0}</title><p>{0} suleti, teatas politsei reedel.</p></html>"


def archive(*records: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """Write an archive by hand, each record packed by itself, as ISO 28500 wants."""
    blocks = [_record("warcinfo", "", b"software: test\r\n"), *map(_response, records)]
    return b"".join(gzip.compress(block) if packed else block for block in blocks)


def _response(record: tuple[str, str, str, bytes]) -> bytes:
    url, status, mime, data = record
    head = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {len(data)}\r\n\r\n"
    return _record("response", f"WARC-Target-URI: {url}\r\n", head.encode() + data)


def _record(kind: str, more: str, block: bytes) -> bytes:
    mime = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{more}WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: {mime}\r\n"
    )
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def page(name: str, url: str) -> tuple[str, str, str, bytes]:
    return url, "200 OK", "text/html; charset=windows-1257", PAGE.format(name).encode("cp1257")


RECORDS = (
    page("Sadam", "https://a.example/2025/07/sadam"),
    ("https://a.example/pilt", "200 OK", "image/png", b"\x89PNG"),
    ("https://a.example/kadunud", "404 Not Found", "text/html", b"<html>"),
    page("Žürii", "https://a.example/z"),
    ("https://a.example/tekst", "200 OK", "text/plain", b"Sild suleti."),
)


def texts(data: bytes, limits: Limits = Limits()) -> list[str]:  # noqa: B008
    found = receive_all("-", Metadata(), Settings(limits=limits, stdin=io.BytesIO(data)))
    return [receipt.document.text if isinstance(receipt, Received) else "refused" for receipt in found]


SEEN = ["Sadam suleti, teatas politsei reedel.", "Žürii suleti, teatas politsei reedel.", "Sild suleti."]


def test_an_archive_gives_its_pages_and_texts() -> None:
    assert texts(archive(*RECORDS)) == texts(archive(*RECORDS, packed=False)) == SEEN
    assert texts(gzip.compress(archive(*RECORDS, packed=False))) == SEEN


def test_an_archive_file_names_its_documents_by_their_address(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(RECORDS[0]))
    (found,) = receive_all(str(path))
    assert isinstance(found, Received)
    assert found.name == f"{path}:https://a.example/2025/07/sadam"
    assert (found.document.url, found.document.published) == ("https://a.example/2025/07/sadam", "2025-07")


def test_what_stands_before_the_damage_is_read() -> None:
    data = archive(*RECORDS, packed=False)
    cut = data.index(b"WARC/1.0", data.index("Žürii".encode("cp1257")))
    *before, last = receive_all("-", Metadata(), Settings(stdin=io.BytesIO(data[:cut] + b"rikutud\r\n\r\n")))
    assert len(before) == 2
    assert isinstance(last, Refused)
    assert "is damaged behind -:https://a.example/z" in last.message


def test_a_page_that_is_too_large_costs_the_others_nothing() -> None:
    large = ("https://a.example/l", "200 OK", "text/html", b"<html>" + b" " * 2000)
    assert texts(archive(large, RECORDS[0]), Limits(document=1000)) == ["refused", SEEN[0]]
