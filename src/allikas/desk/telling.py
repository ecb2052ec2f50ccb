"""The pages of stories: what several outlets tell, and from how many independent origins they have it."""

from fastapi import FastAPI, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from allikas.desk.pages import Pages
from allikas.desk.settings import Settings
from allikas.ledger.errors import LedgerError, OlderLedgerError, QueryError
from allikas.ledger.paging import Window
from allikas.ledger.store import open_to_read
from allikas.stories.asking import stories, story
from allikas.stories.records import Headline


def add_stories(app: FastAPI, pages: Pages, settings: Settings) -> None:
    """Add the list of stories, and a page for each."""

    @app.get("/stories", include_in_schema=False)
    def listed(request: Request) -> Response:
        return pages.page("stories", request, here="stories", found=latest_stories(settings, 50))

    @app.get("/stories/{id_}", include_in_schema=False)
    def one(request: Request, id_: str) -> Response:
        try:
            with open_to_read(settings.ledger) as opened:
                found = story(opened, id_)
        except (QueryError, OlderLedgerError) as error:
            raise HTTPException(404) from error
        claims = [claim for claim in found.claims if claim.kind != "single"]
        return pages.page("story", request, here="stories", story=found, claims=claims)


def latest_stories(settings: Settings, most: int) -> tuple[Headline, ...]:
    """Return the latest stories; none where the ledger has not been followed, or is not there."""
    try:
        with open_to_read(settings.ledger) as opened:
            return stories(opened, Window(limit=most))
    except LedgerError:
        return ()
