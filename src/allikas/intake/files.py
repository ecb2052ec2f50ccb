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


def receive(name: str, given: Metadata, *, stdin: BinaryIO | None = None) -> Received | Refused:
    """Read the file *name*, or *stdin* where it is ``-``; what is *given* wins over the file's own header.

    >>> receive("no/such/file.txt", Metadata())
    Refused(name='no/such/file.txt', message='no such file; check the name')
    """
    try:
        data = stdin.read() if name == STDIN and stdin else Path(name).read_bytes()
    except FileNotFoundError:
        return Refused(name, "no such file; check the name")
    except IsADirectoryError:
        return Refused(name, f"is a folder; give the files in it, such as {Path(name) / '*.txt'}")
    except PermissionError:
        return Refused(name, "you have no permission to read it; ask its owner (chmod +r)")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return Refused(name, f"cannot be read ({why}); check the disk or the name")
    return receive_bytes(name, data, given)


def receive_bytes(name: str, data: bytes, given: Metadata) -> Received | Refused:
    """Make a document of a file's bytes.

    >>> receive_bytes("a.txt", b"date 2025-07 Tere.", Metadata(outlet="LSA")).document
    Document(text='Tere.', language='et', published='2025-07', outlet='LSA', title=None, url=None)
    """
    decoded = decode(data)
    if isinstance(decoded, NotText):
        return Refused(name, f"is {decoded.kind}, not text; {decoded.advice}")
    headed = split_header(decoded.text)
    doubts = (*decoded.doubts, *_markup(headed.text))
    problems = tuple(Problem("intake", doubt) for doubt in doubts)
    doc = as_document(headed.text, given.over(headed.metadata))
    return Received(name, doc, problems + headed.problems)


def _markup(text: str) -> tuple[str, ...]:
    """Warn of a web page: until pages are read as such, its markup is read as text."""
    start = text[:200].lstrip().lower()
    web = start.startswith(("<!doctype html", "<html"))
    return ("looks like a web page; its markup was read as text",) if web else ()
