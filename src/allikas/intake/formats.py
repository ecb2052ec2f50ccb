"""What is not plain text: told by how it begins or by its control characters, with a word of advice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotText:
    """What the bytes are instead of text, and what to do about it."""

    kind: str
    advice: str


def find_format(data: bytes) -> NotText | None:
    """Tell well-known formats by their first bytes.

    >>> find_format(b"GIF89a...")
    NotText(kind='an image', advice='type or scan its text into a text file')
    >>> find_format(b"Tere.") is None
    True
    """
    return next((form for start, form in SIGNATURES if data.startswith(start)), None)


def is_binary(data: bytes, *, most: float) -> NotText | None:
    r"""Call bytes binary where more than the part *most* of them, and more than one, are control characters.

    >>> is_binary(b"Te\0re.", most=0.05) is None
    True
    >>> is_binary(bytes(100), most=0.05).kind
    'binary data'
    """
    controls = len(data) - len(data.translate(None, CONTROLS))
    return BINARY if controls > max(1, most * len(data)) else None


CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\f\r") | {0x7F})
BINARY = NotText("binary data", "give a text file")
OFFICE = NotText("an Office document or an archive", "save it as plain text")
IMAGE = NotText("an image", "type or scan its text into a text file")
PACKED = NotText("a compressed file", "unpack it first")
SIGNATURES = (
    (b"%PDF-", NotText("a PDF", "save its text as a .txt file")),
    (b"PK\x03\x04", OFFICE),
    (b"\xd0\xcf\x11\xe0", OFFICE),
    (b"{\\rtf", NotText("a rich text document", "save it as plain text")),
    (b"\x89PNG", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"\x1f\x8b", PACKED),
    (b"BZh", PACKED),
    (b"\xfd7zXZ", PACKED),
    (b"SQLite format 3\0", NotText("a database", "export its texts as files")),
)
