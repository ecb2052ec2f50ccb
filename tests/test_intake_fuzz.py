"""Whatever is given to intake, what comes is a record, and nothing is raised."""

import gzip
import io

from hypothesis import given
from hypothesis import strategies as st

from allikas.intake.files import Received, Refused, Withdrawn
from allikas.intake.headers import Metadata
from allikas.intake.kinds import Kind
from allikas.intake.settings import Limits, Settings
from allikas.intake.sources import receive_all

STARTS = st.sampled_from(
    [b"", b"WARC/1.0\r\n", b"PAR1", b"<html>", b"<?xml version='1.0'?><rss>", b"{", b"[{", b"text\n",
     b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"<opml>", b"\xff\xfe",
     b'{"uri": "a", "versioncreated": ']
)  # fmt: skip
WORDS = (b"<p>Sadam", b"</p>", b"&x;", b"\n", b'"', b",", b"}", b"]", b"\0", b"\xf0", b"Tere. ", b"<item>")
PIECES = st.lists(st.sampled_from(WORDS)).map(b"".join)


def check(data: bytes, kind: Kind | None = None) -> None:
    settings = Settings(kind=kind, limits=Limits(document=1000), stdin=io.BytesIO(data))
    for receipt in receive_all("-", Metadata(), settings):
        assert isinstance(receipt, Received | Refused | Withdrawn)
        if isinstance(receipt, Refused):
            assert "fault of Allikas" not in receipt.message
            assert len(receipt.message.splitlines()) == 1


@given(STARTS, st.binary(max_size=300) | PIECES, st.none() | st.sampled_from(Kind))
def test_any_bytes_are_received_or_refused(start: bytes, rest: bytes, kind: Kind | None) -> None:
    check(start + rest, kind)


@given(STARTS, PIECES, st.integers(1, 40))
def test_packed_bytes_cut_off_anywhere_are_too(start: bytes, rest: bytes, cut: int) -> None:
    check(gzip.compress(start + rest)[:-cut])
