"""What a desk is told when it is opened."""

import secrets
from dataclasses import dataclass, field

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "testserver")
CHARACTERS = 200_000  # of a report that is sent in: about 30,000 words, five seconds of work: a guess
BYTES = 2_000_000  # of any request's body: a report of that many characters, as a web page


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is, who may look, and how much is taken.

    ``token`` is asked of everybody where it is set; ``hosts`` are the names that the desk answers to, so that
    no other site can reach it through a name of its own (DNS rebinding); ``secret`` signs forms.
    """

    ledger: str
    token: str | None = None
    hosts: tuple[str, ...] = LOOPBACK
    characters: int = CHARACTERS
    most: int = BYTES
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
