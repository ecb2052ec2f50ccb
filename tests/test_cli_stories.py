"""The commands of stories, from the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allikas import cli
from telling import BRIDGE


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("stories")
    for n, (outlet, published, title, text) in enumerate(BRIDGE):
        head = f"---\noutlet: {outlet}\npublished: {published}\ntitle: '{title}'\n---\n\n"
        (place / f"{n}.txt").write_text(head + text, "utf-8")
    path = str(place / "news.ledger")
    assert invoke("add", "--ledger", path, *map(str, sorted(place.glob("*.txt")))).exit_code == 0
    return path


def invoke(*args: str) -> Result:
    return CliRunner(env={"COLUMNS": "80"}).invoke(cli.app, args)


def printed(ledger: str, command: str, *args: str) -> str:
    done = invoke(command, *args, "--ledger", ledger)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_story_is_told_on_a_page(ledger: str) -> None:
    page = printed(ledger, "story", "pragu", "--format", "table")
    for told in ("Jõesuu sild suleti", "2 outlets", "Liis Tammoja", "Contradictions", "22 pragu", "Ahead"):
        assert told in page
    assert all(len(line) <= 80 for line in page.splitlines())


def test_a_story_is_told_to_programs(ledger: str) -> None:
    found = json.loads(printed(ledger, "story", "pragu", "--format", "json"))
    assert {one["outlet"] for one in found["reports"]} == {outlet for outlet, *_ in BRIDGE}
    (listed,) = [json.loads(line) for line in printed(ledger, "stories", "--format", "json").splitlines()]
    assert listed["id"] == found["id"]


def test_a_statement_is_traced_and_two_reports_compared(ledger: str) -> None:
    found = json.loads(printed(ledger, "story", "pragu", "--format", "json"))
    telling = next(one for claim in found["claims"] for one in claim["tellings"] if one["statement"])
    document = telling["report"]["document"]
    traced = printed(ledger, "trace", f"{document}:{telling['statement']}", "--format", "table")
    assert "origin" in traced
    others = [one["document"] for one in found["reports"] if one["document"] != document]
    assert "Only in" in printed(ledger, "compare", document, others[0], "--format", "table")


def test_figures_and_timelines_are_listed_and_drawn(ledger: str, tmp_path: Path) -> None:
    rows = printed(ledger, "figures", "pragu", "--format", "json", "--plot", str(tmp_path / "a.svg"))
    assert [json.loads(line)["value"] for line in rows.splitlines()] == [14.0, 14.0, 22.0]
    assert (tmp_path / "a.svg").is_file()
    table = printed(ledger, "timeline", "Jõesuu", "--format", "table")
    assert "2026-05-04" in table


def test_an_agenda_is_text_json_or_a_calendar(ledger: str) -> None:
    days = ("--from", "2026-05-10", "--to", "2026-06-30")
    assert "moved, was 2026-05-20" in printed(ledger, "agenda", *days)
    items = [json.loads(line) for line in printed(ledger, "agenda", *days, "--format", "json").splitlines()]
    assert [one["date"] for one in items] == ["2026-05-20", "2026-06-03"]
    assert "DTSTART;VALUE=DATE:20260603" in printed(ledger, "agenda", *days, "--format", "ics")


def test_what_is_not_there_is_told_in_a_line(ledger: str) -> None:
    done = invoke("story", "olematu", "--ledger", ledger)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    missing = invoke("stories", "--ledger", "none.ledger")
    assert "there is no such ledger" in missing.stderr
    assert not Path("none.ledger").exists()
