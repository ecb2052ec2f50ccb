import bz2
import gzip
import io
import lzma

import pytest
import zstandard

from allikas.intake.unpacking import Unreadable, read_whole, unpack

TEXT = b"Sadam suleti. " * 100


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress, bytes])
def test_packed_data_comes_out_as_it_went_in(pack: object) -> None:
    packed = pack(TEXT)  # type: ignore[operator]
    assert unpack(io.BytesIO(packed), most=10_000, ratio=10).read() == TEXT


def test_several_members_one_after_another_are_one() -> None:
    packed = gzip.compress(b"Tere, ") + gzip.compress(b"sadam.")
    assert unpack(io.BytesIO(packed), most=100, ratio=10).read() == b"Tere, sadam."


def test_a_bomb_is_stopped_and_small_things_that_pack_well_are_none() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(Unreadable, match="more than 200 times"):
        unpack(io.BytesIO(bomb), most=1_000_000, ratio=200).read()
    assert len(unpack(io.BytesIO(gzip.compress(bytes(900_000))), most=1_000_000, ratio=200).read()) == 900_000


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_data_that_is_cut_off_is_damaged(pack: object) -> None:
    packed = pack(bytes(range(256)) * 100)[:-20]  # type: ignore[operator]
    with pytest.raises(Unreadable, match="damaged where it is packed"):
        unpack(io.BytesIO(packed), most=100_000, ratio=1000).read()


def test_what_is_too_large_is_not_read_whole() -> None:
    with pytest.raises(Unreadable, match="larger than"):
        read_whole(io.BytesIO(bytes(11)), 10)
