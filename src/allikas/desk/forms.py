"""Forms that only our own pages can send: each carries a mark that fits the browser's cookie."""

import hashlib
import hmac
import secrets

from starlette.requests import Request

COOKIE = "allikas_visit"


def visit_of(request: Request) -> str:
    """Return the visit's number, made anew where the browser has none."""
    if not hasattr(request.state, "visit"):
        request.state.visit = request.cookies.get(COOKIE) or secrets.token_urlsafe(16)
    return str(request.state.visit)


def mark(secret: bytes, visit: str) -> str:
    """Return what a form must carry.

    >>> mark(b"s", "v") == mark(b"s", "v") != mark(b"s", "w")
    True
    """
    return hmac.new(secret, visit.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def is_ours(request: Request, secret: bytes, carried: str) -> bool:
    """Tell whether a form came from a page of ours."""
    visit = request.cookies.get(COOKIE)
    fits = visit is not None and hmac.compare_digest(mark(secret, visit).encode(), carried.encode())
    return fits and request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
