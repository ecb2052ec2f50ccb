"""Feeds, over a server on the loopback interface."""

from http.server import BaseHTTPRequestHandler

import pytest

from allikas.intake.connection import Bounds
from allikas.intake.feeds import parse_subscriptions
from allikas.intake.files import Receipt, Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.settings import Settings
from allikas.intake.sources import receive_all
from allikas.intake.web import Web
from serving import answer, served

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
ENTRY = """<item><title>Sadam on kinni</title><link>{url}/2025/07/sadam</link>
<pubDate>Sat, 12 Jul 2025 08:15:00 +0300</pubDate><description>Sadam suleti.</description>{more}</item>"""
WHOLE = "<content:encoded><![CDATA[<p>Sadam suleti reedel.</p><p>Laevad ootavad.</p>]]></content:encoded>"
PAGE = b"<html lang=et><title>Sadam</title><p>Sadam suleti, teatas politsei reedel kell kolm.</p></html>"
DATE = "2025-07-12T08:15:00+03:00"


class Site:
    """A feed with one entry and the page that it tells of; it counts what it is asked for."""

    def __init__(self, *, more: str = "", page: bytes | None = PAGE, link: str | None = None) -> None:
        self.more, self.page, self.link = more, page, link
        self.asked: list[str] = []

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        url = f"http://{request.headers['Host']}"
        if request.path != "/rss":
            answer(request, self.page or b"", 200 if self.page else 404, Content_Type="text/html")
        elif request.headers["If-None-Match"] == '"1"':
            answer(request, status=304)
        else:
            entry = ENTRY.format(url=self.link or url, more=self.more)
            feed = f"{HEAD}<channel><title>Laiuskraad</title><language>et</language>{entry}</channel></rss>"
            answer(request, feed.encode(), ETag='"1"')


def web() -> Web:
    return Web(bounds=Bounds(seconds=5, most=100_000, private=True), pause=0)


def read(url: str, asked: Web | None) -> list[Receipt]:
    return list(receive_all(f"{url}/rss", Metadata(), Settings(web=asked)))


def test_an_entry_that_holds_its_report_is_read_from_the_feed() -> None:
    site = Site(more=WHOLE)
    with served(site) as url:
        (found,) = read(url, web())
    assert isinstance(found, Received)
    doc = found.document
    assert doc.text == "Sadam suleti reedel.\n\nLaevad ootavad."
    assert (doc.published, doc.outlet, doc.title) == (DATE, "Laiuskraad", "Sadam on kinni")
    assert site.asked == ["/rss"]


def test_a_report_is_fetched_where_the_feed_holds_a_summary() -> None:
    site = Site()
    with served(site) as url:
        (found,) = read(url, web())
    assert isinstance(found, Received)
    assert found.name == f"{url}/2025/07/sadam"
    assert found.document.text == "Sadam suleti, teatas politsei reedel kell kolm."
    assert found.document.published == DATE, "the feed knows the minute, the page's address only the month"
    assert found.document.title == "Sadam"
    assert not found.problems


def test_what_was_read_is_not_asked_for_again() -> None:
    site, asked = Site(), web()
    with served(site) as url:
        assert len(read(url, asked)) == 1
        assert read(url, asked) == []
        assert site.asked == ["/rss", "/2025/07/sadam", "/rss"]
        site.more = WHOLE
        del asked.seen[f"{url}/rss"]
        assert len(read(url, asked)) == 1, "an entry that has changed is read again"


def test_an_entry_is_remembered_only_when_the_next_is_asked_for() -> None:
    asked = web()
    with served(Site()) as url:
        receipts = receive_all(f"{url}/rss", Metadata(), Settings(web=asked))
        next(receipts)
        assert not any(visit.stamp for visit in asked.seen.values())
        assert list(receipts) == []
        assert any(visit.stamp for visit in asked.seen.values())


@pytest.mark.parametrize(
    ("page", "link", "why"),
    [
        (None, None, "its page its server answers 404"),
        (b"<html></html>", None, "its page holds no report"),
        (PAGE, "ftp://a.example", "its page is no address of http or https"),
    ],
)
def test_a_page_that_is_not_to_be_had_leaves_the_summary_and_is_tried_again(
    page: bytes | None, link: str | None, why: str
) -> None:
    asked = web()
    with served(Site(page=page, link=link)) as url:
        (found,) = read(url, asked)
        assert isinstance(found, Received)
        assert found.document.text == "Sadam suleti."
        assert why in found.problems[0].message
        assert len(read(url, asked)) == 1


def test_a_feed_may_not_lead_into_a_private_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allikas.intake.addresses.is_public", lambda address: address == "127.0.0.1")
    with served(Site(link="http://10.0.0.1")) as url:
        (found,) = read(url, Web(pause=0))
    assert isinstance(found, Received)
    assert "private network (10.0.0.1)" in found.problems[0].message


def test_without_a_way_to_the_web_nothing_is_fetched() -> None:
    (found,) = read("http://a.example", None)
    assert isinstance(found, Refused)


def test_atom_is_read_too() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>LSA</title><entry><title>Ilm</title>
    <link href="https://a.example/ilm"/><published>2025-07-12T08:15:00+03:00</published>
    <content type="html">&lt;p&gt;Täna sajab.&lt;/p&gt;</content></entry></feed>"""
    with served(lambda request: answer(request, atom.encode())) as url:
        (found,) = read(url, web())
    assert isinstance(found, Received)
    assert (found.document.text, found.document.published, found.document.outlet) == (
        "Täna sajab.",
        DATE,
        "LSA",
    )
    assert found.document.url == "https://a.example/ilm"


def test_a_damaged_feed_is_refused() -> None:
    with served(lambda request: answer(request, b"<?xml version='1.0'?><rss><channel><item>")) as url:
        found = read(url, web())
    assert not any(isinstance(one, Received) for one in found)


def test_a_list_of_feeds_is_read_feed_by_feed() -> None:
    site = Site(more=WHOLE)

    def listed(request: BaseHTTPRequestHandler) -> None:
        if request.path == "/opml":
            url = f"http://{request.headers['Host']}"
            outlines = (
                f'<outline xmlUrl="{url}/rss"/><outline text="x"><outline xmlUrl="{url}/kadunud"/></outline>'
            )
            answer(request, f"<opml><body>{outlines}</body></opml>".encode())
        elif request.path == "/kadunud":
            answer(request, status=404)
        else:
            site(request)

    with served(listed) as url:
        found = list(receive_all(f"{url}/opml", Metadata(), Settings(web=web())))
    assert [type(one) for one in found] == [Received, Refused]


def test_opml_cannot_read_files_of_this_machine() -> None:
    data = b'<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline xmlUrl="&x;"/></opml>'
    assert not any("root" in url for url in parse_subscriptions(data))
