"""The desk as a web application: its addresses, and what answers there."""

import hmac
import logging
from importlib.resources import as_file, files
from typing import Annotated, Any

from fastapi import FastAPI, Form, HTTPException, UploadFile
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException as Refusal
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from allikas.desk.article import make_article
from allikas.desk.drafts import Drafts
from allikas.desk.forms import is_ours
from allikas.desk.guard import TOKEN, Guard, TooLongError
from allikas.desk.pages import THEMES, Pages, style, web_address, words_of
from allikas.desk.sample import sample
from allikas.desk.settings import Settings
from allikas.desk.telling import add_stories
from allikas.desk.wording import codes
from allikas.intake.files import Refused, receive_bytes
from allikas.intake.headers import Metadata, split_header
from allikas.intake.pages import receive_page
from allikas.intake.texts import as_document
from allikas.lang.pack import load
from allikas.ledger.errors import LedgerError
from allikas.ledger.happenings import Wanted, events
from allikas.ledger.paging import Window
from allikas.ledger.search import Filters, search
from allikas.ledger.showing import Shown, show
from allikas.ledger.store import open_to_read
from allikas.model.document import Document
from allikas.model.published import parse_published

ONLY = ("all", "own", "uncertain", "figures")


class Report(BaseModel):
    """A report to be read, as programs send it."""

    text: str = Field(min_length=1)
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


def build(settings: Settings) -> FastAPI:
    """Build the desk of a ledger."""
    app = FastAPI(title="Allikas", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    pages, drafts = Pages(settings), Drafts()
    _serve_files(app)
    _tell_errors(app, pages, settings)
    _add_pages(app, pages, drafts, settings)
    add_stories(app, pages, settings)
    _add_forms(app, pages, drafts, settings)
    _add_api(app, drafts, settings)
    app.add_middleware(Guard, settings=settings)
    return app


def _serve_files(app: FastAPI) -> None:
    with as_file(files("allikas.desk").joinpath("static")) as folder:
        app.mount("/static", StaticFiles(directory=folder), "static")


def _tell_errors(app: FastAPI, pages: Pages, settings: Settings) -> None:
    def told(request: Request, status: int, detail: object = None) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"detail": str(detail or status)}, status)
        t = words_of(request)
        known = status if status in {401, 403, 404, 413, 422, 500, 503} else None
        title = t(f"error.{known}") if known else t("error.title")
        help_ = t(f"error.{known}_help", n=settings.characters) if known and known != 422 else ""
        return pages.page("message", request, status, code=status, title=title, help=help_)

    async def refused(request: Request, error: Exception) -> Response:
        return told(request, error.status_code if isinstance(error, Refusal) else 500)

    async def ledger(request: Request, error: Exception) -> Response:
        logging.getLogger(__name__).warning("%s", error)
        return told(request, 503, "the ledger cannot be asked now")

    async def too_long(request: Request, _: Exception) -> Response:
        return told(request, 413, "too long")

    async def broken(request: Request, error: Exception) -> Response:
        logging.getLogger(__name__).error("%s", type(error).__name__, exc_info=error)
        return told(request, 500)

    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(LedgerError, ledger)
    app.add_exception_handler(TooLongError, too_long)
    app.add_exception_handler(Exception, broken)


def _found(settings: Settings, drafts: Drafts, id_: str) -> tuple[Any, Shown | None]:
    """Return a reading, and how the ledger has it if it does; refuses an id that neither knows."""
    draft = drafts.get(id_)
    try:
        with open_to_read(settings.ledger) as opened:
            shown = show(opened, id_)
    except LedgerError:
        shown = None
    if isinstance(shown, Shown):
        return shown.reading, shown
    if draft is None:
        raise HTTPException(404)
    return draft, None


def _add_pages(app: FastAPI, pages: Pages, drafts: Drafts, settings: Settings) -> None:
    @app.get("/", include_in_schema=False)
    def front(request: Request) -> Response:
        return pages.page("front", request, here="read", **_front(settings))

    @app.get("/articles/{id_}", include_in_schema=False)
    def article(request: Request, id_: str, only: str = "all") -> Response:
        return pages.page("article", request, **_article(request, id_, only))

    @app.get("/articles/{id_}/page.html", include_in_schema=False)
    def one_file(request: Request, id_: str) -> Response:
        given = _article(request, id_, "all") | {"offline": True, "kept": False, "css": style()}
        text = pages.text("offline", request, **given)
        name = {"Content-Disposition": f'attachment; filename="allikas-{id_[:16]}.html"'}
        return Response(text, media_type="text/html", headers=name if id_.isalnum() else None)

    def _article(request: Request, id_: str, only: str) -> dict[str, Any]:
        reading, shown = _found(settings, drafts, id_)
        return {
            "article": make_article(reading, words_of(request)),
            "only": only if only in ONLY else "all",
            "web": web_address(reading.document.url),
            "kept": shown is not None,
            "offline": False,
            "state": shown.revision.state if shown else "draft",
            "revisions": shown.revisions if shown else (),
        }

    @app.get("/search", include_in_schema=False)
    def find(
        request: Request,
        q: str = "",
        speaker: str = "",
        outlet: str = "",
        certainty: str = "",
        after: str = "",
    ) -> Response:
        asked = Filters(speaker or None, None, outlet or None, None, None, certainty or None)
        page, wrong = None, False
        if q or speaker or outlet or certainty:
            try:
                with open_to_read(settings.ledger) as opened:
                    page = search(opened, q[:300], _lemmas, asked, Window(after=after or None, limit=30))
            except LedgerError:
                wrong = True
        given: dict[str, Any] = {"q": q, "speaker": speaker, "outlet": outlet, "certainty": certainty}
        return pages.page("search", request, here="search", found=page, wrong=wrong, **given)


