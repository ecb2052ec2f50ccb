"""Packed data, unpacked as it is read: damaged data and bombs end it with a word, not with a full memory."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BLOCK = 65_536  # bytes read at once
HEAD = 4_000  # bytes that tell what a source is


class Unreadable(Exception):  # noqa: N818 - it never leaves intake: caught there, and told as a refusal
    """What cannot be read any further; its message says why and what to do."""


def unpack(stream: BinaryIO, *, most: int, ratio: int) -> io.BufferedReader:
    """Unpack gzip, bzip2, xz or Zstandard, told by its first bytes; anything else comes back as it is.

    Reading raises ``Unreadable`` where the data is damaged, or where more than *most* bytes have come out of
    it and more than *ratio* times what went in.

    >>> import io
    >>> unpack(io.BytesIO(gzip.compress(b"Tere.")), most=100, ratio=10).read()
    b'Tere.'
    """
    counted = _Counted(stream)
    packed: io.BufferedReader = io.BufferedReader(counted, BLOCK)
    head = packed.peek(HEAD)
    for sign, opener in OPENERS:
        if head.startswith(sign):
            unpacked = _Unpacked(opener(packed), counted, most, ratio)
            return io.BufferedReader(unpacked, BLOCK)
    return packed


def read_whole(stream: io.BufferedIOBase, most: int) -> bytes:
    """Read to the end; raises ``Unreadable`` where that is further than *most* bytes."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise Unreadable(
            f"is larger than {most / 1e6:g} MB, which no report is; split it, or raise the limit"
        )
    return data


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: "WriteableBuffer") -> int:
        data = self._stream.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """Unpacked data, watched."""

    def __init__(self, inner: io.BufferedIOBase, packed: _Counted, most: int, ratio: int) -> None:
        super().__init__()
        self._inner, self._packed, self._most, self._ratio = inner, packed, most, ratio
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        data = self._read(len(memoryview(buffer)))
        memoryview(buffer)[: len(data)] = data
        self.count += len(data)
        if self.count > max(self._most, self._ratio * self._packed.count):
            raise Unreadable(f"unpacks to more than {self._ratio} times its size; a bomb, or raise the limit")
        return len(data)

    def _read(self, size: int) -> bytes:
        try:
            return self._inner.read(size)
        except Unreadable:
            raise
        except Exception as error:  # each of the libraries has errors of its own
            raise Unreadable(f"is damaged where it is packed ({error}); fetch it again") from error


def _zstd(packed: io.BufferedReader) -> io.BufferedIOBase:
    try:
        import zstandard  # noqa: PLC0415 - an extra, loaded only where it is used
    except ImportError:
        raise Unreadable("is packed with Zstandard; unpack it, or install 'allikas[zstd]'") from None
    reader: io.BufferedIOBase = io.BufferedReader(
        zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True), BLOCK
    )
    return reader


def _gzip(packed: io.BufferedReader) -> io.BufferedIOBase:
    return gzip.GzipFile(fileobj=packed)


def _bz2(packed: io.BufferedReader) -> io.BufferedIOBase:
    return bz2.BZ2File(packed)


def _xz(packed: io.BufferedReader) -> io.BufferedIOBase:
    return lzma.LZMAFile(packed)


Opener = Callable[[io.BufferedReader], io.BufferedIOBase]
OPENERS: tuple[tuple[bytes, Opener], ...] = (
    (b"\x1f\x8b", _gzip),
    (b"BZh", _bz2),
    (b"\xfd7zXZ\x00", _xz),
    (b"\x28\xb5\x2f\xfd", _zstd),
)
