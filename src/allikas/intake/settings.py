"""What whoever asks for documents decides: columns, limits, the way to the web."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import BinaryIO

from allikas.intake.kinds import Kind
from allikas.intake.web import Web

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a single thing may be; all guesses, far above what news needs.

    ``document`` bytes for a report, a row or a feed (the longest novels have 3 million); packed data may
    unpack to ``ratio`` times its size (text packs to a fifth, repeated text to a fiftieth, a bomb to a
    thousandth) once it is larger than a document; ``table`` bytes for what must be in memory as a whole.
    """

    document: int = 16 * MEGABYTE
    ratio: int = 200
    table: int = 1000 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are received.

    ``columns`` says under which name a table keeps what a document is made of, such as
    ``{"text": "body", "published": "date"}``; a dotted name goes into nested JSON. ``kind`` is what a source
    is, where its bytes and its name should not decide. Without ``web`` nothing is fetched. A time of day
    that comes with its offset is told in ``zone``, if there is one.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = Limits()
    kind: Kind | None = None
    web: Web | None = None
    stdin: BinaryIO | None = None
    zone: tzinfo | None = None


DEFAULTS = Settings()
