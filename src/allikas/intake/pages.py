"""Web pages made into documents: the report without what stands around it, and what the page says of it."""

import copy
import re
from configparser import ConfigParser
from datetime import tzinfo
from functools import cache
from typing import Any

from allikas.intake.encodings import Decoded, decode
from allikas.intake.files import Received, Refused
from allikas.intake.formats import NotText
from allikas.intake.headers import Metadata
from allikas.intake.page_metadata import find_metadata
from allikas.intake.texts import as_document
from allikas.model.layers import Problem


def receive_page(
    name: str, data: bytes, given: Metadata, *,
    url: str | None = None, charset: str | None = None, zone: tzinfo | None = None,
) -> Received | Refused:  # fmt: skip
    """Make a document of a page's bytes; *charset* is what its server called their encoding.

    >>> page = b"<html lang=et><title>Sadam</title><p>Sadam suleti, teatas politsei reedel.</p></html>"
    >>> document = receive_page("a", page, Metadata(), url="https://a.example/2025/07/sadam").document
    >>> document.text, document.title, document.published
    ('Sadam suleti, teatas politsei reedel.', 'Sadam', '2025-07')
    """
    decoded = decode(data, declared=charset or find_charset(data))
    if isinstance(decoded, NotText):
        return Refused(name, f"is {decoded.kind}, not a page; {decoded.advice}")
    tree = parse_page(decoded.text)
    if tree is None:
        return Refused(name, "is an empty page; check the address")
    known = given.over(find_metadata(tree, url=url, zone=zone))
    text = _without_title(extract_text(tree, url=url), known.title)
    if len(text) < SHORTEST:
        return Refused(name, "holds no report that could be told from the page around it; save its text")
    return Received(name, as_document(text, known), _problems(decoded))


def _problems(decoded: Decoded) -> tuple[Problem, ...]:
    return tuple(Problem("intake", doubt) for doubt in decoded.doubts)


def find_charset(data: bytes) -> str | None:
    """Find the encoding that a page declares in its first 1,024 bytes, where HTML wants it.

    >>> find_charset(b'<meta charset="windows-1257">')
    'windows-1257'
    """
    match = CHARSET.search(data[:1024])
    return match[1].decode("ascii", "replace") if match else None


def parse_page(html: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Parse a page into a tree; ``None`` where there is nothing in it."""
    from lxml import etree  # noqa: PLC0415 - loaded only where it is used
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - the same

    clean = UNPARSABLE.sub("\ufffd", DECLARATION.sub("", html, count=1))
    try:
        return document_fromstring(clean, parser=HTMLParser(no_network=True))
    except (etree.ParserError, ValueError):
        return None


def extract_text(tree: Any, *, url: str | None = None) -> str:  # noqa: ANN401 - lxml has no types
    """Extract the report from a page's tree, a blank line between its paragraphs."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes 0.3 s to load

    found = bare_extraction(tree, url=url, include_comments=False, config=_config())
    return LINES.sub("\n\n", getattr(found, "text", None) or "").strip()


@cache
def _config() -> ConfigParser:
    """Keep trafilatura from its fallback for texts under 250 characters: a news brief is often shorter."""
    from trafilatura.settings import use_config  # noqa: PLC0415 - takes 0.3 s to load

    config: ConfigParser = copy.deepcopy(use_config())
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST))
    return config


def _without_title(text: str, title: str | None) -> str:
    """Take the headline off the text: it is the document's title."""
    first, _, rest = text.partition("\n\n")
    return rest if title and " ".join(first.split()).casefold() == title.casefold() else text


def fragment_text(html: str) -> str:
    r"""Write a piece of HTML, as feeds and tables hold it, as plain text; a text without tags stays as it is.

    >>> fragment_text("<p>Sadam on <b>kinni</b>.</p><p>Laevad &amp; praamid ootavad.</p>")
    'Sadam on kinni.\n\nLaevad & praamid ootavad.'
    """
    if not is_markup(html):
        return html.strip()
    tree = parse_page(f"<div>{html}</div>")
    if tree is None:
        return ""
    for element in tree.xpath("//script|//style"):
        element.drop_tree()
    for element in tree.iter(*BLOCKS):
        element.tail = BREAK + (element.tail or "")
        element.text = BREAK + (element.text or "")
    paragraphs = (" ".join(part.split()) for part in tree.text_content().split(BREAK))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def is_markup(text: str) -> bool:
    """Tell a piece of HTML from plain text, which may hold angle brackets too.

    >>> is_markup("Sadam<br>on kinni"), is_markup("<Sild> & tamm"), is_markup("2 < 3")
    (True, False, False)
    """
    return MARKUP.search(text) is not None


SHORTEST = 25  # characters; a guess: the shortest sentence that reports something
CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")  # lxml refuses a text that names its encoding
UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no characters of XML
LINES = re.compile(r"\s*\n\s*")
MARKUP = re.compile(  # tags and references that pieces of news are written with; other brackets are text
    r"</?(?:a|b|blockquote|br|div|em|figure|figcaption|h[1-6]|html|i|img|li|ol|p|script|section|span|strong|style"
    r"|table|ul)\b[^<>]*>|&(?:amp|lt|gt|quot|nbsp|#\d+);",
    re.IGNORECASE,
)
BLOCKS = (
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "tr",
    "figcaption",
    "section",
)
BREAK = "\u2029"  # the paragraph separator of Unicode; one in the page is one too
