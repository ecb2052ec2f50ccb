"""A reading for people: the report coloured by voice, and beneath it who says what, through whom.

Every voice has a colour, and its words stand in it: what comes through somebody else is underlined, and bold
too when through two. Without colour the same is told by brackets that carry the statement's number:
``[¹ ... [² ... ²]¹]``.
"""

import re
from collections.abc import Iterable, Iterator

from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from allikas.export.figures import format_quantity
from allikas.export.reasons import Reasons
from allikas.export.voiced import UNKNOWN, Numbered, Piece, number_statements, own_share, pieces
from allikas.model.layers import By, Quantity, Statement, Timex
from allikas.model.reading import Reading
from allikas.model.span import Span

Colours = dict[str, Style]
Block = Text | Padding


def page(reading: Reading, *, explain: bool = False) -> Iterator[Block]:
    r"""Yield the blocks of the page, top to bottom, to be printed one after another.

    >>> from allikas.model.document import Document
    >>> [str(block) for block in page(Reading(Document("Sajab.", outlet="LSA")))]
    ['LSA', '', 'Sajab.', '\nNobody is quoted: the outlet says all of it.']
    """
    numbered = number_statements(reading)
    colours = choose_colours(numbered)
    yield from _head(reading)
    text = voiced_text(reading.document.text, numbered, colours=colours)
    text.rstrip()
    yield text
    reasons = Reasons(reading) if explain else None
    yield from _statements(reading.document.text, numbered, colours=colours, reasons=reasons)
    yield from _times(reading.times, explain=explain)
    yield from _quantities(reading.quantities, explain=explain)
    yield from _problems(reading)


def choose_colours(numbered: Iterable[Numbered]) -> Colours:
    """Give each voice a colour of its own while there are any, in the order in which they speak."""
    voices = dict.fromkeys(voice for one in numbered for voice in reversed(one.voices) if voice != UNKNOWN)
    colours = {voice: Style(color=PALETTE[place % len(PALETTE)]) for place, voice in enumerate(voices)}
    return {**colours, UNKNOWN: Style(dim=True)}


def voiced_text(text: str, numbered: Iterable[Numbered], *, colours: Colours) -> Text:
    """Colour a text by its voices, with the number of each statement where its words begin and end."""
    shown = Text()
    for piece in pieces(text, numbered):
        for one in piece.opened:
            shown.append("[" + superscript(one.number), _voice_style(one, colours))
        shown.append(visible(piece.text), _piece_style(piece, colours))
        for one in reversed(piece.closed):
            shown.append(_closing(one, piece), _voice_style(one, colours))
    return shown


def _closing(one: Numbered, piece: Piece) -> str:
    """Close a bracket, with its number where several are open."""
    return "]" if len(piece.inside) == 1 else superscript(one.number) + "]"


def _voice_style(one: Numbered, colours: Colours) -> Style:
    return colours[one.voice]


def _piece_style(piece: Piece, colours: Colours) -> Style:
    style = Style()
    if piece.inside:
        inner = piece.inside[-1]
        style = _voice_style(inner, colours) + THROUGH[min(len(inner.voices), len(THROUGH)) - 1]
    if piece.named:
        style += colours[piece.named] + SOURCE
    return style + CUE if piece.cues else style


def superscript(number: int) -> str:
    """Write a number small and high.

    >>> superscript(12)
    '¹²'
    """
    return str(number).translate(SUPERSCRIPTS)


def visible(text: str) -> str:
    r"""Show what a terminal would obey or refuse: no text may move the cursor or fail to print.

    >>> visible("a\x1b[2Jb\ud800")
    'a␛[2Jb�'
    """
    return UNPRINTABLE.sub(lambda char: _picture(ord(char[0])), text.replace("\r\n", "\n"))


def _picture(code: int) -> str:
    """Unicode has pictures of the 32 control characters of ASCII, and of DEL."""
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _head(reading: Reading) -> Iterator[Text]:
    doc = reading.document
    known = " · ".join(visible(part) for part in (doc.outlet, doc.published, doc.url) if part)
    if doc.title:
        yield Text(visible(doc.title), "bold")
    if known:
        yield Text(known, "dim")
    if doc.title or known:
        yield Text()


