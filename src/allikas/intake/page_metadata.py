"""What a web page says of itself: when it was published, by whom, under what title, where it belongs."""

import json
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from typing import Any
from urllib.parse import urljoin, urlsplit

from allikas.intake.dates import date_in_url, parse_stamp
from allikas.intake.headers import Metadata

# The tree of lxml, which has no types.
Tree = Any


def find_metadata(tree: Tree, *, url: str | None = None, zone: tzinfo | None = None) -> Metadata:
    """Gather what the page in *tree*, fetched from *url*, says of itself.

    A date is as precise as what tells it: a month where only the address tells it and holds a month. Dates of
    change, of crawling and of the copyright tell nothing of when a report was published.
    """
    claims = tuple(_linked_data(tree))
    home = _own_address(tree, url)
    stamps = (*_texts(claims, "datePublished"), *_metas(tree, PUBLISHED), *tree.xpath(TIMES))
    dates = (parse_stamp(stamp, zone=zone) for stamp in stamps)
    return Metadata(
        published=next(filter(None, dates), None) or date_in_url(home or url or ""),
        outlet=_first((*_publishers(claims), *_metas(tree, OUTLETS))) or _host(home or url),
        title=_first((*_texts(claims, "headline"), *_metas(tree, TITLES), *_headings(tree))),
        url=home or url,
        language=_language(tree),
    )


def _first(strings: Iterable[str]) -> str | None:
    return next((" ".join(string.split()) for string in strings if string.strip()), None)


def _metas(tree: Tree, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what the page's ``meta`` elements say, under the names in their order."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(name.strip().lower(), meta.get("content") or "")
    yield from (found[name] for name in names if found.get(name))


def _linked_data(tree: Tree) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of the page that are articles; broken ones are none."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _articles(json.loads(str(script), strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _articles(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        if "datePublished" in value or "headline" in value:
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def _texts(claims: Iterable[dict[str, Any]], key: str) -> Iterator[str]:
    yield from (value for claim in claims if isinstance(value := claim.get(key), str))


def _publishers(claims: Iterable[dict[str, Any]]) -> Iterator[str]:
    for claim in claims:
        publisher = claim.get("publisher")
        for one in publisher if isinstance(publisher, list) else [publisher]:
            if isinstance(one, dict) and isinstance(one.get("name"), str):
                yield one["name"]


def _headings(tree: Tree) -> Iterator[str]:
    """Yield the heading where there is one and no more, then the title."""
    headings = [heading.text_content() for heading in tree.iter("h1")]
    if len(headings) == 1:
        yield headings[0]
    yield from (title.text_content() for title in tree.iter("title"))


def _own_address(tree: Tree, url: str | None) -> str | None:
    """Find the address that the page calls its own, unless it names another site: anybody could."""
    links = (*tree.xpath("//link[@rel='canonical']/@href"), *_metas(tree, ("og:url",)))
    for link in links:
        address = urljoin(url or "", str(link).strip())
        if address.startswith(("http://", "https://")) and (url is None or _host(address) == _host(url)):
            return address
    return None


def _host(url: str | None) -> str | None:
    """Name the site of an address, which is what an outlet is called where it does not say its name."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return str(host).removeprefix("www.").removeprefix("m.") if host else None


def _language(tree: Tree) -> str | None:
    stated = next(iter(tree.xpath("/html/@lang")), "").strip().lower()
    language = str(stated).replace("_", "-").partition("-")[0]
    return language if language.isalpha() and len(language) in {2, 3} else None


DEEPEST = 4  # levels of lists and graphs in JSON-LD; a guess, two are usual
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "date",
)
OUTLETS = ("og:site_name", "publisher", "dc.publisher", "application-name")
TITLES = ("og:title", "headline", "dc.title", "twitter:title")
TIMES = "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish')]/@datetime"
