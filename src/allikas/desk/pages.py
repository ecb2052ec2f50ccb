"""Pages made of templates: everything that is filled in is escaped, and signs that do harm are made plain."""

import re
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from allikas.desk.forms import COOKIE, mark, visit_of
from allikas.desk.settings import Settings
from allikas.desk.wording import Words, choose, codes, words

SECTIONS = (("read", "/"), ("search", "/search"), ("stories", "/stories"))
THEMES = ("auto", "light", "dark")
HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")


def legible(value: Any) -> Any:  # noqa: ANN401 - whatever a template fills in
    r"""Put a sign in place of what a page may not hold, or what would turn the order of its letters.

    >>> legible("a\x00b\u202ec")
    'a�b�c'
    """
    if value is None:
        return ""
    return HARMFUL.sub("\ufffd", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def web_address(url: str | None) -> str | None:
    """Let an address pass that leads to the web; ``javascript:`` and the like do not.

    >>> web_address("https://a.example/b"), web_address("javascript:alert(1)")
    ('https://a.example/b', None)
    """
    return url if url and ADDRESS.fullmatch(url) else None


def words_of(request: Request) -> Words:
    """Return the words of the visitor's language."""
    asked = request.cookies.get("allikas_language")
    return words(choose(request.headers.get("accept-language", ""), wanted=asked))


class Pages:
    """Renders the templates."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(
            loader=PackageLoader("allikas.desk"), autoescape=True, finalize=legible, undefined=StrictUndefined
        )
        self._templates.globals |= {
            "sections": SECTIONS, "languages": codes(),
            "names": {code: words(code)("language.name") for code in codes()},
        }  # fmt: skip

    def text(self, name: str, request: Request, **given: Any) -> str:  # noqa: ANN401 - whatever the template shows
        """Fill in the template *name*."""
        theme = request.cookies.get("allikas_theme", "auto")
        about = {
            "t": words_of(request),
            "theme": theme if theme in THEMES else "auto",
            "mark": mark(self._settings.secret, visit_of(request)),
            "back": request.url.path if request.method == "GET" else "/",
            "here": None,
        }
        return self._templates.get_template(f"{name}.html").render(about | given)

    def page(self, name: str, request: Request, status: int = 200, **given: Any) -> HTMLResponse:  # noqa: ANN401 - the same
        """Answer with the template *name*; the browser gets its visit's number with it."""
        answer = HTMLResponse(self.text(name, request, **given), status)
        answer.set_cookie(COOKIE, visit_of(request), httponly=True, samesite="strict")
        return answer


def style() -> str:
    """Return the style sheet, for pages that carry their own."""
    return files("allikas.desk").joinpath("static", "desk.css").read_text("utf-8")
