"""Web archives (WARC, ISO 28500): the pages that they hold."""

import io
from collections.abc import Iterator
from typing import Any

from allikas.intake.files import Receipt, Refused, receive_bytes
from allikas.intake.headers import Metadata
from allikas.intake.pages import receive_page
from allikas.intake.settings import Settings
from allikas.intake.unpacking import Unreadable


def receive_warc(
    name: str, stream: io.BufferedReader, given: Metadata, settings: Settings
) -> Iterator[Receipt]:
    """Read the pages and plain texts of an archive; pictures, errors, redirections and requests are none.

    When a page was archived does not tell when it was published, and is not taken for it.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - loaded only where it is used
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - the same

    last = name
    try:
        for record in ArchiveIterator(stream):
            url = record.rec_headers.get_header("WARC-Target-URI")
            last = f"{name}:{url}"
            if _is_document(record):
                yield _receive_record(last, record, given, settings)
    except (ArchiveLoadFailed, EOFError, ValueError, Unreadable) as error:
        yield Refused(name, f"is damaged behind {last} ({error}); what stands before it was read")


def _is_document(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    if record.rec_type == "response":
        return (
            bool(record.http_headers)
            and record.http_headers.get_statuscode() == "200"
            and bool(_mime(record))
        )
    return record.rec_type in {"resource", "conversion"} and bool(_mime(record))


def _mime(record: Any) -> str | None:  # noqa: ANN401 - warcio has no types
    """Tell the type of the record's payload, where it is one that can be read."""
    mime = _content_type(record).partition(";")[0].strip().lower()
    return mime if mime in {*PAGES, "text/plain"} else None


def _content_type(record: Any) -> str:  # noqa: ANN401 - warcio has no types
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _receive_record(name: str, record: Any, given: Metadata, settings: Settings) -> Receipt:  # noqa: ANN401
    most = settings.limits.document
    data = record.content_stream().read(most + 1)
    if len(data) > most:
        return Refused(name, f"is larger than {most / 1e6:g} MB, which no report is; raise the limit")
    url = record.rec_headers.get_header("WARC-Target-URI")
    if _mime(record) == "text/plain":
        return receive_bytes(name, data, given.over(Metadata(url=url)))
    charset = find_parameter(_content_type(record), "charset")
    return receive_page(name, data, given, url=url, charset=charset, zone=settings.zone)


def find_parameter(content_type: str, name: str) -> str | None:
    """Find a parameter of a MIME type.

    >>> find_parameter('text/html; Charset="windows-1257"', "charset")
    'windows-1257'
    """
    for part in content_type.split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == name:
            return value.strip().strip("\"'") or None
    return None


PAGES = frozenset({"text/html", "application/xhtml+xml"})
