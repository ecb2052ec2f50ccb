"""What stands before every page: known hosts, the token, a limit to bodies, and headers of safety."""

import hmac
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allikas.desk.settings import Settings

TOKEN = "allikas_token"  # noqa: S105 - the cookie's name
OPEN = ("/static/", "/token")

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class TooLongError(Exception):
    """A body is longer than the desk takes."""


class Guard:
    """Lets pass what may pass, and marks every answer with the headers of safety."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(Request(scope))
        sent = _with_headers(send)
        if refusal is not None:
            await refusal(scope, receive, sent)
            return
        await self._app(scope, self._limited(receive), sent)

    def _refusal(self, request: Request) -> Response | None:
        if _host(request.headers) not in self._settings.hosts:
            return PlainTextResponse("this desk does not answer to that name", 421)
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._settings.most:
            return PlainTextResponse("too long", 413)
        return None if self._may(request) else _closed(request)

    def _may(self, request: Request) -> bool:
        token = self._settings.token
        if token is None or request.url.path.startswith(OPEN):
            return True
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        given = (request.cookies.get(TOKEN, ""), bearer)
        return any(hmac.compare_digest(token.encode(), one.encode()) for one in given)

    def _limited(self, receive: Receive) -> Receive:
        """Count what comes in: a body may be sent without its length."""
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._settings.most:
                raise TooLongError
            return message

        return limited


def _host(headers: Headers) -> str:
    """Return the name in the request's ``Host``, without the port."""
    host = headers.get("host", "")
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() and ":" in host else host


def _closed(request: Request) -> Response:
    if request.url.path.startswith("/api/"):
        return PlainTextResponse("a token is needed", 401, {"WWW-Authenticate": "Bearer"})
    return RedirectResponse("/token", 303)


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-cache, private")
        await send(message)

    return sent