def _statements(
    text: str, numbered: tuple[Numbered, ...], *, colours: Colours, reasons: Reasons | None
) -> Iterator[Block]:
    if not numbered:
        yield Text("\nNobody is quoted: the outlet says all of it.", "dim")
        return
    own = f"the outlet's own words are {own_share(text, numbered):.0%} of the report"
    yield Text("\nStatements", "bold").append(f"  {own}", "not bold dim")
    for one in numbered:
        yield from _statement(one, colours=colours, reasons=reasons)


def _statement(one: Numbered, *, colours: Colours, reasons: Reasons | None) -> Iterator[Block]:
    stmt = one.statement
    line = Text(f"{one.number:>3}  ")
    for place, voice in enumerate(one.voices):
        line.append(" > " if place else "").append(visible(voice), colours[voice] + SOURCE)
    if stmt.cue:
        line.append("  ").append(_joined(stmt.cue), CUE)
    yield line.append(f"  {', '.join(_traits(stmt))}", "dim")
    yield _indented(Text(_joined(stmt.content)))
    if reasons is not None:
        yield from (_indented(Text(visible(line), "dim italic")) for line in reasons.of(stmt))


def _traits(statement: Statement) -> Iterator[str]:
    """Say how it is said, and whatever about it is not as usual."""
    yield statement.mode
    if statement.kind == "think":
        yield "thought"
    if statement.negated:
        yield "negated"
    if statement.certainty != "certain":
        yield statement.certainty
    if statement.addressee:
        yield f"to {_joined((statement.addressee,))}"


def _joined(spans: Iterable[Span]) -> str:
    """Join the parts of something that is broken up, on one line."""
    return " … ".join(" ".join(visible(span.text).split()) for span in spans)


def _times(times: tuple[Timex, ...], *, explain: bool) -> Iterator[Block]:
    rows = [(timex.span, timex.edtf or timex.value or UNKNOWN, timex.by) for timex in times]
    yield from _table("Times", rows, explain=explain)


def _quantities(quantities: tuple[Quantity, ...], *, explain: bool) -> Iterator[Block]:
    rows = [(quantity.span, format_quantity(quantity), quantity.by) for quantity in quantities]
    yield from _table("Quantities", rows, explain=explain)


def _table(title: str, rows: list[tuple[Span, str, By]], *, explain: bool) -> Iterator[Block]:
    if not rows:
        return
    yield Text(f"\n{title}", "bold")
    table = Table.grid(padding=(0, 2, 0, 0))
    for span, meaning, by in rows:
        why = (_reasons(by),) if explain else ()
        table.add_row(Text(_joined((span,))), Text(visible(meaning), "bold"), *why)
    yield _indented(table)


def _reasons(by: By) -> Text:
    return Text(f"by: {', '.join(by) or 'no rule'}", "dim italic")


def _indented(block: Text | Table) -> Padding:
    return Padding(block, (0, 0, 0, 5), expand=False)


def _problems(reading: Reading) -> Iterator[Text]:
    """List what could not be read, but for what intake had to say before the reading began."""
    later = [problem for problem in reading.problems if problem.stage != "intake"]
    if later:
        yield Text("\nProblems", "bold")
    for problem in later:
        yield Text(f"     {problem.stage}: {visible(problem.message)}", "dim")


PALETTE = tuple(
    # Of the 256 colours, some of clearly different hue whose contrast to black and to white is 3.7 or more
    # (WCAG 2 asks 3 of large text; both at once can have 4.58), so that they are read on any background.
    f"color({number})"
    for number in (32, 166, 28, 133, 30, 160, 100, 63, 130, 198, 64, 129)
)
THROUGH = (Style(), Style(underline=True), Style(underline=True, bold=True))  # nobody, one, two or more
SOURCE = Style(bold=True)
CUE = Style(italic=True)
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
