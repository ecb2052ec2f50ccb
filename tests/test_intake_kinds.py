import pytest

from allikas.intake.kinds import Kind, find_kind

RSS = b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel>'


@pytest.mark.parametrize(
    ("head", "name", "content_type", "kind"),
    [
        (b"Sadam suleti.", "a.txt", "", Kind.text),
        (b"\xef\xbb\xbf <!DOCTYPE HTML>", "a", "", Kind.page),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "a", "", Kind.page),
        (b"<!-- a --><!-- b --><html>", "a", "", Kind.page),
        (b"<3 Tallinn", "a.html", "", Kind.text),
        (RSS, "a", "text/html", Kind.feed),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a", "", Kind.feed),
        (b'<?xml version="1.0"?><rdf:RDF xmlns="x">', "a", "", Kind.feed),
        (b'<?xml version="1.0"?>\n<opml version="2.0">', "a", "", Kind.subscriptions),
        (b"WARC/1.0\r\n", "a.txt", "", Kind.warc),
        (b"PAR1....", "a", "", Kind.parquet),
        (b'{"text": "a"}\n{"text": "b"}\n', "-", "", Kind.jsonl),
        (b'{"text": "a"}', "-", "", Kind.jsonl),
        (b'{\n "text": "a"\n}', "-", "", Kind.json),
        (b'[{"text": "a"}]', "-", "", Kind.json),
        (b'[\n {"text": "a"}]', "a.jsonl", "", Kind.jsonl),
        (b"[1] Viide allikale", "a.txt", "", Kind.text),
        (b"text,date\n", "a.CSV.gz", "", Kind.csv),
        (b"text,date\n", "a", "text/csv; charset=utf-8", Kind.csv),
    ],
)
def test_a_source_is_what_it_begins_as_then_what_it_is_called(
    head: bytes, name: str, content_type: str, kind: Kind
) -> None:
    assert find_kind(head, name, content_type) is kind
