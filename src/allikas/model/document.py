"""A document: the text as received and what is known about where it comes from."""

import hashlib
from dataclasses import dataclass

from allikas.model.span import Span, span_of


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    ``published`` is an EDTF date of whatever precision is known; ``text`` is exactly as received, less a
    header, and every offset in a reading counts its code points.
    """

    text: str
    language: str = "et"
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None

    @property
    def id(self) -> str:
        """Hash of what the document is: the same content always gets the same id.

        >>> Document("Tere.").id == Document("Tere.").id != Document("Tere!").id
        True
        """
        parts = (self.language, self.published, self.outlet, self.title, self.url, self.text)
        blob = "\x1f".join("" if part is None else f"={part}" for part in parts)
        return hashlib.sha256(blob.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def span(self, start: int, end: int) -> Span:
        """Select ``text[start:end]``."""
        return span_of(self.text, start, end)
