"""From bytes to text: the encoding is told by a mark, proved by the bytes, or guessed, which is said."""

import codecs
import re
from dataclasses import dataclass

from allikas.intake.formats import NotText, find_format, is_binary


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of the encoding it came in, and in words what was guessed or could not be read."""

    text: str
    encoding: str
    doubts: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded | NotText:
    r"""Read bytes as text, or say what they are instead. Nothing but a byte order mark is taken away.

    *declared* is the encoding that a web server or a page names; bytes that prove to be UTF-8 overrule it.

    >>> decode("Tere, Võru!\r\n".encode())
    Decoded(text='Tere, Võru!\r\n', encoding='UTF-8', doubts=())
    >>> decode("žürii".encode("cp1257")).doubts
    ('read as Windows-1257 (guessed: 0xFE is ž in it)',)
    >>> decode(b"%PDF-1.7 ...").kind
    'a PDF'
    """
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _strict_or_mended(data[len(mark) :], codec, name)
    return (
        find_format(data)
        or _declared(data, declared)
        or _unmarked_utf16(data)
        or _utf8(data)
        or _one_byte(data)
    )


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """Read bytes in the encoding that is declared for them; UTF-8 proves itself and needs no declaration."""
    codec = find_codec(declared)
    if codec in {None, "utf-8"} or (SEVERAL_BYTES.search(data) and not _broken(data)):
        return None
    return _strict_or_mended(data, codec or "", (declared or "").strip())


def find_codec(label: str | None) -> str | None:
    """Find the codec that a label of the web means; ``None`` where nobody knows it.

    The web writes ``iso-8859-1`` and ``us-ascii`` and means Windows-1252 (WHATWG Encoding, section 4.2).

    >>> find_codec("ISO-8859-1"), find_codec("UTF8"), find_codec("x-user-defined")
    ('cp1252', 'utf-8', None)
    """
    try:
        found = codecs.lookup(label.strip()) if label else None
    except (LookupError, ValueError):
        return None
    if found is None or not getattr(found, "_is_text_encoding", True):
        return None
    return "cp1252" if found.name in {"iso8859-1", "ascii"} else found.name


def _strict_or_mended(data: bytes, codec: str, name: str, *doubts: str) -> Decoded:
    """Decode; bytes that are nothing in the encoding become U+FFFD, which is said."""
    try:
        text = data.decode(codec, "surrogatepass" if codec.startswith("utf") else "strict")
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        doubts = (
            *doubts,
            f"damaged {name}: {_places(text.count(REPLACED))} could not be read (shown as {REPLACED})",
        )
    return Decoded(_pair(text), name, (*doubts, *_oddities(text)))


def _oddities(text: str) -> list[str]:
    found = {
        "NUL characters": text.count("\0"),
        "lone surrogates": len(SURROGATE.findall(_pair(text))),
    }
    return [f"holds {what} ({count}), kept as received" for what, count in found.items() if count]


def _pair(text: str) -> str:
    """Join surrogates that stand as a pair, as some databases write emoji, into the character they mean."""
    return PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """Tell UTF-16 without its mark: letters of Europe have a zero for every second byte, on the same side."""
    if len(data) < LEAST_UTF16 or len(data) % 2:
        return None
    sides = (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2]))
    for codec, high, low in sides:
        if high.count(0) > len(high) / 2 and low.count(0) < len(low) / 10:
            doubt = "read as UTF-16 (guessed: every second byte is zero)"
            return _strict_or_mended(data, codec, "UTF-16", doubt)
    return None


def _utf8(data: bytes) -> Decoded | NotText | None:
    """Read UTF-8; with fewer characters of several bytes whole than broken, it is not UTF-8."""
    if _broken(data) and _broken(data) >= len(SEVERAL_BYTES.findall(data)):
        return None
    # A third: a guess. One NUL in "a\\0b" is still text, an archive of short texts padded with zeros is not.
    return is_binary(data, most=1 / 3) or _strict_or_mended(data, "utf-8", "UTF-8")


def _broken(data: bytes) -> int:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace").count(REPLACED)
    return 0


def _one_byte(data: bytes) -> Decoded | NotText:
    """Guess among the encodings that Estonian was written in before UTF-8."""
    codec, name, reason = guess_one_byte(data)
    # A twentieth: control characters are 0 of text and 11 % (29 of 256) of compressed data.
    return is_binary(data, most=1 / 20) or _strict_or_mended(
        data, codec, name, f"read as {name} (guessed: {reason})"
    )


def guess_one_byte(data: bytes) -> tuple[str, str, str]:
    """Choose Windows-1257, Windows-1252 or ISO-8859-15: codec, name, and the reason in words.

    ä, ö, ü and õ are the same bytes in all three. What differs is š and ž, and that 0x80-0x9F are quotation
    marks and dashes in the Windows pages but in ISO-8859-15 control characters, which no text has. So any
    such byte rules ISO out, and the page that makes the more bytes an š, ž or € has it; if none does, it is
    Windows-1257, the page of the country.

    >>> guess_one_byte("„Kas šokk?“".encode("cp1257"))
    ('cp1257', 'Windows-1257', '0xF0 is š in it')
    >>> guess_one_byte("žürii sai 5 €".encode("iso8859-15"))
    ('iso8859-15', 'ISO-8859-15', '0xB8 is ž in it')
    >>> guess_one_byte("õhk".encode("cp1257"))[2]
    'nothing in it tells which; the usual one'
    """
    pages = [page for page in PAGES if not (page[0] == ISO and TYPOGRAPHY.search(data))]
    votes = {page[0]: page[2].findall(data) for page in pages}
    codec, name, _ = max(pages, key=lambda page: len(votes[page[0]]))
    telling: bytes = next(iter(votes[codec]), b"") or (TYPOGRAPHY.findall(data) or [b""])[0]
    letter = telling.decode(codec, "ignore")
    return codec, name, f"0x{telling.hex().upper()} is {letter} in it" if letter else UNTOLD


MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark begins its own
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
ISO = "iso8859-15"
PAGES = (  # bytes that are š, ž, € there; no capital after a small letter: that is another page's sign
    ("cp1257", "Windows-1257", re.compile(rb"[\xf0\xfe]|(?<![a-z])[\xd0\xde]")),
    (ISO, "ISO-8859-15", re.compile(rb"[\xa4\xa8\xb8]|(?<![a-z])[\xa6\xb4]")),
    ("cp1252", "Windows-1252", re.compile(rb"[\x9a\x9e]|(?<![a-z])[\x8a\x8e]")),
)
TYPOGRAPHY = re.compile(rb"[\x80-\x9f]")
UNTOLD = "nothing in it tells which; the usual one"
SEVERAL_BYTES = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
LEAST_UTF16 = 8  # bytes: a guess; two letters around one NUL are no evidence
REPLACED = "\ufffd"
SURROGATE = re.compile("[\ud800-\udfff]")
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
