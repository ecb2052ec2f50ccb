"""Figures and timelines drawn into a file, SVG or PNG, by matplotlib and without a browser."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from allikas.model.errors import AllikasError
from allikas.stories.records import FigureRow, Telling, TimelineRow

FORMATS = frozenset({".svg", ".png"})
WIDTH, ROW = 9.0, 0.34  # inches


class PlotError(AllikasError):
    """Nothing can be drawn: no library, no such format, or nothing to draw."""


def plot_figures(rows: Sequence[FigureRow], path: Path, *, title: str) -> None:
    """Draw who gave which figure when: a point a figure, a bar where it has bounds, a colour a source."""
    drawn = [row for row in rows if row.day is not None and _middle(row) is not None]
    figure, axes = _sheet(path, len(drawn), title, height=4.5)
    for origin in dict.fromkeys(row.telling.origin for row in drawn):
        own = [row for row in drawn if row.telling.origin == origin]
        days = [date.fromisoformat(row.day or "") for row in own]
        middles = [_middle(row) or 0.0 for row in own]
        bounds = [[max(0.0, edge) for edge in side] for side in zip(*map(_edges, own), strict=True)]
        axes.errorbar(days, middles, yerr=bounds, fmt="o", capsize=3, label=origin)
    axes.legend(frameon=False)
    axes.set_ylabel(next((row.unit or row.counted or "" for row in drawn), ""))
    figure.autofmt_xdate()
    _save(figure, path)


def _middle(row: FigureRow) -> float | None:
    known = [one for one in (row.value, row.low, row.high) if one is not None]
    return known[0] if known else None


def _edges(row: FigureRow) -> tuple[float, float]:
    middle = _middle(row) or 0.0
    low = middle if row.low is None else row.low
    return middle - low, (middle if row.high is None else row.high) - middle


def plot_timeline(rows: Sequence[TimelineRow], path: Path, *, title: str) -> None:
    """Draw what was when: a line an event, as long as the days on which it may have been."""
    figure, axes = _sheet(path, len(rows), title, height=1.2 + ROW * len(rows))
    for at, row in enumerate(rows):
        first, last = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
        axes.plot([first, last], [at, at], marker="o", color=_colour(row.status), linewidth=3)
    axes.set_yticks(range(len(rows)), [_label(row.what, row.telling) for row in rows], fontsize=8)
    axes.invert_yaxis()
    figure.autofmt_xdate()
    _save(figure, path)


def _label(what: str, telling: Telling) -> str:
    short = " ".join(what.split())
    return f"{short[:57]}{'…' if len(short) > 57 else ''} ({telling.report.outlet or '?'})"


def _colour(status: str) -> str:
    return {"cancelled": "tab:red", "postponed": "tab:red", "planned": "tab:blue"}.get(status, "tab:gray")


def _sheet(path: Path, count: int, title: str, *, height: float) -> tuple[Any, Any]:
    """Return an empty drawing; raises ``PlotError`` where nothing can come of it."""
    if path.suffix.lower() not in FORMATS:
        raise PlotError(f"{path}: a plot is an .svg or a .png file; give it such a name")
    if not count:
        raise PlotError(f"{path}: there is nothing to draw")
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra, and slow to load
        from matplotlib.figure import Figure  # noqa: PLC0415 - the same
    except ImportError as error:
        raise PlotError("plots need matplotlib; install it with `pip install allikas[plot]`") from error
    mpl.rcParams["svg.hashsalt"] = "allikas"  # the same drawing gives the same file
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(title)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _save(figure: Any, path: Path) -> None:  # noqa: ANN401 - matplotlib is not imported here
    try:
        figure.savefig(path, metadata={"Date": None} if path.suffix.lower() == ".svg" else {})
    except OSError as error:
        raise PlotError(f"{path}: cannot be written: {error.strerror}") from error
