import json
import os
import re
import signal
import subprocess
import sys
import textwrap
from importlib.resources import files
from pathlib import Path
from typing import Any

import conllu
import jsonschema
import pytest
from typer.testing import CliRunner, Result

import allikas
from allikas import cli
from allikas.intake.headers import split_header

REPORT = """---
outlet: Kirdetuul
title: Tammi peetakse
published: 2026-04
---

Vallavanem ütles, et tamm peab. Õhtul sadas.
"""
TEXT = "Vallavanem ütles, et tamm peab. Õhtul sadas.\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return str(path)


def invoke(*args: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli.app, ["read", *args], input=stdin)


def program(*args: str, **rest: Any) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "allikas", *args], capture_output=True, check=False, **rest)


def documents(output: str) -> list[dict[str, Any]]:
    return [json.loads(line)["document"] for line in output.splitlines()]


def test_for_people_there_is_the_report_and_then_who_says_what(report: str) -> None:
    result = invoke(report)
    assert result.exit_code == 0
    assert result.stdout.startswith("Tammi peetakse\nKirdetuul · 2026-04\n\n")
    assert "Õhtul sadas." in result.stdout
    assert "outlet:" not in result.stdout


def test_json_is_what_the_library_reads(report: str) -> None:
    result = invoke("--format", "json", report)
    reading = allikas.read(TEXT, published="2026-04", outlet="Kirdetuul", title="Tammi peetakse")
    assert json.loads(result.stdout) == reading.as_dict()
    jsonschema.validate(
        json.loads(result.stdout),
        json.loads((files("allikas.model") / "reading.schema.json").read_text("utf-8")),
    )


def test_conllu_has_the_words_of_every_report(report: str) -> None:
    parsed = conllu.parse(invoke("--format", "conllu", report, report).stdout)
    assert [sentence.metadata["text"] for sentence in parsed] == [
        "Vallavanem ütles, et tamm peab.",
        "Õhtul sadas.",
    ] * 2


def test_several_files_are_a_line_each(report: str) -> None:
    result = invoke("--format", "json", report, "-", report, stdin="date 2025-07 Võru".encode())
    assert [doc["text"] for doc in documents(result.stdout)] == [TEXT, "Võru", TEXT]


def test_several_pages_each_have_the_name_of_their_file(report: str) -> None:
    assert "─" in invoke(report, report).stdout
    assert "─" not in invoke(report).stdout


def test_options_win_over_the_header(report: str) -> None:
    given = ["--published", "2025", "--outlet", "LSA", "--title", "Sajab", "--url", "https://lsa.example/1"]
    (doc,) = documents(invoke("--format", "json", "--language", "et", *given, report).stdout)
    wanted = ("2025", "LSA", "Sajab", "https://lsa.example/1", "et")
    assert tuple(doc[key] for key in ("published", "outlet", "title", "url", "language")) == wanted


@pytest.mark.parametrize(
    "date", ["2025-07-12", "2025-07~", "[2025-07-04,2025-07-11]", "2025-07-04/2025-07-06"]
)
def test_published_takes_any_edtf_date(report: str, date: str) -> None:
    (doc,) = documents(invoke("--format", "json", "--published", date, report).stdout)
    assert doc["published"] == date


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--published", "eile", "'eile' is no EDTF date; write it like 2025-07-12, 2025-07 or 2025"),
        ("--language", "xx", "no pack for language 'xx'; there is: "),
    ],
)
def test_a_malformed_option_is_one_line_and_ends_with_2(
    report: str, option: str, value: str, message: str
) -> None:
    result = invoke(option, value, report)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"allikas: {option}: {message}")
    assert result.stderr.count("\n") == 1