def _lemmas(forms: Any) -> list[str]:  # noqa: ANN401 - as the ledger asks
    return [morph.lemma for morph in load("et").morphology(forms)]


def _front(settings: Settings, complaint: str = "") -> dict[str, Any]:
    latest: dict[str, object] = {}
    try:
        with open_to_read(settings.ledger) as opened:
            rows = events(opened, Wanted(), Window(limit=100)).rows
            latest = {row.source.document: row.source for row in rows}
    except LedgerError:
        pass  # a desk without a ledger still reads what is pasted
    shown = list(latest.values())[:12]
    return {"latest": shown, "stories": (), "complaint": complaint, "characters": settings.characters}


def _add_forms(  # noqa: C901 - a list of addresses, each a function
    app: FastAPI, pages: Pages, drafts: Drafts, settings: Settings
) -> None:
    def checked(request: Request, carried: str) -> None:
        if not is_ours(request, settings.secret, carried):
            raise HTTPException(403)

    @app.post("/articles", include_in_schema=False)
    async def send(  # noqa: PLR0913, PLR0917 - to FastAPI each field is a parameter
        request: Request,
        mark: Annotated[str, Form()] = "",
        text: Annotated[str, Form()] = "",
        outlet: Annotated[str, Form()] = "",
        published: Annotated[str, Form()] = "",
        example: Annotated[str, Form()] = "",
        file: UploadFile | None = None,
    ) -> Response:
        checked(request, mark)
        day = published if parse_published(published) else None
        data = await file.read() if file is not None else b""
        doc = _sent(sample() if example else text, data, Metadata(day, outlet or None))
        if isinstance(doc, str):
            told = words_of(request)("error.empty_text")
            return pages.page("front", request, 422, here="read", **_front(settings, told))
        if len(doc.text) > settings.characters:
            raise HTTPException(413)
        reading = await run_in_threadpool(drafts.read, doc)
        return RedirectResponse(f"/articles/{reading.document.id}", 303)

    @app.post("/choices", include_in_schema=False)
    def choose(
        request: Request,
        mark: Annotated[str, Form()] = "",
        back: Annotated[str, Form()] = "/",
        language: Annotated[str, Form()] = "",
        theme: Annotated[str, Form()] = "",
    ) -> Response:
        checked(request, mark)
        ours = back.startswith("/") and not back.startswith(("//", "/\\"))
        answer = RedirectResponse(back if ours else "/", 303)
        for name, value, known in (("language", language, codes()), ("theme", theme, THEMES)):
            if value in known:
                answer.set_cookie(f"allikas_{name}", value, max_age=31_536_000, httponly=True, samesite="lax")
        return answer

    @app.get("/token", include_in_schema=False)
    def ask(request: Request) -> Response:
        return pages.page("token", request, wrong=False)

    @app.post("/token", include_in_schema=False)
    def enter(
        request: Request, mark: Annotated[str, Form()] = "", token: Annotated[str, Form()] = ""
    ) -> Response:
        checked(request, mark)
        wanted = settings.token or ""
        if not hmac.compare_digest(token.encode("utf-8", "replace"), wanted.encode()):
            return pages.page("token", request, 401, wrong=True)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(TOKEN, wanted, httponly=True, samesite="strict")
        return answer


def _sent(text: str, data: bytes, known: Metadata) -> Document | str:
    """Make a document of what was pasted or, where nothing was, of the file."""
    if text.strip():
        headed = split_header(text.replace("\r\n", "\n"))
        return as_document(headed.text, known.over(headed.metadata))
    if not data.strip():
        return "empty"
    web = data[:300].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    received = receive_page("file", data, known) if web else receive_bytes("file", data, known)
    return received.message if isinstance(received, Refused) else received.document


def _add_api(app: FastAPI, drafts: Drafts, settings: Settings) -> None:
    @app.post("/api/read")
    def read(report: Report) -> Response:
        """Read a report; the answer is the JSON of a reading."""
        if len(report.text) > settings.characters:
            raise HTTPException(413)
        if report.published is not None and parse_published(report.published) is None:
            raise HTTPException(422)
        known = Metadata(report.published, report.outlet, report.title, report.url)
        return JSONResponse(drafts.read(as_document(report.text, known)).as_dict())

    @app.get("/api/articles/{id_}")
    def article(request: Request, id_: str) -> Response:
        """Return the reading of an article."""
        reading, shown = _found(settings, drafts, id_)
        tag = f'"{reading.document.id}-{shown.program if shown else "draft"}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return JSONResponse(reading.as_dict(), headers={"ETag": tag})
