"""`allikas export`: readings out of a ledger, in the form that another program wants."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated

import typer

from allikas.cli.complaints import told
from allikas.cli.delivering import Out, SheetName, deliver
from allikas.cli.options import DEFAULT_LEDGER, Language, LedgerPath, Since, Until
from allikas.export.forms import Form
from allikas.export.sheets import Sheet
from allikas.ledger.adding import restore
from allikas.ledger.lemmas import lemmatiser
from allikas.ledger.listing import MANY, document_ids
from allikas.ledger.paging import Window
from allikas.ledger.search import Filters, search
from allikas.ledger.showing import document_id
from allikas.ledger.store import Ledger, open_to_read


def export(  # noqa: PLR0913 - to Typer each option is a parameter
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Documents.  [default: all]", show_default=False),
    ] = None,
    *,
    form: Annotated[
        Form, typer.Option("--format", metavar="FORM", help=f"One of {', '.join(Form)}.")
    ] = Form.json,
    sheet: SheetName = Sheet.statements,
    out: Out = None,
    words: Annotated[
        str | None,
        typer.Option("--search", metavar="WORDS", help="Documents with these words in a sentence."),
    ] = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who says something in it.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    since: Since = None,
    until: Until = None,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Write the readings of a ledger, or some of them, as `allikas read --format` does; the newest first.

    Reports are not read again: what is written is what was read when they were added. Superseded and
    withdrawn documents are left out, unless they are named by their ids.
    """
    window = Window(since, until, MANY)
    filters = Filters(speaker=speaker, outlet=outlet)
    with told(), open_to_read(ledger) as opened:
        if documents:
            ids: Iterable[str] = [document_id(opened, id_) for id_ in documents]
        elif words or speaker:
            ids = _found(opened, words or "", language, filters, window)
        else:
            ids = document_ids(opened, window, outlet=outlet)
        deliver((restore(opened, id_) for id_ in ids), form, out, sheet)


def _found(ledger: Ledger, words: str, language: str, filters: Filters, window: Window) -> Iterator[str]:
    """Yield the documents in which something was found, each once: their sentences come together."""
    last = None
    while True:
        page = search(ledger, words, lemmatiser(language), filters, window)
        for hit in page.rows:
            if hit.source.document != last:
                yield hit.source.document
            last = hit.source.document
        if page.after is None:
            return
        window = replace(window, after=page.after)
