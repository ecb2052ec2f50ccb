import io
from pathlib import Path

import pytest

from allikas.intake.files import Received, Refused, receive, receive_bytes
from allikas.intake.headers import Metadata
from allikas.model.document import Document

NOTHING = Metadata()


def received(name: str, data: bytes, given: Metadata = NOTHING) -> Received:
    found = receive_bytes(name, data, given)
    assert isinstance(found, Received)
    return found


def test_a_file_becomes_a_document_with_what_its_header_says(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("---\noutlet: LSA\npublished: 2026-03\n---\n\nSajab.\n", "utf-8")
    document = Document("Sajab.\n", published="2026-03", outlet="LSA")
    assert receive(str(path), NOTHING) == Received(str(path), document)


def test_what_is_given_wins_over_the_header() -> None:
    document = received("a", b"date 2025-07 Sajab.", Metadata(published="2024", language="fi")).document
    assert document == Document("Sajab.", "fi", published="2024")


def test_standard_input_is_a_file_called_dash() -> None:
    found = receive("-", Metadata(), stdin=io.BytesIO("Võru".encode()))
    assert found == Received("-", Document("Võru"))


def test_a_guess_and_a_malformed_date_are_problems_of_the_report() -> None:
    problems = received("a", "date 2025-13 Šokk!".encode("cp1257")).problems
    assert [problem.message for problem in problems] == [
        "read as Windows-1257 (guessed: 0xD0 is Š in it)",
        "date of publication '2025-13' in the header is no EDTF date; read without one",
    ]


def test_what_cannot_be_read_says_what_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    missing, folder, pdf = (str(tmp_path / name) for name in ("none.txt", "", "a.pdf"))
    assert receive(missing, NOTHING) == Refused(missing, "no such file; check the name")
    assert receive(folder, NOTHING) == Refused(
        folder, f"is a folder; give the files in it, such as {tmp_path / '*.txt'}"
    )
    assert receive(pdf, NOTHING) == Refused(pdf, "is a PDF, not text; save its text as a .txt file")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(), "you have no permission to read it; ask its owner (chmod +r)"),
        (OSError(5, "Input/output error"), "cannot be read (Input/output error); check the disk or the name"),
    ],
)
def test_what_the_system_refuses_is_told_in_a_line(
    error: OSError, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert receive("a.txt", NOTHING) == Refused("a.txt", message)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert isinstance(receive("a\0b", Metadata()), Refused)