def test_what_cannot_be_read_gets_a_line_each_and_the_others_are_read(report: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    result = invoke("--format", "json", "none.txt", str(tmp_path / "a.pdf"), report)
    assert result.exit_code == 1
    assert [doc["text"] for doc in documents(result.stdout)] == [TEXT]
    lines = result.stderr.splitlines()
    assert lines[0] == "allikas: none.txt: no such file; check the name"
    assert "is a PDF, not text" in lines[1]
    assert len(lines) == 2


def test_a_guess_is_told_to_people_and_to_programs(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Žürii ütles „ei“.".encode("cp1257"))
    result = invoke("--format", "json", str(path))
    guess = "read as Windows-1257 (guessed: 0xDE is Ž in it)"
    assert result.exit_code == 0
    assert result.stderr == f"allikas: {path}: {guess}\n"
    assert json.loads(result.stdout)["problems"][0] == {
        "stage": "intake", "start": None, "end": None, "message": guess
    }  # fmt: skip


def test_a_malformed_date_in_a_header_does_not_stop_the_reading() -> None:
    result = invoke("--format", "json", "-", stdin=b"date 2025-13 Sajab.")
    assert result.exit_code == 0
    assert documents(result.stdout)[0]["published"] is None
    assert "no EDTF date" in result.stderr


def test_an_unknown_language_in_a_header_is_one_line() -> None:
    result = invoke("-", stdin=b"---\nlanguage: xx\n---\nTere.")
    assert result.exit_code == 1
    assert result.stderr.startswith("allikas: -: no pack for language 'xx'")


@pytest.mark.parametrize(
    "data", [b"", b"Tere", b"a\0b", "\ud800 õ".encode("utf-8", "surrogatepass"), b"\n" * 99]
)
def test_any_text_prints_both_ways(data: bytes) -> None:
    assert invoke("-", stdin=data).exit_code == 0
    assert len(documents(invoke("--format", "json", "-", stdin=data).stdout)) == 1
    assert invoke("--format", "conllu", "-", stdin=data).exit_code == 0


def test_explain_names_rules_where_there_is_something_to_explain(report: str) -> None:
    assert "by: " in invoke("--explain", report).stdout
    assert "by: " not in invoke(report).stdout


def test_the_version_is_the_librarys() -> None:
    assert CliRunner().invoke(cli.app, ["--version"]).stdout == f"allikas {allikas.__version__}\n"


def test_help_shows_every_option_an_example_and_the_exit_status() -> None:
    shown = invoke("--help").stdout
    for word in ("--format", "--published", "--outlet", "--title", "--url", "--language", "--explain"):
        assert f"  {word} " in shown
    assert "\n    allikas read report.txt\n" in shown
    assert "Exit status:" in shown


def test_a_pipe_gets_no_escape_codes_and_lines_of_sane_width(report: str) -> None:
    long = "Sajab ja sajab. " * 40
    environ = {**os.environ, "TERM": "xterm-256color"}
    environ.pop("COLUMNS", None)
    result = program("read", report, "-", input=long.encode(), env=environ)
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout
    assert max(map(len, result.stdout.decode().splitlines())) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colour(report: str) -> None:
    import pty  # noqa: PLC0415 - not on every system

    ours, theirs = pty.openpty()
    environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200"}
    environ.pop("NO_COLOR", None)
    subprocess.run([sys.executable, "-m", "allikas", "read", report], stdout=theirs, env=environ, check=True)
    os.close(theirs)
    shown = os.read(ours, 1 << 16)
    os.close(ours)
    assert b"\x1b[1mTammi peetakse" in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_in_any_encoding_gets_the_page_and_json_is_always_utf8(report: str, encoding: str) -> None:
    environ = {**os.environ, "PYTHONIOENCODING": encoding}
    assert program("read", report, env=environ).returncode == 0
    shown = program("read", "--format", "json", report, env=environ).stdout
    assert json.loads(shown.decode("utf-8"))["document"]["text"] == TEXT


def started(*args: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-m", "allikas", *args], stdin=pipe, stdout=pipe, stderr=pipe)


def ended_quietly(process: "subprocess.Popen[bytes]") -> bool:
    assert process.stderr is not None
    return process.wait(timeout=60) != 0 and process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_reader_that_goes_away_ends_it_quietly(report: str) -> None:
    with started("read", "--format", "json", *[report] * 3000) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert ended_quietly(process)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_it_quietly(report: str) -> None:
    with started("read", "--format", "json", report, "-") as process:
        assert process.stdout is not None
        assert process.stdout.readline()  # it is past its start, and now waits for its standard input
        process.send_signal(signal.SIGINT)
        assert ended_quietly(process)


PAGE = (Path(__file__).parents[1] / "docs" / "cli.md").read_text("utf-8")


def test_the_manual_lists_the_options_that_there_are() -> None:
    described = set(re.findall(r"^\| `(--\w+)", PAGE, re.MULTILINE))
    assert described == set(re.findall(r"^  (--\w+)", invoke("--help").stdout, re.MULTILINE))


def test_the_manual_quotes_what_is_said_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_bytes("Võru šokis".encode("cp1257"))
    Path("scan.pdf").write_bytes(b"%PDF-1.7")
    quoted = re.findall(r"^    (allikas: .*)$", PAGE, re.MULTILINE)
    assert invoke("old.txt", "scan.pdf").stderr.splitlines() == quoted


def test_the_headers_of_the_manual_are_headers() -> None:
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", PAGE, re.MULTILINE)
    headed = [split_header(textwrap.dedent(block).lstrip("\n")) for block in blocks]
    found = [head for head in headed if head.metadata.published]
    assert [head.metadata.published for head in found] == ["2025-07", "2025-12-02"]
    assert [head.text.split()[0] for head in found] == ["Sadamas", "Suurneeme"]


def test_a_fault_of_ours_costs_only_its_own_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_or_fail(doc: allikas.Document, _pack: object) -> allikas.Reading:
        if "halb" in doc.text:
            raise ZeroDivisionError("stage")
        return allikas.Reading(doc)

    monkeypatch.setattr(cli.reading, "read_document", read_or_fail)
    (tmp_path / "bad.txt").write_text("halb", "utf-8")
    (tmp_path / "good.txt").write_text("hea", "utf-8")
    done = CliRunner().invoke(cli.app, ["read", str(tmp_path / "bad.txt"), str(tmp_path / "good.txt")])
    assert done.exit_code == 1
    assert "bad.txt: could not be read, by a fault of Allikas (ZeroDivisionError: stage)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "hea" in done.stdout
