"""`allikas desk`: a ledger in the browser."""

import secrets
from typing import Annotated

import typer

from allikas.cli.complaints import told
from allikas.ledger.store import open_ledger, open_to_read
from allikas.stories.following import follow

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def desk(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger's file.")] = "allikas.ledger",
    *,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535)] = 8040,
) -> None:
    """Open a ledger in the browser; from other machines it can be reached only with the token it prints."""
    with told():
        open_to_read(ledger).close()
        with open_ledger(ledger) as opened:
            follow(opened)
    import uvicorn  # noqa: PLC0415 - loaded only where it is used

    from allikas.desk.app import build  # noqa: PLC0415 - the same
    from allikas.desk.settings import LOOPBACK as NAMES  # noqa: PLC0415 - the same
    from allikas.desk.settings import Settings  # noqa: PLC0415 - the same

    token = None if host in LOOPBACK else secrets.token_urlsafe(24)
    settings = Settings(ledger, token, (*NAMES, host))
    typer.echo(f"The desk is open at http://{host}:{port}/ (Ctrl-C closes it)")
    if token:
        typer.echo(f"Token: {token}")
    uvicorn.run(build(settings), host=host, port=port, log_level="warning", server_header=False)
