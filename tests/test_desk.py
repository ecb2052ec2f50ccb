"""The desk shows an article by its voices, and is safe to show anything in."""

import re
from pathlib import Path

import pytest

import allikas
from allikas.desk.app import build
from allikas.desk.settings import Settings
from allikas.ledger.adding import Reader, add
from allikas.ledger.store import open_ledger

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
with pytest.MonkeyPatch.context():
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient

TEXT = "Minister Irena Sovall ütles reedel LSA-le, et president lubas vabastada üle 20 vangi."


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    path = tmp_path / "news.ledger"
    with open_ledger(path) as ledger:
        add(ledger, allikas.read(TEXT, published="2026-03", title="Vangid"), Reader("0.1.0"))
    return TestClient(build(Settings(str(path))), headers={"accept-language": "et"})


def mark_of(client: TestClient) -> str:
    found = re.search(r'name="mark" value="(\w+)"', client.get("/").text)
    assert found is not None
    return found[1]


def sent(client: TestClient, text: str) -> str:
    answer = client.post("/articles", data={"mark": mark_of(client), "text": text})
    assert answer.status_code == 200
    return str(answer.text)


def test_a_pasted_article_shows_nested_voices(client: TestClient) -> None:
    page = sent(client, TEXT)
    assert re.search(r'id="s1">.*id="s2">.*üle 20 vangi</span></span></span>', page)
    assert "Irena Sovall" in page
    assert "verb + that-clause" in page


def test_an_article_of_the_ledger_is_shown_and_found(client: TestClient) -> None:
    page = client.get("/search", params={"q": "vangi"}).text
    found = re.search(r'href="(/articles/\w+)', page)
    assert found is not None
    assert "<h1>Vangid</h1>" in client.get(found[1]).text
    offline = client.get(f"{found[1]}/page.html").text
    assert "<style>" in offline
    assert "/static/" not in offline


def test_both_languages_have_the_same_entries() -> None:
    from allikas.desk.wording import words  # noqa: PLC0415 - only here

    assert words("et").entries.keys() == words("en").entries.keys()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> teatas TASS.",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }} \x00\u202e \ud83d",
    ],
)
def test_articles_are_shown_as_text(client: TestClient, hostile: str) -> None:
    page = sent(client, hostile.encode("utf-8", "replace").decode())
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\u202e" not in page
    assert "<p" in page


def test_every_answer_forbids_foreign_scripts(client: TestClient) -> None:
    for path in ("/", "/articles/none", "/static/desk.css", "/api/articles/none"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_forms_from_elsewhere_are_refused(client: TestClient) -> None:
    assert client.post("/articles", data={"text": TEXT}).status_code == 403
    mark = mark_of(client)
    foreign = client.post(
        "/articles", data={"text": TEXT, "mark": mark}, headers={"sec-fetch-site": "cross-site"}
    )
    assert foreign.status_code == 403


def test_other_names_and_long_bodies_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.post("/api/read", content=b"x" * 2_000_001).status_code == 413


def test_a_token_closes_the_desk() -> None:
    closed = TestClient(build(Settings("none.ledger", token="sala")), follow_redirects=False)  # noqa: S106
    assert closed.get("/").headers["location"] == "/token"
    assert closed.get("/api/articles/a").status_code == 401
    assert closed.get("/", headers={"authorization": "Bearer sala"}).status_code == 200


def test_programs_read_and_are_told_what_is_unchanged(client: TestClient) -> None:
    reading = client.post("/api/read", json={"text": TEXT}).json()
    assert reading["format"] == "allikas-reading/1"
    path = f"/api/articles/{reading['document']['id']}"
    tag = client.get(path).headers["etag"]
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304


def test_a_story_shows_its_claims_and_an_unknown_one_is_not_there(client: TestClient) -> None:
    assert "Ühtki lugu ei räägi" in client.get("/stories").text
    assert client.get("/stories/none").status_code == 404
