"""Plots are files, SVG or PNG; what cannot be drawn is told in a line."""

from pathlib import Path

import pytest

from allikas.ledger.adding import Reader, add
from allikas.ledger.store import open_ledger
from allikas.stories import asking
from allikas.stories.following import follow
from allikas.stories.plots import PlotError, plot_figures, plot_timeline
from allikas.stories.records import FigureRow, TimelineRow
from telling import bridge


@pytest.fixture(scope="module")
def rows() -> tuple[tuple[FigureRow, ...], tuple[TimelineRow, ...]]:
    with open_ledger(":memory:") as ledger:
        for reading in bridge():
            add(ledger, reading, Reader("0.1.0"))
        follow(ledger)
        return asking.figures(ledger, "pragu"), asking.timeline(ledger, "Jõesuu")


Rows = tuple[tuple[FigureRow, ...], tuple[TimelineRow, ...]]


def test_figures_are_drawn_with_their_sources_and_alike_twice(rows: Rows, tmp_path: Path) -> None:
    first, second = tmp_path / "a.svg", tmp_path / "b.svg"
    plot_figures(rows[0], first, title="pragu")
    plot_figures(rows[0], second, title="pragu")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_text("utf-8").count("<svg") == 1


def test_a_timeline_is_drawn_as_png(rows: Rows, tmp_path: Path) -> None:
    plot_timeline(rows[1], tmp_path / "a.png", title="Jõesuu")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_told(rows: Rows, tmp_path: Path) -> None:
    with pytest.raises(PlotError, match=r"\.svg or a \.png"):
        plot_figures(rows[0], tmp_path / "a.gif", title="")
    with pytest.raises(PlotError, match="nothing to draw"):
        plot_figures((), tmp_path / "a.svg", title="")
    with pytest.raises(PlotError, match="cannot be written"):
        plot_figures(rows[0], tmp_path / "none" / "a.svg", title="")
