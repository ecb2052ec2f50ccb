"""Frames of a user's own, from the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allikas import cli
from allikas.ledger.store import open_to_read

ROW = "AID\t-\tkinkima\trecipient\tagent\trecipient\tLinn kinkis koolile bussi.\n"
TEXT = "Linn kinkis koolile bussi.\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLIKAS_LEDGER", raising=False)
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    (tmp_path / "my.tsv").write_text("# mine\n" + ROW, "utf-8")
    return "my.tsv"


def invoke(*args: str) -> Result:
    return CliRunner().invoke(cli.app, args)


def codes(result: Result) -> list[str]:
    events = json.loads(result.stdout)["events"]
    return [event["plover"]["event"] for event in events if event["plover"]]


def models(ledger: str) -> list[str]:
    with open_to_read(Path(ledger)) as opened, opened.view() as connection:
        return [model for (model,) in connection.execute("SELECT model FROM readings")]


def test_a_reading_is_coded_by_the_frames_of_the_user(table: str) -> None:
    assert codes(invoke("read", "--format", "json", "report.txt")) == []
    assert codes(invoke("read", "--format", "json", "--frames", table, "report.txt")) == ["AID"]


def test_a_mistake_is_one_line_with_its_line_and_column(table: str) -> None:
    Path(table).write_text("# mine\n" + ROW.replace("recipient\tagent", "to:MAN\tagent"), "utf-8")
    for command in ("read", "add"):
        result = invoke(command, "--frames", table, "report.txt")
        assert result.exit_code == 2
        assert result.stderr == "allikas: --frames: my.tsv, line 2, column 15: 'to:MAN' is no condition\n"
    assert not Path("allikas.ledger").exists()


def test_a_table_that_is_not_there_is_told_in_one_line(table: str) -> None:
    result = invoke("read", "--frames", table + "x", "report.txt")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "my.tsvx cannot be read" in result.stderr


def test_a_ledger_is_filled_and_read_again_by_the_frames_of_the_user(table: str) -> None:
    assert invoke("add", "report.txt").exit_code == 0
    assert "1 read again" in invoke("reread", "--frames", table).stderr
    [model] = models("allikas.ledger")
    assert "+" in model
    assert "0 read again" in invoke("reread", "--frames", table).stderr


def test_several_processes_know_them(table: str) -> None:
    result = invoke("add", "--frames", table, "--jobs", "2", "report.txt")
    assert "1 added" in result.stderr
    assert "AID" in invoke("events", "--format", "json").stdout
