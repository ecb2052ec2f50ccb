from zoneinfo import ZoneInfo

import pytest

from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.pages import find_charset, fragment_text, receive_page

URL = "https://laiuskraad.example/uudised/sadam"
REPORT = """
<nav><a href="/">Avaleht</a> <a href="/sport">Sport</a></nav>
<article><h1>Sadamas kukkus kraana</h1>
<p>Suurneeme sadamas kukkus ümber kraana, teatas politsei.</p>
<p>"Kõik on kontrolli all," ütles pressiesindaja Tiit Kask. <b>Sadam</b> on <a href="/x">kinni</a>.</p>
</article><footer>Kõik õigused kaitstud</footer>"""
TEXT = (
    "Suurneeme sadamas kukkus ümber kraana, teatas politsei.\n\n"
    '"Kõik on kontrolli all," ütles pressiesindaja Tiit Kask. Sadam on kinni.'
)


def page(head: str, *, body: str = REPORT, url: str | None = URL, given: Metadata = Metadata()) -> Received:  # noqa: B008
    html = f'<!DOCTYPE html><html lang="et-EE"><head>{head}</head><body>{body}</body></html>'
    found = receive_page("a", html.encode(), given, url=url)
    assert isinstance(found, Received)
    return found


def test_a_page_becomes_its_report_without_what_stands_around_it() -> None:
    doc = page("<title>Sadamas kukkus kraana | Laiuskraad</title>").document
    assert doc.text == TEXT
    assert (doc.title, doc.language, doc.url) == ("Sadamas kukkus kraana", "et", URL)


def test_an_outlet_that_does_not_name_itself_is_its_site() -> None:
    assert page("").document.outlet == "laiuskraad.example"
    assert page('<meta property="og:site_name" content="Laiuskraad">').document.outlet == "Laiuskraad"


@pytest.mark.parametrize(
    ("head", "url", "date"),
    [
        (
            '<meta property="article:published_time" content="2025-07-12T08:15:00+03:00">',
            URL,
            "2025-07-12T08:15:00+03:00",
        ),
        ('<meta name="DC.date.issued" content="2025-07-12">', URL, "2025-07-12"),
        ('<meta name="date" content="2025-07">', URL, "2025-07"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-07-12"}]}</script>',
            URL,
            "2025-07-12",
        ),
        ('<meta property="article:modified_time" content="2025-07-12">', URL, None),
        ("", "https://laiuskraad.example/2025/07/sadam", "2025-07"),
        ("", "https://laiuskraad.example/2025/07/12/sadam", "2025-07-12"),
        ('<meta name="date" content="eile"><script type="application/ld+json">{katki</script>', URL, None),
    ],
)
def test_a_date_is_as_precise_as_what_tells_it(head: str, url: str, date: str | None) -> None:
    assert page(head, url=url).document.published == date


def test_a_time_in_the_page_counts_where_it_is_that_of_publication() -> None:
    told = REPORT.replace("<p>", '<time itemprop="datePublished" datetime="2025-07-12"></time><p>', 1)
    assert page("", body=told).document.published == "2025-07-12"
    untold = REPORT.replace("<p>", '<time datetime="2025-07-12"></time><p>', 1)
    assert page("", body=untold).document.published is None


def test_a_clock_of_another_zone_is_told_in_the_reader_s() -> None:
    html = (
        b'<html><meta name="date" content="2025-07-11T22:30:00Z"><p>Sadam suleti, teatas politsei.</p></html>'
    )
    found = receive_page("a", html, Metadata(), zone=ZoneInfo("Europe/Tallinn"))
    assert isinstance(found, Received)
    assert found.document.published == "2025-07-12T01:30:00+03:00"


def test_a_page_may_name_its_own_address_but_not_that_of_another_site() -> None:
    own = '<link rel="canonical" href="https://www.laiuskraad.example/2025/07/sadam">'
    assert page(own).document.url == "https://www.laiuskraad.example/2025/07/sadam"
    assert page(own).document.published == "2025-07"
    assert page('<link rel="canonical" href="https://other.example/sadam">').document.url == URL


def test_what_is_given_wins() -> None:
    given = Metadata(published="2024", outlet="LSA", title="Kraana")
    doc = page('<meta name="date" content="2025-07">', given=given).document
    assert (doc.published, doc.outlet, doc.title) == ("2024", "LSA", "Kraana")


def test_an_old_encoding_is_read_as_the_page_or_the_server_says() -> None:
    html = "<html><meta charset=windows-1257><p>Žürii sõnul on šokk möödas.</p></html>".encode("cp1257")
    found = receive_page("a", html, Metadata())
    assert isinstance(found, Received)
    assert found.document.text == "Žürii sõnul on šokk möödas."
    plain = html.replace(b"<meta charset=windows-1257>", b"")
    told = receive_page("a", plain, Metadata(), charset="windows-1257")
    assert isinstance(told, Received)
    assert told.document.text == found.document.text


def test_a_declaration_that_is_wrong_does_not_spoil_utf_8() -> None:
    html = "<html><meta charset=iso-8859-1><p>Žürii sõnul on šokk möödas.</p></html>".encode()
    found = receive_page("a", html, Metadata())
    assert isinstance(found, Received)
    assert found.document.text == "Žürii sõnul on šokk möödas."


@pytest.mark.parametrize(
    "html", [b"", b"<html>", b"<html><body><nav>a</nav></body></html>", b"%PDF-1.7", b"<div>" * 50_000]
)
def test_what_holds_no_report_is_refused_in_a_line(html: bytes) -> None:
    found = receive_page("a", html, Metadata())
    assert isinstance(found, Refused)
    assert "\n" not in found.message


def test_control_characters_in_a_page_cost_it_nothing_else() -> None:
    found = receive_page("a", b"<html><p>Sadam \0\x1b suleti, teatas politsei.</p></html>", Metadata())
    assert isinstance(found, Received)
    assert found.document.text.startswith("Sadam ")


def test_a_charset_is_looked_for_where_it_may_stand() -> None:
    assert find_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8">') == "utf-8"
    assert find_charset(b'<?xml version="1.0" encoding="ISO-8859-15"?>') == "ISO-8859-15"
    assert find_charset(b" " * 2000 + b"<meta charset=utf-8>") is None


def test_a_piece_of_html_becomes_paragraphs() -> None:
    html = "Sissejuhatus<p>Esimene<br>rida</p><script>x()</script><ul><li>üks</li><li>kaks</li></ul>lõpp"
    assert fragment_text(html) == "Sissejuhatus\n\nEsimene\n\nrida\n\nüks\n\nkaks\n\nlõpp"
    assert fragment_text("2 < 3 ja 5 > 4") == "2 < 3 ja 5 > 4"
