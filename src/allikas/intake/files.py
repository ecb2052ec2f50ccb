"""Files made into documents; one that cannot be read comes back as a line: what, where, what to do."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from allikas.intake.encodings import decode
from allikas.intake.formats import NotText
from allikas.intake.headers import Metadata, split_header
from allikas.intake.texts import as_document
from allikas.model.document import Document
from allikas.model.layers import Problem

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Received:
    """A document from the file *name*, and what intake had to guess or could not read."""

    name: str
    document: Document
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and in one line why and what to do."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Word that who published what stood at *url* withdrew it, at the EDTF date *at* if that is told."""

    name: str
    url: str
    at: str | None = None
    reason: str = "withdrawn by its publisher"


Receipt = Received | Refused | Withdrawn


def receive(name: str, given: Metadata, *, stdin: BinaryIO | None = None) -> Received | Refused:
    """Read the file *name*, or *stdin* where it is ``-``; what is *given* wins over the file's own header.

    >>> receive("no/such/file.txt", Metadata())
    Refused(name='no/such/file.txt', message='no such file; check the name')
    """
    try:
        data = stdin.read() if name == STDIN and stdin else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        return refuse(name, error)
    return receive_bytes(name, data, given)


def refuse(name: str, error: Exception) -> Refused:
    """Say in a line what stood in the way of reading *name*.

    >>> refuse("a.txt", FileNotFoundError())
    Refused(name='a.txt', message='no such file; check the name')
    """
    told = next((message for kind, message in TOLD.items() if isinstance(error, kind)), None)
    if told is None:
        why = getattr(error, "strerror", None) or error
        told = f"cannot be read ({why}); check the disk or the name"
    return Refused(name, told.format(folder=Path(name) / "*.txt") if "{" in told else told)


TOLD: dict[type[Exception], str] = {
    FileNotFoundError: "no such file; check the name",
    IsADirectoryError: "is a folder; give the files in it, such as {folder}",
    PermissionError: "you have no permission to read it; ask its owner (chmod +r)",
}


def receive_bytes(name: str, data: bytes, given: Metadata) -> Received | Refused:
    """Make a document of a file's bytes.

    >>> receive_bytes("a.txt", b"date 2025-07 Tere.", Metadata(outlet="LSA")).document
    Document(text='Tere.', language='et', published='2025-07', outlet='LSA', title=None, url=None)
    """
    decoded = decode(data)
    if isinstance(decoded, NotText):
        return Refused(name, f"is {decoded.kind}, not text; {decoded.advice}")
    headed = split_header(decoded.text)
    problems = tuple(Problem("intake", doubt) for doubt in decoded.doubts)
    doc = as_document(headed.text, given.over(headed.metadata))
    return Received(name, doc, problems + headed.problems)
