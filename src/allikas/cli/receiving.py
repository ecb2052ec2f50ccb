"""Options of whatever receives reports, and the settings of intake that they mean."""

import re
import sys
from collections.abc import MutableMapping
from dataclasses import fields, replace
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from allikas.cli.complaints import checked_date, checked_language, stop
from allikas.intake.headers import Metadata
from allikas.intake.kinds import Kind
from allikas.intake.settings import Settings
from allikas.intake.web import BOUNDS, Visit, Web

KNOWN = ("text", *(field.name for field in fields(Metadata)))
COLUMN = re.compile(r"([a-z]+)=(.+)")


def _checked_columns(columns: list[str] | None) -> list[str] | None:
    for column in columns or ():
        match = COLUMN.fullmatch(column)
        if match is None or match[1] not in KNOWN:
            stop("--column", f"{column!r}: write it as text=body; before = stands {', '.join(KNOWN)}")
    return columns


def _checked_zone(zone: str | None) -> str | None:
    try:
        ZoneInfo(zone or "UTC")
    except (KeyError, OSError, ValueError):
        stop("--zone", f"there is no zone {zone!r}; write it as Europe/Tallinn")
    return zone


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE", help="Files, folders, patterns, addresses (http, https); - is standard input."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="EDTF", callback=checked_date, help="Date of publication, as precise as it is known."
    ),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Its headline.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where it was.")]
ReportLanguage = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="CODE", callback=checked_language, help="Its language.  [default: et]"
    ),
]
From = Annotated[
    Kind | None,
    typer.Option(
        "--from",
        metavar="KIND",
        help=f"What the sources are, if they should not tell themselves: {', '.join(Kind)}.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=COLUMN",
        callback=_checked_columns,
        help="Which column or key of a table holds what, such as text=body or published=meta.date.",
    ),
]
Zone = Annotated[
    str | None,
    typer.Option(
        metavar="ZONE", callback=_checked_zone, help="Tell times in this zone, such as Europe/Tallinn."
    ),
]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")]


def settings_of(columns: list[str] | None, kind: Kind | None, zone: str | None, *, private: bool) -> Settings:
    """Return what intake has to know; what is fetched is remembered as long as the program runs.

    >>> settings_of(["text=body"], None, None, private=False).columns
    {'text': 'body'}
    """
    return Settings(
        columns=dict(column.split("=", 1) for column in columns or ()),
        kind=kind,
        web=Web(bounds=replace(BOUNDS, private=private)),
        stdin=sys.stdin.buffer,
        zone=ZoneInfo(zone) if zone else None,
    )


def remembering(settings: Settings, seen: MutableMapping[str, Visit]) -> Settings:
    """Return the same settings with another memory of what was fetched."""
    return replace(settings, web=replace(settings.web, seen=seen) if settings.web else None)
