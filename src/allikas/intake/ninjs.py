"""News items in ninjs, the JSON of the IPTC, versions 1 to 3: https://iptc.org/std/ninjs/userguide/."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from allikas.intake.files import Receipt, Received, Refused, Withdrawn
from allikas.intake.headers import Metadata
from allikas.intake.pages import fragment_text
from allikas.intake.rows import Row, read_date
from allikas.intake.texts import as_document


def is_ninjs(row: Row) -> bool:
    """Tell a news item from other JSON: it has an address, and one of the properties that only ninjs has.

    >>> is_ninjs({"uri": "urn:a", "versioncreated": "2025-07-12T08:15:00Z"}), is_ninjs({"text": "Tere."})
    (True, False)
    """
    return isinstance(row.get("uri"), str) and not TELLING.isdisjoint(_lower(row))


def receive_ninjs(name: str, row: Row, given: Metadata, *, zone: tzinfo | None = None) -> Receipt:
    """Make a document of a news item, or word of its withdrawal.

    Its date is that of its version, since that is what was published then.

    >>> receive_ninjs("a", {"uri": "urn:a", "pubstatus": "canceled"}, Metadata()).url
    'urn:a'
    """
    item = _lower(row)
    published, problems = read_date(item.get("versioncreated") or item.get("firstcreated"), zone=zone)
    status = str(item.get("pubstatus") or "usable").lower()
    if status in CANCELED:
        return Withdrawn(name, str(row["uri"]), published)
    if status == "withheld":
        return Refused(name, "is withheld by its publisher for the time being; fetch it again later")
    text = next(_bodies(item), "")
    if not text:
        return Refused(name, f"is a news item of type {item.get('type') or 'unknown'} without a text")
    outlet = next(filter(None, map(_name, (item.get(key) for key in OUTLETS))), None)
    known = Metadata(published, outlet, next(_headlines(item), None), str(row["uri"]), _language(item))
    return Received(name, as_document(text, given.over(known)), problems)


def _lower(row: Row) -> Row:
    """Spell the names as versions 1 and 2 do: version 3 has capitals in them."""
    return {key.lower(): value for key, value in row.items()}


def _bodies(item: Row) -> Iterator[str]:
    """Yield the texts of the item, plain ones first."""
    parts = [(_kind(part), str(part.get("value") or "")) for part in _parts(item, "bodies")]
    parts += [
        (key, value) for key, value in item.items() if key.startswith("body_") and isinstance(value, str)
    ]
    for _, value in sorted(parts, key=lambda part: any(sign in part[0] for sign in RICH)):
        if text := fragment_text(value):
            yield text


def _headlines(item: Row) -> Iterator[str]:
    yield from (str(part["value"]) for part in _parts(item, "headlines") if part.get("value"))
    yield from (str(item[key]) for key in sorted(item) if key.startswith("headline") and _is_text(item[key]))
    if _is_text(item.get("title")):
        yield str(item["title"])


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _parts(item: Row, key: str) -> Iterator[Row]:
    """Yield the objects of a list, the main one first."""
    value = item.get(key)
    parts = [_lower(part) for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []
    yield from sorted(parts, key=lambda part: part.get("role") != "main")


def _kind(part: Row) -> str:
    return f"{part.get('role')} {part.get('contenttype')}".lower()


def _name(value: object) -> str | None:
    """Name whoever stands there: as text, as an object with a name, or in a list of such."""
    if isinstance(value, list):
        return next(filter(None, map(_name, value)), None)
    if isinstance(value, Mapping):
        value = value.get("name")
    return value if isinstance(value, str) and value else None


def _language(item: Row) -> str | None:
    language = item.get("language")
    return language.partition("-")[0].lower() if isinstance(language, str) and language else None


TELLING = frozenset(
    {"versioncreated", "pubstatus", "bodies", "headlines", "body_text", "body_html", "body_main"}
)
CANCELED = frozenset({"canceled", "cancelled"})
RICH = ("html", "rich", "nitf", "xml")
OUTLETS = ("provider", "source", "infosource", "copyrightholder")
