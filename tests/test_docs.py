"""The commands in the docs print what the docs say: every ``console`` block is run."""

import re
import shlex
import subprocess
import sys
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Shown(NamedTuple):
    page: str
    command: str
    output: str


def shown(page: Path) -> list[Shown]:
    text = page.read_text("utf-8")
    return [
        Shown(page.name, command, output)
        for block in BLOCK.findall(text)
        for command, output in COMMAND.findall(block)
    ]


EXAMPLES = [example for page in PAGES for example in shown(page)]


def run(arguments: list[str], ledger: Path) -> subprocess.CompletedProcess[str]:
    own = {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        [sys.executable, "-m", "allikas", *arguments],
        cwd=ROOT,
        env={**own, "ALLIKAS_LEDGER": str(ledger)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the example reports."""
    path = tmp_path_factory.mktemp("docs") / "allikas.ledger"
    run(["add", *(str(report) for report in sorted((ROOT / "examples").glob("*.txt")))], path)
    return path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.page}: {example.command}")
def test_a_command_prints_what_the_docs_say(example: Shown, ledger: Path) -> None:
    program, *arguments = shlex.split(example.command)
    assert program == "allikas", "only allikas itself is run"
    done = run(arguments, ledger)
    printed = "".join(line.rstrip() + "\n" for line in (done.stdout + done.stderr).splitlines())
    assert OutputChecker().check_output(example.output, printed, ELLIPSIS), printed


def test_the_readme_shows_a_command() -> None:
    assert any(example.page == "README.md" for example in EXAMPLES)


LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
