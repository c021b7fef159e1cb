"""`dateline serve`: the ledger in the browser and over HTTP."""

from __future__ import annotations

import importlib
import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from dateline.cli.config import settings_here
from dateline.cli.ledger import signed
from dateline.errors import ConfigurationError, UsageError

TOKEN_VARIABLE = "DATELINE_TOKEN"  # noqa: S105 - the variable's name
SHORTEST_TOKEN = 16
GRACE_S = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of `dateline serve`, as click hands them over."""

    where: str | None
    host: str
    port: int
    everywhere: bool
    names: tuple[str, ...]
    allow_write: bool
    token_file: Path | None
    by: str | None


@click.command()
@click.argument("where", metavar="[LEDGER]", required=False)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Listen there.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: a free one.")
@click.option("--reachable-by-others", "everywhere", is_flag=True, help="Allow a host that is not this machine alone.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="Another name of this server; repeatable.")
@click.option("--allow-write", is_flag=True, help="Let those with the token judge.")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help=f"Holds the token. Default: {TOKEN_VARIABLE}, else a new one where one is needed.",
)
@click.option("--by", metavar="NAME", help="Who judges, where a reviewer gives no name. Default: your login.")
def serve(**flags: Any) -> None:
    """Serve LEDGER to browsers and programs, on this machine alone and for reading, until interrupted.

    Prints the address; a large ledger is ready when it says so, until then pages say what is being done. Nothing that the
    pages load comes from elsewhere.
    """
    options = Options(**flags)
    web, uvicorn = _library("dateline.web"), _library("uvicorn")
    loopback = web.is_loopback(options.host)
    if not loopback and not options.everywhere:
        raise UsageError(f"others could reach {options.host}: add --reachable-by-others if that is meant")
    served = web.ServeOptions(
        ledger=options.where or settings_here()["ledger"],
        host=options.host,
        port=options.port,
        write=options.allow_write,
        token=_token(options, needed=options.allow_write or not loopback),
        reviewer=signed(options.by) if options.allow_write else "nobody",
        hosts=options.names,
    )
    app = web.create_app(served)
    if app.state.room.large:
        app.state.room.heard = lambda doing: click.echo(f"dateline: {doing}", err=True)
    listening = _listening(options.host, options.port)
    _say(served, listening, loopback=loopback)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, date_header=True, timeout_graceful_shutdown=GRACE_S,
        proxy_headers=False, h11_max_incomplete_event_size=16 * 1024, timeout_keep_alive=10, limit_concurrency=64,
    )  # fmt: skip
    with suppress(KeyboardInterrupt):  # how a server is stopped
        uvicorn.Server(config).run(sockets=[listening])


def _library(name: str) -> Any:
    """What only this command needs: the extra `web`, which may not be installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"{error.name} is not installed: `pip install dateline[web]`") from error


def _token(options: Options, *, needed: bool) -> str | None:
    """The token of the file or environment; where one is needed and none is given, a new one."""
    given = options.token_file.read_text(encoding="utf-8").strip() if options.token_file else None
    given = given or os.environ.get(TOKEN_VARIABLE, "").strip() or None
    if given is not None and len(given) < SHORTEST_TOKEN:
        raise UsageError(f"a token has at least {SHORTEST_TOKEN} characters; this one has {len(given)}")
    return given or (secrets.token_urlsafe(24) if needed else None)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio asks: answers go out undelayed
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host.strip("[]"), port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise UsageError(f"cannot listen at {host} port {port}: {error.strerror}; --port 0 takes a free one") from error
    return listening


def _say(served: Any, listening: socket.socket, *, loopback: bool) -> None:
    """The address on stdout, once the server listens; warnings and the token on stderr."""
    host = f"[{served.host}]" if ":" in served.host else served.host
    address = f"http://{host}:{listening.getsockname()[1]}/"
    if not loopback:
        click.echo("dateline: others on the network can reach this server; it has no encryption of its own", err=True)
    if served.token is not None:
        purpose = "judge" if served.write else "sign in"
        click.echo(f"dateline: to {purpose}, open {address}enter?token={served.token}", err=True)
    click.echo(address)
