import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.kinds import Kind
from allikas.intake.settings import Limits, Settings
from allikas.intake.sources import receive_all
from allikas.intake.web import Web
from allikas.model.document import Document
from serving import LOCAL, answer, served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub" / ".git").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("date 2025-07 Sajab.", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Tuiskab."}\n{"text": "Lumi tuleb."}\n'))
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(b"Kyll tuleb.")[:-9])
    (tmp_path / "sub" / "e.txt").write_text("Sulab.", "utf-8")
    (tmp_path / ".peidus.txt").write_text("Ei paista.", "utf-8")
    (tmp_path / "sub" / ".git" / "config").write_text("x", "utf-8")
    return tmp_path


def texts(source: object, settings: Settings = Settings()) -> list[str]:  # noqa: B008
    found = receive_all(str(source), Metadata(), settings)
    return [one.document.text if isinstance(one, Received) else f"! {Path(one.name).name}" for one in found]


def test_a_folder_gives_all_that_is_in_it_and_below(folder: Path) -> None:
    assert texts(folder) == ["Sajab.", "! b.pdf", "Tuiskab.", "Lumi tuleb.", "! d.txt.gz", "Sulab."]


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert texts(folder / "*.txt") == ["Sajab."]
    assert texts(folder / "**" / "*.txt") == ["Sajab.", "Sulab."]
    assert texts(folder / "su*") == ["Sulab."]
    (nothing,) = receive_all(str(folder / "*.doc"))
    assert nothing == Refused(str(folder / "*.doc"), "there is no file in it; check the name")


def test_a_file_whose_name_looks_like_a_pattern_is_itself(tmp_path: Path) -> None:
    (tmp_path / "ilm[1].txt").write_text("Sajab.", "utf-8")
    assert texts(tmp_path / "ilm[1].txt") == ["Sajab."]


def test_names_that_lead_nowhere_are_told_in_a_line(tmp_path: Path) -> None:
    for name in (str(tmp_path / "pole.txt"), "a\0b", ""):
        (found,) = receive_all(name)
        assert isinstance(found, Refused)
        assert "\n" not in found.message
    assert [type(one) for one in receive_all(str(tmp_path))] == [Refused], "an empty folder"


def test_documents_come_one_at_a_time(folder: Path) -> None:
    receipts = receive_all(str(folder))
    next(receipts)
    (folder / "c.jsonl.gz").unlink()
    rest = list(receipts)
    assert Refused(str(folder / "c.jsonl.gz"), "no such file; check the name") in rest
    assert isinstance(rest[-1], Received)


def test_a_link_in_a_circle_ends(folder: Path) -> None:
    (folder / "sub" / "ring").symlink_to(folder)
    assert texts(folder / "sub")[-1] in {"Sulab.", "! ring"}


def test_what_is_given_wins_over_every_document(folder: Path) -> None:
    found = [one for one in receive_all(str(folder), Metadata(outlet="LSA")) if isinstance(one, Received)]
    assert {one.document.outlet for one in found} == {"LSA"}
    assert found[0].document.published == "2025-07"


def test_a_kind_can_be_told() -> None:
    settings = Settings(kind=Kind.csv, stdin=io.BytesIO(b"text\nSajab.\n"))
    assert texts("-", settings) == ["Sajab."]
    assert texts("-", Settings(stdin=io.BytesIO(b"text\nSajab.\n"))) == ["text\nSajab.\n"]


def test_too_much_of_one_document_is_refused_and_the_others_are_read(folder: Path) -> None:
    assert texts(folder, Settings(limits=Limits(document=22))) == [
        "Sajab.", "! b.pdf", "Tuiskab.", "! c.jsonl.gz:2", "! d.txt.gz", "Sulab.",
    ]  # fmt: skip


def test_what_is_damaged_says_how(folder: Path) -> None:
    (found,) = receive_all(str(folder / "d.txt.gz"))
    assert isinstance(found, Refused)
    assert found.message.startswith("is damaged where it is packed (")


def test_a_fault_of_ours_costs_one_source_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("viga")

    monkeypatch.setattr("allikas.intake.sources.receive_bytes", fail)
    assert texts(folder) == ["! a.txt", "! b.pdf", "Tuiskab.", "Lumi tuleb.", "! d.txt.gz", "! e.txt"]


def test_an_address_is_fetched_and_remembered() -> None:
    page = b"<html lang=et><p>Sadam suleti, teatas politsei reedel.</p></html>"
    web = Web(bounds=LOCAL, pause=0)
    with served(lambda request: answer(request, page, ETag='"7"', Content_Type="text/html")) as url:
        (found,) = receive_all(f"{url}/2025/07/sadam", Metadata(), Settings(web=web))
        assert isinstance(found, Received)
        assert found.document == Document(
            "Sadam suleti, teatas politsei reedel.", published="2025-07",
            outlet="127.0.0.1", url=f"{url}/2025/07/sadam",
        )  # fmt: skip
        assert web.seen[f"{url}/2025/07/sadam"].etag == '"7"'


def test_plain_text_needs_none_of_the_libraries_for_the_web(folder: Path) -> None:
    code = (
        "import sys; from allikas.intake.sources import receive_all; "
        f"print(len(list(receive_all({str(folder / 'a.txt')!r})))); "
        "print({'trafilatura', 'lxml', 'feedparser', 'warcio', 'pyarrow'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\nset()\n"
